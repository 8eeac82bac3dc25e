"""What is exported: parts, things with all that belongs to them, a graph a source, a date; one file is one ontology."""

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from asking import study

from qontology import InputError, terms, validate
from qontology.exchange import contents, serialize
from qontology.namespaces import DCTERMS, FOAF, OWL, RDF, SCHEMA
from qontology.reading import shipped
from qontology.reasoning import derive

pytestmark = pytest.mark.usefixtures("of_the_study")

ROOT = "https://w3id.org/qontology/ns"
PAPER = ox.NamedNode("https://w3id.org/qontology/id/source/paper-2022")
QUTAC = ox.NamedNode("https://w3id.org/qontology/id/alliance/qutac")
PREFIXES = "@prefix qo: <https://w3id.org/qontology/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "


def headers(quads: list[ox.Quad]) -> list[str]:
    return [quad.subject.value for quad in quads if quad.predicate == RDF["type"] and quad.object == OWL["Ontology"]]


def imports(quads: list[ox.Quad]) -> set[str]:
    return {quad.object.value for quad in quads if quad.predicate == OWL["imports"]}


def subjects(quads: list[ox.Quad]) -> set[str]:
    return {quad.subject.value for quad in quads}


@pytest.mark.parametrize(
    ("part", "header", "imported"),
    [
        ("all", ROOT, set()),
        ("ontology", ROOT, set()),
        ("data", "https://w3id.org/qontology/export/data", {ROOT}),
        ("vocabularies", "https://w3id.org/qontology/export/vocabularies", {ROOT}),
        ("QUTAC", "https://w3id.org/qontology/export/qutac", {ROOT}),
    ],
)
def test_one_file_is_one_ontology_that_imports_nothing_that_it_holds(
    part: str, header: str, imported: set[str]
) -> None:
    quads = contents(part).quads
    assert headers(quads) == [header] and imports(quads) == imported


def test_the_ontology_keeps_its_version_and_a_state_of_the_past_has_one_of_its_own() -> None:
    def version(quads: list[ox.Quad]) -> set[str]:
        return {quad.object.value for quad in quads if quad.predicate == OWL["versionIRI"]}

    assert version(contents("ontology").quads) == {f"{ROOT}/0.1.0"}
    assert version(contents("all", as_of="2020").quads) == {f"{ROOT}/0.1.0/as-of/2020"}


@pytest.mark.parametrize("named", [{}, {"as_of": "2021-12"}, {"derived": True}])
def test_an_excerpt_keeps_all_rules(tmp_path, named) -> None:
    file = tmp_path / "qutac.ttl"
    file.write_text(serialize(contents("QUTAC", **named).quads), encoding="utf-8")
    assert validate(file).findings == ()


def test_all_is_what_is_shipped_but_for_the_headers_of_its_files() -> None:
    def named(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
        return {quad.triple for quad in quads if ox.BlankNode not in {type(quad.subject), type(quad.object)}}

    whole = named(quad for folder in ("ontology", "data") for source in shipped(folder) for quad in source.quads())
    found = named(contents().quads)
    assert found < whole
    homes = {
        triple.subject.value.rpartition("/")[0].removeprefix("https://w3id.org/qontology") for triple in whole - found
    }
    assert homes == {"", "/module", "/vocabulary", "/data", "/data/alliances", "/data/paper-2022"}


def test_one_file_of_all_is_checked_alone_without_a_finding(tmp_path) -> None:
    file = tmp_path / "all.nt"
    file.write_text(serialize(contents().quads, "nt"), encoding="utf-8")
    assert [*validate(file, with_shipped=False).findings] == []


def test_what_a_source_says_lies_in_the_graph_of_the_source_and_inferences_do_not() -> None:
    quads = contents("data").quads
    said = {quad.triple for quad in quads if quad.graph_name != ox.DefaultGraph()}
    rest = {quad.triple for quad in quads if quad.graph_name == ox.DefaultGraph()}
    sources = {quad.subject for quad in quads if quad.object.value in (terms.Source, terms.Study)}
    assert {PAPER, ox.DefaultGraph()} < {quad.graph_name for quad in quads} <= {*sources, ox.DefaultGraph()}
    assert said | rest == {quad.triple for quad in quads} and not said & rest
    reasons = {quad.subject for quad in quads if quad.predicate.value == terms.reason}
    assert not {triple.subject for triple in said} & reasons
    memberships = [
        triple for triple in said if triple.subject == QUTAC and triple.predicate.value == terms.hasMembership
    ]
    ours = study().select("SELECT ?m { alliance:qutac qo:hasMembership ?m }").rows
    assert {triple.object.value for triple in memberships} == {row[0].value for row in ours}
    passages = {quad.subject for quad in quads if quad.object.value == terms.Passage}
    assert not {triple.subject for triple in rest if triple.predicate == DCTERMS["isPartOf"]} & passages


def test_what_follows_lies_in_a_graph_a_rule_and_adds_to_the_rest() -> None:
    asserted, both = contents("all").quads, contents("all", derived=True).quads
    more = Counter(quad.graph_name.value for quad in {*both} - {*asserted} if "/derived/" in str(quad.graph_name))
    expected = {name: len(triples) for name, triples in derive(study().engine).items() if triples}
    assert {name.rpartition("/")[2]: count for name, count in more.items()} == expected


def test_an_alliance_comes_with_all_that_belongs_to_it_and_no_other() -> None:
    found = subjects(contents("QuIC").quads)
    wanted = (
        "alliance/quic", "goal/quic-5", "event/quic-founding", "body/quic-funding", "post/quic-executive-director",
        "statement/quic-funding-co-leader-inferred", "task/quic-funding-area", "passage/paper-2022-table3-row9-col3",
        "source/paper-2022", "place/europe", "organization/multiverse-computing",
    )  # fmt: skip
    assert {f"https://w3id.org/qontology/id/{name}" for name in wanted} <= found
    assert not [name for name in found if "/body/qed-c" in name or "/task/qutac" in name or "/event/qutac" in name]


def test_an_alliance_comes_with_its_links_and_those_of_its_members_and_with_what_they_rest_on() -> None:
    quads = contents("QUTAC").quads
    links = {quad.object.value for quad in quads if quad.predicate in (SCHEMA["sameAs"], FOAF["homepage"])}
    assert {
        "https://www.qutac.de/",
        "https://ror.org/05vs9tj88",
        "https://www.iso.org/obp/ui/#iso:code:3166:DE",
    } <= links
    assert "https://ror.org/0326v3z14" not in links  # Toshiba is no member
    wanted = (
        "statement/qutac-homepage",
        "statement/bmw-identifiers",
        "source/qutac-blog-2026",
        "source/ror-records-2026-06",
    )
    assert {f"https://w3id.org/qontology/id/{name}" for name in wanted} <= subjects(quads)


def test_whatever_an_alliance_points_to_is_in_the_excerpt_too() -> None:
    quads = contents("QED-C").quads
    known = subjects(quads)
    pointed = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    assert not [name for name in pointed if "qontology/id/" in name and name not in known]


def test_an_alliance_of_ones_own_comes_from_the_files_beside(tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> . <urn:mine> a qo:Alliance ; qo:hasMembership <urn:m> ."
        "<urn:m> qo:member <urn:o> . <urn:o> a qo:Organization .",
        encoding="utf-8",
    )
    quads = contents("urn:mine", data=[file]).quads
    assert {"urn:mine", "urn:m", "urn:o"} <= subjects(quads)
    assert not [quad for quad in quads if quad.predicate == DCTERMS["license"]]


def test_as_of_a_date_what_came_certainly_later_is_gone_with_all_that_is_nothing_without_it() -> None:
    now, then = contents("data").quads, contents("data", as_of="2021-03").quads
    gone = subjects(now) - subjects(then)
    # QUTAC was founded in June 2021; Germany and Infineon were there before, and so was the study's own alliance list.
    assert {
        f"https://w3id.org/qontology/id/{name}" for name in ("alliance/qutac", "event/qutac-founding", "goal/qutac-1")
    } <= gone
    assert not {f"https://w3id.org/qontology/id/{name}" for name in ("alliance/qed-c", "organization/infineon")} & gone
    left = subjects(then)
    assert not [quad for quad in then if quad.object.value in gone and quad.object.value not in left]


def test_a_date_within_the_month_of_a_date_leaves_it() -> None:
    assert QUTAC.value in subjects(contents("QUTAC", as_of="2021-06").quads)


def test_files_stay_in_their_graphs_and_their_headers_become_one(tmp_path) -> None:
    (tmp_path / "a.ttl").write_text(
        PREFIXES + "<urn:a> a owl:Ontology ; owl:imports <urn:b> , <urn:c> .", encoding="utf-8"
    )
    (tmp_path / "b.trig").write_text(
        PREFIXES
        + '<urn:b> a owl:Ontology ; owl:versionIRI <urn:b1> ; owl:versionInfo "1" . <urn:g> { <urn:s> <urn:p> 1 }',
        encoding="utf-8",
    )
    quads = contents(tmp_path / "b.trig", tmp_path / "a.ttl").quads
    assert headers(quads) == ["urn:a"] and imports(quads) == {"urn:c"}
    assert [quad.graph_name.value for quad in quads if quad.subject.value == "urn:s"] == ["urn:g"]
    assert [quad.predicate for quad in quads if quad.subject.value == "urn:b"] == [OWL["versionInfo"]]


@pytest.mark.parametrize(
    ("what", "named", "message"),
    [
        (["QUTEC"], {}, "nothing here is called QUTEC"),
        (["missing.ttl"], {}, "missing.ttl: cannot be read"),
        ([""], {}, "nothing here is called"),
        (["QUTAC"], {"as_of": "2020"}, "Quantum Technology and Application Consortium came later than 2020"),
        (["QUTAC"], {"as_of": "soon"}, "“soon” is not a date"),
    ],
)
def test_what_cannot_be_exported_is_told(what, named, message) -> None:
    with pytest.raises(InputError) as caught:
        contents(*what, **named)
    assert message in caught.value.say("en")


@pytest.mark.parametrize("text", ["@prefix e: <urn:e:> .", "# nothing"])
def test_a_file_without_a_statement_is_refused(tmp_path, text: str) -> None:
    (tmp_path / "empty.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"empty\.ttl"):
        contents(tmp_path / "empty.ttl")


def test_for_reasoners_individuals_are_declared_and_dates_are_text() -> None:
    declared, dates = OWL["NamedIndividual"], ("date", "gYear", "gYearMonth")
    plain, found = (contents("QUTAC", dl=dl).quads for dl in (False, True))
    assert ox.Quad(QUTAC, RDF["type"], declared) in found and declared not in {quad.object for quad in plain}

    def kinds(quads: list[ox.Quad]) -> set[str]:
        literals = (quad.object for quad in quads if isinstance(quad.object, ox.Literal))
        return {literal.datatype.value.rpartition("#")[2] for literal in literals}

    assert kinds(plain) & {*dates} and not kinds(found) & {*dates}


def test_a_file_of_ones_own_has_its_individuals_declared_by_our_classes(tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(PREFIXES + "<http://example.org/a> a qo:Alliance .", encoding="utf-8")
    assert len(contents(file, dl=True).quads) == 2
