"""Locators in words: ``table5/row1/col2`` is a place that a reader can find."""

from __future__ import annotations

import re
from functools import lru_cache

from ..language import Text

__all__ = ["WHOLE", "place_in_words"]

WHOLE = "page"
"""The place of what a page of the web tells as a whole: to cite it, its name is enough."""

# A part of a locator, and how it is said; what stands in the source's own numbering stays as it is.
PARTS: tuple[tuple[str, Text], ...] = (
    (r"abstract", Text("abstract", "摘要")),
    (r"zh", Text("in Chinese", "（中文）")),
    (r"en", Text("in English", "（英文）")),
    (r"intro", Text("opening", "引言")),
    (r"heading", Text("heading", "标题")),
    (r"caption", Text("caption", "题注")),
    (r"header", Text("header", "表头")),
    (r"rows", Text("all rows", "全部行")),
    (r"overall", Text("overall goal", "总体目标")),
    (r"sec([\d.()]+)", Text("section {0}", "第{0}节")),
    (r"p(\d+)", Text("paragraph {0}", "第{0}段")),
    (r"table(\d+)", Text("table {0}", "表{0}")),
    (r"row(\d+)", Text("row {0}", "第{0}行")),
    (r"col(\d+)", Text("column {0}", "第{0}列")),
    (r"goal(\d+)", Text("goal {0}", "目标{0}")),
    (r"fig(\d+)", Text("figure {0}", "图{0}")),
    (WHOLE, Text("whole page", "全页")),
    (r"record-(\w+)", Text("record {0}", "记录{0}")),
    (r"ref(\d+)", Text("reference {0}", "参考文献{0}")),
)


@lru_cache(4096)
def place_in_words(locator: str) -> Text:
    """The place in words, in both languages; a part that is not known is left as it stands.

    >>> place_in_words("table5/row1/col2").en
    'table 5, row 1, column 2'
    >>> place_in_words("table2/QUTAC/goal1").zh
    '表2 QUTAC 目标1'
    >>> place_in_words("sec3.4(3)/p1").zh
    '第3.4(3)节第1段'
    """
    texts = [part_in_words(part) for part in locator.split("/")]
    chinese = re.sub(r"(?<=[\d一-鿿）]) (?=[一-鿿（])", "", " ".join(text.zh for text in texts))
    return Text(", ".join(text.en for text in texts), chinese)


def part_in_words(part: str) -> Text:
    """One part of a locator in both languages."""
    for pattern, text in PARTS:
        if found := re.fullmatch(pattern, part):
            return Text(text.en.format(*found.groups()), text.zh.format(*found.groups()))
    return Text(part, part)
