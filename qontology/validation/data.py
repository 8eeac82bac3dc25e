"""The graph that a run validates: the user's files as one graph, and with them what is shipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from os.path import realpath

from pyoxigraph import Quad, Store

from ..errors import InputError
from ..findings import Finding, Severity
from ..reading import Source
from ..shacl.lexical_forms import LexicalForms, suspicious
from .misspelt import used_terms

__all__ = ["SYNTAX", "Data"]

SYNTAX = "SYNTAX"


class Data:
    """One graph out of many files.

    A file that cannot be read becomes a finding in ``faults``; the others, the ``sources``, are read all the same.
    ``terms`` are the terms of our namespaces that they use.

    :param sources: the files of the user.
    :param shipped: what comes with the package; a file that the user named is left out of it.
    :param as_written: whether to keep in ``quads`` all statements as they are written, for an engine other than the
        store.
    """

    def __init__(self, sources: Iterable[Source], shipped: Iterable[Source] = (), *, as_written: bool = False) -> None:
        self.store = Store()
        self.quads: list[Quad] = []
        self.sources: list[Source] = []
        self.faults: list[Finding] = []
        self.terms: set[str] = set()
        self._is_doubtful = False
        self._as_written = as_written
        named = list(sources)
        paths = {realpath(source.path) for source in named}
        self.shipped = [source for source in shipped if realpath(source.path) not in paths]
        for source in self.shipped:
            self._load(source)
        with ThreadPoolExecutor(1) as loader:
            for source in named:
                try:
                    _ = source.statements
                    loading = loader.submit(self._load, source)
                    self._survey(source)  # while the store, which leaves the interpreter free, loads the file
                    loading.result()
                except InputError as error:
                    self.faults.append(syntax_finding(error))
                else:
                    self.sources.append(source)

    @cached_property
    def alone(self) -> Data:
        """What is shipped, without the files of the user."""
        return Data(self.shipped)

    def written(self) -> LexicalForms:
        """The literals that the store rewrote; to know how each was written, all files have to be read once more."""
        return LexicalForms(self.statements() if self._is_doubtful else ())

    def statements(self) -> Iterator[Quad]:
        """All statements as they are written; blank nodes have other labels than in the store."""
        return (quad for source in (*self.shipped, *self.sources) for quad in source.quads())

    def _survey(self, source: Source) -> None:
        """Notes what the text of a file tells: the places, the terms of ours, and whether a store rewrites literals."""
        _ = source.positions
        text, _ = source.statements
        self.terms |= used_terms(text)
        self._is_doubtful = self._is_doubtful or suspicious(text)

    def _load(self, source: Source) -> None:
        if self._as_written:
            quads = [Quad(*quad.triple) for quad in source.quads()]
            self.store.bulk_extend(quads)
            self.quads += quads
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
