"""Property paths, read from SPARQL syntax."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Operation", "Path", "parse_path"]

_TOKEN = re.compile(r"<[^<>\s]*>|[/|^?*+()]")
_END = ""


class Operation(NamedTuple):
    """``/`` or ``|`` over two paths or more; ``^``, ``?``, ``*`` or ``+`` over one."""

    operator: str
    operands: tuple[Path, ...]


Path = str | Operation
"""An IRI without its angle brackets, or an operation on paths."""


def parse_path(syntax: str) -> Path:
    """The path that is written in SPARQL syntax with its IRIs in full.

    Raises :class:`ValueError` where it is none, or one that SHACL does not have (negated property sets).

    >>> parse_path("^<urn:a>")
    Operation(operator='^', operands=('urn:a',))
    >>> parse_path("<urn:a>/<urn:b>*").operands[1]
    Operation(operator='*', operands=('urn:b',))
    """
    found = _TOKEN.findall(syntax)
    tokens = [_END, *reversed(found)]
    if "".join(found) == "".join(syntax.split()):
        path = _alternative(tokens)
        if tokens == [_END]:
            return path
    raise ValueError(f"not a SHACL property path: {syntax}")


# Each of these takes from the end of the list the tokens that it understands, one rule of the grammar of SPARQL each.


def _alternative(tokens: list[str]) -> Path:
    return _joined("|", _sequence, tokens)


def _sequence(tokens: list[str]) -> Path:
    return _joined("/", _inverse, tokens)


def _joined(operator: str, operand: Callable[[list[str]], Path], tokens: list[str]) -> Path:
    operands = [operand(tokens)]
    while tokens[-1] == operator:
        tokens.pop()
        operands.append(operand(tokens))
    return Operation(operator, tuple(operands)) if len(operands) > 1 else operands[0]


def _inverse(tokens: list[str]) -> Path:
    if tokens[-1] != "^":
        return _repeated(tokens)
    tokens.pop()
    return Operation("^", (_repeated(tokens),))


def _repeated(tokens: list[str]) -> Path:
    path = _primary(tokens)
    return Operation(tokens.pop(), (path,)) if tokens[-1] in ("?", "*", "+") else path


def _primary(tokens: list[str]) -> Path:
    if tokens[-1].startswith("<"):
        return tokens.pop()[1:-1]
    if tokens[-1] == "(":
        tokens.pop()
        path = _alternative(tokens)
        if tokens[-1] == ")":
            tokens.pop()
            return path
    raise ValueError(f"not a SHACL property path before: {' '.join(reversed(tokens)).strip() or 'its end'}")
