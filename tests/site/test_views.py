"""What a reader chooses stands in the address, and what the page then shows is what the package answers.

Chromium and the library ``playwright`` switch these tests on.
"""

import csv
import io
import json
import re
import shutil
import subprocess

import openpyxl
import pytest

from qontology.analysis import compare
from qontology.knowledge.headings import heading
from qontology.namespaces import curie
from qontology.site.page import FOLDER
from qontology.site.pages.questions import by_column

QUESTION = "structure/members"


def rows(page) -> list[list[str]]:
    """The rows that a page shows, without the numbers of notes."""
    return page.evaluate(
        """[...document.querySelectorAll("main table tbody tr:not([hidden])")]
          .map((row) => [...row.cells].map((cell) => {
            const copy = cell.cloneNode(true);
            copy.querySelectorAll(".marks, .hidden").forEach((each) => each.remove());
            return copy.textContent.trim();
        }))"""
    )


def taken(page, selector: str) -> tuple[str, bytes]:
    """The file that a button gives, and its name."""
    with page.expect_download() as found:
        page.click(selector)
    return found.value.suggested_filename, found.value.path().read_bytes()


def sheet(data: bytes) -> list[tuple[object, ...]]:
    """The rows of a workbook."""
    return [*openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)]


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers() -> None:
    rows = [["name", "number"], ["=1+1 <b>&amp;\u0001 量子", "12"], ["007", "-1.5"], ["", "1234567890123456789"]]
    script = FOLDER / "assets/workbook.js"
    run = f"""globalThis.window = globalThis; require({json.dumps(str(script))});
      qontology.workbook({json.dumps(rows)}).arrayBuffer().then((made) => process.stdout.write(Buffer.from(made)))"""
    made = subprocess.run(["node", "-e", run], check=True, capture_output=True).stdout
    assert sheet(made) == [
        ("name", "number"), ("=1+1 <b>&amp; 量子", 12), ("007", -1.5), (None, "1234567890123456789"),
    ]  # fmt: skip


@pytest.mark.long
def test_the_values_of_a_question_are_chosen_and_the_answer_is_that_of_the_package(opened, site) -> None:
    page = opened(f"en/query/{QUESTION}.html")
    page.select_option("select[name=alliance]", "alliance:qutac")
    page.wait_for_url("**?alliance=alliance:qutac")
    answer = site.graph.query(QUESTION, alliance="alliance:qutac", language="en")
    page.wait_for_function(f"document.querySelectorAll('main tbody tr').length === {min(len(answer), 60)}")
    assert page.inner_text("#command") == f"qontology query {QUESTION} alliance=alliance:qutac"
    named = [row[answer.columns.index("name")].value for row in answer.rows]
    assert [row[2] for row in rows(page)] == named
    name, data = taken(page, "[data-csv]")
    lines = [*csv.reader(io.StringIO(data.decode("utf-8-sig")))]
    assert name == "structure-members.csv" and lines[0] == [heading(each, "en") for each in answer.columns]
    assert [line[2] for line in lines[1:]] == named
    name, data = taken(page, "[data-xlsx]")
    cells = [["" if cell is None else str(cell) for cell in line] for line in sheet(data)]
    assert name == "structure-members.xlsx" and cells == lines
    page.click("#language")
    page.wait_for_url("**/zh/query/structure/members.html?alliance=alliance:qutac")
    assert page.input_value("select[name=alliance]") == "alliance:qutac"


@pytest.mark.long
def test_sorting_and_searching_stand_in_the_address_and_back_takes_them_back(opened) -> None:
    page = opened(f"en/query/{QUESTION}.html")
    before = rows(page)
    page.click("th[data-name=name] button")
    page.click("th[data-name=name] button")
    page.wait_for_url("**?sort=-name")
    names = [row[2] for row in rows(page)]
    assert names == sorted(names, key=str.casefold, reverse=True) != [row[2] for row in before]
    page.fill("[name=filter]", "bosch")
    page.wait_for_function("document.querySelectorAll('main tbody tr').length === 1")
    assert "filter=bosch" in page.url and page.inner_text("output").startswith("1 of ")
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('main tbody tr').length === {len(before)}")
    assert rows(page) == before and page.input_value("[name=filter]") == ""
    page.go_forward()
    page.wait_for_function("document.querySelectorAll('main tbody tr').length === 1")


@pytest.mark.long
def test_a_link_that_is_passed_on_shows_the_same(opened) -> None:
    page = opened("zh/others.html?filter=量子&sort=-title")
    assert rows(page) and all("量子" in "".join(row) for row in rows(page))
    assert page.get_attribute("th[data-name=title]", "aria-sort") == "descending"
    page = opened("en/terms.html?filter=tier of")
    sections = page.locator("main section")
    assert (
        "tier of" in {row[0] for row in rows(page)} and page.locator("main section:visible").count() < sections.count()
    )


@pytest.mark.long
@pytest.mark.parametrize(("until", "language"), [("", "en"), ("2020", "en"), ("2021", "zh")])
def test_whom_a_reader_sets_side_by_side_as_of_when_gives_what_the_package_compares(
    until: str, language: str, opened, site
) -> None:
    chosen = ("alliance:qutac", "alliance:qed-c", "alliance:quic")
    page = opened(f"{language}/compare.html?alliances={','.join(chosen)}&until={until}")
    page.wait_for_selector(".chosen button")
    table = compare(site.graph, *chosen, as_of=until or None, long=True, language=language)
    shown = page.evaluate(
        """[...document.querySelectorAll(".compare [data-attribute]")]
          .flatMap((row) => [...row.cells].slice(1).map((cell) => {
            const text = (node) => {
              const copy = node.cloneNode(true);
              copy.querySelectorAll(".marks, .hidden, .state").forEach((each) => each.remove());
              return copy.textContent.trim();
            };
            const items = [...cell.querySelectorAll("li:not(.rival)")].map(text);
            const sign = row.querySelector(".sign");
            return [row.cells[0].querySelector("span").textContent, sign ? text(sign) : "",
              cell.dataset.label, items.length ? items : [text(cell)]];
        }))"""
    )
    rival = re.compile("; but by another source .*|；另有来源称.*")
    told = []
    for row in table.rows:
        name, sign, who, text = map(table.in_words, row.cells)
        values = re.sub(r" […✓]$", "", rival.sub("", text))
        told.append([name, sign, who, sorted(values.split("；" if language == "zh" else "; "))])
    # A column that nothing is known of as of then is there in both, or in neither.
    assert [[*row[:3], sorted(part for item in row[3] for part in re.split("; |；", item))] for row in shown] == told


@pytest.mark.long
def test_rows_that_differ_and_dimensions_are_chosen(opened) -> None:
    page = opened("en/compare.html?rows=differ&dimensions=formation")
    page.wait_for_selector(".chosen button")
    visible = page.locator("tr[data-attribute]:visible")
    assert visible.count() and all(
        "apart" in each or "in_part" in each for each in visible.evaluate_all("all => all.map((one) => one.className)")
    )
    assert page.locator("tbody[data-dimension]:visible").count() == 1
    page.check("[name=dimension][value=goals]")
    page.wait_for_url("**dimensions=formation,goals")


@pytest.mark.long
def test_the_sources_of_a_cell_are_told_beside_it(opened) -> None:
    page = opened("en/compare.html")
    page.locator(".compare .marks a").first.click()
    beside = page.locator(".beside")
    assert beside.is_visible() and "2022" in beside.inner_text() and beside.locator("a").count()
    page.keyboard.press("Escape")
    assert not beside.is_visible()


@pytest.mark.long
@pytest.mark.parametrize("name", ["map", "timeline", "themes", "seats", "network"])
def test_a_picture_is_taken_with_title_source_and_address(name: str, opened) -> None:
    page = opened(f"en/{name}.html")
    if not page.locator("[data-take]").count():
        pytest.skip("one alliance alone has no network")
    file, data = taken(page, "[data-take=svg]")
    text = data.decode()
    assert file == f"{name}.svg" and "Source: Qontology" in text and f"en/{name}.html" in text
    assert "file:" not in text and "<script" not in text and "class=" not in text
    file, data = taken(page, "[data-take=png]")
    assert file == f"{name}.png" and data.startswith(b"\x89PNG") and len(data) > 5_000


@pytest.mark.long
def test_the_map_and_the_timeline_count_what_is_chosen(opened) -> None:
    page = opened("en/timeline.html?kind=qo:Founding")
    kinds = page.locator(".year li:visible").evaluate_all("all => all.map((one) => one.dataset.kind)")
    assert kinds and set(kinds) == {"qo:Founding"}
    heights = page.locator("rect.other[x]").evaluate_all("all => all.map((one) => Number(one.getAttribute('height')))")
    assert set(heights[:-1]) == {0}
    page = opened("en/map.html?until=1990")
    assert page.locator(".map svg a:visible").count() == 0
    page.select_option("[name=until]", "")
    assert page.locator(".map svg a:visible").count() > 0
    page.click("[data-play]")
    page.wait_for_url("**?until=20*")


def test_the_answer_for_a_value_is_the_part_of_the_whole_with_it_in_its_column(site) -> None:
    tried = 0
    for question in site.graph.library:
        for parameter in question.parameters:
            if question.kind == "select" and by_column(question, parameter):
                whole = site.graph.query(question.id, language="en")
                place = whole.columns.index(parameter.name)
                values = sorted({row[place] for row in whole.rows if row[place]}, key=str)
                for value in values[:: max(1, len(values) // 3)]:
                    part = site.graph.query(question.id, language="en", **{parameter.name: curie(value)})
                    assert part.rows == tuple(row for row in whole.rows if row[place] == value), question.id
                    tried += 1
    assert tried > 50
