"""Which findings a user wants to see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, NamedNode

from ..engine import Engine
from ..errors import InputError, did_you_mean
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import expand, local_name
from ..reading.sources import ENDINGS, ending
from ..shacl.shape_findings import DOUBTS, UNCHECKED
from .baseline import STALE
from .data import SYNTAX
from .imports import NOT_READ
from .misspelt import MISSPELT
from .near_namespaces import NEARLY_OURS
from .shapes import Shapes

__all__ = ["Selection", "check_codes"]

MORE = "more-findings"
WITHOUT_RULE = DOUBTS | {SYNTAX, MISSPELT, NEARLY_OURS, STALE, NOT_READ, MORE}
"""The codes of findings that no shape makes."""


class Selection(NamedTuple):
    """Nodes, shapes and codes that findings are limited to (none given: all), and how many of them to show at most.
    Those with a code to ``ignore`` are left out.

    Nodes and shapes are IRIs or names with one of our prefixes; a shape may also be its local name.
    """

    focus: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    most: int | None = None
    ignore: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all findings are wanted."""
        return not (self.focus or self.shape or self.code or self.ignore)

    @property
    def nodes(self) -> set[NamedNode]:
        """The nodes asked for."""
        return {node for name in self.focus if (node := iri_of(name)) is not None}

    def check_rules(self, shapes: Shapes) -> None:
        """Sees that the codes and shapes asked for exist; without that, a slip of the pen would look like success.

        :raises InputError: where one does not.
        """
        if named := (*self.code, *self.ignore):
            check_codes(named, shapes.codes() | WITHOUT_RULE)
        nodes = shapes.nodes() if self.shape else set()
        names = {local_name(node.value) for node in nodes}
        for shape in self.shape:
            if shape not in names and iri_of(shape) not in nodes:
                message = Text(f"there is no shape {shape}", f"没有形状 {shape}")
                raise a_file_of_shapes(message, shape) if is_file(shape) else unknown(message, shape, names)

    def check_focus(self, engine: Engine) -> None:
        """Sees that the data know the nodes asked for.

        :raises InputError: where they do not know one.
        """
        for name in self.focus:
            node = iri_of(name)
            if node is None or not engine.ask(f"ASK {{ {{ {node} ?out ?object }} UNION {{ ?subject ?in {node} }} }}"):
                raise InputError(
                    Text(f"the data say nothing of {name}", f"数据中没有 {name}"),
                    remedy=Text("give the IRI, or a name with its prefix", "请给出 IRI 或带前缀的名称"),
                )

    def of(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that were asked for, in order; of too many the first ones, and one that tells how many more.

        Always told are that a file cannot be read, and what concerns no node, since it may concern those that are asked
        for; that a shape was not checked, where that shape is asked for.
        """
        ordered = sorted(findings, key=lambda finding: finding.order)
        unread = [finding for finding in ordered if finding.code == SYNTAX]
        chosen = [finding for finding in ordered if finding.code != SYNTAX and self._has(finding)]
        if self.most is None or len(chosen) <= self.most:
            return [*unread, *chosen]
        return [*unread, *chosen[: self.most], more(chosen[self.most :])]

    def _has(self, finding: Finding) -> bool:
        nodes = self.nodes
        shapes = {local_name(name.strip("<>")) for name in self.shape}
        name = "" if finding.shape is None else local_name(finding.shape.value)
        is_unchecked = finding.code in UNCHECKED
        return (
            (not nodes or finding.node is None or isinstance(finding.node, BlankNode) or finding.node in nodes)
            and (not shapes or not shapes.isdisjoint({finding.code, name}))
            and finding.code not in self.ignore
            and (not self.code or finding.code in self.code or (is_unchecked and name in self.code))
        )


def check_codes(named: Iterable[str], codes: Collection[str]) -> None:
    """Sees that there are these codes.

    :raises InputError: where there is not one of them, with the nearest that there are.
    """
    for code in named:
        if code not in codes:
            raise unknown(Text(f"no rule has the code {code}", f"没有代码为 {code} 的规则"), code, codes)


def iri_of(name: str) -> NamedNode | None:
    """The IRI that a user means; None for what is none.

    >>> iri_of("alliance:qutac").value, iri_of("qutac")
    ('https://w3id.org/qontology/id/alliance/qutac', None)
    """
    try:
        return NamedNode(expand(name))
    except ValueError:
        return None


def more(left_out: Sequence[Finding]) -> Finding:
    """The finding that others were left out, as bad as the worst of them."""
    number = len(left_out)
    return Finding(
        MORE,
        max((finding.severity for finding in left_out), key=lambda severity: severity.weight, default=Severity.INFO),
        None,
        Text(f"{number} more findings are not shown", f"另有 {number} 项发现未显示"),
        remedy=Text("mend these first, or ask for more with --max-findings", "请先处理以上问题，或调高 --max-findings"),
        failure=True,
    )


def is_file(name: str) -> bool:
    """Whether a name is that of a file rather than of a shape."""
    return Path(name).exists() or ending(name) in ENDINGS


def a_file_of_shapes(message: Text, name: str) -> InputError:
    """The error for a file where the name of a shape is asked for."""
    remedy = Text(f"a file of shapes is given with --shapes {name}", f"形状文件请用 --shapes {name} 指定")
    return InputError(message, remedy=remedy)


def unknown(message: Text, name: str, names: Iterable[str]) -> InputError:
    """The error for a name that there is not, with the nearest ones."""
    near = get_close_matches(name, sorted(names), 3)
    return InputError(message, remedy=did_you_mean(near))
