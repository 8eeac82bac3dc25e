"""Small files to validate, and the command as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from qontology.cli import main

PREFIXES = """\
@prefix e: <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture(autouse=True)
def without_a_child(same_process: None) -> None:
    """See :func:`same_process`."""


@pytest.fixture
def turtle(tmp_path: Path) -> Callable[..., str]:
    """Writes a file below the temporary folder, with prefixes before the text, and gives its path."""

    def write(text: str, name: str = "a.ttl") -> str:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return str(path)

    return write


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, of_the_study: None
) -> Callable[..., Outcome]:
    """Runs ``qontology validate`` in this process, in English unless told otherwise, beside what rests on the study."""
    monkeypatch.delenv("QONTOLOGY_LANG", raising=False)

    def run(*arguments: str) -> Outcome:
        return Outcome(main(["validate", *map(str, arguments)]), *capsys.readouterr())

    return run
