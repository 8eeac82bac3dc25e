"""A small site: what is shipped of one alliance, with the whole ontology, all rules and all questions."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from qontology import assets, load
from qontology.exchange import contents, serialize
from qontology.knowledge import KnowledgeGraph
from qontology.site import files, write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OWN = ("file:", "blob:")


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


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("browser")
    write(site.files.items(), place)
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser, folder: Path):
    """Opens a page and notes what it asks for and complains of."""
    contexts, troubles = [], []

    def open_page(name: str, width: int = 1280, scheme: str = "light"):
        size = {"width": width, "height": 900}
        context = browser.new_context(accept_downloads=True, viewport=size, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(OWN) or troubles.append(asked.url))
        page.goto(f"{folder.as_uri()}/{name}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
