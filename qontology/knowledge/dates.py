"""Dates as people say them, in the form in which the graph has them."""

from __future__ import annotations

import re

__all__ = ["dated"]

MONTHS = ("", *["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
YEAR, MONTH = r"(?P<year>(?:19|20)\d\d)", rf"(?P<month>{'|'.join(MONTHS[1:])})[a-z]*\.?"
SAID = (
    re.compile(rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)? )?{MONTH},? {YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?,? {YEAR}\b", re.IGNORECASE),
    re.compile(rf"{YEAR}年(?P<month>\d\d?)月(?:份|(?P<day>\d\d?)[日号])?"),
)


def dated(text: str) -> str:
    """A text with its months and days as numbers.

    >>> dated("since June 2022"), dated("on 3 May 2021"), dated("2022年6月发生了什么")
    ('since 2022-06', 'on 2021-05-03', '2022-06 发生了什么')
    """
    for form in SAID:
        text = form.sub(number, text)
    return text


def number(found: re.Match[str]) -> str:
    """A date that was found, as precise as it was said."""
    month = found["month"].lower()
    parts = [found["year"], f"{int(month) if month.isdigit() else MONTHS.index(month):02}"]
    return (
        "-".join(parts + ([f"{int(found['day']):02}"] if found["day"] else []))
        + " " * found.string[found.end() :][:1].isalnum()
    )
