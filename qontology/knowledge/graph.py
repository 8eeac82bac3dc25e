"""The knowledge graph that a user holds: one engine, the library of questions, and names instead of IRIs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING

import pyoxigraph as ox

from .. import assets
from ..engine import Embedded, Engine, Triple
from ..engine import connect as engine_at
from ..engine.counting import Counted, counted
from ..errors import InputError
from ..language import Language, Text, choose
from ..namespaces import Term, curie, expand
from ..sparql import declared
from ..tables import Table
from ..tables.html import html_table
from ..terms import PREFIXES
from .library import Library, Parameter, Question
from .names import Names
from .parameters import as_literal

if TYPE_CHECKING:
    import networkx
    import owlready2
    import rdflib

    from ..reading import Source

__all__ = ["KnowledgeGraph", "connect", "load"]


class KnowledgeGraph:
    """Questions and names over one engine.

    >>> graph = load()
    >>> graph.query("goals/of-alliance", alliance="QUTAC").columns
    ('alliance', 'goal', 'theme', 'source')
    >>> graph.label(graph.find("量子技术与应用联盟"))
    'Quantum Technology and Application Consortium'
    """

    def __init__(self, engine: Engine, library: Library | None = None) -> None:
        self.engine = engine
        self.library = Library() if library is None else library
        self._names: dict[str, Names] = {}

    def __repr__(self) -> str:
        if isinstance(self.engine, Embedded):
            return f"<KnowledgeGraph {len(self)} triples>"
        return f"<KnowledgeGraph behind {type(self.engine).__name__}>"

    def _repr_html_(self) -> str:
        """In a notebook, what is in the graph by kind; nothing is asked of an endpoint for that."""
        known = isinstance(self.engine, Embedded)
        kinds = self.query("core/kinds").to_dicts() if known else ()
        return html_table((), ((str(kind["name"]), str(kind["things"])) for kind in kinds), repr(self)[1:-1])

    def query(self, name: str, *, language: Language | None = None, **parameters: object) -> Table:
        """The answer to a question of the library.

        Parameters are names, IRIs or values as people write them. Columns and order are those of the query.

        :raises InputError: where there is no such question or parameter, or a value that does not fit its type.
        """
        question = self.library.get(name)
        if question.kind != "select":
            raise InputError(
                Text(f"{name} is a {question.kind} query", f"{name} 是 {question.kind} 查询"),
                remedy=Text("use qontology reason or export for it", "请用 qontology reason 或 export 运行"),
            )
        return Table(*self.engine.select(self.bind(question, language=language, **parameters)))

    def bind(self, question: Question, *, language: Language | None = None, **parameters: object) -> str:
        """The SPARQL text of a question as it will run."""
        known = {parameter.name: parameter for parameter in question.parameters}
        for name in parameters:
            if name not in known or known[name].type == "language":
                names = ", ".join(key for key, parameter in known.items() if parameter.type != "language")
                raise InputError(
                    Text(f"the query {question.id} has no parameter {name}", f"查询 {question.id} 没有参数 {name}"),
                    remedy=Text(f"it has: {names or 'none'}", f"可用参数：{names or '无'}"),
                )
        values: dict[str, Term | Iterable[Term]] = {
            name: self._term(known[name], str(value)) for name, value in parameters.items() if value is not None
        }
        spoken = ("en", "zh") if language == "both" else (language or choose(),)
        values |= {
            parameter.name: [ox.Literal(tag) for tag in spoken]
            for parameter in question.parameters
            if parameter.type == "language"
        }
        return question.bind(values)

    def select(self, sparql: str) -> Table:
        """The answer of a SELECT query of your own; the prefixes of the project need no declaration."""
        return Table(*self.engine.select(declared(sparql)))

    def ask(self, sparql: str) -> bool:
        """The answer of an ASK query of your own."""
        return self.engine.ask(declared(sparql))

    def construct(self, sparql: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query of your own."""
        return self.engine.construct(declared(sparql))

    @cached_property
    def names(self) -> Names:
        """The names of everything in the graph, read once."""
        return Names(self.engine)

    def names_of(self, kind: str) -> Names:
        """The names of a kind of thing, read once: a class (``qo:Alliance``), a scheme (``scheme:role``), several of
        these with `` | `` between, or ``thing`` for all."""
        if kind == "thing":
            return self.names
        if kind not in self._names:
            self._names[kind] = Names.of_kinds(self.engine, kind.split(" | "))
        return self._names[kind]

    def find_of(self, kind: str, text: str) -> ox.NamedNode:
        """The one thing of a kind (see :meth:`names_of`) that goes by this name.

        :raises InputError: where none does, or more than one; of a thing of another kind it is said what it is.
        """
        try:
            return self.names_of(kind).resolve(text)
        except InputError as unknown:
            try:
                other = self.names.resolve(text)
            except InputError:
                raise unknown from None
            raise self._of_another_kind(other, kind) or unknown from None

    def _of_another_kind(self, thing: ox.NamedNode, wanted: str) -> InputError | None:
        """The error for a thing that is not of the kind that was asked for; None where no class of it has a name."""
        classes = self.engine.select(f"SELECT ?class {{ <{thing.value}> a ?class }} ORDER BY ?class").rows
        own = [each for (each,) in classes if isinstance(each, ox.NamedNode) and ":" not in self.label(each)]
        expected = [ox.NamedNode(expand(each)) for each in wanted.split(" | ") if ":" in each]
        if not own or not expected or thing in expected:
            return None
        name, kind, *others = map(self._text, (thing, own[0], *expected))
        return InputError(
            Text(
                f"{name.en} is {article(kind.en)}, not {article(' or '.join(each.en for each in others))}",
                f"“{name.zh}”是{kind.zh}，不是{'或'.join(each.zh for each in others)}",
            ),
            remedy=Text(
                f"qontology show {curie(thing)} tells all of it", f"可用 qontology show {curie(thing)} 查看详情"
            ),
        )

    def _text(self, thing: ox.NamedNode) -> Text:
        return Text(self.label(thing), self.label(thing, "zh"))

    def find(self, text: str) -> ox.NamedNode:
        """The one thing of this name; see :meth:`Names.resolve`. A node without a name is found by its IRI."""
        iri = expand(text)
        return ox.NamedNode(iri) if known(self.engine, iri) else self.names.resolve(text)

    def label(self, thing: ox.NamedNode, language: Language = "en") -> str:
        """The preferred name of a thing; see :meth:`Names.label`."""
        return self.names.label(thing, language)

    def __len__(self) -> int:
        """The number of triples."""
        return counted(self.engine, "SELECT ?s ?p ?o WHERE { ?s ?p ?o }")

    def triples(self) -> list[Triple]:
        """All triples, in the order of their N-Triples text."""
        return sorted(self.engine.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), key=str)

    def to_rdflib(self) -> rdflib.Graph:
        """A copy as an rdflib graph, with the prefixes of the project bound."""
        from ..engine.rdflib_copy import to_rdflib

        return to_rdflib(self.triples(), PREFIXES)

    def to_owlready(self) -> owlready2.World:
        """A copy as an owlready2 world of its own; the number of triples is asserted."""
        from .owlready_copy import to_owlready

        return to_owlready(self.triples())

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """A copy as a networkx graph of things, literals as attributes (needs the extra ``networkx``)."""
        from .networkx_copy import to_networkx

        return to_networkx(self.triples())

    def _term(self, parameter: Parameter, value: str) -> Term:
        is_literal = parameter.type == "date" or parameter.type.startswith("xsd:")
        return as_literal(parameter, value) if is_literal else self.find_of(parameter.type, value)


def load(*files: str | PathLike[str] | Source, with_shipped: bool = True) -> KnowledgeGraph:
    """The shipped ontology and data as one graph in memory, with files of your own beside it.

    ``files`` are RDF files, packed with gzip or not, folders of them, patterns, or ``-`` for standard input; without
    ``with_shipped`` the graph holds these alone. Nothing is fetched or written.

    >>> len(load()) > 1000
    True

    :raises InputError: where a file cannot be read or breaks the syntax of its format, with the place.
    """
    store = ox.Store()
    if with_shipped:
        for path in (*assets.files("ontology"), *assets.files("data")):
            store.load(path=path, format=ox.RdfFormat.TURTLE)
    if files:
        from ..reading import find_sources

        for source in find_sources(files):
            source.load(store)
    return KnowledgeGraph(Embedded(store))


def connect(url: str, *, timeout: float = 60, graphs: Iterable[str] = ()) -> KnowledgeGraph:
    """The graph behind a SPARQL 1.1 endpoint, with the same questions; see :func:`qontology.engine.connect`.

    Answers are compared with what the endpoint counts; :class:`~qontology.errors.UncountedWarning` tells where it
    cannot count.
    """
    return KnowledgeGraph(Counted(engine_at(url, timeout=timeout, graphs=graphs)))


def known(engine: Engine, iri: str) -> bool:
    """Whether the text is an IRI of which the engine knows something."""
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return engine.ask(f"ASK {{ <{iri}> ?predicate ?object }}")


def article(noun: str) -> str:
    """An English noun behind its article.

    >>> article("alliance"), article("goal")
    ('an alliance', 'a goal')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
