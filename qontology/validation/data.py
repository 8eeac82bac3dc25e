"""The graph that a run validates: the user's files as one graph, and with them what is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from os.path import realpath

from pyoxigraph import NamedNode, Triple

from ..errors import InputError
from ..findings import Finding, Severity
from ..reading import Source
from ..shacl.lexical_forms import Verbatim, suspicious
from .misspelt import used_terms

__all__ = ["SYNTAX", "Data"]

SYNTAX = "SYNTAX"

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
        self._rewritten: set[Source] = set()
        named = list(sources)
        paths = {realpath(source.path) for source in named}
        self.shipped = [source for source in shipped if realpath(source.path) not in paths]
        self.ontology = list(ontology)
        self.derived: frozenset[Triple] = frozenset()
        self._derivations: list[Derivation] = []
        for source in self.beside:
            source.load(self.store)
        self._rewritten |= {source for source in self.ontology if suspicious(source.statements[0])}
        with ThreadPoolExecutor(1) as loader:
            for source in named:
                try:
                    _ = source.statements
                    loading = loader.submit(source.load, self.store)
                    self._survey(source)  # while the store, which leaves the interpreter free, loads the file
                    loading.result()
                except InputError as error:
                    self.faults.append(syntax_finding(error))
                else:
                    self.sources.append(source)
        if self._rewritten:
            self._load_as_written()

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

    def is_settled(self, node: NamedNode) -> bool:
        """Whether no file of the user describes a node."""
        return not any(source.has_subject(node) for source in self.sources)

    def derive(self, derivation: Derivation) -> None:
        """Adds what follows from the data."""
        self.derived |= derivation(self.engine)
        self._derivations.append(derivation)

    def _survey(self, source: Source) -> None:
        """Notes what the text of a file tells: the places, the terms of ours, and whether a store rewrites literals."""
        _ = source.positions
        text, _ = source.statements
        self.terms |= used_terms(text)
        if suspicious(text):
            self._rewritten.add(source)

    def _load_as_written(self) -> None:
        """Loads all anew, now that it is known which files have literals that a store rewrites."""
        self.engine.clear()
        for source in (*self.beside, *self.sources):
            if source in self._rewritten:
                self.engine.extend(source.quads())
            else:
                source.load(self.store)


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
    )
