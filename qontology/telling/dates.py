"""Dates in words, each as precise as it is: ``2021-06`` is June 2021, not the first of June."""

from __future__ import annotations

import re

from ..language import Text

__all__ = ["date_in_words", "is_date"]

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


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day.

    >>> is_date("2021-06"), is_date("undated")
    (True, False)
    """
    return DATE.fullmatch(text) is not None
