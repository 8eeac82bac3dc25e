"""A first Turtle file for an alliance: what is known of it, and the worked rows of the sheets as patterns to follow."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ..errors import InputError
from ..language import Text
from ..terms import PREFIXES
from ..turtle import format_turtle
from .facts import slug_of
from .grids import Grid, RawRow
from .importing import Import
from .pages import KITS
from .sheets import sheets

__all__ = ["draft", "examples"]

EXAMPLE, EXAMPLE_NAME, EXAMPLE_NAME_ZH = "example-quantum-alliance", "Example Quantum Alliance", "示例量子联盟"
"""The alliance of the worked rows."""

HEAD = """\
# {name}, a first file.
# It says no more than the name. The patterns below are those of an invented alliance: take the lines for which you have
# a source, remove their #, put in what the source says, and remove the rest. Then: qontology fmt, qontology validate.

{prefixes}
alliance:{slug}
    a qo:Alliance ;
    skos:prefLabel {names} ;
    .
"""


def draft(name: str, name_zh: str | None = None) -> str:
    """The text of a first file for an alliance that is known by its name.

    :raises InputError: where the name has no letter or digit of which an IRI could be made.
    """
    slug = slug_of(ox.Literal(name)) if any(char.isascii() and char.isalnum() for char in name) else ""
    if not slug:
        raise InputError(
            Text(f"no IRI can be made of the name {name}", f"无法由名称“{name}”生成 IRI"),
            remedy=Text("give the English name, and the Chinese one with --zh", "请给出英文名称，中文名称用 --zh 给出"),
        )
    names = [ox.Literal(name, language="en"), *([ox.Literal(name_zh, language="zh")] if name_zh else [])]
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    told = format_turtle(
        HEAD.format(name=" ".join(name.split()), prefixes=prefixes, slug=slug, names=" , ".join(map(str, names)))
    )
    texts = Import(examples(KITS["alliance"]), "").result().texts
    lines = [line for text in texts.values() for line in text.splitlines() if not line.startswith(("#", "@"))]
    patterns = "\n".join(f"# {line}".rstrip() for line in lines)
    for example, own in ((EXAMPLE, slug), (EXAMPLE_NAME, name), (EXAMPLE_NAME_ZH, name_zh or EXAMPLE_NAME_ZH)):
        patterns = patterns.replace(example, own)
    used = sorted({line for text in texts.values() for line in text.splitlines() if line.startswith("@prefix")})
    head, _, body = told.partition("\n\n")
    declared = sorted({*used, *(line for line in body.splitlines() if line.startswith("@prefix"))})
    facts = "\n".join(line for line in body.splitlines() if not line.startswith("@prefix")).strip()
    return "\n\n".join([head, "\n".join(declared), facts, tidy(patterns)]) + "\n"


def tidy(text: str) -> str:
    """The text without empty comments that follow each other, and without one at either end."""
    kept: list[str] = []
    for line in text.splitlines():
        if line != "#" or (kept and kept[-1] != "#"):
            kept.append(line)
    return "\n".join(kept).removesuffix("\n#")


def examples(names: Iterable[str]) -> list[Grid]:
    """The worked rows of some sheets, as if a curator had filled them in."""
    wanted = set(names)
    grids = []
    for sheet in sheets():
        if sheet.name in wanted:
            header = tuple(column.name for column in sheet.columns)
            cells = tuple(sheet.example.get(name) for name in header)
            grids.append(Grid(sheet.name, sheet.name, header, [RawRow(3, cells)]))
    return grids
