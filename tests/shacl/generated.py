"""Shapes and data at random, in Turtle: strategies of hypothesis that the tests against other engines share.

The prefixes are those of ``conftest.py``.
"""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

__all__ = [
    "ABOUT_TERMS",
    "COUNTS",
    "NAMED",
    "SPELLINGS",
    "asks",
    "graphs",
    "paths",
    "properties",
    "rules",
    "targets",
    "terms",
]

Texts = st.SearchStrategy[str]

NAMED = [":a", ":b", ":c", ":d"]
SPELLINGS = ["1.5", "1.50", "01", '"1"^^xsd:int', '"1"^^xsd:boolean', '"2020-01-01T00:00:00Z"^^xsd:dateTime']
SPELLINGS += ['"2020-01-01T00:00:00.0Z"^^xsd:dateTime']
"""Literals as people write them, some of one value."""

LITERALS = ["1", "2", "7", "true", '"one"', '"two"', '"one"@en', '"zwei"@de', '"eins"@de', '"x"^^xsd:integer']
DATES = ['"2020-01-01"^^xsd:date', '"2021-01-01"^^xsd:date']
NODES = [*NAMED, "_:x", "_:y"]

nodes = st.sampled_from(NODES)
terms = st.sampled_from([*NAMED, *LITERALS, *SPELLINGS, *DATES])
properties = st.sampled_from([":p", ":q", ":r"])
classes = st.sampled_from([":C", ":D"])
counts = st.integers(0, 3)


def lists(items: Texts, least: int = 0) -> Texts:
    return st.lists(items, min_size=least, max_size=3).map(lambda found: f"( {' '.join(found)} )")


steps = st.one_of(properties, properties.map(lambda name: f"[ sh:inversePath {name} ]"))
paths = st.one_of(
    properties,
    steps,
    lists(steps, 2),
    lists(steps, 2).map(lambda members: f"[ sh:alternativePath {members} ]"),
    st.tuples(st.sampled_from(["zeroOrMore", "oneOrMore", "zeroOrOne"]), steps).map(
        lambda p: f"[ sh:{p[0]}Path {p[1]} ]"
    ),
)


def asks(name: str, values: st.SearchStrategy[object]) -> Texts:
    return values.map(lambda value: f"sh:{name} {value}")


ON_ANY = [
    asks("class", classes),
    asks("datatype", st.sampled_from(["xsd:integer", "xsd:string", "xsd:date"])),
    asks("nodeKind", st.sampled_from(["sh:IRI", "sh:Literal", "sh:BlankNode", "sh:IRIOrLiteral", "sh:BlankNodeOrIRI"])),
    asks("minLength", st.integers(1, 3)),
    asks("maxLength", st.integers(0, 7)),
    asks("pattern", st.sampled_from(['"^o"', '"e"', '"^[a-z]+$"'])),
    asks("languageIn", lists(st.sampled_from(['"en"', '"de"']), 1)),
    asks("in", lists(terms)),
    asks("hasValue", terms),
    asks("equals", properties),
    asks("disjoint", properties),
    lists(properties).map(lambda names: f"sh:closed true ; sh:ignoredProperties {names}"),
]
ON_PROPERTIES = [
    asks("minCount", counts),
    asks("maxCount", counts),
    st.just("sh:uniqueLang true"),
]

spellings = st.sampled_from(SPELLINGS)
ABOUT_TERMS = [
    asks("in", lists(spellings)),
    asks("hasValue", spellings),
    asks("equals", properties),
    asks("disjoint", properties),
    asks("maxLength", st.integers(0, 7)),
    asks("pattern", st.sampled_from(['"0$"', '"[.]"', '"^1"'])),
    asks("datatype", st.sampled_from(["xsd:integer", "xsd:int", "xsd:decimal", "xsd:boolean"])),
]
COUNTS = [asks("minCount", counts), asks("maxCount", counts)]
"""What tells literals of one value apart."""

targets = st.one_of(
    asks("targetClass", classes),
    asks("targetNode", terms),
    asks("targetSubjectsOf", properties),
    asks("targetObjectsOf", properties),
)


def rules(on_any: Iterable[Texts] = ON_ANY, on_properties: Iterable[Texts] = ON_PROPERTIES) -> Texts:
    """A shape ``:S`` with a target; the constraints inside are of these, and those that nest shapes."""
    on_any, on_properties = list(on_any), list(on_properties)

    def bodies(depth: int, on_property: bool) -> Texts:
        choices = on_any + (on_properties if on_property else [])
        if depth:
            inner = shapes(depth - 1)
            choices = [
                *choices,
                asks("not", inner),
                asks("node", bodies(depth - 1, False).map(lambda body: f"[ {body} ]")),
                asks("property", property_shapes(depth - 1)),
                *(asks(name, lists(inner, 1)) for name in ("and", "or", "xone")),
            ]
            if on_property:
                qualified = st.tuples(inner, counts, counts)
                choices.append(
                    qualified.map(
                        lambda q: (
                            f"sh:qualifiedValueShape {q[0]} ; sh:qualifiedMinCount {q[1]} ; sh:qualifiedMaxCount {q[2]}"
                        )
                    )
                )
        return st.one_of(choices)

    def property_shapes(depth: int) -> Texts:
        return st.tuples(paths, bodies(depth, True)).map(lambda parts: f"[ sh:path {parts[0]} ; {parts[1]} ]")

    def shapes(depth: int) -> Texts:
        return st.one_of(property_shapes(depth), bodies(depth, False).map(lambda body: f"[ {body} ]"))

    return st.one_of(
        st.tuples(targets, bodies(2, False)).map(lambda rule: f":S {rule[0]} ; {rule[1]} ."),
        st.tuples(targets, paths, bodies(2, True)).map(lambda rule: f":S {rule[0]} ; sh:path {rule[1]} ; {rule[2]} ."),
    )


def graphs(subjects: Texts = nodes, objects: Texts = st.one_of(terms, nodes)) -> Texts:  # noqa: B008
    """Some statements about some nodes, and a class below another."""
    statements = st.one_of(
        st.tuples(subjects, properties, objects).map(" ".join),
        st.tuples(subjects, st.just("a"), classes).map(" ".join),
    )
    return st.lists(statements, min_size=3, max_size=15).map(
        lambda found: " .\n".join([*found, ":D rdfs:subClassOf :C ."])
    )
