"""Validation as users call it: files or an endpoint in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from os import PathLike
from typing import Literal

from pyoxigraph import Triple

from ..engine import Engine, connect
from ..engine.deadline import seconds
from ..engine.emptiness import refuse_empty
from ..errors import InputError
from ..findings import Finding, Report
from ..language import Text
from ..namespaces import Node
from ..reading import Source, find_sources, shipped
from ..reading.isolation import isolated
from ..reading.surroundings import ALONE, Surroundings, surroundings
from ..shacl.compiler import CompiledShapes
from ..shacl.execution import run
from ..shacl.focusing import focused
from ..shacl.probe import without
from ..shacl.pyshacl_engine import compared, complete, run_pyshacl
from ..shacl.rules import Rules, rules_not_run
from ..shacl.spot_check import spot_check
from .baseline import Baseline
from .changed import changed_since
from .data import Data
from .download import download as downloaded
from .imports import Catalog, Imports
from .inference import ENTAILMENT, REGIMES, Regime, infer
from .labels import with_stable_labels
from .locating import Location, first_steps
from .misspelt import misspelt, suggested
from .near_namespaces import nearly_ours
from .own_findings import at, own_findings
from .selection import Selection
from .shapes import Shapes, shipped_shapes

__all__ = ["ENGINES", "EngineName", "validate"]

EngineName = Literal["compiled", "pyshacl", "both"]
ENGINES: tuple[EngineName, ...] = ("compiled", "pyshacl", "both")

Name = str | PathLike[str] | Source


def validate(
    *paths: Name,
    endpoint: str | None = None,
    graphs: Iterable[str] = (),
    download: bool = False,
    shapes: Iterable[Name] | None = None,
    with_shipped: bool = True,
    ontology: Iterable[Name] = (),
    catalog: Iterable[str | PathLike[str]] = (),
    base: str | None = None,
    context: Iterable[str] = (),
    inference: Regime | None = None,
    rules: bool = False,
    engine: EngineName = "compiled",
    focus: Iterable[str] = (),
    shape: Iterable[str] = (),
    code: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: str | PathLike[str] | None = None,
    since: str | None = None,
    max_findings: int | None = None,
    timeout: float = 600,
) -> Report:
    """Validates files as one graph, or what an endpoint holds; none given, what is shipped.

    The files are read together with the shipped ontology and data, which hold the classes, concepts and organizations
    that they refer to. What was at fault there before is not reported, unless the files describe the same node.
    A file that cannot be read becomes a finding with the code ``SYNTAX``, and the others are read all the same. Nothing
    is fetched, and no file is changed.

    :param paths: files, folders, patterns, or ``-`` for standard input; in Turtle, TriG, N-Triples, N-Quads, RDF/XML or
        JSON-LD, as the ending tells, packed with gzip or not.
    :param endpoint: the address of a SPARQL endpoint, whose data are validated where they are. It is first tried on a
        few of its own nodes; a shape with a kind of constraint that it answers wrongly is not checked, and reported.
    :param graphs: IRIs of named graphs of the endpoint, whose union is looked at in the place of its default graph.
    :param download: whether to fetch the graph of the endpoint and to validate it here.
    :param shapes: files of shapes in the place of those that are shipped.
    :param with_shipped: whether the shipped ontology and data are part of the graph.
    :param ontology: files that are read with the data, and not themselves validated.
    :param catalog: folders, files and XML catalogues with what the files import by owl:imports: what shapes import
        becomes part of them, what data import is read with them and not itself validated.
    :param base: the IRI against which relative IRIs are resolved in files that declare none.
    :param context: copies of JSON-LD contexts, each as ``IRI=FILE``.
    :param inference: ``rdfs`` or ``owlrl``, to add what follows from the data by these rules before they are validated.
    :param rules: whether to run the rules of the shapes before, until nothing new follows.
    :param engine: ``compiled`` runs the shapes as SPARQL queries, ``pyshacl`` asks pySHACL, ``both`` compares the two.
    :param focus: the only nodes to validate, as IRIs or names with a prefix of ours; pySHACL validates all, and its
        findings are limited to these.
    :param shape: shapes that findings are limited to, likewise or by local name.
    :param code: codes of rules that findings are limited to.
    :param ignore: codes of findings that are left out.
    :param baseline: a report in JSON whose findings are known: only new ones are reported, and those that are gone.
    :param since: a revision of git: files that have not changed since then are read, and not themselves validated.
    :param max_findings: how many findings to report at most; one more tells how many were left out.
    :param timeout: seconds for a run with shapes of others or with pySHACL, which happens in a child process, and for
        each answer of an endpoint.

    :raises InputError: where a name leads to nothing that can be read, or shapes are not well-formed.
    :raises EngineError: where an engine fails, or does not come to an end in time.
    :raises NetworkError: where an endpoint is not reached, or its answers cannot be trusted.

    >>> validate(max_findings=0).engine
    'embedded'
    """
    if engine not in ENGINES:
        raise InputError(
            Text(f"there is no engine {engine}", f"没有名为 {engine} 的引擎"),
            remedy=Text(f"choose {', '.join(ENGINES)}", f"请选用 {'、'.join(ENGINES)}"),
        )
    if inference is not None and inference not in REGIMES:
        raise InputError(
            Text(f"there is no inference called {inference}", f"没有名为 {inference} 的推理方式"),
            remedy=Text(f"choose {' or '.join(REGIMES)}", f"请选用 {'、'.join(REGIMES)}"),
        )
    around = surroundings(base, context)
    beside = tuple(find_sources(ontology, around))
    if endpoint is not None and not download and (beside or inference or rules):
        raise InputError(
            Text("nothing is added to the data of an endpoint", "不能向端点的数据添加内容"),
            remedy=Text("fetch its graph with --download", "请用 --download 取回数据"),
        )
    if endpoint is not None and paths:
        raise InputError(
            Text("files and an endpoint are not validated together", "不能同时校验文件和端点"),
            remedy=Text("give either of them", "请只给出其中之一"),
        )
    if endpoint is not None and engine != "compiled" and not download:
        raise InputError(
            Text("pySHACL cannot look into an endpoint", "pySHACL 无法直接校验端点"),
            remedy=Text("fetch its graph with --download", "请用 --download 取回数据"),
        )
    seconds(timeout)
    sources = () if endpoint is not None else data_sources(paths, around)
    if since is not None:
        found, unchanged = changed_since(since, sources)
        sources, beside = tuple(found), (*beside, *unchanged)
    job = Job(
        sources=sources,
        endpoint=endpoint,
        graphs=tuple(graphs),
        download=download,
        shapes=None if shapes is None else tuple(find_sources(shapes, around)),
        with_shipped=with_shipped,
        ontology=beside,
        imports=Imports(Catalog(catalog, around)),
        inference=inference,
        rules=rules,
        engine=engine,
        selection=Selection(tuple(focus), tuple(shape), tuple(code), max_findings, tuple(ignore)),
        baseline=None if baseline is None else Baseline(baseline),
        timeout=timeout,
    )
    return job.report() if job.is_trusted else isolated(timeout, Job.report, job)


def data_sources(names: Iterable[Name], around: Surroundings = ALONE) -> tuple[Source, ...]:
    """The data behind names of files and folders; without any name, what is shipped.

    :raises InputError: where a name leads to nothing that can be read.
    """
    return tuple(find_sources(names, around)) or shipped_data()


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
            *(misspelt(data.terms, data.store) if self.with_shipped else ()),
        ]
        if self.with_shipped:
            found = [suggested(finding, data.store) for finding in found]
        near = (finding for source in data.sources if self.with_shipped for finding in nearly_ours(source))
        findings = [*data.faults, *self.imports.missing, *near, *own_findings(found, shapes, data)]
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
        if self.engine == "pyshacl":
            return run_pyshacl(shapes.quads, data.engine.statements())
        report = run(self.wanted(shapes.compiled, data.engine), data.engine)
        if self.engine == "both":
            return compared(report, run_pyshacl(shapes.compiled.graph.triples, data.engine.statements()))
        return complete(report, shapes.compiled, data.engine.statements())

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
    said = Text(f"{finding.message.en} (a derived statement)", f"{finding.message.zh}（推导所得的陈述）")
    return replace(finding, message=said)
