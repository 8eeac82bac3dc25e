"""SPARQL-based constraints: sh:sparql (SHACL 5), and the reading of queries that custom components share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from ...language import Text
from ...namespaces import OWL, SH, XSD, Node, Term
from ..errors import NotCompiledError, NotSupportedError, ShapesError
from ..patterns import Focus, QueryContext, ValueNodes
from ..queries import QueryText
from ..query_tokens import QueryError
from ..shape import Constraint, Violations, ViolationsQuery
from ..triples import TripleIndex
from .parameter import ParameterValue

__all__ = ["SHAPES_GRAPH", "SelectConstraint", "SparqlConstraint", "read_query"]

SHAPES_GRAPH = NamedNode("urn:x-qontology:shapes-graph")
"""The name of the shapes graph in the copy of the data that a query with ``$shapesGraph`` runs on."""

FUNCTION = re.compile(r".*(<.*>).*")

TRUE = Literal("true", datatype=XSD["boolean"])


def read_query(
    graph: TripleIndex, owner: Node, form: str, shape: Node, parameters: frozenset[str], *, of_target: bool = False
) -> QueryText:
    """The query in ``sh:select`` or ``sh:ask`` of a constraint, a validator or a target, checked.

    :raises ShapesError: where it is missing, not valid SPARQL, or does what SHACL forbids.
    """
    texts = graph.objects(owner, SH[form])
    if len(texts) != 1 or not isinstance(texts[0], Literal):
        message = Text(f"{owner} needs exactly one sh:{form}", f"{owner} 应恰有一个 sh:{form}")
        raise ShapesError(shape, message, Text("give it one query", "请给出一个查询"))
    prebound = frozenset({"this", "value", "currentShape", "shapesGraph", "PATH"} | parameters)
    if form == "select":
        prebound = parameters if of_target else prebound - {"value"}
    try:
        query = QueryText(texts[0].value, prefixes(graph, owner, shape), prebound, graph.prefixes)
        if query.form != form.upper():
            raise QueryError(f"sh:{form} holds no {form.upper()} query", f"sh:{form} 的内容不是 {form.upper()} 查询")
        if form == "select" and "this" not in query.projection:
            raise QueryError("the query does not project $this", "查询没有投影 $this")
        Store().query(query.bound({} if of_target else {"this": "VALUES ?this { <urn:x> }"}, "<urn:x>"))
    except QueryError as error:
        raise ShapesError(shape, error.message, Text("mend the query", "请修改查询")) from None
    except RuntimeError as error:  # a function that the engine does not know
        raise NotSupportedError(shape, FUNCTION.sub(r"the function \1", str(error))) from None
    except SyntaxError as error:
        reason = str(error.msg).splitlines()[0]
        message = Text(f"the query is not valid SPARQL: {reason}", f"查询不是有效的 SPARQL：{reason}")
        raise ShapesError(shape, message, Text("mend the query", "请修改查询")) from None
    return query


def prefixes(graph: TripleIndex, owner: Node, shape: Node) -> dict[str, str]:
    """The prefixes that ``sh:prefixes`` gives a query, those of imported ontologies in the same graph included."""
    found: dict[str, str] = {}
    seen: set[Term] = set()
    pending = list(graph.objects(owner, SH["prefixes"]))
    while pending:
        ontology = pending.pop()
        if ontology in seen:
            continue
        seen.add(ontology)
        pending += graph.objects(ontology, OWL["imports"])
        for declaration in graph.objects(ontology, SH["declare"]):
            names = [value.value for value in graph.objects(declaration, SH["prefix"]) if isinstance(value, Literal)]
            given = graph.objects(declaration, SH["namespace"])
            for value in given:
                if isinstance(value, NamedNode):
                    kind = Text(f"sh:namespace is {value}, no literal", f"sh:namespace 的值是 {value}，应为字面量")
                    text = f'"{value.value}"^^xsd:anyURI'
                    raise ShapesError(shape, kind, Text(f"write {text}", f"请改写为 {text}"))
            spaces = [value.value for value in given if isinstance(value, Literal)]
            if len(names) != 1 or len(spaces) != 1 or found.get(names[0], spaces[0]) != spaces[0]:
                message = Text("a prefix declaration is incomplete or contradicts another", "前缀声明不完整或相互矛盾")
                raise ShapesError(shape, message, Text("declare each prefix once", "每个前缀只声明一次"))
            found[names[0]] = spaces[0]
    return found


@dataclass(frozen=True)
class SelectConstraint(Constraint):
    """A SELECT query whose solutions are violations, with the values of its pre-bound parameters."""

    shape: Node
    text: QueryText
    arguments: dict[str, Term] = field(default_factory=dict)
    own_messages: tuple[Literal, ...] = ()
    source: Node | None = None
    stands_alone = True

    @property
    def steps(self) -> int | None:  # type: ignore[override]
        return self.text.steps

    @property
    def described(self) -> str:
        return super().described or str(self.source or "")

    @property
    def kinds(self) -> frozenset[str]:
        return super().kinds | ({"pattern"} if "REGEX" in self.text.words else set())

    @property
    def messages(self) -> tuple[Literal, ...]:
        return self.own_messages

    @property
    def queries(self) -> tuple[QueryText, ...]:
        return (self.text,)

    @property
    def parameters(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.arguments.items()}

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        if not self.text.simple:
            reason = Text(
                "it has a sub-select, an aggregate or a limit and stands inside another shape",
                "该查询含有子查询、聚合或 LIMIT，且位于其他形状内部",
            )
            raise NotCompiledError(self.shape, f"sh:{self.component}", reason)
        names = {"this": values.focus}
        body = self.text.body(lambda name: renamed(names, name, context), path_of(values))
        bindings = " ".join(
            f"VALUES {renamed(names, name, context)} {{ {context.term(value)} }}"
            for name, value in self._constants().items()
        )
        return Violations((f"{bindings} {body}",), value=names.get("value"))

    def query(self, focus: Focus, values: ValueNodes, context: QueryContext) -> ViolationsQuery:
        def bound(source: Focus) -> str:
            distinct = f"{{ SELECT DISTINCT {source.variable} WHERE {{ {source.pattern} }} }}"
            if source.variable != "?this":
                distinct = f"{{ SELECT ({source.variable} AS ?this) WHERE {distinct} }}"
            sources = {"this": source.pattern if source.once else distinct}
            sources |= {
                name: f"VALUES ?{name} {{ {context.term(value)} }}" for name, value in self._constants().items()
            }
            return self.text.bound(sources, path_of(values), tells_focus=source.is_implied_by(self.text.leaving))

        def each(node: Term) -> str:
            if isinstance(node, BlankNode):
                reason = Text(
                    "it must run once a focus node, and no query can name a blank node",
                    "该查询须逐个焦点节点执行，而 SPARQL 无法指称空白节点",
                )
                raise NotCompiledError(self.shape, f"sh:{self.component}", reason)
            return bound(Focus("?this", f"VALUES ?this {{ {context.term(node)} }}", "?this", once=True))

        projection = self.text.projection
        value = "?value" if "value" in projection else "?this" if values.path is None else None
        path = "?path" if "path" in projection else None
        if self.text.set_based:
            return ViolationsQuery(bound(focus), "?this", value, path, needs_shapes_graph=self._needs_shapes_graph)
        nodes = f"SELECT DISTINCT {focus.variable} WHERE {{ {focus.pattern} }}"
        return ViolationsQuery(nodes, "?this", value, path, each=each, needs_shapes_graph=self._needs_shapes_graph)

    @property
    def _needs_shapes_graph(self) -> bool:
        return "shapesGraph" in self.text.variables

    def _constants(self) -> dict[str, Term]:
        constants = {**self.arguments, "currentShape": self.shape, "shapesGraph": SHAPES_GRAPH}
        used = {name: value for name, value in constants.items() if name in self.text.variables}
        for name, value in used.items():
            if isinstance(value, BlankNode):
                reason = Text(
                    f"${name} is a blank node, which no query can name", f"${name} 是空白节点，SPARQL 无法指称"
                )
                raise NotCompiledError(self.shape, f"sh:{self.component}", reason)
        return used


class SparqlConstraint(SelectConstraint):
    """The constraint that ``sh:sparql`` gives a shape."""

    component = "SPARQLConstraintComponent"
    kind = "sparql"
    parameter_name = "sparql"
    repeatable = True
    property_shapes_only = False

    @classmethod
    def read(cls, parameter: ParameterValue) -> SparqlConstraint | None:
        graph, owner = parameter.reader.graph, parameter.value
        if isinstance(owner, Literal):
            raise parameter.wrong(Text("a SPARQL constraint", "SPARQL 约束"))
        if TRUE in graph.objects(owner, SH["deactivated"]):
            return None
        text = read_query(graph, owner, "select", parameter.shape, frozenset())
        messages = tuple(value for value in graph.objects(owner, SH["message"]) if isinstance(value, Literal))
        return cls(parameter.shape, text, own_messages=messages, source=owner)


def renamed(names: dict[str, str], name: str, context: QueryContext) -> str:
    """The variable or blank node of the whole query that stands for one of an inner query."""
    if name not in names:
        fresh = context.fresh("inner")
        names[name] = "_:" + fresh[1:] if name.startswith("_:") else fresh
    return names[name]


def path_of(values: ValueNodes) -> str | None:
    return None if values.path is None else values.path.atom
