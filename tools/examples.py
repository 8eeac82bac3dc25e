"""The examples in the docstrings of one module, as tests for its mutants.

mutmut puts each function behind another one, where doctest does not look for examples. The environment variable
``MODULE`` names the module.
"""

from __future__ import annotations

import doctest
import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

MODULE = import_module(os.environ["MODULE"])
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def examples() -> Iterator[Any]:
    """The examples of the module, its functions, its classes and their methods."""
    own = {name: value for name, value in vars(MODULE).items() if getattr(value, "__module__", "") == MODULE.__name__}
    members = {
        f"{name}.{member}": each
        for name, value in own.items()
        if isinstance(value, type)
        for member, each in vars(value).items()
    }
    for name, thing in {"": MODULE, **own, **members}.items():
        text = getattr(thing, "__doc__", None) or ""
        if ">>>" in text and "__mutmut_" not in name and not isinstance(thing, (str, int, tuple, dict)):
            yield pytest.param(text, id=name or "module")


@pytest.mark.parametrize("text", list(examples()))
def test_the_example_holds(text: str) -> None:
    """What the example says comes out."""
    test = doctest.DocTestParser().get_doctest(text, dict(vars(MODULE)), MODULE.__name__, None, 0)
    assert doctest.DocTestRunner(optionflags=FLAGS).run(test).failed == 0
