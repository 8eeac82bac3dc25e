"""``qontology report``: findings, tables and pictures with their sources in a folder, to be read and shown."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...errors import InputError
from ...language import Text
from ...reading import files_of
from ...report import PAGES, file, files, missing, write
from ...writing import FORMS, tell
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_endpoint, chosen_graph
from ..output import is_folder
from ..parser import Parser

__all__ = ["add_arguments", "run"]

PARTS = {
    "pictures": Text("pictures", "图片"),
    "slides": Text("slides", "幻灯片"),
    "workbook": Text("workbook", "工作簿"),
}


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb; without ``--lang`` a folder is in both languages, a file in that of what is said."""
    say = parser.say
    add_alliances(parser)
    add_choices(parser)
    parser.add_argument(
        "--as-of",
        metavar=say("DATE", "日期"),
        help=say("leave out what came certainly later: 2022 or 2022-06", "不列确定在此日期之后的内容，如 2022-06"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("PLACE", "位置"),
        help=say(
            "write the report into this folder, or its one form into this file: .html, .md, .pptx or .xlsx (required)",
            "将报告写入该文件夹，或只将一种格式写入该文件：.html、.md、.pptx 或 .xlsx（必需）",
        ),
    )
    parser.add_argument(
        "--force", action="store_true", help=say("replace files that are there already", "替换已有的文件")
    )
    add_endpoint(parser)
    parser.set_defaults(lang=None, spoken=parser.language)


def run(arguments: Namespace) -> int:
    """Writes the report and says where; what needs a library that is not installed is left out, and said to be."""
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("a report is a folder of files", "报告由一个文件夹中的多个文件组成"),
            remedy=Text("name the folder with -o", "请用 -o 指定文件夹"),
        )
    if not is_folder(arguments.output):
        return run_file(arguments)
    arguments.lang = arguments.lang or "both"
    graph = chosen_graph(arguments)
    without = missing()
    names = chosen_alliances(arguments, graph).names
    contents = files(graph, arguments.lang, names, as_of=arguments.as_of, without=without)
    write(contents, arguments.output, force=arguments.force, read=files_of(arguments.data))
    by_reason: dict[Text, list[Text]] = {}
    for part, error in without.items():
        by_reason.setdefault(Text(error.say("en"), error.say("zh")), []).append(PARTS[part])
    for reason, parts in by_reason.items():
        english, chinese = " and no ".join(part.en for part in parts), "、".join(part.zh for part in parts)
        tell(Text(f"no {english}: {reason.en}", f"不含{chinese}：{reason.zh}").say(arguments.lang))
    said = Text(
        f"{len(contents)} files written to {arguments.output}", f"已将 {len(contents)} 个文件写入 {arguments.output}"
    )
    tell(said.say(arguments.lang))
    return 0


def run_file(arguments: Namespace) -> int:
    """Writes the report in the one form that the ending of the file tells, and in one language."""
    place = Path(arguments.output)
    form = next((form for form in PAGES if place.suffix.lower() in FORMS[form].endings), None)
    if form is None:
        raise InputError(
            Text(f"a report is not written as {place.suffix}", f"报告不能写成 {place.suffix} 格式"),
            remedy=Text(
                "name a file that ends in .html, .md, .pptx or .xlsx, or a folder, with a slash behind it",
                "请指定以 .html、.md、.pptx 或 .xlsx 结尾的文件，或以斜杠结尾的文件夹",
            ),
            file=arguments.output,
        )
    language = arguments.lang = arguments.lang or arguments.spoken
    if language == "both":
        raise InputError(
            Text("a report in one file is in one language", "单个文件的报告只用一种语言"),
            remedy=Text("say --lang en or zh, or name a folder", "请用 --lang en 或 zh，或指定文件夹"),
            file=arguments.output,
        )
    graph = chosen_graph(arguments)
    content = file(graph, form, language, chosen_alliances(arguments, graph).names, as_of=arguments.as_of)
    write({place.name: content}, place.parent, force=arguments.force, read=files_of(arguments.data))
    tell(Text(f"the report was written to {place}", f"已将报告写入 {place}").say(language))
    return 0
