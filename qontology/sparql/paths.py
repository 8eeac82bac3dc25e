"""Property paths as SPARQL and SHACL have them.

>>> str(Sequence((Inverse(Predicate(NamedNode("urn:p"))), Predicate(NamedNode("urn:q")))))
'(^<urn:p>)/<urn:q>'
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

__all__ = ["REPEATS", "Alternative", "Inverse", "Path", "Predicate", "Repeat", "Sequence"]


class Path(ABC):
    """A property path that SHACL has; as a string it is in SPARQL syntax, as terms are."""

    @abstractmethod
    def text(self, name: Callable[[NamedNode], str]) -> str:
        """The path in SPARQL syntax, with its IRIs as ``name`` writes them."""

    def inside(self, name: Callable[[NamedNode], str]) -> str:
        """The same, in brackets where it stands inside another path."""
        return f"({self.text(name)})"

    def __str__(self) -> str:
        return self.text(str)

    @property
    def atom(self) -> str:
        """The path in SPARQL syntax, in brackets where it stands inside another."""
        return self.inside(str)

    @property
    @abstractmethod
    def kinds(self) -> frozenset[str]:
        """The kinds of paths in it, named as SHACL does."""

    @property
    @abstractmethod
    def nullable(self) -> bool:
        """Whether the path may have no step, so that a node is its own value even if no triple knows it."""

    @property
    def leaving(self) -> frozenset[NamedNode]:
        """The predicates by one of which every way along the path leaves its start; empty where this cannot be said."""
        return frozenset()


@dataclass(frozen=True)
class Predicate(Path):
    """One step along a predicate."""

    iri: NamedNode

    def text(self, name: Callable[[NamedNode], str]) -> str:
        return name(self.iri)

    def inside(self, name: Callable[[NamedNode], str]) -> str:
        return name(self.iri)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset()

    @property
    def nullable(self) -> bool:
        return False

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return frozenset({self.iri})


@dataclass(frozen=True)
class Inverse(Path):
    """A path walked backwards."""

    path: Path

    def text(self, name: Callable[[NamedNode], str]) -> str:
        return "^" + self.path.inside(name)

    @property
    def kinds(self) -> frozenset[str]:
        return self.path.kinds | {"inversePath"}

    @property
    def nullable(self) -> bool:
        return self.path.nullable


@dataclass(frozen=True)
class Sequence(Path):
    """One path after the other."""

    parts: tuple[Path, ...]

    def text(self, name: Callable[[NamedNode], str]) -> str:
        return "/".join(part.inside(name) for part in self.parts)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({"sequencePath"}).union(*(part.kinds for part in self.parts))

    @property
    def nullable(self) -> bool:
        return all(part.nullable for part in self.parts)

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return self.parts[0].leaving


@dataclass(frozen=True)
class Alternative(Path):
    """One path or the other."""

    parts: tuple[Path, ...]

    def text(self, name: Callable[[NamedNode], str]) -> str:
        return "|".join(part.inside(name) for part in self.parts)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({"alternativePath"}).union(*(part.kinds for part in self.parts))

    @property
    def nullable(self) -> bool:
        return any(part.nullable for part in self.parts)

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return self._of_all(part.leaving for part in self.parts)

    @staticmethod
    def _of_all(ways: Iterable[frozenset[NamedNode]]) -> frozenset[NamedNode]:
        known = list(ways)
        return frozenset().union(*known) if all(known) else frozenset()


@dataclass(frozen=True)
class Repeat(Path):
    """A path any number of times (``*``), at least once (``+``) or at most once (``?``)."""

    path: Path
    sign: str

    def text(self, name: Callable[[NamedNode], str]) -> str:
        return self.path.inside(name) + self.sign

    @property
    def kinds(self) -> frozenset[str]:
        return self.path.kinds | {self.kind}

    @property
    def kind(self) -> str:
        """The kind of the path, named as SHACL does."""
        return next(kind for kind, sign in REPEATS.items() if sign == self.sign)

    @property
    def nullable(self) -> bool:
        return self.sign != "+" or self.path.nullable


REPEATS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
