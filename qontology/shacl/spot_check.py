"""A spot check: what an endpoint says of a few of its own nodes, held against what the embedded engine says of them.

Engines differ where it hurts: one compares dates of different datatypes, another answers a path inside NOT EXISTS
wrongly, with a status of success. The probe sees all of that, but needs a graph of its own in the store, and nobody
writes into a store that is only to be validated. So some focus nodes are fetched with all that is said of them and of
their values, and small shapes are tried on them there and here. On a kind of constraint on which the two disagree the
endpoint is not to be asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import count, islice, pairwise
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from ..engine import Engine
from ..namespaces import RDF, XSD, Term
from .answers import counted, paged
from .compiler import CompiledShapes, compile_shapes
from .execution import by_check, hierarchy
from .lexical_forms import Verbatim
from .literals import NUMERIC
from .patterns import Known, QueryContext, Tree
from .probe import kinds_of

__all__ = ["KINDS", "spot_check"]

FOCUS_NODES = 30
VALUES = 100
STATEMENTS = 2000
PROPERTIES = 5
"""How much is fetched at most, and how many properties are tried."""

COLUMNS = "?s ?p ?o"

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . "
BLANK = re.compile(r"^_:.*")
WORD = re.compile(r"(?<!{){(\w+)}")
ORDERED = NUMERIC | {XSD[name] for name in ("date", "dateTime", "gYear", "gYearMonth")}

SHAPE = "<urn:x-qontology:spot-check:{number}> sh:targetNode {nodes} ; {body} . "

OF_NODES = {
    "datatype": ["sh:path {p} ; sh:datatype {datatype}"],
    "nodeKind": ["sh:path {p} ; sh:nodeKind sh:IRI", "sh:path {p} ; sh:nodeKind sh:Literal"],
    "minCount": [f"sh:path {{p}} ; sh:minCount {number}" for number in (1, 2, 6)],
    "maxCount": [f"sh:path {{p}} ; sh:maxCount {number}" for number in (0, 1, 5)],
    "minExclusive": ["sh:path {ordered} ; sh:minExclusive {bound}"],
    "minInclusive": ["sh:path {ordered} ; sh:minInclusive {bound}"],
    "maxExclusive": ["sh:path {ordered} ; sh:maxExclusive {bound}"],
    "maxInclusive": ["sh:path {ordered} ; sh:maxInclusive {bound}"],
    "lessThan": ["sh:path {ordered} ; sh:lessThan {ordered}"],
    "lessThanOrEquals": ["sh:path {ordered} ; sh:lessThanOrEquals {ordered}"],
    "minLength": ["sh:path {p} ; sh:minLength {length}"],
    "maxLength": ["sh:path {p} ; sh:maxLength {length}"],
    "pattern": ['sh:path {p} ; sh:pattern "^[^E]*E" ; sh:flags "i"', 'sh:path {p} ; sh:pattern "[一-鿿]"'],
    "languageIn": ['sh:path {p} ; sh:languageIn ( "en" )'],
    "uniqueLang": ["sh:path {p} ; sh:uniqueLang true"],
    "equals": ["sh:path {p} ; sh:equals {p}", "sh:path {p} ; sh:equals {q}"],
    "disjoint": ["sh:path {p} ; sh:disjoint {p}", "sh:path {p} ; sh:disjoint {q}"],
    "in": ["sh:path {p} ; sh:in ( {value} )"],
    "hasValue": ["sh:path {p} ; sh:hasValue {value}"],
    "closed": ["sh:closed true ; sh:ignoredProperties ( {p} )"],
    "not": ["sh:not [ sh:path {p} ; sh:minCount 2 ]", "sh:path {p} ; sh:not [ sh:nodeKind sh:IRI ]"],
    "and": ["sh:path {p} ; sh:and ( [ sh:nodeKind sh:Literal ] [ sh:minLength {length} ] )"],
    "or": ["sh:path {p} ; sh:or ( [ sh:nodeKind sh:IRI ] [ sh:minLength {length} ] )"],
    "xone": ["sh:xone ( [ sh:path {p} ; sh:minCount 1 ] [ sh:path {q} ; sh:minCount 1 ] )"],
    "property": ["sh:property [ sh:path {p} ; sh:maxCount 1 ]"],
    "qualifiedMinCount": ["sh:path {p} ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2"],
    "qualifiedMaxCount": ["sh:path {p} ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 1"],
    "alternativePath": ["sh:path [ sh:alternativePath ( {p} {q} ) ] ; sh:maxCount 1"],
    "zeroOrOnePath": ["sh:path [ sh:zeroOrOnePath {p} ] ; sh:minCount 2"],
    "sparql": [
        'sh:sparql [ sh:select "SELECT $this ?value WHERE {{ $this {p} ?value FILTER(!isIRI(?value)) }}" ]',
        'sh:sparql [ sh:select "SELECT $this WHERE {{ $this {p} ?x }} GROUP BY $this HAVING (COUNT(?x) > 1)" ]',
    ],
}
"""Constraints on what is said of a node, by their kind, with the words of :func:`words`."""

OF_VALUES = {
    "class": ["sh:path {p} ; sh:class {class}"],
    "node": ["sh:path {p} ; sh:node [ sh:path {type} ; sh:minCount 1 ]"],
    "sequencePath": ["sh:path ( {p} {type} ) ; sh:minCount 1", "sh:path ( {p} {type} ) ; sh:in ( {class} )"],
    "zeroOrMorePath": [f"sh:path [ sh:zeroOrMorePath {{p}} ] ; sh:minCount {number}" for number in (2, 4)],
    "oneOrMorePath": [f"sh:path [ sh:oneOrMorePath {{p}} ] ; sh:minCount {number}" for number in (1, 3)],
    "inversePath": ["sh:property [ sh:path {p} ; sh:node [ sh:path [ sh:inversePath {p} ] ; sh:minCount 1 ] ]"],
}
"""Constraints on what is said of the values of a node, for properties of which all values are known."""

KINDS = frozenset([*OF_NODES, *OF_VALUES])


class Sample(NamedTuple):
    """Some focus nodes, and what is said of them and of their values; ``whole`` are the nodes of which all is known."""

    nodes: tuple[NamedNode, ...]
    whole: frozenset[Term]
    triples: tuple[Triple, ...]


def spot_check(engine: Engine, compiled: CompiledShapes) -> tuple[str, ...]:
    """The kinds of constraints in some shapes on which an engine and the embedded one disagree.

    Empty where nothing speaks against the engine. The nodes are some that the shapes look at.

    >>> from pyoxigraph import Store
    >>> from qontology.engine import Embedded
    >>> store, shapes = Store(), "<urn:S> sh:targetClass <urn:C> ; sh:closed true ."
    >>> store.load("<urn:a> a <urn:C> ; <urn:p> 1 .", RdfFormat.TURTLE)
    >>> spot_check(Embedded(store), compile_shapes(parse(PREFIXES + shapes, RdfFormat.TURTLE)))
    ()

    :raises NetworkError: where the engine is not reached, or its answers cannot be trusted.
    """
    tree = hierarchy(compiled, engine)
    sample = fetched(engine, compiled, QueryContext(Known(tree)))
    here = Verbatim(sample.triples)

    def agree(text: str) -> bool:
        tried = compile_shapes(parse(PREFIXES + text, RdfFormat.TURTLE))
        return found(tried, engine, tree) == found(tried, here, tree)

    kinds = {kind for shape in compiled.shapes for kind in kinds_of(shape)}
    return tuple(sorted(kind for kind, text in shapes(sample, kinds) if not agree(text)))


def found(tried: CompiledShapes, engine: Engine, tree: Tree) -> set[tuple[str, ...]]:
    """Shape, focus node and value of all that an engine finds; blank nodes have other names and are alike."""
    findings = (one for _, some in by_check(tried, engine, tree) for one in some)
    return {(str(one.shape), str(one.node), BLANK.sub("_:", str(one.value))) for one in findings}


def fetched(engine: Engine, compiled: CompiledShapes, context: QueryContext) -> Sample:
    """A sample of what an engine holds."""
    nodes = affordable(engine, dict.fromkeys(focus_nodes(engine, compiled, context)), FOCUS_NODES)
    of_nodes = statements(engine, nodes)
    ends = dict.fromkeys(triple.object for triple in of_nodes if isinstance(triple.object, NamedNode))
    values = affordable(engine, ends, VALUES)
    triples = dict.fromkeys([*of_nodes, *statements(engine, values)])
    return Sample(nodes, frozenset([*nodes, *values]), tuple(sorted(triples, key=str)))


def focus_nodes(engine: Engine, compiled: CompiledShapes, context: QueryContext) -> Iterator[NamedNode]:
    """One or two focus nodes of each target, as far as they have names."""
    for target in dict.fromkeys(shape.target for shape in compiled.shapes):
        pattern = f"{{ {target.focus(context).pattern} }} ?this ?predicate ?value FILTER(isIRI(?this))"
        rows = engine.select(f"SELECT DISTINCT ?this WHERE {{ {pattern} }} LIMIT 2").rows
        yield from (node for (node,) in rows if isinstance(node, NamedNode))


def affordable(engine: Engine, nodes: Iterable[NamedNode], most: int) -> tuple[NamedNode, ...]:
    """The first of the nodes, so many that not too much is said of them."""
    some = tuple(islice(nodes, most))
    while some and counted(engine, about(some)) > STATEMENTS:
        some = some[: len(some) // 2]
    return some


def statements(engine: Engine, nodes: Collection[NamedNode]) -> list[Triple]:
    """All that an engine says of some nodes."""
    query = about(nodes)
    rows = paged(engine, query, COLUMNS, counted(engine, query)) if nodes else []
    return [Triple(s, p, o) for s, p, o in rows if isinstance(s, NamedNode) and isinstance(p, NamedNode) and o]


def about(nodes: Collection[NamedNode]) -> str:
    """The query of all that is said of some nodes."""
    return f"SELECT DISTINCT {COLUMNS} WHERE {{ VALUES ?s {{ {' '.join(map(str, nodes))} }} ?s ?p ?o }}"


def shapes(sample: Sample, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    """Small shapes in Turtle for some properties of the sample, with the kind of their constraint."""
    values: dict[NamedNode, list[Term]] = defaultdict(list)
    for subject, predicate, value in sample.triples:
        if subject in sample.nodes and not isinstance(value, BlankNode | Triple):
            values[predicate].append(value)
    deep = {predicate: values[predicate] for predicate in values if is_deep(sample, predicate)}
    nodes = ", ".join(map(str, sample.nodes))
    for bodies, properties in ((OF_NODES, values), (OF_VALUES, deep)):
        tried = varied(properties)[:PROPERTIES]
        known = [words(p, q, properties[p], values) for p, q in pairwise([*tried, *tried[:1]])]
        for kind in sorted(bodies.keys() & kinds):
            some = [body.format(**one) for body in bodies[kind] for one in known if one.keys() >= {*WORD.findall(body)}]
            if some:
                yield kind, "".join(SHAPE.format(number=n, nodes=nodes, body=body) for n, body in enumerate(some))


def varied(properties: dict[NamedNode, list[Term]]) -> list[NamedNode]:
    """The properties in such an order that the first ones have values of different sorts.

    Texts beyond ASCII are a sort of their own: some engines match them byte by byte.
    """
    ranks: dict[object, Iterator[int]] = defaultdict(count)
    ranked = {}
    for name, values in sorted(properties.items(), key=str):
        is_plain = all(value.value.isascii() for value in values)
        ranked[name] = next(ranks[getattr(values[0], "datatype", None), is_plain])
    return sorted(ranked, key=lambda name: ranked[name])


def is_deep(sample: Sample, predicate: NamedNode) -> bool:
    """Whether all is known of the nodes to which a property leads, in however many steps."""
    reached: set[object] = set()
    pending: set[object] = set(sample.nodes)
    steps = [triple for triple in sample.triples if triple.predicate == predicate]
    while pending:
        reached |= pending
        ends = {triple.object for triple in steps if triple.subject in pending}
        pending = {end for end in ends if not isinstance(end, Literal) and end not in reached}
    return reached <= sample.whole


def words(p: NamedNode, q: NamedNode, values: list[Term], all_values: dict[NamedNode, list[Term]]) -> dict[str, object]:
    """What the constraints on a property may name; ``ordered`` and ``bound`` only where values can be compared."""
    known: dict[str, object] = {"p": p, "q": q, "type": RDF["type"], "value": values[0], "length": len(values[0].value)}
    literals = [value for value in values if isinstance(value, Literal)]
    known["datatype"] = literals[0].datatype if literals else XSD["string"]
    if literals == values and {value.datatype for value in literals} <= ORDERED:
        known |= {"ordered": p, "bound": literals[0]}
    if classes := all_values.get(RDF["type"]):
        known["class"] = classes[0]
    return known
