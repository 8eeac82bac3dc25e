"""Where ontology, data, shapes, queries and sheets lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

__all__ = ["FOLDERS", "files", "root"]

ALIGNMENTS = "alignments"
FOLDERS = ("ontology", "data", "shapes", "queries", "sheets")


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
