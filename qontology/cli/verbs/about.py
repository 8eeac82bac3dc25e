"""``qontology`` itself: its versions, the places of its files, and its help."""

from __future__ import annotations

from argparse import Namespace

from ... import __version__, assets
from ...language import choose
from ..parser import about

__all__ = ["run"]


def run(arguments: Namespace) -> int:
    """Prints what was asked for, else the help."""
    if arguments.version:
        print(f"qontology {__version__}")
    elif arguments.paths:
        for folder in assets.FOLDERS:
            print(f"{folder:9} {assets.root() / folder}")
    else:
        about(choose(arguments.lang)).print_help()
    return 0
