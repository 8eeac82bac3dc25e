"""The worker of the explorer tells what Python does: answers, comparisons, things, findings. Node.js switches it on."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asking import study, study_files
from pyoxigraph import NamedNode

from qontology import validate
from qontology.analysis.arguments import as_alliances
from qontology.analysis.compare import ATTRIBUTES, Comparison
from qontology.language import Language
from qontology.site import single_file
from qontology.telling import Evidence
from qontology.telling.describe import Teller
from qontology.telling.words import Words

pytestmark = pytest.mark.long
HERE = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("en", "zh")
TWINS = sorted(HERE.parent.glob("*/shapes/QO-*/bad.ttl"))[::12]
LISTS = {"open": " …", "closed": " ✓", "": ""}
ABSENT = {"unknown": ("unknown", "未知"), "none": ("none", "无"), "not-stated": ("not stated", "未说明")}
NOT_NAMED = ("not named, {} counted", "未列名，计有{}")
RIVAL = ("; but by another source ", "；另有来源称")


class Worker:
    """The worker of an explorer, and what it is asked."""

    def __init__(self, node: str, file: Path) -> None:
        command = [node, str(HERE / "worker.mjs"), str(file)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, call: str, **given: object) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([call, given]) + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert "error" not in reply, reply
        return reply["result"]


@pytest.fixture(scope="module")
def graph():
    return study()


@pytest.fixture(scope="module")
def worker(graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    node = shutil.which("node")
    if not node:
        pytest.skip("Node.js is not there")
    file = tmp_path_factory.mktemp("worker") / "explorer.html"
    file.write_bytes(single_file(graph))
    found = Worker(node, file)
    yield found
    assert found.process.stdin and found.process.stdout
    found.process.stdin.close()
    found.process.wait()
    found.process.stdout.close()


def told(term: dict[str, str] | None) -> tuple[str, ...] | None:
    """A term of the worker."""
    return term and (term["type"], term["value"], term.get("language", ""), term.get("datatype", "").rpartition("#")[2])


def term_of(term: Any) -> tuple[str, ...] | None:
    """The same term of Python."""
    if term is None or isinstance(term, NamedNode):
        return term and ("iri", term.value, "", "")
    datatype = term.datatype.value.rpartition("#")[2]
    return ("literal", term.value, term.language or "", "" if datatype in ("string", "langString") else datatype)


def test_every_question_has_the_same_rows(worker: Worker, graph) -> None:
    for question in graph.library:
        if question.kind == "select" and not question.is_for_exchange:
            for language in LANGUAGES:
                answer = worker.ask("ask", id=question.id, values={}, language=language)["answer"]
                wanted = graph.query(question.id, language=language)
                assert answer["columns"] == list(wanted.columns), question.id
                rows = [[*map(told, row)] for row in answer["rows"]]
                assert rows == [[*map(term_of, row)] for row in wanted.rows], question.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("until", ["", "2021"])
def test_the_comparison_has_the_same_cells(language: Language, until: str, worker: Worker, graph) -> None:
    wanted = Comparison(graph, as_alliances(graph, ()), until or None, False, language)
    names = [alliance.value for alliance in wanted.alliances]
    found = worker.ask("compare", alliances=names, dimensions=[], until=until, language=language)
    rows = [
        (row["attribute"], row["sign"], *(text_of(cell, language) for cell in row["cells"])) for row in found["rows"]
    ]
    table = wanted.table(ATTRIBUTES, long=False, known=False, values=False)
    assert rows == [tuple(map(table.in_words, row.cells)) for row in table.rows]


def text_of(cell: dict[str, Any], language: Language) -> str:
    """A cell of the worker as Python writes it."""
    place = LANGUAGES.index(language)
    if cell["state"] == "not-named":
        return NOT_NAMED[place].format(cell["number"])
    if cell["state"] != "known":
        return ABSENT[cell["state"]][place]
    own, rivals = ([item for item in cell["items"] if item["rival"] == rival] for rival in (False, True))
    text = listed(own, place) + LISTS[cell["list"]]
    return text + RIVAL[place] + listed(rivals, place) if rivals else text


def listed(items: list[dict[str, Any]], place: int) -> str:
    brackets, between = ((" ({})", "; "), ("（{}）", "；"))[place]
    texts = []
    for item in items:
        name, *details = (piece["text"] for piece in item["pieces"])
        texts.append(name + "*" * item["shared"] + "".join(map(brackets.format, details)))
    return between.join(dict.fromkeys(texts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thing_has_the_same_lines_with_the_same_evidence(language: Language, worker: Worker, graph) -> None:
    nodes = sorted({triple.subject for triple in graph.triples() if isinstance(triple.subject, NamedNode)}, key=str)
    words = Words(graph, language)
    evidence = Evidence(words)
    for node in [graph.find("QUTAC"), graph.find("IBM"), graph.find("qo:Alliance"), *nodes[::25]]:
        teller = Teller(words, evidence.anew())
        lines = teller.lines(node)
        wanted = [
            (
                line.label,
                line.depth,
                [[part.text for part in value] for value in line.values],
                noted(teller, line.notes),
            )
            for line in lines[1:]
        ]
        found = worker.ask("describe", iri=node.value, language=language)
        notes = [note["text"] for note in found["notes"]]
        told = [
            (
                line["label"],
                line["depth"],
                [[part["text"] for part in value] for value in line["values"]],
                [notes[number - 1] for number in line["notes"]],
            )
            for line in found["lines"]
        ]
        assert told == wanted and found["name"] == words.name(node), node


def noted(teller: Teller, numbers: tuple[int, ...]) -> list[str]:
    return [teller.evidence.notes[number - 1] for number in numbers]


@pytest.mark.parametrize("file", TWINS, ids=lambda path: path.parent.name)
def test_own_data_have_the_same_findings(file: Path, worker: Worker) -> None:
    assert worker.ask("add", name=file.name, text=file.read_text(encoding="utf-8")).get("fault") is None
    found = worker.ask("validate")
    worker.ask("remove", name=file.name)
    wanted = validate(file, ontology=study_files(), with_shipped=False).findings
    assert {(each["code"], *each["message"]) for each in found} == {(each.code, *each.message) for each in wanted}
    assert found
