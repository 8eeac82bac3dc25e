"""Libraries that not every user needs: each is an extra of the package, and asked for when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import InputError
from ..language import Text

__all__ = ["require"]


def require(module: str, extra: str) -> Any:
    """The module, which the extra of that name installs.

    >>> require("no_such_library", "excel")
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: this needs no_such_library, which is not installed; python -m pip install ...

    :raises InputError: where it is not installed; the line that installs it is named.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        name = module.partition(".")[0]
        install = f"python -m pip install 'qontology[{extra}]'"
        raise InputError(
            Text(f"this needs {name}, which is not installed", f"此功能需要 {name}，但尚未安装"),
            remedy=Text(install, install),
        ) from None
