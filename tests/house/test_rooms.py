"""The house: few loose modules, a room for each, a test for each, and a plan that says where everything is."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
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


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def homes() -> dict[str, str]:
    """Where the names that a door gives are defined: ``qontology.analysis.compare`` as a name is that module's."""
    found = {}
    for door in PACKAGE.rglob("__init__.py"):
        for node in ast.walk(tree(door)):
            if isinstance(node, ast.ImportFrom) and node.level:
                package = dotted(door).split(".")
                base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
                found |= {f"{dotted(door)}.{name.asname or name.name}": base for name in node.names}
    return found


def imported(path: Path) -> set[str]:
    """The modules that a test imports, by themselves or by a name that a door gives."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{name.name}" for name in node.names]
            found |= {node.module, *names, *(HOMES[name] for name in names if name in HOMES)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


HOMES = homes()


def test_few_modules_stand_beside_the_rooms() -> None:
    loose = [path.name for path in PACKAGE.glob("*.py") if path.name not in DOORS]
    assert len(loose) <= MOST_LOOSE, loose


def test_no_class_name_stands_for_two_things() -> None:
    places = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(dotted(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_what_is_private_to_a_module_is_told_by_its_door_alone() -> None:
    marked = [
        f"{dotted(path)}.{name}"
        for path in PACKAGE.rglob("*.py")
        for name in names_of_module(tree(path))
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


def test_each_module_is_imported_by_a_test_itself_or_through_its_room() -> None:
    # Verbs and formats are imported by their names, when they are asked for: tests ask for each.
    known = {dotted(path) for folder in ("cli/verbs", "findings/formats") for path in (PACKAGE / folder).glob("*.py")}
    for path in (ROOT / "tests").rglob("*.py"):
        known |= imported(path) | set(re.findall(r"\bqontology(?:\.\w+)+", path.read_text(encoding="utf-8")))
    inside = {dotted(path): within_room(path) for path in PACKAGE.rglob("*.py")}
    while found := {name for one in known & inside.keys() for name in inside[one]} - known:
        known |= found
    assert [dotted(path) for path in MODULES if dotted(path) not in known and path.name not in DOORS] == []


def within_room(path: Path) -> set[str]:
    """The modules of its own room that a module imports."""
    package = dotted(path).split(".") if path.name == "__init__.py" else dotted(path).split(".")[:-1]
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level and len(package) > node.level:
            base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
            found |= {base, *(f"{base}.{name.name}" for name in node.names)}
    return found


def places() -> Iterator[Path]:
    """The files and folders that the plan names; those in a row of the table of rooms lie in the room of that row."""
    for line in ARCHITECTURE.splitlines():
        names = re.findall(r"`((?:[a-z_]+/)+[\w.-]*|[a-z_]+\.(?:py|ttl|toml))`", line)
        room = names[0] if line.startswith("| `") and names and names[0].removesuffix("/") in ROOMS else ""
        for name in names:
            inside = [PACKAGE / room / name, PACKAGE / name, ROOT / name, PACKAGE / "cli" / name]
            yield next((path for path in inside if path.exists()), ROOT / name)


def test_every_place_that_the_plan_names_is_there() -> None:
    found = list(places())
    assert len(found) > 60
    assert [path.relative_to(ROOT).as_posix() for path in found if not path.exists()] == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_plan_names_every_room(room: str) -> None:
    assert f"`{room}/`" in ARCHITECTURE


def floors_of(picture: str) -> list[set[str]]:
    """The floors that a picture shows from the top down, each with what stands on it; words stand beside them."""
    rows = (re.split(r"\s{3,}(?=[^|\s])", line.strip())[0] for line in picture.splitlines())
    return [set(re.findall(r"\w+", row)) for row in rows if row]


def test_the_picture_shows_the_floors_of_the_contract_and_nothing_is_missing() -> None:
    picture = ARCHITECTURE.partition("## The floors")[2].split("```")[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    contract = [{name.strip().removeprefix("qontology.") for name in layer.split("|")} for layer in layers[1:]]
    *shown, ground = floors_of(picture)
    assert shown == contract[: len(shown)]
    assert ground == set().union(*contract[len(shown) :])


def test_a_floor_is_read_without_the_words_beside_it() -> None:
    assert floors_of("  reading   | findings     files; what is found\n   turtle    text") == [
        {"reading", "findings"},
        {"turtle"},
    ]
