"""In a browser: no error, no request, nothing that shuts anybody out, at three widths, in the dark and on paper.

Chromium and the libraries ``playwright`` and ``axe-playwright-python`` switch these tests on.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qontology.site import write

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PAGES = (
    "index", "compare", "map", "timeline", "themes", "members", "seats", "lists", "terms", "about",
    "id/alliance/qutac", "id/source/paper-2022", "ns/Alliance", "shapes/QO-212", "query/goals/of-alliance",
)  # fmt: skip
SEEN = [
    ("en", 390, "light"), ("zh", 1280, "dark"), ("en", 1920, "dark"), ("zh", 390, "light"), ("en", 1280, "light"),
    ("zh", 1920, "light"),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("browser")
    write(site.files.items(), place)
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
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
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith("file:") or troubles.append(asked.url))
        page.goto(f"{folder.as_uri()}/{name}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [SEEN[0], *(pytest.param(*seen, marks=pytest.mark.long) for seen in SEEN[1:])],
)
def test_pages_fit_ask_for_nothing_and_shut_nobody_out(language: str, width: int, scheme: str, opened) -> None:
    for name in PAGES[SEEN.index((language, width, scheme)) % 3 :: 3]:
        page = opened(f"{language}/{name}.html", width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        found = axe.Axe().run(page, options={"preload": False}).response["violations"]
        told = [(each["id"], node["html"][:200]) for each in found for node in each["nodes"][:3]]
        assert told == [], name


def test_the_search_finds_acronyms_words_and_parts_of_chinese_names(opened) -> None:
    page = opened("en/index.html")
    for text, name in (
        ("qutac", "Quantum Technology and Application Consortium"),
        ("技术与应用", "Quantum Technology"),
        ("infineon", "Infineon"),
    ):
        page.fill("#q", text)
        page.wait_for_selector("#found a")
        assert name in page.inner_text("#found li:first-child")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/id/organization/infineon.html")
    page.fill("#q", "<img src=x>")
    page.wait_for_function("document.querySelector('#found p').textContent !== ''")
    assert page.query_selector("#found a") is None and page.is_visible("#found")


def test_the_switch_of_languages_keeps_the_view(opened) -> None:
    page = opened("en/id/alliance/qutac.html#evidence")
    page.click("#language")
    page.wait_for_url("**/zh/id/alliance/qutac.html#evidence")
    assert page.inner_text("h1").startswith("量子技术与应用联盟")


def test_a_name_without_a_page_leads_to_the_one_that_tells_of_it(opened, site) -> None:
    name = next(part for part in site.page("assets/names.js").split('"') if part.startswith("id/passage/paper-2022"))
    page = opened(f"en/find.html?name={name}")
    page.wait_for_url("**/en/id/source/paper-2022.html#at-*")


def test_the_door_opens_the_language_of_the_reader(opened) -> None:
    opened("index.html").wait_for_url("**/en/index.html")
