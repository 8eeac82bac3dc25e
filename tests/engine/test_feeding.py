"""A text that is still being made is loaded whole, or not at all; who makes it and who reads it never wait for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from qontology.engine import feeding

STATEMENT = b"<urn:s%d> <urn:p> 1 .\n"
MANY = 200_000
"""Statements that fill a pipe several times."""

PIPES = [feeding.DESCRIPTORS, Path("/nowhere")]


@pytest.fixture(params=PIPES, ids=["by a pipe", "where pipes have no names"], autouse=True)
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test on a system whose pipes have names and on another."""
    monkeypatch.setattr(feeding, "DESCRIPTORS", request.param)


def pieces(count: int) -> Iterator[bytes]:
    """Statements, a thousand in a piece."""
    for start in range(0, count, 1000):
        yield b"".join(STATEMENT % number for number in range(start, start + 1000))


def test_all_pieces_are_loaded_beside_what_is_there() -> None:
    store = Store()
    store.load(b"<urn:a> <urn:p> 1 .", RdfFormat.TURTLE)
    feeding.load(store, pieces(MANY), RdfFormat.TURTLE)
    assert len(store) == MANY + 1


def test_relative_names_are_resolved() -> None:
    store = Store()
    feeding.load(store, [b"<a> <p> ", b"<b> ."], RdfFormat.TURTLE, "urn:x/")
    assert str(next(iter(store)).object) == "<urn:x/b>"


@pytest.mark.parametrize("begun", [b"", b"# a comment", b'<urn:a> <urn:p> """a text', b"<urn:a> <urn:p"])
def test_nothing_is_loaded_where_a_piece_cannot_be_made(begun: bytes) -> None:
    def broken() -> Iterator[bytes]:
        yield from pieces(2000)
        yield begun
        raise ZeroDivisionError

    store = Store()
    with pytest.raises(ZeroDivisionError):
        feeding.load(store, broken(), RdfFormat.TURTLE)
    assert len(store) == 0


@pytest.mark.parametrize("after", [0, 2000])
def test_nothing_is_loaded_and_nobody_waits_where_a_text_is_wrong(after: int) -> None:
    def wrong() -> Iterator[bytes]:
        yield from pieces(after)
        yield b"<urn:a> <urn:p> .\n"
        yield from pieces(MANY)

    store = Store()
    with pytest.raises(SyntaxError, match="Parser error"):
        feeding.load(store, wrong(), RdfFormat.TURTLE)
    assert len(store) == 0
