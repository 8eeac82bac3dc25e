"""Property paths: read from a shapes graph, written in SPARQL syntax."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..language import Text
from ..namespaces import RDF, SH, Term
from .errors import ShapesError
from .triples import IllFormedListError, TripleIndex

__all__ = ["Alternative", "Inverse", "Path", "Predicate", "Repeat", "Sequence", "read_path"]

DEPTH = 50
"""How deep paths may nest; engines recurse over them."""


class Path(ABC):
    """A property path of SHACL."""

    @property
    @abstractmethod
    def sparql(self) -> str:
        """The path in SPARQL syntax, with full IRIs."""

    @property
    def atom(self) -> str:
        """The path in SPARQL syntax, in brackets where it stands inside another."""
        return f"({self.sparql})"

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

    @property
    def arriving(self) -> frozenset[NamedNode]:
        """The predicates by one of which every way along the path ends; empty where this cannot be said."""
        return frozenset()


@dataclass(frozen=True)
class Predicate(Path):
    """One step along a predicate."""

    iri: NamedNode

    @property
    def sparql(self) -> str:
        return str(self.iri)

    @property
    def atom(self) -> str:
        return self.sparql

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset()

    @property
    def nullable(self) -> bool:
        return False

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return frozenset({self.iri})

    @property
    def arriving(self) -> frozenset[NamedNode]:
        return self.leaving


@dataclass(frozen=True)
class Inverse(Path):
    """A path walked backwards."""

    path: Path

    @property
    def sparql(self) -> str:
        return "^" + self.path.atom

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

    @property
    def sparql(self) -> str:
        return "/".join(part.atom for part in self.parts)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({"sequencePath"}).union(*(part.kinds for part in self.parts))

    @property
    def nullable(self) -> bool:
        return all(part.nullable for part in self.parts)

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return self.parts[0].leaving

    @property
    def arriving(self) -> frozenset[NamedNode]:
        return self.parts[-1].arriving


@dataclass(frozen=True)
class Alternative(Path):
    """One path or the other."""

    parts: tuple[Path, ...]

    @property
    def sparql(self) -> str:
        return "|".join(part.atom for part in self.parts)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({"alternativePath"}).union(*(part.kinds for part in self.parts))

    @property
    def nullable(self) -> bool:
        return any(part.nullable for part in self.parts)

    @property
    def leaving(self) -> frozenset[NamedNode]:
        return self._of_all(part.leaving for part in self.parts)

    @property
    def arriving(self) -> frozenset[NamedNode]:
        return self._of_all(part.arriving for part in self.parts)

    @staticmethod
    def _of_all(ways: Iterable[frozenset[NamedNode]]) -> frozenset[NamedNode]:
        known = list(ways)
        return frozenset().union(*known) if all(known) else frozenset()


@dataclass(frozen=True)
class Repeat(Path):
    """A path any number of times (``*``), at least once (``+``) or at most once (``?``)."""

    path: Path
    sign: str

    @property
    def sparql(self) -> str:
        return self.path.atom + self.sign

    @property
    def kinds(self) -> frozenset[str]:
        return self.path.kinds | {name for name, sign in REPEATS.items() if sign == self.sign}

    @property
    def nullable(self) -> bool:
        return self.sign != "+" or self.path.nullable


REPEATS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def read_path(graph: TripleIndex, node: Term, shape: Term | None = None) -> Path:
    """The path that a node of a shapes graph stands for.

    Raises:
        ShapesError: where the node is no well-formed path, refers to itself or nests too deeply.

    >>> read_path(TripleIndex([]), NamedNode("urn:p")).sparql
    '<urn:p>'
    """
    return _PathReader(graph, node if shape is None else shape).read(node, ())


class _PathReader:
    def __init__(self, graph: TripleIndex, shape: Term) -> None:
        self.graph = graph
        self.shape = shape

    def read(self, node: Term, above: tuple[Term, ...]) -> Path:
        if isinstance(node, NamedNode):
            return Predicate(node)
        if node in above:
            raise self.error(Text("sh:path refers to itself", "sh:path 引用了自身"))
        if len(above) >= DEPTH:
            raise self.error(Text(f"sh:path nests deeper than {DEPTH}", f"sh:path 嵌套超过 {DEPTH} 层"))
        above = (*above, node)
        if self.graph.objects(node, RDF["first"]):
            return Sequence(self.parts(node, above))
        for name, build in (("alternativePath", self.alternative), ("inversePath", self.inverse)):
            for value in self.graph.objects(node, SH[name])[:1]:
                return build(value, above)
        for name, sign in REPEATS.items():
            for value in self.graph.objects(node, SH[name])[:1]:
                return Repeat(self.read(value, above), sign)
        raise self.error(Text(f"{node} is no property path", f"{node} 不是属性路径"))

    def alternative(self, node: Term, above: tuple[Term, ...]) -> Path:
        return Alternative(self.parts(node, above))

    def inverse(self, node: Term, above: tuple[Term, ...]) -> Path:
        return Inverse(self.read(node, above))

    def parts(self, head: Term, above: tuple[Term, ...]) -> tuple[Path, ...]:
        try:
            members = self.graph.members(head)
        except IllFormedListError:
            raise self.error(Text("the list of a path is ill-formed", "路径中的列表格式有误")) from None
        if len(members) < 2:
            raise self.error(Text("a path needs a list of two or more", "路径列表至少需要两项"))
        return tuple(self.read(member, above) for member in members)

    def error(self, message: Text) -> ShapesError:
        return ShapesError(
            self.shape, message, Text("write the path as SHACL 2.3.1 has it", "请按 SHACL 2.3.1 书写路径")
        )
