"""The classes of the ontology from the general to the special, as lists in lists."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from pyoxigraph import NamedNode

from ...namespaces import OWL, RDFS
from ..page import Told

__all__ = ["class_tree"]


def class_tree(told: Told) -> Markup:
    """All classes, each below the classes that are directly above it."""
    things = told.words.things
    classes = [node for node in told.content.kinds["terms"] if things.is_a(node, OWL["Class"].value)]
    below: dict[NamedNode, list[NamedNode]] = {node: [] for node in classes}
    roots = []
    for node in classes:
        stated = things.properties(node).get(RDFS["subClassOf"].value, ())
        above = [one for one in stated if isinstance(one, NamedNode) and one in below]
        for one in above:
            below[one].append(node)
        if not above:
            roots.append(node)

    def branch(nodes: Iterable[NamedNode], above: frozenset[NamedNode]) -> Markup:
        # Data of a user may say that classes are above each other; none is told below itself.
        lines = [
            Markup("<li>{}{}</li>").format(told.named(node), branch(below[node], above | {node}))
            for node in nodes
            if node not in above
        ]
        return Markup("<ul>{}</ul>").format(Markup("").join(lines)) if lines else Markup("")

    return branch(roots, frozenset())
