"""Tables as notebooks show them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

__all__ = ["html_table"]


def html_table(
    columns: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "", below: Iterable[str] = ()
) -> str:
    """A table with its texts escaped, and lines below it.

    >>> html_table(["a"], [["<b>"]], below=["note"])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table><p>note</p>'
    """

    def line(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    head = f"<caption>{escape(caption)}</caption>" if caption else ""
    body = "".join(line(row, "td") for row in rows)
    table = f"<table>{head}<thead>{line(columns, 'th')}</thead><tbody>{body}</tbody></table>"
    return table + "".join(f"<p>{escape(text)}</p>" for text in below)
