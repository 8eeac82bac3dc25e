"""From sheets to Turtle: all rows or none, each with its source, and what is wrong by sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path

import pyoxigraph as ox

from ..engine import Embedded
from ..findings import Finding, Report, Severity
from ..knowledge import KnowledgeGraph
from ..language import Text
from ..namespaces import RDF, SKOS
from ..reading import Source, find_sources, shipped
from ..validation import validate
from .books import read_book
from .cells import CellError, Cells
from .checks import contradictions, doubles, renamed, repeated
from .directory import SHOWN, Directory
from .facts import IDS, FactRow, value_of
from .files import is_ours
from .grids import Grid
from .headers import rows_of
from .places import CellPlace, Problem, finding
from .sheets import ROW
from .statements import FactStatements
from .vocabulary import Vocabulary

__all__ = ["Import", "Imported", "import_sheets"]

LATER = ("concept", "thing")
"""The kinds of cells that can only be read when it is known what the rows describe."""

NAMING = {*SHOWN, SKOS["hiddenLabel"].value, "https://schema.org/sameAs", "http://xmlns.com/foaf/0.1/homepage"}


@dataclass(frozen=True)
class Imported:
    """What sheets say: the texts of Turtle files by their names in a folder, and what is wrong with the sheets.

    The texts are empty where something is wrong that forbids to write them.
    """

    texts: dict[str, str]
    report: Report


def import_sheets(
    path: str | PathLike[str],
    *,
    data: Iterable[str | PathLike[str]] = (),
    output: str | PathLike[str] | None = None,
    base: str = IDS,
) -> Imported:
    """Reads a workbook, or a folder of CSV files, as ``qontology template`` writes them.

    :param path: the workbook or the folder.
    :param data: RDF files that are known beside what is shipped.
    :param output: the folder into which the texts are to be written; what an import has written there is not known to
        this one, since it is written anew.
    :param base: the namespace of the IRIs that are made, with a slash at its end.

    :raises InputError: where the file cannot be read or is no workbook, or a name in ``data`` leads to nothing.
    """
    grids = read_book(str(path))
    return Import(grids, str(path), find_sources(data), Path(output) if output else None, base).result()


class Import:
    """One import; the steps are in the order in which they are called by :meth:`result`."""

    def __init__(
        self,
        grids: Sequence[Grid],
        path: str,
        beside: Sequence[Source] = (),
        output: Path | None = None,
        base: str = IDS,
    ) -> None:
        self.grids = grids
        self.path = path
        self.base = base
        known = [one for one in (*shipped("ontology"), *shipped("data"), *beside) if not is_made_anew(one, output)]
        self.beside = [source for source in beside if source in known]
        self.output = output
        store = ox.Store()
        for source in known:
            source.load(store)
        graph = KnowledgeGraph(Embedded(store))
        self.known = Directory(graph)
        self.vocabulary = Vocabulary(graph)
        self.cells = Cells(self.known, self.vocabulary)
        self.problems: list[tuple[CellPlace, Problem]] = []

    def result(self) -> Imported:
        """The texts and the report."""
        rows = rows_of(self.grids, self.vocabulary.sheets(), self.path, self.problems)
        self.problems += repeated(rows)
        for row in rows:
            self.read(row, [name for name, one in row.sheet.by_name.items() if one.kind not in LATER])
        minted = self.mint(rows)
        for row in minted:
            self.read(row, [name for name in row.sheet.by_name if name not in row.values])
            row.mint(self.base)
        self.check_filled(rows)
        self.check_locators(minted)
        self.problems += contradictions(minted)
        statements = self.statements(minted)
        texts = statements.texts()
        findings = [finding(place, problem) for place, problem in self.problems]
        if not any(one.severity == Severity.VIOLATION for one in findings):
            findings += self.judged(texts, statements)
        report = Report.of(findings, engine="embedded", shapes=(), data=[grid.file for grid in self.grids])
        return Imported({} if report.at_least(Severity.VIOLATION) else texts, report)

    def read(self, row: FactRow, columns: Iterable[str]) -> None:
        """Reads cells of a row; what is wrong with one goes to the problems."""
        self.cells.deciding = row.sheet.by_name
        for name in columns:
            column = row.sheet.by_name[name]
            try:
                row.values[name] = self.cells.read(column, row.cells.get(name), row.cells)
            except CellError as error:
                row.values[name] = []
                self.problems.append((row.place(name), error.problem))
                row.failed.add(name)

    def mint(self, rows: Sequence[FactRow]) -> list[FactRow]:
        """Gives each row its node, as soon as what makes its IRI is known; gives back those that have got one."""
        waiting, minted = list(rows), set[int]()
        while waiting:
            later = []
            for row in waiting:
                if not self.has_keys(row):
                    later.append(row)
                    continue
                row.mint(self.base)
                if ROW in row.nodes:
                    minted.add(id(row))
                    self.learn(row)
            if len(later) == len(waiting):
                break
            waiting = later
        for row in waiting:
            self.read(row, [name for name in row.sheet.by_name if name not in row.values])
        return [row for row in rows if id(row) in minted]

    def has_keys(self, row: FactRow) -> bool:
        """Whether what makes the IRI of a row can be read by now."""
        self.cells.deciding = row.sheet.by_name
        by_name = row.values.get("id") and "{id}" not in row.sheet.nodes[ROW]
        keys = [] if by_name else [key for key in row.sheet.keys if key not in row.values]
        for key in keys:
            try:
                row.values[key] = self.cells.read(row.sheet.by_name[key], row.cells.get(key), row.cells)
            except CellError:
                return False
        return True

    def learn(self, row: FactRow) -> None:
        """Makes known what a row describes, by its names."""
        triples = [said.triple for said in row.says()]
        self.known.add(row.node, [value_of(one) for one in triples if one.predicate == RDF["type"]])
        for triple in triples:
            subject, predicate, name = triple
            if not isinstance(subject, ox.NamedNode) or not isinstance(name, ox.NamedNode | ox.Literal):
                continue
            if predicate.value in NAMING:
                self.known.add_name(subject, name, predicate.value)
            if predicate == SKOS["inScheme"]:
                self.vocabulary.add(subject, name.value, self.known.label(subject))

    def check_filled(self, rows: Iterable[FactRow]) -> None:
        """Refuses rows in which something is empty that must be filled in; of one without all of it, says so once."""
        broken = {place for grid in self.grids for place, _ in grid.problems}
        for row in rows:
            must = [name for name, column in row.sheet.by_name.items() if column.must]
            open_ = [name for name in must if not row.values.get(name) and name not in row.failed]
            empty = [name for name in open_ if row.place(name) not in broken]
            if len(empty) == len(must) > 1:
                self.problems.append((row.place(), NO_FACT.format(", ".join(must), "、".join(must))))
            else:
                self.problems += [(row.place(name), EMPTY.format(name)) for name in empty]

    def check_locators(self, rows: Iterable[FactRow]) -> None:
        """Refuses rows whose places in sources are not as many as the sources."""
        for row in rows:
            sources, places = row.values.get("source", []), row.values.get("locator", [])
            if places and len(places) != len(sources):
                self.problems.append((row.place("locator"), LOCATORS.format(len(places), len(sources))))
                row.values["locator"] = []

    def statements(self, rows: Sequence[FactRow]) -> FactStatements:
        """What the rows say."""
        for row in rows:
            row.name_by_rule(self.known)
        said = [(row, list(row.says())) for row in rows]
        self.problems += [*doubles(said, self.known), *renamed(said, self.known)]
        return FactStatements(said, self.known, self.base)

    def judged(self, texts: dict[str, str], statements: FactStatements) -> list[Finding]:
        """What validation finds in the texts, at the cells from which it comes."""
        folder = self.output or Path()
        named = [
            Source(name, text.encode(), ox.RdfFormat.TURTLE, path=folder / name) for name, text in sorted(texts.items())
        ]
        found = validate(*named, *self.beside).findings if named else ()
        return [self.at_cell(one, *statements.cell(one)) for one in found]

    def at_cell(self, found: Finding, row: FactRow | None, column: str) -> Finding:
        """A finding of validation at the cell that is to be mended."""
        place = row.place(column or None) if row else CellPlace(self.path)
        told = finding(place, Problem(found.code, found.message, found.remedy or found.message, found.severity))
        return replace(found, message=told.message, file=place.file, line=place.row, column=place.column)


def is_made_anew(source: Source, folder: Path | None) -> bool:
    """Whether a file comes from an earlier import into a folder."""
    path = source.path.resolve()
    return folder is not None and path.is_relative_to(folder.resolve()) and is_ours(path)


EMPTY = Problem(
    "EMPTY",
    Text("the column “{0}” must be filled in", "“{0}”列必须填写"),
    Text("fill it in, or remove the row", "请填写，或删去本行"),
)
NO_FACT = Problem(
    "EMPTY",
    Text("the row says nothing: {0} are empty", "本行未说明任何事实：{1} 均为空"),
    Text("fill them in, or remove the row", "请填写，或删去本行"),
)
LOCATORS = Problem(
    "LOCATOR",
    Text("there are {0} places for {1} sources", "来源 {1} 个，位置却有 {0} 处"),
    Text("give one place a source, parted by |, or none at all", "每个来源各填一处，以 | 分隔，或全部留空"),
)
