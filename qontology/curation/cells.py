"""What a cell says: the terms that stand for it, or what is wrong with it.

The kinds of cells are ``id`` (a short name), ``text`` (no language), ``en`` and ``zh``, ``tagged`` (in the language
that another column tells), ``language`` (its code), ``date``, ``integer``, ``address``, ``choice`` (one of the words of
the sheet), ``concept`` (of a scheme) and ``thing`` (what is known by a name).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

import pyoxigraph as ox

from ..knowledge.names import fold
from ..language import Language, Text
from ..namespaces import curie
from .directory import Directory, UnknownError
from .grids import Cell
from .places import Problem
from .quantities import dated, whole
from .scalars import CellError, address, language, quoted, slug, tagged
from .sheets import Choice, Column
from .vocabulary import Vocabulary

__all__ = ["SEPARATOR", "CellError", "Cells", "Value", "parts"]

SEPARATOR = "|"
YEARS = range(1900, 2101)

Value = ox.NamedNode | ox.Literal | str
"""A term, or the short name of a row."""


class Cells:
    """Reads cells with what is known and what the vocabularies hold."""

    def __init__(self, known: Directory, vocabulary: Vocabulary) -> None:
        self.known = known
        self.vocabulary = vocabulary
        self.deciding: Mapping[str, Column] = {}
        """The columns of the sheet that is being read, by name."""

    def read(self, column: Column, cell: Cell, row: Mapping[str, Cell]) -> list[Value]:
        """The values of a cell, in order; none where it is empty.

        ``row`` are the cells of the row by column, for what depends on a neighbour.

        :raises CellError: where it cannot be used.
        """
        texts = parts(cell) if column.several else [plain(column, cell)]
        return [self.value(column, text, row) for text in texts if text]

    def value(self, column: Column, text: str, row: Mapping[str, Cell]) -> Value:
        """The value that a text stands for."""
        match column.kind:
            case "id":
                return slug(text)
            case "en" | "zh":
                return ox.Literal(text, language=column.kind)
            case "tagged":
                return tagged(text, row.get(column.language))
            case "language":
                return language(text)
            case "date":
                return dated(text)
            case "integer":
                return whole(text)
            case "address":
                return address(text)
            case "choice":
                return self.choice(column, text).word
            case "concept":
                return self.concept(column, text, row)
            case "thing":
                return self.thing(column, text)
        return ox.Literal(text)

    def choice(self, column: Column, text: str) -> Choice:
        """The choice that a text means: its word, or its label in either language or both."""
        for one in column.choices:
            if fold(text) in map(fold, (one.word, *one.label, one.label.say("both"))):
                return one
        offered = Text(*(mark.join(f"“{one.label.say(tag)}”" for one in column.choices) for tag, mark in COMMAS))
        raise CellError(Problem("CHOICE", quoted("is none of the choices", "不在可选项中", text), choose(offered)))

    def concept(self, column: Column, text: str, row: Mapping[str, Cell]) -> ox.NamedNode:
        """The concept of the schemes of a column that a text means."""
        schemes = self.schemes(column, row)
        concepts = {one.iri for scheme in schemes for one in self.vocabulary.concepts.get(scheme, ())}
        found = self.known.meant(text, ()) & concepts
        if len(found) == 1:
            return found.pop()
        raise CellError(lambda: self.no_concept(text, schemes))

    def no_concept(self, text: str, schemes: tuple[str, ...]) -> Problem:
        """What to say of a text that is no concept of some schemes."""
        name = Text(*(mark.join(curie(ox.NamedNode(scheme)) for scheme in schemes) for _, mark in COMMAS))
        message = quoted(f"is no concept of {name.en}", f"不是 {name.zh} 中的概念", text)
        return Problem("CONCEPT", message, self.nearest(text, schemes))

    def nearest(self, text: str, schemes: tuple[str, ...]) -> Text:
        """The remedy for an unknown concept: those that are much like it, and the sheet for new ones."""
        concepts = {one.iri: one.label for scheme in schemes for one in self.vocabulary.concepts.get(scheme, ())}
        near = [thing for thing in self.known.offered(text, ()) if thing in concepts]
        new = Text("or describe it on the sheet “terms”", "或在“terms”表中说明该概念")
        if not near:
            return Text(f"choose from the drop-down, {new.en}", f"请从下拉列表中选择，{new.zh}")
        offered = Text(*(mark.join(f"“{concepts[one].say(tag)}”" for one in near) for tag, mark in COMMAS))
        return Text(f"write {offered.en}, {new.en}", f"可写{offered.zh}，{new.zh}")

    def schemes(self, column: Column, row: Mapping[str, Cell]) -> tuple[str, ...]:
        """The schemes from which a column takes its concepts; all, where its sheet names none."""
        chosen = None
        if column.chosen_by and row.get(column.chosen_by) not in (None, ""):
            deciding = self.deciding[column.chosen_by]
            chosen = self.choice(deciding, str(row[column.chosen_by]).strip())
        return self.vocabulary.schemes_of(column, chosen) or tuple(self.vocabulary.concepts)

    def thing(self, column: Column, text: str) -> ox.NamedNode:
        """The thing of the classes of a column that a text means."""
        try:
            return self.known.resolve(text, column.among)
        except UnknownError as error:
            found = error.candidates
        raise CellError(lambda: self.unknown(column, text, found))

    def unknown(self, column: Column, text: str, several: list[ox.NamedNode]) -> Problem:
        """What to say of a name that means several things, or nothing that fits."""
        near = several or self.known.offered(text, column.among)
        labels = [(self.known.label(one), curie(one)) for one in near]
        offered = Text(*(mark.join(f"“{label.say(tag)}” ({name})" for label, name in labels) for tag, mark in COMMAS))
        offered = Text(offered.en, offered.zh.replace(" (", "（").replace(")", "）"))
        if several:
            return Problem(
                "SEVERAL",
                Text(f"“{text}” can mean several things: {offered.en}", f"“{text}”有多种所指：{offered.zh}"),
                Text("write the name with its prefix", "请写带前缀的名称"),
            )
        others = self.known.meant(text, ())
        if others:
            classes = Text(*(mark.join(curie(ox.NamedNode(one)) for one in column.among) for _, mark in COMMAS))
            return Problem(
                "KIND",
                quoted(f"is known, but not as {classes.en}", f"已知，但不属于 {classes.zh}", text),
                Text("name a thing of that kind, or use another sheet", "请填写该类事物，或改用其他表"),
            )
        new = Text("describe it on a sheet of its own", "请在相应的表中说明它")
        if not labels:
            return Problem("UNKNOWN", quoted("is not known", "未知", text), new)
        return Problem(
            "UNKNOWN",
            quoted("is not known", "未知", text),
            Text(
                f"did you mean {offered.en}? if it is another, {new.en}", f"是否指{offered.zh}？若为另一事物，{new.zh}"
            ),
        )


COMMAS: tuple[tuple[Language, str], ...] = (("en", ", "), ("zh", "、"))


def choose(offered: Text) -> Text:
    """The remedy that names what there is to choose from."""
    return Text(f"choose {offered.en}", f"请选用{offered.zh}")


def parts(cell: Cell) -> list[str]:
    """The texts of a cell that may hold several.

    >>> parts("use cases | industrial application")
    ['use cases', 'industrial application']
    """
    return [text.strip() for text in str("" if cell is None else cell).split(SEPARATOR)]


def plain(column: Column, cell: Cell) -> str:
    """The text of a cell; a number or a date of the spreadsheet only where one is asked for.

    :raises CellError: where the spreadsheet has made something else of what was typed.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if column.kind == "date":
        if isinstance(cell, int) and not isinstance(cell, bool) and cell in YEARS:
            return str(cell)
        raise CellError(DATE_OF_EXCEL.format(cell))
    if isinstance(cell, bool | date | datetime | time):
        raise CellError(NO_TEXT.format(cell))
    return str(int(cell)) if cell == int(cell) else str(cell)


DATE_OF_EXCEL = Problem(
    "DATE",
    Text("the spreadsheet holds {0} here, which may say more than the source", "电子表格此处存为 {0}，可能比来源更细"),
    Text(
        "format the column as text, and write 2018, 2018-09 or 2018-09-28",
        "请将该列设为文本格式，写作 2018、2018-09 或 2018-09-28",
    ),
)
NO_TEXT = Problem(
    "TEXT",
    Text("the spreadsheet has made {0} of what was typed", "电子表格已将所键入的内容转换为 {0}"),
    Text("format the cell as text, and type it again", "请将单元格设为文本格式后重新键入"),
)
