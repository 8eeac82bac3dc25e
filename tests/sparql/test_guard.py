"""What no engine is asked: SERVICE in any disguise, and what would exhaust the stack."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import pytest
from pyoxigraph import Store

from qontology.engine import Embedded
from qontology.errors import InputError
from qontology.sparql.guard import MOST_NESTED, MOST_TOKENS, check


class Listener(Protocol):
    url: str
    visits: int


PROLOGUE = "BASE <http://example.org/> PREFIX ex: <{url}> PREFIX : <{url}> "

DISGUISES = {
    "as it is": "SELECT * { SERVICE <{url}> { ?s ?p ?o } }",
    "in small letters": "SELECT * { service <{url}> { ?s ?p ?o } }",
    "in mixed letters": "SELECT * { SerVice <{url}> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <{url}> { ?s ?p ?o } }",
    "by a prefixed name": "SELECT * { SERVICE ex:sparql { ?s ?p ?o } }",
    "by a variable": "SELECT * { VALUES ?at { <{url}> } SERVICE ?at { ?s ?p ?o } }",
    "after a comment": "SELECT * { # SERVICE is not here\n SERVICE <{url}> { ?s ?p ?o } }",
    "after a comment that a carriage return ends": "SELECT * { # nothing\r SERVICE <{url}> { ?s ?p ?o } }",
    "with comments inside": "SELECT * { SERVICE # a\n <{url}> # b\n { ?s ?p ?o } }",
    "in FILTER EXISTS": "SELECT * { VALUES ?x { 1 } FILTER EXISTS { SERVICE <{url}> { ?s ?p ?o } } }",
    "in FILTER NOT EXISTS": "SELECT * { VALUES ?x { 1 } FILTER NOT EXISTS { SERVICE <{url}> { ?s ?p ?o } } }",
    "in a subquery": "SELECT * { { SELECT * { SERVICE <{url}> { ?s ?p ?o } } } }",
    "in OPTIONAL": "SELECT * { OPTIONAL { SERVICE <{url}> { ?s ?p ?o } } }",
    "in ASK": "ASK { SERVICE <{url}> { ?s ?p ?o } }",
    "glued to SILENT": "SELECT * { SERVICESILENT<{url}>{?s ?p ?o} }",
    "glued to a prefixed name": "SELECT * { SERVICEex:sparql{?s ?p ?o} }",
    "glued to a name of the empty prefix": "SELECT * { SERVICE:sparql{?s ?p ?o} }",
    "glued to SILENT and a name": "SELECT * { SERVICESILENTex:sparql{?s ?p ?o} }",
    "glued to a number": "SELECT * { ?s ?p 1.e1SERVICE<{url}>{?s ?p ?o} }",
    "glued to a boolean and a dot": "SELECT * { ?s ?p true.SERVICEex:sparql{?s ?p ?o} }",
    "glued to a name with two dots": "SELECT * { ?s ?p ex:1.1.SERVICE<{url}>{?s ?p ?o} }",
    "behind GRAPH that is part of a blank node": "SELECT * { ?s ?p _:a.b.GRAPH#'''\nSERVICEex:sparql{} }",
    "behind VALUES that is part of a blank node": "SELECT * { ?s ?p _:a.b.VALUES{SERVICE<{url}>{?s ?p ?o}} }",
    "behind VALUES that is part of a name": "SELECT * { ?s ?p ex:a\u00b7VALUES{SERVICE<{url}>{?s ?p ?o}} }",
    "behind an escaped quote in a name": r"SELECT * { OPTIONAL{?s ex:a\''' .} SERVICE <{url}> {?s ?p ?o} #'''" + "\n}",
    "behind an escaped line break in a comment": 'SELECT * { #\\u000A"""\n SERVICE <{url}> {?s ?p ?o} #"""\n}',
    "behind an escape in an IRI": r"SELECT * { OPTIONAL{<http://x/\u0041#> ?p ?o} SERVICE <{url}> {?s ?p ?o} }",
    "behind a relative IRI": "SELECT * { OPTIONAL{<a#> ?p ?o} SERVICE <{url}> {?s ?p ?o} }",
    "behind strings that are not closed": 'SELECT * { VALUES ?x { """a" } SERVICE <{url}> {?s ?p ?o} }',
    "behind a comparison like an IRI": 'SELECT * { {FILTER(1<2)#>"""\n SERVICE <{url}> {?s ?p ?o} #"""\n} }',
    "behind a comparison of EXISTS": 'SELECT * { {FILTER(EXISTS{}<1)#>"""\n SERVICE <{url}> {?s ?p ?o} #"""\n} }',
    "with an escaped letter": r"SELECT * { \u0053ERVICE <{url}> { ?s ?p ?o } }",
    "with a long escaped letter": r"SELECT * { \U00000053ERVICE <{url}> { ?s ?p ?o } }",
}

MENTIONS = {
    "a variable": "SELECT ?service ?name { ?service ?name ?o }",
    "a variable with a dollar": "SELECT $service { $service ?p ?o }",
    "a variable before a group": "SELECT * { ?s ?p ?service { ?a ?b ?c } }",
    "a string": "SELECT * { ?s ?p 'SERVICE <http://example.org/> { ?s ?p ?o }' }",
    "a long string": 'SELECT * { ?s ?p """a "quoted" SERVICE <x> {""" }',
    "a string with escaped quotes": r"SELECT * { ?s ?p 'a \' SERVICE <x> { \' b' }",
    "a comment": "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/> { ?s ?p ?o }",
    "a comment in the middle": "SELECT * { # SERVICE <http://example.org/> {\n ?s ?p ?o }",
    "an IRI": "SELECT * { <http://example.org/SERVICE> ?p <urn:SERVICE:a#SERVICE> }",
    "an IRI in brackets": "SELECT * { ?s ?p ?o FILTER(?o != <urn:example#SERVICE>) }",
    "an IRI in a list": "SELECT * { (1 <http://example.org/(a)#SERVICE>) ?p ?o }",
    "an IRI with an escape": r"SELECT * { <http://example.org/\u0041/SERVICE> ?p ?o }",
    "a prefixed name": "PREFIX ex: <http://example.org/> SELECT * { ?s ex:SERVICE ex:customer.service }",
    "a prefixed name before a group": "PREFIX ex: <http://example.org/> SELECT * { ?s ?p ex:service { ?a ?b ?c } }",
    "a prefix": "PREFIX services: <http://example.org/> SELECT * { ?s services:a ?o }",
    "data": "SELECT * { VALUES (?a ?b) { ('SERVICE' <urn:example#service>) (UNDEF <urn:example#b>) } }",
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_service_is_refused_in_every_disguise_and_nobody_is_asked(disguise: str, canary: Listener) -> None:
    query = (PROLOGUE + DISGUISES[disguise]).replace("{url}", canary.url)
    engine, before = Embedded(), canary.visits
    with pytest.raises(InputError, match=r"remote service \(SERVICE\)|two ways"):
        engine.ask(query) if disguise == "in ASK" else engine.select(query)
    assert canary.visits == before


@pytest.mark.parametrize("disguise", ["as it is", "glued to a prefixed name", "behind a comparison like an IRI"])
def test_without_the_guard_the_canary_is_asked(disguise: str, canary: Listener) -> None:
    before = canary.visits
    with pytest.raises(OSError):
        list(Store().query((PROLOGUE + DISGUISES[disguise]).replace("{url}", canary.url)))  # type: ignore[arg-type]
    assert canary.visits > before


@pytest.mark.parametrize("mention", MENTIONS)
def test_the_word_service_is_allowed_where_it_is_no_keyword(mention: str) -> None:
    Embedded().select(MENTIONS[mention])


def test_a_prefix_with_the_word_before_a_group_is_taken_for_the_keyword() -> None:
    with pytest.raises(InputError, match="SERVICE"):
        check("PREFIX services: <http://example.org/> SELECT * { GRAPH services:a { ?s ?p ?o } }")


def test_the_refusal_of_service_is_said_in_both_languages() -> None:
    with pytest.raises(InputError) as refused:
        check("ASK { SERVICE <http://example.org/> { } }")
    assert refused.value.say("en").startswith("the query asks a remote service (SERVICE); load the data")
    assert refused.value.say("zh").startswith("查询调用了远程服务（SERVICE）；请先")


@pytest.mark.parametrize("filtered", ["?o<?b&&?c>?d", "?o<5", "?o<=5||?o>=7"])
def test_a_comparison_needs_no_blanks(filtered: str) -> None:
    check(f"SELECT * {{ ?s ?p ?o FILTER({filtered}) }}")


def test_a_comparison_that_could_hide_text_as_an_iri_is_refused_with_its_words() -> None:
    with pytest.raises(InputError, match=r"two ways here: <\?b\)#>; put a blank after <"):
        check("SELECT * { ?service ?p ?a FILTER(?a<?b)#>\n }")
    check("SELECT * { ?service ?p ?a FILTER(?a < ?b)#>\n }")


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate"):
        check("ASK { ?s ?p '\ud800' }")


def test_an_escape_beyond_unicode_is_left_to_the_engine() -> None:
    check(r"ASK { ?s ?p '\UFFFFFFFF' }")


Bomb = Callable[[int], str]

NESTED: dict[str, Bomb] = {
    "parentheses": lambda n: "SELECT * { FILTER " + "(" * n + "1" + ")" * n + " }",
    "groups": lambda n: "SELECT * " + "{" * n + "}" * n,
    "functions": lambda n: "SELECT * { FILTER " + "ABS(" * n + "1" + ")" * n + " }",
    "EXISTS": lambda n: "SELECT * { " + "FILTER EXISTS {" * n + "}" * n + " }",
    "lists": lambda n: "SELECT * { " + "(" * n + "1" + ")" * n + " ?p ?o }",
    "paths": lambda n: "SELECT * { ?s " + "(" * n + "<http://example.org/p>" + ")*" * n + " ?o }",
    "triple terms": lambda n: "SELECT * { BIND(" + "<<( <a:s> <a:p> " * n + "1" + ")>> " * n + " AS ?t) }",
}
CHAINED: dict[str, Bomb] = {
    "alternatives of a path": lambda n: "SELECT * { ?s " + "|".join(["<http://example.org/p>"] * (n // 2)) + " ?o }",
    "OR": lambda n: "SELECT * { FILTER(" + "||".join(["1"] * (n // 3)) + ") }",
    "AND": lambda n: "SELECT * { FILTER(" + "&&".join(["1"] * (n // 3)) + ") }",
    "sums": lambda n: "SELECT * { FILTER(" + "+".join(["1"] * (n // 2)) + ") }",
    "NOT": lambda n: "SELECT * { FILTER(" + "!" * n + "1) }",
    "MINUS": lambda n: "SELECT * { " + "MINUS{}" * (n // 3) + " }",
    "BIND": lambda n: "SELECT * { " + "".join(f"BIND(1 AS ?x{i})" for i in range(n // 6)) + " }",
    "OPTIONAL": lambda n: "SELECT * { " + "OPTIONAL{?s ?p ?o}" * (n // 6) + " }",
}
"""Queries of about as many tokens."""
SURROUNDINGS = 20


@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting_is_refused_and_just_below_the_limit_answered(kind: str, survives: Callable[..., bool]) -> None:
    with pytest.raises(InputError, match="nests its brackets more than 100 deep"):
        check(NESTED[kind](MOST_NESTED + 1))
    assert survives(NESTED[kind](MOST_NESTED - 2))


@pytest.mark.parametrize("kind", CHAINED)
def test_long_chains_are_refused_and_just_below_the_limit_answered(kind: str, survives: Callable[..., bool]) -> None:
    with pytest.raises(InputError, match="more than 4000 tokens"):
        check(CHAINED[kind](MOST_TOKENS + SURROUNDINGS))
    assert survives(CHAINED[kind](MOST_TOKENS - SURROUNDINGS))


@pytest.mark.parametrize("bomb", [NESTED["groups"](10_000), CHAINED["OR"](60_000)], ids=["groups", "OR"])
def test_without_the_guard_such_queries_end_the_process(bomb: str, survives: Callable[..., bool]) -> None:
    assert not survives(bomb, guarded=False)


def test_a_chain_cannot_hide_in_a_comparison_that_looks_like_an_iri() -> None:
    with pytest.raises(InputError, match="more than 4000 tokens"):
        check("SELECT * { FILTER(1<1" + "&&1" * MOST_TOKENS + ">0) }")


def test_brackets_in_strings_comments_and_names_do_not_count() -> None:
    brackets = "(" * (MOST_NESTED + 1)
    name = "ex:" + r"\(" * (MOST_NESTED + 1)
    check(f"PREFIX ex: <http://example.org/> ASK {{ ?s ?p '{brackets}', {name} }} # {brackets}")


def test_closing_brackets_in_names_do_not_make_nesting_shallower() -> None:
    with pytest.raises(InputError, match="nests"):
        check("ASK { FILTER(" + r"ex:\)(" * (MOST_NESTED + 1))


def test_the_data_of_values_may_be_long() -> None:
    rows = "(<http://example.org/a> 'a')" * MOST_TOKENS
    assert len(Embedded().select(f"SELECT * {{ VALUES (?a ?b) {{ {rows} }} }}").rows) == MOST_TOKENS


def test_the_allowance_for_data_ends_with_the_data() -> None:
    with pytest.raises(InputError, match="tokens"):
        check("SELECT * { VALUES ?x { 1 } " + "{}" * MOST_TOKENS + " }")


@pytest.mark.parametrize("name", ["_:a.b.VALUES", "ex:a\u00b7VALUES", "?VALUES", "ex:VALUES"])
def test_the_allowance_for_data_is_not_for_a_name_that_ends_like_the_keyword(name: str) -> None:
    with pytest.raises(InputError, match="tokens"):
        check(f"SELECT * {{ ?s ?p {name} {{" + "{}" * MOST_TOKENS)


LONG_ENOUGH = 200_000
LONG = {
    "data": "SELECT * { VALUES ?x { " + "<http://example.org/a> " * (LONG_ENOUGH // 23) + "} }",
    "a string": "ASK { ?s ?p '" + "x" * LONG_ENOUGH + "' }",
    "a string that is not closed": "ASK { ?s ?p '''" + "x" * LONG_ENOUGH,
    "a comment": "#" * LONG_ENOUGH,
    "blanks": " " * LONG_ENOUGH,
    "a word": "a" * LONG_ENOUGH,
    "almost prefixes": "VALUES { " + "a." * (LONG_ENOUGH // 2),
    "almost IRIs": "VALUES { " + "<a" * (LONG_ENOUGH // 2),
    "almost strings": "VALUES { " + "'\"\n" * (LONG_ENOUGH // 3),
    "escaped long strings": "VALUES { " + '\\"""\n' * (LONG_ENOUGH // 5),
    "almost long strings": "VALUES { " + "'''\"\"\"\\\n" * (LONG_ENOUGH // 8),
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_text_is_read_in_linear_time(kind: str) -> None:
    before = time.process_time()
    check(LONG[kind])
    assert time.process_time() - before < 5, "a quadratic scanner takes minutes"
