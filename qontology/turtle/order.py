"""The canonical order of kinds, predicates and objects: edit a list here, and all files follow."""

from __future__ import annotations

from types import EllipsisType

from ..namespaces import expand

__all__ = ["KINDS", "LANGUAGES", "PREDICATES", "SECONDARY_TYPES", "rank"]

KINDS: tuple[str | EllipsisType, ...] = (
    "owl:Ontology", "rdfs:Datatype", "rdfs:Class", "owl:Class", "rdf:Property", "owl:ObjectProperty",
    "owl:DatatypeProperty", "owl:AnnotationProperty", "owl:AllDisjointClasses", "owl:AllDifferent",
    "skos:ConceptScheme", "skos:Collection", "skos:OrderedCollection", "skos:Concept", "sh:NodeShape",
    "sh:PropertyShape", ...,
)  # fmt: skip
"""The kinds of subject in the order of a file; the dots stand for all others, by name. What has no type comes last."""

SECONDARY_TYPES = (
    "owl:AsymmetricProperty", "owl:FunctionalProperty", "owl:InverseFunctionalProperty", "owl:IrreflexiveProperty",
    "owl:NamedIndividual", "owl:ReflexiveProperty", "owl:SymmetricProperty", "owl:Thing", "owl:TransitiveProperty",
    "rdfs:Resource",
)  # fmt: skip
"""Types that do not decide the kind of a subject which has another."""

PREDICATES: tuple[str | EllipsisType, ...] = (
    "rdf:type",
    # an ontology
    "owl:versionIRI", "owl:versionInfo", "owl:priorVersion", "owl:imports",
    # the target of a shape, and what it looks at
    "sh:targetNode", "sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf", "sh:target", "sh:path",
    "sh:name", "sh:description",
    # an axiom about a class or a property
    "owl:onProperty", "rdfs:subClassOf", "rdfs:subPropertyOf", "owl:equivalentClass", "owl:equivalentProperty",
    "owl:disjointWith", "owl:propertyDisjointWith", "owl:disjointUnionOf", "owl:complementOf",
    "owl:intersectionOf", "owl:unionOf", "owl:oneOf", "owl:inverseOf", "owl:propertyChainAxiom", "rdfs:domain",
    "rdfs:range",
    # a concept in its scheme
    "skos:inScheme", "skos:topConceptOf", "skos:hasTopConcept", "skos:broader", "skos:narrower", "skos:related",
    # what a statement says, in the order of its sentence
    "qo:subject", "qo:predicate", "qo:object", "qo:completeness", "qo:hasAgent", "qo:role", "qo:member",
    "qo:affiliatedWith", "qo:hasPost", "qo:assessedMode", "qo:counted", "qo:bound", "qo:value", "qo:claimKind",
    "qo:about", "qo:addressee", "qo:hasStatement",
    # names
    "skos:notation", "skos:prefLabel", "rdfs:label", "skos:altLabel", "skos:hiddenLabel",
    # notes
    "skos:definition", "rdfs:comment", "skos:scopeNote", "skos:example", "skos:note", "skos:editorialNote",
    "skos:historyNote", "skos:changeNote",
    # when it was
    "qo:date", "qo:dateQualifier", "qo:start", "qo:end", "qo:asOf", "qo:dating",
    # what a shape asks for
    "sh:minCount", "sh:maxCount", ..., "sh:property", "sh:sparql", "sh:deactivated",
    # what a shape says where it fails
    "sh:severity", "sh:message", "qos:remedy",
    # who says so, why, and where it comes from
    "qo:claimant", "qo:reason", "qo:evidence", "rdfs:seeAlso", "rdfs:isDefinedBy",
)  # fmt: skip
"""The predicates of a subject in order; the dots stand for all others, by name."""

LANGUAGES = ("en", "zh")
"""The languages that come before all others."""


def rank(order: tuple[str | EllipsisType, ...]) -> dict[str | EllipsisType, int]:
    """The places of an order by full IRI; the place of all others under the dots.

    >>> rank(("owl:Class", ...))
    {'http://www.w3.org/2002/07/owl#Class': 0, Ellipsis: 1}
    """
    return {expand(name) if isinstance(name, str) else name: place for place, name in enumerate(order)}
