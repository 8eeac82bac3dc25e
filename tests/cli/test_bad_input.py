"""What a user can get wrong, and the one clear message that each mistake gets."""

import pytest

WRONG = {
    "no such verb": (["shwo"], "there is no verb shwo; did you mean show?"),
    "a name before its verb": (["QUTAC", "show"], "there is no verb QUTAC; the verb comes first: qontology show QUTAC"),
    "a name in traditional characters": (["show", "量子計算產業聯盟"], "did you mean 量子计算产业联盟?"),
    "a name in pinyin": (["show", "benyuanliangzi"], "did you mean 本源量子"),
    "a small word between names": (["compare", "QUTAC", "and", "QIC"], "nothing here is called and; qontology search"),
    "a missing argument of several": (["gaps"], "the following arguments are required: ALLIANCE; see"),
    "a value without its parameter": (
        ["query", "goals/of-alliance", "QUTAC"],
        "write NAME=VALUE, such as alliance=QUTAC",
    ),
    "blanks around the sign": (
        ["query", "goals/of-alliance", "alliance", "=", "QUTAC"],
        "write alliance=VALUE, without blanks",
    ),
    "a value for a query without any": (["query", "formation/foundings", "QUTAC"], "the query has no parameters"),
    "a kind in Chinese": (["list", "联盟"], "there is no kind 联盟; did you mean alliances?"),
    "no such option": (["show", "QUTAC", "--colour"], "unrecognized arguments: --colour"),
    "a missing argument": (["show"], "the following arguments are required: NAME"),
    "a language that there is not": (["show", "QUTAC", "--lang", "de"], "invalid choice: 'de'"),
    "no such query": (
        ["query", "goals/of-aliance"],
        "there is no query goals/of-aliance; did you mean goals/of-alliance",
    ),
    "no such parameter": (
        ["query", "goals/of-alliance", "aliance=QUTAC"],
        "has no parameter aliance; it has: alliance",
    ),
    "a parameter without value": (
        ["query", "goals/of-alliance", "QUTAC"],
        "QUTAC gives no value to a parameter; write NAME=VALUE",
    ),
    "a thing of the wrong kind": (
        ["query", "goals/of-alliance", "alliance=Infineon"],
        "Infineon is an organization, not an alliance; qontology show organization:infineon tells all of it",
    ),
    "an organization in place of an alliance": (["gaps", "Siemens"], "Siemens is an organization, not an alliance"),
    "no such kind": (["list", "aliances"], "there is no kind aliances; did you mean alliances?"),
    "rows as RDF": (["query", "goals/themes", "-f", "turtle"], "the answer of SELECT cannot be written as turtle"),
    "statements as a table": (
        ["query", "DESCRIBE alliance:qic", "-f", "csv"],
        "the answer of DESCRIBE cannot be written as csv; choose from turtle",
    ),
    "parameters for a query of one's own": (["query", "ASK {}", "a=b"], "a query file takes no parameters"),
    "a question that the library does not know": (
        ["ask", "how", "is", "the", "weather"],
        "no question of the library fits “how is the weather”; qontology query --list names all",
    ),
    "an unknown name": (["show", "QUTACC"], "nothing here is called QUTACC; did you mean QUTAC"),
    "words that nothing bears": (["search", "xyzzy"], "nothing has xyzzy in its name"),
    "a missing query file": (["query", "missing.rq"], "missing.rq: cannot be read"),
    "a missing data file": (["export", "missing.ttl"], "missing.ttl: cannot be read"),
    "a file of no RDF format": (["export", "README.md"], "README.md: the ending of the file tells no RDF format"),
    "a folder that is not there": (["export", "QUTAC", "-o", "no/such/folder/a.ttl"], "cannot be written"),
    "a date for single files": (["export", "data", "--as-of", "2022", "-o", "folder"], "--as-of, --derived and --dl"),
    "a template of no such sheet": (["template", "membres", "-o", "a.xlsx"], "there is no sheet membres; did you mean"),
    "a template of another form": (["template", "-o", "a.ods"], "the ending .ods is not that of a workbook"),
    "a missing workbook": (["import", "missing.xlsx"], "missing.xlsx: cannot be read"),
    "a workbook that is none": (["import", "README.md"], "README.md: is not an Excel workbook"),
    "a namespace without an end": (["import", "a.xlsx", "--base", "https://example.org"], "no IRI can begin with"),
    "a first file without a name": (["new", "量子联盟"], "no IRI can be made of the name"),
    "a base that is no IRI": (["validate", "--base", "here"], "the base here is not an absolute IRI; write it in full"),
    "a context without its file": (
        ["validate", "--context", "urn:c"],
        "urn:c does not name a context and its file; write --context IRI=",
    ),
    "a context that is none": (
        ["validate", "--context", "urn:c=README.md"],
        "README.md: holds no @context; name a copy",
    ),
    "a missing catalog": (["validate", "--catalog", "missing.xml"], "missing.xml: cannot be read"),
    "a catalog that is none": (
        ["validate", "--catalog", "README.md"],
        "README.md: the ending of the file tells no RDF",
    ),
    "a node of which nothing is said": (
        ["validate", "docs/examples/my-alliance.ttl", "--focus", "alliance:qutex"],
        "the data say nothing of alliance:qutex; give the IRI",
    ),
    "a site without a folder": (["site"], "a site is a folder of files; name the folder with -o"),
    "an explorer without a file": (["site", "--single-file"], "the explorer is a file; name it with -o, such as"),
    "an explorer at an address": (
        ["site", "--single-file", "-o", "e.html", "--base", "https://example.org"],
        "--base has no effect with --single-file; leave one of them out",
    ),
    "a site at no address": (
        ["site", "-o", "folder", "--base", "nowhere"],
        "nowhere is not an address at which a site",
    ),
    "a term that there is not": (["describe", "qo:Membershp"], "nothing here is called qo:Membershp; did you mean"),
    "a thing in place of a term": (["describe", "QUTAC"], "not a term; qontology show alliance:qutac tells all of it"),
    "a graph of no endpoint to count": (["stats", "--graph", "urn:a"], "no endpoint is named; add --endpoint URL"),
    "conflicts about no alliance": (["conflicts", "Siemens"], "Siemens is an organization, not an alliance"),
    "no date to count from": (["freshness", "--as-of", "yesterday"], "“yesterday” is not a date; give a year"),
    "no number of months": (["freshness", "--months", "0"], "0 is not a number of months; give 1 or more"),
    "an endpoint of another scheme": (
        ["query", "goals/of-alliance", "--endpoint", "file:///etc/passwd"],
        "not an http or https address",
    ),
    "a graph of no endpoint": (["show", "QUTAC", "--graph", "urn:a"], "no endpoint is named; add --endpoint URL"),
    "a graph of no endpoint to validate": (["validate", "--graph", "urn:a"], "no endpoint is named; add --endpoint"),
    "an endpoint that is not there": (
        ["query", "goals/of-alliance", "--endpoint", "http://127.0.0.1:9/"],
        "was not reached",
    ),
}
CODES = {"an endpoint that is not there": 4}


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_gets_one_line_with_cause_and_remedy_and_its_exit_code(run, case):
    arguments, message = WRONG[case]
    outcome = run(*arguments)
    assert outcome.code == CODES.get(case, 2)
    assert outcome.out == ""
    assert outcome.err.startswith("qontology: error: ") and outcome.err.count("\n") == 1
    assert message in outcome.err


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_is_explained_in_chinese_to_those_who_read_chinese(run, case):
    arguments, _ = WRONG[case]
    if "--lang" in arguments:
        pytest.skip("asks for a language that there is not")
    outcome = run(*arguments, "--lang", "zh")
    assert outcome.code == CODES.get(case, 2)
    assert outcome.err.startswith("qontology：错误：")
    assert any("一" <= char <= "鿿" for char in outcome.err.removeprefix("qontology：错误："))


def test_an_ambiguous_name_is_refused_with_its_candidates(run):
    outcome = run("show", "Quantum Industry Consortium")
    assert outcome.code == 2 and outcome.out == ""
    assert "can mean several things: alliance:qic (Quantum Industry Canada), alliance:quic (" in outcome.err
    assert "use the name with its prefix" in outcome.err


def test_broken_turtle_is_told_with_file_line_and_column(run, tmp_path):
    file = tmp_path / "broken.ttl"
    file.write_text("@prefix e: <http://example.org/> .\ne:a e:b ;;; .\ne:c\n", encoding="utf-8")
    for verb in (["export"], ["fmt"]):
        outcome = run(*verb, str(file))
        assert outcome.code == 2
        assert f"{file}:" in outcome.err


def test_a_query_that_does_not_parse_is_told_with_line_and_column(run, tmp_path):
    file = tmp_path / "broken.rq"
    file.write_text("SELECT ?x\nWHERE { ?x }", encoding="utf-8")
    outcome = run("query", str(file))
    assert outcome.code == 2
    assert "query:2:" in outcome.err


def test_a_query_that_asks_a_remote_service_is_refused(run, tmp_path):
    file = tmp_path / "service.rq"
    file.write_text("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", encoding="utf-8")
    outcome = run("query", str(file))
    assert outcome.code == 2 and "SERVICE" in outcome.err


def test_text_that_is_not_utf_8_is_told_with_its_byte(run, tmp_path):
    file = tmp_path / "gb.rq"
    file.write_bytes("SELECT ?量 {}".encode("gb18030"))
    assert "is not UTF-8 at byte 8" in run("query", str(file)).err


def test_a_file_that_cannot_be_formatted_stays_as_it_was(run, tmp_path):
    file = tmp_path / "broken.ttl"
    file.write_text("nonsense", encoding="utf-8")
    run("fmt", str(file))
    assert file.read_text(encoding="utf-8") == "nonsense"
