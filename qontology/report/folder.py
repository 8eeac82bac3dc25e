"""A report as a folder of files, which is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..tables.extras import require
from ..writing import write_files
from .drawing import check
from .html import html
from .markdown import markdown
from .slides import slides
from .study import Study
from .workbook import workbook

__all__ = ["PAGES", "file", "files", "missing", "write"]

PAGES: dict[str, Callable[[Study], str | bytes]] = {
    "html": html,
    "markdown": markdown,
    "pptx": slides,
    "xlsx": workbook,
}
"""The forms of a report that are one file; Markdown has its pictures beside it, and alone none."""


def missing() -> dict[str, InputError]:
    """What cannot be made here since a library is not installed: ``pictures``, ``slides``, ``workbook``, each with why.

    Slides are made of pictures.
    """
    found = {}
    for part, tell in (
        ("pictures", check),
        ("slides", lambda: require("pptx", "powerpoint")),
        ("workbook", lambda: require("xlsxwriter", "excel")),
    ):
        try:
            tell()
        except InputError as error:
            found[part] = error
    if "pictures" in found:
        found["slides"] = found["pictures"]
    return found


def file(
    graph: KnowledgeGraph, form: str, language: Language, names: Iterable[str] = (), *, as_of: str | None = None
) -> bytes:
    """The report in one of the :data:`PAGES` and in one language, with its pictures where the form can hold them.

    :raises InputError: where a library is not installed that slides or a workbook need, or as :class:`Study`.
    """
    illustrated = form == "pptx" or (form == "html" and "pictures" not in missing())
    made = PAGES[form](Study(graph, language, names, as_of=as_of, illustrated=illustrated))
    return made if isinstance(made, bytes) else made.encode()


def files(
    graph: KnowledgeGraph,
    language: Language = "both",
    names: Iterable[str] = (),
    *,
    as_of: str | None = None,
    without: Iterable[str] = (),
) -> dict[str, bytes]:
    """The files of the report by their names: for each language a page in HTML and in Markdown, slides, a workbook and
    the pictures. ``names`` are alliances, ``as_of`` a date, see :class:`Study`; ``without`` leaves out ``pictures``,
    ``slides`` or ``workbook``, and what is made of them.

    :raises InputError: where a library is not installed, or as :class:`Study`.
    """
    left_out = set(without)
    spoken: tuple[Language, ...] = ("en", "zh") if language == "both" else (language,)
    chosen = list(names)
    found: dict[str, bytes] = {}
    for tongue in spoken:
        study = Study(graph, tongue, chosen, as_of=as_of, illustrated="pictures" not in left_out)
        other = next((f"report.{foreign}.html" for foreign in spoken if foreign != tongue), None)
        found[f"report.{tongue}.html"] = html(study, other).encode()
        found[f"report.{tongue}.md"] = markdown(study).encode()
        if not left_out & {"pictures", "slides"}:
            found[f"report.{tongue}.pptx"] = slides(study)
        if "workbook" not in left_out:
            found[f"report.{tongue}.xlsx"] = workbook(study)
        for name, picture in study.pictures.items():
            found[f"pictures/{name}.{tongue}.svg"] = picture.svg
            found[f"pictures/{name}.{tongue}.png"] = picture.png
    return found


def write(
    contents: Mapping[str, bytes], folder: str | Path, *, force: bool = False, read: Iterable[str | Path] = ()
) -> None:
    """Writes files below a folder, which is made if it is not there; other files in it are left alone.

    Every file is written beside its place first, and takes it only when all are there; never over a file that was
    ``read``. What stands there and is not the same is replaced only by ``force``.

    :raises InputError: where one cannot be written or would replace another; all that stood there is then unchanged.
    """
    places: dict[str | Path, str | bytes] = {Path(folder) / name: content for name, content in contents.items()}
    changed = (Path(folder) / name for name, content in contents.items() if differs(Path(folder) / name, content))
    if not force and (place := next(changed, None)):
        raise InputError(
            Text("is there already, with other content", "已存在，且内容不同"),
            remedy=Text("name another folder, or add --force to replace it", "请另指定文件夹，或加 --force 替换"),
            file=str(place),
        )
    write_files(places, inputs=read, folders=True)


def differs(place: Path, content: bytes) -> bool:
    """Whether a file stands at a place and has other content; what cannot be read is left to the writer."""
    try:
        return place.is_file() and place.read_bytes() != content
    except OSError:
        return False
