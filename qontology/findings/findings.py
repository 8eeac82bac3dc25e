"""Findings: what every check of the package reports, whatever engine ran it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from pyoxigraph import Literal, NamedNode

from ..language import Text, choose
from ..namespaces import Term
from ..sparql.paths import Path

__all__ = ["Finding", "Report", "Severity"]


def text(part: Term | Path | None) -> str | None:
    """A term in N-Triples syntax, a path in SPARQL syntax; nothing for nothing."""
    return None if part is None else str(part)


class Severity(Enum):
    """How bad a finding is; severities compare by weight.

    >>> Severity.INFO < Severity.WARNING < Severity.VIOLATION
    True
    >>> Severity("warning").name
    'WARNING'
    """

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for a violation, 2 for a warning, 1 for advice."""
        return {"violation": 3, "warning": 2, "info": 1}[self.value]

    def __lt__(self, other: Severity) -> bool:
        return self.weight < other.weight

    def __le__(self, other: Severity) -> bool:
        return self.weight <= other.weight


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    ``component`` is the local name of the SHACL constraint component, ``code`` the code of the rule (``QO-101``) or
    the local name of a foreign shape. ``file``, ``line`` and ``column`` say where the statement stands, from 1.

    ``parameter`` tells constraints of one component apart, ``occurrence`` results that are alike in all else.
    ``details`` are the findings against the inner shapes that the value fails. ``messages`` are those that the shapes
    give, and ``own_severity`` and ``own_component`` the terms by which they call these, where that is not SHACL's own.
    ``follows`` says that it may follow from another finding, which comes before it in the report of a file.
    ``failure`` says that something could not be read or evaluated, so that nobody knows whether the data conform.
    """

    code: str
    severity: Severity
    node: Term | None
    message: Text
    path: Path | None = None
    value: Term | None = None
    component: str | None = None
    shape: Term | None = None
    remedy: Text | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    related: tuple[Term, ...] = ()
    parameter: str | None = None
    occurrence: int = 1
    details: tuple[Finding, ...] = ()
    messages: tuple[Literal, ...] = ()
    own_severity: NamedNode | None = None
    own_component: NamedNode | None = None
    follows: bool = False
    failure: bool = False

    @property
    def is_result(self) -> bool:
        """Whether it is a validation result of SHACL, not a doubt about a file, a shape or an engine."""
        return self.node is not None and self.component is not None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes a finding the same on every engine: neither its words nor its parameter nor its place do."""
        return self.node, self.path, self.value, self.component, self.shape, self.severity

    @property
    def order(self) -> tuple[object, ...]:
        """The key by which reports are sorted: where it stands, then how bad it is, then what it says.

        In each file, what may follow from another finding comes last.
        """
        return (
            self.file or "",
            self.follows,
            self.line or 0,
            self.column or 0,
            -self.severity.weight,
            self.code,
            text(self.node) or "",
            text(self.path) or "",
            text(self.value) or "",
            self.component or "",
            text(self.shape) or "",
            self.message,
            self.parameter or "",
            self.occurrence,
        )

    def to_dict(self) -> dict[str, object]:
        """The finding with all keys of the contract, ``None`` where something is absent.

        Terms are in N-Triples syntax, the path is in SPARQL syntax.
        """
        return {
            "code": self.code,
            "severity": self.severity.value,
            "node": text(self.node),
            "path": text(self.path),
            "value": text(self.value),
            "component": self.component,
            "shape": text(self.shape),
            "message": self.message._asdict(),
            "remedy": self.remedy._asdict() if self.remedy else None,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "related": [str(term) for term in self.related],
            "parameter": self.parameter,
            "occurrence": self.occurrence,
            "details": [finding.to_dict() for finding in self.details],
        }


@dataclass(frozen=True)
class Report:
    """The findings of one run, sorted, with what was checked, against what, and by which engine.

    >>> report = Report.of([], engine="pyshacl", shapes=["core.ttl"], data=["mine.ttl"])
    >>> report.conforms
    True
    """

    findings: tuple[Finding, ...]
    engine: str
    shapes: tuple[str, ...]
    data: tuple[str, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding], *, engine: str, shapes: Iterable[str], data: Iterable[str]) -> Report:
        """A report with its findings in order and each of them once."""
        return cls(
            tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order)),
            engine,
            tuple(shapes),
            tuple(data),
        )

    def __str__(self) -> str:
        from .formats import write

        return str(write(self, "text", language=choose()))

    def __repr__(self) -> str:
        return f"<Report, findings: {len(self.findings)}, files: {len(self.data)}>"

    def _repr_html_(self) -> str:
        from html import escape

        def cells(finding: Finding) -> tuple[str, ...]:
            said = [finding.message, *([finding.remedy] if finding.remedy else [])]
            place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
            return finding.severity.value, finding.code, place, *(each.say(choose()) for each in said)

        rows = "".join(f"<tr><td>{'</td><td>'.join(map(escape, cells(each)))}</td></tr>" for each in self.findings)
        return f"<table><caption>{escape(repr(self)[1:-1])}</caption><tbody>{rows}</tbody></table>"

    @property
    def conforms(self) -> bool:
        """True where nothing was found, of whatever severity (as SHACL defines it)."""
        return not self.findings

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of this severity and above."""
        return tuple(finding for finding in self.findings if severity <= finding.severity)

    def to_dict(self) -> dict[str, object]:
        """The report as the JSON contract has it."""
        return {
            "version": 1,
            "conforms": self.conforms,
            "engine": self.engine,
            "shapes": list(self.shapes),
            "data": list(self.data),
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def to_json(self) -> str:
        """The report as JSON text, two blanks of indent, Chinese as it is."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
