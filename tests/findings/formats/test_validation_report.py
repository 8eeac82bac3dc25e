"""The SHACL validation report in Turtle."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from pyoxigraph import BlankNode, NamedNode
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.language import Text
from qontology.sparql.paths import Alternative, Inverse, Path, Predicate, Repeat, Sequence

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
SHACL = Namespace("http://www.w3.org/ns/shacl#")
P, Q, R = (Predicate(NamedNode(f"urn:{name}")) for name in "pqr")
FAULT = Finding(
    "QO-1",
    Severity.WARNING,
    NamedNode("urn:a"),
    Text("wrong", "有误"),
    path=P,
    value=ox.Literal("x", language="en"),
    component="MinCountConstraintComponent",
    shape=NamedNode("urn:shape"),
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


def test_messages_severity_and_component_are_those_of_the_shapes() -> None:
    own = {"own_severity": NamedNode("urn:Fatal"), "own_component": NamedNode("urn:Between")}
    messages = (ox.Literal("fehlt", language="de"), ox.Literal("plain"))
    written = graph_of(replace(FAULT, path=None, value=None, messages=messages, **own))
    expected = graph(
        """[] a sh:ValidationReport ; sh:conforms false ; sh:result [
            a sh:ValidationResult ; sh:focusNode <urn:a> ; sh:resultSeverity <urn:Fatal> ;
            sh:sourceConstraintComponent <urn:Between> ; sh:sourceShape <urn:shape> ;
            sh:resultMessage "fehlt"@de , "plain" ] ."""
    )
    assert isomorphic(written, expected)


def test_what_a_nested_shape_says_is_a_detail_and_no_result_of_the_report() -> None:
    inner = replace(FAULT, code="QO-2", path=None, value=None)
    written = graph_of(replace(FAULT, path=None, value=None, details=(inner,)))
    assert len(list(written.objects(predicate=SHACL.result))) == 1
    (detail,) = written.objects(predicate=SHACL.detail)
    assert (detail, SHACL.focusNode, URIRef("urn:a")) in written


def test_doubts_stand_beside_the_report_and_data_without_results_conform() -> None:
    doubt = replace(FAULT, node=None, component=None, file="s.ttl", line=3, message=Text("not checked", "未检查"))
    text = write(Report.of([doubt], engine="embedded", shapes=[], data=[]), "report")
    assert text.startswith("# QO-1: s.ttl:3: not checked / 未检查\n")
    assert isomorphic(Graph().parse(data=text, format="turtle"), graph("[] a sh:ValidationReport ; sh:conforms true ."))


def test_of_what_was_not_read_no_report_says_that_it_conforms() -> None:
    unread = replace(FAULT, code="SYNTAX", node=None, component=None, file="a.ttl", failure=True)
    alone = write(Report.of([unread], engine="embedded", shapes=[], data=[]), "report")
    assert alone.startswith("# SYNTAX: a.ttl")
    assert len(graph_of(unread)) == 0
    assert set(graph_of(unread, FAULT).objects(predicate=SHACL.conforms)) == {Literal(False)}


@pytest.mark.parametrize(
    ("path", "shacl"),
    [
        (Sequence((P, Q)), "( <urn:p> <urn:q> )"),
        (Alternative((P, Q)), "[ sh:alternativePath ( <urn:p> <urn:q> ) ]"),
        (Inverse(P), "[ sh:inversePath <urn:p> ]"),
        (Repeat(P, "?"), "[ sh:zeroOrOnePath <urn:p> ]"),
        (Repeat(P, "*"), "[ sh:zeroOrMorePath <urn:p> ]"),
        (Repeat(P, "+"), "[ sh:oneOrMorePath <urn:p> ]"),
        (
            Sequence((P, Repeat(Alternative((Inverse(Q), R)), "*"))),
            "( <urn:p> [ sh:zeroOrMorePath [ sh:alternativePath ( [ sh:inversePath <urn:q> ] <urn:r> ) ] ] )",
        ),
    ],
)
def test_a_path_is_written_as_shacl_writes_it(path: Path, shacl: str) -> None:
    bare = replace(FAULT, value=None, shape=None)
    expected = graph(
        f"""[] a sh:ValidationReport ; sh:conforms false ; sh:result [
            a sh:ValidationResult ; sh:focusNode <urn:a> ; sh:resultPath {shacl} ; sh:resultSeverity sh:Warning ;
            sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:resultMessage "wrong"@en , "有误"@zh ] ."""
    )
    assert isomorphic(graph_of(replace(bare, path=path)), expected)


def test_blank_nodes_are_numbered_and_the_same_node_keeps_its_number() -> None:
    def written(*labels: str) -> str:
        one, other = map(BlankNode, labels)
        findings = [replace(FAULT, node=one, value=other), replace(FAULT, node=other, line=2, file="b.ttl")]
        return write(Report.of(findings, engine="embedded", shapes=[], data=[]), "report")

    assert written("x17", "a9") == written("k", "z")
    assert "sh:focusNode _:node1" in written("x17", "a9")
    assert written("x17", "a9").count("_:node2") == 2
