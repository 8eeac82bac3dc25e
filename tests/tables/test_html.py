"""Tables in a notebook."""

from qontology.tables.html import html_table


def test_texts_are_escaped_everywhere() -> None:
    page = html_table(["<a>"], [["<b>"]], "<c>", ["<d>"])
    assert all(f"&lt;{letter}&gt;" in page and f"<{letter}>" not in page for letter in "abcd")
