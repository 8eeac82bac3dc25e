"""What a file may need that it does not hold: a base, contexts of JSON-LD, entities of XML."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from qontology.errors import InputError
from qontology.reading import Source
from qontology.reading.surroundings import Surroundings, surroundings

BASE = Surroundings("http://example.org/crate/")
TRIPLE = "<http://example.org/crate/a> <http://example.org/p> <http://example.org/crate/b>"
ADDRESS = "https://w3id.org/ro/crate/1.1/context"
CRATE = f'{{"@context": ["{ADDRESS}", {{"q": "http://example.org/q"}}],\n "@id": "urn:a", "name": "A", "q": "B"}}'
XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="&e;"><e:C rdf:about="&e;a"/></rdf:RDF>'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", "<a> <http://example.org/p> <b> ."),
        ("a.rdf", XML.replace("<e:C", '<rdf:Description e:p=""').replace("&e;", "http://example.org/")),
        ("a.jsonld", '{"@id": "a", "http://example.org/p": {"@id": "b"}}'),
    ],
)
def test_relative_iris_are_resolved_against_the_base_and_their_places_are_known(name: str, text: str, tmp_path) -> None:
    text = text.replace(
        'e:p="" rdf:about="http://example.org/a"/', 'rdf:about="a"><e:p rdf:resource="b"/></rdf:Description'
    )
    (tmp_path / name).write_text(text, encoding="utf-8")
    source = Source(str(tmp_path / name), around=BASE)
    (quad,) = source.quads()
    assert str(quad.triple) == TRIPLE
    place = source.positions.find(quad.subject)
    assert place is not None and place.line == 1


def test_a_copy_of_a_context_stands_for_its_address(tmp_path: Path) -> None:
    copy = tmp_path / "context.json"
    copy.write_text('{"@context": {"name": "http://schema.org/name"}}', encoding="utf-8")
    around = surroundings(None, [f"{ADDRESS}={copy}"])
    crate = tmp_path / "crate.jsonld"
    crate.write_text(CRATE, encoding="utf-8")
    assert {quad.predicate.value for quad in Source(str(crate), around=around).quads()} == {
        "http://schema.org/name",
        "http://example.org/q",
    }
    with pytest.raises(InputError, match=r"--context IRI=FILE"):
        list(Source(str(crate)).quads())


@pytest.mark.parametrize(
    "context",
    [
        f'"{ADDRESS}"',
        f'[{{"q": "http://example.org/q"}}, "{ADDRESS}"]',
        f'[\n"{ADDRESS}" , {{"q": "http://example.org/q"}}]',
        f'[{{"x": {{"@id": "http://example.org/x", "@context": "{ADDRESS}"}}}}, null, "{ADDRESS}"]',
        f'{{"@version": 1.1, "@import": "{ADDRESS}", "q": "http://example.org/q"}}',
        f'[{{"q": "http://example.org/q"}}, {{"@import": "{ADDRESS}"}}]',
        '"' + ADDRESS.replace("/", "\\/") + '"',
        '"' + ADDRESS.replace("o", "\\u006f") + '"',
    ],
)
@pytest.mark.parametrize(
    "form", ['{"@context": %s, %s}', '{%.0s%s, "@context": %s}', '{"@graph": [{"@context": %s, %s}]}']
)
def test_a_copy_stands_for_its_address_wherever_a_context_stands(form: str, context: str) -> None:
    around = Surroundings(contexts=((ADDRESS, b'{"name": "http://schema.org/name"}'),))
    rest = '"@id": "urn:a", "name": "A"'
    text = form % ((context, rest) if form.count("%") == 2 else ("", rest, context))
    quads = parse(around.with_contexts(text.encode()), RdfFormat.JSON_LD)
    assert [quad.predicate.value for quad in quads] == ["http://schema.org/name"]


def test_what_a_context_says_itself_comes_before_what_it_imports() -> None:
    around = Surroundings(contexts=((ADDRESS, b'{"name": "urn:other", "q": "urn:q"}'),))
    own = '{"@context": {"@version": 1.1, "name": "urn:name", %s}, "@id": "urn:a", "name": "A", "q": "B"}'
    for rest in (f'"@import": "{ADDRESS}"', f'"@import": "{ADDRESS}", "q": "urn:q"'):
        quads = parse(around.with_contexts((own % rest).encode()), RdfFormat.JSON_LD)
        assert {quad.predicate.value for quad in quads} == {"urn:name", "urn:q"}


@pytest.mark.parametrize(
    "text",
    [
        f'{{"@context": {{"a": "{ADDRESS}"}}}}',
        f'{{"a": "\\"@context\\": {ADDRESS}", "b\\"@context": "{ADDRESS}"}}',
        f'{{"@context": null, "a": "{ADDRESS}", "b": ["{ADDRESS}"]}}',
        f'{{"@context": {{"@id": "@import", "a": "{ADDRESS}"}}, "@import": "{ADDRESS}"}}',
        f'{{"@context": [["{ADDRESS}"]]}}',
        f'{{"@context" "{ADDRESS}"}}',
        '{"@context": ]',
        '{"@context": "\\u00"}',
    ],
)
def test_nothing_else_is_touched(text: str) -> None:
    assert Surroundings(contexts=((ADDRESS, b"{}"),)).with_contexts(text.encode()) == text.encode()


@pytest.mark.parametrize(
    ("base", "contexts", "said"),
    [
        ("crate/", [], "the base crate/ is not an absolute IRI"),
        (None, ["context.json"], "does not name a context and its file"),
        (None, ["c=FILE"], "the address of the context c is not an absolute IRI"),
        (None, [f"{ADDRESS}=FILE"], "holds no @context"),
        (None, [f"{ADDRESS}=missing.json"], "missing.json: cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told(base: str | None, contexts: list[str], said: str, tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        surroundings(base, [one.replace("FILE", str(file)) for one in contexts])


def test_entities_that_stand_for_a_namespace_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.rdf"
    file.write_text('<!DOCTYPE rdf:RDF [ <!ENTITY e "http://example.org/"> ]>' + XML, encoding="utf-8")
    (quad,) = Source(str(file)).quads()
    assert quad.subject.value == "http://example.org/a"


@pytest.mark.parametrize(
    "declared",
    ['"' + "a" * 2000 + '"', 'SYSTEM "b.dtd"', '"&#60;&f;"'],
    ids=["long", "external", "of another"],
)
def test_entities_that_could_grow_or_lie_elsewhere_are_refused(declared: str, tmp_path: Path) -> None:
    file = tmp_path / "a.rdf"
    file.write_text(f'<!DOCTYPE rdf:RDF [ <!ENTITY f "x"> <!ENTITY e {declared}> ]>{XML}', encoding="utf-8")
    with pytest.raises(InputError, match="the entity e") as refused:
        list(Source(str(file)).quads())
    assert refused.value.line == 1
