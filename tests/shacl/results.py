"""Validation results, as far as SHACL says what they must be: so the findings of two engines compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from qontology.findings.findings import Finding
from qontology.namespaces import SH, Term, local_name
from qontology.shacl.paths import read_path
from qontology.shacl.triples import TripleIndex

__all__ = ["Result", "result_of", "results_of"]

SEVERITIES = {SH["Violation"]: "violation", SH["Warning"]: "warning", SH["Info"]: "info"}


class Result(NamedTuple):
    """What a result of a SHACL validation report and a finding have in common."""

    node: str | None
    path: str | None
    value: str | None
    component: str | None
    shape: str | None
    severity: str


def result_of(graph: TripleIndex, node: Term) -> Result:
    """A result that stands in a report."""

    def one(name: str) -> Term | None:
        return next(iter(graph.objects(node, SH[name])), None)

    path, severity, component = one("resultPath"), one("resultSeverity"), one("sourceConstraintComponent")
    value, shape = one("value"), one("sourceShape")
    return Result(
        node=str(one("focusNode")),
        path=None if path is None else str(read_path(graph, path)),
        value=None if value is None else str(value),
        component=local_name(str(component)[1:-1]),
        shape=str(shape),
        # The contract of findings knows three severities; one of somebody's own is a violation there.
        severity=SEVERITIES.get(severity, "violation"),
    )


def results_of(findings: Iterable[Finding]) -> Counter[Result]:
    """Findings as results, each as often as it was found."""
    return Counter(
        Result(*(part if part is None else str(part) for part in one.identity[:-1]), one.severity.value)
        for one in findings
    )
