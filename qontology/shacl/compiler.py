"""From shapes to SELECT queries: each constraint of each targeted shape becomes one query over all its focus nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from pyoxigraph import NamedNode, Quad, Triple

from ..findings import Finding
from ..language import Text
from ..namespaces import SH, Node, Term
from .constraints.shape_based import Property
from .errors import NotCompiledError, ShapesError
from .patterns import Focus, Known, QueryContext, Tree, ValueNodes
from .problems import Problems
from .reader import ShapesReader
from .shape import Constraint, Shape, ViolationsQuery
from .targets import Target
from .triples import TripleIndex, relabelled

__all__ = ["Check", "CompiledShapes", "compile_shapes"]


@dataclass(frozen=True)
class Check:
    """One query, and the constraint whose violations it finds.

    ``shapes`` leads from the targeted shape through property shapes to the one that has the constraint.
    ``starts_from_values`` says that the query finds the focus nodes by their values, ``joined`` that the nodes on the
    way are among its columns, also where a query of the shapes would not have them.
    """

    target: Target
    shapes: tuple[Shape, ...]
    constraint: Constraint
    query: ViolationsQuery
    starts_from_values: bool = False
    joined: bool = False

    @classmethod
    def of(
        cls, target: Target, shapes: tuple[Shape, ...], constraint: Constraint, known: Known, joined: bool = False
    ) -> Check:
        """The check of a constraint of the last shape at the focus nodes of a target."""
        context = QueryContext.at(target.only, known)
        focus, path = focus_of(target, shapes, context), shapes[-1].path
        values = ValueNodes(
            focus.subject, path, focus.variable if path is None else context.fresh("value"), context.only
        )
        by_values = constraint.starts_from_values and path is not None and focus.is_implied_by(path.leaving)
        if by_values:
            focus, values = replace(focus, pattern=""), replace(values, binds=True)
        write = partial(Constraint.query, constraint) if joined and constraint.queries else constraint.query
        return cls(target, shapes, constraint, write(focus, values, context), by_values, joined)

    @property
    def texts(self) -> tuple[str, ...]:
        """Its query; of one that is asked at each focus node, that at one of them too."""
        each = self.query.each
        return (self.query.text,) if each is None else (self.query.text, each(NamedNode("urn:x-qontology:node")))

    def fails(self, node: str, context: QueryContext) -> str:
        """The condition that the check finds something at a bound focus node."""
        return self._fails(self.shapes, node, context)

    def _fails(self, shapes: tuple[Shape, ...], node: str, context: QueryContext) -> str:
        values = context.value_nodes(node, shapes[0].path)
        if len(shapes) == 1:
            return self.constraint.violated(values, context)
        if values.path is None:
            return self._fails(shapes[1:], node, context)
        return context.some_value(values, self._fails(shapes[1:], values.variable, context))

    def at(self, nodes: tuple[Term, ...], known: Known) -> Check:
        """The same check for some of the focus nodes only, none of them blank."""
        return Check.of(Target(nodes=nodes), self.shapes, self.constraint, known)

    def among(self, known: Known) -> Check:
        """The same check for other data."""
        return Check.of(self.target, self.shapes, self.constraint, known, self.joined)

    @property
    def shape(self) -> Shape:
        """The shape that has the constraint."""
        return self.shapes[-1]

    @property
    def code(self) -> str:
        """The name of the rule: that of the innermost shape that has one, else of the component."""
        codes = [shape.code for shape in reversed(self.shapes) if shape.code]
        return codes[0] if codes else self.constraint.source_component


@dataclass(frozen=True)
class CompiledShapes:
    """The shapes of a graph, ready to be run on any engine.

    ``graph`` holds the shapes with their blank nodes as findings name them; ``problems`` are findings about the shapes
    themselves, each with the shapes with targets that it leaves unchecked in part. ``tree`` are pairs of subclass and
    superclass that hold beside those of the data.
    """

    graph: TripleIndex
    shapes: tuple[Shape, ...]
    problems: tuple[Finding, ...]
    concerned: Mapping[Finding, tuple[Node, ...]] = field(default_factory=dict)
    tree: Tree = ()

    def checks(self, known: Known = Known()) -> tuple[Check, ...]:  # noqa: B008 (it never changes)
        """All queries, for data of which this is known."""
        return tuple(check for shape in self.shapes for check in checks_of(shape, known))


def compile_shapes(
    shapes: Iterable[Triple | Quad],
    *,
    prefixes: Mapping[str, str] = MappingProxyType({}),
    tree: Tree = (),
    entailment: Collection[NamedNode] = (),
) -> CompiledShapes:
    """Compiles a shapes graph, given as triples, as quads or as a Store.

    Parse shapes rather than load them into a Store, which rewrites literals. Nothing is fetched: owl:imports are not
    followed. Blank nodes are named anew, in the order of the triples, so that reports are alike from run to run.
    What cannot be used of a shape is a finding among the ``problems``; the rest is used.

    :param prefixes: those of the files, for queries that use one which ``sh:prefixes`` does not declare.
    :param tree: pairs of subclass and superclass beside those of the data. The ones in the shapes graph do not count:
        by the recommendation a class hierarchy is a matter of the data.

    :param entailment: the regimes by which the data are completed before they are validated.

    :raises ShapesError: where no shape has a target, or the shapes want another entailment regime (SHACL 1.5).

    >>> from pyoxigraph import parse, RdfFormat
    >>> text = "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:S> sh:targetObjectsOf <urn:p> ; sh:nodeKind sh:IRI ."
    >>> print(compile_shapes(parse(text, RdfFormat.TURTLE)).checks()[0].query.text)
    SELECT DISTINCT ?this WHERE { { ?subject1 <urn:p> ?this . FILTER(!(isIRI(?this))) } }
    """
    graph = TripleIndex(relabelled(shapes), prefixes)
    for owner, regime in graph.pairs(SH["entailment"]):
        if regime not in entailment:
            message = Text(f"it wants the entailment regime {regime}", f"要求使用蕴涵机制 {regime}")
            remedy = Text("run with --inference, or remove sh:entailment", "请加上 --inference，或删除 sh:entailment")
            raise ShapesError(owner, message, remedy)
    reader = ShapesReader(graph)
    problems = reader.problems
    usable = [compilable((shape,), problems) for shape in list(reader.targeted())]
    if not usable and not problems.findings:
        raise ShapesError(
            None,
            Text("no shape has a target, so nothing would be checked", "没有任何形状指定目标，因此不会检查任何内容"),
            Text("give a shape sh:targetClass or another target", "请为形状添加 sh:targetClass 或其他目标"),
        )
    problems.owl_classes(reader.owl_classes)
    for prefix, users in borrowed(usable).items():
        problems.borrowed(prefix, users)
    problems.unused(list(reader.unused()))
    problems.terms(graph)
    return CompiledShapes(graph, tuple(usable), problems.findings, problems.concerned, tree)


def compilable(shapes: tuple[Shape, ...], problems: Problems) -> Shape:
    """The last shape, reached by the others from one with a target, with those constraints that become queries."""
    kept: list[Constraint] = []
    for constraint in shapes[-1].constraints:
        if isinstance(constraint, Property):
            kept.append(replace(constraint, shape=compilable((*shapes, constraint.shape), problems)))
            continue
        try:
            for target in shapes[0].target.parts(shapes[0].may_stand_still):
                Check.of(target, shapes, constraint, Known())
        except NotCompiledError as fault:
            problems.unusable(shapes[0].node, fault)
        else:
            kept.append(constraint)
    return replace(shapes[-1], constraints=tuple(kept))


def borrowed(shapes: Iterable[Shape]) -> dict[str, list[Node]]:
    """The prefixes of the file that queries of the shapes use without a declaration, with the shapes."""
    found: dict[str, list[Node]] = defaultdict(list)
    for shape in shapes:
        queries = [query.text for query in shape.target.queries]
        queries += [query for constraint in shape.constraints for query in constraint.queries]
        for prefix in sorted({prefix for query in queries for prefix in query.borrowed}):
            found[prefix].append(shape.node)
    return found


def checks_of(root: Shape, known: Known) -> Iterator[Check]:
    """The checks of a shape with targets, at the focus nodes of each."""
    for target in root.target.parts(root.may_stand_still):
        for shapes, constraint in constraints_of((root,)):
            yield Check.of(target, shapes, constraint, known)


def constraints_of(shapes: tuple[Shape, ...]) -> Iterator[tuple[tuple[Shape, ...], Constraint]]:
    """The constraints of the last shape and of its property shapes, with the way to them."""
    if shapes[-1].deactivated:
        return
    for constraint in shapes[-1].constraints:
        if isinstance(constraint, Property):
            yield from constraints_of((*shapes, constraint.shape))
        else:
            yield shapes, constraint


def focus_of(target: Target, shapes: tuple[Shape, ...], context: QueryContext) -> Focus:
    """The focus nodes of the last shape: the value nodes of those before it."""
    focus = target.focus(context)
    for shape in shapes[:-1]:
        if shape.path is not None:
            value = context.fresh("value")
            reach = ValueNodes(focus.subject, shape.path, value, context.only).reach
            focus = Focus(value, f"{focus.pattern} {reach}", value, through=focus.columns)
    return focus
