"""The house: few loose modules, a room for each, a test for each, and a plan that says where everything is."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "qontology"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
DOORS = ("__init__.py", "__main__.py")
MOST_LOOSE = 8
"""How many modules may stand beside the rooms."""

ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """The modules that a test imports or names in a string, as a subprocess or a parameter does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def test_few_modules_stand_beside_the_rooms() -> None:
    loose = [path.name for path in PACKAGE.glob("*.py") if path.name not in DOORS]
    assert len(loose) <= MOST_LOOSE, loose


def test_no_class_name_stands_for_two_things() -> None:
    places = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(dotted(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_what_is_private_to_a_module_is_told_by_its_door_alone() -> None:
    marked = [
        f"{dotted(path)}.{name}"
        for path in PACKAGE.rglob("*.py")
        for name in names_of_module(ast.parse(path.read_text(encoding="utf-8")))
        if name.startswith("_") and not name.startswith("__")
    ]
    assert marked == []


def names_of_module(tree: ast.Module) -> list[str]:
    names = [node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return names


def test_docstrings_speak_one_dialect() -> None:
    other = re.compile(r"^\s*(Args|Arguments|Returns|Raises|Yields|Parameters):\s*$", re.MULTILINE)
    assert [dotted(path) for path in PACKAGE.rglob("*.py") if other.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_has_a_room_of_tests(room: str) -> None:
    assert list((ROOT / "tests" / room).rglob("test_*.py"))


def test_each_module_is_imported_by_a_test_or_runs_its_own_examples() -> None:
    known: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        known |= imported(path)
    verbs = {dotted(path) for path in (PACKAGE / "cli/verbs").glob("*.py")}
    assert [dotted(path) for path in MODULES if dotted(path) not in known | verbs and path.name not in DOORS] == []


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`((?:[a-z_]+/)+(?:[\w.-]+)?|[a-z_]+\.(?:py|ttl|toml))`", ARCHITECTURE)))
)
def test_every_place_that_the_plan_names_is_there(name: str) -> None:
    assert (PACKAGE / name).exists() or (ROOT / name).exists()


@pytest.mark.parametrize("room", ROOMS)
def test_the_plan_names_every_room(room: str) -> None:
    assert f"`{room}/`" in ARCHITECTURE
