"""An Oxigraph server takes every export by the graph store protocol, and answers questions of the library from it."""

from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest
from consumers.reading import as_asked, count, expected

import qontology
from qontology.exchange import FORMATS
from qontology.writing import FORMS

pytestmark = pytest.mark.long

ONE_GRAPH = [form for form in FORMATS if form not in ("trig", "nq")]
HOME = "https://w3id.org/qontology/graph/consumer"


@pytest.fixture
def store(oxigraph_server: str) -> Iterator[str]:
    """The address of the graph store; our graph in it is gone afterwards."""
    yield f"{oxigraph_server}/store"
    urlopen(Request(f"{oxigraph_server}/store?graph={HOME}", method="DELETE"), timeout=20).close()


def put(address: str, form: str, body: bytes) -> int:
    request = Request(address, body, {"Content-Type": FORMS[form].media_type}, method="PUT")
    with urlopen(request, timeout=30) as answer:
        return answer.status


def reading(server: str, graph: str):
    found = qontology.connect(f"{server}/query", graphs=[graph])

    def ask(query: str) -> list[str]:
        return [row[0].value for row in found.select(query).rows]

    return as_asked(ask, len(found))


@pytest.mark.parametrize("form", ONE_GRAPH)
def test_it_takes_an_export_into_a_named_graph(form: str, exported, store: str, oxigraph_server: str) -> None:
    assert put(f"{store}?graph={HOME}", form, exported(form).read_bytes()) == 201
    assert reading(oxigraph_server, HOME) == expected()


def test_it_takes_a_dataset_with_a_graph_for_each_source(exported, oxigraph_server: str) -> None:
    body = exported("nq").read_bytes()
    request = Request(f"{oxigraph_server}/store", body, {"Content-Type": "application/n-quads"}, method="POST")
    urlopen(request, timeout=30).close()
    source = "https://w3id.org/qontology/id/source/paper-2022"
    found = qontology.connect(f"{oxigraph_server}/query", graphs=[source])
    assert count() > len(found) > 1000
    urlopen(Request(f"{oxigraph_server}/store", b"", {"Content-Type": "application/n-quads"}, method="PUT")).close()
