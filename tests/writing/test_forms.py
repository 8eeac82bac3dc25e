"""The ending of a file decides its form; what contradicts it, or tells none, is refused."""

import gzip
from pathlib import Path

import pytest

from qontology import InputError, exchange
from qontology.writing import FORMS, chosen, packed
from qontology.writing.forms import STATEMENTS

TABLES = ("table", "csv", "json", "markdown")


def test_the_forms_of_statements_are_those_in_which_a_graph_is_written() -> None:
    assert tuple(exchange.FORMATS) == STATEMENTS


@pytest.mark.parametrize(
    ("wanted", "target", "form"),
    [
        (None, None, "table"),
        (None, "-", "table"),
        (None, "answer", "table"),
        (None, "answer.CSV", "csv"),
        (None, "v1.2/answer.md", "markdown"),
        (None, "answer.json.gz", "json"),
        ("csv", "answer", "csv"),
        ("csv", "answer.csv", "csv"),
        ("csv", "answer.dat", "csv"),
    ],
)
def test_the_ending_decides(wanted: str | None, target: str | None, form: str) -> None:
    assert chosen(TABLES, wanted, target) == form


@pytest.mark.parametrize(
    ("wanted", "target", "message"),
    [
        (
            "csv",
            "answer.json",
            "the ending .json is not that of the form csv; leave -f out, or name a file that ends",
        ),
        (
            None,
            "answer.xyz",
            "the ending .xyz tells no form that can be written here; use .txt, .csv, .json, .md, with or",
        ),
        (None, "answer.parquet", "the ending .parquet tells no form"),
        ("xlsx", None, "the form xlsx is not offered here; choose from table, csv, json, markdown"),
    ],
)
def test_what_contradicts_or_tells_nothing_is_refused(wanted: str | None, target: str | None, message: str) -> None:
    with pytest.raises(InputError) as caught:
        chosen(TABLES, wanted, target)
    assert message in caught.value.say("en")


def test_what_stands_there_and_is_no_file_has_no_ending(tmp_path: Path) -> None:
    folder = tmp_path / "pipe.xyz"
    folder.mkdir()
    assert chosen(TABLES, None, str(folder)) == "table"


def test_a_packed_file_has_the_same_bytes_at_every_time_and_no_name_inside() -> None:
    first, again = packed("量子", "a.txt.gz"), packed("量子", "b.txt.gz")
    assert first == again and gzip.decompress(first) == "量子".encode()


def test_each_form_has_an_ending_and_a_media_type_and_no_name_twice() -> None:
    names = [name for form in FORMS.values() for name in (form.name, *form.other_names)]
    assert len(names) == len({*names})
    assert all(form.endings and "/" in form.media_type for form in FORMS.values())


# Every verb that writes to a file: its arguments, and a file whose form is not the one on the screen.
VERBS = {
    "query": (["query", "goals/of-alliance"], "a.csv", b"alliance,goal"),
    "query --sparql": (["query", "goals/of-alliance", "--sparql"], "a.rq", b"PREFIX"),
    "show": (["show", "QUTAC"], "a.json", b"{"),
    "explain": (["explain", "Airbus", "participates in"], "a.json", b"{"),
    "compare": (["compare"], "a.md", b"| "),
    "gaps": (["gaps", "QUTAC"], "a.tsv", b"?"),
    "timeline": (["timeline"], "a.csv", b""),
    "search": (["search", "quantum"], "a.xlsx", b"PK"),
    "reason": (["reason"], "a.nq", b"<"),
    "export": (["export"], "a.rdf", b"<?xml"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_writes_what_the_ending_says(run, tmp_path: Path, verb: str) -> None:
    arguments, name, begin = VERBS[verb]
    assert run(*arguments, "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_bytes().startswith(begin)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_refuses_an_ending_that_it_does_not_know(run, tmp_path: Path, verb: str) -> None:
    outcome = run(*VERBS[verb][0], "-o", str(tmp_path / "a.xyz"))
    assert outcome.code == 2 and "the ending .xyz tells no form" in outcome.err
    assert [*tmp_path.iterdir()] == []


def test_a_report_of_findings_has_the_form_of_its_ending(run, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    for name, begin in {"v.sarif": "{", "v.json": "{", "v.xml": "<?xml", "v.html": "<!doctype"}.items():
        assert run("validate", str(file), "--with", "none", "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(begin.lower())
