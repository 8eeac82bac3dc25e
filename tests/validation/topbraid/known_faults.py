"""Where TopBraid SHACL 1.4.4 does not do what the recommendation says, and how to see that a case runs into it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from validation.topbraid.cases import Case

__all__ = ["FAULTS", "Fault", "meets_a_known_fault"]


@dataclass(frozen=True)
class Fault:
    """A case that TopBraid gets wrong; ``met`` says which others may run into the same fault."""

    fault: str
    case: Case
    met: Callable[[Case], bool]


def may_focus_on_a_literal(case: Case) -> bool:
    return re.search(r"sh:targetNode [^:_]", case.shapes) is not None or re.search(r'"|\d|true', case.data) is not None


FAULTS = [
    Fault(
        # 4.5.1: "For each value node that does not exist as a value of the property $equals at the focus node,
        # there is a validation result"; a literal is a value node like others.
        "passes over sh:equals at a literal",
        Case(":S sh:targetNode 1 ; sh:equals :p .", ":a :p 1 ."),
        lambda case: "sh:equals" in case.shapes and may_focus_on_a_literal(case),
    ),
    Fault(
        # 4.1.1: "For each value node that is either a literal, or a non-literal that is not a SHACL instance of
        # $class in the data graph, there is a validation result"; the focus node may be a literal.
        "passes over sh:class by a path from a literal",
        Case(":S sh:targetNode 1 ; sh:path [ sh:inversePath :p ] ; sh:class :C .", ":a :p 1 ."),
        lambda case: re.search(r"sh:path [^;]+ ; sh:class", case.shapes) is not None and may_focus_on_a_literal(case),
    ),
    Fault(
        # 3.6.2.1: sh:focusNode "is equal to the focus node that has caused the result"; 4.8.1 gives results of
        # sh:closed a path and a value of their own, but no focus node.
        "reports what sh:closed finds by a property shape at the value node",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:closed true .", ":a :p :b . :b :q :c ."),
        lambda case: re.search(r"sh:path [^;]+ ; sh:closed", case.shapes) is not None,
    ),
    Fault(
        # 4.5.4: a result where two values "cannot be compared"; SPARQL has no <= for IRIs (nor 4.5.3 any <).
        "takes an IRI for less than or equal to itself",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:lessThanOrEquals :q .", ":a :p :b ; :q :b ."),
        lambda case: (
            "sh:lessThanOrEquals" in case.shapes and re.search(r":[pqr] [:_]|xsd:integer", case.data) is not None
        ),
    ),
    Fault(
        # 4.3.2: a result where "the SPARQL expression $minInclusive <= v does not return true"; the operator is
        # defined for numbers, and a literal with an ill-formed lexical form is none.
        "takes an ill-typed literal for equal to itself",
        Case(':S sh:targetNode :a ; sh:path :p ; sh:minInclusive "x"^^xsd:integer .', ':a :p "x"^^xsd:integer .'),
        lambda case: re.search(r'sh:m(in|ax)Inclusive "x"', case.shapes) is not None,
    ),
    Fault(
        # The same; in SPARQL every comparison with NaN is false (XPath: op:numeric-less-than).
        "takes NaN for greater than every number",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:minExclusive 7 .", ':a :p "NaN"^^xsd:double .'),
        lambda case: "NaN" in case.shapes or "NaN" in case.data,
    ),
    Fault(
        # 2.3.1 with RDF 1.1, 3.3: 1 and 1.0 are different terms, and a path of SPARQL leads to terms.
        "finds a number by its value from the far end of a property",
        Case(":S sh:targetNode 1 ; sh:path [ sh:inversePath :p ] ; sh:minCount 1 .", ":a :p 1.0 ."),
        lambda case: "sh:inversePath" in case.shapes and re.search(r"1\.0|2e0", "".join(case)) is not None,
    ),
]


def meets_a_known_fault(case: Case) -> bool:
    return any(fault.met(case) for fault in FAULTS)
