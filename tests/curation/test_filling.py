"""The graph in sheets and back: nothing is invented, and what the sheets hold comes back whole."""

import pyoxigraph as ox
import pytest
from asking import study
from curation.conftest import found, write_folder

from qontology.curation import import_sheets
from qontology.curation.filled import filled
from qontology.curation.pages import Desk
from qontology.exchange import contents
from qontology.knowledge import load


@pytest.fixture
def desk(of_the_study):
    return Desk(study())


def triples(outcome):
    return {quad.triple for text in outcome.texts.values() for quad in ox.parse(text.encode(), ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("name", ["QUTAC", "QuIC", "QED-C"])
def test_an_alliance_goes_into_sheets_and_comes_back(tmp_path, desk, name):
    rows = filled(desk, [name])
    outcome = import_sheets(write_folder(tmp_path / "mine", rows.rows))
    assert found(outcome) == []
    known = {quad.triple for quad in contents(name).quads}
    back = triples(outcome)
    assert back <= set(desk.cells.known.graph.triples())
    # Concepts and passages that the graph has are not written again.
    there = ("<https://w3id.org/qontology/scheme/", "<https://w3id.org/qontology/id/passage/")
    told = {one for one in known if not str(one.subject).startswith(there)}
    assert len(told - back) == sum(rows.left_out.values()) - rows.left_out["qo:Passage"]
    assert sum(rows.left_out.values()) < len(told) / 4


def test_what_was_imported_comes_back_as_the_same_bytes(tmp_path, worked):
    first = import_sheets(write_folder(tmp_path / "mine", worked))
    for name, text in first.texts.items():
        (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / name).write_text(text, encoding="utf-8")
    data = [str(tmp_path / "out")]
    desk = Desk(load(*data))
    rows = filled(desk, ["example-quantum-alliance", "person:jane-example", "tier:example-quantum-alliance-full"], data)
    again = import_sheets(write_folder(tmp_path / "back", rows.rows), data=data, output=tmp_path / "out")
    assert (
        again.texts["alliances/example-quantum-alliance.ttl"] == first.texts["alliances/example-quantum-alliance.ttl"]
    )
