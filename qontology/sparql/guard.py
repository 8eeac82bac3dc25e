"""What no engine is asked: queries that reach the network, or that would exhaust the stack of the process.

pyoxigraph has no switch for SERVICE, and a few kilobytes of brackets or operators end the whole process with a
segmentation fault. Both are seen in the tokens of a query, before an engine sees the query; where an engine could
read another query than its tokens tell, the query is refused.
"""

from __future__ import annotations

import re

from ..errors import InputError
from ..language import Text
from .tokens import Token, tokens

__all__ = ["check"]

# The least found to overflow a stack of 8 MB: 860 nested EXISTS, a collection of 5,000 items, 15,000 tokens of MINUS.
# No person writes so much.
MOST_NESTED = 100
MOST_TOKENS = 4000

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")
SURROGATE = re.compile("[\ud800-\udfff]")
HIDING = re.compile(r"[#'()\[\]]")


def check(query: str) -> None:
    """Refuses a query that asks a remote service, or is too deep or too long for the stack of an engine.

    >>> check("SELECT ?service WHERE { ?service a <http://example.org/SERVICE> } # SERVICE")
    >>> check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: the query asks a remote service (SERVICE); load the data of that service ...

    :raises InputError: where the query has a SERVICE clause, more than 100 brackets inside one another, more than
        4,000 tokens outside the data of VALUES, half a surrogate pair, or a ``<`` that can be read in two ways and
        could hide one of these.
    """
    if SURROGATE.search(query):
        raise InputError(
            Text("the query holds half of a surrogate pair", "查询含有不成对的代理字符"),
            remedy=Text("write it in valid UTF-8", "请使用有效的 UTF-8 文本"),
        )
    if is_plain(query):
        return
    # Some engines replace these escapes before they read anything, pyoxigraph only inside strings and IRIs.
    unescaped = ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), query)
    for reading in dict.fromkeys((query, unescaped)):
        check_reading(reading)


def is_plain(query: str) -> bool:
    """Whether a query is seen to be harmless without reading its tokens, as those of the library are.

    It is if it cannot have more tokens than characters, or more brackets inside one another than brackets, and the
    word is nowhere in it, nor an escape that could hide the word.

    >>> is_plain("SELECT ?s WHERE { ?s ?p ?o }"), is_plain("SELECT ?service WHERE { ?service ?p ?o }")
    (True, False)
    """
    brackets = query.count("(") + query.count("{") + query.count("[")
    short = len(query) <= MOST_TOKENS and brackets <= MOST_NESTED
    return short and "\\" not in query and "SERVICE" not in query.upper()


def check_reading(query: str) -> None:
    """As :func:`check`, for one way to read the escapes."""
    count = 0
    data = 0  # the depth of the VALUES data that the token stands in; flat lists, which no engine recurses into
    keyword = ""
    before = Token("sign", "", 0)
    for token in tokens(query):
        if token.depth > MOST_NESTED:
            raise too_deep()
        if is_service(before, token):
            raise asks_service()
        if data:
            data = 0 if token.text == "}" and token.depth == data else data
        elif token.text == "{" and keyword == "VALUES":
            data, keyword = token.depth, ""
        elif token.kind == "unclear" and HIDING.search(token.text):
            raise unclear(token.text)
        else:
            # An operator of two characters weighs as much as two: each may be one of its own to an engine.
            count += len(token.text) if token.kind in ("unclear", "sign") else 1
            keyword = token.text.upper() if token.kind == "word" else keyword
        if count > MOST_TOKENS:
            raise too_long()
        before = token


def is_service(before: Token, token: Token) -> bool:
    """Whether SERVICE can be read here: in a word, or in the prefix of a name (``SERVICEex:a {``)."""
    if token.text == "{" and before.kind == "name":
        return "SERVICE" in before.text.partition(":")[0].upper()
    return token.kind == "word" and "SERVICE" in token.text.upper()


def asks_service() -> InputError:
    return InputError(
        Text("the query asks a remote service (SERVICE)", "查询调用了远程服务（SERVICE）"),
        remedy=Text(
            "load the data of that service into the graph, or query its endpoint with --endpoint",
            "请先把该服务的数据载入图中，或用 --endpoint 直接查询该端点",
        ),
    )


def too_deep() -> InputError:
    text = Text("the query nests its brackets more than {most} deep", "查询的括号嵌套超过 {most} 层")
    return InputError(text.format(most=MOST_NESTED), remedy=Text("write it flatter", "请减少嵌套"))


def too_long() -> InputError:
    return InputError(
        Text("the query has more than {most} tokens", "查询超过 {most} 个词元").format(most=MOST_TOKENS),
        remedy=Text("put long lists into VALUES, or ask several queries", "请把长列表放入 VALUES，或拆成多个查询"),
    )


def unclear(text: str) -> InputError:
    return InputError(
        Text("the query can be read in two ways here: {text}", "查询在此处有两种读法：{text}").format(text=text[:80]),
        remedy=Text(
            "put a blank after < if it compares; write the IRI as a prefixed name if it is one",
            "若 < 表示比较，请在其后加空格；若是 IRI，请改写为前缀名",
        ),
    )
