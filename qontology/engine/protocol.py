"""What every engine can do, in terms of pyoxigraph's RDF terms."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from pyoxigraph import Triple

from ..namespaces import Term

__all__ = ["Engine", "Solutions", "Triple"]


class Solutions(NamedTuple):
    """The answer of a SELECT: the projected variables in order, and one tuple of terms a row, ``None`` for unbound."""

    columns: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


class Engine(Protocol):
    """Something that answers SPARQL 1.1 queries over one dataset.

    All methods raise :class:`~qontology.errors.InputError` for a query that is not valid or not allowed (SERVICE, or
    so deep or long that it would exhaust the stack), :class:`~qontology.errors.EngineError` where the engine fails,
    and, of a remote engine, :class:`~qontology.errors.NetworkError`.
    """

    @property
    def name(self) -> str:
        """``embedded``, or the address of the endpoint without credentials."""
        ...

    def select(self, query: str) -> Solutions:
        """The solutions of a SELECT query."""
        ...

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query."""
        ...
