"""An endpoint whose data lie in named graphs, where queries do not look by themselves: told, not taken for nothing."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ..errors import InputError
from ..language import Text
from .protocol import Engine

__all__ = ["refuse_empty"]

GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } LIMIT 5"


def refuse_empty(engine: Engine) -> None:
    """Lets pass an engine that holds something where queries look.

    >>> from .embedded import Embedded
    >>> refuse_empty(Embedded())
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: embedded holds no triple where queries look; check its address...

    :raises InputError: where it does not; its named graphs are told.
    """
    if engine.ask("ASK { ?s ?p ?o }"):
        return
    rows = engine.select(GRAPHS).rows
    found = sorted(graph.value for (graph,) in rows if isinstance(graph, NamedNode))
    check = Text("check its address and, if one is named, its graph", "请检查其地址，以及所指定的图")
    name = Text(
        f"its data lie in named graphs; name one with --graph: {', '.join(found)}",
        f"其数据位于命名图中；请用 --graph 指定：{'、'.join(found)}",
    )
    raise InputError(
        Text(f"{engine.name} holds no triple where queries look", f"{engine.name} 的查询范围内没有三元组"),
        remedy=name if found else check,
    )
