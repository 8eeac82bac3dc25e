"""``qontology export``: what is shipped, or files of one's own, in another RDF format."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...engine import Triple
from ...errors import InputError
from ...exchange import FORMATS, serialize
from ...language import Text
from ...reading import Source, find_sources, shipped
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "files",
        nargs="*",
        metavar=say("FILE", "文件"),
        help=say("files to convert; none: what is shipped", "要转换的文件；缺省为随附内容"),
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        default="turtle",
        metavar=say("FORMAT", "格式"),
        help=say("turtle, nt, rdfxml or jsonld", "turtle、nt、rdfxml 或 jsonld"),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=say("all in one file instead of one file each", "合并为一个文件，而非逐个导出"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("PATH", "路径"),
        help=say(
            "a file (standard output if not given), or a folder for one file each",
            "输出文件（缺省为标准输出），逐个导出时为文件夹",
        ),
    )


def run(arguments: Namespace) -> int:
    """Writes one merged file, or one file each into a folder."""
    sources = [*shipped("ontology"), *shipped("data")]
    if arguments.files:
        sources = find_sources(arguments.files)
    if arguments.all or len(sources) == 1:
        write(serialize(triples(sources), arguments.format), arguments.output)
        return 0
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("several files do not go to standard output", "多个文件不能输出到标准输出"),
            remedy=Text("name a folder with -o, or merge them with --all", "请用 -o 指定文件夹，或用 --all 合并"),
        )
    names = [Path(source.name).name if arguments.files else source.name for source in sources]
    texts = [serialize(triples([source]), arguments.format) for source in sources]
    for name, text in zip(names, texts, strict=True):
        target = (Path(arguments.output) / name).with_suffix(FORMATS[arguments.format].ending)
        made(target.parent)
        write(text, str(target))
    return 0


def triples(sources: Iterable[Source]) -> Iterator[Triple]:
    """The triples of some files; of quads, the triples."""
    return (quad.triple for source in sources for quad in source.quads())


def made(folder: Path) -> None:
    """Makes a folder.

    :raises InputError: where that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            Text(f"is no folder and cannot become one: {error.strerror}", f"不是文件夹，也无法创建：{error.strerror}"),
            remedy=Text("name another folder with -o", "请用 -o 指定其他文件夹"),
            file=str(folder),
        ) from None
