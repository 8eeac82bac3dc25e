"""A rule as a reader looks it up by its code: what it wants, what to do, who relies on it, and how it looks in data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from .. import assets
from ..findings import Severity
from ..knowledge.library import Library, Question
from ..language import Text
from ..namespaces import SH, Node
from ..shacl.compiler import CompiledShapes
from ..shacl.messages import in_both_languages
from ..shacl.shape import Shape
from ..shacl.triples import TripleIndex
from ..terms import NAMESPACE
from .data import SYNTAX
from .misspelt import MISSPELT
from .selection import check_codes
from .shapes import Shapes, shipped_shapes

__all__ = ["Rule", "every_rule", "rule", "rules_about"]

TERM = re.compile(rf"(?:{re.escape(NAMESPACE)}|\bqo:)(\w+)")


class Rule(NamedTuple):
    """One rule; ``examples`` are files by kind (``good``, ``bad``), ``questions`` titles of the library by id."""

    code: str
    severity: Severity
    name: Text | None
    message: Text | None
    remedy: Text | None
    questions: dict[str, Text]
    examples: dict[str, Path]


WITHOUT_SHAPE = {
    found.code: found
    for found in (
        Rule(
            SYNTAX,
            Severity.VIOLATION,
            Text("Every file can be read", "每个文件都能读取"),
            Text("what breaks the syntax of the format, the encoding or the limits", "违反格式语法、编码或限制之处"),
            Text("correct the place that is named", "请修改所指之处"),
            {},
            {},
        ),
        Rule(
            MISSPELT,
            Severity.VIOLATION,
            Text("A term of the ontology or its vocabularies exists", "所用的本体术语和词表概念均存在"),
            Text("a term in our namespaces that nothing declares", "命名空间中未声明的术语"),
            Text(
                "use the nearest term, which is named, or search for the right one",
                "请改用所提示的相近术语，或查找正确的术语",
            ),
            {},
            {},
        ),
    )
}
"""The rules that no shape can express."""


def rule(code: str, shapes: Shapes | None = None) -> Rule:
    """The rule of the shipped shapes, or of others, that has a code.

    :raises InputError: where there is none.

    >>> rule("QO-101").severity.value
    'violation'
    """
    if code in WITHOUT_SHAPE:
        return WITHOUT_SHAPE[code]
    shapes = shipped_shapes() if shapes is None else shapes
    compiled = shapes.compiled
    known = shapes_by_code(compiled)
    check_codes([code], known)
    return described_by(code, known[code], compiled.graph, Library())


def every_rule(shapes: Shapes | None = None) -> dict[str, Rule]:
    """All rules of the shipped shapes, or of others, by their codes.

    >>> every_rule()["QO-101"] == rule("QO-101")
    True
    """
    compiled = (shipped_shapes() if shapes is None else shapes).compiled
    questions = [*Library()]
    known = shapes_by_code(compiled)
    return {code: described_by(code, known[code], compiled.graph, questions) for code in sorted(known)}


def shapes_by_code(compiled: CompiledShapes) -> dict[str, Shape]:
    """The shapes that are rules, by their codes."""
    return {one.code: one for check in compiled.checks() for one in check.shapes if one.code}


def described_by(code: str, shape: Shape, graph: TripleIndex, library: Iterable[Question]) -> Rule:
    """The rule that a shape is."""
    described = list(closure(graph, shape.node))
    return Rule(
        code,
        shape.severity,
        in_both_languages(literals(graph, [shape.node], "name")),
        in_both_languages(literals(graph, described, "message")),
        shape.remedy,
        questions(graph, described, library),
        examples(code),
    )


def rules_about(term: NamedNode) -> list[tuple[str, Text]]:
    """The shipped rules that speak of a term, in the order of their codes: the code and the name of each.

    >>> from qontology import terms
    >>> "QO-422" in [code for code, _ in rules_about(NamedNode(terms.hasMembership))]
    True
    """
    compiled = shipped_shapes().compiled
    found = {}
    for shape in (one for check in compiled.checks() for one in check.shapes):
        name = in_both_languages(literals(compiled.graph, [shape.node], "name"))
        if (
            shape.code
            and name
            and any(mentions(compiled.graph, node, term) for node in closure(compiled.graph, shape.node))
        ):
            found[shape.code] = name
    return sorted(found.items())


def mentions(graph: TripleIndex, node: Node, term: NamedNode) -> bool:
    """Whether a node of a shape has the term as a value, or within a query."""
    values = [value for predicate in graph.predicates(node) for value in graph.objects(node, predicate)]
    return term in values or any(
        term.value == NAMESPACE + name
        for value in values
        if isinstance(value, Literal)
        for name in TERM.findall(value.value)
    )


def closure(graph: TripleIndex, node: Node) -> Iterator[Node]:
    """A node and the blank nodes that describe it."""
    pending, seen = [node], {node}
    while pending:
        here = pending.pop()
        yield here
        for predicate in graph.predicates(here):
            for value in graph.objects(here, predicate):
                if isinstance(value, BlankNode) and value not in seen:
                    seen.add(value)
                    pending.append(value)


def literals(graph: TripleIndex, nodes: Iterable[Node], name: str) -> list[Literal]:
    """The texts that nodes have by one property of SHACL."""
    values = (value for node in nodes for value in graph.objects(node, SH[name]))
    return [value for value in values if isinstance(value, Literal)]


def questions(graph: TripleIndex, nodes: Iterable[Node], library: Iterable[Question]) -> dict[str, Text]:
    """The questions of the library that read a property that these nodes mention."""
    texts = [str(value) for node in nodes for name in graph.predicates(node) for value in graph.objects(node, name)]
    properties = {f"qo:{name}" for text in texts for name in TERM.findall(text) if name[0].islower()}
    return {one.id: one.title for one in library if not (one.is_for_exchange or properties.isdisjoint(one.covers))}


def examples(code: str) -> dict[str, Path]:
    """The smallest data that keep the rule and that break it: the twins of its tests, which a wheel has too."""
    found = {kind: sorted(assets.root().glob(f"tests/*/shapes/{code}/{kind}.ttl")) for kind in ("good", "bad")}
    return {kind: paths[0] for kind, paths in found.items() if paths}
