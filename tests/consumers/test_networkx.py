"""networkx, and what reads GraphML, GEXF and GML: each file has every node, every edge and every text."""

import networkx
import pyoxigraph as ox
import pytest
from asking import study
from consumers.reading import ALLIANCE, QUTAC, expected

from qontology.knowledge.networkx_copy import SEPARATOR

pytestmark = pytest.mark.long

QO = "https://w3id.org/qontology/ns#"
OPTIONS = {"graphml": {"edge_id_from_attribute": "id"}, "gexf": {}, "gml": {}}


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return study().to_networkx()


def members(graph: networkx.MultiDiGraph, alliance: str, *path: str) -> list[str]:
    """What a path of edges leads to, where the edge is known by its label."""
    nodes = {alliance}
    for label in path:
        nodes = {end for _, end, data in graph.edges(nodes, data=True) if data["label"] == label}
    return sorted(nodes)


def test_the_graph_is_the_whole_graph(graph) -> None:
    whole = study()
    attributes = [data.copy() for _, data in graph.nodes(data=True)]
    assert all(data.pop("label") for data in attributes)
    texts = sum(str(text).count(SEPARATOR) + 1 for data in attributes for text in data.values())
    inside = sum(t.object.value.count(SEPARATOR) for t in whole.triples() if isinstance(t.object, ox.Literal))
    assert graph.number_of_edges() + texts - inside == len(whole)


def test_an_alliance_is_found_by_name_and_its_members_by_edges(graph) -> None:
    found = [node for node, name in graph.nodes(data="skos_prefLabel_zh") if name == ALLIANCE]
    assert found == [QUTAC] and graph.nodes[QUTAC]["label"] == "Quantum Technology and Application Consortium"
    assert members(graph, QUTAC, "qo:hasMembership", "qo:member") == expected().members


@pytest.mark.parametrize("form", OPTIONS)
def test_a_file_holds_it(form: str, graph, tmp_path) -> None:
    file = tmp_path / f"all.{form}"
    getattr(networkx, f"write_{form}")(graph, file, **OPTIONS[form])
    again = getattr(networkx, f"read_{form}")(file)
    assert (again.number_of_nodes(), again.number_of_edges()) == (graph.number_of_nodes(), graph.number_of_edges())
    if form != "gml":  # networkx writes the name of a node over its label there
        assert again.nodes[QUTAC]["label"] == graph.nodes[QUTAC]["label"]
    assert again.nodes[QUTAC]["skos_prefLabel_zh"] == ALLIANCE
    assert members(again, QUTAC, "qo:hasMembership", "qo:member") == expected().members


@pytest.mark.parametrize("form", OPTIONS)
def test_a_table_is_a_graph_that_a_file_holds(form: str, tmp_path) -> None:
    file = tmp_path / f"table.{form}"
    made = study().query("structure/members").to_networkx("member", "alliance")
    getattr(networkx, f"write_{form}")(made, file)
    assert getattr(networkx, f"read_{form}")(file).number_of_edges() == made.number_of_edges() > 10
