"""With all that is shipped: what grows stays readable, and what is known is told with its age and its rivals."""

import re
from collections import Counter
from itertools import combinations
from math import hypot

import pytest
from asking import graph

from qontology.analysis import conflicts
from qontology.site.building import pages
from qontology.site.content import Content
from qontology.site.page import Renderer, SitePage
from qontology.site.pages.world_map import Circle, apart
from qontology.site.texts import TEXTS

pytestmark = pytest.mark.long

LARGEST = 100_000
GROWING = (
    "",
    "alliances",
    "compare",
    "map",
    "members",
    "network",
    "organizations",
    "seats",
    "sources",
    "timeline",
    "themes",
)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(graph())


@pytest.fixture(scope="module")
def made(content: Content) -> dict[str, SitePage]:
    return {page.path: page for page in pages(content) if page.section in GROWING}


@pytest.fixture(scope="module")
def told(content: Content, made: dict[str, SitePage]) -> dict[str, str]:
    renderer = Renderer(content)
    return {path: renderer.html(page, "en").decode() for path, page in made.items() if "source/" not in path}


def test_no_page_that_grows_with_the_data_is_larger_than_a_hundred_kilobytes(told) -> None:
    assert {path: len(text) for path, text in told.items() if len(text.encode()) >= LARGEST} == {}


def test_an_alliance_tells_when_it_was_last_confirmed_and_so_does_the_list(content: Content, told) -> None:
    assert content.confirmed
    for alliance, date in content.confirmed.items():
        assert f"<dt>{TEXTS['confirmed'].en}</dt><dd>{date}</dd>" in told[content.addresses.of(alliance)]
    assert all(f">{date}<" in told["alliances.html"] for date in content.confirmed.values())


def test_where_sources_differ_stands_on_the_page_of_the_alliance_and_nowhere_else(content: Content, told) -> None:
    differing = {row.alliance for row in content.accounts.pairs}
    assert differing
    for alliance in content.kinds["alliances"]:
        assert ('id="conflicts"' in told[content.addresses.of(alliance)]) == (alliance in differing)
    number = len(conflicts(content.graph).rows)
    assert number == len(content.accounts.pairs)


def test_who_has_organizations_in_common_is_what_the_question_answers(content: Content, told) -> None:
    having: dict[str, set[str]] = {}
    for row in content.graph.query("compare/organizations").to_dicts():
        if row["organization"] != row["alliance"]:
            having.setdefault(row["organization"], set()).add(row["alliance"])
    wanted = Counter(pair for found in having.values() for pair in combinations(sorted(found), 2))
    found = content.in_common.pairs
    assert wanted == {(one.value, two.value): len(shared) for (one, two), shared in found.items()}
    assert sum(wanted.values()) and told["network.html"].count("data-ends=") == len(wanted)
    for alliance in content.kinds["alliances"]:
        page = told[content.addresses.of(alliance)]
        assert ('id="network"' in page) == any(alliance.value in pair for pair in wanted)


def test_no_circle_of_the_map_lies_on_another() -> None:
    # Nine countries of one place, as crowded as no map is.
    circles = apart([Circle(100, 100, 7 + number, number + 1, "", str(number)) for number in range(9)])
    for one, two in combinations(circles, 2):
        assert hypot(one.x - two.x, one.y - two.y) >= one.radius + two.radius


def test_each_chart_of_members_has_its_first_and_its_last_number_and_date(told) -> None:
    charts = re.findall(r"<figure .*?</figure>", told["members.html"], re.DOTALL)
    assert charts and all(chart.count("<text") == 4 for chart in charts)


def test_a_history_tells_of_others_and_never_only_repeats_the_name_of_its_page(made, told) -> None:
    lines = 0
    for path, text in told.items():
        for line in re.findall(r'<span class="when">[^<]*</span><span>(.*?)</span></li>', text):
            lines += 1
            assert re.sub(r"<sup.*?</sup>|<[^>]*>", "", line).strip() != made[path].title.en, path
    assert lines
