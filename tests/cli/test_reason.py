"""The verb that writes what follows."""

import pyoxigraph as ox
from asking import graph

from qontology.reasoning import derive


def test_one_named_graph_a_rule_is_written_and_counted_on_standard_error(run) -> None:
    outcome = run("reason", "--format", "nq")
    graphs = {quad.graph_name.value for quad in ox.parse(outcome.out, format=ox.RdfFormat.N_QUADS)}
    derived = {name for name, triples in derive(graph().engine).items() if triples}
    assert graphs == {f"https://w3id.org/qontology/graph/derived/{name}" for name in derived}
    assert "participates-in: " in outcome.err


def test_files_of_ones_own_are_taken_into_account(run, tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> . @prefix e: <http://example.org/> ."
        "e:a qo:hasMembership e:m . e:m qo:member e:o .",
        encoding="utf-8",
    )
    assert (
        "<http://example.org/a> <https://w3id.org/qontology/ns#hasMember> <http://example.org/o>"
        in run("reason", str(file), "--format", "nq").out
    )
