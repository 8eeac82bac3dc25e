"""Data of any size out of one pattern, with faults sown at places that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

__all__ = ["Difference", "Fault", "Finding", "Pattern", "Seeded", "difference"]

Finding = tuple[str, str]
"""The code of a rule and a node in N-Triples syntax."""


class Fault(NamedTuple):
    """One change to the text of a pattern, and the nodes at which the rule must catch it, once for each time named."""

    code: str
    nodes: tuple[str, ...]
    old: str
    new: str


class Pattern(NamedTuple):
    """What a file is made of.

    ``text`` describes one group of things, with ``{n}`` in the place of its number; ``triples`` and ``things`` say how
    many there are in it. ``begin`` stands once, at the head of the file.
    """

    name: str
    namespace: str
    begin: str
    text: str
    triples: int
    things: int
    faults: tuple[Fault, ...]

    def write(self, folder: Path, triples: int, *, every: int | None = None) -> Seeded:
        """Writes about so many triples of Turtle, one group at a time.

        One group of ``every`` has a fault, one kind after the other; without it as many as make one thing of a hundred
        faulty.
        """
        every = every or max(round(100 / self.things), 1)
        faulty = [self.spoilt(fault) for fault in self.faults]
        path = folder / f"{self.name}-{triples}.ttl"
        findings: list[Finding] = []
        with path.open("w", encoding="utf-8") as file:
            file.write(self.begin)
            for n in range(1, max(triples // self.triples, 1) + 1):
                text = self.text
                if n % every == 0:
                    kind = (n // every - 1) % len(faulty)
                    text = faulty[kind]
                    fault = self.faults[kind]
                    findings += [(fault.code, f"<{self.namespace}{node.format(n=n)}>") for node in fault.nodes]
                file.write(text.replace("{n}", str(n)))
        return Seeded(path, triples, tuple(findings))

    def spoilt(self, fault: Fault) -> str:
        """The text with one fault.

        :raises ValueError: where the text to change is not there exactly once, so that nobody knows what would change.
        """
        if self.text.count(fault.old) != 1:
            raise ValueError(f"{fault.code}: the text to change is not in the pattern once: {fault.old}")
        return self.text.replace(fault.old, fault.new)


class Seeded(NamedTuple):
    """A file, how many triples it was asked for, and the findings it must give."""

    path: Path
    triples: int
    findings: tuple[Finding, ...]

    def of(self, codes: Collection[str]) -> tuple[Finding, ...]:
        """The findings of some rules only."""
        return tuple(finding for finding in self.findings if finding[0] in codes)


class Difference(NamedTuple):
    """What an engine missed and what it invented."""

    missed: tuple[Finding, ...]
    invented: tuple[Finding, ...]

    def __str__(self) -> str:
        if not self.missed and not self.invented:
            return "every finding right"
        return f"misses {len(self.missed)}, invents {len(self.invented)}"


def difference(found: Iterable[Finding], expected: Iterable[Finding]) -> Difference:
    """How findings differ from those expected; one that is made twice counts twice."""
    is_there, should_be = Counter(found), Counter(expected)
    return Difference(
        tuple(sorted((should_be - is_there).elements())), tuple(sorted((is_there - should_be).elements()))
    )
