"""Fetches what the tests of consumers need beside Python: libraries of JavaScript and of Java, pinned.

Run by ``make consumers``. What cannot be had is told, and the tests of it are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from downloads import downloaded

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".consumers"
PACKAGES = ROOT / "tests/consumers/programs/package.json"

# A wheel that holds the OWLAPI, HermiT and ELK.
JARS = "deeponto/lib/"
WHEEL = "deeponto-0.9.3-py3-none-any.whl"
SHA256 = "bdc3428640f5012c8acab7dd8699851aa7d401146634cce74112e172f1782ebb"
UNUSED = ("owlapi-osgidistribution", "jena-", "scala-", "groovy-")


def javascript(folder: Path) -> bool:
    """Whether the packages are there now."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PACKAGES, folder)
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"]
    return subprocess.run([npm, "install", *quiet, "--prefix", str(folder)], check=False).returncode == 0


def java(folder: Path) -> bool:
    """Whether the libraries are there now."""
    if folder.is_dir():
        return True
    archive = downloaded(folder.parent, "deeponto==0.9.3", WHEEL, SHA256)
    if archive is None:
        return False
    with ZipFile(archive) as opened:
        names = [name for name in opened.namelist() if name.startswith(JARS) and name.endswith(".jar")]
        parts = {Path(name).name: opened.read(name) for name in names}
    unfinished = folder.with_name("java-unfinished")
    unfinished.mkdir(exist_ok=True)
    for name, content in parts.items():
        if not name.startswith(UNUSED):
            (unfinished / name).write_bytes(content)
    unfinished.rename(folder)
    archive.unlink()
    return True


def main() -> int:
    """Fetches both."""
    FOLDER.mkdir(exist_ok=True)
    found = {"JavaScript": javascript(FOLDER / "npm"), "Java": java(FOLDER / "java")}
    for name, there in found.items():
        print(f"{name}: {'there' if there else 'not to be had; its tests are skipped'}")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
