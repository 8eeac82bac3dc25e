"""The ontology under OWL 2 DL: HermiT finds it consistent, nothing unsatisfiable, and the same classes as the rules.

HermiT is Java. Where there is none, these tests are skipped, and pytest counts them.
"""

import io
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import graph

from qontology import terms
from qontology.assets import files
from qontology.exchange import contents
from qontology.reasoning import derive

pytestmark = [pytest.mark.long, pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")]

MODULES = files("ontology")
CLASS = "class-by-mode"
FOAF = "http://xmlns.com/foaf/0.1/"
IMPORTS = "http://www.w3.org/2002/07/owl#imports"


def reasoned(paths: Iterable[Path], more: str = ""):
    """An owlready2 world over these files after HermiT; raises where they are inconsistent."""
    import owlready2

    quads = {quad.triple for path in paths for quad in ox.parse(path=path)}
    quads |= {quad.triple for quad in ox.parse(more, format=ox.RdfFormat.TURTLE)}
    imports = "http://www.w3.org/2002/07/owl#imports"
    data = ox.serialize(
        [triple for triple in quads if triple.predicate.value != imports], format=ox.RdfFormat.N_TRIPLES
    )
    world = owlready2.World()
    world.get_ontology("https://w3id.org/qontology/ns").load(fileobj=io.BytesIO(data))
    with world.get_ontology("https://w3id.org/qontology/graph/hermit"):
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, ignore_unsupported_datatypes=True, debug=0)
    return world


ALIGNMENTS = files("ontology/alignments")
ORGANIZATION_ONTOLOGY = Path(__file__).with_name("organization-ontology.ttl")


@pytest.fixture(scope="module")
def held() -> list[ox.Triple]:
    """In which organization each membership is held, as our rules derive it."""
    derived = [triple for triples in derive(graph().engine).values() for triple in triples]
    return [triple for triple in derived if triple.predicate.value == terms.heldIn]


@pytest.fixture(scope="module")
def whole(held: list[ox.Triple]):
    """Ontology, data, alignments and ORG after HermiT, in one go: what it finds of all holds of each part."""
    paths = [*MODULES, *files("data"), *ALIGNMENTS, ORGANIZATION_ONTOLOGY]
    return reasoned(paths, "".join(f"{triple} .\n" for triple in held))


def test_the_ontology_alone_is_consistent_and_nothing_in_it_is_unsatisfiable() -> None:
    assert list(reasoned(MODULES).inconsistent_classes()) == []


def test_with_data_and_alignments_it_is_consistent_and_nothing_is_unsatisfiable(whole) -> None:
    assert list(whole.inconsistent_classes()) == []


def test_hermit_sees_a_contradiction_where_one_is_put_in() -> None:
    import owlready2

    two_modes = """
    @prefix mode: <https://w3id.org/qontology/scheme/formation-mode/> .
    @prefix qo: <https://w3id.org/qontology/ns#> .
    <http://example.org/a> a qo:Alliance ; qo:formationMode mode:government-led , mode:company-led .
    """
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reasoned(MODULES, two_modes)


def test_hermit_classes_alliances_as_the_rules_do(whole) -> None:
    for name in (terms.GovernmentLedAlliance, terms.CompanyLedAlliance):
        by_rule = {
            triple.subject.value for triple in derive(graph().engine)[CLASS] if triple.object == ox.NamedNode(name)
        }
        assert by_rule and {thing.iri for thing in whole[name].instances()} == by_rule


def test_hermit_finds_every_membership_of_org_in_its_organization_and_makes_no_agent_of_a_body(whole, held) -> None:
    memberships = whole["http://www.w3.org/ns/org#Membership"].instances()
    of_programmes = graph().engine.select(
        f"SELECT DISTINCT ?s {{ ?s <{terms.hasPost}>/<{terms.postOf}> ?x . ?x a <{terms.Programme}> }}"
    )
    assert len(memberships) - len(of_programmes.rows) == len(held) > 30
    bodies = {thing.iri for thing in whole[terms.Body].instances()}
    agents = {thing.iri for name in ("Agent", "Organization") for thing in whole[FOAF + name].instances()}
    assert bodies and agents and not bodies & agents


def violations(folder: Path, quads: Iterable[ox.Triple]) -> list[str]:
    """What the OWLAPI in owlready2's own jar has to say of the OWL 2 DL and RL profiles."""
    import subprocess

    import owlready2

    ontology = folder / "ontology.rdf"
    ontology.write_bytes(ox.serialize(quads, format=ox.RdfFormat.RDF_XML))
    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    command = ["java", "-cp", str(jar), str(Path(__file__).with_name("Profile.java")), str(ontology)]
    *found, last = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert last.startswith("checked ") and int(last.split()[1]) > 0
    return found


def axioms() -> list[ox.Triple]:
    """All modules as one ontology: the header of the whole stands, those of the modules do not."""
    headers = "https://w3id.org/qontology/module/"
    quads = [quad for path in MODULES for quad in ox.parse(path=path)]
    return [
        quad.triple
        for quad in quads
        if quad.predicate.value != IMPORTS
        and not (isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(headers))
    ]


def test_the_ontology_is_inside_owl_2_dl_and_owl_2_rl(tmp_path) -> None:
    assert violations(tmp_path, axioms()) == []


def in_dl(folder: Path, *, dl: bool) -> list[str]:
    """What leaves OWL 2 DL in an export of all."""
    quads = [quad.triple for quad in contents("all", dl=dl).quads]
    return [line for line in violations(folder, quads) if not line.startswith("OWL 2 RL")]


def test_the_export_for_reasoners_is_inside_owl_2_dl_with_all_data_and_annotations(tmp_path) -> None:
    assert in_dl(tmp_path, dl=True) == []


@pytest.mark.parametrize("dl", [True, False], ids=["as text", "as they are"])
def test_hermit_takes_dates_as_text_and_refuses_them_as_they_are(dl: bool, of_the_study: None) -> None:
    """Of the study, which has dates of every kind."""
    import owlready2

    data = ox.serialize([quad.triple for quad in contents("all", dl=dl).quads], format=ox.RdfFormat.N_TRIPLES)
    world = owlready2.World()
    world.get_ontology("https://w3id.org/qontology/ns").load(fileobj=io.BytesIO(data))

    def reason() -> None:
        with world.get_ontology("https://w3id.org/qontology/graph/hermit"):
            owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)

    if dl:
        reason()
        assert list(world.inconsistent_classes()) == []
    else:
        with pytest.raises(owlready2.OwlReadyJavaError, match="UnsupportedDatatypeException"):
            reason()


def test_the_profile_check_sees_a_violation_where_one_is_put_in(tmp_path) -> None:
    functional_chain = """
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix : <http://example.org/> .
    :p a owl:ObjectProperty , owl:FunctionalProperty ; owl:propertyChainAxiom ( :p :q ) .
    :q a owl:ObjectProperty .
    """
    more = [quad.triple for quad in ox.parse(functional_chain, format=ox.RdfFormat.TURTLE)]
    assert violations(tmp_path, [*axioms(), *more]) != []
