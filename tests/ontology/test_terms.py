"""The terms of the ontology: how they are named, and that each is needed."""

import re
from collections import defaultdict

import pyoxigraph as ox
import pytest

from qontology import terms
from qontology.assets import files

OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
MODULES = [path for path in files("ontology") if path.parent.name == "ontology"]
MOST_CLASSES, MOST_PROPERTIES = 46, 82


@pytest.fixture(scope="module")
def kinds() -> dict[str, set[str]]:
    """The OWL kinds of each of our terms."""
    found = defaultdict(set)
    for path in files("ontology"):
        for quad in ox.parse(path=path):
            if quad.predicate.value == RDF_TYPE and isinstance(quad.subject, ox.NamedNode):
                kind = quad.object.value.removeprefix(OWL)
                if kind in KINDS and quad.subject.value.startswith(terms.NAMESPACE):
                    found[quad.subject.value.removeprefix(terms.NAMESPACE)].add(kind)
    return found


def test_each_term_is_of_one_kind(kinds) -> None:
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_the_ontology_stays_small_enough_to_read(kinds) -> None:
    classes = [name for name, found in kinds.items() if found == {"Class"}]
    assert len(classes) <= MOST_CLASSES
    assert len(kinds) - len(classes) <= MOST_PROPERTIES


def test_names_tell_classes_from_properties_and_have_no_abbreviation(kinds) -> None:
    for name, found in kinds.items():
        assert re.fullmatch(r"([A-Z][a-z]+)+" if found == {"Class"} else r"[a-z]+([A-Z][a-z]+)*", name), name


def test_no_two_terms_differ_in_capitals_only(kinds) -> None:
    """Some file systems, stores and readers do not tell `qo:Goal` from `qo:goal`."""
    assert len({name.lower() for name in kinds}) == len(kinds)


def test_a_property_that_leads_to_a_class_is_called_has_and_the_class(kinds) -> None:
    classes = {name for name, found in kinds.items() if found == {"Class"}}
    called = {f"has{name}" for name in classes} & set(kinds)
    assert len(called) >= 15
    assert not {name[0].lower() + name[1:] for name in classes} & set(kinds)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_terms_have_one_label(language: str) -> None:
    labels = defaultdict(set)
    for path in files("ontology"):
        for quad in ox.parse(path=path):
            if quad.predicate.value == f"{RDFS}label" and quad.object.language == language:
                labels[quad.object.value.lower()].add(quad.subject.value)
    assert {label: named for label, named in labels.items() if len(named) > 1} == {}


def test_no_property_has_a_domain_or_a_range() -> None:
    bounded = [
        quad
        for path in files("ontology")
        for quad in ox.parse(path=path)
        if quad.predicate.value in (f"{RDFS}domain", f"{RDFS}range")
    ]
    assert bounded == []


def mentioned(folders: set[str]) -> set[str]:
    """Our terms in the queries of some folders; headers, which tell of parameters, do not count."""
    texts = [path.read_text(encoding="utf-8") for path in files("queries", ".rq") if path.parent.name in folders]
    return set(re.findall(r"\bqo:(\w+)", re.sub(r"^#:.*$", "", "".join(texts), flags=re.MULTILINE)))


def test_every_term_is_needed_by_a_question(kinds) -> None:
    """One that no question of the library asks for is derived by a rule, for the questions of those who reason."""
    asked = mentioned({path.stem for path in MODULES} | {"compare"})
    assert set(kinds) - asked - mentioned({"rules"}) == set()
    assert len(set(kinds) - asked) < len(kinds) / 10


def test_every_scheme_is_used_by_data_or_axioms() -> None:
    homes = {prefix for prefix, name in terms.PREFIXES.items() if re.search("/scheme/.", name)}
    texts = " ".join(path.read_text(encoding="utf-8") for path in [*files("data"), *MODULES])
    assert {prefix for prefix in homes if not re.search(rf"[ (]{prefix}:\w", texts)} == set()


def test_every_term_says_how_far_it_has_come(kinds) -> None:
    found = defaultdict(set)
    for path in MODULES:
        for quad in ox.parse(path=path):
            if quad.predicate.value.endswith("#term_status"):
                found[quad.subject.value.removeprefix(terms.NAMESPACE)].add(quad.object.value)
    assert found.keys() == kinds.keys()
    assert {status for each in found.values() for status in each} <= {"unstable", "testing", "stable", "archaic"}
