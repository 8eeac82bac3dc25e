"""Answers of a remote engine, believed only if they have as many rows as it counts itself.

Some servers end an answer after so many rows, with a status of success and not a word.
"""

from __future__ import annotations

import re
import warnings
from itertools import takewhile

from pyoxigraph import Literal

from ..errors import InputError, NetworkError, QontologyError, UncountedWarning
from ..language import Text
from ..sparql.query import SparqlQuery
from ..sparql.tokens import Token
from .protocol import Engine, Solutions, Triple
from .templates import Template

__all__ = ["Counted", "counted", "incomplete", "number"]

COUNT = "SELECT (COUNT(*) AS ?qontologyCount)"
ALL = "SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o }"
WHOLE_GRAPH = re.compile(r"CONSTRUCT\s*(\{\s*\?s\s+\?p\s+\?o\s*\})\s*WHERE\s*\1")


class Counted:
    """A remote engine that asks twice: for the answer, and for the number of its rows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """The address of the endpoint without credentials."""
        return self._engine.name

    def select(self, query: str) -> Solutions:
        """See :meth:`Engine.select`.

        :raises NetworkError: where fewer or more rows come than are counted.
        """
        found = self._engine.select(query)
        try:
            wanted = number(self._engine.select(counting(query)))
        except QontologyError:
            wanted = None
        if wanted is None:
            self._doubt()
        elif wanted != len(found.rows):
            raise incomplete(self._engine, len(found.rows), wanted)
        return found

    def ask(self, query: str) -> bool:
        """See :meth:`Engine.ask`."""
        return self._engine.ask(query)

    def construct(self, query: str) -> list[Triple]:
        """See :meth:`Engine.construct`: of a template the solutions are counted, of the whole graph the triples.

        :raises NetworkError: where fewer or more come than are counted.
        """
        whole = WHOLE_GRAPH.fullmatch(query.strip())
        template = None if whole else Template.of(query)
        if template and (filled := template.filled(self.select(template.select))) is not None:
            return filled
        found = self._engine.construct(query)
        if whole:
            wanted = counted(self._engine, ALL)
            if wanted != len(set(found)):
                raise incomplete(self._engine, len(set(found)), wanted)
        else:
            self._doubt()
        return found

    def _doubt(self) -> None:
        name = self._engine.name
        warnings.warn(
            UncountedWarning(
                Text(
                    f"the endpoint {name} does not count its answer, which may be incomplete",
                    f"端点 {name} 未能统计结果行数，结果可能不完整",
                )
            ),
            stacklevel=3,
        )


def counting(query: str) -> str:
    """The query for the number of rows of a SELECT: what it declares and the graphs it names stay outside.

    >>> counting("PREFIX e: <urn:e> SELECT ?s FROM e:g WHERE { ?s ?p ?o } # all")
    'PREFIX e: <urn:e> SELECT (COUNT(*) AS ?qontologyCount) FROM e:g WHERE { { SELECT ?s WHERE { ?s ?p ?o } # all\\n} }'

    :raises InputError: where it is no SELECT.
    """
    tokens = SparqlQuery(query).tokens
    start = next((token.offset for token in tokens if token.word == "SELECT"), None)
    if start is None:
        raise InputError(Text("the query is not a SELECT query", "该查询不是 SELECT 查询"))
    head = [*takewhile(lambda token: token.text != "{", (token for token in tokens if token.offset >= start))]
    clauses = [*from_clauses(head)]
    body, graphs = query[start:], ""
    for begin, end in reversed(clauses):
        graphs = f"{query[begin:end]} {graphs}"
        body = body[: begin - start] + body[end - start :].lstrip()
    return f"{query[:start]}{COUNT} {graphs}WHERE {{ {{ {body}\n}} }}"


def from_clauses(head: list[Token]) -> list[tuple[int, int]]:
    """Where each FROM clause begins and ends."""
    found = []
    for place, token in enumerate(head):
        if token.word == "FROM":
            last = next((one for one in head[place + 1 :] if one.word != "NAMED"), token)
            found.append((token.offset, last.offset + len(last.text)))
    return found


def counted(engine: Engine, query: str) -> int:
    """How many rows the answer to a SELECT has, as the engine itself says.

    :raises NetworkError: where it says no number.
    """
    count = number(engine.select(counting(query)))
    if count is None:
        raise incomplete(engine, 0, 1)
    return count


def number(answer: Solutions) -> int | None:
    """The one number that an answer holds; None where it holds anything else."""
    cell = answer.rows[0][0] if len(answer.rows) == 1 and answer.rows[0] else None
    text = cell.value if isinstance(cell, Literal) else ""
    return int(text) if re.fullmatch("[0-9]{1,18}", text) else None


def incomplete(engine: Engine, came: int, wanted: int) -> NetworkError:
    """The error that an engine gave another number of rows than it counted."""
    return NetworkError(
        Text(
            f"the endpoint {engine.name} gave {came} of {wanted} rows",
            f"端点 {engine.name} 仅返回 {wanted} 行中的 {came} 行",
        ),
        remedy=Text(
            "raise its limit for rows, or see whether somebody writes to it",
            "请调高其行数限制，或确认是否有人正在写入",
        ),
    )
