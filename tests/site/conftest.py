"""A small site: what is shipped of one alliance, with the whole ontology, all rules and all questions."""

from pathlib import Path
from typing import NamedTuple

import pytest

from qontology import assets, load
from qontology.exchange import contents, serialize
from qontology.knowledge import KnowledgeGraph
from qontology.site import files

BASE = "https://example.org/q/"


class Site(NamedTuple):
    """The graph of a site, the file of its data, and all files of it by their names."""

    graph: KnowledgeGraph
    data: Path
    files: dict[str, bytes]

    def page(self, name: str) -> str:
        """The text of a page."""
        return self.files[name].decode()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    data = tmp_path_factory.mktemp("site") / "qutac.ttl"
    data.write_text(serialize(contents("alliance:qutac").quads), encoding="utf-8")
    graph = load(data, *assets.files("ontology"), with_shipped=False)
    return Site(graph, data, dict(files(graph)))
