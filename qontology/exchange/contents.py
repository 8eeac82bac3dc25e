"""Contents: what is exported, from parts of what is shipped, things by name, and files."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple, NoReturn

import pyoxigraph as ox

from .. import __version__
from ..engine import Embedded, Triple
from ..errors import InputError
from ..knowledge import KnowledgeGraph, load
from ..knowledge.merging import ROOT, merged, ontologies
from ..knowledge.parameters import as_date
from ..language import Text
from ..namespaces import DCTERMS, OWL, RDF, local_name
from ..reading import Source, faults, find_sources, shipped
from ..reading.sources import ENDINGS, ending
from ..reasoning import GRAPHS, derive
from .by_source import by_source
from .excerpt import excerpt, is_told
from .links import Links, Value
from .owl_dl import owl_dl
from .until import later

__all__ = ["PARTS", "Contents", "Request", "contents", "of_part"]

PARTS = {
    "ontology": Text("ontology", "本体"),
    "vocabularies": Text("vocabularies", "词表"),
    "data": Text("data", "数据"),
    "all": Text("ontology, vocabularies and data", "本体、词表与数据"),
    "shapes": Text("shapes", "形状"),
    "alignments": Text("alignments", "对齐"),
}
"""The parts of what is shipped that can be exported, and what each is called."""

ALL = ("ontology", "vocabularies", "data")
FOLDERS = {"vocabularies": "ontology/vocabularies", "alignments": "ontology/alignments"}

EXPORTS = "https://w3id.org/qontology/export/"
ABOUT = Text("A part of Qontology, exported to be taken elsewhere.", "量子产业联盟本体的一部分，导出以供他处使用。")
LICENCE = ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
EDITORS = ox.NamedNode("https://w3id.org/qontology/id/organization/qontology-editors")


class Contents(NamedTuple):
    """Statements to export, each in its graph, and the things that were asked for by name."""

    quads: list[ox.Quad]
    things: tuple[ox.NamedNode, ...] = ()


def contents(
    *what: str | PathLike[str],
    data: Iterable[str | PathLike[str]] = (),
    elsewhere: KnowledgeGraph | None = None,
    as_of: str | None = None,
    derived: bool = False,
    dl: bool = False,
) -> Contents:
    """What is exported: parts of what is shipped (:data:`PARTS`), things by their names with all that belongs to them,
    and files; without any, ``all``.

    ``data`` are files that are read beside what is shipped; a graph ``elsewhere`` stands in the place of both, and all
    of it is the one part that it has. ``as_of`` is a year, month or day: what came certainly
    later is left out. With ``derived``, what follows by the rules is there too, in one named graph a rule. What we know
    from a source lies in the named graph of that source; the statements of files stay in their graphs. All of it is one
    ontology, with one header where there is any; with ``dl`` it keeps to OWL 2 DL, see
    :func:`qontology.exchange.owl_dl.owl_dl`.

    >>> import pyoxigraph as ox
    >>> found = contents("QUTAC", derived=True)
    >>> graphs = {quad.graph_name.value for quad in found.quads if quad.graph_name != ox.DefaultGraph()}
    >>> "https://w3id.org/qontology/id/source/paper-2022" in graphs
    True

    :raises InputError: for what is neither a part, a file nor the name of a thing, for a date that is none, and where
        nothing is left.
    """
    return Request.of(what, data, elsewhere).contents(as_of=as_of, derived=derived, dl=dl)


class Request(NamedTuple):
    """What was asked for: parts of what is shipped, files, and names of things, with files to read beside all; or all
    of a graph elsewhere, or things in it."""

    parts: list[str]
    files: list[Source]
    names: list[str]
    beside: list[Source]
    elsewhere: KnowledgeGraph | None = None

    @classmethod
    def of(
        cls,
        what: Iterable[str | PathLike[str]],
        data: Iterable[str | PathLike[str]],
        elsewhere: KnowledgeGraph | None = None,
    ) -> Request:
        """Tells the words apart.

        :raises InputError: where a file cannot be found, or where files or parts are asked of a graph elsewhere.
        """
        words = [fspath(word) for word in what] or ["all"]
        parts = [part for part in PARTS if part in words]
        files = [word for word in words if word not in PARTS and is_file(word)]
        names = [word for word in words if word not in PARTS and not is_file(word)]
        if elsewhere is not None and (files or parts not in ([], ["all"])):
            raise not_there(*files, *parts)
        return cls(parts, find_sources(files), names, find_sources(data), elsewhere)

    @property
    def sources(self) -> list[Source]:
        """The files of the parts, and beside these those that are read with them."""
        parts = dict.fromkeys(each for part in self.parts for each in (ALL if part == "all" else (part,)))
        if self.elsewhere is not None:
            return []
        return [*(source for part in parts for source in of_part(part)), *(self.beside if parts else ())]

    def contents(self, *, as_of: str | None = None, derived: bool = False, dl: bool = False) -> Contents:
        """What was asked for; see :func:`contents`."""
        date = as_date(as_of)
        own = [quad for source in self.files for quad in statements(source)]
        if not (self.parts or self.names or date or derived or dl):
            return Contents(merged(own))

        graph = load(*self.beside, *self.files) if self.elsewhere is None else self.elsewhere
        links = Links(graph.triples())
        things = tuple(graph.find(name) for name in self.names)
        gone = later(links, date) if date else set()
        for thing in things:
            if thing in gone:
                raise too_early(graph.label(thing), graph.label(thing, "zh"), date or "")
        ours = self.triples(links)
        triples = dict.fromkeys([*ours, *sorted(excerpt(links, things), key=str)])
        quads = [quad for quad in (*by_source(links, triples), *own) if not {quad.subject, quad.object} & gone]
        if derived:
            quads += derivations(links, gone, {quad.subject for quad in quads}, closed=bool(things))
        if not quads:
            raise nothing_left()
        if dl:
            quads = owl_dl(quads, links.triples)
        header = () if ROOT in ontologies(quads) or not (things or self.sources) else self.header(graph, things)
        return Contents(merged(quads, header, as_of=date), things)

    def triples(self, links: Links) -> Iterable[Triple]:
        """The triples of the parts."""
        if self.elsewhere is not None:
            return sorted(links.triples, key=str) if self.parts else ()
        return (quad.triple for source in self.sources for quad in statements(source))

    def header(self, graph: KnowledgeGraph, things: Sequence[ox.NamedNode]) -> list[Triple]:
        """The header of an export without the root of the ontology, which it imports."""
        slugs = [*self.parts, *(local_name(thing.value) for thing in things)]
        iri = ox.NamedNode(EXPORTS + "-".join(slugs))
        told: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
            (RDF["type"], OWL["Ontology"]),
            (OWL["imports"], ROOT),
        ]
        if not self.beside and self.elsewhere is None:
            told += [(DCTERMS["license"], LICENCE), (DCTERMS["creator"], EDITORS)]
        for tag, title, comma in (("en", "Qontology: ", ", "), ("zh", "量子产业联盟本体：", "、")):
            names = [getattr(PARTS[part], tag) for part in self.parts]
            names += [graph.label(thing, "zh" if tag == "zh" else "en") for thing in things]
            told.append((DCTERMS["description"], ox.Literal(getattr(ABOUT, tag), language=tag)))
            told.append((DCTERMS["title"], ox.Literal(title + comma.join(names), language=tag)))
        told.append((OWL["versionIRI"], ox.NamedNode(f"{iri.value}/{__version__}")))
        told.append((OWL["versionInfo"], ox.Literal(__version__)))
        return [ox.Triple(iri, predicate, value) for predicate, value in told]


def of_part(part: str) -> list[Source]:
    """The files of a part of what is shipped."""
    found = shipped(FOLDERS.get(part, part))
    return [source for source in found if part != "ontology" or "/vocabularies/" not in source.name]


def is_file(word: str) -> bool:
    """Whether a word is the name of a file rather than of a thing: something stands there, or it ends as files do."""
    return bool(word) and (
        word == "-" or ending(word) in ENDINGS or (glob.has_magic(word) and "/" in word) or Path(word).exists()
    )


def statements(source: Source) -> list[ox.Quad]:
    """The statements of a file.

    :raises InputError: where there is none.
    """
    return [*source.quads()] or nothing_in(source)


def derivations(links: Links, gone: set[Value], subjects: set[Value], *, closed: bool) -> list[ox.Quad]:
    """What follows by the rules about some subjects; where they are ``closed``, only what leads to one of them."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in links.triples if not {triple.subject, triple.object} & gone)
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(GRAPHS + name))
        for name, triples in derive(Embedded(store)).items()
        for triple in triples
        if triple.subject in subjects and (not closed or is_told(links, triple, subjects))
    ]


def nothing_in(source: Source) -> NoReturn:
    """Refuses a file without statements."""
    raise faults.no_statement(source.name)


def not_there(word: str, *_: str) -> InputError:
    """The error for a file or a part that is asked of a graph elsewhere."""
    return InputError(
        Text(
            f"{word} is no thing in a graph elsewhere, which has no files and no parts",
            f"{word} 不是别处图谱中的事物；别处的图谱没有文件，也不分部分",
        ),
        remedy=Text(
            "name things in it, or nothing (or all) for all of it", "请给出其中事物的名称；不给名称（或写 all）即为全部"
        ),
    )


def too_early(en: str, zh: str, date: str) -> InputError:
    """The error for a thing that there was not yet."""
    return InputError(
        Text(f"{en} came later than {date}", f"{zh}出现于 {date} 之后"),
        remedy=Text("name a later date with --as-of", "请用 --as-of 指定更晚的日期"),
    )


def nothing_left() -> InputError:
    """The error for an export that would hold nothing."""
    return InputError(
        Text("there is nothing to export: no statement is left", "没有可导出的内容：未剩下任何陈述"),
        remedy=Text("name a later date, or more than this", "请指定更晚的日期，或扩大导出范围"),
    )
