"""What ships, as people get it: the files of the repository, the wheel, and an export in each format."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from consumers.reading import Reading, text

from qontology import assets
from qontology.writing import FORMS

PROGRAMS = Path(__file__).with_name("programs")
FETCHED = Path(os.environ.get("QONTOLOGY_CONSUMERS", Path(__file__).resolve().parents[2] / ".consumers"))
"""Where ``make consumers`` puts what is not of the package index of Python."""

Export = Callable[..., Path]


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The file of an export: ``exported("nt")`` is all of the study as N-Triples."""
    folder = tmp_path_factory.mktemp("exported")

    def file(form: str, *what: str, dl: bool = False) -> Path:
        path = folder / ("-".join([*(what or ("all",)), *(["dl"] if dl else [])]) + FORMS[form].endings[0])
        if not path.exists():
            path.write_text(text(form, *what, dl=dl), encoding="utf-8")
        return path

    return file


@pytest.fixture(scope="session", params=["files", "wheel"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle files: of the repository, or unpacked from the wheel."""
    if request.param == "files":
        return assets.root()
    unpacked = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(request.getfixturevalue("wheel")) as archive:
        archive.extractall(unpacked)
    return unpacked / "qontology" / "_assets"


def turtle_files(folder: Path) -> list[Path]:
    """The ontology with its vocabularies, and the data."""
    files = [*folder.glob("ontology/*.ttl"), *folder.glob("ontology/vocabularies/*.ttl"), *folder.glob("data/**/*.ttl")]
    assert len(files) > 40
    return sorted(files)


@pytest.fixture(scope="session")
def javascript() -> Callable[..., Reading]:
    """Runs a program with Node.js, which reaches no address; what it prints is what the consumer found."""
    node, libraries = shutil.which("node"), FETCHED / "npm" / "node_modules"
    if node is None or not libraries.is_dir():
        pytest.skip("needs Node.js and the libraries that `make consumers` installs")

    def run(program: str, *arguments: object) -> Reading:
        command = [node, "--import", str(PROGRAMS / "offline.mjs"), str(PROGRAMS / program), str(libraries)]
        done = subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return Reading.of_json(done.stdout)

    return run


@pytest.fixture(scope="session")
def java() -> Callable[..., list[str]]:
    """Runs a program with Java, which reaches no address; the lines that it prints."""
    libraries = FETCHED / "java"
    if shutil.which("javac") is None or not libraries.is_dir():
        pytest.skip("needs Java with its compiler, and the libraries that `make consumers` fetches")
    offline = ["-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=9", "-Djava.net.useSystemProxies=false"]

    def run(program: str, *arguments: object) -> list[str]:
        command = ["java", *offline, "-cp", f"{libraries}/*"]
        command += [str(PROGRAMS / program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run
