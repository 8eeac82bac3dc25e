"""What a cell says: the terms that stand for it, or what is wrong with it.

The kinds of cells are ``id`` (a short name), ``text`` (no language), ``en`` and ``zh``, ``tagged`` (in the language that
another column tells), ``date``, ``integer``, ``address``, ``choice`` (one of the words of the sheet), ``concept`` (of a
scheme) and ``thing`` (what is known by a name).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

import pyoxigraph as ox

from ..knowledge.names import fold
from ..language import Text
from ..namespaces import XSD, curie
from .books import Cell
from .known import Known, UnknownError
from .places import Problem
from .sheets import Choice, Column
from .vocabulary import Vocabulary

__all__ = ["CellError", "Cells", "parts"]

SEPARATOR = "|"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
ADDRESS = re.compile(r"https?://[^\s/<>\"{}|\\^`]+\.[^\s/<>\"{}|\\^`.]{2,}(:\d+)?(/[^\s<>\"{}|\\^`]*)?", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
YEARS = range(1900, 2101)

Value = ox.NamedNode | ox.Literal | str
"""A term, or the short name of a row."""


class CellError(Exception):
    """A cell that cannot be used, with the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class Cells:
    """Reads cells with what is known and what the vocabularies hold."""

    def __init__(self, known: Known, vocabulary: Vocabulary) -> None:
        self.known = known
        self.vocabulary = vocabulary

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
                return ox.Literal(text, language=language(row.get(column.language)))
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
        name = Text(*(mark.join(curie(ox.NamedNode(scheme)) for scheme in schemes) for _, mark in COMMAS))
        raise CellError(
            Problem(
                "CONCEPT",
                quoted(f"is no concept of {name.en}", f"不是 {name.zh} 中的概念", text),
                self.nearest(text, schemes),
            )
        )

    def nearest(self, text: str, schemes: tuple[str, ...]) -> Text:
        """The remedy for an unknown concept: those that are much like it, and the sheet for new ones."""
        concepts = {one.iri: one.label for scheme in schemes for one in self.vocabulary.concepts.get(scheme, ())}
        near = [thing for thing in self.known.near(text, ()) if thing in concepts]
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

    deciding: Mapping[str, Column] = {}
    """The columns of the sheet that is being read, by name."""

    def thing(self, column: Column, text: str) -> ox.NamedNode:
        """The thing of the classes of a column that a text means."""
        try:
            return self.known.resolve(text, column.among)
        except UnknownError as error:
            raise CellError(self.unknown(column, text, error)) from None

    def unknown(self, column: Column, text: str, error: UnknownError) -> Problem:
        """What to say of a name that means nothing that fits, or several things."""
        labels = [(self.known.label(one), curie(one)) for one in error.candidates]
        offered = Text(*(mark.join(f"“{label.say(tag)}” ({name})" for label, name in labels) for tag, mark in COMMAS))
        offered = Text(offered.en, offered.zh.replace(" (", "（").replace(")", "）"))
        if error.several:
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
            Text(f"did you mean {offered.en}? if it is another, {new.en}", f"是否指{offered.zh}？若为他者，{new.zh}"),
        )


COMMAS: tuple[tuple[str, str], ...] = (("en", ", "), ("zh", "、"))


def quoted(en: str, zh: str, text: str) -> Text:
    """A sentence about a text in quotation marks."""
    return Text(f"“{text}” {en}", f"“{text}”{zh}")


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


def slug(text: str) -> str:
    """A short name."""
    if not SLUG.fullmatch(text):
        raise CellError(
            Problem(
                "ID",
                quoted("is no short name", "不是简名", text),
                Text("use small letters, digits and single hyphens", "请只用小写字母、数字和单个连字符"),
            )
        )
    return text


def language(cell: Cell) -> str:
    """The code of a language that stands in a cell."""
    text = str(cell or "").strip()
    if not LANGUAGE.fullmatch(text):
        raise CellError(
            Problem(
                "LANGUAGE",
                quoted("is no code of a language", "不是语言代码", text),
                Text("write en, zh, ja, ko, fr or the like", "请填写 en、zh、ja、ko、fr 等"),
            )
        )
    return text


def dated(text: str) -> ox.Literal:
    """A year, month or day, as precise as it is written."""
    found = DATE.fullmatch(text)
    try:
        if not found:
            raise ValueError
        date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10])
    except ValueError:
        remedy = Text("write 2018, 2018-09 or 2018-09-28", "请写作 2018、2018-09 或 2018-09-28")
        if "/" in text:
            remedy = Text("put a period into the columns “start” and “end”", "时段请分别填入“start”和“end”两列")
        raise CellError(Problem("DATE", quoted("is no date", "不是日期", text), remedy)) from None
    return ox.Literal(text, datatype=XSD[TYPES[len(text)]])


def whole(text: str) -> ox.Literal:
    """A whole number."""
    if not (text.isascii() and text.isdigit()):
        raise CellError(
            Problem(
                "NUMBER",
                quoted("is no whole number", "不是整数", text),
                Text("write digits only; “about” and “more than” go to the column “bound”", "请只写数字；“约”“超过”等填入“bound”列"),
            )
        )
    return ox.Literal(str(int(text)), datatype=XSD["integer"])


def address(text: str) -> ox.NamedNode:
    """The address of a page."""
    if not ADDRESS.fullmatch(text):
        raise CellError(
            Problem(
                "ADDRESS",
                quoted("is no address", "不是网址", text),
                Text("write it from https:// on, without blanks", "请自 https:// 起填写，且不含空格"),
            )
        )
    return ox.NamedNode(text)


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
