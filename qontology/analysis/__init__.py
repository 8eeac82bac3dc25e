"""Analysis: what the graph says, arranged for those who compare alliances or design one.

>>> from qontology import load
>>> graph = load()
>>> compare(graph, "QED-C", "QUTAC", dimensions=["formation"]).columns
('dimension', 'attribute', 'difference', 'QED-C', 'QUTAC')
>>> timeline(graph, "QUTAC").columns
('when', 'precision', 'alliance', 'kind', 'what')

Each function asks questions of the library (``queries/compare/``), arranges the answers and says on what they rest.
"""

from __future__ import annotations

from ..telling.tables import AnnotatedTable, Row
from .compare import DIMENSIONS, compare
from .conflicts import conflicts
from .contents import contents
from .directory import choose, directory
from .freshness import freshness
from .gaps import gaps
from .overlap import organizations, overlap
from .overview import overview
from .similar import similar
from .timeline import timeline

__all__ = [
    "DIMENSIONS",
    "AnnotatedTable",
    "Row",
    "choose",
    "compare",
    "conflicts",
    "contents",
    "directory",
    "freshness",
    "gaps",
    "organizations",
    "overlap",
    "overview",
    "similar",
    "timeline",
]
