"""What is added to data before they are validated: an ontology, what follows from them, what rules derive."""

from __future__ import annotations

import pytest

from qontology import validate
from qontology.errors import InputError

NEEDS = "sh:property [ sh:path e:n ; sh:minCount 1 ]"
RULE = "sh:rule [ sh:subject sh:this ; sh:predicate e:n ; sh:object 1 ]"


def nodes(report) -> list[str]:
    return [str(one.node)[-2] for one in report.findings if one.component]


def test_an_ontology_lends_its_class_tree_and_is_not_itself_validated(turtle) -> None:
    shapes = turtle(f"e:S sh:targetClass e:C ; {NEEDS} .", "s.ttl")
    data, ontology = turtle("e:a a e:D ."), turtle("e:D rdfs:subClassOf e:C . e:o a e:C .", "o.ttl")
    assert nodes(validate(data, shapes=[shapes], with_shipped=False, ontology=[ontology])) == ["a"]
    assert nodes(validate(data, ontology, shapes=[shapes], with_shipped=False)) == ["a", "o"]
    assert nodes(validate(data, shapes=[shapes], with_shipped=False)) == []


def test_a_literal_of_the_ontology_is_as_written(turtle) -> None:
    shapes = turtle("e:S sh:targetClass e:C ; sh:property [ sh:path e:p ; sh:equals e:q ] .", "s.ttl")
    data, ontology = turtle("e:a a e:C ; e:p 1.5 ."), turtle("e:a e:q 1.50 .", "o.ttl")
    assert nodes(validate(data, shapes=[shapes], with_shipped=False, ontology=[ontology])) == ["a", "a"]


@pytest.mark.parametrize(
    ("schema", "regime", "found"),
    [
        ("e:p rdfs:domain e:C .", None, []),
        ("e:p rdfs:domain e:C .", "rdfs", ["a"]),
        ("e:q owl:inverseOf e:p . e:q rdfs:range e:C .", "rdfs", []),
        ("e:q owl:inverseOf e:p . e:q rdfs:range e:C .", "owlrl", ["a"]),
    ],
)
def test_what_follows_from_the_data_is_validated_where_that_is_asked_for(turtle, schema, regime, found) -> None:
    shapes, data = turtle(f"e:S sh:targetClass e:C ; {NEEDS} .", "s.ttl"), turtle(f"{schema} e:a e:p e:b .")
    report = validate(data, shapes=[shapes], with_shipped=False, inference=regime)
    assert nodes(report) == found
    assert ("derived statements" in report.engine) == (regime is not None)


def test_inference_satisfies_the_entailment_that_shapes_ask_for(turtle) -> None:
    shapes = turtle(
        f"e: sh:entailment <http://www.w3.org/ns/entailment/RDFS> . e:S sh:targetClass e:C ; {NEEDS} .", "s.ttl"
    )
    data = turtle("e:p rdfs:domain e:C . e:a e:p 1 .")
    assert nodes(validate(data, shapes=[shapes], with_shipped=False, inference="rdfs")) == ["a"]
    with pytest.raises(InputError, match="--inference"):
        validate(data, shapes=[shapes], with_shipped=False)


def test_an_inference_that_there_is_not_is_refused(turtle) -> None:
    with pytest.raises(InputError, match="choose from rdfs, owlrl"):
        validate(turtle("e:a e:p 1 ."), inference="magic")  # type: ignore[arg-type]


def test_rules_run_before_validation_where_that_is_asked_for_and_else_that_is_said(turtle) -> None:
    shapes, data = turtle(f"e:S sh:targetClass e:C ; {RULE} ; {NEEDS} .", "s.ttl"), turtle("e:a a e:C .")
    with_rules = validate(data, shapes=[shapes], with_shipped=False, rules=True)
    assert (with_rules.findings, with_rules.engine) == ((), "embedded + derived statements (1)")
    without = validate(data, shapes=[shapes], with_shipped=False)
    assert sorted(one.component or one.code for one in without.findings) == [
        "MinCountConstraintComponent",
        "rules-not-run",
    ]


def test_a_finding_on_a_derived_statement_says_so(turtle) -> None:
    shapes = turtle(f"e:S sh:targetClass e:C ; {RULE} ; sh:property [ sh:path e:n ; sh:minInclusive 2 ] .", "s.ttl")
    data = turtle("e:a a e:C . e:b a e:C ; e:n 1 .")
    found = validate(data, shapes=[shapes], with_shipped=False, rules=True).findings
    assert {str(one.node)[-2]: "derived" in one.message.en for one in found} == {"a": True, "b": False}


def test_the_command_takes_all_three(command, turtle) -> None:
    shapes = turtle(f"e:S sh:targetClass e:C ; {RULE} ; sh:nodeKind sh:Literal .", "s.ttl")
    given = ["--shapes", shapes, "--with", "none", "--ontology", turtle("e:p rdfs:domain e:C .", "o.ttl")]
    outcome = command(turtle("e:a e:p 1 ."), *given, "--inference", "rdfs", "--rules")
    assert outcome.code == 1
    assert "derived statements" in outcome.out
