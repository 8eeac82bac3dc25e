"""What the first answer and the import cost."""

from __future__ import annotations

from collections.abc import Iterator

from qontology import assets
from qontology.knowledge import load

from .timing import Row, WrongError, apart, compare, python, qontology

__all__ = ["first_answer", "importing"]

QUESTION = "goals/of-alliance"

# The least that any program must do for the same answer: the same files, the same query, one line a row.
BARE = """
import pyoxigraph
store = pyoxigraph.Store()
for path in {paths!r}:
    store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
for row in store.query({sparql!r}, use_default_graph_as_union=True):
    print(*(term.value for term in row))
"""


def first_answer(_: int) -> Iterator[Row]:
    """``qontology query`` against a bare script that imports pyoxigraph, loads the same files and asks the same."""
    sparql = apart(bound)
    paths = [str(path) for path in (*assets.files("ontology"), *assets.files("data"))]
    ours = qontology("query", QUESTION, "alliance=QUTAC", "--lang", "en")
    theirs = python(BARE.format(paths=paths, sparql=sparql))
    yield compare("first answer / bare pyoxigraph script", ours, theirs, "1.3")


def bound() -> str:
    """The text of the question, once it is known to have an answer."""
    graph = load()
    sparql = graph.bind(graph.library.get(QUESTION), language="en", alliance="QUTAC")
    if not graph.select(sparql).rows:
        raise WrongError(f"{QUESTION} has no answer")
    return sparql


def importing(_: int) -> Iterator[Row]:
    """``import qontology`` against bare Python."""
    row = compare("import qontology / bare Python", python("import qontology"), python("pass"), "+15 ms", runs=40)
    yield row._replace(remark=f"{1000 * (row.ours - row.theirs):+.1f} ms")
