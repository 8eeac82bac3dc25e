"""In a browser: no error, no request, nothing that shuts anybody out, at three widths, in the dark and on paper.

Chromium and the libraries ``playwright`` and ``axe-playwright-python`` switch these tests on.
"""

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
PAGES = (
    "index", "compare", "map", "timeline", "themes", "members", "seats", "network", "lists", "terms", "about",
    "others", "id/alliance/qutac", "id/source/paper-2022", "ns/Alliance", "shapes/QO-212", "query/goals/of-alliance",
)  # fmt: skip
SEEN = [
    ("en", 390, "light"), ("zh", 1280, "dark"), ("en", 1920, "dark"), ("zh", 390, "light"), ("en", 1280, "light"),
    ("zh", 1920, "light"),
]  # fmt: skip


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
