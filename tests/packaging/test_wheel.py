"""The wheel: one copy of every asset, and a package that works wherever it lies."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from qontology.assets import EXAMPLES, FOLDERS, root

pytestmark = pytest.mark.long

# Python code that lets no socket connect, then runs one command.
OFFLINE = """
import socket, sys
def refuse(*_): raise AssertionError("the network is asked for")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
from qontology.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_wheel_holds_exactly_the_files_that_git_tracks(wheel: Path) -> None:
    command = ["git", "-C", str(root()), "ls-files", "qontology", *FOLDERS, EXAMPLES, "tests/*/shapes/*"]
    tracked = set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines())
    expected = {name if name.startswith("qontology/") else f"qontology/_assets/{name}" for name in tracked}
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == expected


def test_the_wheel_carries_both_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {"LICENSE", "LICENSE-DATA"} <= {Path(name).name for name in names if "/licenses/" in name}


def test_the_installed_package_works_from_any_folder_read_only_and_with_sockets_blocked(installed, python) -> None:
    for arguments in (["tour"], ["show", "QUTAC"], ["query", "goals/of-alliance"], ["export", "-f", "jsonld"]):
        outcome = python("-c", OFFLINE, *arguments, PYTHONPATH=str(installed))
        assert outcome.returncode == 0, outcome.stderr.decode()


def test_the_installed_package_finds_its_assets_inside_itself(installed, python) -> None:
    outcome = python("-m", "qontology", "--paths", PYTHONPATH=str(installed))
    assert outcome.stdout.decode().splitlines()[0].endswith(f"{installed}/qontology/_assets/ontology")


def test_the_installed_package_says_where_its_examples_lie_and_they_can_be_used(installed, python) -> None:
    outcome = python("-m", "qontology", "--paths", PYTHONPATH=str(installed))
    (folder,) = re.findall(r"^examples +(.*)$", outcome.stdout.decode(), re.MULTILINE)
    assert {path.name for path in Path(folder).iterdir()} == {path.name for path in (root() / EXAMPLES).iterdir()}
    example = f"{folder}/my-alliance.ttl"
    for arguments in (["validate", example], ["gaps", "EAQU", example]):
        outcome = python("-c", OFFLINE, *arguments, PYTHONPATH=str(installed))
        assert outcome.returncode == 0, outcome.stderr.decode()


def test_the_installed_package_explains_a_rule_with_examples(installed, python) -> None:
    outcome = python("-m", "qontology", "validate", "--rule", "QO-441", PYTHONPATH=str(installed))
    assert "keeps the rule:" in outcome.stdout.decode()
    assert "breaks the rule:" in outcome.stdout.decode()


def test_importing_the_package_imports_no_other_library(python) -> None:
    code = "import sys; before = set(sys.modules); import qontology; print(*sorted(set(sys.modules) - before))"
    assert python("-c", code).stdout.decode().split() == ["__future__", "qontology"]
