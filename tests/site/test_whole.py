"""The whole site of all that is shipped: links lead somewhere, alliances side by side are those of the package."""

import posixpath
from urllib.parse import unquote

import pytest
from asking import graph
from html_reader import Reading

from qontology.analysis import compare
from qontology.site import files, write
from qontology.site.pages.compared import script_of

pytestmark = pytest.mark.long
CHOSEN = ("alliance:qutac", "alliance:q-star", "alliance:qed-c", "alliance:quic", "alliance:qic")


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    return dict(files(graph()))


@pytest.fixture(scope="module")
def folder(whole: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory):
    """For a browser, which wants files."""
    place = tmp_path_factory.mktemp("whole")
    write(whole.items(), place)
    return place


def test_every_link_of_the_whole_site_leads_to_a_file_and_to_a_place_in_it(whole: dict[str, bytes]) -> None:
    names = whole.keys()
    ids: dict[str, frozenset[str]] = {}
    wanted: set[tuple[str, str]] = set()
    for name in sorted(names):
        if name.endswith(".html") and name != "explorer.html":
            reading = Reading(whole[name].decode())
            ids[name] = frozenset(reading.ids)
            for _, link, _ in reading.links:
                if not link.startswith(("http://", "https://")):
                    path, _, place = link.partition("#")
                    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
                    wanted.add((path, place))
    assert {path for path, _ in wanted} - names == set()
    assert {(path, place) for path, place in wanted if place and path in ids and place not in ids[path]} == set()


@pytest.mark.parametrize(("until", "language"), [("", "zh"), ("2020", "en"), ("2021", "zh"), ("2022", "en")])
def test_alliances_side_by_side_are_those_of_the_package(until: str, language: str, opened) -> None:
    page = opened(f"{language}/compare.html?alliances={','.join(CHOSEN)}&until={until}")
    page.wait_for_selector(".chosen button")
    semicolon = "；" if language == "zh" else "; "
    shown = page.evaluate(
        """[...document.querySelectorAll(".compare [data-attribute]")]
          .flatMap((row) => [...row.cells].slice(1).map((cell) => {
            cell.querySelectorAll(".marks, .hidden").forEach((each) => each.remove());
            const items = [...cell.querySelectorAll("li:not(.rival)")].map((each) => each.textContent);
            const sign = row.querySelector(".sign");
            sign?.querySelector(".hidden")?.remove();
            const state = cell.querySelector(".state");
            return [row.querySelector("span").textContent, sign ? sign.textContent : "", cell.dataset.label, items,
              state ? ` ${state.textContent}` : "", cell.textContent];
        }))"""
    )
    told = compare(graph(), *CHOSEN, as_of=until or None, long=True, language=language)
    assert len(told.rows) == len(shown)
    for row, (name, sign, who, items, state, text) in zip(told.rows, shown, strict=True):
        said = told.in_words(row.cells[3]).partition("; but by another source ")[0].partition("；另有来源称")[0]
        assert [name, sign, who] == [*map(str, row.cells[:3])]
        assert (semicolon.join(dict.fromkeys(items)) + state if items else text.strip()) == said, (name, who)


def test_each_alliance_has_its_script(whole: dict[str, bytes]) -> None:
    from qontology.site.content import Content

    content = Content(graph())
    for language in ("en", "zh"):
        assert all(f"{language}/{script_of(content, one)}" in whole for one in content.kinds["alliances"])
