"""The cause before its consequences: what is misspelt makes other rules speak too, and they say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..findings import Finding
from ..language import Text
from ..namespaces import RDF, Node, Term
from ..shacl.shape_findings import NOTHING_CHECKED
from .data import SYNTAX, Data
from .locating import first_steps
from .misspelt import MISSPELT, UNDESCRIBED, nearest
from .near_namespaces import NEARLY_OURS, Near

__all__ = ["with_causes"]


class Cause(NamedTuple):
    """A finding from which others may follow.

    They speak of one of the ``nodes``, or of the ``steps`` of its own node, or, in its file, of the namespaces
    ``spaces``; or have the ``code``.
    """

    finding: Finding
    nodes: frozenset[Term] = frozenset()
    steps: frozenset[NamedNode] = frozenset()
    spaces: tuple[str, ...] = ()
    code: str | None = None

    def explains(self, other: Finding) -> bool:
        """Whether another finding may follow from it."""
        steps = first_steps(other.path)
        terms = [one for one in (other.node, other.value, *steps) if isinstance(one, NamedNode)]
        is_in_spaces = any(term.value.startswith(self.spaces) for term in terms) if self.spaces else False
        return (
            other.code == self.code
            or (is_in_spaces and other.file == self.finding.file)
            or other.node in self.nodes
            or other.value in self.nodes
            or (self._is_near(other) and not self.steps.isdisjoint(steps))
        )

    def _is_near(self, other: Finding) -> bool:
        return other.node == self.finding.node and self.finding.node is not None


def with_causes(findings: Iterable[Finding], near: Iterable[Near], data: Data) -> list[Finding]:
    """The findings, those that may follow from another one named as such.

    :param near: the namespaces that are nearly known ones, of which findings tell.
    """
    found = list(findings)
    syntax = [Cause(one, code=UNDESCRIBED) for one in found if one.code == SYNTAX]
    spaces = [Cause(one.finding, spaces=(one.written, one.right)) for one in near]
    causes = [*syntax, *spaces, *(misspelling(one, data) for one in found if one.code == MISSPELT)]
    if syntax:
        found = [one for one in found if one != NOTHING_CHECKED]
    return [following(one, causes) for one in found]


def misspelling(finding: Finding, data: Data) -> Cause:
    """A misspelt term as a cause: of what its statement says wrongly, and of what it should have said."""
    (step,) = first_steps(finding.path)
    node, value = finding.node, finding.value
    assert isinstance(node, Node)
    if step == RDF["type"]:
        return Cause(finding, nodes=frozenset({node}))
    if value is not None:
        return Cause(finding, nodes=frozenset({value}))
    meant = nearest(step, data.store, data.is_settled)
    led_to = (quad.object for quad in data.store.quads_for_pattern(node, step, None))
    steps = frozenset({step} if meant is None else {step, meant})
    return Cause(finding, frozenset(one for one in led_to if isinstance(one, NamedNode)), steps)


def following(finding: Finding, causes: Iterable[Cause]) -> Finding:
    """The finding, which names the first of the causes from which it may follow."""
    if finding.code in (SYNTAX, NEARLY_OURS):
        return finding
    for cause in explaining(finding, causes):
        where = ":".join(str(part) for part in (cause.file, cause.line) if part is not None)
        first = Text(
            f"mend {cause.code} at {where} first, from which this may follow",
            f"请先处理 {where} 处的 {cause.code}，此项可能由其引起",
        )
        rest = finding.remedy
        both = first if rest is None else Text(f"{first.en}; else {rest.en}", f"{first.zh}；否则{rest.zh}")
        return replace(finding, follows=True, remedy=both)
    return finding


def explaining(finding: Finding, causes: Iterable[Cause]) -> Iterator[Finding]:
    """The causes of a finding; one misspelling explains no other."""
    for cause in causes:
        if (finding.code, cause.finding.code) != (MISSPELT, MISSPELT) and cause.explains(finding):
            yield cause.finding
