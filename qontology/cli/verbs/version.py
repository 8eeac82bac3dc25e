"""``qontology version``: which version this is, and of which libraries."""

from __future__ import annotations

from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from ... import __version__
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]

LIBRARIES = ("pyoxigraph", "rdflib", "pyshacl", "owlready2", "SPARQLWrapper")


def add_arguments(parser: Parser) -> None:
    """The verb takes no arguments of its own."""


def run(arguments: Namespace) -> int:
    """Prints a line for the package, for Python, and for each library that it rests on."""
    lines = [f"qontology {__version__}", f"Python {python_version()}"]
    for library in LIBRARIES:
        try:
            lines.append(f"{library} {version(library)}")
        except PackageNotFoundError:
            lines.append(f"{library} –")
    write("\n".join(lines) + "\n")
    return 0
