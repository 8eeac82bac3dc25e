"""jsonld.js reads exported JSON-LD and looks nothing up; back by the same context, the triples are the same."""

import pytest
from consumers.reading import ALLIANCE, CLASS, QUTAC, count, expected

pytestmark = pytest.mark.long


def test_it_reads_an_export(exported, javascript) -> None:
    assert javascript("jsonld.mjs", CLASS, ALLIANCE, exported("jsonld")) == expected()


def test_it_reads_an_alliance_as_a_tree_and_writes_it_back(exported, javascript) -> None:
    found = javascript("jsonld.mjs", CLASS, ALLIANCE, exported("jsonld", "QUTAC"), "back")
    assert (found.triples, found.alliances, found.members) == (count("QUTAC"), [QUTAC], expected().members)


def test_a_context_of_elsewhere_would_be_seen(tmp_path, javascript) -> None:
    file = tmp_path / "elsewhere.jsonld"
    file.write_text('{"@context": "https://w3id.org/qontology/context.jsonld", "@id": "urn:a"}', encoding="utf-8")
    with pytest.raises(AssertionError, match="the network is asked for"):
        javascript("jsonld.mjs", CLASS, ALLIANCE, file)
