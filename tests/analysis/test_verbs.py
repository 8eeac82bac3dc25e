"""The verbs of analysis: what they print, in which form, and how they refuse."""

import csv
import io
import json
import shlex
from pathlib import Path

import pytest

from qontology.characters import columns
from qontology.cli import options
from qontology.knowledge.library import Library

EXPECTED = Path(__file__).with_name("expected")
MINE = Path(__file__).resolve().parents[2] / "docs/examples/my-alliance.ttl"
PAGES = {
    "compare": ["compare", "QED-C", "QUTAC", "--dimension", "formation", "--sources"],
    "compare-long": ["compare", "--dimension", "structure"],
    "compare-past": ["compare", "QED-C", "QuIC", "QUTAC", "--as-of", "2021-03"],
    "overlap": ["compare", "QED-C", "QuIC", "QUTAC", "--overlap"],
    "organizations": ["compare", "--organizations"],
    "gaps": ["gaps", "EAQU", str(MINE)],
    "timeline": ["timeline", "QED-C"],
    "june-2022": ["timeline", "QED-C", "--from", "2022-06", "--to", "2022-06"],
    "conflicts": ["conflicts"],
    "freshness": ["freshness"],
    "freshness-one": ["freshness", "Q-STAR"],
    "question": ["query", "--list", "compare/timeline"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_the_expected_one(page, language, run, stored):
    outcome = run(*PAGES[page], "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    stored(EXPECTED / f"{page}.{language}.txt", outcome.out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", [page for page in PAGES if page != "question"])
def test_no_line_is_wider_than_a_terminal_of_80_columns(page, language, run, monkeypatch):
    monkeypatch.setattr(options, "screen", lambda: 80)
    lines = run(*PAGES[page], "--lang", language).out.splitlines()
    assert max(map(columns, lines)) <= 80


@pytest.mark.parametrize("page", [page for page in PAGES if page != "question"])
def test_both_languages_stand_side_by_side(page, run):
    outcome = run(*PAGES[page], "--lang", "both")
    pages = (EXPECTED / f"{page}.{language}.txt" for language in ("en", "zh"))
    titles = [each.read_text(encoding="utf-8").splitlines()[0] for each in pages]
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, " / ".join(titles))


def test_two_alliances_are_columns_and_five_are_lines(run):
    assert "QED-C" in run("compare", "QED-C", "QUTAC").out.splitlines()[2]
    assert "alliance" in run("compare").out.splitlines()[2]


def test_a_file_does_not_depend_on_the_terminal(run, monkeypatch, tmp_path):
    monkeypatch.setattr(options, "screen", lambda: 60)
    file = tmp_path / "page.txt"
    run("timeline", "QED-C", "--lang", "en", "-o", str(file))
    assert file.read_text(encoding="utf-8") == (EXPECTED / "timeline.en.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["compare", "overlap", "gaps", "timeline"])
def test_every_form_has_the_same_rows(page, run):
    def form(name):
        return run(*PAGES[page], "--format", name).out

    rows = list(csv.DictReader(io.StringIO(form("csv"))))
    bindings = json.loads(form("json"))["results"]["bindings"]
    assert [list(row.values()) for row in rows] == [[cell["value"] for cell in row.values()] for row in bindings]
    assert len(form("tsv").splitlines()) == len(rows) + 1
    assert len(form("markdown").splitlines()) == len(rows) + 2


def test_the_same_dates_and_numbers_stand_in_both_languages(run):
    def numbers(language):
        rows = csv.reader(io.StringIO(run(*PAGES["overlap"], "--lang", language, "--format", "csv").out))
        return [row[2:7] for row in rows][1:]

    assert numbers("en") == numbers("zh") == numbers("both")


def test_an_alliance_in_a_file_of_ones_own_is_compared_with_the_shipped_ones(run):
    outcome = run("compare", "EAQU", "QIC", "--data", str(MINE), "--format", "csv")
    assert outcome.out.splitlines()[0] == "dimension,attribute,difference,EAQU,QIC"


@pytest.mark.parametrize(
    ("arguments", "said", "said_in_chinese"),
    [
        (["compare", "QED-CC"], "did you mean QED-C?", "是否想用 QED-C？"),
        (["compare", "--as-of", "yesterday"], "“yesterday” is not a date", "“yesterday”不是日期"),
        (
            ["compare", "--as-of", "1999"],
            "none of these alliances had been founded by 1999",
            "截至1999年，这些联盟均未成立",
        ),
        (["compare", "--dimension", "size"], "'size'", "无效的取值 'size'"),
        (["compare", "--format", "word"], "'word'", "无效的取值 'word'"),
        (
            ["compare", "--overlap", "--as-of", "2020"],
            "has no effect with --overlap",
            "与 --overlap 同用时，--as-of 不起作用",
        ),
        (["compare", "--overlap", "--organizations"], "not allowed with", "不能与"),
        (["compare", "--data", "nowhere.ttl"], "nowhere.ttl", "nowhere.ttl"),
        (["gaps"], "required", "缺少必需的参数"),
        (["gaps", "nobody"], "nothing here is called nobody", "没有名为“nobody”的事物"),
        (["gaps", "QIC", "nowhere.ttl"], "nowhere.ttl", "nowhere.ttl"),
        (["timeline", "--from", "2022-13"], "“2022-13” is not a date", "“2022-13”不是日期"),
        (["timeline", "--from", "2022", "--to", "2021"], "the period ends in 2021", "早于开始"),
    ],
)
def test_a_wrong_name_date_format_or_file_is_refused_in_either_language(arguments, said, said_in_chinese, run):
    for language, sentence in (("en", said), ("zh", said_in_chinese)):
        outcome = run(*arguments, "--lang", language)
        assert (outcome.code, outcome.out) == (2, "")
        assert sentence in outcome.err
        assert outcome.err.count("\n") == 1


def test_a_broken_file_is_refused_with_its_place(run, tmp_path):
    file = tmp_path / "broken.ttl"
    file.write_text("@prefix qo: <https://w3id.org/qontology/ns#> .\nqo:a qo:b", encoding="utf-8")
    outcome = run("gaps", "QIC", str(file))
    assert outcome.code == 2
    assert "broken.ttl:2" in outcome.err


def test_every_question_is_told_with_its_columns_and_an_example_that_runs(run):
    for question in Library():
        lines = run("query", "--list", question.id, "--lang", "en").out.splitlines()
        assert lines[0] == question.id
        if question.kind == "select":
            # A long example goes on where its line ends in a backslash.
            example = " ".join(line.removesuffix("\\") for line in lines[lines.index("Example") + 1 :])
            header = run(*shlex.split(example)[1:], "--format", "csv").out.splitlines()[0]
            assert tuple(header.split(",")) == question.columns


def test_a_word_still_lists_the_questions_about_it(run):
    assert len(run("query", "--list", "themes").out.splitlines()) > 1
