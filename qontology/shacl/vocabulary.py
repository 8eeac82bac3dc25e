"""The terms of SHACL, by local name, and the little that this engine adds to them."""

from __future__ import annotations

from ..namespaces import Namespace

__all__ = ["CORE_TERMS", "EVALUATED", "EXTENSION", "FOREIGN_CONSTRAINTS", "FOREIGN_TERMS", "SPARQL_TERMS"]

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

FOREIGN_CONSTRAINTS = names("""
    js expression nodeByExpression
    singleLine memberShape minListLength maxListLength uniqueMembers rootClass someValue subsetOf
    reifierShape reificationRequired uniqueValuesFor targetWhere
""")
"""Properties by which a shape asks something of nodes, or finds them, in SHACL-JS, advanced features or SHACL 1.2."""

FOREIGN_TERMS = FOREIGN_CONSTRAINTS | names("""
    jsFunctionName jsLibrary jsLibraryURL JSConstraint JSValidator JSTarget JSTargetType JSFunction JSRule JSExecutable
    JSLibrary
    Function SPARQLFunction returnType Rule TripleRule SPARQLRule rule condition subject predicate object
    Expression this filterShape nodes intersection union minus distinct count groupConcat max min sum limit offset
    orderBy desc if then else exists values spargs
    target Target TargetType SPARQLTarget SPARQLTargetType
    shape ShapeClass TripleTerm Graph DataGraph ShapesGraph RulesGraph RuleSet ruleSet
    ProcessorConfiguration conformsToShapesGraph conformanceDisallows usedShapesGraph usedDataGraph usedConfiguration
    Trace Debug incomplete incompleteURIStart ByTypes
    NodeExpression NodeExpressionFunction NamedParameterExpression NamedParameterExpressionFunction keyParameter
    ListParameterExpression ListParameterExpressionFunction bodyExpression SelectExpression SPARQLExprExpression
    sparqlExpr SPARQLDescribeExecutable describe agentInstruction codeIdentifier formalized intent
""")
"""Terms of SHACL-JS, of the advanced features and of SHACL 1.2, by local name."""

EVALUATED = names("""
    target Target TargetType SPARQLTarget SPARQLTargetType JSTarget JSTargetType
    jsFunctionName jsLibrary jsLibraryURL JSConstraint JSValidator JSExecutable JSLibrary reificationRequired
    Rule TripleRule SPARQLRule JSRule rule condition subject predicate object this
    shape agentInstruction codeIdentifier formalized intent Trace Debug ShapeClass
""")
"""Those of the foreign terms that are evaluated, told of by what they belong to, or only describe."""
