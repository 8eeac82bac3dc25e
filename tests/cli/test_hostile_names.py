"""What a thing of a stranger is called moves no terminal, wherever it is told: in titles, leads, cells and lines."""

import pytest

FILE = r"""
@prefix mode: <https://w3id.org/qontology/scheme/formation-mode/> .
@prefix place: <https://w3id.org/qontology/id/place/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:e:a> a qo:Alliance ; skos:prefLabel "\u001b[31mred\u0007"@en , "\u202e红"@zh ; qo:hasCountry place:germany ;
    <urn:e:p> "\u001b]0;title\u0007" ; qo:hasGoal <urn:e:g> ;
    qo:hasFounding <urn:e:f> ; qo:hasFormationAssessment <urn:e:m> .
<urn:e:p> rdfs:label "\u001b[2J"@en .
<urn:e:g> a qo:Goal ; skos:prefLabel "goal \u001b[1m"@en , "\u202e目标"@zh .
<urn:e:f> a qo:Founding ; skos:prefLabel "start \u001b[1m"@en ; qo:date "2021-06"^^xsd:gYearMonth .
<urn:e:m> a qo:FormationAssessment ; qo:assessedMode mode:company-led .
"""
COMMANDS = {
    "show": ["show", "urn:e:a"],
    "explain": ["explain", "urn:e:a"],
    "compare": ["compare", "urn:e:a", "QUTAC"],
    "gaps": ["gaps", "urn:e:a"],
    "timeline": ["timeline", "urn:e:a"],
    "freshness": ["freshness", "urn:e:a"],
    "list": ["list", "alliances"],
    "query": ["query", "core/names", "alliance=urn:e:a"],
}
HARMFUL = {"\x1b", "\x07", "\u202e"}


@pytest.mark.parametrize("verb", COMMANDS)
def test_a_name_is_text_and_no_order_to_a_terminal(verb, run, tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(FILE, encoding="utf-8")
    given = [str(file)] if verb == "gaps" else ["--data", str(file)]
    outcome = run(*COMMANDS[verb], *given, "--lang", "both")
    assert (outcome.code, outcome.err) == (0, "")
    assert not HARMFUL & set(outcome.out)
    assert "u001B[" in outcome.out or verb == "freshness"
