"""Whatever a label, a link or a name holds is text on a page and never code, and no file leaves the folder."""

import json
from pathlib import Path

import pytest
from html_reader import Reading
from pyoxigraph import NamedNode

from qontology import assets, load
from qontology.characters import clip
from qontology.site import files, search_index
from qontology.site.addresses import path_of
from qontology.site.content import Content
from qontology.site.downloads import downloads
from qontology.site.page import LANGUAGES, Renderer, Told
from qontology.site.pages import compare, compared, lists, network, start, thing, world_map
from qontology.site.picture import LONGEST
from qontology.site.rows import rows_script

LABEL = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \\\"' {{ 7*7 }} \\u202Eevil [1] &amp;"
DATA = f"""
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://w3id.org/qontology/id/alliance/..%2F..%2Fescape> a qo:Alliance ;
    skos:prefLabel "{LABEL}"@en , "{LABEL}"@zh ; skos:altLabel "{LABEL}"@en ;
    qo:hasGoal <http://example.org/a?b="onclick=alert(3)> ;
    foaf:homepage <javascript:alert(4)> , <data:text/html,x> , <https://example.org/"onmouseover=alert(5)> .
<http://example.org/a?b=%22> a qo:Goal ; skos:prefLabel "{LABEL}"@en , "{LABEL}"@zh .
<https://w3id.org/qontology/id/organization/A> a qo:Organization ; skos:prefLabel "A"@en , "A"@zh .
<https://w3id.org/qontology/id/organization/a> a qo:Organization ; skos:prefLabel "a"@en , "a"@zh .
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    file = tmp_path_factory.mktemp("hostile") / "hostile.ttl"
    file.write_text(DATA.replace('?b="onclick=alert(3)>', "?b=%22>").replace('/"onm', "/%22onm"), encoding="utf-8")
    return Content(load(file, *assets.files("ontology"), with_shipped=False))


@pytest.fixture(scope="module")
def pages(content: Content) -> dict[str, str]:
    renderer = Renderer(content)
    made = [
        thing.thing_page(content, node)
        for kind in ("alliances", "organizations", "others")
        for node in content.kinds[kind]
    ]
    made += [start.start_page(content), compare.compare_page(content), world_map.map_page(content)]
    made.append(network.network_page(content))
    made += [*lists.list_pages(content, "alliances"), *lists.list_pages(content, "others")]
    return {f"{tag}/{page.path}": renderer.html(page, tag).decode() for page in made for tag in LANGUAGES}


def test_a_label_is_text_everywhere(pages: dict[str, str]) -> None:
    shown = 0
    for name, text in pages.items():
        reading = Reading(text)
        assert "img" not in reading.tags and "alert(1)" not in "".join(
            code for found, code in reading.scripts if "src" in found
        )
        assert all("src" in found or found["type"] == "application/ld+json" for found, _ in reading.scripts), name
        assert not [each for each in reading.attributes if each[1].startswith("on")], name
        assert "49" not in reading.text or "7*7" in reading.text
        for found, code in reading.scripts:
            if "src" not in found:
                assert "<" not in code and json.loads(code)
        shown += "<script>alert(1)</script>" in reading.text
    assert shown > 4


def test_only_addresses_of_the_web_are_links(pages: dict[str, str]) -> None:
    links = {link for text in pages.values() for _, link, _ in Reading(text).links}
    assert not [link for link in links if link.startswith(("javascript:", "data:"))]
    assert "https://example.org/%22onmouseover=alert(5)" in links


def test_no_name_leaves_the_folder_and_no_two_share_a_file(content: Content, pages: dict[str, str]) -> None:
    folded = [name.casefold() for name in pages]
    assert len(folded) == len(set(folded))
    assert all(".." not in Path(name).parts and not name.startswith("/") for name in pages)
    strange = (
        "http://example.org/" + "x" * 400,
        "https://w3id.org/qontology/id/../../etc",
        "urn:a:b",
        "https://w3id.org/qontology/ns#a/../b",
    )
    for name in strange:
        path = path_of(name)
        assert ".." not in path and len(Path(path).name) < 120 and path.endswith(".html")
    nodes = list(content.kinds["alliances"])
    assert all(make() for node in nodes for make in downloads(content, node).values())


def test_the_index_of_the_search_is_a_script_that_says_nothing_but_names(content: Content) -> None:
    text = search_index.search_index(content).decode()
    entries = json.loads(text.removeprefix("window.qontologyIndex=").rstrip(";\n"))["entries"]
    assert any("<script>alert(1)" in str(entry) for entry in entries)


def test_what_scripts_bring_into_a_page_is_text_and_links_only(content: Content) -> None:
    told = Told(content, "en", "alliances.html")
    made = rows_script(lists.alliance(told, node)[1] for node in content.kinds["alliances"])
    cells = json.loads(made.decode().removeprefix("window.qontologyRows=").rstrip(";\n"))["cells"]
    assert any("alert(1)" in cell for cell in cells)
    for cell in cells:
        reading = Reading(cell)
        assert {*reading.tags} <= {"a", "span"} and not [
            each for each in reading.attributes if each[1].startswith("on")
        ]
    scripts = dict(compared.compared_scripts(content))
    assert scripts and all(".." not in name and "%" not in name and "<" not in name for name in scripts)
    for text in scripts.values():
        assert json.loads(text.decode().partition("]=")[2].rstrip(";\n"))["name"]


def test_a_long_name_fits_its_box() -> None:
    assert clip("量" * 40, LONGEST, "…") == "量" * 12 + "…" and clip("short", LONGEST, "…") == "short"


def test_files_of_one_graph_begin_with_what_all_pages_need(content: Content) -> None:
    assert next(files(content.graph))[0].startswith("assets/") and NamedNode("urn:a") not in content.things.all()
