"""What spreadsheets and those who use them do to sheets: what means the same is read, the rest is told and refused."""

from pathlib import Path

import openpyxl
import pytest
from curation.conftest import HEADERS, found, write_folder, write_workbook

from qontology.curation import import_sheets
from qontology.errors import InputError

MEMBERS = {"of": "所属", "member": "成员", "source": "来源"}


def rewritten(change):
    """What does something to the text of members.csv."""

    def of(folder: Path) -> None:
        file = folder / "members.csv"
        file.write_bytes(change(file.read_text(encoding="utf-8")))

    return of


def in_chinese(text: str) -> bytes:
    header, *rows = text.splitlines()
    return "\n".join([",".join(MEMBERS.get(name, name) for name in header.split(",")), *rows]).encode()


def backwards(text: str) -> bytes:
    return "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines()).encode()


SAME = {
    "a byte order mark": rewritten(lambda text: text.encode("utf-8-sig")),
    "lines that end as on Windows": rewritten(lambda text: text.replace("\n", "\r\n").encode()),
    "semicolons": rewritten(lambda text: text.replace(",", ";").encode()),
    "tabs": rewritten(lambda text: text.replace(",", "\t").encode()),
    "columns in another order": rewritten(backwards),
    "columns in Chinese": rewritten(in_chinese),
    "columns as the second row of a template has them": rewritten(
        lambda text: text.replace("of,member,", "# of * / 所属,member * / 成员,", 1).encode()
    ),
    "a sheet in Chinese": lambda folder: (folder / "members.csv").rename(folder / "成员.csv"),
    "a sheet in capitals": lambda folder: (folder / "members.csv").rename(folder / "MEMBERS.csv"),
    "blanks that are none": rewritten(
        lambda text: text.replace("Example Photonics", "\u00a0Example\u00a0Photonics \u3000").encode()
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_what_means_the_same_says_the_same(tmp_path, worked, case):
    as_it_is = import_sheets(write_folder(tmp_path / "mine", worked)).texts
    SAME[case](tmp_path / "mine")
    outcome = import_sheets(tmp_path / "mine")
    assert found(outcome) == [] and outcome.texts == as_it_is


def titled(text: str) -> bytes:
    return f"Members of alliances,,\n\n{text}".encode()


def copied(folder: Path) -> None:
    (folder / "Members.csv").write_bytes((folder / "members.csv").read_bytes())


FOLDERS = {
    "a title above the names of the columns": (
        rewritten(titled),
        ("members", "row 3", "the names of the columns stand in this row, not in the first"),
    ),
    "the names of the columns twice": (
        rewritten(lambda text: (text + text.partition("\n")[0] + "\n").encode()),
        ("members", "row 3", "the row repeats the names of the columns"),
    ),
    "a row with a source alone": (
        rewritten(lambda text: (text + "," * HEADERS["members"].index("source") + "example-news-2026\n").encode()),
        ("members", "row 3", "the row says nothing: of, member are empty"),
    ),
    "a sheet twice": (copied, ("members", "the sheet “members” is there twice", "")),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_a_folder_that_cannot_be_meant_so_is_refused_at_its_place(tmp_path, worked, case):
    change, told = FOLDERS[case]
    change(write_folder(tmp_path / "mine", worked))
    outcome = import_sheets(tmp_path / "mine")
    assert found(outcome) == [told] and outcome.texts == {}


@pytest.mark.parametrize(
    ("encoding", "message"), [("gb18030", "it looks like GB18030"), ("utf-16", "is written in UTF-16")]
)
def test_another_encoding_is_named(tmp_path, worked, encoding, message):
    rewritten(lambda text: text.replace("Example", "示例").encode(encoding))(write_folder(tmp_path / "mine", worked))
    with pytest.raises(InputError, match=f"members.csv.*{message}; save it as UTF-8"):
        import_sheets(tmp_path / "mine")


def test_one_sheet_is_no_folder_of_them(tmp_path, worked):
    with pytest.raises(InputError, match="is one sheet of several; name the folder that holds all of them"):
        import_sheets(write_folder(tmp_path / "mine", worked) / "members.csv")


def hide_row(book):
    book["members"].row_dimensions[2].hidden = True


def hide_column(book):
    book["members"].column_dimensions["B"].hidden = True


def hide_sheet(book):
    book["members"].sheet_state = "veryHidden"


def copy_sheet(book):
    book.copy_worksheet(book["members"]).title = "members (2)"


def fail(book):
    book["counts"]["C2"] = "#N/A"


BOOKS = {
    "a hidden row": (hide_row, ("members", "row 2", "these rows are hidden, and hold facts: 2")),
    "a hidden column": (hide_column, ("members", "cell B1", "the column is hidden, and holds facts")),
    "a hidden sheet": (hide_sheet, ("members", "the sheet is hidden, and holds facts", "")),
    "a copy of a sheet": (copy_sheet, ("members (2)", "the sheet “members” is there twice", "")),
    "an error": (fail, ("counts", "cell C2", "the cell holds an error of Excel")),
}


@pytest.mark.parametrize("case", BOOKS)
def test_a_workbook_that_cannot_be_meant_so_is_refused_at_its_place(tmp_path, worked, case):
    change, told = BOOKS[case]
    path = write_workbook(tmp_path / "mine.xlsx", worked)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    outcome = import_sheets(path)
    assert found(outcome) == [told] and outcome.texts == {}
    (finding,) = outcome.report.findings
    assert finding.remedy.en and any("一" <= char <= "鿿" for char in finding.remedy.zh)


def test_what_is_hidden_and_holds_no_fact_is_nobodys_business(tmp_path, worked):
    path = write_workbook(tmp_path / "mine.xlsx", worked)
    book = openpyxl.load_workbook(path)
    book["members"].column_dimensions["C"].hidden = True
    book["members"].row_dimensions[9].hidden = True
    book.create_sheet("choices").sheet_state = "hidden"
    book.save(path)
    assert found(import_sheets(path)) == []


DATES = {
    "2022-13-01": "write 2018, 2018-09 or 2018-09-28",
    "2022年3月": "write 2022-03",
    "2022 年 3 月 4 日": "write 2022-03-04",
    "2022/3": "write 2022-03",
    "2022.03.04": "write 2022-03-04",
    "２０２２": "write 2022",
    "Sept 2025": "write 2025-09",
    "4 March 2022": "write 2022-03-04",
    "2022-03-04 00:00:00": "write 2022-03-04",
    "3/4/2022": "write 2022-03-04 or 2022-04-03, whichever the source means",
    "13/4/2022": "write 2022-04-13",
    "2021/2023": "put a period into the columns “start” and “end”",
}
NUMBERS = {
    "1,200": "write 1200",
    "1 200": "write 1200",
    "１２": "write 12",
    "1.2亿": "write 120000000",
    "3 million": "write 3000000",
    "12 %": "write how many there are, not their share",
    "12％": "write how many there are, not their share",
    "$12": "write digits only; “about” and “more than” go to the column “bound”, a currency to “currency”",
    "1.200": "write digits only; “about” and “more than” go to the column “bound”, a currency to “currency”",
}


@pytest.mark.parametrize(
    ("sheet", "column", "text", "remedy"),
    [
        *(("events", "date", text, remedy) for text, remedy in DATES.items()),
        *(("counts", "value", text, remedy) for text, remedy in NUMBERS.items()),
    ],
)
def test_what_is_meant_is_offered(imported, worked, sheet, column, text, remedy):
    worked[sheet][0][column] = text
    (told,) = imported(worked).report.findings
    assert told.message.en.endswith((f"“{text}” is no date", f"“{text}” is no whole number"))
    assert told.remedy.en == remedy and told.remedy.zh.startswith(("请", "时段请"))


def test_what_cannot_be_seen_in_a_name_is_written_out(imported, worked):
    worked["members"][0]["member"] = "Infin\u200beon"
    (told,) = imported(worked).report.findings
    assert told.message.en == "cell B2: “Infin\\u200Beon” is not known"
    assert told.remedy.en.startswith("did you mean “Infineon” (organization:infineon)?")
