"""Queries in rdflib, made to answer as SPARQL 1.1 has it where rdflib 7 does not.

rdflib compares literals of any two datatypes, and a year with no other year; it does not count the variables of
VALUES among those that are bound before an OPTIONAL or a FILTER; and it groups nothing into one group.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, QuerySolutions, Store

from ..engine.rdflib_copy import from_rdflib
from ..namespaces import Term
from .literals import comparable

if TYPE_CHECKING:
    import rdflib
    from rdflib.plugins.sparql.sparql import Query

__all__ = ["answered"]


def answered(graph: rdflib.Graph, query: str) -> rdflib.query.Result:
    """What a graph of rdflib answers.

    >>> import rdflib
    >>> year = '"{}"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    >>> found = answered(rdflib.Graph(), f"SELECT ({year.format(2020)} < {year.format(2021)} AS ?before) {{}}")
    >>> [str(row.before) for row in found]
    ['true']
    """
    return graph.query(mended(query))


def mended(query: str) -> Query:
    """A query as rdflib has to be given it."""
    from rdflib.plugins.sparql.algebra import _addVars, _traverseAgg, translateQuery, traverse
    from rdflib.plugins.sparql.parser import parseQuery

    read = translateQuery(parseQuery(query))
    read.algebra = traverse(read.algebra, visitPost=mended_part)
    _traverseAgg(read.algebra, _addVars)
    return read


def mended_part(part: Any) -> Any:
    """What takes the place of a part of a query, or None where it may stay."""
    import rdflib
    from rdflib.plugins.sparql.parserutils import CompValue, Expr

    if not isinstance(part, CompValue):
        return None
    if part.name == "values":
        part["var"] = [name for row in part["res"][:1] for name in row]
    elif part.name == "RelationalExpression":
        return Expr(part.name, compared, **part)
    elif part.name == "AggregateJoin" and part["p"]["expr"] is not None:
        is_group = Expr("IsGroup", lambda _, row: rdflib.Literal(len(row) > 0))
        return CompValue("Filter", expr=is_group, p=part, no_isolated_scope=True)
    return None


def compared(expression: Any, _: Any) -> rdflib.Literal:
    """The value of a comparison; by what rdflib calls IN, of each of the terms in a list."""
    import rdflib
    from rdflib.plugins.sparql.sparql import SPARQLError

    one, operator, other = from_rdflib(expression.expr), expression.op, expression.other
    if operator in ("IN", "NOT IN"):
        listed = () if other == rdflib.RDF.nil else other
        answers = {holds(one, "=", from_rdflib(term)) for term in listed}
        answer = True if True in answers else None if None in answers else False
        answer = answer if answer is None or operator == "IN" else not answer
    else:
        answer = holds(one, operator, from_rdflib(other))
    if answer is None:
        raise SPARQLError("these two do not compare")
    return rdflib.Literal(answer)


@lru_cache(10_000)
def holds(one: Term | None, operator: str, other: Term | None) -> bool | None:
    """Whether two terms compare as told; None where they do not compare at all.

    >>> holds(Literal("1.50"), "=", Literal(1.5)), holds(Literal(2), "<", Literal(3))
    (False, True)
    """
    if not isinstance(one, Literal) or not isinstance(other, Literal):
        return {"=": one == other, "!=": one != other}.get(operator)
    query = f"SELECT ({comparable(one)} {operator} {comparable(other)} AS ?holds) {{}}"
    answer = Store().query(query)
    assert isinstance(answer, QuerySolutions)
    (found,) = next(answer)
    return None if found is None else str(found.value) == "true"
