"""The terms of SHACL, by local name, and the little that this engine adds to them."""

from __future__ import annotations

from ..namespaces import Namespace

__all__ = ["CORE_TERMS", "EXTENSION", "FOREIGN_TERMS", "SPARQL_TERMS"]

EXTENSION = Namespace("https://w3id.org/qontology/shapes#")
"""What is not SHACL's: any shape may say by ``remedy`` what to do, and rules of this namespace begin with a code."""


def names(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


CORE_TERMS = names("""
    Shape NodeShape PropertyShape path targetNode targetClass targetSubjectsOf targetObjectsOf severity message
    deactivated alternativePath inversePath zeroOrMorePath oneOrMorePath zeroOrOnePath
    class datatype nodeKind minCount maxCount minInclusive minExclusive maxInclusive maxExclusive minLength maxLength
    pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone node property
    qualifiedValueShape qualifiedMinCount qualifiedMaxCount qualifiedValueShapesDisjoint closed ignoredProperties
    hasValue in name description order group defaultValue PropertyGroup
    BlankNode IRI Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral NodeKind Violation Warning Info Severity
    entailment shapesGraph suggestedShapesGraph
    AbstractResult ValidationReport ValidationResult conforms result detail focusNode resultPath resultMessage
    resultSeverity value sourceShape sourceConstraint sourceConstraintComponent shapesGraphWellFormed
""")
"""Every term of SHACL Core, by local name; the names of the constraint components stand apart."""

SPARQL_TERMS = names("""
    sparql select ask construct update prefixes declare prefix namespace PrefixDeclaration SPARQLConstraint
    SPARQLExecutable SPARQLSelectExecutable SPARQLAskExecutable SPARQLConstructExecutable SPARQLUpdateExecutable
    ConstraintComponent Parameterizable parameter Parameter optional labelTemplate validator nodeValidator
    propertyValidator Validator SPARQLAskValidator SPARQLSelectValidator resultAnnotation ResultAnnotation
    annotationProperty annotationValue annotationVarName
""")
"""Every term of SHACL-SPARQL, by local name."""

FOREIGN_TERMS = names("""
    js jsFunctionName jsLibrary jsLibraryURL JSConstraint JSValidator JSTarget JSTargetType JSFunction JSRule
    target Target TargetType SPARQLTarget SPARQLTargetType expression nodeByExpression values rule
""")
"""Terms of SHACL-JS and of the advanced features that change a verdict and are not compiled."""
