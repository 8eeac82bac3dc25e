"""Dates and whole numbers of cells, and what those mean that are written in another way."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from ..language import Text
from ..namespaces import XSD
from .places import Problem
from .scalars import CellError, quoted

__all__ = ["dated", "whole"]

DATE = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}

YEAR_FIRST = re.compile(r"(\d{4}) ?[-./年] ?(\d{1,2})(?: ?[-./月] ?(\d{1,2}))? ?[月日]?(?:[ T][0-9:.]+Z?)?")
YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(rf"({'|'.join(MONTHS)})[a-z]*\.?", re.IGNORECASE)
DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", re.IGNORECASE)
YEAR = re.compile(r"\b\d{4}\b")

GROUPED = re.compile(r"\d{1,3}(?:[, '’]\d{3})+|\d+")
THOUSANDS = re.compile(r"[, '’]")
SCALED = re.compile(r"(\d+(?:\.\d+)?) ?(万|亿|thousand|million|billion)", re.IGNORECASE)
SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
SHARE = "%"


def dated(text: str) -> ox.Literal:
    """A year, month or day, as precise as it is written."""
    if DATE.fullmatch(text) and is_date(text):
        return ox.Literal(text, datatype=XSD[TYPES[len(text)]])
    meant = dates_meant(unicodedata.normalize("NFKC", text).strip())
    remedy = Text("write 2018, 2018-09 or 2018-09-28", "请写作 2018、2018-09 或 2018-09-28")
    if meant:
        either = Text(" or ".join(meant), "或 ".join(meant))
        remedy = Text(f"write {either.en}, whichever the source means", f"请按来源所指写作 {either.zh}")
        if len(meant) == 1:
            remedy = Text(f"write {meant[0]}", f"请写作 {meant[0]}")
    elif "/" in text:
        remedy = Text("put a period into the columns “start” and “end”", "时段请分别填入“start”和“end”两列")
    raise CellError(Problem("DATE", quoted("is no date", "不是日期", text), remedy))


def is_date(text: str) -> bool:
    """Whether there is such a year, month or day."""
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def dates_meant(text: str) -> list[str]:
    """The dates that one may mean who writes it so; several where the order of day and month is not known.

    >>> dates_meant("2022年3月"), dates_meant("Sept 2025"), dates_meant("3/4/2022")
    (['2022-03'], ['2025-09'], ['2022-03-04', '2022-04-03'])
    """
    written = []
    if found := YEAR_FIRST.fullmatch(text):
        written = [[part for part in found.groups() if part]]
    elif found := YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        written = [[year, first, second], [year, second, first]]
    elif (month := MONTH.search(text)) and (years := YEAR.findall(text)):
        days = DAY.findall(text)
        written = [[years[0], str(MONTHS.index(month[1].lower()) + 1), *days]]
    elif YEAR.fullmatch(text.removesuffix("年")):
        written = [[text.removesuffix("年")]]
    dates = ["-".join([year, *(part.zfill(2) for part in rest)]) for year, *rest in written]
    return sorted({each for each in dates if DATE.fullmatch(each) and is_date(each)})


def whole(text: str) -> ox.Literal:
    """A whole number."""
    if text.isascii() and text.isdigit():
        return ox.Literal(text.lstrip("0") or "0", datatype=XSD["integer"])
    remedy = Text(
        "write digits only; “about” and “more than” go to the column “bound”, a currency to “currency”",
        "请只写数字；“约”“超过”等填入“bound”列，货币填入“currency”列",
    )
    if SHARE in unicodedata.normalize("NFKC", text):
        remedy = Text("write how many there are, not their share", "请填写数目，而非占比")
    elif (meant := number_meant(text)) is not None:
        remedy = Text(f"write {meant}", f"请写作 {meant}")
    raise CellError(Problem("NUMBER", quoted("is no whole number", "不是整数", text), remedy))


def number_meant(text: str) -> int | None:
    """The whole number that is meant by digits in groups, in full width, or before a word for a power of ten.

    >>> number_meant("1,200"), number_meant("１２"), number_meant("1.2亿"), number_meant("1.200")
    (1200, 12, 120000000, None)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if GROUPED.fullmatch(plain):
        return int(THOUSANDS.sub("", plain))
    if found := SCALED.fullmatch(plain):
        number = Decimal(found[1]) * SCALES[found[2].lower()]
        return int(number) if number == int(number) else None
    return None
