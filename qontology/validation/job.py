"""One run of a validation: data and shapes are read, evaluated, and the findings of the user chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from pyoxigraph import Triple

from ..engine import Engine, connect
from ..engine.emptiness import refuse_empty
from ..findings import Finding, Report
from ..language import Text
from ..namespaces import Node
from ..reading import Source, shipped
from ..shacl.compiler import CompiledShapes
from ..shacl.execution import run
from ..shacl.focusing import focused
from ..shacl.probe import without
from ..shacl.pyshacl_engine import compared, complete, run_pyshacl
from ..shacl.rules import Rules, rules_not_run
from ..shacl.spot_check import spot_check
from .baseline import Baseline
from .causes import with_causes
from .data import Data
from .download import download as downloaded
from .imports import Imports
from .inference import ENTAILMENT, Regime, infer
from .labels import with_stable_labels
from .locating import Location, first_steps
from .misspelt import misspelt, suggested
from .near_namespaces import near_namespaces
from .own_findings import at, own_findings
from .selection import Selection
from .shapes import Shapes, shipped_shapes

__all__ = ["ENGINES", "EngineName", "Job", "shipped_data"]

EngineName = Literal["compiled", "pyshacl", "both"]
ENGINES: tuple[EngineName, ...] = ("compiled", "pyshacl", "both")


def shipped_data() -> tuple[Source, ...]:
    """The shipped ontology and data."""
    return (*shipped("ontology"), *shipped("data"))


@dataclass(frozen=True)
class Job:
    """What is to be validated, and how; see :func:`validate`."""

    sources: tuple[Source, ...]
    endpoint: str | None
    graphs: tuple[str, ...]
    download: bool
    shapes: tuple[Source, ...] | None
    with_shipped: bool
    ontology: tuple[Source, ...]
    imports: Imports
    inference: Regime | None
    rules: bool
    engine: EngineName
    selection: Selection
    baseline: Baseline | None
    timeout: float

    @property
    def is_trusted(self) -> bool:
        """Whether nothing in the run can hang or crash: foreign shapes can, and so can pySHACL."""
        return self.shapes is None and self.engine == "compiled" and self.inference is None

    def report(self) -> Report:
        """Does the work."""
        regimes = ENTAILMENT[self.inference] if self.inference else ()
        shapes = shipped_shapes()
        if self.shapes is not None:
            shapes = Shapes((*self.shapes, *self.imports.of(self.shapes)), entailment=regimes)
        self.selection.check_rules(shapes)
        report = self.of_files(shapes) if self.endpoint is None or self.download else self.of_endpoint(shapes)
        found = with_stable_labels(report.findings)
        if self.baseline is not None:
            found = self.baseline.without_known(found, tell_stale=self.selection.is_whole)
        chosen = self.selection.of(found)
        return Report.of(chosen, engine=report.engine, shapes=shapes.names, data=report.data)

    def of_endpoint(self, shapes: Shapes) -> Report:
        """What is found where the data are."""
        engine, compiled = self.connected(), shapes.compiled
        refuse_empty(engine)
        self.selection.check_focus(engine)
        report = run(self.wanted(without(compiled, engine.name, spot_check(engine, compiled)), engine), engine)
        findings = [at(finding, Location(engine.name)) for finding in report.findings]
        return Report.of(findings, engine=engine.name, shapes=(), data=[engine.name])

    def of_files(self, shapes: Shapes) -> Report:
        """What is found in files, or in a graph that was fetched."""
        sources = self.sources if self.endpoint is None else (downloaded(self.connected()),)
        beside = shipped_data() if self.with_shipped else ()
        imported = self.imports.of([*sources, *self.ontology], beside)
        data = Data(sources, beside, (*self.ontology, *imported))
        doubts = list(self.completed(shapes, data))
        self.selection.check_focus(data.engine)
        report = self.evaluated(shapes, data)
        found = [
            *map(partial(marked, data=data), report.findings),
            *doubts,
            *(misspelt(data.terms, data.store, data.is_settled) if self.with_shipped else ()),
        ]
        if self.with_shipped:
            found = [suggested(finding, data.store, data.is_settled) for finding in found]
        near = [one for source in data.sources if self.with_shipped for one in near_namespaces(source)]
        own = own_findings(found, shapes, data)
        told = (*data.faults, *self.imports.missing, *(one.finding for one in near), *own)
        findings = with_causes(told, near, data)
        added = f" + derived statements ({len(data.derived)})" if self.inference or self.rules else ""
        return Report.of(findings, engine=report.engine + added, shapes=(), data=[source.name for source in sources])

    def completed(self, shapes: Shapes, data: Data) -> Iterator[Finding]:
        """Adds to the data what is to be derived; gives what is to be said of the rules."""
        if self.inference:
            data.derive(partial(infer, regime=self.inference))
        if self.rules:
            rules = Rules(shapes.compiled)
            data.derive(rules.derive)
            yield from rules.problems
        else:
            yield from rules_not_run(shapes.compiled)

    def evaluated(self, shapes: Shapes, data: Data) -> Report:
        """What the engine asked for finds in a graph."""
        if self.engine == "pyshacl" and not self.selection.focus:
            return run_pyshacl(shapes.quads, data.engine.statements())
        wanted = self.wanted(shapes.compiled, data.engine)
        if self.engine == "pyshacl":
            return run_pyshacl(wanted.graph.triples, data.engine.statements())
        report = run(wanted, data.engine, touched=data.touched if self.engine == "compiled" else None)
        if self.engine == "both":
            return compared(report, run_pyshacl(wanted.graph.triples, data.engine.statements()))
        return complete(report, wanted, data.engine)

    def wanted(self, compiled: CompiledShapes, engine: Engine) -> CompiledShapes:
        """The shapes for the nodes that are to be validated."""
        return focused(compiled, engine, self.selection.nodes) if self.selection.focus else compiled

    def connected(self) -> Engine:
        """The endpoint."""
        return connect(self.endpoint or "", timeout=self.timeout, graphs=self.graphs)


def marked(finding: Finding, data: Data) -> Finding:
    """The finding, told apart where the statement that it is about was derived."""
    step = next(iter(first_steps(finding.path)), None)
    if step is None or finding.value is None or not isinstance(finding.node, Node):
        return finding
    if Triple(finding.node, step, finding.value) not in data.derived:
        return finding
    said = Text(f"{finding.message.en} (a derived statement)", f"{finding.message.zh}（推得的陈述）")
    return replace(finding, message=said)
