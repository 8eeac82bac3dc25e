"""What shapes and data in the field are like: each case stands for public bug reports of SHACL validators.

A case has the shapes, the data, and what is right by the recommendation: the components of the results with the focus
nodes, and the codes of what is to be said of the shapes.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from qontology import validate
from qontology.errors import InputError


class Case(NamedTuple):
    shapes: str
    data: str
    results: list[str]
    doubts: list[str] = []


P = "e:S sh:targetClass e:C ; sh:property [ sh:path e:p ; %s ] ."
DATES = 'e:a a e:C ; e:p "2020-01-01T00:00:00.0Z"^^xsd:dateTime ; e:q "2020-01-01T00:00:00Z"^^xsd:dateTime .'
OTHER = "e:O sh:targetNode e:b ; sh:property [ sh:path e:size ; sh:minCount 1 ] ."
NEEDS = "sh:property [ sh:path e:n ; sh:minCount 1 ]"
SELECT = 'sh:sparql [ sh:select "SELECT $this ?value WHERE { %s" ]'
KEYS = "$this <http://example.org/p>/<http://example.org/key> ?value } GROUP BY ?value HAVING (COUNT(?value) > 1)"
LONG = "$this <http://example.org/p> ?value FILTER(STRLEN(STR(?value)) > 3) }"
OPTIONAL = "$this a <http://example.org/C> OPTIONAL { $this <http://example.org/p> ?value } }"
RULE = 'sh:rule [ a sh:SPARQLRule ; sh:construct "CONSTRUCT { $this a <urn:E> } WHERE { $this a <urn:D> }" ]'
CLASSES = "e:A a rdfs:Class . e:D a rdfs:Class ; rdfs:subClassOf e:A ."
LIMIT = """e:Limit a sh:ConstraintComponent ; sh:parameter [ sh:path e:limit ] ; sh:validator
    [ a sh:JSValidator ; sh:jsFunctionName "f" ] ,
    [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER($value <= $limit) }" ] ."""
QUERY_TARGET = 'sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this WHERE { ?this a <http://example.org/C> }" ]'

FIELD = {
    "two spellings of a number are two values: too many": Case(
        P % "sh:maxCount 1", "e:a a e:C ; e:p 1.5 , 1.50 .", ["MaxCount a"]
    ),
    "two spellings of a number are two values: enough": Case(P % "sh:minCount 2", "e:a a e:C ; e:p 1.5 , 1.50 .", []),
    "a number and one of a derived type are two": Case(
        P % "sh:maxCount 1", 'e:a a e:C ; e:p 5 , "5"^^xsd:int .', ["MaxCount a"]
    ),
    "a value in another spelling is another value": Case(
        P % "sh:hasValue 1.50", "e:a a e:C ; e:p 1.5 .", ["HasValue a"]
    ),
    "two spellings of an instant are disjoint": Case(P % "sh:disjoint e:q", DATES, []),
    "the text of a number is as written": Case(
        f"e:S sh:targetClass e:C ; {SELECT % LONG} .", "e:a a e:C ; e:p 1.50 .", ["SPARQL a"]
    ),
    "a class tree in the shapes says nothing of the data": Case(
        CLASSES + P % "sh:class e:A", "e:a a e:C ; e:p e:x . e:x a e:D .", ["Class a"]
    ),
    "the same class tree in the data does": Case(P % "sh:class e:A", CLASSES + "e:a a e:C ; e:p e:x . e:x a e:D .", []),
    "no target by a class tree in the shapes": Case(
        f"e:D rdfs:subClassOf e:C . e:S sh:targetClass e:C ; {NEEDS} .", "e:a a e:D . e:c a e:C ; e:n 1 .", []
    ),
    "a rule hides no constraint beside it": Case(
        f"e:S sh:targetClass e:C ; {NEEDS} ; {RULE} .", "e:a a e:C .", ["MinCount a"], ["rules-not-run"]
    ),
    "a shape with nothing but a rule asks nothing": Case(
        f"e:S sh:targetClass e:C ; {NEEDS} . e:R a sh:NodeShape ; sh:targetClass e:D ; {RULE} .",
        "e:a a e:C ; e:n 1 .",
        [],
        ["rules-not-run"],
    ),
    "a query may group without the focus node": Case(
        f"e:S sh:targetClass e:C ; {SELECT % KEYS} .",
        "e:a a e:C ; e:p [ e:key 1 ; e:v 1 ] , [ e:key 1 ; e:v 2 ] .",
        ["SPARQL a"],
    ),
    "a query that has a value of some nodes only": Case(
        f"e:S sh:targetClass e:C ; {SELECT % OPTIONAL} .",
        "e:a a e:C ; e:p 1 . e:b a e:C .",
        ["SPARQL a", "SPARQL b"],
    ),
    "one list that is none": Case(
        f"e:S sh:targetClass e:C ; sh:closed true ; sh:ignoredProperties e:x . {OTHER}",
        "e:a a e:C .",
        ["MinCount b"],
        ["ill-formed"],
    ),
    "recursion beside other constraints": Case(
        f"e:S sh:targetClass e:C ; sh:property [ sh:path e:knows ; sh:node e:S ] ; {NEEDS} . {OTHER}",
        "e:a a e:C ; e:n 1 ; e:knows e:c . e:c a e:C .",
        ["MinCount b", "MinCount c", "Node a"],
        ["recursive-shapes"],
    ),
    "recursion that is kept by the node that leads back": Case(
        f"e:S sh:targetClass e:C ; sh:property [ sh:path e:knows ; sh:node e:S ] ; {NEEDS} .",
        "e:a a e:C ; e:n 1 ; e:knows e:c . e:c a e:C ; e:n 1 ; e:knows e:a .",
        [],
        ["recursive-shapes"],
    ),
    "the idiom of a list that refers to itself": Case(
        """e:List sh:property [ sh:path rdf:rest ; sh:node e:List ] , [ sh:path rdf:first ; sh:datatype xsd:integer ] .
        e:S sh:targetClass e:C ; sh:property [ sh:path e:p ; sh:node e:List ] .""",
        "e:a a e:C ; e:p ( 1 2 ) . e:b a e:C ; e:p ( 1 'x' ) .",
        ["Node b"],
        ["recursive-shapes"],
    ),
    "a prefix that only the file declares": Case(
        f"e:S sh:targetClass e:C ; {SELECT % '$this a rdfs:Datatype }'} . e:O sh:targetClass e:C ; {NEEDS} .",
        "e:a a e:C , rdfs:Datatype .",
        ["MinCount a", "SPARQL a"],
        ["undeclared-prefix"],
    ),
    "a validator in JavaScript beside one in SPARQL": Case(
        f"{LIMIT} e:S sh:targetClass e:C ; sh:property [ sh:path e:p ; e:limit 5 ] .",
        "e:a a e:C ; e:p 7 .",
        ["Limit a"],
    ),
    "a query as target": Case(
        f"e:S {QUERY_TARGET} ; {NEEDS} . e:O sh:targetClass e:D ; sh:property [ sh:path e:m ; sh:minCount 1 ] .",
        "e:a a e:C . e:d a e:D ; e:m 1 .",
        ["MinCount a"],
    ),
    "a class of OWL that is a shape": Case(
        f"e:C a owl:Class , sh:NodeShape ; {NEEDS} . {OTHER}",
        "e:a a e:C . e:b e:size 1 .",
        ["MinCount a"],
        ["implicit-class-target"],
    ),
    "a look-ahead in a shape without a name": Case(
        '[] a sh:NodeShape ; sh:targetClass e:C ; sh:property [ sh:path e:w ; sh:pattern "^(?!(TODO|TBD)).*" ] .',
        'e:a a e:C ; e:w "fine" , "TODO x" .',
        ["Pattern a"],
    ),
    "a class of characters less another, and names of XML": Case(
        r"""e:S sh:targetClass e:C ; sh:pattern "/[a-z-[aeiou]]+$" .
        e:T sh:targetClass e:C ; sh:pattern "[/][\\i-[x:]][\\c]*$" .""",
        "<urn:/bcd> a e:C . <urn:/abc> a e:C . <urn:/xz> a e:C . <urn:/1> a e:C .",
        ["Pattern 1", "Pattern 1", "Pattern c", "Pattern z"],
    ),
    "one value in two disjoint properties": Case(
        P % "sh:disjoint e:q , e:r ; sh:message 'clash'", "e:a a e:C ; e:p 5 ; e:q 5 ; e:r 5 .", ["Disjoint a"] * 2
    ),
}


@pytest.mark.parametrize("name", FIELD)
def test_the_verdict_is_right(name: str, turtle) -> None:
    case = FIELD[name]
    shapes, data = turtle(case.shapes, "s.ttl"), turtle(case.data)
    found = validate(data, shapes=[shapes], with_shipped=False).findings
    results = [
        f"{one.component.removesuffix('ConstraintComponent')} {str(one.node)[-2]}" for one in found if one.component
    ]
    assert sorted(results) == case.results
    assert [one.code for one in found if not one.component] == case.doubts


def test_a_solution_without_a_value_has_the_focus_node_for_one(turtle) -> None:
    shapes = turtle(f"e:S sh:targetClass e:C ; {SELECT % OPTIONAL} .", "s.ttl")
    found = validate(turtle("e:a a e:C ; e:p 1 . e:b a e:C ."), shapes=[shapes], with_shipped=False).findings
    assert [str(one.value) for one in found] == ['"1"^^<http://www.w3.org/2001/XMLSchema#integer>', str(found[1].node)]


def test_an_entailment_regime_that_is_not_applied_is_a_failure(turtle) -> None:
    shapes = turtle(
        f"e:o sh:entailment <http://www.w3.org/ns/entailment/RDFS> . e:S sh:targetClass e:C ; {NEEDS} .", "s.ttl"
    )
    data = turtle("e:p rdfs:domain e:C . e:a e:p 1 . e:z a e:C ; e:n 1 .")
    with pytest.raises(InputError, match="entailment regime") as refused:
        validate(data, shapes=[shapes], with_shipped=False)
    assert refused.value.place.startswith(shapes)
