"""The descriptions of the dataset: VoID, DCAT, schema.org, its questions, a service; with counts of what is shipped.

All counts are made here, so that a description which is up to date is true. ``tools/generate.py`` writes the files;
descriptions/README.md says what each is for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from qontology import __version__, load
from qontology.exchange import FORMATS, mappings
from qontology.exchange.contents import of_part
from qontology.exchange.mappings import REGISTERS
from qontology.knowledge.library import Library, Question
from qontology.namespaces import RDF, SCHEMA
from qontology.terms import PREFIXES
from qontology.turtle import format_turtle
from qontology.writing import FORMS

HOME = "https://w3id.org/qontology/"
DATASET = f"<{HOME}dataset>"
EDITORS = f"<{HOME}id/organization/qontology-editors>"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ISSUED, MODIFIED = "2026-11-22", "2026-11-29"
TITLE = {"en": "Qontology: alliances of the quantum industry", "zh": "Qontology：量子产业联盟知识图谱"}
ABOUT = {
    "en": "An ontology and a knowledge graph of the alliances of the quantum industry: how they came about, what they"
    " aim at, how they are organised, what they do, and on what evidence this is known.",
    "zh": "量子产业联盟的本体与知识图谱：联盟如何成立、以什么为目标、怎样组织、做了什么，以及这些信息的依据。",
}
KEYWORDS = {"en": ("quantum industry", "alliances", "ontology"), "zh": ("量子产业", "联盟", "本体")}
PARTS = {"ontology": "本体", "vocabularies": "词表", "data": "数据"}
SPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "formats": "http://www.w3.org/ns/formats/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
}
KINDS = {"select": "Select", "ask": "Ask", "construct": "Construct"}


def void() -> str:
    """The text of descriptions/void.ttl: how much there is of what, part by part, and what it is linked to."""
    whole = load().triples()
    lines = [f"{DATASET} a void:Dataset ; {about()} void:uriSpace {quoted(HOME)} ; {statistics(whole)} ."]
    lines += [f"{DATASET} void:exampleResource <{HOME}id/alliance/qutac> ; void:vocabulary {vocabularies(whole)} ."]
    lines += [f"{DATASET} void:dataDump <{HOME}dataset.{ending(name)}> ." for name in FORMATS]
    for part, chinese in PARTS.items():
        found = list(dict.fromkeys(quad.triple for source in of_part(part) for quad in source.quads()))
        node, title = f"<{HOME}dataset/{part}>", texts({"en": f"Qontology: {part}", "zh": f"Qontology：{chinese}"})
        lines += [
            f"{DATASET} void:subset {node} .",
            f"{node} a void:Dataset ; dcterms:title {title} ; {statistics(found)} .",
        ]
    lines += [line for kind in ("class", "property") for line in partitions(kind, whole)]
    lines += list(linksets(whole))
    return turtle("The dataset in VoID: its size, its parts, what is used in it and what it is linked to.", lines)


def dcat() -> str:
    """The text of descriptions/dcat.ttl: the dataset as a catalogue lists it, with a distribution in each format."""
    node = f"<{HOME}dataset/{{}}>"
    words = " , ".join(f"{quoted(word)}@{tag}" for tag, found in KEYWORDS.items() for word in found)
    languages = " , ".join(
        f"<http://publications.europa.eu/resource/authority/language/{name}>" for name in ("ENG", "ZHO")
    )
    lines = [
        f"<{HOME}catalog> a dcat:Catalog ; dcterms:title {texts(TITLE)} ; dcterms:publisher {EDITORS} ;"
        f" dcat:dataset {DATASET} .",
        f"{DATASET} a dcat:Dataset ; {about()} dcat:version {quoted(__version__)} ; dcat:keyword {words} ;"
        f" dcterms:language {languages} ; dcterms:conformsTo <{HOME}ns> , <{HOME}shapes> .",
    ]
    for name in FORMATS:
        one = node.format(f"as-{name}")
        media = FORMS[name].media_type
        lines += [
            f"{DATASET} dcat:distribution {one} .",
            f"{one} a dcat:Distribution ; dcterms:title {quoted(f'Qontology, {media}')}@en ;"
            f" dcterms:license <{LICENCE}> ; dcat:downloadURL <{HOME}dataset.{ending(name)}> ;"
            f" dcat:mediaType <https://www.iana.org/assignments/media-types/{media}> .",
        ]
    return turtle("The dataset in DCAT, as a catalogue of datasets lists it.", lines)


def schema_org() -> str:
    """The text of descriptions/dataset.jsonld: the dataset for search engines, without a context elsewhere."""
    whole = load().triples()

    def both(values: dict[str, str]) -> list[dict[str, str]]:
        return [{"@language": tag, "@value": value} for tag, value in values.items()]

    found = {
        "@context": {"@vocab": SCHEMA.base},
        "@id": f"{HOME}dataset",
        "@type": "Dataset",
        "name": both(TITLE),
        "description": both(ABOUT),
        "url": {"@id": HOME},
        "version": __version__,
        "datePublished": ISSUED,
        "dateModified": MODIFIED,
        "license": {"@id": LICENCE},
        "isAccessibleForFree": True,
        "inLanguage": ["en", "zh"],
        "keywords": [each for tag, words in KEYWORDS.items() for word in words for each in both({tag: word})],
        "creator": {"@id": EDITORS[1:-1], "@type": "Organization", "name": "The editors of Qontology"},
        "size": f"{len(set(whole))} triples",
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": FORMS[name].media_type,
                "contentUrl": {"@id": f"{HOME}dataset.{ending(name)}"},
            }
            for name in FORMATS
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def questions() -> str:
    """The text of descriptions/queries.ttl: each question in the vocabulary of sparql-examples."""
    prefixes = f"<{HOME}query/prefixes>"
    lines = [f"{prefixes} a owl:Ontology ."]
    for name, space in PREFIXES.items():
        one = f"<{HOME}query/prefix-{name}>"
        lines += [
            f"{prefixes} sh:declare {one} .",
            f'{one} a sh:PrefixDeclaration ; sh:prefix {quoted(name)} ; sh:namespace "{space}"^^xsd:anyURI .',
        ]
    lines += map(question, Library())
    return turtle("The questions of the library, as tools for SPARQL endpoints read them.", lines)


def question(found: Question) -> str:
    """One question; its text has its prefixes, and stands as it is stored."""
    kind = KINDS[found.kind]
    text = f"sh:{found.kind} {quoted(found.body.rstrip())} ; sh:prefixes <{HOME}query/prefixes> ;"
    more = texts({"en": found.description.en, "zh": found.description.zh}) if found.description.en else ""
    words = [
        f"{quoted(word)}@{tag}"
        for tag in ("en", "zh")
        for word in re.split(r", ?", getattr(found.keywords, tag))
        if word
    ]
    return (
        f"<{HOME}query/{found.id}> a sh:SPARQLExecutable , sh:SPARQL{kind}Executable ;"
        f" rdfs:comment {texts({'en': found.title.en, 'zh': found.title.zh})} ; {text}"
        + (f" dcterms:description {more} ;" if more else "")
        + (f" schema:keywords {' , '.join(words)} ;" if words else "")
        + " ."
    )


def service() -> str:
    """The text of descriptions/service.ttl: what an endpoint that serves the graph can say of itself."""
    count = len(set(load().triples()))
    results = " , ".join(f"formats:SPARQL_Results_{name}" for name in ("CSV", "JSON", "TSV", "XML"))
    lines = [
        f"<{HOME}sparql/service> a sd:Service ; sd:endpoint <{HOME}sparql> ; sd:supportedLanguage sd:SPARQL11Query ;"
        f" sd:resultFormat {results} , formats:Turtle , formats:N-Triples , formats:RDF_XML ;"
        " sd:defaultEntailmentRegime <http://www.w3.org/ns/entailment/Simple> ;"
        f" sd:defaultDataset <{HOME}sparql/dataset> .",
        f"<{HOME}sparql/dataset> a sd:Dataset ; sd:defaultGraph <{HOME}sparql/graph> .",
        f"<{HOME}sparql/graph> a sd:Graph , void:Dataset ; void:triples {count} ; dcterms:source {DATASET} .",
    ]
    return turtle(
        "A service for the graph. No endpoint is public: who serves the graph puts the address of theirs.", lines
    )


def mapping_set() -> str:
    """The text of descriptions/mappings.sssom.tsv."""
    return mappings(load())


def about() -> str:
    """What every description says of the dataset."""
    return (
        f"dcterms:title {texts(TITLE)} ; dcterms:description {texts(ABOUT)} ; dcterms:license <{LICENCE}> ;"
        f" dcterms:creator {EDITORS} ; dcterms:publisher {EDITORS} ;"
        f' dcterms:issued "{ISSUED}"^^xsd:date ; dcterms:modified "{MODIFIED}"^^xsd:date ;'
    )


def statistics(triples: Iterable[ox.Triple]) -> str:
    """The counts of VoID."""
    found = set(triples)
    subjects = {each.subject for each in found}
    counts = {
        "triples": len(found),
        "entities": sum(isinstance(each, ox.NamedNode) and each.value.startswith(HOME) for each in subjects),
        "classes": len({each.object for each in found if each.predicate == RDF["type"]}),
        "properties": len({each.predicate for each in found}),
        "distinctSubjects": len(subjects),
        "distinctObjects": len({each.object for each in found}),
    }
    return " ; ".join(f"void:{name} {count}" for name, count in counts.items())


def partitions(kind: str, triples: Iterable[ox.Triple]) -> Iterator[str]:
    """How many things there are of each class of ours, or how many triples with each property of ours."""
    found = set(triples)
    ends = [each.predicate if kind == "property" else each.object for each in found if is_counted(kind, each)]
    used = Counter(end.value for end in ends if isinstance(end, ox.NamedNode))
    counted = "entities" if kind == "class" else "triples"
    for name, count in sorted(used.items()):
        if name.startswith(PREFIXES["qo"]):
            node = f"<{HOME}dataset/{kind}-{name.removeprefix(PREFIXES['qo'])}>"
            yield f"{DATASET} void:{kind}Partition {node} ."
            yield f"{node} a void:Dataset ; void:{kind} <{name}> ; void:{counted} {count} ."


def is_counted(kind: str, triple: ox.Triple) -> bool:
    """Whether a triple counts for a partition of this kind."""
    return kind == "property" or triple.predicate == RDF["type"]


def linksets(triples: Iterable[ox.Triple]) -> Iterator[str]:
    """The links to each register."""
    links = [each.object for each in set(triples) if each.predicate == SCHEMA["sameAs"]]
    for name, space in sorted(REGISTERS.items()):
        count = sum(isinstance(link, ox.NamedNode) and link.value.startswith(space) for link in links)
        node = f"<{HOME}dataset/links-{name.lower()}>"
        yield f"{DATASET} void:subset {node} ."
        yield (
            f"{node} a void:Linkset ; void:subjectsTarget {DATASET} ;"
            f" void:objectsTarget <{HOME}dataset/{name.lower()}> ;"
            f" void:linkPredicate schema:sameAs ; void:triples {count} ."
        )
        yield f"<{HOME}dataset/{name.lower()}> a void:Dataset ; void:uriSpace {quoted(space)} ."


def vocabularies(triples: Iterable[ox.Triple]) -> str:
    """The namespaces of the terms that are used as classes and properties."""
    used = {each.predicate.value for each in triples}
    return " , ".join(
        f"<{space}>" for space in sorted({*PREFIXES.values()}) if any(term.startswith(space) for term in used)
    )


def ending(name: str) -> str:
    """The usual ending of a format, without the dot."""
    return FORMS[name].endings[0].removeprefix(".")


def quoted(text: str) -> str:
    """A literal of Turtle."""
    return str(ox.Literal(text))


def texts(values: dict[str, str]) -> str:
    """A text in both languages, as objects."""
    return " , ".join(f"{quoted(value)}@{tag}" for tag, value in values.items())


def turtle(comment: str, statements: Iterable[str]) -> str:
    """A Turtle file in our layout, with the prefixes that it uses."""
    prefixes = PREFIXES | SPACES
    header = "".join(f"@prefix {name}: <{space}> .\n" for name, space in prefixes.items())
    found = {quad.triple for quad in ox.parse(header + "\n".join(statements), ox.RdfFormat.TURTLE)}
    text = ox.serialize(sorted(found, key=str), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
    return format_turtle(f"# {comment}\n\n{text.decode()}")
