"""``qontology validate``: options, formats and exit codes."""

import io
import json

import pytest

from qontology.findings.formats import FORMATS

SHAPES = """
e:V sh:targetSubjectsOf e:v ; sh:property [ sh:path e:q ; sh:minCount 1 ] .
e:W sh:targetSubjectsOf e:w ; sh:severity sh:Warning ; sh:not [ sh:nodeKind sh:IRI ] .
e:I sh:targetSubjectsOf e:i ; sh:severity sh:Info ; sh:not [ sh:nodeKind sh:IRI ] .
"""


@pytest.fixture
def validated(command, turtle):
    """Runs the command on a file with this text, against the three shapes above."""

    def run(text: str, *options: str):
        return command(turtle(text), "--shapes", turtle(SHAPES, "s.ttl"), "--with", "none", *options)

    return run


CODES = [
    ("e:a e:v 1 ; e:q 1 .", [], 0),
    ("e:a e:v 1 .", [], 1),
    ("e:a e:w 1 .", [], 0),
    ("e:a e:w 1 .", ["--fail-on", "warning"], 1),
    ("e:a e:i 1 .", ["--fail-on", "warning"], 0),
    ("e:a e:i 1 .", ["--fail-on", "info"], 1),
    ("e:a e:v .", [], 2),
    ("e:a e:v .", ["--code", "V"], 2),
    ("e:a e:v .", ["--max-findings", "0"], 2),
    ("e:a e:v 1 .", ["--max-findings", "0"], 1),
    ("e:a e:v 1 .", ["--code", "X"], 2),
    ("e:a e:v 1 .", ["--timeout", "0.01"], 3),
]


@pytest.mark.parametrize(("text", "options", "code"), CODES)
def test_the_exit_code_tells_the_worst(text, options, code, validated):
    assert validated(text, *options).code == code


def test_an_endpoint_that_is_not_there_is_exit_code_4(command):
    assert command("--endpoint", "http://127.0.0.1:9/").code == 4


def test_a_file_that_is_not_there_is_told_before_anything_is_read(command):
    outcome = command("missing.ttl")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "qontology: error: missing.ttl: cannot be read: it does not exist; check the path\n"


@pytest.mark.parametrize("format", FORMATS)
def test_a_syntax_error_is_written_in_every_format(format, validated):
    outcome = validated("e:a e:v .", "--format", format)
    assert outcome.code == 2
    assert "cannot stand here" in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_goes_to_a_file_too(format, validated, tmp_path):
    target = tmp_path / "report"
    outcome = validated("e:a e:v 1 .", "-f", format, "-o", str(target))
    assert (outcome.code, outcome.out) == (1, "")
    assert target.read_bytes().decode() == validated("e:a e:v 1 .", "-f", format).out


def codes(outcome):
    return [finding["code"] for finding in json.loads(outcome.out)["findings"]]


THREE = "e:a e:v 1 ; e:w 1 ; e:i 1 . e:b e:v 1 ."


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["V", "W", "I", "V"]),
        (["--code", "W"], ["W"]),
        (["--code", "W", "--code", "I"], ["W", "I"]),
        (["--shape", "http://example.org/V"], ["V", "V"]),
        (["--shape", "W"], ["W"]),
        (["--shape", "<http://example.org/I>"], ["I"]),
        (["--focus", "http://example.org/b"], ["V"]),
        (["--max-findings", "2"], ["more-findings", "V", "W"]),
        (["--max-findings", "4"], ["V", "W", "I", "V"]),
    ],
)
def test_findings_are_selected(options, expected, validated):
    assert codes(validated(THREE, "-f", "json", *options)) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--code", "VV"], "no rule has the code VV; did you mean V?"),
        (["--ignore", "VV"], "no rule has the code VV; did you mean V?"),
        (["--ignore", "unused-shap"], "no rule has the code unused-shap; did you mean unused-shape?"),
        (["--shape", "qo:V"], "there is no shape qo:V"),
        (["--shape", "mine.ttl"], "there is no shape mine.ttl; a file of shapes is given with --shapes mine.ttl"),
        (["--focus", "http://example.org/z"], "the data say nothing of http://example.org/z"),
        (["--focus", "z"], "the data say nothing of z; give the IRI"),
    ],
)
def test_what_is_selected_has_to_exist(options, message, validated):
    outcome = validated(THREE, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_standard_input_is_a_file_whose_lines_are_quoted(command, turtle, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<urn:a> <http://example.org/v> 1 .")))
    outcome = command("-", "--shapes", turtle(SHAPES, "s.ttl"), "--with", "none")
    assert " --> -:1:1\n" in outcome.out
    assert "1 | <urn:a> <http://example.org/v> 1 ." in outcome.out


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_is_no_text_is_told_in_every_format(format, command, tmp_path):
    (tmp_path / "a.ttl").write_bytes(b"<urn:a>\n\xe9")
    outcome = command(tmp_path / "a.ttl", "-f", format)
    assert outcome.code == 2
    assert "is not UTF-8 at byte 8" in outcome.out


def test_the_line_of_a_syntax_error_in_json_is_quoted(command, tmp_path):
    (tmp_path / "a.jsonld").write_text('{"@id": "urn:a",\n "urn:p" 1}', encoding="utf-8")
    assert '2 |  "urn:p" 1}' in command(tmp_path / "a.jsonld").out


def test_a_line_of_the_shapes_is_quoted_where_these_are_at_fault(command, turtle):
    shapes = turtle("e:S sh:targetSubjectsOf e:p ; sh:minCont 1 .", "s.ttl")
    assert "4 | e:S sh:targetSubjectsOf" in command(turtle("e:a e:p 1 ."), "--shapes", shapes, "--with", "none").out


def test_nothing_named_is_what_is_shipped(command):
    outcome = command("-f", "json")
    assert "ontology/core.ttl" in json.loads(outcome.out)["data"]


@pytest.mark.parametrize(("language", "words"), [("en", "what to do: "), ("zh", "处理办法：")])
def test_a_rule_is_explained(language, words, command):
    outcome = command("--rule", "QO-101", "--lang", language)
    assert outcome.out.startswith("QO-101  ")
    assert words in outcome.out
    assert "core/status" in outcome.out
    assert "alliance:borealis" in outcome.out
    assert outcome.code == 0


@pytest.mark.parametrize("code", ["SYNTAX", "QO-001"])
def test_a_rule_without_a_shape_is_explained_too(code, command):
    assert command("--rule", code).out.startswith(code)


def test_a_rule_that_there_is_not_is_refused_with_those_that_are_near(command):
    outcome = command("--rule", "QO-1001")
    assert outcome.code == 2
    assert "no rule has the code QO-1001; did you mean QO-101" in outcome.err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_long_run_shows_a_sign_of_life_on_a_terminal_and_wipes_it(monkeypatch):
    from time import sleep

    from qontology.cli import progress as module
    from qontology.language import Text

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with module.progress(Text("validating", "正在校验"), "zh"):
        sleep(0.2)
    assert terminal.getvalue().startswith("\r正在校验 0 秒")
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("no_colour", "expected"), [("", True), ("1", False)])
def test_a_terminal_has_colours_unless_it_wants_none(no_colour, expected, validated, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr("qontology.cli.verbs.validate.screen", lambda: 100)
    assert ("\x1b[1;31m" in validated("e:a e:v 1 .").out) is expected
