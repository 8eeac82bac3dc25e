# ruff: noqa: N999 - the module is called as the verb is
"""``qontology import``: sheets that were filled in become Turtle, all rows or none."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from pyoxigraph import NamedNode

from ...curation import import_sheets
from ...curation.files import is_ours
from ...errors import InputError
from ...findings import Severity
from ...findings.formats import FORMATS
from ...findings.formats import write as formatted
from ...language import Language, Text
from ...writing import tell, write_files
from ..options import add_data
from ..output import is_folder, write
from ..parser import Parser, screen
from ..progress import progress

__all__ = ["add_arguments", "run"]

FINDINGS = 1
WIDTH = 100


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "book",
        metavar=say("FILE", "文件"),
        help=say(
            "a workbook (.xlsx) or a folder of CSV files, as qontology template writes them",
            "由 qontology template 生成并已填写的工作簿（.xlsx）或 CSV 文件夹",
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("FOLDER", "文件夹"),
        help=say(
            "write the Turtle files into this folder; without it, only check",
            "将 Turtle 文件写入该文件夹；缺省只作检查",
        ),
    )
    add_data(parser)
    parser.add_refused(
        "--endpoint",
        Text("rows are checked beside files", "表中各行与文件一并检查"),
        Text(
            "qontology export --endpoint URL -o all.ttl, then --data all.ttl",
            "请先运行 qontology export --endpoint URL -o all.ttl，再用 --data all.ttl",
        ),
    )
    parser.add_argument(
        "--base",
        default="https://w3id.org/qontology/id/",
        metavar="IRI",
        help=say("what the IRIs of new things begin with", "新事物 IRI 的起始部分"),
    )
    parser.add_format(FORMATS)


def run(arguments: Namespace) -> int:
    """Writes the findings, and the files where nothing is wrong; the exit code is 1 where something is."""
    language = arguments.lang
    check_base(arguments.base)
    if arguments.output and not is_folder(arguments.output):
        raise InputError(
            Text("what is imported becomes several files", "导入结果由多个文件组成"),
            remedy=Text("name a folder with -o", "请用 -o 指定文件夹"),
            file=None if arguments.output == "-" else arguments.output,
        )
    with progress(Text("reading the sheets", "正在读取表格"), language):
        found = import_sheets(arguments.book, data=arguments.data, output=arguments.output, base=arguments.base)
    if found.report.findings or arguments.format:
        form = arguments.format or FORMATS[0]
        write(formatted(found.report, form, language=language, width=screen() or WIDTH))
    if found.report.at_least(Severity.VIOLATION):
        tell(NOTHING_WRITTEN.say(language))
        return FINDINGS
    if arguments.output:
        deliver(found.texts, Path(arguments.output), language)
    return 0


def check_base(base: str) -> None:
    """Refuses what cannot be the beginning of IRIs.

    :raises InputError: where it is no http address that ends in a slash.
    """
    try:
        fits = base.startswith(("http://", "https://")) and NamedNode(base).value.endswith("/")
    except ValueError:
        fits = False
    if not fits:
        raise InputError(
            Text(f"no IRI can begin with {base}", f"IRI 不能以 {base} 开头"),
            remedy=Text(
                "give an address that ends in /, as in https://example.org/mine/",
                "请给出以 / 结尾的网址，如 https://example.org/mine/",
            ),
        )


def deliver(texts: dict[str, str], folder: Path, language: Language) -> None:
    """Writes the files; tells those that an earlier import has left and that say nothing any more.

    :raises InputError: where a file would be written over that no import has written; nothing is written then.
    """
    for name in texts:
        path = folder / name
        if path.exists() and not is_ours(path):
            raise InputError(
                Text("was not written by qontology import", "不是由 qontology import 写入的文件"),
                remedy=Text(
                    "name another folder with -o, or move the file away", "请用 -o 指定其他文件夹，或移走该文件"
                ),
                file=str(path),
            )
    changed = {name: text for name, text in texts.items() if not same(folder / name, text)}
    write_files({folder / name: text for name, text in changed.items()}, folders=True)
    tell(WRITTEN.format(changed=len(changed), all=len(texts), folder=folder).say(language))
    for path in sorted(folder.rglob("*.ttl")):
        if path.relative_to(folder).as_posix() not in texts and is_ours(path):
            tell(LEFT.format(file=path).say(language))


def same(path: Path, text: str) -> bool:
    """Whether a file holds a text already."""
    return path.is_file() and path.read_bytes() == text.encode()


NOTHING_WRITTEN = Text("nothing is written", "未写入任何文件")
WRITTEN = Text(
    "{all} files in {folder}, {changed} of them changed", "{folder} 中共 {all} 个文件，其中 {changed} 个有变化"
)
LEFT = Text("{file} says nothing that is still in the sheets; remove it", "{file} 的内容已不在表中，请将其删除")
