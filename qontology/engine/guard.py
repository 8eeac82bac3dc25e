"""What no engine is asked: queries that reach the network, or that would exhaust the stack of the process.

pyoxigraph has no switch for SERVICE, and a few kilobytes of nested brackets end the whole process with a
segmentation fault. Both are seen in the tokens of a query, before an engine sees the query.
"""

from __future__ import annotations

import re

from ..errors import InputError
from ..language import Text

__all__ = ["check"]

# Far below what was measured to overflow a stack of 8 MB (2,231 nested groups, 5,037 parentheses, 10,000 operators
# in a chain), and far above what a person or a compiled shape writes.
MOST_NESTED = 200
MOST_CHAINED = 4000

TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\r\n]*                                                          # comment
            | <[^<>"{}|^`\\\x00-\x20]*>                                              # IRI
            | "{3}(?:"?"?(?:[^"\\]|\\.))*"{3} | '{3}(?:'?'?(?:[^'\\]|\\.))*'{3}     # long strings
            | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'                       # strings
            | [?$]\w+                                                              # variables; prefixed names
            | [\w.\-]*:[^\s<>{}()\[\];,"'\#|/^*+?!]* )
  | (?P<open> [({\[] )
  | (?P<close> [)}\]] )
  | (?P<chain> \|\|? | && | / | \b(?:OPTIONAL|UNION|MINUS)\b )
  | (?P<service> \bSERVICE\b )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(query: str) -> None:
    """Refuses a query that asks a remote service or nests too deeply.

    >>> check("SELECT ?service WHERE { ?service a <http://example.org/SERVICE> } # SERVICE")
    >>> check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: the query asks a remote service (SERVICE); load the data of that service ...

    :raises InputError: where the query has a SERVICE clause, or more than 200 brackets inside one another, or more
        than 4,000 operators of a kind that engines chain.
    """
    depth = chained = 0
    for token in TOKEN.finditer(ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), query)):
        match token.lastgroup:
            case "open":
                depth += 1
                if depth > MOST_NESTED:
                    raise InputError(
                        Text(
                            "the query nests its brackets more than {most} deep", "查询的括号嵌套超过 {most} 层"
                        ).format(most=MOST_NESTED),
                        remedy=Text("write it flatter", "请减少嵌套"),
                    )
            case "close":
                depth -= 1
            case "chain":
                chained += 1
                if chained > MOST_CHAINED:
                    raise InputError(
                        Text("the query chains more than {most} operators", "查询连用的运算符超过 {most} 个").format(
                            most=MOST_CHAINED
                        ),
                        remedy=Text("use VALUES or several queries", "请改用 VALUES 或拆成多个查询"),
                    )
            case "service":
                raise InputError(
                    Text("the query asks a remote service (SERVICE)", "查询调用了远程服务（SERVICE）"),
                    remedy=Text(
                        "load the data of that service into the graph, or query its endpoint with --endpoint",
                        "请先把该服务的数据载入图中，或用 --endpoint 直接查询该端点",
                    ),
                )
