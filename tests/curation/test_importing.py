"""Rows become Turtle: all of them or none, each with its source, and always the same bytes."""

import difflib
from pathlib import Path

import pyoxigraph as ox
import pytest
from curation.conftest import found, write_folder, write_workbook

from qontology.curation import import_sheets
from qontology.validation import validate


def triples(texts):
    return {quad.triple for text in texts.values() for quad in ox.parse(text.encode(), ox.RdfFormat.TURTLE)}


def test_the_worked_rows_of_all_sheets_together_are_right(imported, worked, stored):
    outcome = imported(worked)
    assert found(outcome) == []
    stored(Path(__file__).parent / "expected/worked.ttl", outcome.texts["alliances/example-quantum-alliance.ttl"])


def test_a_file_is_called_by_the_name_of_what_it_is_about_though_the_sheets_only_add_to_it(imported, worked):
    worked["members"].append(worked["members"][0] | {"of": "QUTAC"})
    first = imported(worked).texts["alliances/qutac.ttl"].splitlines()[0]
    assert first.startswith("# Quantum Technology and Application Consortium, written by qontology import")


def test_what_is_written_passes_validation(tmp_path, imported, worked):
    for name, text in imported(worked).texts.items():
        (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / name).write_text(text, encoding="utf-8")
    assert validate(tmp_path / "out").findings == ()


def test_a_workbook_and_a_folder_say_the_same_and_say_it_again(tmp_path, worked):
    folder = write_folder(tmp_path / "mine", worked)
    book = write_workbook(tmp_path / "mine.xlsx", worked)
    texts = import_sheets(folder).texts
    assert texts and import_sheets(book).texts == texts == import_sheets(folder).texts


@pytest.mark.parametrize(
    ("sheet", "other"),
    [("counts", {"value": "15"}), ("funding", {"value": "1000000"}), ("members", {"dating": "undated"}), ("roles", {})],
)
def test_the_other_account_of_a_source_hangs_on_the_row_that_the_graph_follows(imported, worked, sheet, other):
    worked[sheet][0]["id"] = "followed"
    worked[sheet].append(worked[sheet][0] | other | {"id": "another", "rival_of": "followed"})
    outcome = imported(worked)
    assert found(outcome) == []
    assert "qo:rival statement:another ;" in "".join(outcome.texts.values())


def test_a_thing_is_no_account_of_a_source(imported, worked):
    worked["counts"].append(worked["counts"][0] | {"id": "another", "rival_of": "Example Photonics"})
    said = "“Example Photonics” is known, but not as qo:Event, qo:Statement"
    assert [problem[2] for problem in found(imported(worked))] == [said]


def test_an_edited_row_changes_its_own_lines_only(imported, worked):
    before = imported(worked).texts
    worked["counts"][0]["value"] = "14"
    after = imported(worked).texts
    changed = [
        line
        for name in before
        for line in difflib.unified_diff(before[name].splitlines(), after[name].splitlines(), n=0, lineterm="")
        if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changed == ["-    qo:value 12 ;", "+    qo:value 14 ;"]


def test_rows_that_tell_the_same_by_two_sources_are_one_node_with_two_passages(imported, worked):
    worked["sources"].append(
        worked["sources"][0] | {"id": "example-press-2026", "address": "https://example.org/press"}
    )
    worked["members"].append(worked["members"][0] | {"source": "example-press-2026"})
    text = imported(worked).texts["alliances/example-quantum-alliance.ttl"]
    assert text.count("a qo:Membership ;") == 1
    assert "qo:evidence passage:example-news-2026-page , passage:example-press-2026-page ;" in text


def test_a_row_that_contradicts_another_hangs_on_it_and_not_on_the_alliance(imported, worked):
    rival = {"what": "founding", "date": "2024", "id": "example-quantum-alliance-founding-2024"}
    worked["events"].append(worked["events"][0] | rival | {"rival_of": "example-quantum-alliance-founding"})
    worked["roles"].append(worked["roles"][0] | {"of": rival["id"]})
    outcome = imported(worked)
    text = outcome.texts["alliances/example-quantum-alliance.ttl"]
    assert found(outcome) == []
    assert "qo:hasFounding event:example-quantum-alliance-founding ;" in text
    assert "qo:rival event:example-quantum-alliance-founding-2024 ;" in text


def test_things_are_found_by_any_of_their_names(imported, worked):
    names = ("Infineon", "英飞凌", "infineon", "organization:infineon", "Infineon / 英飞凌")
    texts = set()
    for name in names:
        worked["members"][0]["member"] = name
        texts.add(imported(worked).texts["alliances/example-quantum-alliance.ttl"])
    (text,) = texts
    assert "qo:member organization:infineon ;" in text


def test_a_concept_of_ones_own_is_used_at_once(imported, worked):
    worked["counts"].append(worked["counts"][0] | {"counted": "展位", "value": "40"})
    text = imported(worked).texts["alliances/example-quantum-alliance.ttl"]
    assert "qo:counted counted:example-stand ;" in text


def test_rows_that_begin_with_a_hash_and_empty_rows_are_passed_over(imported, worked):
    worked["members"] += [{"of": "# a note", "member": "nobody"}, {}]
    assert found(imported(worked)) == []


def test_an_alliance_of_ones_own_lives_in_ones_own_namespace(tmp_path, worked):
    folder = write_folder(tmp_path / "mine", worked)
    outcome = import_sheets(folder, base="https://example.org/mine/")
    text = outcome.texts["alliances/example-quantum-alliance.ttl"]
    assert "@prefix own-alliance: <https://example.org/mine/alliance/> ." in text
    assert "own-alliance:example-quantum-alliance\n    a qo:Alliance ;" in text
    assert "qo:hasCountry place:canada ;" in text


@pytest.mark.parametrize("sheet", ["members", "counts", "goals"])
def test_a_fact_about_a_shipped_alliance_goes_to_its_file(imported, worked, sheet):
    fact = worked[sheet][0] | {"of": "QUTAC", "id": ""}
    outcome = imported({"sources": worked["sources"], "organizations": worked["organizations"], sheet: [fact]})
    assert {one.code for one in outcome.report.findings} <= {"QO-463"}, outcome.report.findings
    assert "alliances/qutac.ttl" in outcome.texts


def test_a_seat_in_a_shipped_organ_goes_to_the_file_of_its_alliance(imported, worked):
    seat = {"of": "body:q-star-steering-committee", "member": "Infineon", "source": "example-news-2026"}
    assert set(imported({"sources": worked["sources"], "members": [seat]}).texts) == {
        "alliances/q-star.ttl",
        "sources.ttl",
    }


def test_findings_of_validation_stand_at_their_cells(imported, worked):
    del worked["implied"]
    worked["goals"][0]["theme"] = ""
    worked["alliances"][0]["source"] = ""
    worked["members"][0] |= {"start": "2026-02", "end": "2025"}
    outcome = imported(worked)
    assert [(sheet, cell) for sheet, cell, _ in found(outcome)] == [
        ("alliances", "cell N2"),
        ("goals", "cell D2"),
        ("members", "cell F2"),
    ]
    assert outcome.texts == {}
