"""Libraries that not every user needs: each is an extra of the package, and asked for when it is used."""

from __future__ import annotations

import shlex
from importlib import import_module
from typing import Any

from ..assets import program
from ..errors import InputError
from ..language import Text

__all__ = ["installation", "require"]


def require(module: str, extra: str) -> Any:
    """The module, which the extra of that name installs.

    >>> require("no_such_library", "excel")
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: this needs no_such_library, which is not installed; ...python -m pip install ...

    :raises InputError: where it is not installed; the line that installs it is named.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        name = module.partition(".")[0]
        line = installation(extra)
        raise InputError(
            Text(f"this needs {name}, which is not installed", f"此功能需要 {name}，但尚未安装"),
            remedy=Text(line, line),
        ) from None


def installation(extra: str) -> str:
    """The line that installs an extra for this Python, to be typed in a shell.

    It names the libraries themselves, so that it holds in a checkout, in a wheel and in a copy alike, wherever this
    package is to be had; where a copy has no list of them, the extra.
    """
    from importlib.metadata import PackageNotFoundError, requires

    try:
        listed = [each.partition(";") for each in requires("qontology") or ()]
    except PackageNotFoundError:
        listed = []
    # The marker of a library of one extra is no more than this; those of "all" name our own package.
    wanted = [name.strip() for name, _, marker in listed if marker.strip().replace('"', "'") == f"extra == '{extra}'"]
    return shlex.join([program("python"), "-m", "pip", "install", *(wanted or [f"qontology[{extra}]"])])
