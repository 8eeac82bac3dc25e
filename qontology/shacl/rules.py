"""Rules of shapes graphs (SHACL-AF 8): what they derive at the focus nodes of their shapes, until nothing new comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial

from pyoxigraph import BlankNode, Literal, NamedNode, QueryTriples, Triple

from ..engine.rdflib_copy import from_rdflib, to_rdflib
from ..errors import EngineError
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import RDF, SH, Node, Term
from .compiler import CompiledShapes
from .constraints.sparql_based import TRUE, read_query
from .errors import NotSupportedError, ShapesError
from .exact_copy import IRI
from .execution import known_of
from .lexical_forms import Verbatim
from .paths import read_path
from .patterns import Known, QueryContext, all_of
from .queries import QueryText
from .rdflib_queries import answered
from .reader import ShapesReader
from .shape import Shape
from .shape_findings import not_compiled, not_supported

__all__ = ["Rules", "rules_not_run"]

MOST_ROUNDS = 100
"""So often all rules are run at most."""

THIS = SH["this"]


@dataclass(frozen=True)
class ShapeRule:
    """One rule of a shape; ``write`` gives its CONSTRUCT query for a pattern that binds ``?this``."""

    shape: Shape
    order: Decimal
    conditions: tuple[Shape, ...]
    write: Callable[[str], str]
    names_predicates: bool = True
    makes_nodes: bool = False

    def query(self, known: Known) -> str:
        """The query over all focus nodes, for data of which this is known."""
        context = QueryContext.at(self.shape.target.only, known)
        focus = self.shape.target.focus(context)
        conforms = all_of((condition.conforms("?this", context) for condition in self.conditions), empty="")
        filtered = f" FILTER({conforms})" if conforms else ""
        return self.write(f"{{ SELECT DISTINCT ?this WHERE {{ {{ {focus.pattern} }}{filtered} }} }}")


class Rules:
    """The rules of some shapes, in their order; ``problems`` names those that cannot be run."""

    def __init__(self, compiled: CompiledShapes) -> None:
        self._compiled = compiled
        self.problems: list[Finding] = []
        reader = ShapesReader(compiled.graph)
        found: list[ShapeRule] = []
        for shape in compiled.shapes:
            for node in () if shape.deactivated else compiled.graph.objects(shape.node, SH["rule"]):
                try:
                    found += read_rule(reader, shape, node)
                except NotSupportedError as error:
                    self.problems.append(not_supported(error.feature, [shape.node]))
                except ShapesError as error:
                    self.problems.append(not_compiled(shape.node, error))
        self._rules = sorted(found, key=lambda rule: rule.order)

    def derive(self, engine: Verbatim) -> frozenset[Triple]:
        """Adds what follows to the data of an engine, and gives it.

        A rule that makes blank nodes runs once: it would never come to an end.

        :raises EngineError: where there is no end after many rounds.
        """
        derived: set[Triple] = set()
        for number in range(MOST_ROUNDS):
            before = len(derived)
            for rule in self._rules:
                if number == 0 or not rule.makes_nodes:
                    known = known_of(self._compiled, engine)
                    new = {triple for triple in constructed(rule, engine, known) if triple not in derived}
                    new -= {triple for triple in new if not rule.makes_nodes and holds(engine, triple)}
                    engine.extend(new)
                    derived |= new
            if len(derived) == before:
                return frozenset(derived)
        raise EngineError(
            Text(f"the rules came to no end in {MOST_ROUNDS} rounds", f"规则运行 {MOST_ROUNDS} 轮后仍未结束"),
            remedy=Text("see which rule always derives something new", "请查看哪条规则不断推导出新内容"),
        )


def rules_not_run(compiled: CompiledShapes) -> Iterator[Finding]:
    """The advice that shapes have rules, where nobody asked for them."""
    rules = compiled.graph.pairs(SH["rule"])
    if rules:
        yield Finding(
            "rules-not-run",
            Severity.INFO,
            None,
            Text(f"the rules of the shapes ({len(rules)}) were not run", f"未运行形状中的规则（{len(rules)} 条）"),
            shape=rules[0][0],
            remedy=Text("run them before validation with --rules", "如需在校验前运行，请加上 --rules"),
        )


def holds(engine: Verbatim, triple: Triple) -> bool:
    """Whether the data have a statement, as it is written."""
    assert not isinstance(triple.object, Triple) and not isinstance(triple.subject, Triple)
    term = QueryContext(Known(verbatim=True)).term
    if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
        return next(engine.store.quads_for_pattern(triple.subject, triple.predicate, triple.object), None) is not None
    return engine.ask(f"ASK {{ {triple.subject} {triple.predicate} {term(triple.object)} }}")


def constructed(rule: ShapeRule, engine: Verbatim, known: Known) -> Iterator[Triple]:
    """What a rule gives; where it may come upon literals that a store rewrites, from a copy in rdflib."""
    query = rule.query(known)
    named = {NamedNode(iri) for iri in IRI.findall(query)} | {RDF["type"]}
    if not engine.private or (rule.names_predicates and not any(map(engine.has_rewritten, named))):
        found = engine.store.query(query)
        assert isinstance(found, QueryTriples)
        yield from found
        return
    exact = rule.query(Known(known.tree))
    statements = answered(to_rdflib(engine.statements()), exact).graph or ()
    for subject, predicate, value in statements:
        terms = from_rdflib(subject), from_rdflib(predicate), from_rdflib(value)
        if isinstance(terms[0], Node) and isinstance(terms[1], NamedNode) and terms[2] is not None:
            yield Triple(terms[0], terms[1], terms[2])


def read_rule(reader: ShapesReader, shape: Shape, node: Term) -> Iterator[ShapeRule]:
    """The rule that a node is; none where it is deactivated.

    :raises ShapesError: where it is not well-formed.
    """
    graph = reader.graph
    if isinstance(node, Literal):
        raise ShapesError(shape.node, Text("a rule is a literal", "规则是字面量"), Text("write a rule", "请写出规则"))
    if TRUE in graph.objects(node, SH["deactivated"]):
        return
    conditions = []
    for condition in graph.objects(node, SH["condition"]):
        read = None if isinstance(condition, Literal) else reader.read(condition)
        if read is None or read.all_faults:
            raise NotSupportedError(shape.node, f"sh:condition {condition}")
        conditions.append(read)
    order = order_of(shape, graph.objects(node, SH["order"]))
    if graph.objects(node, SH["construct"]):
        text = read_query(graph, node, "construct", shape.node, frozenset())
        write = partial(bound, text)
        yield ShapeRule(shape, order, tuple(conditions), write, text.names_predicates, text.makes_nodes)
        return
    ends = [graph.objects(node, SH[name]) for name in ("subject", "predicate", "object")]
    if not any(ends):
        kinds = graph.objects(node, RDF["type"])
        raise NotSupportedError(shape.node, f"the rule {kinds[0]}" if kinds else "a rule without sh:construct")
    if any(len(values) != 1 for values in ends):
        message = Text("a triple rule needs one subject, predicate and object", "三元组规则应各有一个主语、谓语和宾语")
        raise ShapesError(shape.node, message, Text("give each of them once", "请各给出一个"))
    parts = [expression(reader, shape, value, f"?end{place}") for place, (value,) in enumerate(ends)]
    template, body = (" ".join(texts) for texts in zip(*parts, strict=True))
    yield ShapeRule(shape, order, tuple(conditions), partial(triple_query, template, body))


def bound(text: QueryText, nodes: str) -> str:
    """The query of a SPARQL rule at some nodes."""
    return text.bound({"this": nodes})


def triple_query(template: str, body: str, nodes: str) -> str:
    """The query of a triple rule at some nodes."""
    return f"CONSTRUCT {{ {template} }} WHERE {{ {nodes} {body} }}"


def expression(reader: ShapesReader, shape: Shape, value: Term, variable: str) -> tuple[str, str]:
    """What stands for a node expression in a template, and the pattern that binds it.

    :raises NotSupportedError: for all but the focus node, a constant and a path.
    """
    if value == THIS:
        return "?this", ""
    if not isinstance(value, BlankNode):
        return variable, f"VALUES {variable} {{ {value} }}"
    names = {name.value.removeprefix(SH.base) for name in reader.graph.predicates(value)}
    paths = reader.graph.objects(value, SH["path"])
    if names != {"path"} or len(paths) != 1:
        said = ", ".join(sorted(f"sh:{one}" for one in names))
        raise NotSupportedError(shape.node, f"the node expression with {said}")
    return variable, f"?this {read_path(reader.graph, paths[0], shape.node)} {variable} ."


def order_of(shape: Shape, values: Iterable[Term]) -> Decimal:
    """The place of a rule among the others; 0 where none is given."""
    try:
        numbers = [Decimal(value.value) for value in values]
    except InvalidOperation:
        message = Text("sh:order is not a number", "sh:order 不是数字")
        raise ShapesError(shape.node, message, Text("write a number", "请写数字")) from None
    return numbers[0] if numbers else Decimal(0)
