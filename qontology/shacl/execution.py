"""Running compiled shapes on an engine, and turning solutions into findings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain

from pyoxigraph import BlankNode, Literal, NamedNode

from ..engine import Embedded, Engine
from ..errors import EngineError, InputError
from ..findings import Finding, Report
from ..language import Text
from ..namespaces import RDF, RDFS, Term
from ..sparql.paths import Predicate
from .answers import Answers, ShapesBesideData, Solution, counted, paged
from .batches import Batch, batches
from .compiler import Check, CompiledShapes
from .constraints.sparql_based import SelectConstraint
from .constraints.value_type import Datatype
from .lexical_forms import LexicalForms
from .literals import BOUNDS
from .messages import compose, fill, in_both_languages
from .patterns import QueryContext
from .shape_findings import NOTHING_CHECKED, not_answered, not_compiled, undecided

__all__ = ["Tree", "by_check", "find", "hierarchy", "run"]

Tree = tuple[tuple[Term, Term], ...]
"""Pairs of subclass and superclass."""

THREADS = min(4, os.cpu_count() or 1)
MOST_SUSPECTS = 1000
"""So many nodes stand in one query at most."""


def run(
    compiled: CompiledShapes,
    engine: Engine,
    *,
    written: LexicalForms | None = None,
    shapes: Iterable[str] = (),
    data: Iterable[str] = (),
) -> Report:
    """Validates what an engine holds.

    The findings are the violations and, first of all, what is doubtful in the shapes themselves: a report conforms
    only where both are without fault.

    :param written: the literals that the engine's store rewrote when it read the data; without them, an embedded
        engine cannot judge ``sh:datatype`` of the derived integer types, and says so.
    :param shapes: the names of what was checked against, for the report.
    :param data: the names of what was checked, for the report.

    :raises EngineError: where the embedded engine fails; that a remote one does is a finding on the shape concerned.
    :raises NetworkError: where a remote engine is not reached, or its answer is cut off.
    """
    findings = [*compiled.problems, *find(compiled, engine, written)]
    if not findings and not any_focus(compiled, engine):
        findings.append(NOTHING_CHECKED)
    return Report.of(findings, engine=engine.name, shapes=shapes, data=data)


def find(compiled: CompiledShapes, engine: Engine, written: LexicalForms | None = None) -> Iterator[Finding]:
    """The violations in what an engine holds, each a result of SHACL."""
    for _, findings in by_check(compiled, engine, written):
        yield from findings


def by_check(
    compiled: CompiledShapes, engine: Engine, written: LexicalForms | None = None, tree: Tree | None = None
) -> Iterator[tuple[Check, list[Finding]]]:
    """The checks with the violations that each finds; they run in parallel threads.

    ``tree`` is the class hierarchy, where it is known already.
    """
    run = Run(compiled, engine, written, hierarchy(compiled, engine) if tree is None else tree)
    with ThreadPoolExecutor(THREADS) as threads:
        yield from chain.from_iterable(threads.map(run.batch, batches(compiled, run.hierarchy)))


def hierarchy(compiled: CompiledShapes, engine: Engine) -> Tree:
    """The pairs of subclass and superclass in the shapes graph and in the data.

    OWL has many subclasses without a name; those that have no instances are left out.
    """
    below = RDFS["subClassOf"]
    columns = "?lower ?upper"
    query = f"SELECT DISTINCT {columns} WHERE {{ ?lower {below} ?upper }}"
    is_near = isinstance(engine, Embedded)
    rows = engine.select(query).rows if is_near else paged(engine, query, columns, counted(engine, query))
    found = ((lower, upper) for lower, upper in rows if lower is not None and upper is not None)
    pairs = tuple(dict.fromkeys([*compiled.graph.pairs(below), *found]))
    named = tuple(pair for pair in pairs if not isinstance(pair[0], BlankNode))
    if named != pairs and engine.ask(f"ASK {{ ?c {below} ?d FILTER(isBLANK(?c)) ?node {RDF['type']} ?c }}"):
        return pairs
    return named


def any_focus(compiled: CompiledShapes, engine: Engine) -> bool:
    """Whether some shape has a focus node in what an engine holds."""
    context = QueryContext(hierarchy(compiled, engine))
    return any(engine.ask(f"ASK {{ {shape.target.focus(context).pattern} }}") for shape in compiled.shapes)


class Run:
    """One run over one engine: asks the queries, and puts the written literals in the place of the stored ones."""

    def __init__(self, compiled: CompiledShapes, engine: Engine, written: LexicalForms | None, tree: Tree) -> None:
        self.engine = engine
        self.hierarchy = tree
        self.with_shapes = ShapesBesideData(compiled, engine)
        self.is_blind = written is None and isinstance(engine, Embedded)
        nodes = (node for shape in compiled.shapes for node in shape.target.nodes)
        self.written = (written or LexicalForms()).with_nodes(nodes)

    def batch(self, batch: Batch) -> list[tuple[Check, list[Finding]]]:
        """The checks of a batch with the violations that each finds."""
        suspects = self._suspects(batch)
        if suspects is None:
            return [(check, self.findings(check)) for check in batch.checks]
        return [
            (check, self.findings(check.at(suspects, self.hierarchy)) if suspects else []) for check in batch.checks
        ]

    def _suspects(self, batch: Batch) -> tuple[Term, ...] | None:
        """The focus nodes at which something is to be found; None where the checks are to be asked as they are.

        That is so where literals count as they were written, which the store does not know, where the suspects cannot
        be named or are too many, and for remote engines: Virtuoso 7 gets conditions wrong that nest so deeply.
        """
        is_near = isinstance(self.engine, Embedded)
        if not is_near or batch.suspects is None or self.written or any(map(self._is_undecided, batch.checks)):
            return None
        try:
            nodes = [node for (node,) in self.engine.select(batch.suspects).rows]
        except InputError:  # too much for one query
            return None
        named = tuple(node for node in nodes if node is not None and not isinstance(node, BlankNode))
        return named if len(named) == len(nodes) <= MOST_SUSPECTS else None

    def _is_undecided(self, check: Check) -> bool:
        """Whether the verdict depends on how literals were written, and nobody has told."""
        return self.is_blind and isinstance(check.constraint, Datatype) and check.constraint.datatype in BOUNDS

    def findings(self, check: Check) -> list[Finding]:
        """The violations that a check finds."""
        if self._is_undecided(check):
            return [undecided(check.shape.node)]
        answers = Answers(self.engine, self.with_shapes)
        try:
            found = [finding_of(check, row) for row in self._violations(check, answers)]
        except InputError as error:
            # Shapes may make a query that an engine is never asked: one that nests too deeply, or is too long.
            return [not_compiled(check.shapes[0].node, error)]
        except EngineError as error:
            if isinstance(self.engine, Embedded):
                raise
            return [not_answered(check.shapes[0].node, error)]
        return [*found, not_fetched(check, answers.left_out)] if answers.left_out else found

    def _violations(self, check: Check, answers: Answers) -> Iterator[Solution]:
        rows = answers.rows(check.query)
        if not self.written:
            return rows
        judged = check.values is not None
        kept = (row for row in rows if not (judged and self._value(check, row) in self.written))
        return chain(
            (spelled for row in kept for spelled, _ in self._spelled(check, row)), self._judged(check, answers)
        )

    def _judged(self, check: Check, answers: Answers) -> Iterator[Solution]:
        """The violations by literals that the store rewrote, judged as they were written."""
        if check.values is None:
            return
        admits = cache(check.constraint.admits)
        for row in answers.rows(check.values):
            if self._value(check, row) in self.written:
                yield from (spelled for spelled, form in self._spelled(check, row) if form and not admits(form))

    def _spelled(self, check: Check, row: Solution) -> Iterator[tuple[Solution, Literal | None]]:
        """A row with each written form in the place of the stored literal, and the form."""
        value = self._value(check, row)
        focus = row[check.query.focus[1:]]
        forms = self.written.forms(focus, check.shape.path, value, check.arriving) if value else ()
        if not forms or check.query.value is None:
            yield row, value if isinstance(value, Literal) else None
        else:
            yield from (({**row, check.query.value[1:]: form}, form) for form in forms)

    def _value(self, check: Check, row: Solution) -> Term | None:
        return None if check.query.value is None else row[check.query.value[1:]]


def finding_of(check: Check, row: Solution) -> Finding:
    """The finding that a solution of the query of a check is."""
    query, shape, constraint = check.query, check.shape, check.constraint

    columns = (query.focus, query.value, query.detail, query.path)
    node, value, detail, step = (None if name is None else row.get(name[1:]) for name in columns)
    path = Predicate(step) if isinstance(step, NamedNode) else shape.path
    names = {"value": node if value is None else value, "path": path, "detail": detail, "shape": shape.node}
    wording = compose(constraint.source_component, {**names, **constraint.parameters})
    return Finding(
        code=check.code,
        severity=shape.severity,
        node=node,
        message=own_message(check, row) or wording.message,
        path=path,
        value=value,
        component=constraint.source_component,
        shape=shape.node,
        remedy=shape.remedy or wording.remedy,
        related=() if detail is None else (detail,),
    )


def not_fetched(check: Check, number: int) -> Finding:
    """The finding that an engine has more results of a check than were fetched."""
    return Finding(
        code=check.code,
        severity=check.shape.severity,
        node=None,
        message=Text(f"{number} more findings of this rule were not fetched", f"该规则另有 {number} 项发现未取回"),
        component=check.constraint.source_component,
        shape=check.shape.node,
        remedy=Text(
            "mend these first, or fetch the graph with --download", "请先处理以上问题，或用 --download 取回数据"
        ),
    )


def own_message(check: Check, row: Solution) -> Text | None:
    """The message that the solution, the constraint or the shape brings with it."""
    constraint = check.constraint
    shapes_own = in_both_languages(check.shape.messages)
    if not isinstance(constraint, SelectConstraint):
        return shapes_own
    given = row.get("message")
    solutions_own = in_both_languages([given] if isinstance(given, Literal) else [])
    message = solutions_own or in_both_languages(constraint.messages) or shapes_own
    named = {"this": row[check.query.focus[1:]], "value": row.get((check.query.value or "?value")[1:])}
    terms = {**constraint.arguments, **named, **row}
    return message and fill(message, {name: term.value for name, term in terms.items() if term is not None})
