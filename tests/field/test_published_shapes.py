"""What published shapes find in data is what TopBraid finds, and the report has no noise beside it."""

from __future__ import annotations

import os
from collections import Counter
from itertools import chain

import pytest
from field.cases import CASES, IN_SMALL
from shacl.topbraid.engines import jars, java_17, judged, ours

from qontology import validate
from qontology.shacl.triples import relabelled
from qontology.validation.shapes import Shapes

pytestmark = pytest.mark.long


@pytest.mark.parametrize("name", [*CASES, *IN_SMALL])
def test_the_results_are_the_right_ones_and_nothing_else_is_said(files, name: str) -> None:
    case = (CASES | IN_SMALL)[name]
    shapes, data, beside = files(case)
    found = validate(*data, shapes=shapes, ontology=beside, with_shipped=False).findings
    results = Counter(one.component.removesuffix("ConstraintComponent") for one in found if one.component)
    assert dict(results) == case.results
    assert tuple(sorted(one.code for one in found if not one.component)) == case.doubts


@pytest.mark.parametrize("name", [*CASES, "records"])
def test_topbraid_finds_the_same(files, request, tmp_path, name: str) -> None:
    case = (CASES | IN_SMALL)[name]
    shapes, data, beside = files(case)
    if "QONTOLOGY_JUDGE" not in os.environ:
        pytest.skip("takes minutes: QONTOLOGY_JUDGE=1 asks TopBraid")
    libraries = jars(request.config.cache.mkdir("topbraid")) if java_17() else None
    if libraries is None:
        pytest.skip("no Java 17, or no TopBraid SHACL on the package index")
    compiled = Shapes(shapes).compiled
    triples = list(relabelled(chain.from_iterable(source.quads() for source in (*data, *beside))))
    one, other = ours(compiled, triples), judged(libraries, tmp_path, list(compiled.graph.triples), triples)
    assert one - other == Counter()
    assert (other - one).total() == case.more
