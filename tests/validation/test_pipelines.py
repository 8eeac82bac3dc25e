"""What others build on: the hooks, the GitHub Action and the pytest fixture call the command as it is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qontology.cli.parser import Command

ROOT = Path(__file__).parents[2]

HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", re.findall(r"entry: qontology (.+)", HOOKS))
def test_a_hook_names_a_command_that_takes_files(entry):
    assert Command.parse([*entry.split(), "a.ttl"], "en").arguments.files == ["a.ttl"]


@pytest.mark.parametrize(("shapes", "code"), [("shapes.ttl\n", 1), ("", 0)])
def test_the_script_of_the_action_validates(shapes, code, tmp_path):
    (tmp_path / "a b.ttl").write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text(
        "<urn:S> <http://www.w3.org/ns/shacl#targetSubjectsOf> <urn:p> ;"
        " <http://www.w3.org/ns/shacl#nodeKind> <http://www.w3.org/ns/shacl#Literal> .",
        encoding="utf-8",
    )
    script = re.search(r"SPOKEN: .*\n {6}run: \|\n((?: {8}.*\n)+)", ACTION)[1]
    inputs = {"FILES": "a b.ttl\n", "SHAPES": shapes, "SHIPPED": "none" if shapes else "shipped"}
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        env=os.environ | inputs | {"FAIL_ON": "violation", "SPOKEN": "en", "PATH": path()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert ("::error file=a b.ttl,line=1,col=1,title=S::" in done.stdout) is bool(shapes)


def path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def test_every_input_of_the_action_reaches_its_script():
    declared = re.findall(r"^  ([\w-]+):$", ACTION.partition("inputs:\n")[2].partition("runs:\n")[0], re.MULTILINE)
    assert set(declared) == set(re.findall(r"inputs\.([\w-]+)", ACTION))


TESTS = """
pytest_plugins = ["qontology.testing"]

def test_good(qontology_validate):
    assert qontology_validate("good.ttl").conforms

def test_bad(qontology_validate):
    qontology_validate("bad.ttl")
"""


def test_the_fixture_fails_a_test_with_the_text_of_the_report(tmp_path):
    golden = Path(__file__).parent / "golden"
    (tmp_path / "good.ttl").write_bytes((golden / "curator-mended.ttl").read_bytes())
    (tmp_path / "bad.ttl").write_bytes((golden / "curator.ttl").read_bytes())
    (tmp_path / "conftest.py").write_text("", encoding="utf-8")
    (tmp_path / "test_data.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 failed, 1 passed" in done.stdout
    assert "violation QO-103: there is no preferred label in Chinese" in done.stdout
