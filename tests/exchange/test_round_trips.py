"""What the command line writes, packed with gzip, is read back whole by rdflib and by pyoxigraph, in every format."""

from __future__ import annotations

import gzip

import pyoxigraph as ox
import pytest
import rdflib
from exchange.profiles import content

from qontology.exchange import FORMATS
from qontology.writing import FORMS

READERS = {"turtle": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "rdfxml": "xml", "jsonld": "json-ld"}
PACKED = b"\x1f\x8b"
WHAT = {
    "an alliance": (["QUTAC"], {}),
    "two alliances as of a date, with what follows": (["QUTAC", "QIC"], {"as_of": "2021-06", "derived": True}),
    "the vocabularies": (["vocabularies"], {}),
}


@pytest.fixture(params=WHAT)
def quads(request: pytest.FixtureRequest, of_the_study: None) -> tuple[list[str], set[ox.Quad]]:
    """The words that ask for some contents, and the contents."""
    names, more = WHAT[request.param]
    words = [*names, *(["--as-of", more["as_of"], "--derived"] if more else [])]
    return words, set(content(*names, **more).quads)


def by_rdflib(text: str, form: str) -> set[ox.Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=READERS[form])
    return {*ox.parse(dataset.serialize(format="nquads"), ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("form", FORMATS)
def test_two_libraries_read_back_what_was_written(form: str, quads, run, tmp_path) -> None:
    words, expected = quads
    file = tmp_path / f"all{FORMS[form].endings[0]}.gz"
    assert run("export", *words, "-o", str(file)).code == 0 and file.read_bytes().startswith(PACKED)
    text = gzip.decompress(file.read_bytes()).decode()
    if form not in ("trig", "nq"):
        expected = {ox.Quad(*quad.triple) for quad in expected}
    else:
        assert len({quad.graph_name for quad in expected}) > 5 or words == ["vocabularies"]
    assert {*ox.parse(text, FORMATS[form])} == expected == by_rdflib(text, form) and len(expected) > 1000
