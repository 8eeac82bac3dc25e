"""Qontology: an OWL ontology and knowledge graph of the world's quantum industry alliances.

>>> import qontology as q
>>> graph = q.load()                                     # all that is shipped, offline
>>> table = graph.query("goals/of-alliance", alliance="QUTAC")
>>> len(table) > 0
True

Importing the package imports nothing else; each name below is loaded when it is first used.
"""

from __future__ import annotations

# Type checkers take this name for true; importing typing for it would cost half the time of the whole import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .errors import EngineError, InputError, NetworkError, OutputError, QontologyError
    from .knowledge import KnowledgeGraph, connect, load
    from .knowledge.rdflib_namespace import namespace
    from .language import Text
    from .tables import Table
    from .validation import validate

__all__ = [
    "EngineError",
    "InputError",
    "KnowledgeGraph",
    "NetworkError",
    "OutputError",
    "QontologyError",
    "Table",
    "Text",
    "__version__",
    "connect",
    "load",
    "namespace",
    "validate",
]

__version__ = "0.1.0"

HOMES = {
    "EngineError": ("errors", "EngineError"),
    "InputError": ("errors", "InputError"),
    "KnowledgeGraph": ("knowledge", "KnowledgeGraph"),
    "NetworkError": ("errors", "NetworkError"),
    "OutputError": ("errors", "OutputError"),
    "QontologyError": ("errors", "QontologyError"),
    "Table": ("tables", "Table"),
    "Text": ("language", "Text"),
    "connect": ("knowledge", "connect"),
    "load": ("knowledge", "load"),
    "namespace": ("knowledge.rdflib_namespace", "namespace"),
    "validate": ("validation", "validate"),
}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = HOMES[name]
    return getattr(import_module(f"{__name__}.{module}"), attribute)


def __dir__() -> list[str]:
    return __all__
