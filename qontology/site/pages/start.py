"""The first page: answers before anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup
from pyoxigraph import NamedNode

from ... import __version__, terms
from ...analysis.overlap import Appearance, Item
from ...exchange import serialize
from ...language import Text
from ...telling.rows import grouped
from ..addresses import HOME
from ..content import Content
from ..page import FILES, SitePage, Told
from ..texts import KINDS, TEXTS

__all__ = ["about_page", "findings", "numbers", "start_page"]

MODES = Text(
    "Of {all} alliances {modes}; of {rest} no source says who drove them.",
    "{all}家联盟中，{modes}；另有{rest}家未见来源说明由谁主导。",
)
THEME = Text(
    "No theme is named by the goals of more alliances than {theme}: {n} of the {all} whose goals are known.",
    "在已知建设目标的{all}家联盟中，有{n}家提出“{theme}”，为最多联盟共有的主题。",
)
SEATS = Text(
    "{n} organizations are named in more than one alliance; none in more than {who}, with {most}.",
    "有{n}家组织见于多个联盟，其中{who}所涉联盟最多，达{most}家。",
)
ONE_SEAT = Text(
    "{who} alone is named in more than one alliance; most members of most alliances are not named at all.",
    "仅{who}一家见于多个联盟；多数联盟的多数成员并未列名。",
)


MOST = 120
"""How many alliances the first page names."""


class AllianceMode(NamedTuple):
    """One row of ``formation/modes``."""

    alliance: NamedNode
    mode: NamedNode


class Unassessed(NamedTuple):
    """An alliance in the answer to a question."""

    alliance: NamedNode


def start_page(content: Content) -> SitePage:
    """What there is, three findings, and the ways in."""

    def fill(told: Told) -> Mapping[str, Any]:
        return {
            "numbers": [(told.up + page, text.say(told.language), number) for page, text, number in numbers(content)],
            "findings": [(text, told.up + page) for text, page in findings(content, told)],
            "alliances": [(told.named(one), summary(told, one)) for one in content.kinds["alliances"]][:MOST],
            "counted": len(content.kinds["alliances"]),
            "schema": dataset(content),
        }

    return SitePage("index.html", "start.html", TEXTS["subtitle"], fill, f"{HOME}dataset")


def numbers(content: Content) -> list[tuple[str, Text, int]]:
    """How much there is of what, with the page that lists it."""
    counted = [
        (f"{kind}.html", KINDS[kind], len(content.kinds[kind]))
        for kind in ("alliances", "organizations", "people", "sources")
    ]
    statements = sum(content.things.is_a(node, terms.Statement) for node in content.things.all())
    passages = sum(content.things.is_a(node, terms.Passage) for node in content.things.all())
    return [
        *counted,
        ("about.html", Text("Statements", "陈述"), statements),
        ("sources.html", Text("Passages cited", "所引出处"), passages),
        ("questions.html", KINDS["questions"], sum(not one.is_for_exchange for one in content.questions)),
    ]


def findings(content: Content, told: Told) -> list[tuple[Markup, str]]:
    """Three answers to questions of the library, each with the page that tells more."""
    language = told.language
    found = []
    modes = {row.alliance: row.mode for row in content.rows("formation/modes", AllianceMode, language)}
    without = {row.alliance for row in content.rows("formation/without-mode", Unassessed)}
    if modes:
        counted = Counter(modes.values()).most_common()
        texts = [
            Markup("{} {} {}").format(number, Text("are", "家为").say(language), told.named(mode)) if language == "en"
            else Markup("{}家为{}").format(number, told.named(mode))
            for mode, number in counted
        ]  # fmt: skip
        listed = Markup(told.marks.comma).join(texts)
        text = Markup(MODES.say(language)).format(all=len(modes.keys() | without), modes=listed, rest=len(without))
        found.append((text, "compare.html"))
    shared = [row for row in content.rows("compare/shared", Item) if row.attribute == terms.theme]
    if shared:
        theme, number = min(Counter(row.item for row in shared).items(), key=lambda each: (-each[1], each[0].value))
        everyone = len({row.alliance for row in shared})
        found.append(
            (Markup(THEME.say(language)).format(theme=told.named(theme), n=number, all=everyone), "themes.html")
        )
    seats = grouped(content.rows("compare/organizations", Appearance), lambda row: row.organization)
    sizes = {one: len({row.alliance for row in same}) for one, same in seats.items()}
    several = {one: number for one, number in sizes.items() if number > 1}
    if several:
        who = min(several, key=lambda one: (-several[one], one.value))
        said = ONE_SEAT if len(several) == 1 else SEATS
        found.append(
            (Markup(said.say(language)).format(n=len(several), who=told.named(who), most=several[who]), "seats.html")
        )
    return found


def summary(told: Told, alliance: NamedNode) -> str:
    """When an alliance was founded and where, on a line."""
    things = told.words.things
    own = things.properties(alliance)
    dates = [date for event in own.get(terms.hasFounding, ()) for date in things.properties(event).get(terms.date, ())]
    places = own.get(terms.hasCountry, ()) or own.get(terms.basedIn, ())
    return " · ".join(told.words.name(each) for each in (*places[:1], *dates[:1]))


def dataset(content: Content) -> dict[str, Any]:
    """The dataset in the vocabulary of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{HOME}dataset",
        "name": in_both(Text(f"Qontology: {TEXTS['subtitle'].en}", f"Qontology：{TEXTS['subtitle'].zh}")),
        "description": in_both(TEXTS["about"]),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "version": __version__,
        "inLanguage": ["en", "zh"],
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{HOME}dataset.{ending}"}
            for ending, _, kind in FILES
            if ending in ("ttl", "jsonld")
        ],
    }


def in_both(text: Text) -> list[dict[str, str]]:
    """A text in both languages, as JSON-LD has it."""
    return [{"@value": value, "@language": tag} for tag, value in zip(("en", "zh"), text, strict=True)]


def about_page(content: Content) -> SitePage:
    """What these pages are made of, with the whole graph beside it."""

    def fill(told: Told) -> Mapping[str, Any]:
        return {"numbers": [(text.say(told.language), number) for _, text, number in numbers(content)]}

    def whole(form: str) -> Callable[[], bytes]:
        return lambda: serialize(content.graph.triples(), form).encode()

    data = {form: whole(form) for form in ("ttl", "jsonld")}
    return SitePage("about.html", "about.html", TEXTS["about_page"], fill, f"{HOME}dataset", data)


def find_page(content: Content) -> SitePage:
    """The page to which names lead that have none of their own: it goes on to the one that tells of them."""
    return SitePage("find.html", "find.html", TEXTS["find"], lambda _: {})
