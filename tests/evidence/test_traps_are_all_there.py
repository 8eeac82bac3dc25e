"""Each of the 83 traps of the study has one test."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


def test_each_trap_has_one_test() -> None:
    functions = [
        node.name
        for path in TESTS.glob("*/test_traps.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    traps = [found[1] for name in functions if (found := re.match(r"test_t(\d\d)_", name))]
    assert sorted(traps) == [f"{number:02}" for number in range(1, 84)]
