"""``qontology export``: what is shipped, or files of one's own, in another RDF format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ... import assets
from ...engine import Triple
from ...errors import InputError
from ...exchange import FORMATS, read, serialize
from ...language import Text
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
    if arguments.files:
        sources = {Path(name).name: Path(name) for name in arguments.files}
    else:
        paths = [*assets.files("ontology"), *assets.files("data")]
        sources = {path.relative_to(assets.root()).as_posix(): path for path in paths}
    if arguments.all or len(sources) == 1:
        triples: list[Triple] = [triple for path in sources.values() for triple in read(path)]
        write(serialize(triples, arguments.format), arguments.output)
        return 0
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("several files do not go to standard output", "多个文件不能输出到标准输出"),
            remedy=Text("name a folder with -o, or merge them with --all", "请用 -o 指定文件夹，或用 --all 合并"),
        )
    texts = {name: serialize(read(path), arguments.format) for name, path in sources.items()}
    for name, text in texts.items():
        target = (Path(arguments.output) / name).with_suffix(FORMATS[arguments.format].ending)
        made(target.parent)
        write(text, str(target))
    return 0


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
