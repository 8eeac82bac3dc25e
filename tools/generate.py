"""Writes what follows from other files: headers, slots, constants, JSON-LD context, catalog, lists in shapes, API page.

Run by ``make generated``; a test compares what it would write with what is checked in.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Callable
from functools import partial
from pathlib import Path

import api
import headers
import jsonld
import pyoxigraph as ox
import slots

import descriptions

ROOT = Path(__file__).resolve().parent.parent
NAMESPACE = "https://w3id.org/qontology/ns#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREFIX = re.compile(r"^@prefix\s+([\w.-]+):\s+<([^>]*)>\s*\.", re.MULTILINE)
SHAPES = "shapes/core.ttl"
SLOTS = "ontology/slots.ttl"
TEXTS = (
    "skos:prefLabel", "skos:altLabel", "rdfs:label", "dcterms:title", "dcterms:description", "skos:definition",
    "skos:scopeNote", "skos:example", "qo:hasStatement", "qo:reason", "qo:object",
)  # fmt: skip
"""The properties whose values are texts that people read."""

ON_TEXTS = ("QO-108", "QO-109", "QO-110", "QO-111")
"""The shapes that look at all of them."""

TARGETS = re.compile(r"sh:targetSubjectsOf[^;]*;")
IN_LIST = re.compile(r"FILTER\(\?path IN \(.*?\)\)", re.DOTALL)
KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")


def prefixes() -> dict[str, str]:
    """All prefixes that the Turtle files declare, each of which must mean the same namespace everywhere."""
    found: dict[str, str] = {}
    for folder in ("ontology", "data", "shapes"):
        for path in sorted((ROOT / folder).rglob("*.ttl")):
            for prefix, namespace in PREFIX.findall(path.read_text(encoding="utf-8")):
                if found.setdefault(prefix, namespace) != namespace:
                    sys.exit(f"{path.relative_to(ROOT)}: prefix {prefix} means something else in another file")
    return dict(sorted(found.items()))


def terms() -> dict[str, list[str]]:
    """The local names of our own terms by kind."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        for quad in ox.parse(path=path):
            kind = quad.object.value.removeprefix(OWL) if isinstance(quad.object, ox.NamedNode) else ""
            if quad.predicate == RDF_TYPE and kind in KINDS and quad.subject.value.startswith(NAMESPACE):
                found[kind].append(quad.subject.value.removeprefix(NAMESPACE))
    return {kind: sorted(names, key=str.lower) for kind, names in found.items()}


def constants() -> str:
    """The text of qontology/terms.py."""
    lines = [
        '"""The terms of the ontology and the prefixes of all files, as strings. Written by tools/generate.py."""',
        "",
        f'NAMESPACE = "{NAMESPACE}"',
        "",
        "PREFIXES = {",
        *(f'    "{prefix}": "{namespace}",' for prefix, namespace in prefixes().items()),
        "}",
    ]
    for kind, names in terms().items():
        lines += ["", f"# owl:{kind}", *(f'{name} = "{NAMESPACE}{name}"' for name in names)]
    return "\n".join(lines) + "\n"


def context() -> str:
    """The text of ontology/context.jsonld."""
    return jsonld.context(prefixes(), terms())


def catalog() -> str:
    """The text of ontology/catalog-v001.xml: where each file and its version lie, for tools that resolve imports."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<catalog prefer="public" xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">',
    ]
    for path in headers.files():
        place = os.path.relpath(path, ROOT / "ontology").replace(os.sep, "/")
        lines += [f'  <uri name="{name}" uri="{place}"/>' for name in headers.names(path)]
    return "\n".join([*lines, "</catalog>"]) + "\n"


def slots_module() -> str:
    """The text of ontology/slots.ttl."""
    return headers.with_header(ROOT / SLOTS, slots.module())


def shapes_on_texts() -> str:
    """The text of shapes/core.ttl, where the shapes on texts look at the properties of :data:`TEXTS`.

    SHACL has no name for a list of properties that a target and a query share, so that each has to write it out.
    """
    text = (ROOT / SHAPES).read_text(encoding="utf-8")
    target = "sh:targetSubjectsOf\n        " + " ,\n        ".join(sorted(TEXTS)) + " ;"
    lines = textwrap.wrap(", ".join(TEXTS), 104 - 8)
    values = "FILTER(?path IN (\n" + "".join(f"{' ' * 20}{line}\n" for line in lines) + f"{' ' * 16}))"

    def rewritten(shape: re.Match[str]) -> str:
        return IN_LIST.sub(lambda _: values, TARGETS.sub(lambda _: target, shape[0], count=1), count=1)

    for code in ON_TEXTS:
        text, found = re.subn(rf"^qos:{code}\n.*?^    \.$", rewritten, text, flags=re.MULTILINE | re.DOTALL)
        if not found:
            sys.exit(f"{SHAPES}: there is no shape {code}")
    return headers.with_header(ROOT / SHAPES, text)


GENERATED: dict[str, Callable[[], str]] = {
    **{path.relative_to(ROOT).as_posix(): partial(headers.with_header, path) for path in headers.files()},
    SLOTS: slots_module,
    SHAPES: shapes_on_texts,
    "qontology/terms.py": constants,
    "docs/api.md": api.page,
    "ontology/context.jsonld": context,
    "ontology/catalog-v001.xml": catalog,
    "descriptions/void.ttl": descriptions.void,
    "descriptions/dcat.ttl": descriptions.dcat,
    "descriptions/dataset.jsonld": descriptions.schema_org,
    "descriptions/queries.ttl": descriptions.questions,
    "descriptions/service.ttl": descriptions.service,
    "descriptions/mappings.sssom.tsv": descriptions.mapping_set,
}

if __name__ == "__main__":
    for name, text in GENERATED.items():
        (ROOT / name).write_text(text(), encoding="utf-8")
