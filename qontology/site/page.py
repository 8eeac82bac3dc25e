"""Pages: what one is made of, and how its templates turn that into HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from .. import __version__
from ..language import MARKS, Language, Text
from ..namespaces import XSD, Term, curie
from ..telling import Evidence
from ..telling.words import Piece
from .addresses import HOME, anchor
from .citing import bibtex
from .content import LANGUAGES, Content
from .texts import in_language

__all__ = ["FOLDER", "PICTURES", "TABLES", "SitePage", "Renderer", "Told", "with_marks"]

FOLDER = Path(__file__).parent
TAGS = {"en": "en", "zh": "zh-CN"}
NOTES = re.compile(r" ?\[(\d+(?:, \d+)*)\]")
ABROAD = ("http://", "https://")

FILES = (
    ("ttl", "Turtle", "text/turtle"),
    ("jsonld", "JSON-LD", "application/ld+json"),
    ("rq", "SPARQL", "application/sparql-query"),
    ("csv", "CSV", "text/csv"),
)
"""The endings of downloads, with their names and media types; one in a language of its own has that before it."""

TABLES = ("address", "workbook", "tables")
"""The scripts of a page whose tables readers sort and search."""

PICTURES = (*TABLES, "pictures")
"""The scripts of a page with pictures, which readers take along."""


class SitePage(NamedTuple):
    """One page in both languages.

    ``path`` lies below the folder of a language; ``fill`` gives what its template needs in a language; ``data`` are the
    downloads beside it, by the endings of their names; ``name`` is the IRI of which it tells. ``scripts`` are those
    that it needs besides that of all pages, ``rows`` makes the script with the whole of its table in a language, if
    there is more than the page has.
    """

    path: str
    template: str
    title: Text
    fill: Callable[[Told], Mapping[str, Any]]
    name: str = ""
    data: Mapping[str, Callable[[], bytes]] = {}
    section: str = ""
    scripts: tuple[str, ...] = ()
    rows: Callable[[Told], bytes] | None = None

    @property
    def beside(self) -> str:
        """The name of its downloads without an ending: that of the page, and of pages about the dataset its own."""
        return "dataset" if self.name == f"{HOME}dataset" else self.path.removesuffix(".html")


class Told:
    """One page in one language while it is made: its links, its words and its notes."""

    def __init__(self, content: Content, language: Language, path: str) -> None:
        self.content = content
        self.language: Language = language
        self.words = content.words[language]
        self.marks = MARKS[language]
        self.up = "../" * path.count("/")
        self.root = self.up + "../"
        self.path = path

    @cached_property
    def evidence(self) -> Evidence:
        """The notes of the page."""
        return self.content.evidence[self.language].anew()

    def href(self, term: Term | None) -> str:
        """Where a thing leads: its page, a place on the web, or nowhere."""
        path = self.content.addresses.of(term)
        if path:
            return "" if path == self.path else self.up + quote(path, safe="/#")
        if isinstance(term, NamedNode) and term.value.startswith(ABROAD) and not self.content.things.properties(term):
            return term.value
        return ""

    def link(self, text: str, term: Term | None) -> Markup:
        """A text as HTML, with the link to what it names; whatever it holds is text."""
        href = self.href(term)
        if not href:
            tag = term.language if isinstance(term, Literal) else None
            foreign = tag and tag != self.language
            return Markup(f'<span lang="{escape(tag)}">{escape(text)}</span>') if foreign else escape(text)
        abroad = ' rel="noopener noreferrer" class="out"' if href.startswith(ABROAD) else ""
        return Markup(f'<a href="{escape(href)}"{abroad}>{escape(text)}</a>')

    def page_link(self, path: str, text: str) -> Markup:
        """A text that leads to a page of this language."""
        return Markup('<a href="{}">{}</a>').format(self.up + quote(path, safe="/#"), text)

    def text(self, markup: Markup) -> str:
        """What a piece of HTML says."""
        return markup.striptags()

    def named(self, term: Term) -> Markup:
        """The name of a thing with its link."""
        return self.link(self.words.name(term), term)

    def cell(self, term: Term | None) -> Markup:
        """A cell of an answer: a thing by its name, an alliance by its short one, a truth value in words; each is made
        once, since thousands of rows name it."""
        known = self.content.cells[self.language, self.up]
        if term not in known:
            known[term] = self._cell(term)
        return known[term]

    def _cell(self, term: Term | None) -> Markup:
        if isinstance(term, NamedNode) and self.content.things.properties(term):
            return self.link(self.content.brief[self.language](term), term)
        if isinstance(term, Literal) and term.datatype == XSD["boolean"]:
            return escape(self.content.text("yes" if term.value in ("true", "1") else "no", self.language))
        return self.link(curie(term), term)

    def parts(self, parts: Iterable[Piece], between: str = " · ") -> Markup:
        """Several names on one line."""
        return Markup(between).join([self.link(*part) for part in parts])

    def values(self, values: Iterable[Iterable[Piece]]) -> Markup:
        """Several values of which each may have parts."""
        return Markup(self.marks.semicolon).join([self.parts(value) for value in values])

    def notes(self) -> list[tuple[str, str]]:
        """The notes so far, each with the place to which it leads."""
        found = []
        for text, (source, locator) in zip(self.evidence.notes, self.evidence.places, strict=True):
            href = self.href(source)
            found.append((text, f"{href}#{anchor(locator)}" if href and not href.startswith(ABROAD) else href))
        return found


class Renderer:
    """Makes HTML of pages."""

    def __init__(self, content: Content, base: str = "", *, explorer: bool = False) -> None:
        self.content = content
        self.base = base
        self.environment = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {"version": __version__, "base": base, "explorer": explorer, "tags": TAGS}
        self.texts = {language: in_language(language) for language in LANGUAGES}
        self.environment.filters["script"] = script

    def html(self, page: SitePage, language: Language) -> bytes:
        """A page in one language."""
        told = Told(self.content, language, page.path)
        filled = page.fill(told)
        other: Language = "zh" if language == "en" else "en"
        text = self.environment.get_template(page.template).render(
            filled,
            page=page,
            t=self.texts[language],
            lang=language,
            other=other,
            up=told.up,
            root=told.root,
            title=page.title.say(language),
            data=page.beside,
            told=told,
            credit=self.credit(page, language),
            bibtex=bibtex(page.name, page.title.say(language), language) if page.name else "",
            files=files(page, language),
        )
        return text.encode()

    def credit(self, page: SitePage, language: Language) -> str:
        """The line below a picture: whose it is, of which day, and where it stands."""
        texts = self.texts[language]
        day = self.content.read_last
        said = [texts.credit.format(version=__version__), texts.credit_read.format(date=day) if day else ""]
        return " · ".join([*filter(None, said), f"{self.base}{language}/{page.path}"])


def files(page: SitePage, language: Language) -> list[tuple[str, str, str]]:
    """The downloads of a page for a reader of a language, by their endings, with name and media type of each."""
    found = []
    for ending, name, kind in FILES:
        own = f"{language}.{ending}"
        if own in page.data or ending in page.data:
            found.append((own if own in page.data else ending, name, kind))
    return found


def script(value: object) -> Markup:
    """A value as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def with_marks(text: str) -> Markup:
    """A text whose numbers in brackets lead to the notes of the page.

    >>> with_marks("IBM <b> [1, 2]")
    Markup('IBM &lt;b&gt;<sup class="marks"><a href="#note-1">1</a> <a href="#note-2">2</a></sup>')
    """
    found, end = Markup(""), 0
    for mark in NOTES.finditer(text):
        numbers = Markup(" ").join(Markup('<a href="#note-{0}">{0}</a>').format(each) for each in mark[1].split(", "))
        found += escape(text[end : mark.start()]) + Markup('<sup class="marks">{}</sup>').format(numbers)
        end = mark.end()
    return found + escape(text[end:])
