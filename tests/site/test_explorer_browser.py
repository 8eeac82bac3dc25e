"""The explorer in a browser: from a disk, in both languages, without a request; its answers are those of the library.

Chromium and the libraries ``playwright`` and ``axe-playwright-python`` switch these tests on.
"""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

pytestmark = pytest.mark.long

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
HERE = Path(__file__).parent
SHAPES = HERE.parent / "formation/shapes"
VIEWS = (
    "", "compare?a=qutac&d=formation,goals", "questions", "question/goals/of-alliance?alliance=alliance:qutac",
    "thing/alliance:qutac", "list/qo:Organization", "sparql", "own", "licences",
)  # fmt: skip
SEEN = [("en", 390, "light"), ("zh", 1280, "dark"), ("en", 1920, "dark"), ("zh", 390, "dark"), ("zh", 1920, "light")]
QUESTIONS = ("goals/of-alliance", "structure/members", "core/kinds")
WAIT = 120_000
HOSTILE = "<img src=x onerror=alert(1)></script>"
OWN = f"""@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/hostile> a qo:Alliance ;
    skos:prefLabel "{HOSTILE}"@en , "{HOSTILE}"@zh ;
    <http://xmlns.com/foaf/0.1/homepage> <javascript:alert(2)> ;
    qo:hasGaol <https://example.org/goal> .
"""


@pytest.fixture(scope="module")
def file(site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("explorer") / "explorer.html"
    place.write_bytes(site.files["explorer.html"])
    return place


@pytest.fixture
def opened(browser, file: Path):
    """Opens the explorer at a view and notes what it asks for and complains of."""
    contexts, troubles = [], []

    def open_page(view: str, width: int = 1280, scheme: str = "light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda shown: troubles.append(shown.message))
        page.on(
            "request", lambda asked: asked.url.startswith(("file:", "blob:", "data:")) or troubles.append(asked.url)
        )
        page.goto(f"{file.as_uri()}#{view}")
        page.wait_for_selector("main:not([aria-busy])")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def go(page, view: str) -> None:
    """Another view in the page that is open."""
    page.evaluate("view => { location.hash = view }", view)
    page.wait_for_selector(f"html[data-ready='#{view}']")


def drop(page, name: str, text: str) -> None:
    """A file of the reader, let fall on the page."""
    page.evaluate(
        """([name, text]) => {
          const dragged = new DataTransfer();
          dragged.items.add(new File([text], name));
          window.dispatchEvent(new DragEvent("drop", { dataTransfer: dragged }));
        }""",
        [name, text],
    )


@pytest.mark.parametrize(("language", "width", "scheme"), SEEN)
def test_views_fit_ask_for_nothing_and_shut_nobody_out(language: str, width: int, scheme: str, opened) -> None:
    page = opened(f"{language}/", width, scheme)
    for view in VIEWS:
        go(page, f"{language}/{view}")
        if view == "sparql":
            page.wait_for_selector("#result table")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
        found = axe.Axe().run(page, options={"preload": False}).response["violations"]
        told = [(each["id"], node["html"][:200]) for each in found for node in each["nodes"][:3]]
        assert told == [], view


def test_answers_are_those_of_the_library(opened, site) -> None:
    page = opened("en/")
    for name in QUESTIONS:
        for language in ("en", "zh"):
            go(page, f"{language}/question/{name}")
            shown = page.eval_on_selector_all(
                "table.answer tbody tr", "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
            )
            answer = site.graph.query(name, language=language)
            names = [[named(site.graph, term, language) for term in row] for row in answer.rows]
            assert shown == names[:300] and page.inner_text("#language") == {"en": "中文", "zh": "English"}[language]


def named(graph, term, language: str) -> str:
    """A cell as a reader sees it."""
    if term is None:
        return ""
    return graph.label(term, language) if isinstance(term, NamedNode) else term.value


def test_the_address_holds_the_view_and_the_switch_of_languages_keeps_it(opened) -> None:
    page = opened("en/question/goals/of-alliance")
    page.select_option("#value-alliance", "alliance:qutac")
    page.click("form button")
    page.wait_for_url("**#en/question/goals/of-alliance?alliance=alliance%3Aqutac")
    page.wait_for_selector("table.answer tbody tr")
    page.click("#language")
    page.wait_for_selector("html[lang=zh-CN] table.answer tbody tr")
    assert page.input_value("#value-alliance") == "alliance:qutac"
    assert "量子技术与应用联盟" in page.inner_text("table.answer tbody tr:first-child")
    page.go_back()
    page.wait_for_selector("html[lang=en] table.answer")
    assert page.input_value("#value-alliance") == "alliance:qutac"


def test_the_search_finds_names_of_both_languages(opened) -> None:
    page = opened("en/")
    for text in ("qutac", "技术与应用", "quantum technologi and aplication"):
        page.fill("#q", text)
        page.wait_for_selector("#found:not([hidden]) a")
        assert "Quantum Technology and Application Consortium" in page.inner_text("#found li:first-child")
    page.keyboard.press("Enter")
    page.wait_for_url("**#en/thing/**qutac**")
    page.wait_for_selector("dl.facts")
    assert "Quantum Technology and Application Consortium" in page.inner_text("h1")


def test_a_cell_of_the_comparison_gives_its_sources_and_says_what_is_unknown(opened) -> None:
    page = opened("en/compare?a=qutac&d=formation")
    founded = page.locator("tr", has=page.locator("th", has_text="founded")).first
    assert "June 2021" in founded.inner_text()
    founded.locator("summary").click()
    assert "the comparative study of 2022" in founded.inner_text()
    assert page.locator("td .absent").count() > 0


def test_a_long_query_is_stopped_and_a_wrong_one_is_told_with_its_line(opened) -> None:
    page = opened(
        "en/sparql?q=SELECT%20(COUNT(*)%20AS%20%3Fn)%20WHERE%20%7B%20%3Fa%20%3Fb%20%3Fc%20.%20%3Fd%20%3Fe%20%3Ff%20.%20%3Fg%20%3Fh%20%3Fi%20%7D"
    )
    page.click("#stop")
    page.wait_for_selector("text=Stopped.")
    go(page, "en/sparql?q=SELECT%20*%20WHERE%20%7B%0A%20%20%3Fa%20%3Fb%0A%7D")
    page.wait_for_selector(".fault")
    assert "line 3, column" in page.inner_text(".fault strong")
    go(page, "zh/sparql?q=SELECT%20%3Fa%20%7B%20%3Fa%20foo%3Ab%20qo%3AAlliance%20%7D")
    page.wait_for_selector(".fault")
    assert "未声明前缀 foo:" in page.inner_text(".fault")
    go(page, "en/sparql?q=ASK%20%7B%20%3Fa%20a%20qo%3AAlliance%20%7D")
    page.wait_for_selector(".truth")
    assert page.inner_text(".truth") == "yes"


def test_triples_are_drawn_as_a_network_and_numbers_as_bars(opened) -> None:
    page = opened(
        "en/sparql?q=SELECT%20%3Fkind%20(COUNT(*)%20AS%20%3Fn)%20%7B%20%3Fx%20a%20%3Fkind%20%7D%20GROUP%20BY%20%3Fkind"
    )
    page.wait_for_selector("#result svg rect.bar")
    for form, begin in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as found:
            page.click(f"figure button:text('{form}')")
        assert found.value.path().read_bytes().startswith(begin), form
    go(page, "en/sparql?q=CONSTRUCT%20WHERE%20%7B%20%3Fa%20qo%3AhasGoal%20%3Fg%20%7D")
    page.wait_for_selector("#result svg .dot")
    links = page.eval_on_selector_all("#result svg a", "links => links.map(link => link.getAttribute('href'))")
    assert links and all(link.startswith("#en/thing/") for link in links)


def test_own_data_are_checked_in_the_page(opened) -> None:
    bad = (SHAPES / "QO-212/bad.ttl").read_text(encoding="utf-8")
    page = opened("zh/own")
    drop(page, "mine.ttl", bad)
    page.wait_for_selector(".findings li")
    assert "QO-212" in page.eval_on_selector_all(".findings .code", "codes => codes.map(code => code.textContent)")
    page.click("article button")
    page.wait_for_selector("article", state="detached")
    drop(page, "broken.ttl", "<urn:a> <urn:b>\n  .")
    page.wait_for_selector(".fault")
    assert "broken.ttl" in page.inner_text(".fault")


def test_a_hostile_label_is_text_and_a_hostile_address_no_link(opened) -> None:
    page = opened("en/own")
    drop(page, "hostile.ttl", OWN)
    page.wait_for_selector(".findings li")
    assert "did you mean qo:hasGoal?" in page.inner_text(".findings")
    seen = page.inner_text("article")
    for view in (
        "en/thing/https:%2F%2Fexample.org%2Fhostile",
        "en/list/qo:Alliance",
        "en/compare?a=https://example.org/hostile",
        "en/",
    ):
        page.evaluate("view => { location.hash = view }", view)
        page.wait_for_selector(f"main:not([aria-busy]) :text('{HOSTILE}')")
        seen += page.inner_text("main")
    assert seen.count(HOSTILE) > 3
    assert page.query_selector("img") is None and page.query_selector("a[href^='javascript']") is None
