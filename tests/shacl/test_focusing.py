"""Shapes for some nodes only: what these nodes are asked, and nothing else, is evaluated."""

from pyoxigraph import NamedNode

from qontology.shacl import Verbatim, compile_shapes, run
from qontology.shacl.focusing import focused

SHAPES = """
:S sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] .
:T sh:targetSubjectsOf :q ; sh:property [ sh:path :q ; sh:nodeKind sh:IRI ] .
"""
DATA = ":a a :C . :b a :C ; :q 1 . :c a :D . :D rdfs:subClassOf :C ."


def example(name: str) -> NamedNode:
    return NamedNode(f"http://example.org/{name}")


def shapes_and_findings(turtle, *names: str) -> tuple[list[str], list[str]]:
    """The local names of the shapes that are left, and the focus nodes of what they find."""
    engine = Verbatim(turtle(DATA))
    compiled = focused(compile_shapes(turtle(SHAPES)), engine, [example(name) for name in names])
    nodes = (finding.node.value for finding in run(compiled, engine).findings if finding.node is not None)
    return [shape.node.value[-1:] for shape in compiled.shapes], sorted(node[-1:] for node in nodes)


def test_a_node_is_asked_what_each_shape_whose_focus_node_it_is_asks(turtle) -> None:
    assert shapes_and_findings(turtle, "b") == (["S", "T"], ["b", "b"])


def test_a_shape_without_any_of_the_nodes_is_left_out(turtle) -> None:
    assert shapes_and_findings(turtle, "a") == (["S"], ["a"])


def test_an_instance_of_a_subclass_is_a_focus_node_too(turtle) -> None:
    assert shapes_and_findings(turtle, "c", "a") == (["S"], ["a", "c"])


def test_where_no_shape_targets_a_node_no_shape_is_left(turtle) -> None:
    assert shapes_and_findings(turtle, "D") == ([], [])
