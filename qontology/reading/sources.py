"""Sources: the files that a user names, each with its bytes, its statements and their places."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from functools import cached_property
from os import PathLike, fspath
from os.path import realpath
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse

from .. import assets
from ..engine import feeding
from ..errors import InputError
from ..language import Text
from ..turtle import Positions
from . import faults
from .documents import to_n_triples
from .mentions import Mentions
from .raw import MOST_BYTES, STANDARD_INPUT, read_bytes
from .surroundings import ALONE, Surroundings
from .syntax import of_syntax

__all__ = ["Source", "find_sources", "shipped"]

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
"""The formats by the ending of a file; files with these endings are read where a folder is named."""

ENDINGS = FORMATS | {".owl": RdfFormat.RDF_XML, ".xml": RdfFormat.RDF_XML, ".json": RdfFormat.JSON_LD}
"""The formats by every ending that a file may have which is named itself."""

DOCUMENTS = (RdfFormat.RDF_XML, RdfFormat.JSON_LD)


class Source:
    """One file, or standard input, in an RDF format.

    Nothing is read before it is asked for. What the file holds is checked when :attr:`data` is first read; all methods
    below raise :class:`~qontology.errors.InputError` for what is wrong with it.

    :param name: the name by which messages call it, as the user wrote it.
    :param data: the bytes, where they do not come from a file.
    :param format: the format of these bytes; by default what they look like.
    :param path: where the file lies, if not at its name.
    :param around: the base and the contexts that it may need.
    """

    def __init__(
        self,
        name: str,
        data: bytes | None = None,
        format: RdfFormat | None = None,
        *,
        path: Path | None = None,
        around: Surroundings = ALONE,
    ) -> None:
        self.name = name
        self.path = Path(name) if path is None else path
        self._data = data
        self._format = format
        self.around = around

    @cached_property
    def data(self) -> bytes:
        """The text of the file in UTF-8, unpacked and without byte order mark."""
        return faults.checked(self._raw if self._data is None else self._data, self.name, MOST_BYTES)

    @cached_property
    def format(self) -> RdfFormat:
        """The format that the ending of the name tells; of bytes without a file, the one that they look like."""
        if self._data is None:
            return format_of(self.name)
        return self._format or faults.looks_like(self.data) or RdfFormat.TRIG

    @cached_property
    def statements(self) -> tuple[bytes, RdfFormat]:
        """The statements as text in a format that is read line by line; of RDF/XML and JSON-LD, as N-Triples."""
        if self.format in DOCUMENTS:
            return to_n_triples(self.data, self.format, self.name, self.around), RdfFormat.N_TRIPLES
        return self.data, self.format

    @cached_property
    def positions(self) -> Positions | Mentions:
        """The places of the statements."""
        if self.format in DOCUMENTS:
            return Mentions(self.data, self.statements[0])
        return Positions(self.data, base=self.around.base)

    def load(self, store: Store, instead: Iterable[bytes] | None = None) -> None:
        """Adds the statements, of whatever graph, to the default graph of a store: all of them or none.

        :param instead: what stands for the text of Turtle or N-Triples, in pieces.
        """
        text, format = self.statements
        if format in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES):
            with of_syntax(self.name, self.data, self.format):
                try:
                    if instead is None:
                        store.load(text, format, base_iri=self.around.base)
                    else:
                        feeding.load(store, instead, format, self.around.base)
                except MemoryError:  # at a term of many megabytes, which is read in bulk
                    store.bulk_load(b"".join(instead or [text]), format, base_iri=self.around.base)
        else:
            store.bulk_extend(Quad(*quad.triple) for quad in self.quads())
        if not self._says_anything:
            raise faults.no_statement(self.name)

    @property
    def _says_anything(self) -> bool:
        """Whether there is a statement; a first one so long that only a store reads it counts too."""
        try:
            return next(self.quads(), None) is not None
        except InputError:
            return True

    def quads(self) -> Iterator[Quad]:
        """The statements with their literals as they are written; blank nodes get labels that no other file has."""
        text, format = self.statements
        with of_syntax(self.name, self.data, self.format):
            yield from parse(text, format, base_iri=self.around.base, rename_blank_nodes=True)

    def line_text(self, line: int) -> str | None:
        """The text of a line, without its end; None where there is no such line, or the file is no text."""
        return self._lines[line - 1] if 1 <= line <= len(self._lines) else None

    @cached_property
    def _lines(self) -> list[str]:
        try:
            return [line.rstrip("\r") for line in self.data.decode().split("\n")]
        except InputError:
            return []

    def has_subject(self, node: NamedNode | BlankNode) -> bool:
        """Whether the file says something of a node; never of a blank node, which has no name outside."""
        if isinstance(self.positions, Mentions):
            return self.positions.has_subject(node)
        return isinstance(node, NamedNode) and self.positions.find(node) is not None

    @property
    def _raw(self) -> bytes:
        return read_bytes(self.name, self.path, MOST_BYTES)


def shipped(folder: str) -> list[Source]:
    """The files of one folder of assets, named as they lie in the repository."""
    return [Source(path.relative_to(assets.root()).as_posix(), path=path) for path in assets.files(folder)]


def find_sources(names: Iterable[str | PathLike[str] | Source], around: Surroundings = ALONE) -> list[Source]:
    """The sources behind names of files and folders, patterns (``data/*.ttl``), and ``-`` for standard input.

    Of a folder, all files in it that have an ending of RDF, in its subfolders too. Each file counts once.

    :param around: the base and the contexts that they may need.

    :raises InputError: where a name leads to no file, or to something that cannot be read as one.
    """
    found: dict[object, Source] = {}
    for name in names:
        if isinstance(name, Source):
            found.setdefault(name, name)
        elif name == STANDARD_INPUT:
            text = read_bytes(STANDARD_INPUT, most=MOST_BYTES)
            found.setdefault(STANDARD_INPUT, Source(STANDARD_INPUT, text, around=around))
        else:
            for file in files(fspath(name)):
                format_of(file)
                found.setdefault(realpath(file), Source(file, around=around))
    return list(found.values())


def files_of(names: Iterable[str | PathLike[str] | Source]) -> list[Path]:
    """The files that would be read for these names, without standard input.

    :raises InputError: as :func:`find_sources` does.
    """
    return [source.path for source in find_sources(name for name in names if name != STANDARD_INPUT)]


def files(name: str) -> list[str]:
    """The files that one name stands for."""
    path = named(name)
    with faults.of_system(name):
        if glob.has_magic(name) and not path.exists():
            matches = glob.glob(name, recursive=True)  # noqa: PTH207 - Path.glob knows no absolute patterns
            return sorted(match for match in matches if ending(match) in FORMATS) or faults.no_file_in(name)
        if path.is_dir():
            inside = sorted(str(file) for file in path.rglob("*") if ending(file.name) in FORMATS and file.is_file())
            return inside or faults.no_file_in(name)
        mode = path.stat().st_mode
    faults.check_kind(mode, name)
    return [name]


def named(name: str) -> Path:
    """The path of a name.

    :raises InputError: where it is empty, which would mean the folder of the day.
    """
    if not name:
        raise InputError(
            Text("the name of a file is empty", "文件名为空"),
            remedy=Text("see whether a variable is unset; . is this folder", "请检查变量是否未设置；当前文件夹写作 ."),
        )
    return Path(name)


def ending(name: str) -> str:
    """The ending that tells the format, in lower case, ``.gz`` left out."""
    return Path(name.lower().removesuffix(".gz")).suffix


def format_of(name: str) -> RdfFormat:
    """The format that a name tells.

    >>> format_of("mine.ttl.gz").name
    'Turtle'

    :raises InputError: where the ending tells none.
    """
    format = ENDINGS.get(ending(name))
    if format is None:
        raise InputError(
            Text("the ending of the file tells no RDF format", "无法由文件扩展名判断 RDF 格式"),
            remedy=Text(
                "use .ttl, .nt, .nq, .trig, .rdf or .jsonld, with or without .gz",
                "请使用 .ttl、.nt、.nq、.trig、.rdf 或 .jsonld（可另加 .gz）",
            ),
            file=name,
        )
    return format
