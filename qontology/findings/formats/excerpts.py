"""Where a finding stands: its place, the path of its file for other services, and an excerpt of the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ...characters import clip, columns, visible
from ..findings import Finding, Report

__all__ = ["Excerpt", "Sources", "by_file", "excerpt", "files", "place", "relative"]

Sources = Callable[[str, int], str | None]

WORD = re.compile(r'"(?:[^"\\]|\\.)*"[^\s;,.]*|<[^>\s]*>|[^\s;,]*[^\s;,.]|.', re.DOTALL)


class Excerpt(NamedTuple):
    """A source line in three parts: up to the place of a finding, the word that stands there, and the rest."""

    line: int
    before: str
    word: str
    after: str

    def within(self, room: int) -> Excerpt:
        """The excerpt in at most so many columns: the beginning of the word, what fits around it, and dots."""
        rest = self.word + self.after
        if not rest:
            return self._replace(before=clip(self.before, room))
        before = self.before
        if columns(before + rest) > room:
            before = clip(before[::-1], max(room // 2, room - columns(rest)))[::-1]
        rest = clip(rest, room - columns(before))
        return self._replace(before=before, word=rest[: len(self.word)], after=rest[len(self.word) :])


def by_file(report: Report) -> list[tuple[str | None, tuple[Finding, ...]]]:
    """The files that have findings, each with its findings, in the order of the report."""
    return [(file, tuple(findings)) for file, findings in groupby(report.findings, key=lambda finding: finding.file)]


def files(report: Report) -> tuple[str | None, ...]:
    """The files that have findings in the order of the report, then those in which nothing was found."""
    return tuple(dict.fromkeys([*(file for file, _ in by_file(report)), *report.data]))


def place(finding: Finding) -> str:
    """``file:line:column`` as far as they are known, empty where there is no file.

    >>> from qontology.findings.findings import Severity
    >>> from qontology.language import Text
    >>> place(Finding("QO-101", Severity.INFO, None, Text("", ""), file="mine.ttl", line=3))
    'mine.ttl:3'
    """
    if finding.file is None:
        return ""
    return ":".join(visible(str(part)) for part in (finding.file, finding.line, finding.column) if part is not None)


def relative(file: str) -> str:
    """The file as seen from the working directory, with slashes; of a file elsewhere the name only, URLs as they are.

    What is uploaded must not tell how the machine is laid out on which it was made.

    >>> relative("/somewhere/else/mine.ttl")
    'mine.ttl'
    """
    if "://" in file:
        return file
    path = Path(file)
    if not path.is_absolute():
        return path.as_posix()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.name


def excerpt(finding: Finding, sources: Sources) -> Excerpt | None:
    """The source line of a finding, fit to be shown; ``None`` where the line is not known.

    Where no column is known the whole line is before the word and the word is empty; behind the end of the line the
    word is a blank.
    """
    if finding.file is None or finding.line is None:
        return None
    source = sources(finding.file, finding.line)
    if source is None:
        return None
    source = source.rstrip("\r\n").replace("\t", " ")
    if finding.column is None:
        return Excerpt(finding.line, visible(source), "", "")
    before, rest = source[: finding.column - 1], source[finding.column - 1 :]
    match = WORD.match(rest)
    word = match[0] if match else " "
    return Excerpt(finding.line, visible(before), visible(word), visible(rest[len(word) :]))
