"""The canonical layout: from sorted blocks to lines of at most 120 columns."""

from __future__ import annotations

import re

from ..characters import columns
from .blocks import Block, Nested
from .document import Comments

__all__ = ["WIDTH", "banner", "block_lines", "is_banner"]

WIDTH = 120
INDENT = "    "
FULL_STOP = f"{INDENT}."

BANNER = re.compile(r"# ---- \S+ -{20,}")
NO_NOTES = Comments()


def banner(kind: str) -> str:
    """The comment line above the blocks of one kind."""
    return f"# ---- {kind} {'-' * 20}".ljust(WIDTH, "-")


def is_banner(comment: str) -> bool:
    """True for a line that :func:`banner` wrote, be it before a kind was renamed.

    >>> is_banner(banner("owl:Class")), is_banner("# ---- Classes ----")
    (True, False)
    """
    return comment.startswith("# ---- ") and BANNER.fullmatch(comment) is not None


def block_lines(block: Block) -> list[str]:
    """The lines of a block, from the comments above it to the full stop."""
    notes = block.notes.get("", NO_NOTES)
    if isinstance(block.subject, Nested) and not is_one_line(block.subject):
        subject = nested_lines(block.subject, "")
    else:
        subject = [block.subject]
    lines = [comment for comment in notes.above if not is_banner(comment)]
    lines += with_comments(subject, notes.beside)
    lines += inside(block, INDENT)
    lines.append(FULL_STOP)
    return lines


def inside(block: Block, indent: str) -> list[str]:
    """The properties of a block and its closing comments; the items of a collection."""
    lines: list[str] = []
    for predicate, objects in block.properties.items():
        if block.subject == "(":
            lines += object_lines(block, predicate, indent)
            continue
        line = f"{indent}{predicate} {objects[0] if len(objects) == 1 else ' , '.join(objects)} ;"
        if block.notes or not is_one_line(line):
            lines += property_lines(block, predicate, line, indent)
        else:
            lines.append(line)
    return lines + [indent + comment for comment in block.closing] if block.closing else lines


def property_lines(block: Block, predicate: str, line: str, indent: str) -> list[str]:
    """The lines of a property that has comments, or does not fit on the one line given."""
    objects = block.properties[predicate]
    notes = block.notes.get(predicate, NO_NOTES)
    above = [indent + comment for comment in notes.above]
    if len(objects) == 1:
        on_object = block.notes.get((predicate, objects[0]), NO_NOTES)
        above += [indent + comment for comment in on_object.above]
        return above + with_comments(only_object(predicate, objects[0], line, indent), notes.beside + on_object.beside)
    if is_one_line(line) and not any((predicate, spelt) in block.notes for spelt in objects):
        return above + with_comments([line], notes.beside)
    return above + with_comments([indent + predicate], notes.beside) + object_lines(block, predicate, indent + INDENT)


def only_object(predicate: str, spelt: str, line: str, indent: str) -> list[str]:
    if is_one_line(line):
        return [line]
    if isinstance(spelt, Nested):
        first, *others = nested_lines(spelt, indent)
        return [f"{indent}{predicate} {first}", *others[:-1], f"{others[-1]} ;"]
    if "\n" in spelt:
        return [line]
    return [indent + predicate, f"{indent}{INDENT}{spelt} ;"]


def object_lines(block: Block, predicate: str, indent: str) -> list[str]:
    """The objects of a property, or the items of a collection, each on its own line."""
    objects = block.properties[predicate]
    lines: list[str] = []
    for place, spelt in enumerate(objects, start=1):
        notes = block.notes.get((predicate, spelt), NO_NOTES)
        lines += [indent + comment for comment in notes.above]
        if isinstance(spelt, Nested) and not is_one_line(f"{indent}{spelt} ;"):
            first, *others = nested_lines(spelt, indent)
            lines += [indent + first, *others]
        else:
            lines.append(indent + spelt)
        if block.subject != "(":
            lines[-1] += " ;" if place == len(objects) else " ,"
        lines[-1:] = with_comments(lines[-1:], notes.beside)
    return lines


def nested_lines(nested: Nested, indent: str) -> list[str]:
    """The lines of brackets with their inside; the first without indent, for it continues a line."""
    block = nested.block
    opening = with_comments([block.subject], block.notes.get("", NO_NOTES).beside)
    return [*opening, *inside(block, indent + INDENT), indent + block.closing_bracket]


def with_comments(lines: list[str], comments: list[str]) -> list[str]:
    """The lines with comments at the end of the last one."""
    return [*lines[:-1], " ".join([lines[-1], *comments])]


def is_one_line(text: str) -> bool:
    """True for text without line breaks that fits into the width."""
    if "\n" in text:
        return False
    return len(text) <= WIDTH // 2 or (len(text) <= WIDTH and columns(text) <= WIDTH)
