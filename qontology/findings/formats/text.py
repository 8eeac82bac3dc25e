"""Findings for a reader at a terminal: grouped by file, with the source line, what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...characters import columns, visible, wrap
from ...language import Language
from ..findings import Finding, Report, Severity
from .excerpts import Excerpt, Sources, by_file, excerpt, place
from .wording import NO_FILE, SEVERITIES, colon, counts, details, statements, summary

__all__ = ["write"]

NARROWEST = 40

STYLES = {Severity.VIOLATION: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
BOLD = "1"
BLUE = "34"


def write(
    report: Report, language: Language, sources: Sources, width: int, colour: bool, prefixes: Mapping[str, str]
) -> str:
    """The report in lines of at most ``width`` columns (at least 40); only places are never broken."""
    terminal = Terminal(language, sources, max(width, NARROWEST), colour, prefixes)
    blocks = []
    for file, findings in by_file(report):
        blocks.append(terminal.heading(file, findings))
        blocks.extend(terminal.block(finding) for finding in findings)
    blocks.append(terminal.conclusion(report))
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks) + "\n"


@dataclass(frozen=True)
class Terminal:
    """What the reader sees and understands."""

    language: Language
    sources: Sources
    width: int
    colour: bool
    prefixes: Mapping[str, str]

    def heading(self, file: str | None, findings: tuple[Finding, ...]) -> list[str]:
        """The file, and how many findings it has."""
        name = NO_FILE.say(self.language) if file is None else visible(file)
        lines = wrap(f"{name}{colon(self.language)}{counts(findings).say(self.language)}", self.width)
        return [self.paint(line, BOLD) for line in lines]

    def block(self, finding: Finding) -> list[str]:
        """One finding: what it says, where it stands, the source line, and the details."""
        style = STYLES[finding.severity]
        quoted = excerpt(finding, self.sources)
        gutter = " " * (len(str(quoted.line)) if quoted else 1)
        lines = self.message(finding, style)
        if where := place(finding):
            lines.append(f"{gutter}{self.paint('-->', BLUE)} {where}")
        if quoted:
            lines += self.quotation(quoted, gutter, style)
        return lines + self.details(finding, gutter)

    def conclusion(self, report: Report) -> list[str]:
        """The summary, in one language or in each of the two."""
        return [line for said in statements(summary(report), self.language) for line in wrap(said, self.width)]

    def message(self, finding: Finding, style: str) -> list[str]:
        """Severity, code and message, all lines but the first indented."""
        label = f"{SEVERITIES[finding.severity].say(self.language)} {visible(finding.code)}"
        first, *others = statements(finding.message, self.language)
        lines = wrap(f"{label}{colon(self.language)}{first}", self.width, indent=4)
        for other in others:
            lines += [f"    {line}" for line in wrap(other, self.width - 4)]
        return [lines[0].replace(label, self.paint(label, style), 1), *lines[1:]]

    def quotation(self, quoted: Excerpt, gutter: str, style: str) -> list[str]:
        """The source line behind its number, a long one only around the word that is marked."""
        bar = self.paint("|", BLUE)
        number = self.paint(str(quoted.line), BLUE)
        _, before, word, after = quoted.within(self.width - len(gutter) - 3)
        lines = [f"{gutter} {bar}", f"{number} {bar} {before}{word}{after}"]
        if word:
            lines.append(f"{gutter} {bar} {' ' * columns(before)}{self.paint('^' * columns(word), style)}")
        return lines

    def details(self, finding: Finding, gutter: str) -> list[str]:
        """The details in two columns: labels, and what they have to say."""
        table = [
            (label.say(self.language) + colon(self.language), said)
            for label, said in details(finding, self.language, self.prefixes)
        ]
        widest = max((columns(label) for label, _ in table), default=0)
        indent = len(gutter) + 3 + widest
        lines = []
        for label, said in table:
            wrapped = [line for statement in said for line in wrap(statement, self.width - indent)]
            head = f"{gutter} {self.paint('=', BLUE)} {label}{' ' * (widest - columns(label))}"
            lines += [head + wrapped[0], *(" " * indent + line for line in wrapped[1:])]
        return lines

    def paint(self, text: str, style: str) -> str:
        """The text in a style of the terminal, if colours are wanted."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour else text
