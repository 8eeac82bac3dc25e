"""The same input gives the same bytes, whatever the hash seed, the locale and the time zone."""

import pytest

COMMANDS = [
    ["tour"],
    ["show", "QUTAC", "--lang", "zh"],
    ["search", "quantum"],
    ["query", "--list"],
    ["query", "compare/overview", "--format", "json"],
    *(["export", "--derived", "--format", form] for form in ("turtle", "trig", "nt", "nq", "rdfxml", "jsonld")),
    ["export", "QuIC", "--as-of", "2022-01", "--format", "jsonld"],
    *(["export", "--profile", name] for name in ("org", "prov", "schema", "skos", "wikidata")),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_two_surroundings_give_the_same_bytes(python, arguments) -> None:
    here = python("-m", "qontology", *arguments, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Shanghai")
    there = python("-m", "qontology", *arguments, PYTHONHASHSEED="2", LC_ALL="zh_CN.GB18030", TZ="America/New_York")
    assert here.returncode == there.returncode == 0, here.stderr.decode()
    assert here.stdout == there.stdout
