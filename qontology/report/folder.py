"""A report as a folder of files, which is written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..knowledge import KnowledgeGraph
from ..language import Language
from ..writing import write_files
from .html import html
from .markdown import markdown
from .study import Study

__all__ = ["files", "write"]


def files(graph: KnowledgeGraph, language: Language = "both", *, illustrated: bool = True) -> dict[str, bytes]:
    """The files of the report by their names: a page in HTML and in Markdown for each language, and the pictures.

    :raises InputError: where it is to be illustrated and the extra ``plot`` is not installed.
    """
    spoken: tuple[Language, ...] = ("en", "zh") if language == "both" else (language,)
    found: dict[str, bytes] = {}
    for tongue in spoken:
        study = Study(graph, tongue, illustrated=illustrated)
        other = next((f"report.{foreign}.html" for foreign in spoken if foreign != tongue), None)
        found[f"report.{tongue}.html"] = html(study, other).encode()
        found[f"report.{tongue}.md"] = markdown(study).encode()
        for name, picture in study.pictures.items():
            found[f"pictures/{name}.{tongue}.svg"] = picture.svg
            found[f"pictures/{name}.{tongue}.png"] = picture.png
    return found


def write(contents: Mapping[str, bytes], folder: str | Path) -> None:
    """Writes files below a folder, which is made if it is not there; other files in it are left alone.

    Every file is written beside its place first, and takes it only when all are there.

    :raises InputError: where one cannot be written; all that stood in the folder is then unchanged.
    """
    write_files({Path(folder) / name: content for name, content in contents.items()}, folders=True)
