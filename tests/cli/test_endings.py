"""The ending of the file behind ``-o`` decides the form, in every verb that has it; one that tells none is refused."""

import json
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest

from qontology.cli.parser import VERBS, parser_of

OWN = str(Path(__file__).parents[2] / "docs/examples/my-alliance.ttl")
pytestmark = pytest.mark.usefixtures("of_the_study")

PLAIN = {
    "ask": ["who leads the work on standards"],
    "query": ["goals/of-alliance"],
    "show": ["QUTAC"],
    "describe": ["alliance"],
    "stats": [],
    "explain": ["QUTAC", "status"],
    "reason": [],
    "compare": ["QUTAC", "QIC"],
    "similar": ["QIC"],
    "gaps": ["QIC"],
    "timeline": ["QIC"],
    "conflicts": ["QUTAC"],
    "freshness": ["QUTAC"],
    "search": ["IBM"],
    "report": ["QUTAC"],
    "site": ["--single-file"],
    "validate": [OWN],
    "template": ["members"],
    "import": ["sheets"],
    "new": ["New Alliance"],
    "list": ["alliances"],
    "export": ["QUTAC"],
    "completion": ["bash"],
}
RDF = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def is_written(path: Path) -> bool:
    """Whether a file is what its ending says."""
    data, ending = path.read_bytes(), path.suffix
    if ending in RDF:
        return len(list(ox.parse(data, format=RDF[ending]))) > 0
    if ending in (".xlsx", ".pptx"):
        return zipfile.is_zipfile(path)
    if ending in (".json", ".sarif"):
        return json.loads(data) is not None
    text = data[:2000].decode("utf-8", "replace")
    marks = {".html": "<!doctype html", ".csv": ",", ".tsv": "\t", ".md": "|", ".xml": "<", ".txt": "", ".bash": "# "}
    return data[:4] == b"PAR1" if ending == ".parquet" else marks[ending] in text.lower()


TABLES = (".txt", ".csv", ".tsv", ".json", ".md", ".xlsx", ".parquet")
ENDINGS = {
    **dict.fromkeys(("ask", "query", "compare", "similar", "gaps", "timeline", "conflicts", "freshness"), TABLES),
    **dict.fromkeys(("search", "list", "stats"), TABLES),
    **dict.fromkeys(("show", "describe", "explain"), (".txt", ".json")),
    "reason": (".trig", ".nq"),
    "validate": (".txt", ".json", ".sarif", ".ttl", ".xml", ".csv", ".html"),
    "new": (".ttl",),
    "export": tuple(RDF),
    "site": (".html",),
    "template": (".xlsx",),
    "report": (".html", ".md", ".xlsx"),  # .pptx is drawn for minutes, in tests/report
    "completion": (".bash",),
}


def test_every_verb_that_writes_a_file_is_tried() -> None:
    writing = {verb for verb in VERBS if any(each.dest == "output" for each in parser_of(verb, "en")[1]._actions)}
    assert writing == PLAIN.keys() == ENDINGS.keys() | {"import"}


@pytest.mark.parametrize(("verb", "ending"), [(verb, ending) for verb in ENDINGS for ending in ENDINGS[verb]])
def test_the_ending_decides_the_form(verb, ending, run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(verb, *PLAIN[verb], "-o", f"answer{ending}")
    assert outcome.code == 0, outcome
    assert [path.name for path in tmp_path.iterdir()] == [f"answer{ending}"] and outcome.out == ""
    assert is_written(tmp_path / f"answer{ending}")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ending", [".foo", ".docx", ".ttl.bak"])
@pytest.mark.parametrize("verb", PLAIN)
def test_an_ending_that_tells_no_form_is_refused_with_what_to_write_instead(
    verb, ending, language, run, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(verb, *PLAIN[verb], "-o", f"answer{ending}", "--lang", language)
    assert outcome.code == 2 and outcome.out == "" and list(tmp_path.iterdir()) == []
    cause, _, remedy = outcome.err.rpartition("; " if language == "en" else "；")
    assert f"answer{ending}" in cause and remedy, outcome.err


@pytest.mark.parametrize("verb", ["site", "import"])
def test_what_is_several_files_is_not_written_into_a_folder_that_is_called_as_a_file(
    verb, run, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(verb, *(["sheets"] if verb == "import" else []), "-o", "all.html")
    assert outcome.code == 2 and "name " in outcome.err and list(tmp_path.iterdir()) == []
