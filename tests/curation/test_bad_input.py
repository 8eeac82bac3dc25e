"""What a curator can get wrong: each a finding with sheet, cell, cause and remedy, and nothing is written.

The good twin of every case is the worked rows as they are: no finding (``test_importing``).
"""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from curation.conftest import HEADERS, found, write_folder, write_workbook

from qontology.curation import import_sheets
from qontology.errors import InputError

CELLS = {
    "a name that is not known": ("members", "member", "Infinion", "UNKNOWN", "“Infinion” is not known"),
    "a thing of another kind": ("members", "member", "Canada", "KIND", "“Canada” is known, but not as qo:Organization"),
    "a name of several things": ("members", "of", "Quantum Industry Consortium", "SEVERAL", "can mean several things"),
    "an unknown concept": ("counts", "counted", "memebrs", "CONCEPT", "“memebrs” is no concept of scheme:counted"),
    "a concept of another trait": ("traits", "value", "established", "CONCEPT", "is no concept of scheme:technology"),
    "an unknown choice": ("events", "what", "birth", "CHOICE", "“birth” is none of the choices"),
    "a date that is none": ("events", "date", "in autumn", "DATE", "“in autumn” is no date"),
    "a day that there is not": ("events", "date", "2025-02-30", "DATE", "“2025-02-30” is no date"),
    "a number in words": ("counts", "value", "about 12", "NUMBER", "“about 12” is no whole number"),
    "an address that is none": ("links", "address", "www.example.org", "ADDRESS", "“www.example.org” is no address"),
    "a name like an IRI that is none": ("members", "member", '=A("http://b")', "UNKNOWN", "is not known"),
    "an address with brackets": ("links", "address", "https://a.org/[", "ADDRESS", "“https://a.org/[” is no address"),
    "a language that is none": ("names", "language", "English", "LANGUAGE", "“English” is no code of a language"),
    "a short name with capitals": ("goals", "id", "My Goal", "ID", "“My Goal” is no short name"),
    "a cell that must be filled": ("members", "member", "", "EMPTY", "the column “member” must be filled in"),
    "two places for one source": ("counts", "locator", "p1 | p2", "LOCATOR", "there are 2 places for 1 sources"),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_wrong_cell_is_told_with_cause_and_remedy_in_both_languages(imported, worked, case):
    sheet, column, value, code, message = CELLS[case]
    worked[sheet][0][column] = value
    outcome = imported(worked)
    told = next(one for one in outcome.report.findings if one.code == code)
    assert message in told.message.en
    assert (told.line, told.column) == (2, HEADERS[sheet].index(column) + 1)
    assert told.file.endswith(f"mine/{sheet}.csv")
    assert told.remedy.en and any("一" <= char <= "鿿" for char in told.remedy.zh)
    assert told.message.zh.startswith("单元格 ")
    assert outcome.texts == {}


def test_a_name_in_two_spellings_is_asked_about(imported, worked):
    worked["organizations"].append(
        worked["organizations"][0] | {"id": "example-photonic", "name_en": "Example Photonic"}
    )
    messages = [message for _, _, message in found(imported(worked))]
    assert any("“Example Photonic” is much like “Example Photonics”" in message for message in messages)


def test_a_name_that_is_not_known_is_offered_those_that_are_near(imported, worked):
    worked["members"][0]["member"] = "Infineon Technologies AG"
    (told,) = imported(worked).report.findings
    assert told.remedy.en.startswith("did you mean “Infineon” (organization:infineon)?")


@pytest.mark.parametrize("name", ["Infineon", "英飞凌"])
def test_what_is_known_is_not_described_anew(imported, worked, name):
    column = "name_en" if name.isascii() else "name_zh"
    worked["organizations"].append(worked["organizations"][0] | {"id": "infineon-ag", column: name})
    messages = [message for _, _, message in found(imported(worked))]
    assert f"“{name}” is there already, as organization:infineon" in messages


def test_what_is_known_is_not_called_by_another_name(imported, worked):
    worked["organizations"].append(
        worked["organizations"][0] | {"id": "infineon", "name_en": "Infineon AG", "name_zh": ""}
    )
    told = next(one for one in imported(worked).report.findings if one.code == "CONTRADICTION")
    assert told.message.en == "cell B3: the graph has organization:infineon already, and calls it “Infineon”"
    assert "give “Infineon AG” on the sheet “names”" in told.remedy.en


def test_two_rows_that_contradict_each_other(imported, worked):
    worked["counts"].append(worked["counts"][0] | {"value": "14"})
    assert found(imported(worked)) == [("counts", "cell C3", "row 2 says “12” of the same, and this one “14”")]


def test_a_row_that_is_there_twice(imported, worked):
    worked["members"].append(dict(worked["members"][0]))
    assert found(imported(worked)) == [("members", "row 3", "the row repeats row 2")]


def test_a_sheet_that_is_missing(imported, worked):
    del worked["sources"]
    messages = [message or said for _, said, message in found(imported(worked))]
    assert "the sheet “sources” is missing" in messages


def test_a_sheet_that_is_none_of_ours(imported, worked):
    worked["member"] = worked.pop("members")
    (told,) = imported(worked).report.findings
    assert told.message.en == "there is no sheet “member”" and told.remedy.en == "rename it to members"


def test_a_renamed_column(tmp_path, worked):
    worked["members"] = [{"of": "QUTAC", "Membre": "Infineon"}]
    folder = write_folder(tmp_path / "mine", worked, HEADERS | {"members": ["of", "Membre"]})
    (told,) = import_sheets(folder).report.findings
    assert told.message.en == "cell B1: the sheet has no column “Membre”" and told.remedy.en == "rename it to member"


def test_a_column_that_is_missing(tmp_path, worked):
    worked["members"] = [{"of": "QUTAC"}]
    folder = write_folder(tmp_path / "mine", worked, HEADERS | {"members": ["of"]})
    (told,) = import_sheets(folder).report.findings
    assert told.message.en == "row 1: the column “member” is missing"


def test_a_date_that_the_spreadsheet_has_made_a_number(tmp_path, worked):
    for value, shown in ((date(2025, 9, 1), "2025-09-01"), (45901, "45901")):
        worked["events"][0]["date"] = value
        (told,) = import_sheets(write_workbook(tmp_path / "mine.xlsx", worked)).report.findings
        assert told.message.en == f"cell D2: the spreadsheet holds {shown} here, which may say more than the source"
        assert told.file.endswith("mine.xlsx/events")


def test_a_year_and_a_number_may_be_numbers_of_the_spreadsheet(tmp_path, worked):
    worked["events"][0]["date"] = 2025
    worked["counts"][0]["value"] = 12
    assert found(import_sheets(write_workbook(tmp_path / "mine.xlsx", worked))) == []


def changed(tmp_path, worked, change):
    """The worked rows in a workbook to which something is done."""
    path = write_workbook(tmp_path / "mine.xlsx", worked)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return found(import_sheets(path))


def test_a_formula(tmp_path, worked):
    def change(book):
        book["counts"]["C2"] = "=6+6"

    told = changed(tmp_path, worked, change)
    assert [each for each in told if each[1] == "cell C2"] == [("counts", "cell C2", "the cell holds a formula")]


def test_a_merged_cell(tmp_path, worked):
    def change(book):
        book["members"].merge_cells("A2:A3")

    assert ("members", "cell A2", "the cells A2:A3 are merged") in changed(tmp_path, worked, change)


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return file.getvalue()


FILES = {
    "an OpenDocument file": (packed("mimetype", "content.xml"), "is an OpenDocument file, not an Excel workbook"),
    "a file of Numbers": (packed("Index/Document.iwa"), "is a file of Numbers, not an Excel workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old or protected workbook"),
    "a text": (b"of,member\n", "is not an Excel workbook"),
    "a broken workbook": (packed("xl/workbook.xml"), "is broken"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_of_another_program_is_refused_by_name(tmp_path, case):
    data, message = FILES[case]
    path = tmp_path / "mine.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        import_sheets(path)
    assert message in error.value.message.en
    assert "save it as “Excel Workbook (.xlsx)”" in error.value.say("en") and "另存为" in error.value.say("zh")


def test_a_folder_without_sheets_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no CSV file"):
        import_sheets(tmp_path)


def test_csv_that_breaks_off_is_refused_with_its_line(tmp_path):
    (tmp_path / "members.csv").write_text('of,member\n"QUTAC,Infineon\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"members.csv:\d: is not CSV here"):
        import_sheets(tmp_path)
