"""The engine could leave: with the rooms that its contract grants and no others, it is a package of its own."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("shacl", "findings", "engine", "sparql")
GROUND = ("errors.py", "characters.py", "language.py", "namespaces.py", "terms.py")

PROGRAM = """
import sys
from pyoxigraph import RdfFormat, Store, parse
from validator.engine import Embedded
from validator.findings.formats import write
from validator.shacl import compile_shapes, run, run_pyshacl

shapes = '''
@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:Rule> sh:targetSubjectsOf <urn:name> ; sh:property [ sh:path <urn:name> ; sh:maxLength 3 ] .
'''
data = '<urn:a> <urn:name> "long name" .'
store = Store()
store.load(data, RdfFormat.TURTLE)
report = run(compile_shapes(parse(shapes, RdfFormat.TURTLE)), Embedded(store))
other = run_pyshacl(parse(shapes, RdfFormat.TURTLE), parse(data, RdfFormat.TURTLE))
assert len(other.findings) == len(report.findings) == 1
print(write(report, "text"))
assert not [name for name in sys.modules if name.partition(".")[0] == "qontology"], "the whole package was there"
"""


def test_with_a_few_rooms_it_validates_under_another_name(tmp_path: Path) -> None:
    package = tmp_path / "validator"
    package.mkdir()
    (package / "__init__.py").touch()
    for name in GROUND:
        shutil.copy(ROOT / "qontology" / name, package)
    for room in ROOMS:
        shutil.copytree(ROOT / "qontology" / room, package / room, ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert '"long name" is longer than 3 characters' in done.stdout


def test_the_contract_grants_these_rooms_and_no_others() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [found for found in project["tool"]["importlinter"]["contracts"] if found["type"] == "forbidden"]
    granted = {*ROOMS, *(Path(name).stem for name in GROUND)}
    packages = {path.parent.name for path in (ROOT / "qontology").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "qontology").glob("*.py")} - {"__init__"}
    assert contract["source_modules"] == ["qontology.shacl"]
    assert {name.removeprefix("qontology.") for name in contract["forbidden_modules"]} == (packages | modules) - granted
