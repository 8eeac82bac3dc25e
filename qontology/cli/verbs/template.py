"""``qontology template``: sheets to be filled in, empty or with what the graph says of something."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path

from ...curation.filled import filled
from ...curation.pages import KITS, Desk, chosen_sheets
from ...curation.sheets import sheets
from ...curation.template import csv_files, workbook
from ...errors import InputError
from ...knowledge import load
from ...language import Language, Text
from ...writing import tell, write_files
from ..options import add_graph, remote_copy
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]

WORKBOOK = ".xlsx"


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    names = ", ".join([*KITS, *(sheet.name for sheet in sheets())])
    parser.add_argument(
        "kinds",
        nargs="*",
        metavar=say("SHEET", "表"),
        help=say(
            f"which sheets: {names}; all of them if none is named",
            f"需要哪些表：{names.replace(', ', '、')}；缺省为全部",
        ),
    )
    parser.add_argument(
        "--filled",
        action="append",
        default=[],
        metavar=say("NAME", "名称"),
        help=say(
            "fill in what the graph says of this thing, or of all (repeatable)",
            "填入图谱中关于该事物的内容，all 为全部（可重复）",
        ),
    )
    add_graph(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=say("NAME", "名称"),
        help=say("a workbook (.xlsx), or a folder for CSV files", "工作簿（.xlsx），或存放 CSV 文件的文件夹"),
    )


def run(arguments: Namespace) -> int:
    """Writes a workbook, or a folder of CSV files; never over what is there."""
    wanted = chosen_sheets(arguments.kinds)
    target = Path(arguments.output)
    is_book = target.suffix.lower() == WORKBOOK
    check_target(target, is_book)
    elsewhere = remote_copy(arguments)
    desk = Desk(load(*arguments.data) if elsewhere is None else elsewhere)
    found = filled(desk, arguments.filled, arguments.data, elsewhere) if arguments.filled else None
    pages = desk.pages(wanted, found)
    if is_book:
        write(workbook(pages), str(target))
    else:
        write_files({target / name: text for name, text in csv_files(pages).items()}, folders=True)
    if found is not None and found.left_out:
        tell_left_out(found.left_out, arguments.lang)
    return 0


def check_target(target: Path, is_book: bool) -> None:
    """Refuses to write over what is there.

    :raises InputError: where there is a file, or a folder that is not empty; or where the ending is of another form.
    """
    if not is_book and target.suffix:
        raise InputError(
            Text(f"the ending {target.suffix} is not that of a workbook", f"扩展名 {target.suffix} 不是工作簿的扩展名"),
            remedy=Text("name a file that ends in .xlsx, or a folder", "请使用 .xlsx 文件名，或指定文件夹"),
            file=str(target),
        )
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise InputError(
            Text("is there already, and may hold work of yours", "已存在，其中可能有您的工作成果"),
            remedy=Text("name another file or folder with -o", "请用 -o 指定其他文件或文件夹"),
            file=str(target),
        )


def tell_left_out(left_out: Counter[str], language: Language) -> None:
    """Says on standard error what of the graph no sheet can hold."""
    number = sum(left_out.values())
    kinds = [f"{name or '?'} {count}" for name, count in left_out.most_common()]
    said = Text(
        f"{number} statements fit no sheet and are left out: {', '.join(kinds)}",
        f"有 {number} 条陈述无表可容，未列入：{'、'.join(kinds)}",
    )
    tell(said.say(language))
