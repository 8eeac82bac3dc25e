"""Small graphs in Turtle, validated in process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from qontology.findings.findings import Report
from qontology.shacl import Verbatim, compile_shapes, run

PREFIXES = """
@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

Turtle = Callable[[str], list[Quad]]
Validate = Callable[[str, str], Report]


@pytest.fixture(scope="session")
def turtle() -> Turtle:
    """The quads of a text in Turtle, with the usual prefixes."""
    return lambda text: list(parse(PREFIXES + text, RdfFormat.TURTLE))


@pytest.fixture(scope="session")
def validate(turtle: Turtle) -> Validate:
    """The report on data in Turtle against shapes in Turtle."""

    def validated(shapes: str, data: str) -> Report:
        return run(compile_shapes(turtle(shapes)), Verbatim(turtle(data)))

    return validated
