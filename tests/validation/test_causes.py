"""What is misspelt comes before what follows from it, which says so; everything else is told as always."""

from __future__ import annotations

import pytest

from qontology import validate

PREFIXES = """@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix goal: <https://w3id.org/qontology/id/goal/> .
@prefix theme: <https://w3id.org/qontology/scheme/goal-theme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ALLIANCE = "alliance:aurora a qo:Alliance ; qo:hasGoal goal:aurora-1 .\n"
GOAL = 'goal:aurora-1 a qo:Goal ; skos:prefLabel "Train"@en , "培养"@zh ; qo:theme theme:workforce .\n'

CASES = {
    "a class": ("a qo:Goal", "a qo:Gaol", "QO-001", {"QO-125"}),
    "a concept": ("theme:workforce", "theme:workfroce", "QO-001", {"QO-303"}),
    "a property": ("qo:theme ", "qo:themee ", "QO-001", {"QO-302"}),
    "a namespace of others": ("skos/core#", "skos/core/", "QO-002", {"QO-102", "QO-103"}),
    "a namespace of ours": ("scheme/goal-theme/", "scheme/gaol-theme/", "QO-002", {"QO-001", "QO-303"}),
}


@pytest.fixture
def report(tmp_path, monkeypatch, of_the_study):
    """The findings on a file with a text."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, name: str = "a.ttl"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return validate(*sorted(path.name for path in tmp_path.iterdir())).findings

    return run


@pytest.mark.parametrize("case", CASES)
def test_consequences_come_after_the_cause_and_name_it(case: str, report) -> None:
    right, wrong, code, consequences = CASES[case]
    text = PREFIXES + ALLIANCE + GOAL
    assert right in text
    assert not any(one.follows for one in report(text))
    found = report(text.replace(right, wrong))
    (cause,) = [one for one in found if one.code == code and not one.follows]
    following = [one for one in found if one.follows]
    assert {one.code for one in following} == consequences
    assert list(found)[-len(following) :] == following
    assert all(one.remedy.en.startswith(f"mend {code} at a.ttl:{cause.line} first") for one in following)
    assert all(f"a.ttl:{cause.line} 处的 {code}" in one.remedy.zh for one in following)


def test_what_a_file_that_cannot_be_read_might_describe_follows_from_that(report) -> None:
    report(PREFIXES + ALLIANCE)
    found = report(GOAL, "b.ttl")
    (undescribed,) = [one for one in found if one.code == "QO-124"]
    assert undescribed.follows and "SYNTAX at b.ttl:1" in undescribed.remedy.en
    assert "nothing-checked" not in [one.code for one in found]


def test_a_file_that_cannot_be_read_is_not_said_twice(report) -> None:
    assert [one.code for one in report("<urn:a> <urn:b> ")] == ["SYNTAX"]


def test_no_misprint_of_the_user_is_suggested(report) -> None:
    declared = 'theme:standrads a skos:Concept ; skos:prefLabel "standards"@en .\n'
    found = report(f"{PREFIXES}{declared}goal:x qo:theme theme:standrad .")
    (finding,) = [one for one in found if one.code == "QO-001"]
    assert "theme:standards?" in finding.remedy.en


def test_a_name_of_the_user_that_is_like_no_other_is_suggested(report) -> None:
    described = "goal:aurora-1 a qo:Goal .\nalliance:aurora qo:hasGoal goal:aurora-l ."
    (finding,) = [one for one in report(PREFIXES + described) if one.code == "QO-124"]
    assert "goal:aurora-1?" in finding.remedy.en
