"""Names: from what a person types to the thing that is meant, and what is said where nothing or too much is meant."""

import pyoxigraph as ox
import pytest

from qontology import InputError
from qontology.engine import Embedded
from qontology.knowledge.names import Hit, Names

ALLIANCE = "https://w3id.org/qontology/id/alliance/"
PREFIXES = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix organization: <https://w3id.org/qontology/id/organization/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix scheme: <https://w3id.org/qontology/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
WORLD = """
qo:Alliance rdfs:label "alliance"@en , "联盟"@zh .
qo:Network rdfs:subClassOf qo:Alliance .
qo:founded a owl:DatatypeProperty ; rdfs:label "founded"@en .
qo:hasMember a owl:ObjectProperty ; rdfs:label "has member"@en .
qo:remark a owl:AnnotationProperty ; rdfs:label "remark"@en .

alliance:qutac a qo:Alliance ; skos:altLabel "QUTAC"@en ;
    skos:prefLabel "Quantum Technology and Application Consortium"@en , "量子技术与应用联盟"@zh ;
    skos:hiddenLabel "QTAC"@en .
alliance:quic a qo:Network ; skos:prefLabel "European Quantum Industry Consortium"@en ;
    skos:altLabel "QuIC"@en , "Quantum Industry Consortium"@en .
alliance:qic a qo:Alliance ; skos:prefLabel "Quantum Industry Canada"@en , "加拿大量子产业联盟"@zh ;
    skos:altLabel "Quantum Industry Consortium"@en , "QIC"@en .
alliance:Mixed-Case a qo:Alliance ; skos:prefLabel "第三个联盟"@zh .
organization:basf skos:prefLabel "BASF" ; skos:altLabel 7 .
<https://w3id.org/qontology/scheme/sector> skos:prefLabel "sectors"@en .
<https://w3id.org/qontology/scheme/sector/energy> skos:inScheme scheme:sector ; skos:prefLabel "energy"@en .
[] skos:prefLabel "nameless"@en .
qo:broken skos:prefLabel <urn:no-literal> .
"""


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(ALLIANCE + name)


def engine(turtle: str = WORLD) -> Embedded:
    store = ox.Store()
    store.load(PREFIXES + turtle, ox.RdfFormat.TURTLE)
    return Embedded(store)


@pytest.fixture
def names() -> Names:
    return Names(engine())


def refusal(names: Names, text: str) -> tuple[str, str]:
    with pytest.raises(InputError) as found:
        names.resolve(text)
    return found.value.say("en"), found.value.say("zh")


# What is meant


@pytest.mark.parametrize(
    "text",
    [
        ALLIANCE + "qutac",
        f"<{ALLIANCE}qutac>",
        "alliance:qutac",
        "qutac",
        "QUTAC",
        " Qutac ",
        "ＱＵＴＡＣ",
        "qtac",
        "quantum technology and application consortium",
        "量子技术与应用联盟",
    ],
)
def test_a_thing_is_found_by_its_iri_its_slug_and_each_of_its_names(names: Names, text: str) -> None:
    assert names.resolve(text) == node("qutac")


@pytest.mark.parametrize("text", ["mixed-case", "Mixed-Case", "MIXED-CASE"])
def test_a_slug_is_found_in_any_case(names: Names, text: str) -> None:
    assert names.resolve(text) == node("Mixed-Case")


def test_a_term_is_found_by_what_stands_behind_its_hash(names: Names) -> None:
    assert names.resolve("hasmember").value == "https://w3id.org/qontology/ns#hasMember"


def test_an_iri_is_meant_before_a_name_and_a_name_before_a_slug() -> None:
    names = Names(engine('alliance:a skos:prefLabel "b"@en . alliance:b skos:prefLabel "alliance:a"@en .'))
    assert names.resolve("alliance:a") == names.resolve("b") == node("a")
    assert names.resolve("alliance:b") == node("b")


def test_a_name_of_several_things_is_refused_with_all_of_them(names: Names) -> None:
    assert refusal(names, "quantum industry consortium") == (
        "quantum industry consortium can mean several things: alliance:qic (Quantum Industry Canada), "
        "alliance:quic (European Quantum Industry Consortium); use the name with its prefix",
        "“quantum industry consortium”有多种所指：alliance:qic（加拿大量子产业联盟）、"
        "alliance:quic（European Quantum Industry Consortium）；请使用带前缀的名称",
    )


def test_a_hidden_name_is_that_of_its_thing_where_no_other_thing_shows_it() -> None:
    hidden = 'alliance:a skos:prefLabel "Old House"@en ; skos:hiddenLabel "house"@en .'
    alone = Names(engine(hidden))
    shown = Names(engine(f'{hidden} alliance:b skos:prefLabel "House"@en .'))
    both = Names(engine(f'{hidden} alliance:b skos:prefLabel "New House"@en ; skos:hiddenLabel "house"@en .'))
    assert [alone.resolve("house"), shown.resolve("house")] == [node("a"), node("b")]
    assert [names.is_clear("House") for names in (alone, shown, both)] == [True, True, False]
    assert "can mean several things" in refusal(both, "house")[0]


def test_a_name_is_clear_where_one_thing_alone_goes_by_it(names: Names) -> None:
    told = ("qic", "quantum industry consortium", "unheard of")
    assert [names.is_clear(each) for each in told] == [True, False, False]


def test_a_name_that_nothing_has_is_refused_with_those_that_are_near(names: Names) -> None:
    assert refusal(names, "QUTEC") == (
        "nothing here is called QUTEC; did you mean QUTAC?",
        "没有名为“QUTEC”的事物；是否想用 QUTAC？",
    )


def test_names_that_are_not_near_but_hold_the_words_are_proposed_three_at_most(names: Names) -> None:
    assert refusal(names, "technology")[0].endswith("did you mean Quantum Technology and Application Consortium?")
    assert refusal(names, "quantum") == (
        "nothing here is called quantum; did you mean Quantum Industry Canada or "
        "Quantum Industry Consortium or Quantum Technology and Application Consortium?",
        "没有名为“quantum”的事物；是否想用 Quantum Industry Canada、"
        "Quantum Industry Consortium、Quantum Technology and Application Consortium？",
    )
    many = Names(engine("".join(f'alliance:a{n} skos:prefLabel "the great name {n}"@en .' for n in range(5))))
    for words in ("great", "the great nam"):
        assert refusal(many, words)[0].count("the great name") == 3


def test_a_name_like_no_other_is_refused_with_the_way_to_look(names: Names) -> None:
    assert refusal(names, "xyzzy") == (
        "nothing here is called xyzzy; qontology search WORDS looks for names",
        "没有名为“xyzzy”的事物；可用 qontology search 关键词 查找名称",
    )


def test_a_near_name_is_one_of_the_same_script() -> None:
    latin = Names(engine('alliance:a skos:prefLabel "QUTACS"@en .'))
    mixed = Names(engine('alliance:b skos:prefLabel "QUTAC联盟"@zh .'))
    assert refusal(latin, "QUTACZ")[0].endswith("did you mean QUTACS?")
    assert refusal(mixed, "QUTAC同盟")[0].endswith("did you mean QUTAC联盟?")
    assert "did you mean" not in refusal(latin, "QUTAC联盟")[0] + refusal(mixed, "QUTACS")[0]


# Names of a kind


def labels(names: Names) -> set[str]:
    return {hit.thing.value.rpartition("/")[2] for hit in names.search("")}


def test_the_names_of_a_class_are_those_of_its_instances_and_of_the_classes_below() -> None:
    found = Names.of_kinds(engine(), ["qo:Alliance"])
    assert labels(found) == {"qutac", "quic", "qic", "Mixed-Case"}


def test_the_names_of_a_scheme_are_those_of_its_concepts() -> None:
    assert labels(Names.of_kinds(engine(), ["scheme:sector"])) == {"energy"}


def test_the_names_of_several_kinds_are_those_of_each() -> None:
    found = Names.of_kinds(engine(), ["qo:Network", "scheme:sector"])
    assert labels(found) == {"quic", "energy"}


def test_the_names_of_properties_are_those_of_all_three_kinds() -> None:
    assert labels(Names.of_properties(engine())) == {"ns#founded", "ns#hasMember", "ns#remark"}


# What a thing is called


def test_a_thing_is_called_by_its_preferred_name_in_the_language_or_in_the_other(names: Names) -> None:
    assert names.label(node("qutac")) == "Quantum Technology and Application Consortium"
    assert names.label(node("qutac"), "zh") == "量子技术与应用联盟"
    assert names.label(node("quic"), "zh") == "European Quantum Industry Consortium"
    assert names.label(node("Mixed-Case"), "en") == "第三个联盟"
    assert names.label(ox.NamedNode("https://w3id.org/qontology/ns#Alliance"), "zh") == "联盟"


def test_in_both_languages_both_names_stand_where_there_are_both(names: Names) -> None:
    both = "Quantum Technology and Application Consortium / 量子技术与应用联盟"
    assert names.label(node("qutac"), "both") == both
    assert names.label(node("quic"), "both") == "European Quantum Industry Consortium"
    assert names.label(node("Mixed-Case"), "both") == "第三个联盟"


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_a_name_of_no_language_stands_for_all_and_without_a_name_the_iri_does(names: Names, language) -> None:
    assert names.label(ox.NamedNode("https://w3id.org/qontology/id/organization/basf"), language) == "BASF"
    assert names.label(node("unknown"), language) == "alliance:unknown"


def test_the_short_name_is_the_shortest_in_the_language_that_is_not_hidden(names: Names) -> None:
    assert names.short(node("qutac")) == "QUTAC"
    assert names.short(node("qutac"), "zh") == "量子技术与应用联盟"
    assert names.short(node("qutac"), "both") == "QUTAC"
    assert names.short(node("quic"), "zh") == "European Quantum Industry Consortium"
    assert names.short(node("unknown")) == "alliance:unknown"


@pytest.mark.parametrize(
    ("one", "other"), [("b", "aaaa"), ("量", "zzz"), ("zzz", "量子"), ("bc", "cb")], ids=lambda name: name
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shortest_name_takes_the_fewest_columns_and_is_the_first_of_those(one, other, language) -> None:
    made = Names(engine(f'alliance:a skos:prefLabel "{other}"@{language} ; skos:altLabel "{one}"@{language} .'))
    assert made.short(node("a"), language) == one


# What a search finds


def test_equal_names_come_first_then_those_that_begin_so_then_the_others_shorter_ones_first() -> None:
    found = Names(
        engine("""
        alliance:a skos:prefLabel "not so big at all"@en . alliance:d skos:prefLabel "is big"@en .
        alliance:b skos:prefLabel "big in all ways"@en . alliance:c skos:prefLabel "bigger"@en .
        alliance:e skos:prefLabel "   BIG   "@en . alliance:f skos:prefLabel "small"@en .
        """)
    ).search("big")
    assert found == [
        Hit(node("e"), "   BIG   "),
        Hit(node("c"), "bigger"),
        Hit(node("b"), "big in all ways"),
        Hit(node("d"), "is big"),
        Hit(node("a"), "not so big at all"),
    ]


def test_things_of_names_of_one_length_come_in_the_order_of_their_iris() -> None:
    found = Names(engine('alliance:b skos:prefLabel "big a"@en . alliance:a skos:prefLabel "big b"@en .')).search("big")
    assert found == [Hit(node("a"), "big b"), Hit(node("b"), "big a")]


def test_a_thing_is_found_once_by_the_name_that_fits_best() -> None:
    found = Names(
        engine("""
        alliance:a skos:prefLabel "a big name"@en ; skos:altLabel "big names"@en , "big"@en , "big one"@en .
        alliance:b skos:prefLabel "zz big"@en ; skos:altLabel "big longer name"@en , "big name"@en .
        """)
    ).search(" BIG ")
    assert found == [Hit(node("a"), "big"), Hit(node("b"), "big name")]


@pytest.mark.parametrize(
    ("first", "second"), [("big a", "Big b"), ("BIG A", "big a"), ("Big A", "big a"), ("BIG A", "Big A")]
)
def test_of_two_names_that_fit_as_well_the_first_in_the_order_of_names_is_shown(first: str, second: str) -> None:
    for names in (f'"{first}"@en , "{second}"@en', f'"{second}"@zh , "{first}"@en', f'"{second}"@en , "{first}"@zh'):
        assert Names(engine(f"alliance:a skos:altLabel {names} .")).search("big") == [Hit(node("a"), first)]


def test_a_search_that_finds_nothing_is_empty(names: Names) -> None:
    assert names.search("xyzzy") == []
    assert names.search("nameless") == []
