"""Property paths, read from a shapes graph."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ..language import Text
from ..namespaces import RDF, SH, Term
from ..sparql.paths import REPEATS, Alternative, Inverse, Path, Predicate, Repeat, Sequence
from .errors import ShapesError
from .triples import IllFormedListError, TripleIndex

__all__ = ["read_path"]

DEPTH = 50
"""How deep paths may nest; engines recurse over them."""

SIGNS = {SH[name]: sign for name, sign in REPEATS.items()}
KINDS = (SH["alternativePath"], SH["inversePath"], *SIGNS)
"""What makes a blank node a path, one of them (SHACL 2.3.1). A list is a sequence, whatever else is said of it."""


def read_path(graph: TripleIndex, node: Term, shape: Term | None = None) -> Path:
    """The path that a node of a shapes graph stands for.

    :raises ShapesError: where the node is no well-formed path, refers to itself or nests too deeply.

    >>> str(read_path(TripleIndex([]), NamedNode("urn:p")))
    '<urn:p>'
    """
    return PathReader(graph, node if shape is None else shape).read(node, ())


class PathReader:
    """Reads the paths of one shape, which its errors name."""

    def __init__(self, graph: TripleIndex, shape: Term) -> None:
        self.graph = graph
        self.shape = shape

    def read(self, node: Term, above: tuple[Term, ...]) -> Path:
        """The path that a node stands for, which lies inside these others."""
        if isinstance(node, NamedNode):
            return Predicate(node)
        if node in above:
            raise self.error(Text("sh:path refers to itself", "sh:path 引用了自身"))
        if len(above) >= DEPTH:
            raise self.error(Text(f"sh:path nests deeper than {DEPTH}", f"sh:path 嵌套超过 {DEPTH} 层"))
        above = (*above, node)
        if self.graph.objects(node, RDF["first"]):
            return Sequence(self.parts(node, above))
        said = [(name, value) for name in KINDS for value in self.graph.objects(node, name)]
        if len(said) != 1:
            many = Text("sh:path is of several kinds at once", "sh:path 同时属于多种路径")
            raise self.error(many if said else Text(f"{node} is not a property path", f"{node} 不是属性路径"))
        ((name, value),) = said
        if name == SH["alternativePath"]:
            return Alternative(self.parts(value, above))
        inner = self.read(value, above)
        return Repeat(inner, SIGNS[name]) if name in SIGNS else Inverse(inner)

    def parts(self, head: Term, above: tuple[Term, ...]) -> tuple[Path, ...]:
        """The paths in a list."""
        try:
            members = self.graph.members(head)
        except IllFormedListError:
            raise self.error(Text("the list of a path is ill-formed", "路径中的列表格式有误")) from None
        if len(members) < 2:
            raise self.error(Text("a path needs a list of two or more", "路径列表至少需要两项"))
        return tuple(self.read(member, above) for member in members)

    def error(self, message: Text) -> ShapesError:
        """What is wrong with a path, as an error of the shape."""
        return ShapesError(
            self.shape, message, Text("write the path as SHACL 2.3.1 has it", "请按 SHACL 2.3.1 书写路径")
        )
