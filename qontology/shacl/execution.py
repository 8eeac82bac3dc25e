"""Running compiled shapes on an engine, and turning solutions into findings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain

from pyoxigraph import BlankNode, Literal

from ..engine import Embedded, Engine
from ..errors import EngineError, InputError
from ..findings import Finding, Report
from ..namespaces import RDF, RDFS, Term
from .answers import Answers, ShapesBesideData, Solution, counted, paged
from .batches import Batch, batches
from .compiler import Check, CompiledShapes
from .constraints.sparql_based import SHAPES_GRAPH, SelectConstraint
from .constraints.value_type import Datatype
from .details import with_details
from .exact_copy import ExactCopy, named, needs_copy
from .lexical_forms import Verbatim, with_stored
from .literals import DERIVED
from .patterns import Known, QueryContext, Tree
from .reach import Touched
from .results import finding_of, is_failure, not_fetched, told_apart
from .shape import Shape
from .shape_findings import LITERALS_MERGED, NOTHING_CHECKED, failed, not_answered, not_compiled, undecided

__all__ = ["by_check", "find", "hierarchy", "known_of", "run"]

THREADS = min(4, os.cpu_count() or 1)
BY_SPELLING = frozenset(
    {"maxCount", "hasValue", "in", "equals", "disjoint", "qualifiedMinCount", "qualifiedMaxCount"}
    | {"minLength", "maxLength", "pattern", "sparql", "component"}
)
"""The kinds of constraints that count or compare terms, or read their text."""

MOST_SUSPECTS = 1000
"""So many nodes stand in one query at most."""


def run(
    compiled: CompiledShapes,
    engine: Engine,
    *,
    shapes: Iterable[str] = (),
    data: Iterable[str] = (),
    touched: Touched | None = None,
) -> Report:
    """Validates what an engine holds.

    The findings are the violations and, first of all, what is doubtful in the shapes themselves: a report conforms
    only where both are without fault.

    :param engine: a :class:`Verbatim` one has the terms as they were written. Another embedded one cannot judge
        ``sh:datatype`` of the derived integer types, and a remote one may take several literals of one value for one
        term: the report says so.
    :param shapes: the names of what was checked against, for the report.
    :param data: the names of what was checked, for the report.
    :param touched: what some statements can concern, where findings that do not depend on these may be left out.

    :raises EngineError: where the embedded engine fails; that a remote one does is a finding on the shape concerned.
    :raises NetworkError: where a remote engine is not reached, or its answer is cut off.
    """
    findings = [*compiled.problems, *find(compiled, engine, touched)]
    if not isinstance(engine, Embedded) and any(map(reads_spelling, compiled.shapes)) and merges_literals(engine):
        findings.append(LITERALS_MERGED)
    if not findings and not any_focus(compiled, engine):
        findings.append(NOTHING_CHECKED)
    return Report.of(findings, engine=engine.name, shapes=shapes, data=data)


def find(compiled: CompiledShapes, engine: Engine, touched: Touched | None = None) -> Iterator[Finding]:
    """The violations in what an engine holds, each a result of SHACL; see :func:`by_check`."""
    for _, findings in by_check(compiled, engine, touched=touched):
        yield from findings


def by_check(
    compiled: CompiledShapes, engine: Engine, tree: Tree | None = None, touched: Touched | None = None
) -> Iterator[tuple[Check, list[Finding]]]:
    """The checks with the violations that each finds; they run in parallel threads.

    ``tree`` is the class hierarchy, where it is known already. By ``touched``, what some statements cannot concern may
    be left out.
    """
    run = Run(compiled, engine, known_of(compiled, engine, tree), touched)
    with ThreadPoolExecutor(THREADS) as threads:
        yield from chain.from_iterable(threads.map(run.batch, batches(compiled, run.known)))


def known_of(compiled: CompiledShapes, engine: Engine, tree: Tree | None = None) -> Known:
    """What is known of the data that an engine holds, and of the nodes that shapes add to them by naming them.

    ``tree`` is the class hierarchy, where it is known already.
    """
    pairs = hierarchy(compiled, engine) if tree is None else tree
    if not isinstance(engine, Verbatim):
        return Known(pairs)
    named = with_stored(node for shape in compiled.shapes for node in shape.target.nodes if isinstance(node, Literal))
    return Known(pairs, True, engine.private.union(literal.datatype for literal in named.values()))


def reads_spelling(shape: Shape) -> bool:
    """Whether the verdict of a shape may depend on how literals of one value are written."""
    constraints = shape.constraints
    return any(one.kind in BY_SPELLING or any(map(reads_spelling, one.nested)) for one in constraints)


def merges_literals(engine: Engine) -> bool:
    """Whether an engine takes two ways to write a number for one term."""
    return engine.ask("ASK { VALUES (?one ?other) { (1.5 1.50) } FILTER(sameTerm(?one, ?other)) }")


def hierarchy(compiled: CompiledShapes, engine: Engine) -> Tree:
    """The pairs of subclass and superclass in the data, and those that were given with the shapes.

    OWL has many subclasses without a name; those that have no instances are left out.
    """
    below = RDFS["subClassOf"]
    columns = "?lower ?upper"
    query = f"SELECT DISTINCT {columns} WHERE {{ ?lower {below} ?upper }}"
    is_near = isinstance(engine, Embedded)
    rows = engine.select(query).rows if is_near else paged(engine, query, columns, counted(engine, query))
    found = ((lower, upper) for lower, upper in rows if lower is not None and upper is not None)
    pairs = tuple(dict.fromkeys([*compiled.tree, *found]))
    named = tuple(pair for pair in pairs if not isinstance(pair[0], BlankNode))
    if named != pairs and engine.ask(f"ASK {{ ?c {below} ?d FILTER(isBLANK(?c)) ?node {RDF['type']} ?c }}"):
        return pairs
    return named


def any_focus(compiled: CompiledShapes, engine: Engine) -> bool:
    """Whether some shape has a focus node in what an engine holds."""
    known = known_of(compiled, engine)
    targets = ((shape.target, QueryContext.at(shape.target.only, known)) for shape in compiled.shapes)
    return any(engine.ask(f"ASK {{ {target.focus(context).pattern} }}") for target, context in targets)


class Run:
    """One run over one engine."""

    def __init__(self, compiled: CompiledShapes, engine: Engine, known: Known, touched: Touched | None = None) -> None:
        self.engine = engine
        self.known = known
        self.touched = touched
        self.with_shapes = ShapesBesideData(compiled, engine)
        self.copy = ExactCopy(engine, compiled.graph.triples, SHAPES_GRAPH) if isinstance(engine, Verbatim) else None

    def batch(self, batch: Batch) -> list[tuple[Check, list[Finding]]]:
        """The checks of a batch with the violations that each finds."""
        batch = self._narrowed(batch)
        suspects = self._suspects(batch)
        if suspects is None:
            return [(check, self.findings(check)) for check in batch.checks]
        return [(check, self.findings(check.at(suspects, self.known)) if suspects else []) for check in batch.checks]

    def _narrowed(self, batch: Batch) -> Batch:
        """The batch for those of its focus nodes alone that are touched, where these are known."""
        if self.touched is None:
            return batch
        near = [self.touched.nodes(check) for check in batch.checks]
        nodes = frozenset().union(*filter(None, near))
        if None in near or not nodes:
            return batch
        values = " ".join(map(str, sorted(nodes, key=str)))
        pattern = batch.checks[0].target.focus(QueryContext(self.known)).pattern
        query = f"SELECT ?this WHERE {{ VALUES ?this {{ {values} }} FILTER EXISTS {{ {pattern} }} }}"
        found = tuple(node for (node,) in self.engine.select(query).rows if node is not None)
        return batch.at(found, self.known)

    def _suspects(self, batch: Batch) -> tuple[Term, ...] | None:
        """The focus nodes at which something is to be found; None where the checks are to be asked as they are.

        That is so where the suspects cannot be named or are too many, and for remote engines: Virtuoso 7 gets
        conditions wrong that nest so deeply.
        """
        if not isinstance(self.engine, Embedded) or batch.suspects is None:
            return None
        if any(map(self._is_undecided, batch.checks)):
            return None
        try:
            nodes = [node for (node,) in self.engine.select(batch.suspects).rows]
        except InputError:  # too much for one query
            return None
        named = tuple(node for node in nodes if node is not None and not isinstance(node, BlankNode))
        return named if len(named) == len(nodes) <= MOST_SUSPECTS else None

    def _is_undecided(self, check: Check) -> bool:
        """Whether the verdict depends on how literals were written, and nobody has told."""
        is_blind = isinstance(self.engine, Embedded) and not isinstance(self.engine, Verbatim)
        return is_blind and isinstance(check.constraint, Datatype) and check.constraint.datatype in DERIVED

    def findings(self, check: Check) -> list[Finding]:
        """The violations that a check finds."""
        if self._is_undecided(check):
            return [undecided(check.shape.node)]
        try:
            asked, answers = self._asked(check)
            rows = list(answers.rows(asked.query))
            found = [finding_of(check, row) for row in rows]
        except InputError as error:
            # Shapes may make a query that an engine is never asked: one that nests too deeply, or is too long.
            return [not_compiled(check.shapes[0].node, error)]
        except EngineError as error:
            if isinstance(self.engine, Embedded):
                raise
            return [not_answered(check.shapes[0].node, error)]
        if isinstance(check.constraint, SelectConstraint):
            found = [failed(check.shape.node)] if any(map(is_failure, rows)) else told_apart(found)
        elif found and check.constraint.explains and isinstance(self.engine, Embedded):
            found = with_details(check, found, self.known, self._rows)
        return [*found, not_fetched(check, answers.left_out)] if answers.left_out else found

    def _rows(self, check: Check) -> Iterator[tuple[Solution, Finding]]:
        """The solutions of a check with the findings that they are, and with the details of these."""
        asked, answers = self._asked(check)
        rows = list(answers.rows(asked.query))
        found = [finding_of(check, row) for row in rows]
        if check.constraint.explains and found:
            found = with_details(check, found, self.known, self._rows)
        return zip(rows, found, strict=True)

    def _asked(self, check: Check) -> tuple[Check, Answers]:
        """The check and what answers it: the engine, or a copy that a query of the shapes understands."""
        if self.copy is None or not isinstance(self.engine, Verbatim) or not needs_copy(check, self.engine):
            return check, Answers(self.engine, self.with_shapes)
        asked = check.among(Known(self.known.tree))
        queries = (*check.constraint.queries, *(query.text for query in check.target.queries))
        names_all = all(query.names_predicates for query in queries)
        predicates = named(asked) if names_all else None
        return asked, Answers(self.engine, self.with_shapes, partial(self.copy.select, predicates=predicates))
