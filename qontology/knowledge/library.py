"""The library of questions: the ``.rq`` files under queries/ as objects.

Each file is valid SPARQL as it stands. Lines that begin with ``#:`` describe it::

    #: id: goals/themes
    #: title.en: Which alliances share a theme?
    #: title.zh: 哪些联盟有共同主题？
    #: kind: select
    #: parameter.alliance: qo:Alliance, optional
    #: keywords.en: goals, themes
    #: keywords.zh: 目标, 主题
    #: covers: qo:hasGoal qo:theme

and a parameter is one line of the body, ``VALUES ?alliance { alliance:qutac }``: binding replaces what stands between
the braces by a serialised term, and an optional parameter that is not given drops the line. No text of a user ever
becomes part of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from .. import assets
from ..errors import InputError, did_you_mean
from ..language import Text
from ..namespaces import Term
from ..sparql.query import SparqlQuery

__all__ = ["Library", "Parameter", "Question"]

HEADER = re.compile(r"^#: ([\w.]+): (.*)$")
VALUES = re.compile(r"^[ \t]*VALUES \?(\w+) \{ (.*) \}[ \t]*\n", re.MULTILINE)
KEYS = ("id", "title", "description", "kind", "keywords", "covers")


class Parameter(NamedTuple):
    """One parameter of a query.

    ``type`` is a class (``qo:Alliance``), a scheme (``scheme:goal-theme``), ``thing`` (whatever has a name), several
    of these with `` | `` between, a datatype (``xsd:integer``, ``xsd:string``), ``date`` (a year, month or day) or
    ``language``; ``default`` is the SPARQL text between the braces.
    """

    name: str
    type: str
    optional: bool
    default: str


class Question(NamedTuple):
    """One question of the library; ``text`` is the file, header and all."""

    id: str
    title: Text
    description: Text
    kind: str
    parameters: tuple[Parameter, ...]
    keywords: Text
    covers: tuple[str, ...]
    text: str

    @property
    def body(self) -> str:
        """The SPARQL text without the header."""
        return "".join(line for line in self.text.splitlines(keepends=True) if not line.startswith("#:")).lstrip()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the answer, in order."""
        return SparqlQuery(self.body).projection

    @property
    def is_for_exchange(self) -> bool:
        """Whether it is no question but says a part of the graph as a profile of the export has it."""
        return self.id.startswith("exchange/")

    def bind(self, values: Mapping[str, Term | Iterable[Term]]) -> str:
        """The SPARQL text with these values in place; a parameter that is not named keeps its default or is dropped.

        >>> from pyoxigraph import NamedNode
        >>> query = Library().get("goals/of-alliance")
        >>> "VALUES ?alliance" in query.bind({})
        False
        >>> "VALUES ?alliance { <http://example.org/a> }" in query.bind({"alliance": NamedNode("http://example.org/a")})
        True
        """
        known = {parameter.name: parameter for parameter in self.parameters}

        def line(found: re.Match[str]) -> str:
            parameter = known.get(found[1])
            if parameter is None:
                return found[0]
            value = values.get(parameter.name)
            if value is None:
                return "" if parameter.optional else found[0]
            terms = value if isinstance(value, (list, tuple)) else [value]
            return (
                found[0][: found.start(2) - found.start()]
                + " ".join(map(str, terms))
                + found[0][found.end(2) - found.start() :]
            )

        return VALUES.sub(line, self.body)


class Library:
    """All questions below one folder (the shipped ones unless another is named), read as they are needed."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = assets.root() / "queries" if folder is None else folder

    def ids(self) -> list[str]:
        """The ids of all questions in order: module, slash, name."""
        paths = self.folder.rglob("*.rq")
        return sorted(path.relative_to(self.folder).with_suffix("").as_posix() for path in paths)

    def __iter__(self) -> Iterator[Question]:
        return (self.get(name) for name in self.ids())

    def get(self, name: str) -> Question:
        """The question of this id.

        >>> Library().get("goals/of-alliance").title.en
        'What are the goals of each alliance, and which themes do they serve?'
        >>> Library().get("goals/of-aliance")
        Traceback (most recent call last):
            ...
        qontology.errors.InputError: there is no query goals/of-aliance; did you mean goals/of-alliance...

        :raises InputError: where there is no such question; the nearest ids are named.
        """
        path = self.folder / f"{name}.rq"
        if ".." in name or not path.is_file():
            from difflib import get_close_matches

            ids = self.ids()
            near = get_close_matches(name, ids, 3, 0.5) or [known for known in ids if name in known][:3]
            ask, look = (
                did_you_mean(near),
                Text("qontology query --list names all", "用 qontology query --list 查看全部"),
            )
            raise InputError(
                Text(f"there is no query {name}", f"没有名为 {name} 的查询"),
                remedy=Text(f"{ask.en} {look.en}", f"{ask.zh}{look.zh}") if ask else look,
            )
        return parse(name, path.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Question:
    """The query that a file describes.

    :raises InputError: where the header lacks a key, has one that is not known, or names a parameter without its line.
    """
    header: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#:"):
            found = HEADER.match(line)
            if found is None or found[1].split(".")[0] not in (*KEYS, "parameter"):
                raise broken(name, f"this header line is not known: {line}", f"无法识别的头部行：{line}", number)
            header[found[1]] = found[2].strip()
    missing = [key for key in ("id", "title.en", "title.zh", "kind", "covers") if key not in header]
    if missing or header["id"] != name:
        raise broken(
            name,
            f"the header lacks {', '.join(missing) or 'its own id'}",
            f"头部缺少 {'、'.join(missing) or '与文件名一致的 id'}",
        )
    defaults = {found[1]: found[2] for found in VALUES.finditer(text)}
    parameters = []
    for key, value in header.items():
        if key.startswith("parameter."):
            variable = key.removeprefix("parameter.")
            if variable not in defaults:
                raise broken(
                    name, f"there is no line VALUES ?{variable} {{ ... }}", f"缺少 VALUES ?{variable} {{ ... }} 一行"
                )
            kind, _, flag = value.partition(", ")
            parameters.append(Parameter(variable, kind, flag == "optional", defaults[variable]))
    return Question(
        name,
        Text(header["title.en"], header["title.zh"]),
        Text(header.get("description.en", ""), header.get("description.zh", "")),
        header["kind"],
        tuple(parameters),
        Text(header.get("keywords.en", ""), header.get("keywords.zh", "")),
        tuple(header["covers"].split()),
        text,
    )


def broken(name: str, en: str, zh: str, line: int | None = None) -> InputError:
    """The error for a query file whose header cannot be read."""
    remedy = Text("see CONTRIBUTING.md, section queries", "参见 CONTRIBUTING.md 中关于查询的一节")
    return InputError(Text(en, zh), remedy=remedy, file=f"{name}.rq", line=line)
