"""Alliances side by side: attribute by attribute, with differences, gaps in knowledge and rival accounts marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pyoxigraph import NamedNode

from .. import terms
from ..errors import InputError, choose_from
from ..knowledge import KnowledgeGraph
from ..knowledge.parameters import as_date
from ..language import Language, Text
from ..namespaces import curie
from ..telling.dates import date_in_words
from ..telling.evidence import counted, notes_of
from ..telling.facts import Facts
from ..telling.leads import Leads
from ..telling.rows import Fact, rows
from ..telling.sentences import Lead
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliances
from .attributes import ATTRIBUTES, DIMENSIONS, Attribute
from .comparison_cells import NONE, NOT_STATED, UNKNOWN, ComparisonCells

__all__ = ["DIMENSIONS", "LEGEND", "NONE", "NOT_STATED", "UNKNOWN", "Comparison", "compare"]

TITLE = Text("Alliances side by side", "联盟比较")
HEAD = (Text("dimension", "维度"), Text("attribute", "属性"), Text("difference", "差异"))
LONG = (Text("alliance", "联盟"), Text("values", "取值"))
VALUES = (Text("alliance", "联盟"), Text("value", "取值"), Text("remark", "备注"))
AS_OF = Text(
    "As of {date}: what came certainly later is left out; what has no date stays, for no source says since when it "
    "holds.",
    "截至{date}：确定在其后的内容不列入；没有日期的内容仍予列出，因为没有来源说明其起始时间。",
)
CUT = Text(
    "Of more than {most} values of a cell the first {most} are told, shared ones before others; --long tells all.",
    "一格超过{most}项的，只列{most}项，共有的在先；全部内容请用--long查看。",
)
NONE_YET = Text("none of these alliances had been founded by {date}", "截至{date}，这些联盟均未成立")
MOST_LEADS = 3
LEGEND = (
    Text(
        "= the same, ≈ the same in part, ≠ nothing in common, as far as sources list it; * another of these alliances "
        "has it too. There is no sign where values cannot be set against each other or fewer than two alliances have "
        "any.",
        "就来源所列而言：= 相同，≈ 部分相同，≠ 没有共同之处；* 所比较的其他联盟也有。取值之间无从比较，"
        "或有取值的联盟不足两家时，不作标记。",
    ),
    Text(
        "… the source leaves its list open, ✓ its list is complete; without either the source does not say.",
        "… 来源未列尽，✓ 来源所列完整；两者皆无表示来源未作说明。",
    ),
    Text(
        "unknown: no source in the graph tells of any, which does not mean that there is none. not stated, not named: "
        "a source tells that there is something, but not what or when. none: a source counts zero.",
        "未知：图谱所收来源均未提及，不等于没有。未说明、未列名：来源表明存在，但未说明内容或时间。无：来源计数为零。",
    ),
)


def compare(
    graph: KnowledgeGraph,
    *alliances: str,
    dimensions: Iterable[str] = (),
    as_of: str | None = None,
    sources: bool = False,
    long: bool = False,
    values: bool = False,
    known: bool = False,
    most: int | None = None,
    language: Language = "en",
) -> AnnotatedTable:
    """Alliances as columns and attributes as rows; or with ``long`` one row for each attribute and alliance.

    Without ``alliances``, those that a study compares; without ``dimensions``, all of ``formation``, ``goals``,
    ``structure`` and ``initiatives``. With ``values`` there is one row for each value, with its sources.
    ``as_of`` is a year, month or day: what came certainly later is left out.
    ``sources`` adds the evidence of each cell as notes; ``known`` leaves out rows of which nothing is known.
    A cell tells ``most`` values and how many more there are; without a number, all.

    >>> from qontology import load
    >>> table = compare(load(), "QED-C", "QUTAC", dimensions=["formation"])
    >>> [row.cells for row in table.rows if row.cells[0] == "founded"]
    [('founded', '≠', '2018', '2021-06')]

    :raises InputError: for an alliance, dimension or date that is none, or where no alliance is left.
    """
    wanted = list(dimensions) or list(DIMENSIONS)
    for dimension in wanted:
        if dimension not in DIMENSIONS:
            raise InputError(
                Text(f"there is no dimension {dimension}", f"没有维度 {dimension}"),
                remedy=choose_from(DIMENSIONS),
            )
    chosen = as_alliances(graph, alliances)
    attributes = [attribute for attribute in ATTRIBUTES if attribute.dimension in wanted]
    return in_languages(
        lambda tongue: Comparison(graph, chosen, as_date(as_of), sources, tongue, most).table(
            attributes, long=long, values=values, known=known
        ),
        language,
    )


class Comparison(ComparisonCells):
    """Some alliances attribute by attribute, those that had been founded by a date."""

    def __init__(
        self,
        graph: KnowledgeGraph,
        alliances: list[NamedNode],
        until: str | None,
        sources: bool,
        language: Language,
        most: int | None = None,
    ) -> None:
        facts = Facts(graph, until)
        self.until = until
        self.later = {
            fact.alliance: fact.value.value
            for fact in rows(graph, "compare/formation", Fact)
            if fact.attribute == terms.hasFounding and not fact.rival and not facts.of(fact.alliance, terms.hasFounding)
        }
        self.left_out = [alliance for alliance in alliances if alliance in self.later]
        there = [alliance for alliance in alliances if alliance not in self.later]
        if not there:
            raise InputError(
                NONE_YET.format(date=date_in_words(until or "")),
                remedy=Text("give a later date", "请给出更晚的日期"),
            )
        super().__init__(Words(graph, language), facts, there, sources=sources, most=most)

    def table(self, attributes: Sequence[Attribute], *, long: bool, known: bool, values: bool) -> AnnotatedTable:
        """The attributes, with leads, title, legend and notes."""
        say = self.words.say
        shortest = [self.words.short(alliance) for alliance in self.alliances]
        # Columns have to differ, also where a reader's own alliance goes by the name of another.
        names = [
            name if shortest.count(name) == 1 else curie(alliance)
            for name, alliance in zip(shortest, self.alliances, strict=True)
        ]
        leads = self.leads({attribute.dimension for attribute in attributes})
        body: list[Row] = []
        known_rows: list[Row] = []
        unknown = 0
        for attribute in attributes:
            group = say(*DIMENSIONS[attribute.dimension])
            first = (say(*attribute.name), self.difference(attribute))
            cells = [self.cell(alliance, attribute) for alliance in self.alliances]
            told = [cell.text != say(*UNKNOWN) for cell in cells]
            unknown += told.count(False)
            if values:
                rows = [
                    Row(group, (*first, who, value.text, remark), value.notes)
                    for who, alliance in zip(names, self.alliances, strict=True)
                    for value, remark in self.values(alliance, attribute)
                ]
                known_rows += [row for row in rows if row.cells[3] != say(*UNKNOWN)]
            elif long:
                rows = [
                    Row(group, (*first, who, cell.text), cell.notes) for who, cell in zip(names, cells, strict=True)
                ]
                known_rows += [row for row, is_known in zip(rows, told, strict=True) if is_known]
            else:
                rows = [Row(group, (*first, *(cell.text for cell in cells)), notes_of(cells))]
                known_rows += rows if any(told) else []
            body += rows
        columns: tuple[Text | str, ...] = (*HEAD, *(VALUES if values else LONG if long else names))
        remarks = [coverage(unknown, len(attributes) * len(names)), *self.remarks()]
        if known:
            remarks.insert(1, left_out(len(body) - len(known_rows)))
        nested = len(HEAD) if long or values else 1
        return annotated(self.evidence, TITLE, columns, known_rows if known else body, remarks, nested, leads)

    def leads(self, dimensions: Collection[str]) -> list[Lead]:
        """What the rows of these dimensions say, in three sentences at most."""
        leads = Leads(self.evidence, self.facts, self.alliances)
        telling = {
            "formation": [leads.modes, leads.foundings], "goals": [leads.themes],
            "structure": [leads.members], "initiatives": [leads.initiatives],
        }  # fmt: skip
        tellers = [tell for each in DIMENSIONS if each in dimensions for tell in telling[each]]
        if len(tellers) > MOST_LEADS:
            tellers = [leads.modes, leads.themes, leads.members]
        return [lead for tell in tellers for lead in tell()]

    def remarks(self) -> list[Text]:
        """How to read the signs, and what a date leaves out."""
        texts = list(LEGEND)
        if self.is_cut:
            texts.append(CUT.format(most=self.most))
        if self.until:
            texts.append(AS_OF.format(date=date_in_words(self.until)))
        if self.left_out:
            who = [
                f"{self.words.short(alliance)} {self.words.date(self.later[alliance])}" for alliance in self.left_out
            ]
            texts.append(Text(f"Founded later: {', '.join(who)}.", f"成立更晚的联盟：{'、'.join(who)}。"))
        return texts


def coverage(unknown: int, cells: int) -> Text:
    """Of how much nothing is known."""
    verb = "is" if unknown == 1 else "are"
    return Text(
        f"Of {cells} cells {unknown} {verb} unknown."
        if unknown
        else f"Something is known in each of the {cells} cells.",
        f"{cells}格中有{unknown}格未知。" if unknown else f"{cells}格均有已知内容。",
    )


def left_out(number: int) -> Text:
    """How many rows are not told, since nothing is known of them."""
    verb = "is" if number == 1 else "are"
    return Text(
        f"{counted(number, 'row')} of which nothing is known {verb} left out.", f"略去没有已知内容的{number}行。"
    )
