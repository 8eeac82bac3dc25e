"""What each Turtle file says of itself: an ontology header, with the titles that its editors gave it.

The version, the licence, the editors and the imports follow from where a file lies. Title and description are kept; a
new file about an alliance or with a scheme has those of its alliance or scheme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from qontology import __version__
from qontology.turtle import format_turtle

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://w3id.org/qontology/"
HEADER = re.compile(r"^<([^>\n]*)>\n    a owl:Ontology ;\n(.*?)^    \.\n", re.MULTILINE | re.DOTALL)
SCHEME = re.compile(r"^scheme:[\w-]+\n    a skos:ConceptScheme ;\n", re.MULTILINE)
SET = ("owl:versionIRI", "owl:versionInfo", "dcterms:creator", "dcterms:license", "dcterms:publisher")
SKOS = "http://www.w3.org/2004/02/skos/core#"
PREFIXES = (
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix organization: <https://w3id.org/qontology/id/organization/> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
)


class Place(NamedTuple):
    """What files of a folder are called, what they import, and how they are introduced in both languages."""

    iri: str
    imports: str
    title: tuple[str, str]
    description: tuple[str, str]


PLACES = {
    "data": Place(
        BASE + "data/",
        BASE + "ns",
        ("Qontology data: {}", "量子产业联盟数据：{}"),
        ("{}: what is known of it, and on what evidence.", "{}：已知的情况及其依据。"),
    ),
    "ontology/vocabularies": Place(
        BASE + "vocabulary/",
        BASE + "ns",
        ("Qontology: vocabulary of {}", "量子产业联盟本体：{}词表"),
        ("{}", "{}"),
    ),
    "ontology/alignments": Place(BASE + "alignment/", BASE + "ns", ("{}", "{}"), ("{}", "{}")),
    "shapes": Place(
        BASE + "shapes/",
        BASE + "shapes",
        ("Qontology: shapes for {}", "量子产业联盟本体：{}的形状"),
        ("{}", "{}"),
    ),
}
"""The folders whose headers are made here; those in ontology/ itself have names and imports of their own."""


def files() -> list[Path]:
    """All Turtle files that have a header."""
    return sorted(path for folder in ("ontology", "data", "shapes") for path in (ROOT / folder).rglob("*.ttl"))


def names(path: Path) -> list[str]:
    """The IRI of a file, that of its version, and that of the scheme in it.

    :raises SystemExit: where the file has no header.
    """
    found = HEADER.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{path.relative_to(ROOT)}: there is no header; run make generated")
    schemes = [f"{BASE}scheme/{path.stem}"] if place_of(path)[0] == "ontology/vocabularies" else []
    return [found[1], f"{found[1]}/{__version__}", *schemes]


def with_header(path: Path, text: str | None = None) -> str:
    """The text of a file, or another text for it, with a header of today, and with both ways to the top concepts."""
    text = path.read_text(encoding="utf-8") if text is None else text
    folder, place = place_of(path)
    header = HEADER.search(text)
    if header:
        iri, told = header[1], without(SET, header[2])
    elif place:
        iri = place.iri + path.relative_to(ROOT / folder).with_suffix("").as_posix()
        told = introduced(place, path, text)
    else:
        raise SystemExit(f"{path.relative_to(ROOT)}: write a header with title, description and imports")
    if place and iri != place.imports:
        told = without(("owl:imports",), told) + f"    owl:imports <{place.imports}> ;\n"
    block = (
        f"<{iri}>\n    a owl:Ontology ;\n{told}"
        f'    owl:versionIRI <{iri}/{__version__}> ;\n    owl:versionInfo "{__version__}" ;\n'
        "    dcterms:creator organization:qontology-editors ;\n"
        "    dcterms:publisher organization:qontology-editors ;\n"
        "    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;\n    .\n"
    )
    text = HEADER.sub(lambda _: block, text, count=1) if header else f"{text}\n{block}"
    return format_turtle(with_top_concepts(with_prefixes(text)), file=str(path.relative_to(ROOT)))


def place_of(path: Path) -> tuple[str, Place | None]:
    """The folder of :data:`PLACES` in which a file lies."""
    found = [folder for folder in PLACES if path.is_relative_to(ROOT / folder)]
    return (found[0], PLACES[found[0]]) if found else ("", None)


def without(properties: tuple[str, ...], told: str) -> str:
    """A block without what it says by some properties, whose values have no semicolon."""
    return re.sub(rf"^    (?:{'|'.join(properties)})\b[^;]*;\n", "", told, flags=re.MULTILINE)


def introduced(place: Place, path: Path, text: str) -> str:
    """Title and description of a new file, from the alliance or organization that is called like it or its scheme."""
    slug = path.stem
    named = {f"{BASE}id/alliance/{slug}", f"{BASE}id/organization/{slug}", f"{BASE}scheme/{slug}"}
    told = [
        (quad.predicate.value.removeprefix(SKOS), quad.object)
        for quad in ox.parse(text, ox.RdfFormat.TURTLE)
        if quad.subject.value in named
    ]
    names = {value.language: value.value for name, value in told if name == "prefLabel"}
    notes = {value.language: value.value for name, value in told if name == "definition"} or names
    if set(names) != {"en", "zh"} or set(notes) != {"en", "zh"}:
        raise SystemExit(f"{path.relative_to(ROOT)}: write a header with dcterms:title and dcterms:description")
    lines = ""
    for name, form, of in (("title", place.title, names), ("description", place.description, notes)):
        english, chinese = form[0].format(of["en"]), form[1].format(of["zh"])
        lines += f'    dcterms:{name} "{english}"@en , "{chinese}"@zh ;\n'
    return lines


def with_prefixes(text: str) -> str:
    """A text that declares the prefixes of a header."""
    missing = [line for line in PREFIXES.splitlines(True) if line not in text]
    return re.sub(r"^@prefix", "".join(missing) + "@prefix", text, count=1, flags=re.MULTILINE)


def with_top_concepts(text: str) -> str:
    """A text whose scheme points to the concepts that call themselves its top concepts."""
    scheme = SCHEME.search(text)
    if scheme is None:
        return text
    start, end = scheme.end(), text.index("\n    .\n", scheme.end()) + 1
    tops = " , ".join(top_concepts(text))
    added = f"    skos:hasTopConcept {tops} ;\n" if tops else ""
    return text[:start] + without(("skos:hasTopConcept",), text[start:end]) + added + text[end:]


def top_concepts(text: str) -> Iterator[str]:
    """The concepts of a text that are top concepts."""
    for quad in ox.parse(text, ox.RdfFormat.TURTLE):
        if quad.predicate.value == SKOS + "topConceptOf":
            yield str(quad.subject)
