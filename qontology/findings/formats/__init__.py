"""How findings are written: for a terminal, a browser, a spreadsheet, a CI service or another program."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from ...errors import InputError, choose_from
from ...language import Language, Text
from ..findings import Report
from .excerpts import Sources
from .names import PREFIXES

__all__ = ["FORMATS", "write"]

# The module of each writer, and the options that it takes.
WRITERS = {
    "text": ("text", "language", "sources", "width", "colour", "prefixes"),
    "sarif": ("sarif", "language", "prefixes"),
    "github": ("github", "language", "prefixes"),
    "report": ("validation_report",),
    "junit": ("junit", "language", "prefixes"),
    "csv": ("spreadsheet",),
    "html": ("page", "language", "sources", "prefixes"),
}
FORMATS = ("text", "json", *list(WRITERS)[1:])
DEFAULT_WIDTH = 80


def no_sources(file: str, line: int) -> None:
    """The source of findings whose files cannot be read."""


def write(
    report: Report,
    format: str,
    *,
    language: Language = "en",
    sources: Sources = no_sources,
    width: int = DEFAULT_WIDTH,
    colour: bool = False,
    prefixes: Mapping[str, str] = PREFIXES,
) -> str:
    """The report in one of :data:`FORMATS`, as a text that ends with a line break (``github`` without findings: empty).

    ``json``, ``report`` and ``csv`` always hold both languages; the others speak the ``language`` asked for.
    ``sources`` gives the text of a line of a file, or ``None`` where there is none; ``text`` and ``html`` quote it.
    ``width`` (in columns of the terminal, at least 40) and ``colour`` concern ``text`` only. ``prefixes`` maps prefixes
    to namespaces and comes before the usual ones where an IRI is shortened.

    :raises InputError: where the format does not exist.

    >>> print(write(Report.of([], engine="embedded", shapes=["core.ttl"], data=["mine.ttl"]), "text"), end="")
    No findings; 1 file checked; engine: embedded.
    """
    if format == "json":
        return report.to_json()
    if format not in WRITERS:
        raise InputError(
            Text("no format is called {format}", "没有名为 {format} 的格式").format(format=format),
            remedy=choose_from(FORMATS),
        )
    module, *wanted = WRITERS[format]
    options = {"language": language, "sources": sources, "width": width, "colour": colour, "prefixes": prefixes}
    # Each writer is loaded when it is asked for: a command starts with one of them.
    written: str = import_module(f".{module}", __name__).write(report, **{name: options[name] for name in wanted})
    return written
