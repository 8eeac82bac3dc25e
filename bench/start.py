"""What the first answer and the import cost."""

from __future__ import annotations

import sys
from pathlib import Path

from qontology import assets
from qontology.graph import load

from .timing import Ratio, compare

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


def first_answer() -> Ratio:
    """``qontology query`` against a bare script that imports pyoxigraph, loads the same files and asks the same."""
    graph = load()
    sparql = graph.bind(graph.library.get(QUESTION), language="en", alliance="QUTAC")
    paths = [str(path) for path in (*assets.files("ontology"), *assets.files("data"))]
    command = Path(sys.executable).with_name("qontology")
    ours = [str(command), "query", QUESTION, "alliance=QUTAC", "--lang", "en"]
    theirs = [sys.executable, "-c", BARE.format(paths=paths, sparql=sparql)]
    return compare("first answer / bare pyoxigraph script", ours, theirs, "1.3")


def importing() -> Ratio:
    """``import qontology`` against bare Python."""
    return compare(
        "import qontology / bare Python",
        [sys.executable, "-c", "import qontology"],
        [sys.executable, "-c", "pass"],
        "+15 ms",
        runs=40,
    )
