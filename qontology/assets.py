"""Where things lie: assets beside the package in a checkout, inside it in a wheel; programs beside this Python."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

__all__ = ["EXAMPLES", "FOLDERS", "files", "program", "root", "shown"]

ALIGNMENTS = "alignments"
FOLDERS = ("ontology", "data", "shapes", "queries", "sheets")
EXAMPLES = "docs/examples"


def root() -> Path:
    """The folder that holds the folders of assets.

    >>> all((root() / folder).is_dir() for folder in FOLDERS)
    True
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "ontology").is_dir():
        return checkout
    return package / "_assets"


def files(folder: str, suffix: str = ".ttl") -> list[Path]:
    """All files of one folder of assets, in its subfolders too, in the order of their names.

    ``folder`` may name a subfolder (``"ontology/vocabularies"``). Alignments with other vocabularies are no part of the
    ontology, and come only where their folder is named (``"ontology/alignments"``).
    """
    place = root() / folder
    found = (path for path in place.rglob(f"*{suffix}") if ALIGNMENTS not in path.relative_to(place).parts)
    return sorted(found, key=lambda path: path.as_posix())


def program(name: str) -> str:
    """What to type in a shell here for a program that is installed beside this Python.

    That is its bare name where the shell finds this very one by it, else its place. A link is not followed: the Python
    of an environment is a link to one that knows nothing of what is installed there.

    >>> program("no-such-program")
    'no-such-program'
    """
    place = Path(sys.executable).with_name(name)
    found = shutil.which(name)
    if not place.exists() or (found and Path(found).absolute() == place):
        return name
    return shown(place)


def shown(path: Path) -> str:
    """A path as one types it in a shell: from the current folder if it lies below it, else whole.

    >>> shown(Path.cwd() / "my data" / "mine.ttl")
    "'my data/mine.ttl'"
    """
    here = Path.cwd()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))
