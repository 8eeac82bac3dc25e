"""Dates in words, each as precise as it is: ``2021-06`` is June 2021, not the first of June."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from ..language import Language, Text
from ..namespaces import XSD, Term

__all__ = ["date_in_words", "date_literal", "is_date", "is_date_literal", "said"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def date_in_words(date: str) -> Text:
    """The year, month or day in both languages; what is none stays as it is.

    >>> date_in_words("2022-07-05")
    Text(en='5 July 2022', zh='2022年7月5日')
    >>> date_in_words("2021")
    Text(en='2021', zh='2021年')
    """
    found = DATE.fullmatch(date)
    if not found:
        return Text(date, date)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    english = " ".join(filter(None, (str(day or ""), MONTHS[month - 1] if month else "", f"{year:04}")))
    return Text(english, f"{year:04}年" + (f"{month}月" if month else "") + (f"{day}日" if day else ""))


KINDS = tuple(XSD[name] for name in ("gYear", "gYearMonth", "date"))


def said(date: str, language: Language) -> str:
    """A date in a language; a year is the same in both, and said once.

    >>> said("2021", "zh"), said("2021", "both"), said("2021-06", "both")
    ('2021年', '2021', 'June 2021 / 2021年6月')
    """
    told = date_in_words(date)
    return told.en if language == "both" and told.en == date else told.say(language)


def date_literal(date: str) -> Literal:
    """A date as the data have it, in the datatype of its precision; what is none as text.

    >>> str(date_literal("2021-06"))
    '"2021-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return Literal(date, datatype=KINDS[date.count("-")]) if is_date(date) else Literal(date)


def is_date_literal(term: Term) -> bool:
    """Whether a term is a year, a month or a day by its datatype.

    >>> from pyoxigraph import Literal
    >>> is_date_literal(Literal("2021", datatype=XSD["gYear"])), is_date_literal(Literal("2021"))
    (True, False)
    """
    return isinstance(term, Literal) and term.datatype in KINDS


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day.

    >>> is_date("2021-06"), is_date("undated")
    (True, False)
    """
    return DATE.fullmatch(text) is not None
