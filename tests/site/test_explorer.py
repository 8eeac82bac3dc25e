"""The explorer as a file: it holds what it needs, lets nothing else in, and was built from the sources beside it."""

import base64
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from html_reader import Reading

from qontology import load
from qontology.site import single_file
from qontology.site.explorer import assembling
from qontology.validation.rules import every_rule

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "explorer"
BLOCKS = ("engine", "worker", "library", "graph", "licences")


@pytest.fixture(scope="module")
def page() -> str:
    return single_file(load(ROOT / "docs/examples/my-alliance.ttl")).decode()


def block(page: str, name: str) -> bytes:
    found = re.search(f'id="{name}">([^<]*)<', page)
    assert found
    return gzip.decompress(base64.b64decode(found[1]))


def test_it_is_one_file_that_names_no_other(page: str) -> None:
    reading = Reading(page)
    assert [link[:5] for _, link, _ in reading.links] == ["data:"] and "img" not in reading.tags
    assert [found.get("id") for found, _ in reading.scripts] == [*BLOCKS, None]
    assert all("src" not in found for found, _ in reading.scripts)
    assert len(page) < 8_000_000


def test_the_policy_lets_in_what_is_in_the_file_and_nothing_else(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
    style, app = re.search("<style>(.*?)</style>", page, re.DOTALL), re.search("<script>(.*)</script>", page, re.DOTALL)
    assert style and app
    for name, text in (("style-src", style[1]), ("script-src", app[1])):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in rules[name], name
    assert rules["default-src"] == rules["connect-src"] == "'none'"
    assert "unsafe-inline" not in found[1] and "'unsafe-eval'" not in found[1]
    assert "</script" not in app[1] and "<!--" not in app[1]


def test_it_holds_the_graph_the_questions_and_the_rules(page: str) -> None:
    library = json.loads(block(page, "library"))
    graph = load()
    wanted = [one.id for one in graph.library if one.kind == "select" and not one.is_for_exchange]
    assert [one["id"] for one in library["questions"] if one["kind"] == "select"] == wanted
    checks = [check for batch in library["rules"] for check in batch["checks"]]
    shapes = {code for code in every_rule() if code != "SYNTAX"}
    assert {check["code"] for check in checks} == shapes
    assert all(all(check["message"]) and all(check["remedy"]) for check in checks)
    assert block(page, "engine").startswith(b"\0asm")
    assert len(block(page, "graph").splitlines()) > len(graph) and "oxigraph" in block(page, "licences").decode()


def test_the_bundle_was_built_from_the_sources_that_lie_here() -> None:
    if not SOURCES.is_dir():
        pytest.skip("no sources of the explorer here")
    single = [SOURCES / name for name in ("build.mjs", "package-lock.json", "package.json", "tsconfig.json")]
    below = [path for path in (SOURCES / "src").rglob("*") if path.is_file()]
    shared = ("../qontology/site/assets/workbook.js", ROOT / "qontology/site/assets/workbook.js")
    found = hashlib.sha256()
    for name, path in sorted([shared, *((path.relative_to(SOURCES).as_posix(), path) for path in [*single, *below])]):
        found.update(f"{name}\n".encode() + path.read_bytes() + b"\n")
    assert (assembling.BUNDLE / "sources.sha256").read_text().strip() == found.hexdigest(), "run make bundle"


@pytest.mark.long
def test_to_build_it_anew_changes_nothing(tmp_path: Path) -> None:
    node = shutil.which("node")
    if not node or not (SOURCES / "node_modules").is_dir():
        pytest.skip("Node.js or its packages are not there; make bundle fetches them")
    subprocess.run([node, "build.mjs", str(tmp_path)], cwd=SOURCES, check=True, env=os.environ | {"TZ": "Asia/Tokyo"})
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(path.name for path in assembling.BUNDLE.iterdir())
    assert [name for name in names if (tmp_path / name).read_bytes() != (assembling.BUNDLE / name).read_bytes()] == []
