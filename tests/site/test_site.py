"""A site is whole: each link leads somewhere, each page is in both languages and takes nothing from elsewhere."""

import hashlib
import json
import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from html_reader import Reading

from qontology import assets, load, terms
from qontology.errors import InputError
from qontology.knowledge.library import Library
from qontology.site import files
from qontology.site.addresses import HOME
from qontology.site.building import pages as pages_of
from qontology.site.building import sitemap
from qontology.site.content import LANGUAGES, Content
from qontology.site.page import Renderer, Told
from qontology.site.pages.class_tree import class_tree
from qontology.site.pages.matrices import heat_map_page
from qontology.site.pages.start import start_page
from qontology.site.texts import KINDS, TEXTS, VIEWS

LARGEST = 100_000
EXPLORER = "explorer.html"
EMBEDDED = ("link", "script", "img", "iframe", "object", "embed", "source", "video", "audio", "use", "image")


@pytest.fixture(scope="module")
def read(site):
    return cache(lambda name: Reading(site.page(name)))


@pytest.fixture(scope="module")
def pages(site) -> list[str]:
    return [name for name in site.files if name.endswith(".html") and name != EXPLORER]


def test_each_page_is_in_both_languages_and_leads_to_the_other(site, pages, read) -> None:
    english, chinese = ({name[3:] for name in pages if name.startswith(f"{tag}/")} for tag in ("en", "zh"))
    assert english == chinese and len(english) > 500
    for name in sorted(english):
        assert '<html lang="en">' in site.page(f"en/{name}") and '<html lang="zh-CN">' in site.page(f"zh/{name}")
        switches = [link[1] for link in read(f"en/{name}").links if link[0] == "a" and "hreflang" in link[2]]
        assert [target(f"en/{name}", switch) for switch in switches] == [(f"zh/{name}", "")]


def target(page: str, link: str) -> tuple[str, str]:
    """The file and the place in it to which a link of a page leads."""
    path, _, fragment = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page), fragment


def test_each_link_leads_to_a_file_and_to_a_place_in_it(site, pages, read) -> None:
    broken = []
    for page in pages:
        for _, link, _ in read(page).links:
            if not link.startswith(("http://", "https://")):
                name, fragment = target(page, link)
                if name not in site.files or (fragment and name != EXPLORER and fragment not in read(name).ids):
                    broken.append((page, link))
    assert broken == []


def test_nothing_is_taken_from_elsewhere_and_no_page_holds_a_script_or_a_style(site, pages, read) -> None:
    for page in pages:
        reading = read(page)
        assert not [link for tag, link, _ in reading.links if tag in EMBEDDED and ":" in link], page
        assert not [each for each in reading.attributes if each[1] == "style" or each[1].startswith("on")], page
        assert all("src" in found or found.get("type") == "application/ld+json" for found, _ in reading.scripts), page
        assert "style" not in reading.tags and "default-src 'none'" in site.page(page), page
    for name in (name for name in site.files if re.fullmatch(r"assets/\w+\.(css|js)", name)):
        text = re.sub(r"http://(www\.w3\.org/2000/svg|schemas\.openxmlformats\.org/[\w/]+)", "", site.page(name))
        assert not re.search(r"https?://|@import|url\(|fetch\(|XMLHttpRequest", text), name


def test_a_page_has_its_ids_once_one_heading_and_less_than_a_hundred_kilobytes(site, pages, read) -> None:
    for page in pages:
        assert [name for name, number in Counter(read(page).ids).items() if number > 1] == [], page
        assert read(page).tags.count("h1") == 1 and len(site.files[page]) < LARGEST, page


def test_a_page_says_the_name_that_it_tells_of_and_has_its_data_beside_it(site, read) -> None:
    alliance = "id/alliance/qutac"
    for tag, name in (("en", "Quantum Technology and Application Consortium"), ("zh", "量子技术与应用联盟")):
        reading = read(f"{tag}/{alliance}.html")
        assert HOME + alliance in reading.text and name in reading.text
        [(_, text)] = [found for found in reading.scripts if "src" not in found[0]]
        described = json.loads(text)
        assert described["@id"] == HOME + alliance and "Consortium" in described["@type"]
    for ending in ("ttl", "jsonld", "csv"):
        assert b"qutac" in site.files[f"{alliance}.{ending}"]


@pytest.mark.parametrize(("ending", "form"), [("ttl", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_the_first_page_has_the_whole_dataset(site, read, ending: str, form: ox.RdfFormat) -> None:
    links = [link for tag, link, _ in read("zh/index.html").links if tag == "a"]
    assert f"../dataset.{ending}" in links
    taken = {ox.Triple(*quad.triple) for quad in ox.parse(site.files[f"dataset.{ending}"], format=form)}
    assert ground(taken) == ground(site.graph.triples()) and len(taken) == len(site.graph.triples())


def ground(triples: Iterable[ox.Triple]) -> set[ox.Triple]:
    """The triples without blank nodes, which have other names in each file."""
    return {triple for triple in triples if not any(isinstance(term, ox.BlankNode) for term in triple)}


def test_what_is_known_leads_to_the_passage_of_its_source(read) -> None:
    reading = read("en/id/alliance/qutac.html")
    places = [link for _, link, _ in reading.links if "source/paper-2022.html#at-" in link]
    assert places and all(f'id="{place.partition("#")[2]}"' for place in places)
    assert "company-led" in reading.text and "June 2021" in reading.text


def test_there_is_a_page_for_each_term_rule_and_question(site) -> None:
    names = {name.rpartition("#")[2] for name in vars(terms).values() if str(name).startswith(f"{HOME}ns#")} - {""}
    assert {f"en/ns/{name}.html" for name in names} <= site.files.keys()
    assert {f"en/query/{name}.html" for name in Library().ids()} <= site.files.keys()
    codes = set(re.findall(r"qos:(QO-\d+)\n", "".join(path.read_text("utf-8") for path in assets.files("shapes"))))
    assert {f"en/shapes/{code}.html" for code in codes} <= site.files.keys()


def test_the_terms_begin_with_the_tree_of_their_classes(site, read) -> None:
    page = site.page("zh/terms.html")
    tree = page[page.index('<nav class="tree"') : page.index("<div data-table")]
    classes = {node.value for node in Content(site.graph).kinds["terms"] if is_class(site.graph, node)}
    assert {f"{HOME}ns#{name}" for name in re.findall(r"ns/(\w+)\.html", tree)} == classes
    steps = re.sub(r"<a [^>]*ns/(\w+)\.html[^>]*>[^<]*</a>", r"\1", tree)
    assert re.search(r"<li>Agent<ul>.*<li>Organization<ul><li>Alliance<ul><li>CompanyLedAlliance</li>", steps)


def test_classes_above_each_other_are_told_once(tmp_path) -> None:
    data = tmp_path / "round.ttl"
    above = "rdfs:subClassOf"
    data.write_text(
        f"@prefix qo: <{HOME}ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"@prefix owl: <http://www.w3.org/2002/07/owl#> . qo:A a owl:Class . qo:B a owl:Class ; {above} qo:A, qo:C .\n"
        f"qo:C a owl:Class ; {above} qo:B ."
    )
    told = Told(Content(load(data, with_shipped=False)), "en", "terms.html")
    assert re.findall(r"ns/(\w)\.html", class_tree(told)) == ["A", "B", "C"]


def is_class(graph, node: ox.NamedNode) -> bool:
    return bool(graph.ask(f"ASK {{ {node} a <http://www.w3.org/2002/07/owl#Class> }}"))


def test_the_numbers_of_pages_are_those_of_the_questions(site, read) -> None:
    answer = site.graph.query("goals/of-alliance", language="zh")
    assert f"{len(answer)} 行" in read("zh/query/goals/of-alliance.html").text
    counts = site.graph.query("structure/member-counts", language="en").to_dicts()
    text = read("en/members.html").text
    assert all(str(row["value"]) in text for row in counts if row["value"])
    matrix = site.graph.query("compare/theme-matrix", language="en").to_dicts()
    shown = re.findall(r">(\d+) \+ (\d+)</td>", site.page("en/themes.html"))
    assert sum(int(one) + int(two) for one, two in shown) == sum(int(row["number"]) for row in matrix)


def test_the_start_has_answers_before_anything_else(site, read) -> None:
    text = read("zh/index.html").text
    assert text.index(TEXTS["findings"].zh) < text.index(TEXTS["what_there_is"].zh) < text.index(TEXTS["ways_in"].zh)
    assert all(f'href="{name}.html"' in site.page("en/index.html") for name in VIEWS)
    assert all(f"en/{name}.html" in site.files for name in (*VIEWS, *KINDS))


def test_the_search_has_names_in_both_languages(site) -> None:
    script = site.page("assets/search-index.js")
    index = json.loads(script.removeprefix("window.qontologyIndex=").rstrip(";\n"))
    found = {entry[0]: entry[2:] for entry in index["entries"]}
    alliance = found["id/alliance/qutac.html"]
    assert alliance[:2] == ["Quantum Technology and Application Consortium", "量子技术与应用联盟"]
    assert "QUTAC" in alliance[2] and all(f"en/{path}" in site.files for path in found)


def test_with_an_address_links_are_whole_and_there_is_a_site_map(site) -> None:
    base, content = "https://example.org/q/", Content(site.graph)
    page = start_page(content)
    text = Renderer(content, base).html(page, "en").decode()
    assert f'<link rel="canonical" href="{base}en/index.html">' in text
    assert f'<link rel="alternate" hreflang="zh-CN" href="{base}zh/index.html">' in text
    assert f"{base}en/themes.html" in Renderer(content, base).html(heat_map_page(content, "themes"), "en").decode()
    made = sitemap(["id/alliance/qutac.html"], base).decode()
    assert f"<loc>{base}zh/id/alliance/qutac.html</loc>" in made
    assert "sitemap.xml" not in site.files


@pytest.mark.parametrize(
    "base", ["example.org", "ftp://example.org/", "https://", "https://example.org/?a", "http://[x"]
)
def test_what_is_no_address_is_refused(base: str, site) -> None:
    with pytest.raises(InputError, match="is not an address"):
        files(site.graph, base)


@pytest.mark.long
def test_a_site_is_the_same_in_all_surroundings(site) -> None:
    program = (
        "import hashlib, sys; from qontology import assets, load; from qontology.site import files;"
        "graph = load(sys.argv[1], *assets.files('ontology'), with_shipped=False);"
        "print(hashlib.sha256(b''.join(name.encode() + data for name, data in files(graph))).hexdigest())"
    )
    odd = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Shanghai", "QONTOLOGY_LANG": "zh"}
    made = subprocess.run(
        [sys.executable, "-c", program, site.data], env=os.environ | odd, check=True, capture_output=True, text=True
    )
    ours = hashlib.sha256(b"".join(name.encode() + data for name, data in site.files.items())).hexdigest()
    assert made.stdout.strip() == ours


def test_an_empty_graph_has_a_site_too() -> None:
    content = Content(load(*assets.files("ontology"), with_shipped=False))
    renderer = Renderer(content)
    own = ("terms", "concepts", "shapes", "questions")  # what says the same of any graph
    told = [page for page in pages_of(content) if page.section not in own]
    made = {(page.path, tag): renderer.html(page, tag) for page in told for tag in LANGUAGES}
    assert all(made.values()) and {(f"{name}.html", "zh") for name in ("index", *VIEWS)} <= made.keys()
    assert not content.kinds["alliances"]
