"""QuickStatements: statements for Wikidata, one a line, each with its reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from ..engine import Triple
from ..namespaces import XSD, Namespace, Term

__all__ = ["quick_statements"]

ITEM = Namespace("http://www.wikidata.org/entity/")
STATED = Namespace("http://www.wikidata.org/prop/")
VALUE = Namespace("http://www.wikidata.org/prop/statement/")
REFERENCE = Namespace("http://www.wikidata.org/prop/reference/")
DERIVED = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")

PRECISIONS = {XSD["gYear"]: 9, XSD["gYearMonth"]: 10, XSD["date"]: 11}


def quick_statements(triples: Sequence[Triple]) -> str:
    """Statements as the RDF of Wikidata has them, in the commands of QuickStatements (version 1).

    >>> item, node = ITEM["Q9401"], ox.NamedNode("http://example.org/1")
    >>> line = quick_statements([ox.Triple(item, STATED["P6782"], node),
    ...     ox.Triple(node, VALUE["P6782"], ox.Literal("01bj3aw27")), ox.Triple(node, DERIVED, ox.BlankNode("a")),
    ...     ox.Triple(ox.BlankNode("a"), REFERENCE["P854"], ox.NamedNode("http://example.org/page"))])
    >>> line.split()
    ['Q9401', 'P6782', '"01bj3aw27"', 'S854', '"http://example.org/page"']
    """
    values: dict[object, list[Triple]] = defaultdict(list)
    for triple in triples:
        values[triple.subject].append(triple)
    lines = set()
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and triple.predicate.value.startswith(STATED.base + "P"):
            name = triple.predicate.value.removeprefix(STATED.base)
            node = values[triple.object]
            for value in objects(node, VALUE[name]):
                for reference in objects(node, DERIVED):
                    for part in values[reference]:
                        source = "S" + part.predicate.value.removeprefix(REFERENCE.base + "P")
                        lines.add(
                            "\t".join([as_value(triple.subject), name, as_value(value), source, as_value(part.object)])
                        )
    return "".join(f"{line}\n" for line in sorted(lines, key=key))


def key(line: str) -> tuple[int, str]:
    """What lines are sorted by: the number of the item first."""
    return int(line.partition("\t")[0][1:]), line


def objects(triples: Iterable[Triple], predicate: ox.NamedNode) -> list[Term | Triple]:
    """The objects of those that have this predicate."""
    return [triple.object for triple in triples if triple.predicate == predicate]


def as_value(term: Term | Triple) -> str:
    """A value: an item by its number, a date with its precision, all else in quotes.

    >>> as_value(ox.Literal("2021-06", datatype=XSD["gYearMonth"]))
    '+2021-06-00T00:00:00Z/10'
    """
    if isinstance(term, ox.NamedNode) and term.value.startswith(ITEM.base):
        return term.value.removeprefix(ITEM.base)
    text = term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)
    precision = PRECISIONS.get(term.datatype) if isinstance(term, ox.Literal) else None
    if precision:
        return f"+{(text + '-00-00')[:10]}T00:00:00Z/{precision}"
    return '"' + " ".join(text.replace('"', "'").split()) + '"'
