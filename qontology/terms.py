"""The terms of the ontology and the prefixes of all files, as strings. Written by tools/generate.py."""

NAMESPACE = "https://w3id.org/qontology/ns#"

PREFIXES = {
    "agent": "https://w3id.org/qontology/id/agent/",
    "alliance": "https://w3id.org/qontology/id/alliance/",
    "bibo": "http://purl.org/ontology/bibo/",
    "bill": "https://w3id.org/qontology/id/bill/",
    "body": "https://w3id.org/qontology/id/body/",
    "bound": "https://w3id.org/qontology/scheme/bound/",
    "claim-kind": "https://w3id.org/qontology/scheme/claim-kind/",
    "completeness": "https://w3id.org/qontology/scheme/completeness/",
    "counted": "https://w3id.org/qontology/scheme/counted/",
    "dating": "https://w3id.org/qontology/scheme/dating/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dimension": "https://w3id.org/qontology/scheme/dimension/",
    "event": "https://w3id.org/qontology/id/event/",
    "event-kind": "https://w3id.org/qontology/scheme/event-kind/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "goal": "https://w3id.org/qontology/id/goal/",
    "group": "https://w3id.org/qontology/id/group/",
    "initiative": "https://w3id.org/qontology/id/initiative/",
    "kind": "https://w3id.org/qontology/scheme/organization-kind/",
    "law": "https://w3id.org/qontology/id/law/",
    "legal-form": "https://w3id.org/qontology/scheme/legal-form/",
    "modality": "https://w3id.org/qontology/scheme/modality/",
    "mode": "https://w3id.org/qontology/scheme/formation-mode/",
    "org": "http://www.w3.org/ns/org#",
    "organization": "https://w3id.org/qontology/id/organization/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "passage": "https://w3id.org/qontology/id/passage/",
    "person": "https://w3id.org/qontology/id/person/",
    "place": "https://w3id.org/qontology/id/place/",
    "post": "https://w3id.org/qontology/id/post/",
    "programme": "https://w3id.org/qontology/id/programme/",
    "prov": "http://www.w3.org/ns/prov#",
    "qo": "https://w3id.org/qontology/ns#",
    "qos": "https://w3id.org/qontology/shapes#",
    "qualifier": "https://w3id.org/qontology/scheme/date-qualifier/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "reading": "https://w3id.org/qontology/scheme/reading/",
    "role": "https://w3id.org/qontology/scheme/role/",
    "schema": "https://schema.org/",
    "scheme": "https://w3id.org/qontology/scheme/",
    "sector": "https://w3id.org/qontology/scheme/sector/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "source": "https://w3id.org/qontology/id/source/",
    "source-kind": "https://w3id.org/qontology/scheme/source-kind/",
    "stakeholder": "https://w3id.org/qontology/scheme/stakeholder/",
    "statement": "https://w3id.org/qontology/id/statement/",
    "status": "https://w3id.org/qontology/scheme/status/",
    "task": "https://w3id.org/qontology/id/task/",
    "technology": "https://w3id.org/qontology/scheme/technology/",
    "theme": "https://w3id.org/qontology/scheme/goal-theme/",
    "tier": "https://w3id.org/qontology/id/tier/",
    "vann": "http://purl.org/vocab/vann/",
    "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# owl:Class
Affiliation = "https://w3id.org/qontology/ns#Affiliation"
Agent = "https://w3id.org/qontology/ns#Agent"
Alliance = "https://w3id.org/qontology/ns#Alliance"
Announcement = "https://w3id.org/qontology/ns#Announcement"
Assertion = "https://w3id.org/qontology/ns#Assertion"
Bill = "https://w3id.org/qontology/ns#Bill"
Body = "https://w3id.org/qontology/ns#Body"
Claim = "https://w3id.org/qontology/ns#Claim"
CompanyLedAlliance = "https://w3id.org/qontology/ns#CompanyLedAlliance"
Contribution = "https://w3id.org/qontology/ns#Contribution"
Count = "https://w3id.org/qontology/ns#Count"
Country = "https://w3id.org/qontology/ns#Country"
Enumeration = "https://w3id.org/qontology/ns#Enumeration"
Event = "https://w3id.org/qontology/ns#Event"
FormationAssessment = "https://w3id.org/qontology/ns#FormationAssessment"
Founding = "https://w3id.org/qontology/ns#Founding"
Funding = "https://w3id.org/qontology/ns#Funding"
Goal = "https://w3id.org/qontology/ns#Goal"
GoverningBody = "https://w3id.org/qontology/ns#GoverningBody"
GovernmentLedAlliance = "https://w3id.org/qontology/ns#GovernmentLedAlliance"
Group = "https://w3id.org/qontology/ns#Group"
Initiative = "https://w3id.org/qontology/ns#Initiative"
Involvement = "https://w3id.org/qontology/ns#Involvement"
Law = "https://w3id.org/qontology/ns#Law"
Leadership = "https://w3id.org/qontology/ns#Leadership"
Locality = "https://w3id.org/qontology/ns#Locality"
Membership = "https://w3id.org/qontology/ns#Membership"
MembershipTier = "https://w3id.org/qontology/ns#MembershipTier"
Organization = "https://w3id.org/qontology/ns#Organization"
Passage = "https://w3id.org/qontology/ns#Passage"
Person = "https://w3id.org/qontology/ns#Person"
Place = "https://w3id.org/qontology/ns#Place"
Post = "https://w3id.org/qontology/ns#Post"
Programme = "https://w3id.org/qontology/ns#Programme"
Recommendation = "https://w3id.org/qontology/ns#Recommendation"
Region = "https://w3id.org/qontology/ns#Region"
Report = "https://w3id.org/qontology/ns#Report"
Roadmap = "https://w3id.org/qontology/ns#Roadmap"
Source = "https://w3id.org/qontology/ns#Source"
Statement = "https://w3id.org/qontology/ns#Statement"
Study = "https://w3id.org/qontology/ns#Study"
Subcommittee = "https://w3id.org/qontology/ns#Subcommittee"
Subdivision = "https://w3id.org/qontology/ns#Subdivision"
Task = "https://w3id.org/qontology/ns#Task"
TaskGroup = "https://w3id.org/qontology/ns#TaskGroup"
WorkingGroup = "https://w3id.org/qontology/ns#WorkingGroup"

# owl:ObjectProperty
about = "https://w3id.org/qontology/ns#about"
addressee = "https://w3id.org/qontology/ns#addressee"
affiliatedWith = "https://w3id.org/qontology/ns#affiliatedWith"
assessedMode = "https://w3id.org/qontology/ns#assessedMode"
basedIn = "https://w3id.org/qontology/ns#basedIn"
bodyOf = "https://w3id.org/qontology/ns#bodyOf"
bound = "https://w3id.org/qontology/ns#bound"
citedIn = "https://w3id.org/qontology/ns#citedIn"
claimant = "https://w3id.org/qontology/ns#claimant"
claimKind = "https://w3id.org/qontology/ns#claimKind"
compares = "https://w3id.org/qontology/ns#compares"
completeness = "https://w3id.org/qontology/ns#completeness"
concernsPlace = "https://w3id.org/qontology/ns#concernsPlace"
counted = "https://w3id.org/qontology/ns#counted"
dateQualifier = "https://w3id.org/qontology/ns#dateQualifier"
dating = "https://w3id.org/qontology/ns#dating"
eligibleCountry = "https://w3id.org/qontology/ns#eligibleCountry"
eventKind = "https://w3id.org/qontology/ns#eventKind"
formationMode = "https://w3id.org/qontology/ns#formationMode"
foundedUnder = "https://w3id.org/qontology/ns#foundedUnder"
funder = "https://w3id.org/qontology/ns#funder"
hasAffiliation = "https://w3id.org/qontology/ns#hasAffiliation"
hasAgent = "https://w3id.org/qontology/ns#hasAgent"
hasAnnouncement = "https://w3id.org/qontology/ns#hasAnnouncement"
hasCount = "https://w3id.org/qontology/ns#hasCount"
hasCountry = "https://w3id.org/qontology/ns#hasCountry"
hasEvent = "https://w3id.org/qontology/ns#hasEvent"
hasFormationAssessment = "https://w3id.org/qontology/ns#hasFormationAssessment"
hasFounding = "https://w3id.org/qontology/ns#hasFounding"
hasFunding = "https://w3id.org/qontology/ns#hasFunding"
hasGoal = "https://w3id.org/qontology/ns#hasGoal"
hasInitiative = "https://w3id.org/qontology/ns#hasInitiative"
hasInvolvement = "https://w3id.org/qontology/ns#hasInvolvement"
hasLeadership = "https://w3id.org/qontology/ns#hasLeadership"
hasMember = "https://w3id.org/qontology/ns#hasMember"
hasMembership = "https://w3id.org/qontology/ns#hasMembership"
hasPost = "https://w3id.org/qontology/ns#hasPost"
hasTask = "https://w3id.org/qontology/ns#hasTask"
heldIn = "https://w3id.org/qontology/ns#heldIn"
impliedTheme = "https://w3id.org/qontology/ns#impliedTheme"
leadOrganization = "https://w3id.org/qontology/ns#leadOrganization"
leadPost = "https://w3id.org/qontology/ns#leadPost"
leads = "https://w3id.org/qontology/ns#leads"
ledBy = "https://w3id.org/qontology/ns#ledBy"
legalForm = "https://w3id.org/qontology/ns#legalForm"
member = "https://w3id.org/qontology/ns#member"
memberKind = "https://w3id.org/qontology/ns#memberKind"
modality = "https://w3id.org/qontology/ns#modality"
organizationKind = "https://w3id.org/qontology/ns#organizationKind"
otherAccount = "https://w3id.org/qontology/ns#otherAccount"
participatesIn = "https://w3id.org/qontology/ns#participatesIn"
partOfCount = "https://w3id.org/qontology/ns#partOfCount"
postOf = "https://w3id.org/qontology/ns#postOf"
reading = "https://w3id.org/qontology/ns#reading"
rival = "https://w3id.org/qontology/ns#rival"
role = "https://w3id.org/qontology/ns#role"
sector = "https://w3id.org/qontology/ns#sector"
sourceKind = "https://w3id.org/qontology/ns#sourceKind"
stakeholder = "https://w3id.org/qontology/ns#stakeholder"
status = "https://w3id.org/qontology/ns#status"
subBodyOf = "https://w3id.org/qontology/ns#subBodyOf"
technology = "https://w3id.org/qontology/ns#technology"
theme = "https://w3id.org/qontology/ns#theme"
tier = "https://w3id.org/qontology/ns#tier"
tierOf = "https://w3id.org/qontology/ns#tierOf"

# owl:DatatypeProperty
accessed = "https://w3id.org/qontology/ns#accessed"
asOf = "https://w3id.org/qontology/ns#asOf"
currency = "https://w3id.org/qontology/ns#currency"
date = "https://w3id.org/qontology/ns#date"
earliestDay = "https://w3id.org/qontology/ns#earliestDay"
end = "https://w3id.org/qontology/ns#end"
latestDay = "https://w3id.org/qontology/ns#latestDay"
locator = "https://w3id.org/qontology/ns#locator"
start = "https://w3id.org/qontology/ns#start"
statedSize = "https://w3id.org/qontology/ns#statedSize"
value = "https://w3id.org/qontology/ns#value"

# owl:AnnotationProperty
evidence = "https://w3id.org/qontology/ns#evidence"
hasStatement = "https://w3id.org/qontology/ns#hasStatement"
object = "https://w3id.org/qontology/ns#object"
predicate = "https://w3id.org/qontology/ns#predicate"
reason = "https://w3id.org/qontology/ns#reason"
subject = "https://w3id.org/qontology/ns#subject"
