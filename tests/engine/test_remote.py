"""The engine behind an address: what a right answer gives, and that a wrong one is never taken for a right one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from qontology.engine import connect, transport
from qontology.errors import InputError, NetworkError

ALL = "SELECT ?x { ?x ?p ?o }"
XSD = "http://www.w3.org/2001/XMLSchema#"
TURTLE = "text/turtle"

Endpoint = Any
Failure = Any
"""The fixtures of conftest.py."""


def results(*terms: dict[str, str], variable: str = "x") -> str:
    rows = [{variable: term} for term in terms]
    return json.dumps({"head": {"vars": [variable]}, "results": {"bindings": rows}}, ensure_ascii=False)


class TestRequest:
    def test_is_a_form_sent_by_post_that_asks_for_one_format_only(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url).select("SELECT ?x { ?x ?p '量子 & +' }")
        (request,) = endpoint.requests
        assert request.form == {"query": ["SELECT ?x { ?x ?p '量子 & +' }"]}
        assert request.headers["content-type"] == "application/x-www-form-urlencoded"
        assert request.headers["accept"].startswith("application/sparql-results+json")
        assert "*/*" not in request.headers["accept"]

    def test_of_a_graph_asks_for_turtle(self, endpoint: Endpoint) -> None:
        endpoint.says("", TURTLE)
        assert connect(endpoint.url).construct("CONSTRUCT WHERE { ?s ?p ?o }") == []
        assert "text/turtle" in endpoint.requests[0].headers["accept"]

    @pytest.mark.parametrize("update", ["INSERT DATA { <http://a/a> <http://a/b> 1 }", "DROP ALL", "nonsense"])
    def test_never_carries_an_update(self, endpoint: Endpoint, failure: Failure, update: str) -> None:
        endpoint.says("no query", "text/plain", status=400)
        failure(query=update)
        assert endpoint.requests[0].form == {"query": [update]}

    def test_is_not_sent_for_a_query_with_service(self, endpoint: Endpoint) -> None:
        with pytest.raises(InputError, match="SERVICE"):
            connect(endpoint.url).select("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
        assert endpoint.requests == []

    def test_keeps_what_the_address_asks_for(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url + "?default-graph-uri=urn%3Aa#fragment").select(ALL)
        assert endpoint.requests[0].path == "/sparql?default-graph-uri=urn%3Aa"

    def test_names_the_graphs_that_are_asked(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url, graphs=["urn:a", "http://example.org/图"]).select(ALL)
        assert endpoint.requests[0].form["default-graph-uri"] == ["urn:a", "http://example.org/图"]

    def test_is_not_made_for_a_graph_without_an_iri(self, endpoint: Endpoint) -> None:
        with pytest.raises(InputError, match="the graph my graph is not named by an IRI; write it in full"):
            connect(endpoint.url, graphs=["my graph"])


class TestAnswer:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ({"type": "uri", "value": "http://example.org/a"}, NamedNode("http://example.org/a")),
            ({"type": "literal", "value": "量子"}, Literal("量子")),
            ({"type": "literal", "value": "a", "xml:lang": "en"}, Literal("a", language="en")),
            ({"type": "literal", "value": "a", "xml:lang": "zh-Hans"}, Literal("a", language="zh-hans")),
            ({"type": "literal", "value": "a", "xml:lang": ""}, Literal("a")),
            (
                {"type": "literal", "value": "7", "datatype": XSD + "integer"},
                Literal("7", datatype=NamedNode(XSD + "integer")),
            ),
            (
                {"type": "typed-literal", "value": "7", "datatype": XSD + "integer"},
                Literal("7", datatype=NamedNode(XSD + "integer")),
            ),
            ({"type": "typed-literal", "value": "1", "datatype": XSD + "boolean"}, Literal(True)),
            ({"type": "typed-literal", "value": "0", "datatype": XSD + "boolean"}, Literal(False)),
        ],
        ids=lambda value: value["type"] + " " + value["value"] if isinstance(value, dict) else "",
    )
    def test_has_terms(self, endpoint: Endpoint, written: dict[str, str], meant: object) -> None:
        endpoint.says(results(written))
        assert connect(endpoint.url).select(ALL) == (("x",), [(meant,)])

    def test_tells_blank_nodes_apart_whatever_the_server_calls_them(self, endpoint: Endpoint) -> None:
        names = ["nodeID://b10000", "nodeID://b10001", "b0", "_:b 0"]
        endpoint.says(results(*({"type": "bnode", "value": name} for name in names * 2)))
        found = [row[0] for row in connect(endpoint.url).select(ALL).rows]
        assert all(isinstance(node, BlankNode) for node in found)
        assert len(set(found)) == len(names)
        assert found[:4] == found[4:]

    def test_has_none_for_unbound(self, endpoint: Endpoint) -> None:
        endpoint.says('{"head": {"vars": ["x", "y"]}, "results": {"bindings": [{}]}}')
        assert connect(endpoint.url).select("SELECT ?x ?y { ?x ?p ?y }").rows == [(None, None)]

    @pytest.mark.parametrize("value", [True, False])
    def test_of_ask_is_a_boolean(self, endpoint: Endpoint, value: bool) -> None:
        endpoint.says(json.dumps({"head": {}, "boolean": value}))
        assert connect(endpoint.url).ask("ASK { ?s ?p ?o }") is value

    def test_of_construct_is_a_list_of_triples(self, endpoint: Endpoint) -> None:
        endpoint.says('<http://a/s> <http://a/p> "量子"@zh .', TURTLE)
        triple = Triple(NamedNode("http://a/s"), NamedNode("http://a/p"), Literal("量子", language="zh"))
        assert connect(endpoint.url).construct("CONSTRUCT WHERE { ?s ?p ?o }") == [triple]

    @pytest.mark.parametrize("kind", ["application/json", "application/sparql-results+json; charset=utf-8"])
    def test_may_come_under_the_other_names_of_its_type(self, endpoint: Endpoint, kind: str) -> None:
        endpoint.says(results(), kind)
        assert connect(endpoint.url).select(ALL).rows == []

    def test_may_come_in_chunks(self, endpoint: Endpoint) -> None:
        body = results({"type": "uri", "value": "http://example.org/a"}).encode()
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:]))
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nTransfer-Encoding: chunked\r\n\r\n",
            chunks + b"0\r\n\r\n",
        )
        assert len(connect(endpoint.url).select(ALL).rows) == 1


WHOLE = results(*({"type": "literal", "value": str(number)} for number in range(3)))


class TestAnswerThatIsNone:
    """With status 200, which is the dangerous kind."""

    @pytest.mark.parametrize(
        "body",
        [
            "",
            WHOLE[:-1],
            WHOLE[: len(WHOLE) // 2],
            WHOLE[:-3] + "The SPARQL operation has been cancelled",
            WHOLE + "The SPARQL operation has been cancelled",
            '{"head": {"vars": ["x"]}}',
            '{"head": {"vars": ["x"]}, "results": {}}',
            '{"head": {"vars": ["x"]}, "results": {"bindings": {}}}',
            '{"head": {"vars": ["x"]}, "results": {"bindings": ["x"]}}',
            '{"head": {"vars": "x"}, "results": {"bindings": []}}',
            '{"head": {"vars": [1]}, "results": {"bindings": []}}',
            '{"head": {}, "results": {"bindings": []}}',
            '{"head": {}, "boolean": true}',
            results({"type": "triple", "value": "a"}),
            results({"type": "uri", "value": "not an IRI"}),
            results({"type": "literal", "value": 5}),  # type: ignore[dict-item]
            results({"type": "literal"}),
            results({"value": "a"}),
            results({"type": "literal", "value": "a", "xml:lang": "no language"}),
            "[" * 100_000,
            "null",
            '{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "bnode", "value": "\\ud800"}}]}}',
        ],
    )
    def test_of_select(self, endpoint: Endpoint, failure: Failure, body: str) -> None:
        endpoint.says(body)
        error = failure()
        assert isinstance(error, NetworkError)
        assert "cannot be trusted: it is cut off or not SPARQL results in JSON; check" in error.say("en")
        assert "不可信：内容被截断，或不是 JSON 格式的 SPARQL 结果；请" in error.say("zh")

    @pytest.mark.parametrize(
        "body", ["", "{}", "true", '{"boolean": "true"}', '{"boolean": 1}', '{"boolean": tr', WHOLE]
    )
    def test_of_ask(self, endpoint: Endpoint, failure: Failure, body: str) -> None:
        endpoint.says(body)
        assert "cut off or not SPARQL results" in str(failure(method="ask", query="ASK {}"))

    @pytest.mark.parametrize(
        "body",
        [
            "<http://a/s> <http://a/p> ",
            "<http://a/s> <http://a/p> 1 .\nThe SPARQL operation has been cancelled",
            "<s> <p> <o> .",
            "<http://a/s> <http://a/p> " + "<<( <http://a/s> <http://a/p> " * 2000 + "1" + " )>>" * 2000 + " .",
        ],
    )
    def test_of_construct(self, endpoint: Endpoint, failure: Failure, body: str) -> None:
        endpoint.says(body, TURTLE)
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "cut off or not Turtle" in str(error) or "triple terms" in str(error)

    def test_is_a_page_in_html(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("<html>Log in</html>", "text/html; charset=utf-8")
        error = failure()
        assert "it came as text/html" in error.say("en")
        assert "返回类型为 text/html" in error.say("zh")

    def test_is_an_answer_of_another_form(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("<http://a/s> <http://a/p> 1 .", TURTLE)
        assert "it came as text/turtle" in str(failure())

    def test_is_shorter_than_announced(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n",
            b"<http://a/s> <http://a/p> 1 .\n",
        )
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer" in error.say("en")
        assert "应答中断" in error.say("zh")

    def test_is_a_graph_whose_end_nothing_marks(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(b"HTTP/1.0 200 OK\r\nContent-Type: text/turtle\r\n\r\n", b"<http://a/s> <http://a/p> 1 .\n")
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "nothing marks its end" in str(error)

    def test_ends_before_the_last_chunk(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1e\r\n<http://a/s> <http://a/p> 1 .\n\r\n",
        )
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer" in str(error)

    def test_is_reset_in_the_middle(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n",
            b"<http://a/s> ",
            pause=0.05,
            reset=True,
        )
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer: " in str(error)
        assert "reset" in str(error)

    def test_is_not_http(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(b"220 mail.example.org \x1b[31m ESMTP\r\n")
        assert "broke off its answer" in str(failure())

    def test_is_nothing(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends()
        assert "broke off its answer" in str(failure())

    def test_is_too_large(self, endpoint: Endpoint, failure: Failure, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(transport, "MOST_BYTES", 1000)
        endpoint.says(results(*[{"type": "literal", "value": "a"}] * 100))
        error = failure()
        assert "larger than 256 MiB" in error.say("en")
        assert "超过 256 MiB" in error.say("zh")


class TestRowsThatAreMissing:
    """Virtuoso says in a header that it stopped; nothing in the body shows it."""

    @pytest.mark.parametrize("limit", ["3", "2", "many", "-1", "", "9" * 5000])
    def test_are_an_error_where_the_limit_is_reached_or_unknown(
        self, endpoint: Endpoint, failure: Failure, limit: str
    ) -> None:
        endpoint.says(WHOLE, X_SPARQL_MaxRows=limit)
        error = failure()
        assert "the server gives" in error.say("en")
        assert "服务器最多返回" in error.say("zh")

    def test_are_none_where_there_are_fewer_than_the_limit(self, endpoint: Endpoint) -> None:
        endpoint.says(WHOLE, X_SPARQL_MaxRows="4")
        assert len(connect(endpoint.url).select(ALL).rows) == 3

    def test_are_an_error_where_the_time_was_up(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says(results(), X_SQL_State="S1TAT", X_SQL_Message="RC...: Returning incomplete results")
        error = failure()
        assert "the server stopped early (S1TAT)" in error.say("en")
        assert "服务器提前中止（S1TAT）" in error.say("zh")

    def test_are_an_error_for_triples_too(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("<http://a/s> <http://a/p> 1, 2 .", TURTLE, X_SPARQL_MaxRows="2")
        error = failure(method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "the server gives 2 rows at most" in str(error)
