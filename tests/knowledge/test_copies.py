"""Copies of the graph for other libraries lose nothing."""

from qontology import load


def test_the_graph_is_a_networkx_graph_with_texts_on_its_nodes() -> None:
    graph = load()
    copy = graph.to_networkx()
    qutac = "https://w3id.org/qontology/id/alliance/qutac"
    names = copy.nodes[qutac]["http://www.w3.org/2004/02/skos/core#prefLabel"]
    assert ("量子技术与应用联盟", "zh") in names
    literals = sum(len(texts) for _, data in copy.nodes(data=True) for texts in data.values())
    assert copy.number_of_edges() + literals == len(graph)
