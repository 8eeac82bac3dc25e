"""What the verbs answer."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from qontology import assets
from qontology.cli.answers import MOST
from qontology.reading import find_sources


def test_show_in_english_tells_all_that_is_known_and_ends_in_passages(run):
    outcome = run("show", "QUTAC", "--lang", "en")
    assert outcome.code == 0
    assert outcome.out.startswith("Quantum Technology and Application Consortium")
    assert "Angela Merkel · initiate" in outcome.out
    assert "10 · founding company · at founding" in outcome.out
    evidence = outcome.out.split("\nEvidence\n")[1]
    assert "the comparative study of 2022: table 5, row 1, column 1" in evidence
    assert all(line.startswith(" ") for line in evidence.splitlines())


def test_show_in_chinese_tells_the_same_in_chinese(run):
    outcome = run("show", "QUTAC", "--lang", "zh")
    assert outcome.out.startswith("量子技术与应用联盟")
    assert "默克尔 · 发起" in outcome.out
    assert "2022年的比较研究，表5第1行第1列" in outcome.out.split("\n依据\n")[1]


def test_show_as_json_has_numbered_notes_for_its_lines(run):
    found = json.loads(run("show", "QUTAC", "--format", "json").out)
    assert found["thing"] == "https://w3id.org/qontology/id/alliance/qutac"
    numbers = {number for line in found["lines"] for number in line["notes"]}
    assert numbers == set(range(1, len(found["notes"]) + 1))


@pytest.mark.parametrize("name", ["QUTAC", "qutac", "alliance:qutac", "量子技术与应用联盟", "ＱＵＴＡＣ"])
def test_show_takes_an_acronym_a_slug_a_prefixed_name_and_a_name_in_either_language(run, name):
    assert "alliance:qutac" in run("show", name).out


def test_show_explains_a_term_of_the_ontology(run):
    assert "Organization whose members stay independent" in run("show", "qo:Alliance").out


@pytest.mark.parametrize("words", ["量子密码", "quantum crypto", "QUANTUM CRYPTO"])
def test_search_finds_names_in_both_languages_whatever_their_case(run, words):
    assert "technology:quantum-cryptography" in run("search", words).out


def test_query_answers_a_question_as_a_table_with_its_title(run):
    outcome = run("query", "goals/of-alliance", "alliance=QUTAC")
    assert outcome.out.startswith("What are the goals of each alliance")
    assert "industry demand" in outcome.out


def test_a_screen_has_the_first_rows_of_a_long_answer_and_says_how_to_have_all(run, terminal):
    """What is piped or written has them all, and so has every other form."""
    piped = run("query", "compare/shared").out.splitlines()
    number = int(piped[-1].split()[0])
    assert number > MOST
    terminal(100)
    shown = run("query", "compare/shared").out
    assert shown.splitlines()[-1].startswith(f"the first {MOST} of {number} rows; -f csv or -o FILE has all")
    assert len(run("query", "compare/shared", "-f", "csv").out.splitlines()) == number + 1
    assert run("query", "compare/by-year").out.splitlines()[-1].endswith(" rows")


def test_query_answers_in_every_form_with_the_same_rows(run):
    question = ("query", "goals/of-alliance", "alliance=QUTAC", "--format")
    rows = list(csv.DictReader(io.StringIO(run(*question, "csv").out)))
    bindings = json.loads(run(*question, "json").out)["results"]["bindings"]
    assert [row["theme"] for row in rows] == [row["theme"]["value"] for row in bindings]
    assert len(run(*question, "tsv").out.splitlines()) == len(rows) + 1
    assert len(run(*question, "markdown").out.splitlines()) == len(rows) + 2


def test_query_prints_the_text_that_will_run(run):
    sparql = run("query", "goals/of-alliance", "alliance=QUTAC", "--sparql").out
    assert "VALUES ?alliance { <https://w3id.org/qontology/id/alliance/qutac> }" in sparql
    ox.Store().query(sparql)


def test_query_drops_the_line_of_an_optional_parameter_that_is_not_given(run):
    assert "VALUES ?alliance" not in run("query", "goals/of-alliance", "--sparql").out


def test_query_lists_the_questions_by_module_and_by_keyword_in_either_language(run):
    assert "goals/of-alliance" in run("query", "--list").out
    assert "goals/of-alliance" in run("query", "--list", "themes").out
    assert "goals/of-alliance" in run("query", "--list", "主题", "--lang", "zh").out


def test_query_runs_a_file_of_ones_own_with_the_prefixes_of_the_project(run, tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?name WHERE { alliance:qutac skos:prefLabel ?name } ORDER BY ?name", encoding="utf-8")
    assert "量子技术与应用联盟" in run("query", str(file)).out


def test_query_asks_an_endpoint_the_same_question(run, of_the_study, oxigraph_server, tmp_path):
    from urllib.request import Request, urlopen

    run("export", "--format", "nt", "-o", str(tmp_path / "all.nt"))
    address = f"{oxigraph_server}/store?graph=https://w3id.org/qontology/graph/cli"
    body = (tmp_path / "all.nt").read_bytes()
    with urlopen(Request(address, body, {"Content-Type": "application/n-triples"}, method="PUT"), timeout=20):
        pass
    here = run("query", "goals/of-alliance", "--format", "tsv")
    there = run(
        "query",
        "goals/of-alliance",
        "--format",
        "tsv",
        "--endpoint",
        f"{oxigraph_server}/query?default-graph-uri=https://w3id.org/qontology/graph/cli",
    )
    assert there == here


def test_export_writes_one_file_that_says_the_same_in_each_format(run, of_the_study, tmp_path):
    module = next(str(path) for path in assets.files("ontology") if path.name == "formation.ttl")  # has blank nodes

    def lines(file: str) -> set[str]:
        assert run("export", module, "QUTAC", "-o", str(tmp_path / file)).code == 0
        [source] = find_sources([tmp_path / file])
        dataset = ox.Dataset(ox.Quad(*quad.triple) for quad in source.quads())
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return set(map(str, dataset))

    expected = lines("all.nt")
    for name in ("all.ttl", "all.trig", "all.nq.gz", "all.rdf", "all.jsonld"):
        assert lines(name) == expected, name
    assert run("export", module, "QUTAC", "-o", str(tmp_path / "all.owl")).code == 0
    assert (tmp_path / "all.owl").read_bytes() == (tmp_path / "all.rdf").read_bytes()


def test_export_writes_one_file_for_each_into_a_folder(run, of_the_study, tmp_path):
    assert run("export", "ontology", "data", "QUTAC", "-f", "nt", "-o", str(tmp_path / "out")).code == 0
    assert (tmp_path / "out/ontology/core.nt").is_file()
    assert (tmp_path / "out/data/alliances/qutac.nt").is_file()
    assert (tmp_path / "out/qutac.nt").is_file()


def test_export_refuses_two_inputs_of_one_name_and_writes_neither(run, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    outcome = run("export", str(tmp_path / "a"), str(tmp_path / "b"), "-f", "nt", "-o", str(tmp_path / "out"))
    assert outcome.code == 2 and "would both become x.nt" in outcome.err
    assert not (tmp_path / "out").exists()


def test_export_does_not_write_over_what_it_reads(run, tmp_path):
    file = tmp_path / "x.ttl"
    file.write_text("# a comment\n<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert "is read here and would be written over" in run("export", str(file), "-o", str(file)).err
    assert "is read here and would be written over" in run("export", str(file), "-o", f"{tmp_path}/").err
    assert file.read_text(encoding="utf-8").startswith("# a comment")


def test_export_says_where_the_names_of_graphs_are_lost(run, tmp_path):
    file = tmp_path / "x.trig"
    file.write_text("<urn:g> { <urn:a> <urn:b> <urn:c> }", encoding="utf-8")
    assert "1 named graphs are merged" in run("export", str(file), "-f", "nt").err
    assert run("export", str(file), "-f", "nq") == (0, "<urn:a> <urn:b> <urn:c> <urn:g> .\n", "")


def test_fmt_mends_the_layout_and_says_which_files_it_changed(run, tmp_path):
    file = tmp_path / "loose.ttl"
    file.write_text("@prefix e: <http://example.org/> .\ne:b e:p 1.   e:a e:p 2 .\n", encoding="utf-8")
    assert run("fmt", "--check", str(file)).code == 1
    assert "loose.ttl" in run("fmt", str(file)).err
    assert run("fmt", "--check", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8").index("e:a") < file.read_text(encoding="utf-8").index("e:b")


def test_the_bare_command_lists_the_verbs_in_both_languages(run):
    assert "validate" in run().out
    told = run("--lang", "zh").out
    assert told.startswith("用法：qontology ") and "按形状校验文件" in told


def test_a_date_that_a_question_tells_as_text_is_in_words_for_people_and_as_it_is_in_data(run):
    asked = ["query", "compare/directory", "place=Germany", "mode=company-led", "--lang", "zh"]
    assert "2021年6月" in run(*asked).out and "2021-06" not in run(*asked).out
    assert "2021-06" in run(*asked, "-f", "csv").out


def test_version_and_paths_are_told(run):
    assert run("--version").out.startswith("qontology 0.")
    folders = ["ontology", "data", "shapes", "queries", "sheets", "examples"]
    assert [line.split()[0] for line in run("--paths").out.splitlines()] == folders
