"""The JSON-LD context: names that do what a person expects who has never seen the Turtle files.

No term is called like a prefix. Where the values of a property are concepts of one scheme, a concept goes by its name
alone (``"role": "lead"``), and the prefix of the scheme, which may be called like the property, gives way: elsewhere a
concept is ``scheme:role/lead``. A date has one term for each precision, of which each gives its type.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox
import slots

ROOT = Path(__file__).resolve().parent.parent
NAMESPACE = "https://w3id.org/qontology/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SCHEME = "https://w3id.org/qontology/scheme/"
PRECISIONS = {"": "date", "Month": "gYearMonth", "Year": "gYear"}
DAYS = ("earliestDay", "latestDay")
OTHER_NAMES = {"tier": "membershipTier"}
"""Properties that are called like a prefix, and lead to no concepts."""
FOREIGN_NAMES = {"dc:publisher": "publisherName"}
"""Properties of others that are called like another one."""

TEXT = {"@container": "@language"}
NAME = {"@type": "@vocab"}
NODE = {"@type": "@id"}
ANNOTATIONS = {"evidence": NODE, "subject": NODE, "predicate": NAME, "object": {}, "hasStatement": TEXT, "reason": TEXT}
"""What the values of our annotation properties are."""

FOREIGN = {
    "rdfs:label": TEXT,
    "dcterms:isPartOf": NODE,
    "foaf:homepage": NODE,
    "prov:wasDerivedFrom": NODE,
    "skos:Concept": {},
    "skos:ConceptScheme": {},
    "owl:Ontology": {},
}
"""Terms of others that a description may need though the shipped files do without."""

Entry: TypeAlias = dict[str, Any]


def context(prefixes: dict[str, str], terms: dict[str, list[str]]) -> str:
    """The text of ontology/context.jsonld."""
    schemes = {name.removeprefix(NAMESPACE): scheme + "/" for name, scheme in slots.schemes().items()}
    hidden = {prefix for prefix in prefixes if prefix in schemes}
    own = dict(our_terms(terms, schemes))
    entries: Entry = {"@version": 1.1, "id": "@id", "type": "@type"}
    entries |= {prefix: {"@id": base, "@prefix": True} for prefix, base in prefixes.items() if prefix not in hidden}
    if clash := entries.keys() & own.keys():
        sys.exit(f"tools/jsonld.py: give another name in OTHER_NAMES to {', '.join(sorted(clash))}")
    foreign = {name: entry for name, entry in foreign_terms(prefixes) if name not in entries and name not in own}
    entries |= own | foreign
    for name, scheme in schemes.items():
        entries[name]["@context"] = scoped(scheme, entries.keys())
    return json.dumps({"@context": entries}, ensure_ascii=False, indent=2) + "\n"


def our_terms(terms: dict[str, list[str]], schemes: dict[str, str]) -> Iterator[tuple[str, Entry | str]]:
    """Our terms with their meaning."""
    dates = {
        name.removeprefix(NAMESPACE) for name, ends in slots.slots().items() if XSD + "gYear" in ends["rangeIncludes"]
    }
    for name in terms["Class"]:
        yield name, f"qo:{name}"
    for name in terms["ObjectProperty"]:
        yield OTHER_NAMES.get(name, name), {"@id": f"qo:{name}", **(NAME if name in schemes else NODE)}
    for name in terms["DatatypeProperty"]:
        kinds = PRECISIONS if name in dates else {"": "date"} if name in DAYS else {}
        yield from ((name + part, {"@id": f"qo:{name}", "@type": f"xsd:{kind}"}) for part, kind in kinds.items())
        if not kinds:
            yield name, f"qo:{name}"
    for name in terms["AnnotationProperty"]:
        yield name, {"@id": f"qo:{name}", **ANNOTATIONS[name]}


def foreign_terms(prefixes: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    """What the data and the vocabularies use of others, by local name, with what the values are."""
    values: dict[str, set[str]] = defaultdict(set)
    for folder in ("data", "ontology/vocabularies"):
        for path in sorted((ROOT / folder).rglob("*.ttl")):
            for quad in ox.parse(path=path):
                value, kind = quad.object, "thing"
                if isinstance(value, ox.Literal):
                    kind = "text" if value.language else "other"
                values[quad.predicate.value].add(kind)
    kinds = {frozenset({"thing"}): NODE, frozenset({"text"}): TEXT}
    found = {**FOREIGN, **{short(name, prefixes): kinds.get(frozenset(each), {}) for name, each in values.items()}}
    for name, entry in sorted(found.items()):
        if not name.startswith(("qo:", "rdf:")):
            yield FOREIGN_NAMES.get(name, name.partition(":")[2]), {"@id": name, **entry}


def short(iri: str, prefixes: dict[str, str]) -> str:
    """An IRI with its prefix."""
    return next(f"{prefix}:{iri.removeprefix(base)}" for prefix, base in prefixes.items() if iri.startswith(base))


def scoped(scheme: str, names: Any) -> Entry:
    """What names mean as values of a property whose values are concepts of a scheme."""
    return {"@vocab": scheme, **{name: scheme + name for name in concepts(scheme) if name in names}}


def concepts(scheme: str) -> list[str]:
    """The names of the concepts of a scheme."""
    path = ROOT / "ontology/vocabularies" / f"{scheme.removeprefix(SCHEME)[:-1]}.ttl"
    subjects = {quad.subject.value for quad in ox.parse(path=path)}
    return sorted(name.removeprefix(scheme) for name in subjects if name.startswith(scheme))
