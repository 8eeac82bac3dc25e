"""What the tour says: the stored screen, and what must be on it and why."""

import re
from pathlib import Path

import pytest
from stored import Compare

from qontology import KnowledgeGraph, load
from qontology.characters import columns
from qontology.cli.verbs import tour
from qontology.findings import Finding, Report, Severity
from qontology.language import Text

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return load()


def table(screen: str) -> dict[str, list[str]]:
    """The rows of the table by their first cell, their lines joined; the cells of the columns by place."""
    lines = screen.splitlines()
    rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
    starts = [found.start() for found in re.finditer("─+", lines[rule])]
    ends = [*starts[1:], None]
    rows: list[list[str]] = []
    for line in lines[rule + 1 : lines.index("", rule)]:
        cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        if rows and not known_head(cells[0], rows):
            rows[-1] = [f"{one} {two}".strip() for one, two in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return {head: cells for head, *cells in rows}


HEADS = ("place", "founded", "formation", "led by", "members", "bodies", "goal themes")


def known_head(head: str, rows: list[list[str]]) -> bool:
    """Whether a line begins a row: with the name of an attribute, or below these with dots in its columns."""
    return head in HEADS or (len(rows) >= len(HEADS) and bool(head))


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_the_screen_is_the_stored_one(language: str, run, stored: Compare) -> None:
    outcome = run("tour", "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    stored(EXPECTED / f"tour.{language}.txt", outcome.out)


def test_it_counts_the_triples_that_are_loaded(run, graph: KnowledgeGraph) -> None:
    assert f"{len(graph)} triples loaded" in run("tour").out


def test_it_compares_the_alliances_of_the_study_in_the_order_of_their_founding(run, graph: KnowledgeGraph) -> None:
    found = table(run("tour").out)["founded"]
    assert found == sorted(found) and len(found) == 5


def test_numbers_of_members_say_what_is_counted_and_as_of_when(run) -> None:
    members = table(run("tour").out)["members"]
    assert members[0] == "233 (member, 2022-07-05)"
    assert members[2] == "–", "what no source tells is not a number"
    assert all(cell == "–" or re.match(r"\d+ \(.+, .+\)", cell) for cell in members)


def test_kinds_of_bodies_come_with_the_most_frequent_first(run) -> None:
    bodies = table(run("tour").out)["bodies"]
    for cell in bodies:
        numbers = [int(number) for number in re.findall(r"(\d+)(?=,|$)", cell)]
        assert numbers == sorted(numbers, reverse=True)
    assert "working group 9, body 1" in bodies and "subcommittee 4, governing body 1" in bodies


def test_only_themes_that_two_alliances_share_have_a_row_of_dots(run, graph: KnowledgeGraph) -> None:
    screen = run("tour").out
    dotted = [line for line in screen.splitlines() if "●" in line]
    assert dotted and all(line.count("●") >= 2 for line in dotted)
    names = {str(row["theme"]) for row in graph.query("goals/themes", language="en").to_dicts() if "theme" in row}
    assert len(dotted) < max(len(names), 12)


def test_it_ends_with_lines_that_can_be_typed(run) -> None:
    typed = re.findall(r"^  qontology (\w+)", run("tour").out, re.MULTILINE)
    assert {"show", "query", "search", "validate"} <= set(typed)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_it_fits_a_page(run, language: str) -> None:
    assert max(map(columns, run("tour", "--lang", language).out.splitlines())) <= 100


def test_it_ends_with_1_where_the_graph_is_at_fault(run, monkeypatch) -> None:
    """In a pipeline the exit code is all that is read."""
    finding = Finding("QO-101", Severity.VIOLATION, None, Text("something is wrong", "有误"))
    broken = Report.of([finding], engine="embedded", shapes=[], data=[])
    monkeypatch.setattr(tour, "validate", lambda *_, **__: broken)
    outcome = run("tour")
    assert outcome.code == 1
    assert "findings: 1" in outcome.out
