"""A report as a folder of files, which is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
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
    places = {Path(folder) / name: content for name, content in contents.items()}
    parts = {place.with_name(f".{place.name}.{os.getpid()}.part"): place for place in places}
    try:
        for part, place in parts.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(places[place])
            if place.is_dir():
                raise IsADirectoryError(21, "Is a directory")
        for part, place in parts.items():
            part.replace(place)
    except OSError as error:
        for part in parts:
            with suppress(OSError):
                part.unlink()
        raise InputError(
            Text(f"cannot be written: {error.strerror}", f"无法写入：{error.strerror}"),
            remedy=Text("name a folder that you may write to with -o", "请用 -o 指定可写的文件夹"),
            file=str(folder),
        ) from None
