"""The same input gives the same bytes, whatever the hash seed, the locale and the time zone."""

import pytest

pytestmark = pytest.mark.long

COMMANDS = [
    ["tour"],
    ["show", "QUTAC", "--lang", "zh"],
    ["search", "quantum"],
    ["query", "--list"],
    ["query", "compare/overview", "--format", "json"],
    ["export"],
    *(["export", "QuIC", "--format", form] for form in ("nt", "nq", "rdfxml", "jsonld")),
    ["export", "--derived", "--format", "trig"],
    ["export", "QuIC", "--as-of", "2022-01", "--format", "jsonld"],
    *(["export", "--profile", name] for name in ("org", "prov", "schema", "skos", "wikidata")),
]


ALL = """
import ast, sys
from qontology import assets
from qontology.cli import run
every = assets.files
assets.files = lambda *folder: [path for path in every(*folder) if "/data/world/" not in path.as_posix()]
for sys.argv[1:] in ast.literal_eval(sys.argv[1]):
    try:
        run()
    except SystemExit as ended:
        print(end=f"\\0{ended.code}\\0", flush=True)
"""
"""A process that runs each command, and ends what it prints with its exit code.

It has the study, and not the web, whose facts go the same ways and are many.
"""


def answers(python, **surroundings: str) -> dict[str, bytes]:
    """What each command prints, all in the same surroundings."""
    done = python("-c", ALL, repr(COMMANDS), **surroundings)
    *found, rest = done.stdout.split(b"\0")
    assert found[1::2] == [b"0"] * len(COMMANDS) and rest == b"", done.stderr.decode()
    return dict(zip(map(" ".join, COMMANDS), found[::2], strict=True))


def test_two_surroundings_give_the_same_bytes(python) -> None:
    here = answers(python, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Shanghai")
    there = answers(python, PYTHONHASHSEED="2", LC_ALL="zh_CN.GB18030", TZ="America/New_York")
    assert all(here.values())
    assert [command for command in here if here[command] != there[command]] == []
