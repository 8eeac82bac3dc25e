"""``help``, ``version`` and ``completion``: what the command tells of itself."""

import shutil
import subprocess

import pytest

import qontology
from qontology.cli.parser import VERBS
from qontology.knowledge.library import Library


@pytest.mark.parametrize("verb", VERBS)
def test_help_says_what_the_option_says(verb, run):
    assert run("help", verb).out == run(verb, "--help").out


def test_help_alone_names_every_verb(run):
    text = run("help").out
    assert all(f"\n  {verb}" in text for verb in VERBS)


def test_help_for_a_verb_that_is_none_names_the_nearest(run):
    outcome = run("help", "shwo")
    assert (outcome.code, outcome.out) == (2, "") and "did you mean show?" in outcome.err


def test_the_version_is_told_with_those_of_the_libraries(run):
    first, *others = run("version").out.splitlines()
    assert first == f"qontology {qontology.__version__}"
    assert {line.split()[0] for line in others} >= {"Python", "pyoxigraph", "rdflib"}


def completed(script: str, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in words)
    ask = (
        f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _qontology; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    return subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_verbs_options_and_questions(run, tmp_path):
    script = run("completion", "bash").out
    assert completed(script, "qontology", "sh") == ["show"]
    assert completed(script, "qontology", "show", "--la") == ["--lang"]
    assert completed(script, "qontology", "list", "all") == ["alliances"]
    ids = [name for name in Library().ids() if name.startswith("goals/by-")]
    assert completed(script, "qontology", "query", "goals/by-") == ids


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_the_same_words(shell, run):
    script = run("completion", shell).out
    assert all(verb in script for verb in VERBS) and "goals/of-alliance" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"needs {shell}")
    assert subprocess.run([program, "-n"], input=script, text=True).returncode == 0
