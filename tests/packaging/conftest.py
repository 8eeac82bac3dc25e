import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

collect_ignore = ["client.py"]
"""A program of a user, which would run where pytest looks into it for doctests."""


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs, read-only, away from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


@pytest.fixture
def python(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs this interpreter in an empty folder, with the environment changed as told."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        inherited = {key: value for key, value in os.environ.items() if key != "QONTOLOGY_LANG"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=inherited | environment,
            capture_output=True,
            check=False,
        )

    return run
