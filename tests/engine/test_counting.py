"""An answer from afar has as many rows as the endpoint counts, or is refused; where it cannot count, that is told."""

import pyoxigraph as ox
import pytest

from qontology.engine import Embedded, Solutions
from qontology.engine.counting import Counted, counted, counting
from qontology.errors import EngineError, InputError, NetworkError, UncountedWarning
from qontology.language import Text

PREFIX = "PREFIX e: <urn:e:> "
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class Cut(Embedded):
    """An engine that gives so many rows at most and says nothing of it; ``counts`` tells whether it can count."""

    def __init__(self, most: int = 1000, *, counts: bool = True) -> None:
        store = ox.Store()
        text = "".join(f"<urn:e:a> <urn:e:p> {n} ." for n in range(5)) + "<urn:e:a> <urn:e:p> 5 <urn:e:g> ."
        store.load(text.replace("> 5 <", "> 5 . <urn:e:b> <urn:e:q> <").encode(), ox.RdfFormat.TURTLE)
        super().__init__(store)
        self.most, self.counts = most, counts

    def select(self, query: str) -> Solutions:
        if "?qontologyCount" in query:
            if not self.counts:
                raise EngineError(Text("it cannot count", "无法计数"))
            return super().select(query)
        columns, rows = super().select(query)
        return Solutions(columns, rows[: self.most])

    def construct(self, query: str) -> list[ox.Triple]:
        return super().construct(query)[: self.most]


QUERIES = {
    "plain": "SELECT ?o { <urn:e:a> <urn:e:p> ?o }",
    "with a prefix": PREFIX + "SELECT ?o { e:a e:p ?o }",
    "with a base": "BASE <urn:e:> SELECT ?o { <urn:e:a> <urn:e:p> ?o }",
    "distinct and ordered": PREFIX + "SELECT DISTINCT ?o WHERE { e:a e:p ?o } ORDER BY DESC(?o)",
    "with a limit": PREFIX + "SELECT ?o WHERE { e:a e:p ?o } LIMIT 3 OFFSET 1",
    "with a comment at its end": PREFIX + "SELECT ?o WHERE { e:a e:p ?o } # SELECT {",
    "with a comment before": "# SELECT ?x {\n" + PREFIX + "SELECT ?o WHERE { e:a e:p ?o }",
    "with values at its end": PREFIX + "SELECT ?o WHERE { e:a e:p ?o } VALUES ?o { 1 2 3 }",
    "grouped": PREFIX + "SELECT ?o (COUNT(*) AS ?count) WHERE { ?s e:p ?o } GROUP BY ?o",
    "of all": "SELECT * { ?s ?p ?o }",
    "within another": PREFIX + "SELECT ?o { { SELECT ?o { e:a e:p ?o } LIMIT 4 } }",
}


@pytest.mark.parametrize("case", QUERIES)
def test_an_answer_that_is_whole_is_given_and_one_that_is_cut_is_refused(case: str) -> None:
    whole = Counted(Cut()).select(QUERIES[case])
    assert len(whole.rows) >= 3 and whole == Cut().select(QUERIES[case])
    with pytest.raises(NetworkError, match=rf"gave 2 of {len(whole.rows)} rows; raise its limit"):
        Counted(Cut(2)).select(QUERIES[case])


def test_graphs_that_a_query_names_stay_outside() -> None:
    query = PREFIX + "SELECT ?s FROM e:g FROM NAMED <urn:h> WHERE { ?s ?p ?o }"
    assert "?qontologyCount) FROM e:g FROM NAMED <urn:h> WHERE { { SELECT ?s WHERE {" in counting(query)
    assert counted(Cut(), query) == 0


def test_what_is_no_select_is_not_counted() -> None:
    with pytest.raises(InputError, match="not a SELECT"):
        counting("ASK { ?s ?p ?o }")


def test_an_engine_that_cannot_count_is_believed_with_a_warning() -> None:
    with pytest.warns(UncountedWarning, match="does not count its answer, which may be incomplete") as told:
        assert len(Counted(Cut(counts=False)).select("SELECT ?o { ?s ?p ?o }").rows) > 3
    assert "可能不完整" in told[0].message.text.zh


def test_a_graph_is_counted() -> None:
    some = "CONSTRUCT { ?s ?p ?o . ?o a <urn:e:c> } WHERE { ?s ?p ?o . ?s ?p 1 }"
    for query in (ALL, some):
        whole = Counted(Cut()).construct(query)
        assert set(whole) == set(Cut().construct(query)) and len(whole) >= 5
        with pytest.raises(NetworkError, match="gave 2 of"):
            Counted(Cut(2)).construct(query)


@pytest.mark.parametrize("query", ["DESCRIBE <urn:e:a>", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_graph_that_is_none_of_solutions_is_believed_with_a_warning(query: str) -> None:
    with pytest.warns(UncountedWarning):
        assert len(Counted(Cut()).construct(query)) >= 5


def test_the_name_and_the_truth_come_through() -> None:
    assert Counted(Cut()).name == "embedded" and Counted(Cut()).ask("ASK { ?s ?p 1 }")
