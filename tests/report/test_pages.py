"""The pages of a report: complete, readable by everyone, and the same in both languages."""

import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from asking import graph
from stored import Compare

from qontology import assets, load
from qontology.knowledge.library import Library
from qontology.report import Study, html, markdown, texts
from qontology.report.chapter import Chapter
from qontology.report.html import PORTRAIT, link, links
from qontology.report.study import Part
from qontology.telling.sentences import Lead
from qontology.telling.tables import AnnotatedTable, Row

GOLDEN = Path(__file__).with_name("golden")
LANGUAGES = ("en", "zh")


class Page(HTMLParser):
    """What a browser sees: tags with their attributes, and that every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.found.append((tag, dict(attributes)))
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, tag: str, attribute: str) -> list[str]:
        return [found[attribute] for name, found in self.found if name == tag and attribute in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markdown_is_the_expected_one(language: str, reports, stored: Compare) -> None:
    stored(GOLDEN / f"report.{language}.md", markdown(reports[language]))


def test_both_languages_have_the_same_chapters_questions_rows_and_notes(reports) -> None:
    english, chinese = (
        [
            (each.name, each.queries, len(each.table.columns), len(each.table.rows))
            for each in reports[language].chapters
        ]
        for language in LANGUAGES
    )
    assert english == chinese
    assert len(reports["en"].notes) == len(reports["zh"].notes)


def test_every_chapter_names_questions_of_the_library(reports) -> None:
    for chapter in reports["en"].chapters:
        assert chapter.queries and set(chapter.queries) <= set(Library().ids())


def test_every_finding_rests_on_a_passage_and_is_said_on_the_page(reports) -> None:
    for language in LANGUAGES:
        page = html(reports[language])
        assert len(reports[language].findings) > 8
        for lead in reports[language].findings:
            assert lead.notes and escape(lead.said) in page and lead.said[-1] in ".。…"


def test_the_page_begins_with_the_date_the_licence_and_how_to_cite(reports) -> None:
    for study in reports.values():
        told = dict(study.front)
        assert told[study.say(texts.DATE)] == study.scope.words.date(study.day) and study.day.startswith("20")
        assert "CC BY 4.0" in told[study.say(texts.LICENCE)]
        top, _, rest = html(study).partition('id="findings"')
        assert all(escape(each) in top for each in told.values()) and "<table>" in rest and "<table>" not in top


def test_every_row_rests_on_a_passage(reports) -> None:
    for chapter in reports["en"].chapters:
        assert all(row.notes for row in chapter.table.rows), chapter.name


@pytest.mark.parametrize(("language", "mark"), [("en", ": "), ("zh", "，")])
def test_every_note_says_its_source_and_its_place_or_whose_reason_it_is(language: str, mark: str, reports) -> None:
    whole = "?passage qo:locator 'page' ; dcterms:isPartOf ?source"
    pages = {graph().label(page, language) for (page,) in graph().select(f"SELECT ?source {{ {whole} }}").rows}
    sources = graph().select("SELECT DISTINCT ?source WHERE { ?passage dcterms:isPartOf ?source }").rows
    claimants = graph().select("SELECT DISTINCT ?claimant WHERE { ?node qo:claimant ?claimant }").rows
    beginnings = tuple(graph().label(source, language) + mark for (source,) in sources)
    beginnings += tuple(
        graph().label(claimant, language) + (": " if mark == ": " else "：") for (claimant,) in claimants
    )
    # A page of the web is cited by its name alone, since it has no places.
    found = [note for note in reports[language].notes if not note.startswith(beginnings)]
    assert found and set(found) <= pages


def test_the_tables_of_the_study_have_the_rows_of_the_study(reports) -> None:
    sizes = {chapter.name: len(chapter.table.rows) for chapter in reports["en"].chapters if chapter.name[:5] == "table"}
    assert sizes == {"table-1": 5, "table-2": 5, "table-3": 9, "table-4": 4, "table-5": 12}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_footnote_of_the_markdown_is_there_and_is_used(language: str, reports) -> None:
    body, notes = re.split(r"\n(?=\[\^1\]:)", markdown(reports[language]))
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_alone(language: str, reports) -> None:
    page = Page(html(reports[language]))
    assert not page.open
    tags = {tag for tag, _ in page.found}
    assert tags.isdisjoint({"script", "link", "iframe", "object", "base"})
    assert all(source.startswith("data:image/svg+xml;base64,") for source in page.values("img", "src"))
    assert all(target.startswith("#") for target in page.values("a", "href"))
    assert "url(" not in html(reports[language]) and "@import" not in html(reports[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_page_leads_somewhere(language: str, reports) -> None:
    page = Page(html(reports[language]))
    ids = [found["id"] for _, found in page.found if "id" in found]
    assert len(ids) == len(set(ids))
    targets = {target[1:] for target in page.values("a", "href")}
    between = [name for name in ids if name not in targets]
    assert targets <= set(ids) and all(name.startswith("note-") for name in between)


def test_notes_that_follow_one_another_are_told_by_the_first_and_the_last() -> None:
    assert links((3, 4, 5, 8)) == f"{link(3)}–{link(5)} {link(8)}"
    assert links((3, 4)) == f"{link(3)} {link(4)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_that_is_too_wide_for_paper_lies_on_its_side(language: str, reports) -> None:
    """None is cut where the paper ends."""
    blocks = html(reports[language]).split("<section ")[1:]
    assert {block.count('<th scope="col">') > PORTRAIT for block in blocks if 'class="broad"' in block} == {True}
    assert {block.count('<th scope="col">') > PORTRAIT for block in blocks if 'class="broad"' not in block} == {False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_an_alternative_that_says_what_it_shows(language: str, reports) -> None:
    page = Page(html(reports[language]))
    shown = [chapter for chapter in reports[language].chapters if chapter.data]
    for told, chapter in zip(page.values("img", "alt"), shown, strict=True):
        assert told.startswith(chapter.lead.title) and told.endswith(chapter.alternative)
    assert len(shown) == 9


def test_the_page_says_its_language_and_leads_to_the_other(reports) -> None:
    page = Page(html(reports["zh"], "report.en.html"))
    assert page.found[0] == ("html", {"lang": "zh-CN"})
    assert ("a", {"href": "report.en.html", "hreflang": "en", "lang": "en"}) in page.found


def test_a_text_that_is_markup_is_shown_and_not_obeyed() -> None:
    evil = "<img src=x onerror=alert(1)> | [a](b) *c* &amp;"
    table = AnnotatedTable(evil, (evil, evil), (Row(evil, (evil,), (1,)),), (evil,))
    parts = (Part(evil, (Chapter("evil", ("a/b",), table),)),)
    lead = Lead(evil, (1,), evil, evil)
    study = SimpleNamespace(
        language="en",
        illustrations={},
        parts=parts,
        chapters=parts[0].chapters,
        notes=(evil,),
        findings=(lead,),
        front=[(evil, evil)],
    )
    assert Page(html(study)).values("img", "src") == []
    text = markdown(study)
    assert "<img" not in text.replace("\\<img", "")
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {4}


def test_a_graph_without_data_has_a_report_without_rows_and_pictures() -> None:
    study = Study(load(*assets.files("ontology"), with_shipped=False), "en")
    assert all(not chapter.table.rows and chapter.data is None for chapter in study.chapters)
    assert not study.pictures and Page(html(study)).values("img", "src") == []


def test_a_chapter_of_which_nothing_is_known_says_so_in_place_of_a_table() -> None:
    study = Study(graph(), "en", ["QWA", "UKQuantum"], illustrated=False)
    empty = [chapter for chapter in study.chapters if not chapter.table.rows]
    assert empty
    said = "Nothing of the kind is known of these alliances."
    assert html(study).count(said) == markdown(study).count(said) == len(empty)
    assert html(study).count("<table>") == len(study.chapters) - len(empty)


def test_the_report_of_an_endpoint_is_that_of_the_graph(served, reports) -> None:
    assert markdown(Study(served, "en")) == markdown(reports["en"])


@pytest.fixture
def served(oxigraph_server: str):
    from urllib.request import Request, urlopen

    import pyoxigraph as ox

    from qontology import connect

    data = ox.serialize(graph().triples(), format=ox.RdfFormat.N_TRIPLES)
    address = f"{oxigraph_server}/store?default"
    with urlopen(Request(address, data, {"Content-Type": "application/n-triples"}, method="PUT"), timeout=20):
        pass
    yield connect(f"{oxigraph_server}/query")
    with urlopen(Request(address, method="DELETE"), timeout=20):
        pass
