"""The SHACL validation report in Turtle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import Graph, Literal
from rdflib.compare import isomorphic

from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.language import Text

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
FAULT = Finding(
    "QO-1",
    Severity.WARNING,
    "<urn:a>",
    Text("wrong", "有误"),
    path="<urn:p>",
    value='"x"@en',
    component="MinCountConstraintComponent",
    shape="<urn:shape>",
)


def graph_of(*findings: Finding) -> Graph:
    report = Report.of(findings, engine="embedded", shapes=[], data=[])
    return Graph().parse(data=write(report, "report"), format="turtle")


def graph(turtle: str) -> Graph:
    return Graph().parse(data=f"{PREFIXES} {turtle}", format="turtle")


def test_nothing_found_conforms() -> None:
    assert isomorphic(graph_of(), graph("[] a sh:ValidationReport ; sh:conforms true ."))


def test_a_finding_is_a_result_with_all_that_shacl_asks_for() -> None:
    expected = graph(
        """[] a sh:ValidationReport ; sh:conforms false ; sh:result [
            a sh:ValidationResult ;
            sh:focusNode <urn:a> ; sh:resultPath <urn:p> ; sh:value "x"@en ; sh:resultSeverity sh:Warning ;
            sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:sourceShape <urn:shape> ;
            sh:resultMessage "wrong"@en , "有误"@zh ] ."""
    )
    assert isomorphic(graph_of(FAULT), expected)


@pytest.mark.parametrize(
    ("sparql", "shacl"),
    [
        ("<urn:p>/<urn:q>", "( <urn:p> <urn:q> )"),
        ("<urn:p>|<urn:q>", "[ sh:alternativePath ( <urn:p> <urn:q> ) ]"),
        ("^<urn:p>", "[ sh:inversePath <urn:p> ]"),
        ("<urn:p>?", "[ sh:zeroOrOnePath <urn:p> ]"),
        ("<urn:p>*", "[ sh:zeroOrMorePath <urn:p> ]"),
        ("<urn:p>+", "[ sh:oneOrMorePath <urn:p> ]"),
        (
            "<urn:p>/(^<urn:q>|<urn:r>)*",
            "( <urn:p> [ sh:zeroOrMorePath [ sh:alternativePath ( [ sh:inversePath <urn:q> ] <urn:r> ) ] ] )",
        ),
    ],
)
def test_a_path_is_written_as_shacl_writes_it(sparql: str, shacl: str) -> None:
    bare = replace(FAULT, value=None, component=None, shape=None)
    expected = graph(
        f"""[] a sh:ValidationReport ; sh:conforms false ; sh:result [
            a sh:ValidationResult ; sh:focusNode <urn:a> ; sh:resultPath {shacl} ; sh:resultSeverity sh:Warning ;
            sh:resultMessage "wrong"@en , "有误"@zh ] ."""
    )
    assert isomorphic(graph_of(replace(bare, path=sparql)), expected)


def test_a_path_that_shacl_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not a SHACL property path"):
        graph_of(replace(FAULT, path="!<urn:p>"))


def test_blank_nodes_are_numbered_and_the_same_node_keeps_its_number() -> None:
    def written(one: str, other: str) -> str:
        findings = [replace(FAULT, node=one, value=other), replace(FAULT, node=other, line=2, file="b.ttl")]
        return write(Report.of(findings, engine="embedded", shapes=[], data=[]), "report")

    assert written("_:x17", "_:a9") == written("_:k", "_:z")
    assert "sh:focusNode _:node1" in written("_:x17", "_:a9")
    assert written("_:x17", "_:a9").count("_:node2") == 2


def test_a_node_that_is_no_term_is_written_as_a_string() -> None:
    assert Literal("<not an iri>") in graph_of(replace(FAULT, node="<not an iri>")).objects()
