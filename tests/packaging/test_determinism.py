"""The same input gives the same bytes, whatever the hash seed, the locale and the time zone."""

import pytest

COMMANDS = [
    ["tour"],
    ["show", "QUTAC", "--lang", "zh"],
    ["search", "quantum"],
    ["query", "--list"],
    ["query", "compare/overview", "--format", "json"],
    *(["export", "--all", "--format", form] for form in ("turtle", "nt", "rdfxml", "jsonld")),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_two_surroundings_give_the_same_bytes(python, arguments) -> None:
    here = python("-m", "qontology", *arguments, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Shanghai")
    there = python("-m", "qontology", *arguments, PYTHONHASHSEED="2", LC_ALL="zh_CN.GB18030", TZ="America/New_York")
    assert here.returncode == there.returncode == 0, here.stderr.decode()
    assert here.stdout == there.stdout
