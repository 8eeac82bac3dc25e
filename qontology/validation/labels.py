"""Labels of blank nodes in findings, the same at every run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pyoxigraph import BlankNode

from ..findings import Finding
from ..language import Text
from ..namespaces import Term

__all__ = ["with_stable_labels"]

LABEL = re.compile(r"_:\w+")


def with_stable_labels(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with labels of blank nodes that are the same at every run: those of a store are random."""
    labels: dict[BlankNode, BlankNode] = {}

    def stable(node: BlankNode) -> BlankNode:
        return labels.setdefault(node, BlankNode(f"b{len(labels) + 1}"))

    ordered = sorted(findings, key=lambda finding: relabelled(finding, lambda _: BlankNode("b")).order)
    return [relabelled(finding, stable) for finding in ordered]


def relabelled(finding: Finding, name: Callable[[BlankNode], BlankNode]) -> Finding:
    """The finding with other labels for its blank nodes, in its message too."""
    finding = replace(finding, details=tuple(relabelled(detail, name) for detail in finding.details))
    terms = (finding.node, finding.value, finding.shape, *finding.related)
    names: dict[Term | None, Term] = {term: name(term) for term in terms if isinstance(term, BlankNode)}
    if not names:
        return finding
    labels = {str(node): str(other) for node, other in names.items()}
    return replace(
        finding,
        node=names.get(finding.node, finding.node),
        value=names.get(finding.value, finding.value),
        shape=names.get(finding.shape, finding.shape),
        related=tuple(names.get(term, term) for term in finding.related),
        message=Text(*(LABEL.sub(lambda found: labels.get(found[0], found[0]), one) for one in finding.message)),
    )
