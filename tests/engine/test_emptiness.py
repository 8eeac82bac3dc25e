"""An engine that holds nothing where queries look is told from one that does, with the names of its graphs."""

import pyoxigraph as ox
import pytest

from qontology.engine.emptiness import refuse_empty
from qontology.engine.protocol import Solutions
from qontology.errors import InputError


class Endpoint:
    """A store whose default graph alone is looked at, as that of most servers."""

    name = "http://example.org/sparql"

    def __init__(self, *quads: ox.Quad) -> None:
        self.store = ox.Store()
        self.store.extend(quads)

    def ask(self, query: str) -> bool:
        return bool(self.store.query(query))

    def select(self, query: str) -> Solutions:
        return Solutions(("graph",), [tuple(row) for row in self.store.query(query)])


def quad(graph: str | None) -> ox.Quad:
    node = ox.NamedNode("urn:a")
    return ox.Quad(node, node, node, ox.NamedNode(graph) if graph else ox.DefaultGraph())


def test_one_with_a_triple_in_its_default_graph_passes() -> None:
    refuse_empty(Endpoint(quad(None), quad("urn:g")))


def test_one_with_named_graphs_only_is_refused_with_their_names() -> None:
    with pytest.raises(InputError) as raised:
        refuse_empty(Endpoint(quad("urn:h"), quad("urn:g")))
    assert raised.value.say("en").endswith("its data lie in named graphs; name one with --graph: urn:g, urn:h")
    assert raised.value.say("zh").endswith("请用 --graph 指定：urn:g、urn:h")


def test_one_without_any_triple_is_refused() -> None:
    with pytest.raises(InputError, match="holds no triple where queries look; check its address"):
        refuse_empty(Endpoint())
