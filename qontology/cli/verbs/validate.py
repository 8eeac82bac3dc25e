"""``qontology validate``: files, folders or an endpoint against the shapes, with what to mend and how."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from functools import partial

from ...characters import wrap
from ...findings import Report, Severity
from ...findings.formats import FORMATS
from ...findings.formats import write as formatted
from ...findings.formats.wording import SEVERITIES, colon
from ...language import Language, Text
from ...reading import find_sources
from ...reading.surroundings import surroundings
from ...validation import (
    ENGINES,
    ILL_FORMED,
    REGIMES,
    SYNTAX,
    Rule,
    Source,
    catalog_files,
    data_sources,
    rule,
    validate,
)
from ..lines import named_lines
from ..options import add_data, add_endpoint, named_graphs
from ..output import write
from ..parser import Parser, screen
from ..progress import progress
from ..watching import states, watch

__all__ = ["add_arguments", "run"]

FINDINGS = 1
INPUT_ERROR = 2

WIDTH = 100

MESSAGE = Text("what a finding says", "提示信息")
REMEDY = Text("what to do", "处理办法")
QUESTIONS = Text("questions that rely on it", "依赖它的查询")
EXAMPLES = {"good": Text("keeps the rule", "符合规则的示例"), "bad": Text("breaks the rule", "违反规则的示例")}


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    add = parser.add_argument
    file = say("FILE", "文件")
    add(
        "files",
        nargs="*",
        metavar=file,
        help=say(
            "files, folders, patterns, or - for standard input; none: what is shipped",
            "文件、文件夹、通配模式，或 -（标准输入）；缺省为随附内容",
        ),
    )
    add_data(parser, Text("the same as FILE (repeatable)", "同 文件（可重复）"))
    add(
        "--shapes",
        action="append",
        metavar=file,
        help=say("shapes of your own instead of the shipped ones (repeatable)", "改用自己的形状文件（可重复）"),
    )
    add(
        "--with",
        dest="with_shipped",
        choices=["shipped", "none"],
        default="shipped",
        help=say("read the files with the shipped ontology and data, or alone", "与随附本体和数据一并读取，或单独读取"),
    )
    add_endpoint(parser, Text("validate what this SPARQL endpoint holds", "校验该 SPARQL 端点中的数据"))
    add(
        "--ontology",
        action="append",
        default=[],
        metavar=file,
        help=say("read this too, without validating it (repeatable)", "一并读取但不校验该文件（可重复）"),
    )
    add(
        "--catalog",
        action="append",
        default=[],
        metavar=file,
        help=say(
            "where owl:imports are found: a folder, a file, an XML catalogue (repeatable)",
            "owl:imports 的来源：文件夹、文件或 XML 目录（可重复）",
        ),
    )
    add(
        "--base",
        metavar="IRI",
        help=say("the base of relative IRIs where a file has none", "文件未声明时相对 IRI 的基准"),
    )
    add(
        "--context",
        action="append",
        default=[],
        metavar=say("IRI=FILE", "IRI=文件"),
        help=say("a copy of a JSON-LD context (repeatable)", "JSON-LD 上下文的副本（可重复）"),
    )
    add("--inference", choices=REGIMES, help=say("add what follows from the data first", "先补充由数据推出的内容"))
    add("--rules", action="store_true", help=say("run the rules of the shapes first", "先运行形状中的规则"))
    add("--download", action="store_true", help=say("fetch the graph of the endpoint first", "先取回端点中的数据"))
    add("--engine", choices=ENGINES, default="compiled", help=say("what evaluates the shapes", "执行形状的引擎"))
    add(
        "--timeout",
        type=parser.seconds,
        default=600,
        metavar="N",
        help=say(
            "seconds for foreign shapes, pySHACL or one answer of the endpoint",
            "自备形状、pySHACL 或端点单次应答的秒数",
        ),
    )
    add(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        default=Severity.VIOLATION.value,
        help=say("severity from which on the exit code is 1", "达到此严重程度时退出码为 1"),
    )
    for option, en, zh in (
        ("--focus", "validate only this node (repeatable)", "只校验该节点（可重复）"),
        ("--shape", "only findings of this shape (repeatable)", "只看该形状的问题（可重复）"),
        ("--code", "only findings with this code (repeatable)", "只看该代码的问题（可重复）"),
        ("--ignore", "no findings with this code (repeatable)", "忽略该代码的问题（可重复）"),
    ):
        add(option, action="append", default=[], metavar=say("NAME", "名称"), help=say(en, zh))
    add(
        "--baseline",
        metavar=file,
        help=say("known findings, a report in JSON: only new ones count", "已知问题（JSON 报告）：只计新问题"),
    )
    add(
        "--since",
        metavar=say("REVISION", "版本"),
        help=say("validate only files changed since this revision of git", "只校验自该 git 版本以来改动的文件"),
    )
    add("--watch", action="store_true", help=say("validate again whenever a file changes", "文件变动时重新校验"))
    add("--max-findings", type=parser.whole, metavar="N", help=say("show so many at most", "最多显示的数量"))
    add("--rule", metavar=say("CODE", "代码"), help=say("explain one rule and end", "说明某条规则后退出"))
    parser.add_idle("rule")
    parser.add_form(*FORMATS, instead={"rule": "text"})


def run(arguments: Namespace) -> int:
    """Writes the report; the exit code is 2 if a file or shape cannot be used, 1 if a finding is as bad as told."""
    language = arguments.lang
    if arguments.rule:
        write(
            rule_page(rule(arguments.rule), language, screen() if arguments.output is None else None), arguments.output
        )
        return 0
    arguments.files += arguments.data
    if not arguments.watch:
        return once(arguments)
    return watch(partial(once, arguments), lambda: states(read_by(arguments)))


def read_by(arguments: Namespace) -> Iterator[str]:
    """The names of all that a run reads; the files of a catalogue in XML too."""
    yield from (*arguments.files, *(arguments.shapes or ()), *arguments.ontology)
    yield from (given.rpartition("=")[2] for given in arguments.context)
    yield from () if arguments.baseline is None else (arguments.baseline,)
    for name in arguments.catalog:
        yield from (name, *catalog_files(name))


def once(arguments: Namespace) -> int:
    """One run."""
    language = arguments.lang
    around = surroundings(arguments.base, arguments.context)
    is_remote = arguments.endpoint is not None and not arguments.files
    sources = () if is_remote else data_sources(arguments.files, around)
    shapes = arguments.shapes and find_sources(arguments.shapes, around)
    with progress(Text("validating", "正在校验"), language):
        report = validate(
            *sources,
            endpoint=arguments.endpoint,
            graphs=named_graphs(arguments),
            download=arguments.download,
            shapes=shapes,
            with_shipped=arguments.with_shipped == "shipped",
            ontology=arguments.ontology,
            catalog=arguments.catalog,
            base=arguments.base,
            context=arguments.context,
            inference=arguments.inference,
            rules=arguments.rules,
            engine=arguments.engine,
            focus=arguments.focus,
            shape=arguments.shape,
            code=arguments.code,
            ignore=arguments.ignore,
            baseline=arguments.baseline,
            since=arguments.since,
            max_findings=arguments.max_findings,
            timeout=arguments.timeout,
        )
    read = [*sources, *(shapes or ())]
    write(report_text(report, arguments, read), arguments.output, [source.path for source in read])
    return exit_code(report, Severity(arguments.fail_on))


def exit_code(report: Report, fail_on: Severity) -> int:
    """What the report means for a pipeline; the highest cause wins."""
    if any(finding.code in (SYNTAX, ILL_FORMED) for finding in report.findings):
        return INPUT_ERROR
    return FINDINGS if report.at_least(fail_on) else 0


def report_text(report: Report, arguments: Namespace, sources: list[Source]) -> str:
    """The report in the format asked for; on a terminal as wide as it is, and in colour unless NO_COLOR is set."""
    columns = screen() if arguments.output is None else None
    by_name = {source.name: source for source in sources}

    def line_text(file: str, line: int) -> str | None:
        return by_name[file].line_text(line) if file in by_name else None

    return formatted(
        report,
        arguments.format,
        language=arguments.lang,
        sources=line_text,
        width=columns or WIDTH,
        colour=columns is not None and not os.environ.get("NO_COLOR"),
    )


def rule_page(found: Rule, language: Language, columns: int | None) -> str:
    """All that is known of a rule, for a terminal of so many columns; its examples stand as they are in their files."""
    head = f"{found.code}  {SEVERITIES[found.severity].say(language)}"
    lines = [head, *([found.name.say(language)] if found.name else []), ""]
    for label, text in ((MESSAGE, found.message), (REMEDY, found.remedy)):
        if text is not None:
            lines += wrap(f"{label.say(language)}{colon(language)}{text.say(language)}", columns or WIDTH)
    if found.questions:
        lines += ["", QUESTIONS.say(language) + colon(language).rstrip()]
        for name, title in found.questions.items():
            lines += named_lines(name, title.say(language), 0, columns, 2)
    for kind, path in found.examples.items():
        lines += ["", EXAMPLES[kind].say(language) + colon(language).rstrip()]
        lines += [f"  {line}".rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    return "\n".join(lines) + "\n"
