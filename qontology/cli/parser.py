"""Arguments: argparse with every word in two languages, and only the parser of the verb that was asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, NoReturn, TypeVar

from ..errors import InputError, did_you_mean
from ..language import LANGUAGES, Language, Text
from ..writing import to_standard_output
from ..writing.forms import chosen, names
from .argparse_words import argparse_in
from .help_layout import Help, screen

__all__ = ["VERBS", "Command", "Parser", "no_effect", "screen"]

VERBS = {
    "tour": Text("load, validate and compare the alliances, on one screen", "一屏总览：载入、校验并比较各联盟"),
    "ask": Text("answer a question in words, by the library", "用自己的话提问，由查询库作答"),
    "query": Text("answer a question of the library, or one in SPARQL", "回答查询库中的问题，或运行自写的 SPARQL"),
    "show": Text("show all that is known of one thing, with its evidence", "显示某一事物的全部已知内容及依据"),
    "describe": Text("tell what a term of the ontology means and where it is used", "说明本体中某个术语的含义与用处"),
    "explain": Text("tell why a statement holds, down to passages", "说明某条陈述为何成立，直至出处"),
    "reason": Text("write what follows from the data by rules", "输出由规则推得的内容"),
    "compare": Text("set alliances side by side", "将各联盟并列比较"),
    "similar": Text("tell which alliances are most like one, and in what", "查找与某联盟最相似的联盟及共同之处"),
    "gaps": Text("tell what an alliance leaves to be done, and what its peers do", "查看联盟的缺口及同类联盟的做法"),
    "timeline": Text("tell what happened when", "按时间列出各联盟的事件"),
    "conflicts": Text(
        "tell where sources differ, and what the graph follows", "查看各来源说法不一之处及图谱采纳的说法"
    ),
    "freshness": Text(
        "tell when what is known was last confirmed, and by whom", "查看已知内容最近于何时、由何来源证实"
    ),
    "search": Text("look for names in both languages", "按中英文名称和缩写查找"),
    "report": Text("write tables and pictures with their sources into a folder", "将表格、图片及其出处写入文件夹"),
    "site": Text(
        "write the graph as static pages, or all of it into one HTML file", "将图谱生成为静态网页或单个 HTML 文件"
    ),
    "validate": Text("check files against the shapes", "按形状校验文件"),
    "template": Text("write sheets in which facts are filled in", "生成用于填写事实的表格"),
    "import": Text("make Turtle of sheets that were filled in", "将填好的表格转为 Turtle"),
    "new": Text("write a first Turtle file for an alliance", "为联盟生成初始 Turtle 文件"),
    "fmt": Text("lay out Turtle files in the one canonical way", "按统一版式整理 Turtle 文件"),
    "list": Text("list what there is of a kind, with numbers", "按类别列出图谱中的内容及数量"),
    "stats": Text("count what the graph has", "统计图谱中的内容"),
    "export": Text("write the graph or files in another RDF format", "以其他 RDF 格式导出图谱或文件"),
    "completion": Text("print the completion script of a shell", "输出命令行自动补全脚本"),
    "help": Text("tell what a verb does, as --help does", "说明某个命令，同 --help"),
    "version": Text("tell the version, and those of the libraries", "显示本软件及所用库的版本"),
}

ABOUT = Text(
    "An ontology and knowledge graph of the alliances of the quantum industry.", "量子产业联盟的本体与知识图谱。"
)

KEPT = ("lang", "format", "output")
"""Options that every answer has."""

N = TypeVar("N", int, float)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks one language and raises InputError where argparse would exit."""

    def __init__(self, prog: str, summary: Text, language: Language) -> None:
        super().__init__(prog=prog, description=summary.say(language), allow_abbrev=False, formatter_class=Help)
        self.language = language
        self.forms: tuple[str, ...] = ()
        self.instead: Mapping[str, str] = {}
        self.idle: dict[str, tuple[str, ...]] = {}
        self.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=language,
            help=self.say("language of the answer", "输出语言"),
        )

    def say(self, en: str, zh: str) -> str:
        """The sentence in the language of this parser; per cent signs are safe from argparse."""
        return Text(en, zh).say(self.language).replace("%", "%%")

    def whole(self, text: str) -> int:
        """The type of an option that takes a whole number."""
        return self.number(text, int, Text("a whole number", "整数"))

    def seconds(self, text: str) -> float:
        """The type of an option that takes seconds."""
        return self.number(text, float, Text("a number of seconds", "秒数"))

    def number(self, text: str, kind: Callable[[str], N], what: Text) -> N:
        """The number that was typed; argparse tells where it is none."""
        try:
            return kind(text)
        except ValueError:
            said = Text(f"{text!r} is not {what.en}", f"{text!r} 不是{what.zh}")
            raise argparse.ArgumentTypeError(said.say(self.language)) from None

    def add_form(self, *forms: str, instead: Mapping[str, str] | None = None) -> None:
        """The options -f and -o: the ending of the file decides among these forms, and the first is the default.

        ``instead`` are options that ask for something else, each with the one form that this has.
        """
        self.forms, self.instead = forms, instead or {}
        self.add_format(forms)
        self.add_output()

    def add_format(self, forms: Sequence[str]) -> None:
        """The option -f."""
        self.add_argument(
            "-f",
            "--format",
            type=lambda name: names(forms).get(name, name),
            choices=forms,
            metavar=self.say("FORMAT", "格式"),
            help=self.say(
                f"{', '.join(forms)}; by default what the ending of the file tells, else {forms[0]}",
                f"{'、'.join(forms)}；缺省由文件扩展名决定，否则为 {forms[0]}",
            ),
        )

    def add_output(self) -> None:
        """The option -o."""
        self.add_argument(
            "-o",
            "--output",
            metavar=self.say("FILE", "文件"),
            help=self.say("write there instead of standard output (-)", "写入文件而非标准输出（-）"),
        )

    def add_idle(self, option: str, *others: str) -> None:
        """Has other options refused where this one is given, since they would have no effect; all if none is named."""
        self.idle[option] = others

    def add_refused(self, option: str, reason: Text, remedy: Text) -> None:
        """Has an option of other verbs, which this one has not, refused with what to do instead; help tells it."""

        class Refused(argparse.Action):
            def __call__(self, *_: object) -> None:
                raise InputError(Text(f"{option}: {reason.en}", f"{option}：{reason.zh}"), remedy=remedy)

        said = Text(f"not here: {reason.en}; {remedy.en}", f"不可用：{reason.zh}；{remedy.zh}")
        self.add_argument(option, metavar="URL", action=Refused, default=argparse.SUPPRESS, help=self.say(*said))

    def refuse_idle(self, arguments: argparse.Namespace) -> None:
        """Refuses options that would have no effect.

        :raises InputError: where there is one; it is named with the one beside which it stands.
        """
        given = {
            each.dest: (each, value)
            for each in self._actions
            if (value := getattr(arguments, each.dest, None)) not in (each.default, None, [])
        }
        for option, others in self.idle.items():
            for name, (other, value) in given.items() if option in given else ():
                if name in others if others else name not in (*KEPT, option):
                    shown = other.option_strings[-1] if other.option_strings else value[0]
                    raise no_effect(shown, given[option][0].option_strings[-1])

    def settle(self, arguments: argparse.Namespace) -> argparse.Namespace:
        """The arguments with the form in which the answer is written.

        :raises InputError: where the ending of the file tells no form, or another one than was asked for, or where an
            option would have no effect.
        """
        self.refuse_idle(arguments)
        if self.forms:
            only = next((form for option, form in self.instead.items() if getattr(arguments, option)), None)
            arguments.format = chosen([only] if only else self.forms, arguments.format, arguments.output)
        return arguments

    def print_help(self, file: object = None) -> None:
        """Writes the help to standard output; argparse would not notice that it takes nothing."""
        to_standard_output(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raises what argparse has to say."""
        raise InputError(Text(message, message), remedy=Text(f"see {self.prog} --help", f"参见 {self.prog} --help"))


class Command(NamedTuple):
    """A verb with its arguments."""

    verb: ModuleType
    arguments: argparse.Namespace

    @classmethod
    def parse(cls, arguments: Sequence[str], language: Language) -> Command:
        """The command that these arguments are.

        :raises InputError: where the verb or an argument is not known; the nearest verbs are named.
        """
        verb, rest = split(arguments)
        cls.known(verb, rest)
        with argparse_in(language):
            module, parser = parser_of(verb, language)
            return cls(module, parser.settle(parser.parse_args(rest)))

    @staticmethod
    def help(verb: str | None, language: Language) -> str:
        """The help of a verb, or of the bare command.

        :raises InputError: where the verb is not known.
        """
        Command.known(verb)
        with argparse_in(language):
            return parser_of(verb, language)[1].format_help()

    @staticmethod
    def known(verb: str | None, rest: Sequence[str] = ()) -> None:
        """Does nothing where there is such a verb, or none is named; ``rest`` may hold the verb that should come first.

        :raises InputError: where there is no such verb; the nearest is named.
        """
        if verb is not None and verb not in VERBS:
            from difflib import get_close_matches

            near = [word for word in rest if word in VERBS] or get_close_matches(verb, VERBS, 1)
            ask = did_you_mean(near)
            if near and near[0] in rest:
                ask = Text(
                    f"the verb comes first: qontology {near[0]} {verb}", f"命令写在最前：qontology {near[0]} {verb}"
                )
            look = Text("qontology --help lists the verbs", "用 qontology --help 查看全部命令")
            raise InputError(Text(f"there is no verb {verb}", f"没有命令 {verb}"), remedy=ask or look)

    def run(self) -> int:
        """Does what the verb does and gives its exit code."""
        code: int = self.verb.run(self.arguments)
        return code


def parser_of(verb: str | None, language: Language) -> tuple[ModuleType, Parser]:
    """The module of a verb, or of the bare command, and the parser of its arguments."""
    module = import_module(f"qontology.cli.verbs.{verb or 'about'}")
    name, summary = (f"qontology {verb}", VERBS[verb]) if verb else ("qontology", ABOUT)
    parser = Parser(name, summary, language)
    module.add_arguments(parser)
    return module, parser


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The verb, which is the first argument that is no option, and all other arguments."""
    skip = False
    for here, argument in enumerate(arguments):
        if skip or argument.startswith("-"):
            skip = argument == "--lang"
            continue
        return argument, [*arguments[:here], *arguments[here + 1 :]]
    return None, list(arguments)


def no_effect(option: str, other: str) -> InputError:
    """The error for an option that would be passed over beside another one."""
    return InputError(
        Text(f"{option} has no effect with {other}", f"与 {other} 同用时，{option} 不起作用"),
        remedy=Text("leave one of them out", "请去掉其中之一"),
    )
