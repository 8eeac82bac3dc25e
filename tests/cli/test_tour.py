"""The first screen: what it counts, what it compares, where it leads, and that it tells when the graph is at fault."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from asking import graph

from qontology import assets
from qontology.analysis import overview
from qontology.characters import columns
from qontology.telling.dates import MONTHS

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("expected")

# The glance tells what the study has.
OF_STUDY = "{} qo:evidence/dcterms:isPartOf source:paper-2022 ."

each_language = pytest.mark.parametrize("language", ["en", "zh"])


@pytest.fixture(scope="module")
def tables():
    return {language: overview(graph(), language).to_table() for language in ("en", "zh")}


@pytest.fixture
def cells(tables):
    """The rows of the table in one language, by what they are called, each by the alliances of the columns."""

    def of(language: str) -> dict[str, dict[str, str]]:
        table = tables[language]
        rows = ([cell.value for cell in row] for row in table.rows)
        return {name: dict(zip(table.columns[1:], row, strict=True)) for name, *row in rows}

    return of


def answers(columns: str, pattern: str) -> list[list[str]]:
    """What the graph says of the alliances that the study compares, the first column being a short name of theirs."""
    rows = (
        graph()
        .select(f"SELECT DISTINCT ?alliance {columns} WHERE {{ source:paper-2022 qo:compares ?alliance . {pattern} }}")
        .rows
    )
    return [[graph().names.short(alliance, "en"), *(term.value for term in rest)] for alliance, *rest in rows]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_the_screen_is_the_stored_one(language: str, run, stored, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = run("tour", "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{len(graph())} " if language != "zh" else f"已载入 {len(graph())} ")
    stored(EXPECTED / f"tour.{language}.txt", outcome.out)


def test_it_ends_with_1_and_says_so_where_what_is_shipped_is_at_fault(run, tmp_path, monkeypatch) -> None:
    """A broken graph must not look fine in CI."""
    for folder in assets.FOLDERS:
        shutil.copytree(assets.root() / folder, tmp_path / folder)
    file = tmp_path / "data/alliances/qutac.ttl"
    whole = file.read_text(encoding="utf-8")
    broken = whole.replace("qo:status status:established ;", "")
    assert broken != whole
    file.write_text(broken, encoding="utf-8")
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    outcome = run("tour", "--lang", "en")
    assert outcome.code == 1
    assert outcome.out.splitlines()[0].endswith("findings: 1.")


def test_the_alliances_of_the_study_are_the_columns_in_the_order_of_their_founding(tables, cells) -> None:
    founded = dict(answers("?date", "?alliance qo:hasFounding/qo:date ?date"))
    assert set(tables["en"].columns[1:]) == set(founded)
    assert cells("en")["founded"] == founded
    assert list(cells("en")["founded"].values()) == sorted(founded.values())


def test_members_are_told_as_all_the_numbers_that_sources_give_each_with_what_it_counts(cells) -> None:
    counted = "VALUES ?kind { counted:member counted:founding-company counted:partner }"
    told = "?count qo:counted ?kind ; qo:value ?number . ?kind skos:prefLabel ?name FILTER(LANG(?name) = 'en')"
    expected = {alliance: set() for alliance in cells("en")["members"]}
    for alliance, number, name in answers(
        "?number ?name", f"{counted} ?alliance qo:hasCount ?count . {told} {OF_STUDY.format('?count')}"
    ):
        expected[alliance].add((number, name))
    found = {
        alliance: set(re.findall(r"(\d+) \(([^,()]+), [^()]+\)", text))
        for alliance, text in cells("en")["members"].items()
    }
    assert found == expected
    assert any(expected.values())


@each_language
def test_the_most_frequent_kind_of_body_comes_first(language: str, cells) -> None:
    for text in cells(language)["bodies" if language == "en" else "内设机构"].values():
        numbers = [int(number) for number in re.findall(r"[(（](\d+)[)）]", text)]
        assert numbers == sorted(numbers, reverse=True)


def test_bodies_are_counted_with_those_inside_them(cells) -> None:
    bodies = answers("?body", f"?body qo:subBodyOf*/qo:bodyOf ?alliance . {OF_STUDY.format('?body')}")
    found = {name: sum(map(int, re.findall(r"\((\d+)\)", text))) for name, text in cells("en")["bodies"].items()}
    assert found == {name: sum(row[0] == name for row in bodies) for name in found}


def test_a_theme_is_listed_where_two_alliances_or_more_name_it_and_a_dot_stands_for_each(cells) -> None:
    """A theme of one alliance is no ground for a comparison; the most shared one comes first."""
    named = "?alliance qo:hasGoal/qo:theme ?theme . ?theme skos:prefLabel ?name FILTER(LANG(?name) = 'en')"
    having: dict[str, set[str]] = {}
    for alliance, name in answers("?name", named):
        having.setdefault(name, set()).add(alliance)
    dotted = {name: {who for who, cell in row.items() if cell == "●"} for name, row in cells("en").items()}
    listed = {name: alliances for name, alliances in dotted.items() if alliances}
    assert listed == {name: alliances for name, alliances in having.items() if len(alliances) > 1}
    assert list(listed) == sorted(listed, key=lambda name: (-len(listed[name]), name))


def test_both_languages_count_the_same(cells) -> None:
    """Names aside, a cell in Chinese has the numbers and the dots of the one in English."""

    def figures(language: str) -> list[tuple[tuple[str, ...], ...]]:
        rows = ([re.findall(r"\d+|●", numbered(text)) for text in row.values()] for row in cells(language).values())
        return sorted(tuple(map(tuple, map(sorted, row))) for row in rows)

    def numbered(text: str) -> str:
        for number, month in enumerate(MONTHS, 1):
            text = text.replace(month, str(number))
        return text

    assert figures("en") == figures("zh")


@pytest.fixture(scope="module")
def narrow() -> list[str]:
    """The parts that are printed on a terminal of 80 columns, once they are made."""
    return []


PARTS = ["head", "title", "answer", "table", "remark", "evidence", "where to go on"]


@pytest.mark.parametrize("part", PARTS)
def test_no_line_is_wider_than_a_terminal_of_80_columns(part: str, narrow, run, terminal) -> None:
    if not narrow:
        terminal(80)
        narrow += run("tour", "--lang", "en").out.split("\n\n")
    text = narrow[PARTS.index(part)]
    assert max(map(columns, text.splitlines())) <= 80


NEXT = re.compile(r"^  (\S*qontology .*)", re.MULTILINE)


def test_each_line_that_it_leads_to_answers_as_it_is_printed(run, monkeypatch) -> None:
    """Copied whole: what a line is for stands behind a sign that a shell passes over."""
    monkeypatch.chdir(ROOT)
    lines = NEXT.findall(run("tour", "--lang", "en").out)
    assert len(lines) == 4
    for line in lines:
        program, *arguments = shlex.split(line, comments=True)
        assert program == "qontology"
        outcome = run(*arguments)
        assert outcome.code == 0 and outcome.out


def test_a_line_names_the_place_of_the_program_where_the_shell_does_not_find_it(run, monkeypatch, tmp_path) -> None:
    """After `make tour` it lies in `.venv/bin`, and no PATH knows of it."""
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/qontology").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv/bin/python"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(tmp_path)
    assert {line.split()[0] for line in NEXT.findall(run("tour").out)} == {".venv/bin/qontology"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_with_a_file_of_ones_own_it_is_validated_and_the_lines_lead_to_its_alliance(language, run, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    own = "docs/examples/my-alliance.ttl"
    outcome = run("tour", "--data", own, "--lang", language)
    assert outcome.code == 0
    lines = [shlex.split(line, comments=True)[1:] for line in NEXT.findall(outcome.out)]
    assert ["show", "EAQU", "--data", own] in lines and ["validate", own] in lines
    assert "EAQU" in run(*lines[0]).out


def test_a_file_that_is_at_fault_is_told_by_the_tour(run, tmp_path, monkeypatch) -> None:
    whole = (ROOT / "docs/examples/my-alliance.ttl").read_text(encoding="utf-8")
    broken = whole.replace("qo:status status:established ;", "")
    assert broken != whole
    (tmp_path / "mine.ttl").write_text(broken, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    outcome = run("tour", "--data", "mine.ttl", "--lang", "en")
    assert outcome.code == 1 and outcome.out.splitlines()[0].endswith("findings: 1.")


@each_language
def test_a_program_whose_path_is_wider_than_the_terminal_is_still_typed_as_it_stands(
    language, run, terminal, monkeypatch, tmp_path
) -> None:
    place = tmp_path / "a folder of somebody" / "with a name that is longer than a line of a narrow terminal has room"
    place.mkdir(parents=True)
    (place / "qontology").write_text('#!/bin/sh\necho "$@"\n')
    (place / "qontology").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(place / "python"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(ROOT)
    terminal(60)
    text = run("tour", "--lang", language).out
    assert max(map(columns, text.splitlines())) <= 60
    told = subprocess.run(["/bin/sh", "-c", text.split("\n\n")[-1]], capture_output=True, text=True, check=True).stdout
    assert told.split("\n")[:3] == ["show QUTAC", "query --list", "search 量子计算"]


def test_what_a_line_is_for_stands_above_it_on_a_narrow_terminal(run, terminal) -> None:
    terminal(80)
    lines = run("tour", "--lang", "en").out.splitlines()[-8:]
    assert [line.startswith("  # ") for line in lines] == [True, False] * 4
