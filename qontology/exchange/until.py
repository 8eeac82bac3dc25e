"""As of a date: what is left of a graph without all that came certainly later."""

from __future__ import annotations

from pyoxigraph import Literal

from .. import terms
from .links import Links, Value

__all__ = ["later"]

DATES = (terms.date, terms.asOf, terms.start)
BEGINNINGS = (terms.hasFounding, terms.hasAnnouncement)
HELD_BY = (
    terms.affiliatedWith, terms.bodyOf, terms.hasAgent, terms.hasPost, terms.leadOrganization, terms.leadPost,
    terms.member, terms.postOf, terms.subBodyOf, terms.subject, terms.tierOf,
)  # fmt: skip
"""Nothing is without what it points to by one of these."""

REMAINING = (terms.Event,)
"""Beside what stands for itself, the classes of what has a date of its own."""


def later(links: Links, date: str) -> set[Value]:
    """The nodes that came certainly later than a year, a month or a day, with all that is nothing without them.

    A year or a month counts to its end. What has no date stays, and so does a source: it may tell of earlier things.
    """
    end = date + "-12-31"[len(date) - 4 :]
    found = {node for node in links.outgoing if is_later(links, node, end)}
    size = -1
    while size != len(found):
        size = len(found)
        found |= {node for node in links.outgoing.keys() - found if hangs_on(links, node, found)}
    return found


def is_later(links: Links, node: Value, end: str) -> bool:
    """Whether all days that a date of the node, else of its founding or announcement, can mean are behind the end."""
    if links.is_a(node, terms.Source):
        return False
    days = days_of(links, node) or [day for event in links.values(node, *BEGINNINGS) for day in days_of(links, event)]
    return bool(days) and min(days) > end


def days_of(links: Links, node: Value) -> list[str]:
    """The first day that each date of a node can mean."""
    return [first_day(value.value) for value in links.values(node, *DATES) if isinstance(value, Literal)]


def first_day(date: str) -> str:
    """The first day that a date can mean.

    >>> first_day("2022-06")
    '2022-06-01'
    """
    return date + "-01-01"[len(date) - 4 :]


def hangs_on(links: Links, node: Value, found: set[Value]) -> bool:
    """Whether a node is nothing without some others: it is held by one, or nothing but these speaks of it."""
    if any(value in found for value in links.values(node, *HELD_BY)):
        return True
    about = links.values(node, terms.about)
    if about and all(value in found for value in about):
        return True
    if links.is_a(node, *REMAINING) or (links.is_shared(node) and not links.is_a(node, terms.Passage)):
        return False
    pointing = {triple.subject for triple in links.incoming[node]}
    return bool(pointing) and pointing <= found
