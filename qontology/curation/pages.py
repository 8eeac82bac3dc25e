"""What a template holds in any form: headings, help, worked rows, facts of the graph, and what to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..errors import InputError, choose_from, did_you_mean
from ..knowledge import KnowledgeGraph
from ..language import Text
from .cell_texts import written
from .cells import Cells
from .directory import Directory
from .filling import Filled
from .sheets import Column, Sheet, sheets
from .vocabulary import Vocabulary

__all__ = ["KITS", "Desk", "Page", "chosen_sheets"]

KITS = {
    "alliance": (
        "sources",
        "alliances",
        "organizations",
        "names",
        "events",
        "modes",
        "members",
        "roles",
        "counts",
        "goals",
    ),
}
"""Sheets that go together under one name: what a curator with one alliance needs."""

ALWAYS = ("sources",)
EXAMPLE = "# "


@dataclass(frozen=True)
class Page:
    """One sheet to be filled in: its columns with names and help, its worked row, and the rows that are there.

    ``choices`` are what a column offers, by its name.
    """

    sheet: Sheet
    rows: tuple[Mapping[str, str], ...]
    choices: Mapping[str, tuple[str, ...]]

    @property
    def lines(self) -> list[list[str]]:
        """All rows as texts: the names of the columns, their names in both languages, the worked row, the facts."""
        columns = self.sheet.columns
        labels = [heading(column).say("both") for column in columns]
        example = [self.sheet.example.get(column.name, "") for column in columns]
        notes = [[EXAMPLE + line[0], *line[1:]] for line in (labels, example)]
        facts = [[row.get(column.name, "") for column in columns] for row in self.rows]
        return [[column.name for column in columns], *notes, *facts]


class Desk:
    """One graph with all that is needed to write and to fill in sheets."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.vocabulary = Vocabulary(graph)
        self.cells = Cells(Directory(graph), self.vocabulary)
        self.sheets = self.vocabulary.sheets()

    def pages(self, names: Iterable[str], filled: Filled | None = None) -> list[Page]:
        """The sheets of these names, empty or filled."""
        rows = filled.rows if filled else {}
        return [
            Page(sheet, tuple(rows.get(sheet.name, ())), {one.name: self.offered(one) for one in sheet.columns})
            for sheet in self.sheets
            if sheet.name in set(names)
        ]

    def offered(self, column: Column) -> tuple[str, ...]:
        """What a column offers to choose from, as it is written."""
        match column.kind:
            case "choice":
                return tuple(choice.label.say("both") for choice in column.choices)
            case "concept":
                schemes = column.among or self.vocabulary.concepts if not column.chosen_by else self.schemes(column)
                return tuple(
                    written(concept.iri, replace(column, among=(scheme,), chosen_by=""), self.cells)
                    for scheme in schemes
                    for concept in self.vocabulary.concepts.get(scheme, ())
                )
            case "thing" if column.among:
                known = self.cells.known
                things = [thing for thing in known.labels if known.fits(thing, column.among)]
                return tuple(sorted(written(thing, column, self.cells) for thing in things))
        return ()

    def schemes(self, column: Column) -> list[str]:
        """The schemes of a column whose scheme another column decides: those of all that may be chosen there."""
        deciding = [
            one for sheet in self.sheets for one in sheet.columns if one.name == column.chosen_by and one.choices
        ]
        choices = [choice for one in deciding for choice in one.choices if "property" in choice.facets]
        return list(dict.fromkeys(one for each in choices for one in self.vocabulary.schemes_of(column, each)))


def heading(column: Column) -> Text:
    """What a column is called, with a star where it must be filled in."""
    label = column.label or Text(column.name, column.name)
    return Text(f"{label.en} *", label.zh) if column.must else label


def chosen_sheets(kinds: Sequence[str]) -> list[str]:
    """The names of the sheets that are asked for, by their names or by that of a kit; all, where none is.

    >>> chosen_sheets(["members"])
    ['sources', 'members']

    :raises InputError: where there is no such sheet.
    """
    known = [sheet.name for sheet in sheets()]
    wanted = set(ALWAYS)
    for kind in kinds:
        if kind not in KITS and kind not in known:
            from difflib import get_close_matches

            near = get_close_matches(kind, [*KITS, *known], 1)
            raise InputError(
                Text(f"there is no sheet {kind}", f"没有名为 {kind} 的表"),
                remedy=did_you_mean(near) or choose_from([*KITS, *known]),
            )
        wanted |= {*KITS.get(kind, (kind,))}
    return [name for name in known if name in wanted or not kinds]
