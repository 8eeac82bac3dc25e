"""All that rests on the web, in sheets and back: the same triples, the same bytes, and each row by itself."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import graph, is_of_the_web, only_the_study
from curation.conftest import Rows, write_folder

from qontology import assets
from qontology.curation import Imported, import_sheets
from qontology.curation.filled import filled
from qontology.curation.pages import Desk
from qontology.engine import Triple
from qontology.findings import Severity
from qontology.namespaces import OWL, RDF

pytestmark = pytest.mark.long

HEADER = ox.Triple(ox.NamedNode("x:"), RDF["type"], OWL["Ontology"])


def triples(text: bytes) -> set[Triple]:
    return {quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)}


def of_all(texts: Imported) -> set[Triple]:
    return set().union(*(triples(text.encode()) for text in texts.texts.values()))


def of_shipped(*, web: bool) -> set[Triple]:
    """What is said in the files that rest on the web, or in the others; not of the files themselves."""
    said = set().union(*(triples(path.read_bytes()) for path in assets.files("data") if is_of_the_web(path) is web))
    files = {one.subject for one in said if (one.predicate, one.object) == (HEADER.predicate, HEADER.object)}
    return {one for one in said if one.subject not in files}


def imported(folder: Path, rows: Rows) -> Imported:
    """The rows, by one who knows what rests on the study and nothing else."""
    with only_the_study():
        return import_sheets(write_folder(folder, rows))


@pytest.fixture(scope="module")
def rows() -> Rows:
    return {name: [dict(row) for row in lines] for name, lines in filled(Desk(graph()), ["all"]).rows.items()}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> Iterator[Imported]:
    yield imported(tmp_path_factory.mktemp("world"), rows)


def test_all_comes_back_and_nothing_else(world: Imported) -> None:
    assert [one.message.en for one in world.report.findings if one.severity == Severity.VIOLATION] == []
    back = of_all(world)
    assert of_shipped(web=True) - back == set()
    assert back - of_shipped(web=True) - of_shipped(web=False) == set()


def test_a_second_export_and_import_give_the_same_bytes(tmp_path: Path, rows: Rows, world: Imported) -> None:
    again = {name: [*map(dict, lines)] for name, lines in filled(Desk(graph()), ["all"]).rows.items()}
    assert again == rows
    assert imported(tmp_path / "again", again).texts == world.texts


def changes(before: Imported, after: Imported) -> list[str]:
    """The lines that are other ones, with their signs."""
    assert before.texts.keys() == after.texts.keys()
    texts = [(before.texts[name].splitlines(), after.texts[name].splitlines()) for name in sorted(before.texts)]
    return [
        line for one, other in texts for line in unified_diff(one, other, n=0) if line[:3] not in ("---", "+++", "@@ ")
    ]


@pytest.mark.parametrize(("sheet", "column"), [("goals", "text_zh"), ("claims", "text_zh"), ("work", "title_zh")])
def test_an_edited_cell_changes_its_own_line_only(
    tmp_path: Path, rows: Rows, world: Imported, sheet: str, column: str
) -> None:
    at, row = next((at, row) for at, row in enumerate(rows[sheet]) if "paper-2022" not in str(row["source"]))
    text = str(row[column])
    edited = "新" + text[1:]
    lines = [row | ({column: edited} if number == at else {}) for number, row in enumerate(rows[sheet])]
    told = changes(world, imported(tmp_path / "edited", rows | {sheet: lines}))
    assert [line[0] for line in told] == ["-", "+"]
    assert text in told[0] and told[1][1:] == told[0][1:].replace(text, edited)


def test_a_row_that_is_taken_out_takes_its_own_lines_with_it(tmp_path: Path, rows: Rows, world: Imported) -> None:
    kept = {**rows, "counts": rows["counts"][1:]}
    back, less = of_all(world), of_all(imported(tmp_path / "less", kept))
    gone = {one.subject for one in back - less if one.predicate == RDF["type"]}
    assert less < back and len(gone) == 1
    assert all(not gone.isdisjoint((one.subject, one.object)) for one in back - less)
