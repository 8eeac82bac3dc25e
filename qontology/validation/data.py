"""The graph that a run validates: the user's files as one graph, and with them what is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from os.path import realpath

from pyoxigraph import NamedNode, RdfFormat, Triple

from .. import assets
from ..errors import InputError
from ..findings import Finding, Severity
from ..namespaces import RDFS, Node
from ..reading import Source
from ..reading.faults import no_statement
from ..shacl.exact_text import ExactText, UnclearError
from ..shacl.lexical_forms import Verbatim, suspicious
from ..shacl.reach import Touched
from .misspelt import used_terms

__all__ = ["SYNTAX", "Data"]

SYNTAX = "SYNTAX"

SMALL = 1_000_000
"""Bytes of files that are so small that looking for what they touch costs less than looking at everything."""

Derivation = Callable[[Verbatim], frozenset[Triple]]
"""Adds to the data of an engine what follows from them, and gives it."""


class Data:
    """One graph out of many files.

    A file that cannot be read becomes a finding in ``faults``; the others, the ``sources``, are read all the same.
    ``terms`` are the terms of our namespaces that they use.

    :param sources: the files of the user.
    :param shipped: what comes with the package; a file that the user named is left out of it.
    :param ontology: files that are read with those of the user, and not themselves validated.

    ``derived`` are the statements that follow from the others.
    """

    def __init__(
        self, sources: Iterable[Source], shipped: Iterable[Source] = (), ontology: Iterable[Source] = ()
    ) -> None:
        self.engine = Verbatim()
        self.store = self.engine.store
        self.sources: list[Source] = []
        self.faults: list[Finding] = []
        self.terms: set[str] = set()
        named = list(sources)
        self.shipped = without(shipped, named)
        self.ontology = list(ontology)
        self.derived: frozenset[Triple] = frozenset()
        self._derivations: list[Derivation] = []
        for source in self.shipped:
            source.load(self.store)
        for source in self.ontology:
            self._load(source)
        with ThreadPoolExecutor(1) as loader:
            for source in named:
                try:
                    loading = loader.submit(self._load, source)
                    self._survey(source)  # while the store, which leaves the interpreter free, loads the file
                    loading.result()
                except InputError as error:
                    self.faults.append(syntax_finding(error))
                else:
                    self.sources.append(source)

    @property
    def beside(self) -> list[Source]:
        """What is read with the files of the user, and not itself validated."""
        return [*self.shipped, *self.ontology]

    @cached_property
    def alone(self) -> Data:
        """What is read with the files of the user, without them."""
        alone = Data((), self.shipped, self.ontology)
        for derivation in self._derivations:
            alone.derive(derivation)
        return alone

    @cached_property
    def touched(self) -> Touched | None:
        """What the files of the user can concern of what is read beside them; None where all is to be looked at.

        Statements on superclasses concern everything below them, and derived ones may come from anywhere.
        """
        is_small = sum(len(source.data) for source in self.sources) <= SMALL
        if not self.beside or self._derivations or not is_small:
            return None
        quads = [quad for source in self.sources for quad in source.quads()]
        if any(quad.predicate == RDFS["subClassOf"] for quad in quads):
            return None
        return Touched(self.store, (quad.subject for quad in quads if isinstance(quad.subject, Node)))

    def is_settled(self, node: NamedNode) -> bool:
        """Whether no file of the user describes a node."""
        return not any(source.has_subject(node) for source in self.sources)

    def derive(self, derivation: Derivation) -> None:
        """Adds what follows from the data."""
        self.derived |= derivation(self.engine)
        self._derivations.append(derivation)

    def _survey(self, source: Source) -> None:
        """Notes what the text of a file tells: the places, and the terms of ours."""
        _ = source.positions
        self.terms |= used_terms(source.statements[0])

    def _load(self, source: Source) -> None:
        """Loads a file as it is written: where a store would rewrite literals, by a text that keeps them."""
        text, format = source.statements
        if not suspicious(text):
            source.load(self.store)
            return
        if format not in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES):
            self._take(source)
            return
        try:
            exact = ExactText(text)
            source.load(self.store, exact)
        except (UnclearError, InputError):
            self._take(source)  # which tells the column of a fault as it is in the file
        else:
            self.engine.note(exact.private)

    def _take(self, source: Source) -> None:
        """Takes the statements of a file one by one, all or none."""
        if not (statements := list(source.quads())):
            raise no_statement(source.name)
        self.engine.extend(statements)


def without(shipped: Iterable[Source], named: Iterable[Source]) -> list[Source]:
    """The shipped files without those that a user named."""
    place = realpath(assets.root())
    paths = {path for source in named if (path := realpath(source.path)).startswith(place)}
    return [source for source in shipped if not paths or realpath(source.path) not in paths]


def syntax_finding(error: InputError) -> Finding:
    """The finding that a file cannot be read."""
    return Finding(
        SYNTAX,
        Severity.VIOLATION,
        None,
        error.message,
        remedy=error.remedy,
        file=error.file,
        line=error.line,
        column=error.column,
        failure=True,
    )
