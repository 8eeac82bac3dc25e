from collections.abc import Callable
from pathlib import Path

import asking
import pyoxigraph as ox
import pytest

from qontology import KnowledgeGraph
from qontology.engine import Embedded
from qontology.terms import PREFIXES

EXAMPLES = Path(__file__).resolve().parents[2] / "docs/examples"
DECLARED = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in {**PREFIXES, "mine": "https://example.org/"}.items())


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    return asking.graph()


@pytest.fixture(scope="session")
def studied() -> list[ox.Quad]:
    return list(asking.study().engine.store)


@pytest.fixture
def world(studied: list[ox.Quad]) -> Callable[[str], KnowledgeGraph]:
    """What rests on the study with some statements in Turtle beside it; the prefixes of the project are declared."""

    def with_statements(turtle: str) -> KnowledgeGraph:
        store = ox.Store()
        store.extend(studied)
        store.load(DECLARED + turtle, format=ox.RdfFormat.TURTLE)
        return KnowledgeGraph(Embedded(store))

    return with_statements
