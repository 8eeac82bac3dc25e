"""The shapes of a run: those that are shipped, compiled once, or those of a user."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, cached_property

from pyoxigraph import NamedNode, Quad, Store, parse

from ..namespaces import RDFS, Node
from ..reading import Source, shipped
from ..shacl.compiler import CompiledShapes, compile_shapes
from ..shacl.errors import ShapesError
from ..shacl.patterns import Tree
from ..shacl.shape import code_of
from ..shacl.triples import relabelled
from .locating import Locations

__all__ = ["Shapes", "shipped_shapes"]


class Shapes:
    """One shapes graph out of files.

    :param class_tree: pairs of subclass and superclass that the shapes rely on beside those of the data.
    :param entailment: the entailment regimes by which the data are completed.
    """

    def __init__(
        self, sources: Iterable[Source], class_tree: Tree = (), entailment: Collection[NamedNode] = ()
    ) -> None:
        self.sources = tuple(sources)
        self._class_tree = tuple(class_tree)
        self._entailment = entailment

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files."""
        return tuple(source.name for source in self.sources)

    @cached_property
    def quads(self) -> tuple[Quad, ...]:
        """The statements as they are written.

        :raises InputError: where a file cannot be read.
        """
        return tuple(quad for source in self.sources for quad in source.quads())

    @cached_property
    def compiled(self) -> CompiledShapes:
        """The shapes as queries.

        :raises ShapesError: where they are not well-formed, with the place as far as it is known.
        """
        try:
            return compile_shapes(
                self.quads, prefixes=self.prefixes, tree=self._class_tree, entailment=self._entailment
            )
        except ShapesError as error:
            if location := self.locations.nearest(error.shape):
                error.file, error.line, error.column = location
            raise

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The prefixes of the files, those left out that two of them declare differently."""
        found: dict[str, set[str]] = defaultdict(set)
        for source in self.sources:
            for prefix, namespace in declared_prefixes(source).items():
                found[prefix].add(namespace)
        return {prefix: namespaces.pop() for prefix, namespaces in found.items() if len(namespaces) == 1}

    @cached_property
    def locations(self) -> Locations:
        """Where the shapes stand; blank nodes have the labels that findings about them have."""
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in relabelled(self.quads))
        return Locations(self.sources, store)

    def codes(self) -> set[str]:
        """The codes of all rules, of those too that are not compiled."""
        named = {code_of(subject) for subject, _, _ in self.compiled.graph.triples if isinstance(subject, NamedNode)}
        return named | {check.code for check in self.compiled.checks()}

    def nodes(self) -> set[NamedNode]:
        """All shapes that have a name."""
        shapes = (shape for check in self.compiled.checks() for shape in check.shapes)
        return {shape.node for shape in shapes if isinstance(shape.node, NamedNode)}


def declared_prefixes(source: Source) -> dict[str, str]:
    """The prefixes that a file declares, as far as its parser tells."""
    text, format = source.statements
    parser = parse(text, format, base_iri=source.around.base)
    for _ in parser:
        pass
    return dict(parser.prefixes)


@cache
def shipped_shapes() -> Shapes:
    """The shapes of the package, which know the class tree of the ontology without having it in the data."""
    ontology = (quad for source in shipped("ontology") for quad in source.quads())
    below = (quad.triple for quad in ontology if quad.predicate == RDFS["subClassOf"])
    named = [(lower, upper) for lower, _, upper in below if isinstance(lower, Node) and isinstance(upper, NamedNode)]
    return Shapes(shipped("shapes"), named)
