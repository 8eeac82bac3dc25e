"""``query`` with SPARQL of one's own: all four forms, and terms that the graph does not know."""

import io

import pytest
from pyoxigraph import RdfFormat, parse

SELECT = "SELECT ?a WHERE { ?a a qo:Alliance } ORDER BY ?a"


def test_a_query_in_quotes_is_answered_with_our_prefixes(run):
    assert "https://w3id.org/qontology/id/alliance/qutac" in run("query", SELECT, "--format", "csv").out.split()


@pytest.mark.parametrize(("asked", "answer"), [("qo:Alliance", "true"), ("qo:Passage", "false")])
def test_ask_is_answered_by_true_or_false(asked, answer, run):
    outcome = run("query", f"ASK {{ alliance:qutac a {asked} }}", "--format", "csv")
    assert outcome.out.split() == ["answer", answer]


def test_construct_gives_turtle_and_the_ending_another_form(run, tmp_path):
    query = "CONSTRUCT { ?a a qo:Alliance } WHERE { ?a a qo:Alliance }"
    turtle = set(parse(run("query", query).out, RdfFormat.TURTLE))
    assert run("query", query, "-o", str(tmp_path / "all.nt")).code == 0
    assert set(parse((tmp_path / "all.nt").read_bytes(), RdfFormat.N_TRIPLES)) == turtle
    assert len(turtle) > 9


def test_describe_gives_what_is_known_of_a_thing(run):
    subjects = {str(quad.subject) for quad in parse(run("query", "DESCRIBE alliance:qic").out, RdfFormat.TURTLE)}
    assert subjects == {"<https://w3id.org/qontology/id/alliance/qic>"}


@pytest.mark.parametrize("name", ["-", "mine.rq"])
def test_a_query_comes_from_a_file_or_from_standard_input_too(name, run, tmp_path, monkeypatch):
    if name == "-":
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SELECT.encode())))
    else:
        (tmp_path / name).write_text(SELECT)
        monkeypatch.chdir(tmp_path)
    assert run("query", name, "-f", "csv").out == run("query", SELECT, "-f", "csv").out


@pytest.mark.parametrize(
    ("term", "note"),
    [("qo:Alianz", "did you mean qo:Alliance?"), ("role:leed", "did you mean role:lead?"), ("qo:Zzzz", None)],
)
def test_a_term_that_the_graph_does_not_know_is_told_with_the_nearest(term, note, run):
    outcome = run("query", f"SELECT ?a {{ ?a ?p {term} }}")
    assert outcome.code == 0 and "no rows" in outcome.out
    assert outcome.err == f"qontology: note: the graph knows no {term}{f'; {note}' if note else ''}\n"


def test_terms_that_it_knows_are_not_told(run):
    assert run("query", SELECT).err == ""


def test_no_question_of_the_library_is_searched_for_unknown_terms(run, monkeypatch):
    """It has none, and to ask an endpoint for each of its terms would take a request a term."""
    monkeypatch.delattr("qontology.cli.verbs.query.unknown_terms")
    assert run("query", "goals/themes").code == 0


def test_describe_needs_no_capitals(run):
    assert run("query", "describe alliance:qic").out == run("query", "DESCRIBE alliance:qic").out
