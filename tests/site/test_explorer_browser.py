"""The explorer in a browser: from a disk, in both languages, without a request; its answers are those of the library.

Chromium and the libraries ``playwright`` and ``axe-playwright-python`` switch these tests on.
"""

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlencode

import openpyxl
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from qontology.knowledge.headings import heading
from qontology.telling.locators import place_in_words
from qontology.terms import PREFIXES

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
            names = [
                [seen(site.graph, *cell, language) for cell in zip(answer.columns, row, strict=True)]
                for row in answer.rows
            ]
            assert shown == names[:300] and page.inner_text("#language") == {"en": "中文", "zh": "English"}[language]


def test_a_page_leads_to_the_pictures_that_the_explorer_draws(opened, site) -> None:
    page = opened("en/")
    for question in [one for one in site.graph.library if one.kind == "select" and not one.is_for_exchange][::4]:
        go(page, f"en/question/{question.id}")
        drawn = page.eval_on_selector_all("[id^=as-]", "tabs => tabs.map(tab => tab.id.slice(3))")
        led = re.findall(r"explorer\.html#en/question/[^\"]*\?as=(\w+)", site.page(f"en/query/{question.id}.html"))
        assert led == drawn[1:], question.id


def seen(graph, column: str, term, language: str) -> str:
    """A cell as a reader sees it: a source by its name, a place in one in words."""
    if column != "source":
        return named(graph, term, language)
    source = NamedNode(PREFIXES["source"] + term.value)
    is_known = source in [row[0] for row in graph.query("evidence/sources").rows]
    return named(graph, source, language) if is_known else place_in_words(term.value).say(language)


def named(graph, term, language: str) -> str:
    """A thing by its name, a value as it is."""
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


def select(text: str, **values: str) -> str:
    """The view of a query."""
    return f"sparql?{urlencode({'q': text, **values})}"


def taken(page, form: str) -> tuple[str, bytes]:
    """The file that a button gives, and its name."""
    with page.expect_download() as found:
        page.click(f".actions button:text-is('{form}')")
    return found.value.suggested_filename, found.value.path().read_bytes()


def test_numbers_are_drawn_as_bars_and_triples_as_a_network(opened) -> None:
    page = opened("en/" + select("# Kinds\nSELECT ?kind (COUNT(*) AS ?n) { ?x a ?kind } GROUP BY ?kind"))
    page.wait_for_selector("#result svg rect.bar")
    for form, begin in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        name, data = taken(page, form)
        assert name == f"answer.{form.lower()}" and data.startswith(begin), form
    text = taken(page, "SVG")[1].decode()
    assert all(said in text for said in (">Kinds<", ">Source: Qontology", ">explorer.html#en/sparql"))
    go(page, "en/" + select("CONSTRUCT WHERE { ?a qo:hasGoal ?g }"))
    page.wait_for_selector("#result svg .dot")
    links = page.eval_on_selector_all("#result svg a", "links => links.map(link => link.getAttribute('href'))")
    assert links and all(link.startswith("#en/thing/") for link in links)
    triples = [*parse(taken(page, "N-Triples")[1], format=RdfFormat.N_TRIPLES)]
    assert triples and {triple.predicate.value.rpartition("#")[2] for triple in triples} == {"hasGoal"}


def test_things_with_a_place_are_drawn_on_a_map_and_rows_that_connect_things_as_a_network(opened, site) -> None:
    query = "SELECT ?alliance ?member { ?alliance qo:hasMembership/qo:member ?member }"
    page = opened("en/" + select(query))
    page.wait_for_selector("#result table")
    page.click("#as-map")
    page.wait_for_url("**as=map**")
    answer = site.graph.query("core/places", alliance="alliance:qutac")
    country = named(site.graph, answer.rows[0][answer.columns.index("place")], "en")
    assert page.get_attribute(".map a", "aria-label") == f"{country}: 1"
    assert country in page.inner_text("figure .lines") and "QUTAC" not in page.inner_text("figure .lines")
    page.click("#as-network")
    page.wait_for_url("**as=network**")
    members = site.graph.query("structure/members", alliance="alliance:qutac", language="en")
    assert page.locator("#result .dot").count() == 1 + len(members)
    page.reload()
    page.wait_for_selector("#result .dot")
    page.click("#language")
    page.wait_for_selector("html[lang=zh-CN] #result .dot")
    assert page.get_attribute("#as-network", "aria-pressed") == "true"


def test_points_and_degrees_are_drawn_on_a_map(opened) -> None:
    page = opened("en/" + select('SELECT * { VALUES (?a ?where) { ("a" "POINT(11.6 48.1)") ("b" "POINT(999 1)") } }'))
    page.click("#as-map")
    assert page.locator(".map .circle").count() == 1
    go(page, "en/" + select("SELECT * { VALUES (?a ?lat ?long) { (1 48.1 11.6) (2 0 0) (3 0 0) } }", **{"as": "map"}))
    page.wait_for_selector(".map .circle")
    assert page.eval_on_selector_all(".map text", "all => all.map(each => each.textContent)") == ["1", "2"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_seen_is_taken_as_csv_and_as_a_workbook(language: str, opened, site) -> None:
    page = opened(f"{language}/question/structure/members?alliance=alliance:qutac")
    page.click("th button >> nth=1")
    page.wait_for_url("**sort=member**")
    heads = page.eval_on_selector_all("table.answer th", "cells => cells.map(cell => cell.innerText)")
    name, data = taken(page, "CSV")
    lines = [*csv.reader(io.StringIO(data.decode("utf-8-sig")))]
    assert name == "structure-members.csv" and lines[0] == heads == [heading(each, language) for each in columns(site)]
    name, data = taken(page, "XLSX")
    cells = [*openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)]
    assert (
        name == "structure-members.xlsx" and [["" if cell is None else cell for cell in row] for row in cells] == lines
    )
    shown = page.eval_on_selector_all(
        "table.answer tbody tr", "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    assert lines[1:] == shown


def columns(site) -> tuple[str, ...]:
    return site.graph.query("structure/members", language="en").columns


def test_the_comparison_is_taken_as_it_is_seen(opened) -> None:
    page = opened("en/compare?a=qutac&d=formation")
    rows = page.locator("table.compare tbody th[scope=row]").count()
    cells = [*openpyxl.load_workbook(io.BytesIO(taken(page, "XLSX")[1])).active.iter_rows(values_only=True)]
    assert len(cells) == 1 + rows and ("founded", None, "June 2021") in cells


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
