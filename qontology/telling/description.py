"""A description: lines about one thing with numbered notes, as text, as a table of a notebook, as plain values."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import NamedNode

from ..characters import columns as width
from ..characters import visible, wrap
from ..language import MARKS, Language, Text
from ..namespaces import curie
from ..tables.html import html_table
from .evidence import marks, numbered_lines
from .words import Piece, as_data, joined

__all__ = ["Description", "Line", "below"]

PAGE = 100
"""The columns of a description that is printed in Python."""


class Line(NamedTuple):
    """One line: 0 for the thing itself or 1 for what it points to, the name of the property (empty where it continues
    that of the line before), the value, the numbers of its notes; and of what the value is made, each text in parts."""

    depth: int
    label: str
    text: str
    notes: tuple[int, ...]
    values: tuple[tuple[Piece, ...], ...] = ()
    mark: str = "; "

    @property
    def data(self) -> str:
        """The text with dates as the data have them."""
        return self.mark.join(joined(map(as_data, parts)) for parts in self.values)

    def to_dict(self) -> dict[str, object]:
        """The line as plain Python values, with dates as the data have them."""
        return {"depth": self.depth, "label": self.label, "text": self.data or self.text, "notes": list(self.notes)}


class Description(NamedTuple):
    """A thing in words. ``leads`` say the main of it in a sentence or a few; ``notes`` are numbered from 1 and say on
    what a line rests."""

    thing: str
    name: str
    kinds: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    language: Language = "en"
    leads: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.to_text(PAGE)

    def __repr__(self) -> str:
        return f"<Description of {self.name}: {len(self.lines)} lines, {len(self.notes)} notes>"

    def _repr_html_(self) -> str:
        rows = ((line.label, line.text + marks(line.notes)) for line in self.lines[1:])
        notes = (f"[{number}] {note}" for number, note in enumerate(self.notes, 1))
        return html_table(("", " · ".join(self.kinds)), rows, self.name, (*self.leads, *notes))

    def to_text(self, columns: int = 100) -> str:
        """The description for a terminal of that many columns: names to the left, values to the right, notes below."""
        head, *lines = self.lines
        left = max((width(visible(line.label)) for line in lines if not line.depth), default=0) + 2
        kinds = " · ".join((*self.kinds, curie(NamedNode(self.thing))))
        text = [visible(self.name) + marks(head.notes), visible(kinds), ""]
        text += [line for lead in self.leads for line in wrap(visible(lead), columns, 2)] + [""] * bool(self.leads)
        for line in lines:
            indent, label = (left + 2, "") if line.depth else (left, visible(line.label))
            inside = visible(line.label) + MARKS[self.language].colon if line.depth else ""
            first, *more = wrap(inside + visible(line.text) + marks(line.notes), max(columns - indent, 20), 2)
            text.append(label + " " * (indent - width(label)) + first)
            text += [" " * indent + rest for rest in more]
        return "\n".join([*text, *below(self.notes, self.language, columns)])

    def to_dict(self) -> dict[str, object]:
        """The description as plain Python values."""
        return {
            "thing": self.thing,
            "name": self.name,
            "kinds": list(self.kinds),
            "leads": list(self.leads),
            "lines": [line.to_dict() for line in self.lines],
            "notes": list(self.notes),
        }


def below(notes: tuple[str, ...], language: Language, columns: int) -> list[str]:
    """The notes with their numbers, under a heading; nothing where there are none."""
    return ["", Text("Evidence", "依据").say(language), *numbered_lines(notes, columns)] if notes else []
