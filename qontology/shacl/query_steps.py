"""How far from ``$this`` a query reads: how many statements in a row, each leaving the node to which the last led."""

from __future__ import annotations

from ..namespaces import RDFS
from .query_groups import Group

__all__ = ["steps_of"]

ELSEWHERE = frozenset({"MINUS", "GRAPH", "SERVICE", "VALUES"})
TREE = str(RDFS["subClassOf"])


class ElsewhereError(ValueError):
    """A query may read statements to which no way leads from ``$this``."""


def steps_of(query: Group) -> int | None:
    """The greatest number of statements in a row; None where the query may read others.

    Repeated steps to superclasses do not count. Only what is beyond doubt is told: each statement has to begin at
    ``$this`` or where one before it in its group, or around an EXISTS or OPTIONAL, ends.

    >>> from .queries import QueryText
    >>> def told(where): return QueryText(f"SELECT $this {{ {where} }}", {}, frozenset({"this"})).steps
    >>> told("$this <urn:p>/<urn:q> ?v ; <urn:r> ?w FILTER NOT EXISTS { ?v a ?class }")
    3
    >>> told("?other <urn:p> $this"), told("$this ^<urn:p> ?other")
    (None, None)
    """
    (where,) = query.groups
    try:
        return read(where, {"this": 0})
    except ElsewhereError:
        return None


def read(group: Group, ends: dict[str, int]) -> int:
    """The number of statements in a row of a group; ``ends`` are variables with the steps that lead to them."""
    most = start = here = depth = 0
    expected, before, is_closed = "subject", "", False
    for part in group.parts:
        if isinstance(part, Group):
            if part.role not in ("exists", "plain"):
                raise ElsewhereError
            is_within = part.role == "exists" or before == "OPTIONAL"
            most = max(most, read(part, dict(ends) if is_within else {"this": 0}))
            before = ""
            continue
        depth -= part.text == ")"
        if depth == 0 and part.text not in ("(", ")"):
            is_node = part.kind in ("iri", "literal") or bool(part.variable)
            if part.word in ELSEWHERE or part.is_blank or part.text in "[]" or part.variable == "PATH":
                raise ElsewhereError
            if part.text in (".", ";", ","):
                expected = {".": "subject", ";": "predicate", ",": "object"}[part.text]
            elif expected == "predicate" and (part.kind == "iri" or part.variable or part.text == "a"):
                here, is_closed, expected = start + 1, False, "object"
            elif expected == "step" and (part.kind == "iri" or part.text == "a"):
                here, expected = here + 1, "object"
            elif expected == "object" and part.text == "/" and not is_closed:
                expected = "step"
            elif expected == "object" and part.text == "*" and before == TREE:
                here, is_closed = here - 1, True
            elif expected == "object" and (is_node or part.word in ("TRUE", "FALSE")):
                most, expected = max(most, here), "end"
                if part.variable and not is_closed:
                    ends[part.variable] = min(here, ends.get(part.variable, here))
            elif expected == "subject" and part.variable in ends:
                start, expected = ends[part.variable], "predicate"
            elif expected == "end" and part.text.startswith("@"):
                pass
            elif expected == "end" and part.text == "^^":
                expected = "datatype"
            elif expected == "datatype":
                expected = "end"
            elif part.kind == "word" and expected in ("subject", "end"):
                expected = "subject"
            else:
                raise ElsewhereError
        elif part.text == "(" and depth == 0 and expected != "subject":
            raise ElsewhereError
        depth += part.text == "("
        before = part.text if part.kind == "iri" else part.word
    return most
