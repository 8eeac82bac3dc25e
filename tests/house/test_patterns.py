"""Regular expressions that every Python from 3.11.0 on matches alike.

Early releases of CPython 3.11 match possessive quantifiers and atomic groups wrongly: 3.11.2 finds all of ``ad`` with
``(?:ab?c)?+d``, 3.11.7 nothing. The tokens of a Turtle file fell apart there.
"""

import ast
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for folder in ("qontology", "tools", "bench") for path in (ROOT / folder).rglob("*.py"))
REFUSED = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}


def texts(tree: ast.Module) -> Iterator[str]:
    """Every text of a module; a value that is filled in counts as one character."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def operations(pattern: object) -> Iterator[str]:
    """The operations of a parsed pattern, at any depth."""
    if isinstance(pattern, re._parser.SubPattern | list | tuple):
        for part in pattern:
            yield from operations(part)
    else:
        yield str(pattern)


def is_refused(text: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            return not REFUSED.isdisjoint(operations(re._parser.parse(text)))
    except (re.error, OverflowError):
        return False  # a text that is no pattern


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_pattern_has_a_possessive_quantifier_or_an_atomic_group(path: Path) -> None:
    assert list(filter(is_refused, texts(ast.parse(path.read_text(encoding="utf-8"))))) == []


@pytest.mark.parametrize("text", ["a?+", "a*+", "(?:ab)++", "a{2}+", "(?>ab)", "x|((?=a*+)b)"])
def test_they_are_seen_wherever_they_stand(text: str) -> None:
    assert is_refused(text)
