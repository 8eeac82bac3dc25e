"""What rows say, sorted into files, with the cell from which each triple comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from ..engine import Triple
from ..findings import Finding
from ..language import Text
from ..namespaces import Term, expand, local_name
from .directory import Directory
from .facts import EVIDENCE, FactRow, Said, passage_triples
from .files import Files

__all__ = ["FactStatements"]

NO_EVIDENCE = "QO-601"


class FactStatements:
    """All that the rows of an import say."""

    def __init__(self, rows: Iterable[tuple[FactRow, list[Said]]], known: Directory, base: str) -> None:
        self._known = known
        self._files = Files(known.graph.engine, base)
        self._titles: dict[str, Text] = {}
        self._rows: dict[Term, list[FactRow]] = defaultdict(list)
        self._cells: dict[Triple, tuple[FactRow, str]] = {}
        self._about: dict[Term, list[Triple]] = defaultdict(list)
        all_rows = list(rows)
        for row, _ in all_rows:
            for node in row.nodes.values():
                self._rows[node].append(row)
                self._files.settle(node, row.file(), row.owner)
        for row, said in all_rows:
            self._add(row, said)

    def _add(self, row: FactRow, said: Iterable[Said]) -> None:
        file = self._files.of(row.node)
        for thing in (row.node, row.owner):
            if file.endswith(f"/{local_name(thing.value)}.ttl"):
                self._titles[file] = self._known.label(thing)
        for one in said:
            self._put(file, one.triple, row, one.column)
        for passage, source, where in row.evidence(self._known):
            for node in row.nodes.values():
                self._put(file, ox.Triple(node, EVIDENCE, passage), row, "source")
            if (source, where) not in self._known.passages:
                for triple in passage_triples(passage, source, where):
                    self._put(self._files.of(source), triple, row, "locator")

    def _put(self, file: str, triple: Triple, row: FactRow, column: str) -> None:
        self._files.triples[file].append(triple)
        if triple not in self._cells and isinstance(triple.subject, ox.NamedNode):
            self._cells[triple] = row, column
            self._about[triple.subject].append(triple)

    def texts(self) -> dict[str, str]:
        """The text of each file by its name in the folder."""
        return self._files.texts(self._titles)

    def cell(self, found: Finding) -> tuple[FactRow | None, str]:
        """The row and the column that are to be mended: those of the triple that a finding is about, else the column in
        which what is missing would stand, else the row."""
        path = str(found.path) if found.path is not None else ""
        about = self._about.get(found.node, []) if found.node is not None else []
        for triple in about if path or found.value is not None else ():
            if (not path or str(triple.predicate) in path) and found.value in (None, triple.object):
                return self._cells[triple]
        for row in self._rows.get(found.node, ()) if found.node is not None else ():
            for pattern in row.sheet.patterns:
                if f"<{expand(pattern.predicate)}>" in path:
                    return row, pattern.object.strip("{}")
            return row, "source" if found.code == NO_EVIDENCE else ""
        return (self._cells[about[0]][0], "") if about else (None, "")
