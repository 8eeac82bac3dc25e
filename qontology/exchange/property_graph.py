"""CSV files for the bulk import of a property graph, with the header fields of Neo4j."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..errors import InputError
from ..language import Text
from ..namespaces import RDF, SKOS, XSD, Term, curie

__all__ = ["property_graph"]

TYPE = RDF["type"]
SHORT = ("qo:", "skos:")
"""What is called by its name alone; other properties have their prefix before it."""

MANY = tuple(SKOS[name].value for name in ("altLabel", "hiddenLabel"))
"""Properties that a thing may have several of in one language."""

DELIMITER = "|"
"""What separates the values of an array, as the importing tool is told: the sign that it expects is in many texts."""

Rows = list[list[str]]


def property_graph(triples: Sequence[Triple]) -> dict[str, str]:
    """The triples as ``nodes.csv`` and ``relationships.csv``: what has a class is a node, and all else a property.

    >>> files = property_graph([ox.Triple(ox.NamedNode("http://example.org/a"), TYPE, ox.NamedNode(terms.Alliance))])
    >>> print(files["nodes.csv"], end="")
    iri:ID,:LABEL
    http://example.org/a,Alliance

    :raises InputError: where one of several values of a property has the sign that separates them.
    """
    ordered = sorted(triples, key=str)
    labels: dict[Term | Triple, list[str]] = defaultdict(list)
    for triple in ordered:
        if triple.predicate == TYPE:
            labels[triple.subject].append(name_of(triple.object))
    cells: dict[Term | Triple, dict[str, list[str]]] = {node: defaultdict(list) for node in labels}
    numbers: dict[str, bool] = {}
    many: set[str] = set()
    relationships: Rows = []
    for subject, predicate, value in ordered:
        if predicate == TYPE or subject not in labels:
            continue
        if value in labels:
            relationships.append([identifier(subject), identifier(value), in_capitals(name_of(predicate))])
            continue
        column = name_of(predicate) + (f"_{value.language}" if isinstance(value, ox.Literal) and value.language else "")
        is_number = isinstance(value, ox.Literal) and value.datatype == XSD["integer"]
        numbers[column] = numbers.get(column, True) and is_number
        cells[subject][column].append(identifier(value))
        if predicate.value in MANY or not (
            isinstance(value, ox.Literal) or predicate.value.startswith(terms.NAMESPACE)
        ):
            many.add(column)
    many |= {column for own in cells.values() for column, values in own.items() if len(values) > 1}
    columns = sorted(numbers)
    header = [
        c + (":long" if numbers[c] else "") + ("[]" if numbers[c] else ":string[]") * (c in many) for c in columns
    ]
    nodes = [["iri:ID", ":LABEL", *header]]
    for node, own in cells.items():
        values = (joined(own.get(column, []), column in many) for column in columns)
        nodes.append([identifier(node), DELIMITER.join(labels[node]), *values])
    return {
        "nodes.csv": text_of(nodes),
        "relationships.csv": text_of([[":START_ID", ":END_ID", ":TYPE"], *relationships]),
    }


def joined(values: Iterable[str], many: bool) -> str:
    """The values of one cell.

    :raises InputError: where one of many has the sign that separates them.
    """
    values = list(values)
    for value in values if many else ():
        if DELIMITER in value:
            raise InputError(
                Text(
                    f"a value has the sign {DELIMITER} that separates values: {value}",
                    f"取值含有分隔符 {DELIMITER}：{value}",
                ),
                remedy=Text("write it with another sign", "请改用其他符号"),
            )
    return DELIMITER.join(values)


def identifier(term: Term | Triple) -> str:
    """A term as text on one line."""
    return " ".join(term.value.split()) if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)


def name_of(term: Term | Triple) -> str:
    """The name of a class or a property: without a prefix where it is ours or of SKOS.

    >>> name_of(ox.NamedNode(terms.hasGoal)), name_of(ox.NamedNode("http://purl.org/dc/terms/isPartOf"))
    ('hasGoal', 'dcterms_isPartOf')
    """
    short = curie(term) if isinstance(term, ox.NamedNode) else str(term)
    prefix = next((prefix for prefix in SHORT if short.startswith(prefix)), "")
    return short.removeprefix(prefix).replace(":", "_")


def in_capitals(name: str) -> str:
    """A name as relationships have it.

    >>> in_capitals("hasGoal")
    'HAS_GOAL'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()
