"""What files import by owl:imports, from a folder or a catalogue of the user: nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pyoxigraph import NamedNode

from ..errors import InputError
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import OWL, RDF, RDFS, SH, XSD
from ..reading import Source, find_sources
from ..reading.raw import MOST_BYTES, read_bytes
from ..reading.surroundings import ALONE, Surroundings

__all__ = ["Catalog", "Imports", "catalog_files"]

CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog "
NOT_READ = "import-not-read"
BUILT_IN = frozenset(name.base.rstrip("#/") for name in (RDF, RDFS, OWL, SH, XSD))
"""Vocabularies that mean what they mean without being read."""

SHOWN = 3


class Entry(NamedTuple):
    """A line of a catalogue in XML: an IRI, and the file that has what it names."""

    iri: str
    file: str
    catalog: str
    line: int

    def source(self, around: Surroundings) -> Source:
        """The file.

        :raises InputError: where there is none, with the line of the catalogue.
        """
        try:
            return find_sources([self.file], around)[0]
        except InputError as error:
            message = Text(f"names {self.file}: {error.message.en}", f"所列文件 {self.file} {error.message.zh}")
            raise InputError(message, remedy=error.remedy, file=self.catalog, line=self.line) from None


class Catalog:
    """Ontologies by their names: of folders and files of RDF, and of catalogues in XML as ontology editors write them.

    :param names: the folders and files.
    :param around: what the files may need.
    :raises InputError: where a name leads to nothing, or a catalogue is none.
    """

    def __init__(self, names: Iterable[str | PathLike[str]] = (), around: Surroundings = ALONE) -> None:
        self._places: list[Source | Entry] = []
        for each in names:
            name = fspath(each)
            self._places += entries(name) if name.lower().endswith(".xml") else find_sources([name], around)
        self._around = around

    def __bool__(self) -> bool:
        return bool(self._places)

    def find(self, name: str) -> Source | None:
        """The file that holds an ontology.

        :raises InputError: where a catalogue names a file that there is not.
        """
        found = self._files.get(plain(name))
        return found.source(self._around) if isinstance(found, Entry) else found

    @cached_property
    def _files(self) -> dict[str, Source | Entry]:
        found: dict[str, Source | Entry] = {}
        for place in self._places:
            if isinstance(place, Source):
                for iri in declared([place]):
                    found.setdefault(iri, place)
            else:
                found.setdefault(plain(place.iri), place)
        return found


class Imports:
    """Follows owl:imports from file to file; ``missing`` tells of those that lead nowhere."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.missing: list[Finding] = []

    def of(self, sources: Iterable[Source], known: Iterable[Source] = ()) -> tuple[Source, ...]:
        """The files that these import, and those that they import in turn, without those that are read anyway.

        :param known: what is read beside them.
        """
        named = list(sources)
        importing = [source for source in named if imported(source)]
        if not importing:
            return ()
        seen = declared([*named, *known]) | BUILT_IN
        found: list[Source] = []
        for source in importing:  # grows while it is walked
            absent: list[tuple[NamedNode, NamedNode]] = []
            for ontology, target in imported(source):
                if plain(target.value) in seen or source.has_subject(target):
                    continue
                file = self._catalog.find(target.value)
                if file is None:
                    absent.append((ontology, target))
                    continue
                seen |= {plain(target.value)} | declared([file])
                found.append(file)
                importing.append(file)
            if absent:
                self.missing.append(not_read(source, absent, bool(self._catalog)))
        return tuple(found)


def imported(source: Source) -> list[tuple[NamedNode, NamedNode]]:
    """The pairs of ontology and what it imports in a file; of one that cannot be read, none."""
    try:
        if b"imports" not in source.data:
            return []
        pairs = [(quad.subject, quad.object) for quad in source.quads() if quad.predicate == OWL["imports"]]
    except InputError:  # told elsewhere
        return []
    return [(one, other) for one, other in pairs if isinstance(one, NamedNode) and isinstance(other, NamedNode)]


def declared(sources: Iterable[Source]) -> set[str]:
    """The names of the ontologies that files hold, and of their versions."""
    found: set[str] = set()
    for source in sources:
        try:
            if b"Ontology" not in source.data and b"versionIRI" not in source.data:
                continue
            for quad in source.quads():
                is_typed = quad.predicate == RDF["type"] and quad.object == OWL["Ontology"]
                name = quad.subject if is_typed else quad.object if quad.predicate == OWL["versionIRI"] else None
                if isinstance(name, NamedNode):
                    found.add(plain(name.value))
        except InputError:
            continue
    return found


def plain(iri: str) -> str:
    """An IRI without the sign at its end, in which an import and the ontology's own name often differ."""
    return iri.rstrip("#/")


def catalog_files(name: str) -> tuple[str, ...]:
    """The files that a catalogue in XML names; none of another file, or of one that cannot be read."""
    try:
        return tuple(entry.file for entry in entries(name)) if name.lower().endswith(".xml") else ()
    except InputError:
        return ()


def entries(name: str) -> list[Entry]:
    """The IRIs of a catalogue in XML with their files, which lie beside it."""
    from xml.parsers import expat

    found: list[Entry] = []
    roots: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        roots[:] = roots or [tag]
        iri, file = attributes.get("name"), attributes.get("uri")
        if tag == f"{CATALOG}uri" and iri and file and ":" not in file.partition("/")[0]:
            found.append(Entry(iri, str(Path(name).parent / unquote(file)), name, parser.CurrentLineNumber))

    def entity(*_: object) -> None:
        raise ValueError("it declares entities")

    parser.StartElementHandler, parser.EntityDeclHandler = start, entity
    try:
        parser.Parse(read_bytes(name, Path(name), MOST_BYTES), True)
        if roots != [f"{CATALOG}catalog"]:
            raise ValueError("its root is no catalogue")
    except (expat.ExpatError, ValueError) as error:
        raise InputError(
            Text(f"is not an XML catalogue: {error}", f"不是 XML 目录文件：{error}"),
            remedy=Text(
                "name a folder, or a catalogue as ontology editors write it", "请指定文件夹或本体编辑器生成的目录文件"
            ),
            file=name,
        ) from None
    return found


def not_read(source: Source, absent: Sequence[tuple[NamedNode, NamedNode]], is_asked: bool) -> Finding:
    """What a file imports and nobody has: advice, and a warning where a catalogue was to have it."""
    ontology, target = absent[0]
    at = source.positions.find(ontology, OWL["imports"], target)
    names = ", ".join(str(other) for _, other in absent[:SHOWN])
    more = Text(f" and {len(absent) - SHOWN} more", f" 等 {len(absent)} 项") if len(absent) > SHOWN else Text("", "")
    message = Text(f"owl:imports was not followed: {names}{more.en}", f"owl:imports 未读取：{names}{more.zh}")
    if is_asked:
        message = Text(f"the catalogue does not have {names}{more.en}", f"目录中没有 {names}{more.zh}")
    return Finding(
        NOT_READ,
        Severity.WARNING if is_asked else Severity.INFO,
        None,
        message,
        remedy=Text(
            "name a folder or a catalogue that has it with --catalog", "请用 --catalog 指定含有它的文件夹或目录文件"
        ),
        file=source.name,
        line=at and at.line,
        column=at and at.column,
    )
