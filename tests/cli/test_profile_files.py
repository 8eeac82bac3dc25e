"""Where `export --profile` writes: what was there before is either an earlier export or left alone."""

import csv

import pytest

NODES = ["nodes.csv", "relationships.csv"]


def test_a_text_goes_to_standard_output_or_to_a_file(run, tmp_path):
    file = tmp_path / "qutac.jsonld"
    assert run("export", "QUTAC", "--profile", "schema", "-o", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == run("export", "QUTAC", "--profile", "schema").out


def test_the_ending_decides_the_form_and_gz_packs_it(run, tmp_path):
    for name in ("qutac.ttl", "qutac.nt.gz"):
        assert run("export", "QUTAC", "--profile", "schema", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / "qutac.ttl").read_text(encoding="utf-8").startswith("@prefix")
    assert (tmp_path / "qutac.nt.gz").read_bytes().startswith(b"\x1f\x8b")


def test_files_go_into_a_folder_which_is_made_and_written_anew(run, tmp_path):
    folder = tmp_path / "new" / "graph"
    for _ in range(2):
        assert run("export", "QUTAC", "--profile", "property-graph", "-o", str(folder)).code == 0
        assert sorted(path.name for path in folder.iterdir()) == NODES
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:2] == ["iri:ID", ":LABEL"]


def test_what_is_derived_is_there_when_it_is_asked_for(run, tmp_path):
    for more in ([], ["--derived"]):
        assert run("export", "QUTAC", "--profile", "property-graph", *more, "-o", str(tmp_path / "graph")).code == 0
        text = (tmp_path / "graph" / "relationships.csv").read_text(encoding="utf-8")
        assert (",HAS_MEMBER\n" in text) == bool(more)


def test_a_folder_of_others_is_left_as_it_is(run, tmp_path):
    (tmp_path / "nodes.csv").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine")
    outcome = run("export", "QUTAC", "--profile", "property-graph", "-o", str(tmp_path))
    assert outcome.code == 2
    assert "holds other files: notes.txt; name a folder of its own with -o" in outcome.err
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"nodes.csv": "mine", "notes.txt": "mine"}


def test_a_file_that_is_read_is_not_written_over(run, tmp_path):
    file = tmp_path / "mine.ttl"
    file.write_text("<http://example.org/a> a <https://w3id.org/qontology/ns#Alliance> .")
    assert "would be written over" in run("export", str(file), "--profile", "org", "-o", str(file)).err
    assert run("export", str(file), "--profile", "org", "-o", str(tmp_path / "org.ttl")).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--profile", "neo4j"], "invalid choice: 'neo4j'"),
        (["--profile", "tables"], "the profile tables is several files; name a folder with -o"),
        (["--profile", "tables", "-o", "tables.csv"], "tables.csv: the profile tables is several files"),
        (["--profile", "tables", "-f", "turtle", "-o", "x"], "the profile tables is not written as turtle"),
        (["--profile", "org", "-f", "csv"], "the profile org is not written as csv"),
        (["--profile", "org", "-f", "nt", "-o", "a.ttl"], "the ending .ttl is not that of the form nt"),
        (["--profile", "wikidata", "-o", "a.csv"], "the ending .csv tells no form that can be written here"),
        (["--profile", "org", "--dl"], "--dl is of the ontology, which a profile does not hold"),
        (["-f", "csv"], "the form csv is not offered here"),
    ],
)
def test_a_contradiction_is_told_and_nothing_is_written(run, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    outcome = run("export", "QUTAC", *arguments)
    assert (outcome.code, list(tmp_path.iterdir())) == (2, [])
    assert message in outcome.err
