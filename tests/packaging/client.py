"""A program of a user, as mypy sees it: each line has the type that is written beside it."""

from typing import assert_type

import qontology as q
from qontology.analysis import AnnotatedTable, compare

graph = q.load("docs/examples/my-alliance.ttl")
assert_type(graph, q.KnowledgeGraph)
table = graph.query("goals/of-alliance", alliance="QUTAC", language="zh")
assert_type(table, q.Table)
assert_type(table.columns, tuple[str, ...])
assert_type(table.to_csv(), str)
assert_type(table.to_dicts(), list[dict[str, str | int | bool | None]])
assert_type(graph.ask("ASK { ?a a qo:Alliance }"), bool)
assert_type(compare(graph, "QUTAC", "QIC"), AnnotatedTable)
assert_type(q.validate("docs/examples/my-alliance.ttl").conforms, bool)
assert_type(q.Text("done", "完成").say("both"), str)
