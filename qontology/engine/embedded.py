"""The engine in process: a pyoxigraph store in memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from ..errors import EngineError, InputError
from ..language import Text
from ..sparql.guard import check
from ..sparql.tokens import tokens
from .protocol import Solutions, Triple

__all__ = ["Embedded"]

Answer = TypeVar("Answer", QuerySolutions, QueryBoolean, QueryTriples)
Result = TypeVar("Result")

FORMS: dict[type, str] = {QuerySolutions: "SELECT", QueryBoolean: "ASK", QueryTriples: "CONSTRUCT"}
LONGEST_EXCERPT = 100


class Embedded:
    """Answers queries over the union of the default graph and all named graphs of a store.

    A query that names its graphs by FROM or FROM NAMED is answered over those alone.

    >>> engine = Embedded()
    >>> engine.select("SELECT ?n WHERE { VALUES ?n { 1 2 } } ORDER BY ?n").columns
    ('n',)
    >>> engine.ask("ASK { ?s ?p ?o }")
    False
    """

    name = "embedded"

    def __init__(self, store: Store | None = None) -> None:
        self.store = Store() if store is None else store

    def select(self, query: str) -> Solutions:
        """See :meth:`Engine.select`."""
        return self._run(
            query,
            QuerySolutions,
            lambda found: Solutions(
                tuple(variable.value for variable in found.variables), [tuple(row) for row in found]
            ),
        )

    def ask(self, query: str) -> bool:
        """See :meth:`Engine.ask`."""
        return self._run(query, QueryBoolean, bool)

    def construct(self, query: str) -> list[Triple]:
        """See :meth:`Engine.construct`."""
        return self._run(query, QueryTriples, list)

    def _run(self, query: str, form: type[Answer], read: Callable[[Answer], Result]) -> Result:
        check(query)
        found: object = None
        try:
            found = self.store.query(query, use_default_graph_as_union=not names_graphs(query))
            if not isinstance(found, form):
                raise InputError(
                    Text(f"the query is not a {FORMS[form]} query", f"该查询不是 {FORMS[form]} 查询"),
                    remedy=Text(
                        "use the method of its form: select, ask or construct",
                        "请按查询形式改用 select、ask 或 construct",
                    ),
                )
            return read(found)
        except SyntaxError as error:
            raise invalid(query, error.msg) from None
        except (OSError, RuntimeError, ValueError) as error:
            text = Text(f"the embedded engine failed: {error}", f"内嵌引擎出错：{error}")
            raise EngineError(text) from error.with_traceback(None)
        finally:
            # An error keeps this frame, and another thread may be the one that frees it: answers may not leave theirs.
            del found


def names_graphs(query: str) -> bool:
    """Whether the query has a FROM clause, which pyoxigraph passes over where it is told to use the union."""
    return "from" in query.lower() and any(token.text.upper() == "FROM" for token in tokens(query))


def invalid(query: str, message: str) -> InputError:
    """The error for a query that does not parse: the place and its line, not the list of all that could follow."""
    found = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", message, re.DOTALL)
    if found is None:
        text = Text("the query is not valid SPARQL 1.1: {message}", "查询不是有效的 SPARQL 1.1：{message}")
        return InputError(text.format(message=message))
    lines = query.split("\n")
    offset = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
    before = query[: offset - overshoot(found[3])]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    here = lines[line - 1][max(column - LONGEST_EXCERPT // 2, 0) :][:LONGEST_EXCERPT].strip()
    text = Text("the query is not valid SPARQL 1.1 here: {here}", "查询在此处不是有效的 SPARQL 1.1：{here}")
    undeclared = Text("declare every prefix that it uses", "请声明所用的每个前缀")
    unexpected = Text("mend what stands at or just before this place", "请修改该处或紧接其前的内容")
    return InputError(
        text.format(here=here),
        remedy=undeclared if "Prefix not found" in found[3] else unexpected,
        file="query",
        line=line,
        column=column,
    )


def overshoot(expected: str) -> int:
    """How many characters too late pyoxigraph places an error.

    It reads as many characters as a keyword has before it finds that they are another word, so that an error where a
    keyword could stand is reported behind the keyword.
    """
    return min((len(keyword) for keyword in re.findall(r"(?:^|, )(\w+)(?=,|$)", expected)), default=0)
