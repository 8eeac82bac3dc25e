"""How findings are written: for a terminal, a browser, a spreadsheet, a CI service or another program."""

from __future__ import annotations

from collections.abc import Mapping

from ...errors import InputError
from ...language import Language, Text
from ..findings import Report
from .excerpts import Sources
from .names import PREFIXES

__all__ = ["FORMATS", "write"]

FORMATS = ("text", "json", "sarif", "github", "report", "junit", "csv", "html")
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
    match format:  # each writer is loaded when it is asked for: a command starts with one of them
        case "text":
            from . import text

            return text.write(report, language, sources, width, colour, prefixes)
        case "json":
            return report.to_json()
        case "sarif":
            from . import sarif

            return sarif.write(report, language, prefixes)
        case "github":
            from . import github

            return github.write(report, language, prefixes)
        case "report":
            from . import validation_report

            return validation_report.write(report)
        case "junit":
            from . import junit

            return junit.write(report, language, prefixes)
        case "csv":
            from . import spreadsheet

            return spreadsheet.write(report)
        case "html":
            from . import page

            return page.write(report, language, sources, prefixes)
    raise InputError(
        Text("no format is called {format}", "没有名为 {format} 的格式").format(format=format),
        remedy=Text(f"choose one of {', '.join(FORMATS)}", f"请选用 {'、'.join(FORMATS)} 之一"),
    )
