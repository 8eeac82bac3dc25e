"""Tables on a terminal: columns that fit it, or where words would be broken, a line for each cell."""

from __future__ import annotations

from collections.abc import Sequence

from ..characters import columns as width
from ..characters import parts, wrap

__all__ = ["fit", "laid_out"]


def laid_out(names: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], columns: int | None) -> str:
    """The cells under their names, for a terminal of so many columns; those to the right are numbers.

    >>> print(laid_out(["name", "members"], [["QUTAC", "12"]], [False, True], 80))
    name   members
    ─────  ───────
    QUTAC       12
    """
    if not names:
        return ""
    fitting = fit([names, *rows], columns)
    if fitting is None:
        return "\n\n".join(record(names, row, columns or 0) for row in rows)
    widths, gap = fitting
    lines = [aligned(names, widths, right, gap), gap.join("─" * size for size in widths)]
    for row in rows:
        cells = [wrap(text, size) for text, size in zip(row, widths, strict=True)]
        for number in range(max(len(cell) for cell in cells)):
            lines.append(aligned([cell[number] if number < len(cell) else "" for cell in cells], widths, right, gap))
    return "\n".join(lines)


def aligned(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], gap: str) -> str:
    """One line of a table: each cell padded to its width, a gap between, no blanks at the end."""
    padded = (
        " " * (size - width(cell)) + cell if flush else cell + " " * (size - width(cell))
        for cell, size, flush in zip(cells, widths, right, strict=True)
    )
    return gap.join(padded).rstrip()


def fit(lines: Sequence[Sequence[str]], columns: int | None) -> tuple[list[int], str] | None:
    """The width of each column, and what stands between two: the widest is narrowed until the table fits.

    Columns are narrowed to their longest word first, then to the longest part of a word with hyphens, then stand nearer
    together; None where that does not do.
    """
    widths = [max(map(width, cells)) for cells in zip(*lines, strict=True)]
    gaps = len(widths) - 1
    if columns is None or sum(widths) + 2 * gaps <= columns:
        return widths, "  "
    heads = [max(8, width(head)) for head in lines[0]]
    for apart, gap in ((str.split, "  "), (parts, "  "), (parts, " ")):
        words = ((width(word) for cell in cells for word in apart(cell)) for cells in zip(*lines, strict=True))
        least = [max(head, max(sizes, default=0)) for head, sizes in zip(heads, words, strict=True)]
        room = columns - gaps * len(gap)
        if sum(map(min, least, widths)) <= room:
            return narrowed(widths, least, room), gap
    return None


def narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    """The widths, the widest of them narrowed down to the least until all have room."""
    found = list(widths)
    for _ in range(sum(widths) - room):
        wide = [index for index, size in enumerate(found) if size > least[index]]
        found[max(wide, key=lambda index: found[index])] -= 1
    return found


def record(names: Sequence[str], cells: Sequence[str], columns: int) -> str:
    """One row as lines, each with the name of its column; empty cells are left out."""
    left = min(max(map(width, names)), columns // 2) + 2
    lines = []
    for name, cell in zip(names, cells, strict=True):
        if not name:
            lines += wrap(cell, columns) if cell else []
            continue
        beside = wrap(cell, columns - left) if cell else []
        heads = wrap(name, left - 2)
        for number in range(max(len(heads), len(beside)) if beside else 0):
            head = heads[number] if number < len(heads) else ""
            value = beside[number] if number < len(beside) else ""
            lines.append((head + " " * (left - width(head)) + value).rstrip())
    return "\n".join(lines)
