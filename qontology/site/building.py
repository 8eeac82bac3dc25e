"""Building: all files of a site, one after another, so that none has to wait in memory."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from ..knowledge import KnowledgeGraph
from .content import LANGUAGES, Content
from .explorer import assemble, is_built
from .page import FOLDER, TAGS, Renderer, SitePage, Told
from .pages.compare import compare_page
from .pages.compared import compared_scripts
from .pages.lists import list_pages, lists_page
from .pages.matrices import heat_map_page, seats_page
from .pages.network import network_page
from .pages.questions import question_pages
from .pages.rules import rule_page
from .pages.start import about_page, find_page, start_page
from .pages.terms import term_page
from .pages.thing import thing_page
from .pages.times import members_page, timeline_page
from .pages.world_map import map_page
from .search_index import names_index, search_index
from .texts import KINDS

__all__ = ["build", "pages"]


def build(graph: KnowledgeGraph, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of a site by their names; ``base`` is the address at which it will stand, which ends in a slash."""
    content = Content(graph)
    explorer = is_built()
    renderer = Renderer(content, base, explorer=explorer)
    paths = []
    for path in sorted((FOLDER / "assets").iterdir()):
        yield f"assets/{path.name}", path.read_bytes()
    if explorer:
        yield "explorer.html", assemble(graph)
    for page in pages(content):
        paths.append(page.path)
        for language in LANGUAGES:
            yield f"{language}/{page.path}", renderer.html(page, language)
            script = page.rows(Told(content, language, page.path)) if page.rows else b""
            if script:
                yield f"{language}/{page.path.removesuffix('.html')}.rows.js", script
        for ending, data in page.data.items():
            yield f"{page.beside}.{ending}", data()
    yield from compared_scripts(content)
    yield "assets/names.js", names_index(content)
    yield "assets/search-index.js", search_index(content)
    yield "index.html", renderer.environment.get_template("door.html").render().encode()
    if base:
        yield "sitemap.xml", sitemap(paths, base)


def pages(content: Content) -> Iterator[SitePage]:
    """All pages of a site."""
    yield start_page(content)
    yield compare_page(content)
    yield map_page(content)
    yield timeline_page(content)
    yield heat_map_page(content, "themes")
    yield heat_map_page(content, "technologies")
    yield members_page(content)
    yield seats_page(content)
    yield network_page(content)
    yield lists_page(content)
    yield about_page(content)
    yield find_page(content)
    for kind in KINDS:
        yield from list_pages(content, kind)
    for kind, nodes in content.kinds.items():
        for node in nodes:
            yield term_page(content, node) if kind == "terms" else thing_page(content, node)
    for code in content.rules:
        yield rule_page(content, code)
    yield from question_pages(content)


def sitemap(paths: list[str], base: str) -> bytes:
    """The list of all pages for search engines, each with its other language."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in paths:
        places = {language: escape(f"{base}{language}/{quote(path)}") for language in LANGUAGES}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{TAGS[language]}" href="{place}"/>'
            for language, place in places.items()
        )
        lines += [f"<url><loc>{place}</loc>{links}</url>" for place in places.values()]
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()
