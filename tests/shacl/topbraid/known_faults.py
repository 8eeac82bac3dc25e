"""Where TopBraid SHACL 1.4.4 does not do what the recommendation says, and how to see that a case runs into it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from shacl.topbraid.cases import Case

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
        # SHACL 4.5.1 wants a result for each value node that the other property does not have; a literal may be one.
        "passes over sh:equals at a literal",
        Case(":S sh:targetNode 1 ; sh:equals :p .", ":a :p 1 ."),
        lambda case: "sh:equals" in case.shapes and may_focus_on_a_literal(case),
    ),
    Fault(
        # SHACL 4.1.1 asks this of each value node, whatever the focus node is; it may be a literal.
        "passes over sh:class by a path from a literal",
        Case(":S sh:targetNode 1 ; sh:path [ sh:inversePath :p ] ; sh:class :C .", ":a :p 1 ."),
        lambda case: re.search(r"sh:path [^;]+ ; sh:class", case.shapes) is not None and may_focus_on_a_literal(case),
    ),
    Fault(
        # SHACL 3.6.2.1: the result names the focus node of the shape; 4.8.1 gives results of sh:closed a path and a
        # value of their own, but no focus node.
        "reports what sh:closed finds by a property shape at the value node",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:closed true .", ":a :p :b . :b :q :c ."),
        lambda case: re.search(r"sh:path [^;]+ ; sh:closed", case.shapes) is not None,
    ),
    Fault(
        # SHACL 4.5.4: what cannot be compared is a violation, and SPARQL has no order of IRIs.
        "takes an IRI for less than or equal to itself",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:lessThanOrEquals :q .", ":a :p :b ; :q :b ."),
        lambda case: (
            "sh:lessThanOrEquals" in case.shapes and re.search(r":[pqr] [:_]|xsd:integer", case.data) is not None
        ),
    ),
    Fault(
        # SHACL 4.3.2 wants the comparison to be true; it is one of numbers, and an ill-typed literal is no number.
        "takes an ill-typed literal for equal to itself",
        Case(':S sh:targetNode :a ; sh:path :p ; sh:minInclusive "x"^^xsd:integer .', ':a :p "x"^^xsd:integer .'),
        lambda case: re.search(r'sh:m(in|ax)Inclusive "x"', case.shapes) is not None,
    ),
    Fault(
        # The same; every comparison with NaN is false.
        "takes NaN for greater than every number",
        Case(":S sh:targetNode :a ; sh:path :p ; sh:minExclusive 7 .", ':a :p "NaN"^^xsd:double .'),
        lambda case: "NaN" in case.shapes or "NaN" in case.data,
    ),
    Fault(
        # A path leads to terms, and 1 and 1.0 are different ones (RDF 1.1, 3.3); so are dates of two datatypes.
        "finds a literal by its value from the far end of a property",
        Case(":S sh:targetNode 1 ; sh:path [ sh:inversePath :p ] ; sh:minCount 1 .", ":a :p 1.0 ."),
        lambda case: (
            "sh:inversePath" in case.shapes
            and re.search(r"1\.0|2e0|01[ ,.]|1\.50|xsd:(int\b|boolean|date)", "".join(case)) is not None
        ),
    ),
    Fault(
        # A day is shorter than a year, whatever year (XML Schema 1.1, 3.3.6.2).
        "cannot compare days with years",
        Case(':S sh:targetNode :a ; sh:path :p ; sh:maxInclusive "P1Y"^^xsd:duration .', ':a :p "P1D"^^xsd:duration .'),
        lambda case: "P1Y" in "".join(case) and "P1D" in "".join(case),
    ),
]


def meets_a_known_fault(case: Case) -> bool:
    return any(fault.met(case) for fault in FAULTS)
