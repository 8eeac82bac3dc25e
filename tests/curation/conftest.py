"""Sheets as curators hand them in: the worked rows of the template, changed here and there."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from qontology.curation import Imported, import_sheets, sheets

Rows = dict[str, list[dict[str, object]]]
"""Rows by sheet, each with its cells by column."""

HEADERS = {sheet.name: [column.name for column in sheet.columns] for sheet in sheets()}


@pytest.fixture
def worked(of_the_study: None) -> Rows:
    """The worked row of each sheet; together they tell of one invented alliance, beside what rests on the study."""
    return {sheet.name: [dict(sheet.example)] for sheet in sheets()}


def write_folder(folder: Path, rows: Rows, headers: Mapping[str, list[str]] = HEADERS) -> Path:
    """The rows as CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in rows.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            header = headers.get(name, list(lines[0]) if lines else [])
            writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(lines)
    return folder


def write_workbook(path: Path, rows: Rows) -> Path:
    """The rows as a workbook."""
    book = openpyxl.Workbook()
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        sheet.append(HEADERS[name])
        for line in lines:
            sheet.append([line.get(column) for column in HEADERS[name]])
    del book["Sheet"]
    book.save(path)
    return path


@pytest.fixture
def imported(tmp_path: Path) -> Callable[[Rows], Imported]:
    """Imports rows."""

    def of(rows: Rows) -> Imported:
        return import_sheets(write_folder(tmp_path / "mine", rows))

    return of


def found(outcome: Imported) -> list[tuple[str, str, str]]:
    """What an import says of the sheets: the sheet, the cell, and what is wrong."""
    return [
        (Path(one.file).stem, one.message.en.partition(":")[0], one.message.en.partition(": ")[2])
        for one in outcome.report.findings
    ]
