"""No option is passed over in silence: each one of each verb is read by what the verb does, or refused with a word."""

import argparse
import io
from argparse import Namespace
from pathlib import Path

import pytest

from qontology.cli.parser import VERBS, Command, parser_of
from qontology.errors import QontologyError
from qontology.findings import Report

HERE = Path(__file__).parent
OWN = str(HERE.parents[1] / "docs/examples/my-alliance.ttl")

# What each verb is asked with nothing but what it needs; several where options change what is done.
PLAIN = {
    "tour": [[]],
    "ask": [["who leads the work on standards"]],
    "query": [["goals/of-alliance"], ["goals/of-alliance", "--sparql"], ["--list"], ["ASK { ?a a qo:Alliance }"]],
    "show": [["QUTAC"]],
    "describe": [["alliance"]],
    "stats": [[]],
    "explain": [["QUTAC", "status"]],
    "reason": [[]],
    "compare": [["QUTAC", "QIC"], ["--overlap"], ["--organizations"]],
    "similar": [["QIC"]],
    "gaps": [["QIC"]],
    "timeline": [["QIC"]],
    "conflicts": [["QUTAC"]],
    "freshness": [["QUTAC"]],
    "search": [["IBM"]],
    "report": [["-o", "report"]],
    "site": [["-o", "site"], ["--single-file", "-o", "explorer.html"]],
    "validate": [[OWN], ["--rule", "QO-601"]],
    "template": [["-o", "sheets"]],
    "import": [["sheets"]],
    "new": [["New Alliance"]],
    "fmt": [[OWN], ["-"]],
    "list": [[], ["alliances"]],
    "export": [["data", "-o", "data.ttl"], ["QUTAC", "--profile", "schema"], ["QUTAC", "-o", "folder/"]],
    "completion": [["bash"]],
    "help": [["show"]],
    "version": [[]],
}
VALUES = {
    "--timeout": "5",
    "--max-findings": "2",
    "--as-of": "2021",
    "--from": "2021",
    "--to": "2022",
    "--data": OWN,
    "--months": "6",
}
# What takes long is not done: its arguments are read before.
SLOW = {
    "validate": {"validate": lambda *files, **options: Report((), "", (), ()), "watch": lambda run, states: run()},
    "report": {"files": lambda *graph, **options: {}},
    "site": {"files": lambda graph, base: {}, "single_file": lambda graph: b""},
    "tour": {"validate": lambda *files, **options: Report((), "", (), ())},
    "reason": {"derive": lambda engine: {}},
}


class Watched(Namespace):
    """Arguments that remember which of them were asked for."""

    def __init__(self, arguments: Namespace) -> None:
        super().__init__(**vars(arguments))
        object.__setattr__(self, "asked", set())

    def __getattribute__(self, name: str) -> object:
        if not name.startswith("_") and name != "asked":
            object.__getattribute__(self, "asked").add(name)
        return object.__getattribute__(self, name)


def options(verb: str) -> list[argparse.Action]:
    """The options of a verb but for those of every verb, and a format that has but one value."""
    known = [each for each in parser_of(verb, "en")[1]._actions if each.option_strings]
    return [each for each in known if each.dest not in ("help", "output", "lang") and len(each.choices or "??") > 1]


def given(option: argparse.Action) -> list[str]:
    """The option with a value that is not its default."""
    name = option.option_strings[-1]
    if option.nargs == 0:
        return [name]
    choices = [each for each in option.choices or () if each != option.default]
    return [name, str(choices[-1]) if choices else VALUES.get(name, "x")]


CASES = [(verb, tuple(plain), option) for verb in PLAIN for plain in PLAIN[verb] for option in options(verb)]


READS_NO_GRAPH = {"completion", "fmt", "help", "new", "version"}


def test_every_verb_is_looked_at() -> None:
    assert PLAIN.keys() == VERBS.keys()


@pytest.mark.parametrize("verb", sorted(VERBS.keys() - READS_NO_GRAPH))
def test_a_verb_that_reads_takes_files_and_an_endpoint_or_says_why_not(verb, run) -> None:
    assert {"data", "endpoint"} <= {option.dest for option in options(verb)}
    refused = "graph" not in {option.dest for option in options(verb)}
    assert refused == (verb == "import")
    if refused:
        outcome = run(verb, "sheets", "--endpoint", "http://127.0.0.1:9/")
        assert outcome.code == 2 and "then --data all.ttl" in outcome.err


@pytest.mark.parametrize(("verb", "plain", "option"), CASES, ids=lambda part: getattr(part, "dest", None) or str(part))
def test_each_option_is_read_or_refused(
    verb, plain, option, monkeypatch, tmp_path, capsys, of_the_study, read_once
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        command = Command.parse([verb, *plain, *given(option)], "en")
        watched = Watched(command.arguments)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(OWN).read_bytes())))
        for name in SLOW.get(verb, ()):
            monkeypatch.setattr(command.verb, name, SLOW[verb][name])
        Command(command.verb, watched).run()
    except QontologyError as refused:
        assert refused.say("en")
        return
    finally:
        capsys.readouterr()
    assert option.dest in watched.asked
