"""Files made to hang, to swell or to fool, given to the verbs that read: an answer or an error, within time and memory.

What is bounded is the processor time of a command with all its children, not the clock on the wall.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "@prefix e: <urn:e:> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
NODE = "<rdf:Description><e:p>", "</e:p></rdf:Description>"
SCHEMA = {"@vocab": "https://w3id.org/qontology/ns#"}
NODES = [{"@id": f"https://w3id.org/qontology/id/alliance/a{n}", "@type": "Alliance"} for n in range(2000)]

# The name of the file, what is in it, the verb, its exit code, and what is said.
HOSTILE: dict[str, tuple[str, Callable[[], str], str, int, str]] = {
    "lists in lists": (
        "a.ttl",
        lambda: PREFIX + "e:a e:p " + "(" * 400 + ")" * 400 + " .",
        "validate a.ttl --with none",
        0,
        "",
    ),
    "elements in elements": (
        "a.rdf",
        lambda: XML + NODE[0] * 25_000 + NODE[1] * 25_000 + "</rdf:RDF>",
        "export a.rdf",
        2,
        "a.rdf:1: nests elements more than 1000 deep",
    ),
    "a very long term, to lay out": (
        "a.ttl",
        lambda: PREFIX + 'e:a e:p "' + "x" * 17_000_000 + '" .',
        "fmt --check a.ttl",
        2,
        "a.ttl: ",
    ),
    "a very long term, to export": (
        "a.ttl",
        lambda: PREFIX + 'e:a e:p "' + "x" * 17_000_000 + '" .',
        "export a.ttl",
        2,
        "a.ttl: a term is too long to be read",
    ),
    "quotation marks behind backslashes": (
        "a.ttl",
        lambda: PREFIX + "[" * 600 + '\\"' * 150_000,
        "export a.ttl",
        2,
        "a.ttl:2:",
    ),
    "a finding for each of many nodes in JSON": (
        "a.jsonld",
        lambda: json.dumps({"@context": SCHEMA, "@graph": NODES}),
        "validate a.jsonld --max-findings 3",
        1,
        "",
    ),
    "a long chain of classes": (
        "a.ttl",
        lambda: PREFIX + " ".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(5000)),
        "validate a.ttl --with none",
        0,
        "",
    ),
    "a baseline of brackets": ("a.json", lambda: "[" * 500_000, "validate --baseline a.json", 2, "a.json: nests"),
}


def limited(command: str, folder: Path, *, seconds: int = 40, megabytes: int = 2000) -> tuple[int, str]:
    """The exit code of a command and what it says on standard error, within processor time and memory."""
    program = f"ulimit -t {seconds} -v {megabytes * 1000}; exec '{sys.executable}' -m qontology {command} > /dev/null"
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QONTOLOGY_LANG": "en"}
    done = subprocess.run(["bash", "-c", program], cwd=folder, env=surroundings, capture_output=True, check=False)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("case", HOSTILE)
def test_a_small_file_never_takes_long(case: str, tmp_path: Path) -> None:
    name, text, command, code, said = HOSTILE[case]
    (tmp_path / name).write_text(text(), encoding="utf-8")
    found = limited(command, tmp_path)
    assert found[0] == code and said in found[1] and "Traceback" not in found[1], found


@pytest.mark.parametrize("verb", ["validate a.ttl --with none", "export a.ttl", "fmt --check a.ttl"])
def test_little_memory_is_enough_for_a_small_file(verb: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a>\n    <urn:p> 1 .\n", encoding="utf-8")
    code, said = limited(verb, tmp_path, megabytes=700)
    assert code in (0, 1) and "Traceback" not in said, said


READING = {
    "fmt": "fmt --check FILE.ttl",
    "validate": "validate FILE.ttl",
    "validate, shapes": "validate good.ttl --shapes FILE.ttl",
    "validate, ontology": "validate good.ttl --ontology FILE.ttl",
    "validate, baseline": "validate good.ttl --baseline FILE.json",
    "query": "query FILE.rq",
    "export": "export FILE.ttl",
    "export, beside": "export QUTAC --data FILE.ttl",
    "reason": "reason FILE.ttl",
    "compare": "compare --data FILE.ttl",
    "timeline": "timeline --data FILE.ttl",
    "similar": "similar QUTAC --data FILE.ttl",
    "gaps": "gaps QUTAC FILE.ttl",
    "import": "import FILE.xlsx",
    "import, beside": "import good --data FILE.ttl",
    "template": "template --filled QUTAC --data FILE.ttl -o sheets",
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("case", READING)
def test_what_is_no_file_is_refused_by_whatever_reads_it(
    case: str, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.ttl").write_text("<urn:a> <urn:p> 1 .")
    Path("good").mkdir()
    Path("good/members.csv").write_text("of,member\n")
    command = READING[case]
    name = next(word for word in command.split() if word.startswith("FILE"))
    os.mkfifo(name)
    outcome = run(*command.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{name}: is not a file but a device, pipe or socket" in outcome.err
    Path(name).unlink()
    Path(name).symlink_to(name)
    assert "symbolic links run in a circle" in run(*command.split()).err
    assert not Path("sheets").exists()


def test_of_a_folder_only_files_are_laid_out(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a>\n    <urn:p> 1 .\n")
    os.mkfifo(tmp_path / "b.ttl")
    assert run("fmt", "--check", str(tmp_path)).code in (0, 1)


ESCAPED = {"a\x1b]0;b.ttl": "export", "a\u202eb.rq": "query", "a\x1b[31m.xlsx": "import", "a\x9b.ttl": "validate"}


@pytest.mark.parametrize("name", ESCAPED, ids=list(ESCAPED.values()))
@pytest.mark.parametrize("text", ["x \x1b[31m \u202e\x9b", None], ids=["broken", "missing"])
def test_no_message_moves_the_terminal(name: str, text: str | None, run, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = run(ESCAPED[name], str(tmp_path / name))
    assert outcome.code == 2
    assert not set("\x1b\x9b\u202e") & set(outcome.out + outcome.err)
