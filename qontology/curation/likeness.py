"""When names are much alike: without their legal forms, with their words in order, by their letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["in_order", "offering", "pairs", "plainer"]

# Words that companies add to their names and leave out again.
LEGAL_FORMS = frozenset(
    ("ag", "bv", "co", "corp", "corporation", "company", "gmbh", "group", "holdings", "inc", "incorporated", "kg")
    + ("limited", "llc", "ltd", "oy", "plc", "sa", "sas", "se", "technologies", "technology", "the")
)
LEGAL_ENDINGS = ("股份有限公司", "有限责任公司", "有限公司", "集团", "公司")


def offering(fuzz: Any) -> Callable[..., float]:
    """How alike names are, by their letters and by the words that they share."""

    def score(one: str, other: str, *, score_cutoff: float | None = None) -> float:
        return float(fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 2

    return score


def in_order(name: str) -> str:
    """A name with its words in the order of the alphabet.

    >>> in_order("photonics example")
    'example photonics'
    """
    return " ".join(sorted(name.split()))


def pairs(name: str) -> set[str]:
    """The neighbouring letters of a name.

    >>> sorted(pairs("sap"))
    ['ap', 'sa']
    """
    return {name[at : at + 2] for at in range(len(name) - 1)}


def plainer(name: str) -> str:
    """A name without the words for its legal form.

    >>> plainer("robert bosch gmbh"), plainer("示例光子有限公司")
    ('robert bosch', '示例光子')
    """
    words = [word.strip(".,") for word in name.replace("-", " ").split()]
    kept = " ".join(word for word in words if word not in LEGAL_FORMS) or name
    for ending in LEGAL_ENDINGS:
        kept = kept.removesuffix(ending) or kept
    return kept
