"""The page docs/api.md: every public name of the packages that users import, from ``__all__`` and the docstrings."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

PACKAGES = (
    "qontology",
    "qontology.analysis",
    "qontology.report",
    "qontology.telling",
    "qontology.validation",
    "qontology.findings",
    "qontology.shacl",
    "qontology.reasoning",
    "qontology.exchange",
    "qontology.engine",
)
FIELD = re.compile(r"^:(raises|param) ([\w.]+): ", re.MULTILINE)
ROLE = re.compile(r":(?:class|func|meth|attr|data|mod):`[~.]*([^`]+)`")
HEAD = """# Python API

Every public name, made by `make generated` from the docstrings; the examples run as tests. What the layers are is in
[architecture](architecture.md).
"""


def page() -> str:
    """The text of docs/api.md."""
    return "\n".join([HEAD, *(line for name in PACKAGES for line in package(import_module(name)))])


def package(module: ModuleType) -> Iterator[str]:
    """The lines on one package: what it is, and each name that its door gives."""
    yield from (f"## {module.__name__}", "", prose(module.__doc__), "")
    for name in module.__all__:
        found = getattr(module, name)
        if not getattr(found, "__module__", "").startswith("qontology"):
            continue  # a name of another library, or a constant
        if inspect.isclass(found) or inspect.isfunction(found):
            yield from (f"### `{signature(found)}`", "", prose(found.__doc__), "")
        if inspect.isclass(found):
            yield from methods(found)


def methods(found: type) -> Iterator[str]:
    """A line for each public method or property of a class: its signature, and the first sentence on it."""
    lines = []
    for name, value in vars(found).items():
        call = value.func if hasattr(value, "func") else value.fget if isinstance(value, property) else value
        call = getattr(call, "__func__", call)
        if name.startswith("_") or not inspect.isfunction(call) or not call.__doc__:
            continue
        shown = name if call is not value and not isinstance(value, classmethod) else signature(call)
        said = prose(call.__doc__).partition("\n\n")[0].replace("\n", " ")
        lines.append(f"- `{shown}`: {said}")
    if lines:
        yield from (*lines, "")


def signature(found: type | object) -> str:
    """The name of a function with its arguments as they are written, or of a class."""
    if inspect.isclass(found):
        return found.__name__
    [node] = ast.parse(source(found)).body
    assert isinstance(node, ast.FunctionDef)
    arguments = ast.unparse(node.args).removeprefix("self, ").removeprefix("cls, ")
    arguments = arguments.replace("=", " = ")
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({'' if arguments in ('self', 'cls') else arguments}){returns}"


def source(found: object) -> str:
    """The source of a function, without the indent that it has in a class."""
    return textwrap.dedent(inspect.getsource(found))  # type: ignore[arg-type]


def prose(docstring: str | None) -> str:
    """A docstring as Markdown: roles as code, fields as a list, examples in a block."""
    text = ROLE.sub(r"`\1`", inspect.cleandoc(docstring or "")).replace("``", "`")
    text = FIELD.sub(lambda found: f"- {'raises ' * (found[1] == 'raises')}`{found[2]}`: ", text)
    return re.sub(r"(?m)(^>>> .*(?:\n(?!\n).*)*)", r"```python\n\1\n```", text)
