"""The knowledge graph that a user holds: questions, names, and copies for other libraries.

>>> graph = load()
>>> graph.label(graph.find("QUTAC"))
'Quantum Technology and Application Consortium'
"""

from __future__ import annotations

from .graph import KnowledgeGraph, connect, load

__all__ = ["KnowledgeGraph", "connect", "load"]
