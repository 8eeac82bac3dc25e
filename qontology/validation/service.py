"""Validation as users call it: files or an endpoint in, a report out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from os import PathLike
from typing import Literal

from pyoxigraph import BlankNode

from ..engine import Engine, connect
from ..engine.deadline import seconds
from ..errors import InputError
from ..findings import Finding, Report
from ..language import Text
from ..namespaces import Term
from ..reading import Source, find_sources, shipped
from ..reading.isolation import isolated
from ..shacl.execution import run
from ..shacl.probe import without
from ..shacl.pyshacl_engine import compared, complete, run_pyshacl
from ..shacl.spot_check import spot_check
from .data import Data
from .download import download as downloaded
from .locating import Location
from .misspelt import misspelt
from .own_findings import at, own_findings
from .selection import Selection
from .shapes import Shapes, shipped_shapes

__all__ = ["ENGINES", "EngineName", "validate"]

EngineName = Literal["compiled", "pyshacl", "both"]
ENGINES: tuple[EngineName, ...] = ("compiled", "pyshacl", "both")

Name = str | PathLike[str] | Source

LABEL = re.compile(r"_:\w+")


def validate(
    *paths: Name,
    endpoint: str | None = None,
    download: bool = False,
    shapes: Iterable[Name] | None = None,
    with_shipped: bool = True,
    engine: EngineName = "compiled",
    focus: Iterable[str] = (),
    shape: Iterable[str] = (),
    code: Iterable[str] = (),
    max_findings: int | None = None,
    timeout: float = 600,
) -> Report:
    """Validates files as one graph, or what an endpoint holds; none given, what is shipped.

    The files are read together with the shipped ontology and data, which hold the classes, concepts and organizations
    that they refer to. What was at fault there before is not reported, unless the files describe the same node.
    A file that cannot be read becomes a finding with the code ``SYNTAX``, and the others are read all the same. Nothing
    is fetched, owl:imports are not followed, and no file is changed.

    :param paths: files, folders, patterns, or ``-`` for standard input; in Turtle, TriG, N-Triples, N-Quads, RDF/XML or
        JSON-LD, as the ending tells, packed with gzip or not.
    :param endpoint: the address of a SPARQL endpoint, whose data are validated where they are. It is first tried on a
        few of its own nodes; a shape with a kind of constraint that it answers wrongly is not checked, and reported.
    :param download: whether to fetch the graph of the endpoint and to validate it here.
    :param shapes: files of shapes in the place of those that are shipped.
    :param with_shipped: whether the shipped ontology and data are part of the graph.
    :param engine: ``compiled`` runs the shapes as SPARQL queries, ``pyshacl`` asks pySHACL, ``both`` compares the two.
    :param focus: nodes that findings are limited to, as IRIs or names with a prefix of ours.
    :param shape: shapes that findings are limited to, likewise or by local name.
    :param code: codes of rules that findings are limited to.
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
    job = Job(
        sources=() if endpoint is not None else data_sources(paths),
        endpoint=endpoint,
        download=download,
        shapes=None if shapes is None else tuple(find_sources(shapes)),
        with_shipped=with_shipped,
        engine=engine,
        selection=Selection(tuple(focus), tuple(shape), tuple(code), max_findings),
        timeout=timeout,
    )
    return job.report() if job.is_trusted else isolated(timeout, Job.report, job)


def data_sources(names: Iterable[Name]) -> tuple[Source, ...]:
    """The data behind names of files and folders; without any name, what is shipped.

    :raises InputError: where a name leads to nothing that can be read.
    """
    return tuple(find_sources(names)) or shipped_data()


def shipped_data() -> tuple[Source, ...]:
    """The shipped ontology and data."""
    return (*shipped("ontology"), *shipped("data"))


@dataclass(frozen=True)
class Job:
    """What is to be validated, and how; see :func:`validate`."""

    sources: tuple[Source, ...]
    endpoint: str | None
    download: bool
    shapes: tuple[Source, ...] | None
    with_shipped: bool
    engine: EngineName
    selection: Selection
    timeout: float

    @property
    def is_trusted(self) -> bool:
        """Whether nothing in the run can hang or crash: foreign shapes can, and so can pySHACL."""
        return self.shapes is None and self.engine == "compiled"

    def report(self) -> Report:
        """Does the work."""
        shapes = shipped_shapes() if self.shapes is None else Shapes(self.shapes)
        self.selection.check_rules(shapes)
        report = self.of_files(shapes) if self.endpoint is None or self.download else self.of_endpoint(shapes)
        chosen = self.selection.of(with_stable_labels(report.findings))
        return Report.of(chosen, engine=report.engine, shapes=shapes.names, data=report.data)

    def of_endpoint(self, shapes: Shapes) -> Report:
        """What is found where the data are."""
        engine, compiled = self.connected(), shapes.compiled
        self.selection.check_focus(engine)
        report = run(without(compiled, engine.name, spot_check(engine, compiled)), engine)
        findings = [at(finding, Location(engine.name)) for finding in report.findings]
        return Report.of(findings, engine=engine.name, shapes=(), data=[engine.name])

    def of_files(self, shapes: Shapes) -> Report:
        """What is found in files, or in a graph that was fetched."""
        sources = self.sources if self.endpoint is None else (downloaded(self.connected()),)
        data = Data(sources, shipped_data() if self.with_shipped else ())
        self.selection.check_focus(data.engine)
        report = self.evaluated(shapes, data)
        found = [*report.findings, *(misspelt(data.terms, data.store) if self.with_shipped else ())]
        findings = [*data.faults, *own_findings(found, shapes, data)]
        return Report.of(findings, engine=report.engine, shapes=(), data=[source.name for source in sources])

    def evaluated(self, shapes: Shapes, data: Data) -> Report:
        """What the engine asked for finds in a graph."""
        if self.engine == "pyshacl":
            return run_pyshacl(shapes.quads, data.engine.statements())
        report = run(shapes.compiled, data.engine)
        if self.engine == "both":
            return compared(report, run_pyshacl(shapes.compiled.graph.triples, data.engine.statements()))
        return complete(report, shapes.compiled, data.engine.statements())

    def connected(self) -> Engine:
        """The endpoint."""
        return connect(self.endpoint or "", timeout=self.timeout)


def with_stable_labels(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with labels of blank nodes that are the same at every run: those of a store are random."""
    labels: dict[BlankNode, BlankNode] = {}

    def stable(node: BlankNode) -> BlankNode:
        return labels.setdefault(node, BlankNode(f"b{len(labels) + 1}"))

    ordered = sorted(findings, key=lambda finding: relabelled(finding, lambda _: BlankNode("b")).order)
    return [relabelled(finding, stable) for finding in ordered]


def relabelled(finding: Finding, name: Callable[[BlankNode], BlankNode]) -> Finding:
    """The finding with other labels for its blank nodes, in its message too."""
    terms = (finding.node, finding.value, finding.shape, *finding.related)
    names: dict[Term | None, Term] = {term: name(term) for term in terms if isinstance(term, BlankNode)}
    if not names:
        return finding
    labels = {str(node): str(other) for node, other in names.items()}
    return replace(
        finding,
        node=names.get(finding.node, finding.node),
        value=names.get(finding.value, finding.value),
        shape=names.get(finding.shape, finding.shape),
        related=tuple(names.get(term, term) for term in finding.related),
        message=Text(*(LABEL.sub(lambda found: labels.get(found[0], found[0]), one) for one in finding.message)),
    )
