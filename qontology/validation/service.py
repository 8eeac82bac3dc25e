"""Validation as users call it: files or an endpoint in, a report out."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from ..engine.deadline import seconds
from ..errors import InputError, choose_from
from ..findings import Report
from ..language import Text
from ..reading import Source, find_sources
from ..reading.isolation import isolated
from ..reading.surroundings import ALONE, Surroundings, surroundings
from .baseline import Baseline
from .changed import changed_since
from .imports import Catalog, Imports
from .inference import REGIMES, Regime
from .job import ENGINES, EngineName, Job, shipped_data
from .selection import Selection

__all__ = ["ENGINES", "EngineName", "validate"]

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
    :param focus: the only nodes to validate, as IRIs or names with a prefix of ours.
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
            remedy=choose_from(ENGINES),
        )
    if inference is not None and inference not in REGIMES:
        raise InputError(
            Text(f"there is no inference called {inference}", f"没有名为 {inference} 的推理方式"),
            remedy=choose_from(REGIMES),
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
