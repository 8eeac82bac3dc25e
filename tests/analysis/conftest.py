from collections.abc import Callable
from pathlib import Path

import pytest

from qontology import KnowledgeGraph, load

EXAMPLES = Path(__file__).resolve().parents[2] / "docs/examples"


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    return load()


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], KnowledgeGraph]:
    """The shipped graph with some statements in Turtle beside it; the prefixes of the project are declared."""
    from qontology.terms import PREFIXES

    def with_statements(turtle: str) -> KnowledgeGraph:
        file = tmp_path / "mine.ttl"
        prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        file.write_text(prefixes + "@prefix mine: <https://example.org/> .\n" + turtle, encoding="utf-8")
        return load(file)

    return with_statements
