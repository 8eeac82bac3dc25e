"""Adds the names of the ontology to the list of published ones, which no later version may take back.

Run for each release. The list is empty before the first one.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT / "tests/ontology/published.txt"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
NAMESPACE = "https://w3id.org/qontology/"


def declared() -> set[str]:
    """The IRIs of all modules, terms, schemes and concepts."""
    return {
        quad.subject.value
        for path in (ROOT / "ontology").rglob("*.ttl")
        for quad in ox.parse(path=path)
        if quad.predicate == TYPE and quad.subject.value.startswith(NAMESPACE)
    }


def published() -> set[str]:
    """The IRIs that have been published."""
    return set(PUBLISHED.read_text(encoding="utf-8").split())


if __name__ == "__main__":
    PUBLISHED.write_text("".join(f"{name}\n" for name in sorted(published() | declared())), encoding="utf-8")
