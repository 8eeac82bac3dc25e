"""TopBraid SHACL as a second engine. Where it or Java 17 is missing, the tests are skipped, and pytest counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from shacl.results import Result
from shacl.topbraid.engines import Triples, jars, java_17, judged, ours

from qontology.shacl import compile_shapes

Opinion = Callable[[Triples, Triples], Counter[Result]]
Opinions = Callable[[Triples, Triples], tuple[Counter[Result], Counter[Result]]]


@pytest.fixture(scope="session")
def topbraid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Opinion:
    """What TopBraid finds in data by shapes, in one run of Java."""
    libraries = jars(request.config.cache.mkdir("topbraid")) if java_17() else None
    if libraries is None:
        pytest.skip("no Java 17, or no TopBraid SHACL on the package index")

    def asked(shapes: Triples, data: Triples) -> Counter[Result]:
        return judged(libraries, tmp_path_factory.mktemp("topbraid"), list(shapes), list(data))

    return asked


@pytest.fixture(scope="session")
def both(topbraid: Opinion) -> Opinions:
    """What the compiled shapes and what TopBraid find; blank nodes have the same names in both."""

    def asked(shapes: Triples, data: Triples) -> tuple[Counter[Result], Counter[Result]]:
        data = list(data)
        compiled = compile_shapes(shapes)
        return ours(compiled, data), topbraid(compiled.graph.triples, data)

    return asked
