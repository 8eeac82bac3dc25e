"""What other engines take for the same shapes and data, where they are installed: shacl-rust and pyshifty.

They need not find the same; beside the time stands how many findings each misses or invents.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from .generate import write
from .seeding import difference
from .shapes import CHOSEN, write_shapes
from .timing import Row, in_turn, middle, python
from .validation import code_of, reported, shipped, validating

__all__ = ["other_engines"]

SHACL_RUST = """
import json, shacl_rust
report = shacl_rust.validate_file({data!r}, {shapes!r}, experimental_index=True)
with open({answer!r}, "w") as file:
    json.dump([(one["sourceShape"].strip("<>"), one["focusNode"]) for one in report["results"]], file)
"""
SHIFTY = """
import json, pathlib, shifty
result = shifty.validate_algebra(pathlib.Path({data!r}), pathlib.Path({shapes!r}), infer=False)
with open({answer!r}, "w") as file:
    json.dump([(one.shape_name, one.focus_node) for one in result.violations], file)
"""
ENGINES = (("shacl_rust", "shacl-rust", SHACL_RUST), ("shifty", "pyshifty", SHIFTY))


def other_engines(triples: int) -> Iterator[Row | str]:
    """The command with 25 shapes against each other engine with the same, whole processes on the processor."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeded, report, shapes = write(folder, triples), folder / "report.json", write_shapes(folder)
        expected = seeded.of(CHOSEN)
        whole, answer = folder / "whole.ttl", folder / "answer.json"
        join([*map(Path, shipped()), seeded.path], whole)
        for module, package, script in ENGINES:
            title = f"validate {triples:,}, 25 shapes / {package}"
            if find_spec(module) is None:
                yield f"{title:58}not installed"
                continue
            code = script.format(data=str(whole), shapes=str(shapes), answer=str(answer))
            ours = validating(seeded.path, report, "--shapes", str(shapes))
            mine, theirs = map(middle, in_turn(ours, python(code), runs=3))
            reported(report, expected)
            # One node may be found through several targets of a shape; that is no invention.
            found = {(code_of(shape), node) for shape, node in json.loads(answer.read_text(encoding="utf-8"))}
            yield Row(title, mine.cpu, theirs.cpu, "none", f"{package}: {difference(found, expected)}")


def join(paths: list[Path], whole: Path) -> None:
    """Writes files in Turtle one after the other as one, which is Turtle again."""
    with whole.open("w", encoding="utf-8") as file:
        for path in paths:
            with path.open(encoding="utf-8") as part:
                file.writelines(part)
