"""The engine behind an address: what a right answer gives, and that a wrong one is never taken for a right one."""

from __future__ import annotations

import json
import socket
import threading
import time
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from qontology.engine import connect, transport
from qontology.errors import EngineError, InputError, NetworkError, QontologyError

ALL = "SELECT ?x { ?x ?p ?o }"
XSD = "http://www.w3.org/2001/XMLSchema#"
TURTLE = "text/turtle"

Endpoint = Any
"""The fixture of conftest.py."""


def results(*terms: dict[str, str], variable: str = "x") -> str:
    rows = [{variable: term} for term in terms]
    return json.dumps({"head": {"vars": [variable]}, "results": {"bindings": rows}}, ensure_ascii=False)


def failure(endpoint: Endpoint, *, timeout: float = 5, query: str = ALL, method: str = "select") -> QontologyError:
    """The error that a query meets; no message of it may be in one language only, or longer than a screen."""
    with pytest.raises(QontologyError) as raised:
        getattr(connect(endpoint.url, timeout=timeout), method)(query)
    english, chinese = raised.value.say("en"), raised.value.say("zh")
    assert english != chinese
    assert endpoint.url in english
    assert endpoint.url in chinese
    assert len(english) < 1000
    assert english.isprintable()
    return raised.value


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
    def test_never_carries_an_update(self, endpoint: Endpoint, update: str) -> None:
        endpoint.says("no query", "text/plain", status=400)
        failure(endpoint, query=update)
        assert endpoint.requests[0].form == {"query": [update]}

    def test_is_not_sent_for_a_query_with_service(self, endpoint: Endpoint) -> None:
        with pytest.raises(InputError, match="SERVICE"):
            connect(endpoint.url).select("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
        assert endpoint.requests == []

    def test_keeps_what_the_address_asks_for(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url + "?default-graph-uri=urn%3Aa#fragment").select(ALL)
        assert endpoint.requests[0].path == "/sparql?default-graph-uri=urn%3Aa"


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
        assert connect(endpoint.url).select(ALL).rows == [(None, None)]

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
    def test_of_select(self, endpoint: Endpoint, body: str) -> None:
        endpoint.says(body)
        error = failure(endpoint)
        assert isinstance(error, NetworkError)
        assert "cannot be trusted: it is cut off or not SPARQL results in JSON; check" in error.say("en")
        assert "不可信：内容被截断，或不是 JSON 格式的 SPARQL 结果；请" in error.say("zh")

    @pytest.mark.parametrize(
        "body", ["", "{}", "true", '{"boolean": "true"}', '{"boolean": 1}', '{"boolean": tr', WHOLE]
    )
    def test_of_ask(self, endpoint: Endpoint, body: str) -> None:
        endpoint.says(body)
        assert "cut off or not SPARQL results" in str(failure(endpoint, method="ask", query="ASK {}"))

    @pytest.mark.parametrize(
        "body",
        [
            "<http://a/s> <http://a/p> ",
            "<http://a/s> <http://a/p> 1 .\nThe SPARQL operation has been cancelled",
            "<s> <p> <o> .",
            "<http://a/s> <http://a/p> " + "<<( <http://a/s> <http://a/p> " * 2000 + "1" + " )>>" * 2000 + " .",
        ],
    )
    def test_of_construct(self, endpoint: Endpoint, body: str) -> None:
        endpoint.says(body, TURTLE)
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "cut off or not Turtle" in str(error) or "triple terms" in str(error)

    def test_is_a_page_in_html(self, endpoint: Endpoint) -> None:
        endpoint.says("<html>Log in</html>", "text/html; charset=utf-8")
        error = failure(endpoint)
        assert "it came as text/html" in error.say("en")
        assert "返回类型为 text/html" in error.say("zh")

    def test_is_an_answer_of_another_form(self, endpoint: Endpoint) -> None:
        endpoint.says("<http://a/s> <http://a/p> 1 .", TURTLE)
        assert "it came as text/turtle" in str(failure(endpoint))

    def test_is_shorter_than_announced(self, endpoint: Endpoint) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n",
            b"<http://a/s> <http://a/p> 1 .\n",
        )
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer" in error.say("en")
        assert "应答中断" in error.say("zh")

    def test_is_a_graph_whose_end_nothing_marks(self, endpoint: Endpoint) -> None:
        endpoint.sends(b"HTTP/1.0 200 OK\r\nContent-Type: text/turtle\r\n\r\n", b"<http://a/s> <http://a/p> 1 .\n")
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "nothing marks its end" in str(error)

    def test_ends_before_the_last_chunk(self, endpoint: Endpoint) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1e\r\n<http://a/s> <http://a/p> 1 .\n\r\n",
        )
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer" in str(error)

    def test_is_reset_in_the_middle(self, endpoint: Endpoint) -> None:
        endpoint.sends(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n",
            b"<http://a/s> ",
            pause=0.05,
            reset=True,
        )
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "broke off its answer: " in str(error)
        assert "reset" in str(error)

    def test_is_not_http(self, endpoint: Endpoint) -> None:
        endpoint.sends(b"220 mail.example.org \x1b[31m ESMTP\r\n")
        assert "broke off its answer" in str(failure(endpoint))

    def test_is_nothing(self, endpoint: Endpoint) -> None:
        endpoint.sends()
        assert "broke off its answer" in str(failure(endpoint))

    def test_is_too_large(self, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(transport, "MOST_BYTES", 1000)
        endpoint.says(results(*[{"type": "literal", "value": "a"}] * 100))
        error = failure(endpoint)
        assert "larger than 256 MiB" in error.say("en")
        assert "超过 256 MiB" in error.say("zh")


class TestRowsThatAreMissing:
    """Virtuoso says in a header that it stopped; nothing in the body shows it."""

    @pytest.mark.parametrize("limit", ["3", "2", "many", "-1", "", "9" * 5000])
    def test_are_an_error_where_the_limit_is_reached_or_unknown(self, endpoint: Endpoint, limit: str) -> None:
        endpoint.says(WHOLE, X_SPARQL_MaxRows=limit)
        error = failure(endpoint)
        assert "the server gives" in error.say("en")
        assert "服务器最多返回" in error.say("zh")

    def test_are_none_where_there_are_fewer_than_the_limit(self, endpoint: Endpoint) -> None:
        endpoint.says(WHOLE, X_SPARQL_MaxRows="4")
        assert len(connect(endpoint.url).select(ALL).rows) == 3

    def test_are_an_error_where_the_time_was_up(self, endpoint: Endpoint) -> None:
        endpoint.says(results(), X_SQL_State="S1TAT", X_SQL_Message="RC...: Returning incomplete results")
        error = failure(endpoint)
        assert "the server stopped early (S1TAT)" in error.say("en")
        assert "服务器提前中止（S1TAT）" in error.say("zh")

    def test_are_an_error_for_triples_too(self, endpoint: Endpoint) -> None:
        endpoint.says("<http://a/s> <http://a/p> 1, 2 .", TURTLE, X_SPARQL_MaxRows="2")
        error = failure(endpoint, method="construct", query="CONSTRUCT WHERE { ?s ?p ?o }")
        assert "the server gives 2 rows at most" in str(error)


class TestRefusal:
    @pytest.mark.parametrize(
        ("status", "kind", "remedy"),
        [
            (400, InputError, "mend the query"),
            (401, NetworkError, "give name and password in the address"),
            (403, NetworkError, "ask its operator for access"),
            (404, NetworkError, "check the path"),
            (406, NetworkError, ""),
            (413, NetworkError, "ask for less"),
            (429, NetworkError, "try again later"),
            (500, EngineError, ""),
            (502, NetworkError, "try again later"),
            (503, NetworkError, "try again later"),
            (504, NetworkError, "ask for less"),
            (204, NetworkError, ""),
        ],
    )
    def test_has_the_kind_and_remedy_of_its_status(
        self, endpoint: Endpoint, status: int, kind: type, remedy: str
    ) -> None:
        endpoint.says("", "text/plain", status=status)
        error = failure(endpoint)
        assert type(error) is kind
        assert f": {status} " in error.say("en")
        assert remedy in error.say("en")

    @pytest.mark.parametrize("status", [429, 503])
    @pytest.mark.parametrize(
        ("header", "en", "zh"),
        [
            ("120", "try again after 120 seconds", "请在 120 秒后重试"),
            ("Wed, 21 Oct 2026 07:28:00 GMT", "try again after Wed, 21 Oct 2026 07:28:00 GMT", "GMT 之后重试"),
        ],
    )
    def test_says_when_to_try_again(self, endpoint: Endpoint, status: int, header: str, en: str, zh: str) -> None:
        endpoint.says("", "text/plain", status=status, Retry_After=header)
        error = failure(endpoint)
        assert error.say("en").endswith(en)
        assert error.say("zh").endswith(zh)

    def test_quotes_the_server_in_one_printable_line(self, endpoint: Endpoint) -> None:
        endpoint.says("Virtuoso 37000 Error\n\tat \x1b[31mline 1", "text/plain", status=400)
        assert "Virtuoso 37000 Error at [31mline 1" in str(failure(endpoint))

    def test_quotes_a_page_without_its_tags_and_not_all_of_it(self, endpoint: Endpoint) -> None:
        endpoint.says("<html><h1>Oops</h1>" + "<p>sorry</p>" * 10_000, "text/html", status=500)
        message = str(failure(endpoint))
        assert "500 Internal Server Error: Oops sorry sorry" in message
        assert "<" not in message

    def test_counts_even_if_its_body_does_not_come(self, endpoint: Endpoint) -> None:
        endpoint.sends(b"HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\n", reset=True)
        assert "503 Busy" in str(failure(endpoint))


class TestRedirect:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_is_not_followed_but_shown(self, endpoint: Endpoint, status: int, canary: Any) -> None:
        endpoint.says("", "text/plain", status=status, Location=canary.url)
        address = endpoint.url.replace("http://", "http://ada:secret@")
        with pytest.raises(NetworkError) as raised:
            connect(address).select(ALL)
        assert canary.visits == 0
        assert f"redirects to: {canary.url}" in raised.value.say("en")
        assert f"重定向目标：{canary.url}" in raised.value.say("zh")

    def test_to_a_file_is_not_followed_either(self, endpoint: Endpoint) -> None:
        endpoint.says("", "text/plain", status=302, Location="file:///etc/passwd")
        assert "redirects to: file:///etc/passwd" in str(failure(endpoint))


class TestTime:
    """All of these servers are patient: each sends something well within the timeout, again and again."""

    DRIPS = {
        "body": [b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n", *[b" "] * 50],
        "announced body": [
            b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nContent-Length: 99\r\n\r\n",
            *[b" "] * 50,
        ],
        "headers": [b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n"] * 50],
        "status": [b"H", *[b"T"] * 50],
        "refusal": [b"HTTP/1.1 503 Busy\r\n", *[b"X-A: b\r\n"] * 50],
    }

    @pytest.mark.parametrize("drip", DRIPS)
    def test_is_bounded_as_a_whole(self, endpoint: Endpoint, drip: str) -> None:
        endpoint.sends(*self.DRIPS[drip], pause=0.1)
        before = time.monotonic()
        error = failure(endpoint, timeout=0.5)
        assert time.monotonic() - before < 2
        assert "gave no whole answer within 0.5 seconds; ask for less" in error.say("en")
        assert "未在 0.5 秒内给出完整结果；请" in error.say("zh")

    def test_that_is_up_ends_the_reading_too(self, endpoint: Endpoint) -> None:
        endpoint.sends(*self.DRIPS["body"], pause=0.1)
        failure(endpoint, timeout=0.3)
        time.sleep(0.5)
        assert not [thread for thread in threading.enumerate() if thread.name == "exchange"]

    def test_is_bounded_where_nothing_comes(self, endpoint: Endpoint) -> None:
        endpoint.sends(b"", pause=2)
        assert "within 0.3 seconds" in str(failure(endpoint, timeout=0.3))

    @pytest.mark.parametrize("timeout", [0, -1])
    def test_must_be_positive(self, timeout: float) -> None:
        with pytest.raises(InputError, match="timeout"):
            connect("http://127.0.0.1/", timeout=timeout)


class TestReach:
    def test_of_a_port_where_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as gone:
            url = f"http://127.0.0.1:{gone.getsockname()[1]}/sparql"
        with pytest.raises(NetworkError, match="Connection refused") as raised:
            connect(url).select(ALL)
        assert raised.value.say("en").startswith(f"the endpoint {url} was not reached: ")
        assert raised.value.say("zh").startswith(f"无法连接端点 {url}：")

    def test_of_a_server_that_does_not_speak_tls(self, endpoint: Endpoint) -> None:
        with pytest.raises(NetworkError, match="was not reached"):
            connect(endpoint.url.replace("http:", "https:")).select(ALL)

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "example.org/sparql",
            "//example.org/sparql",
            "file:///etc/passwd",
            "ftp://example.org/",
            "http://",
            "http:///sparql",
            "http://:8080/",
            "http://[::1/",
            "http://host:port/",
            "http://host:99999/",
            "http://a..b/",
            "http://a b/",
            "http://a\\b/",
        ],
    )
    def test_of_what_is_no_address_is_refused_at_once(self, url: str) -> None:
        with pytest.raises(InputError) as refused:
            connect(url)
        assert str(refused.value).startswith("the endpoint is not an http or https address; write it as")
        assert refused.value.say("zh").startswith("端点不是 http 或 https 地址；请")

    @pytest.mark.parametrize("url", ["http://example.org/a b", "http://example.org/量子", "http://example.org/?q=量"])
    def test_of_a_path_that_is_not_encoded_is_refused_at_once(self, url: str) -> None:
        with pytest.raises(InputError, match="percent-encoded"):
            connect(url)

    @pytest.mark.parametrize(
        ("url", "name"),
        [
            ("http://[::1]:7878/query", "http://[::1]:7878/query"),
            ("https://EXAMPLE.org/sparql?a=b#c", "https://example.org/sparql?a=b"),
            ("https://量子.example/sparql", "https://xn--i8s118j.example/sparql"),
            ("https://ada:secret@example.org:8443/sparql", "https://example.org:8443/sparql"),
        ],
    )
    def test_is_named_by_the_address_without_credentials(self, url: str, name: str) -> None:
        assert connect(url).name == name


class TestNetwork:
    @pytest.mark.parametrize("url", ["http://192.0.2.1/sparql", "http://example.org/sparql"])
    def test_is_out_of_the_reach_of_tests(self, url: str) -> None:
        with pytest.raises(AssertionError, match="the network is asked for"):
            connect(url).select(ALL)


class TestPassword:
    def test_is_sent_as_basic_authentication(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url.replace("http://", "http://ada:s%40cr%C3%A9t@")).select(ALL)
        assert endpoint.requests[0].credentials == "ada:s@crét"

    def test_is_not_sent_unless_given(self, endpoint: Endpoint) -> None:
        endpoint.says(results())
        connect(endpoint.url).select(ALL)
        assert "authorization" not in endpoint.requests[0].headers

    @pytest.mark.parametrize("url", ["http://ada:secret@example.org/", "http://ada:secret@localhost.example.org/"])
    def test_goes_unencrypted_to_this_machine_only(self, url: str) -> None:
        with pytest.raises(InputError) as refused:
            connect(url)
        assert str(refused.value).startswith("the password would be sent unencrypted; use the https address")
        assert "secret" not in str(refused.value)

    @pytest.mark.parametrize("status", [400, 401, 403, 500, 302])
    def test_is_in_no_message_even_if_the_server_repeats_it(self, endpoint: Endpoint, status: int) -> None:
        def echo(handler: Any) -> None:
            sent = handler.headers["Authorization"]
            endpoint.says(
                f"{sent} is ada:s@cret s%40cret" + "-" * 470 + "s@cret",
                "text/plain",
                status=status,
                Location=f"http://ada:s%40cret@example.org/?{sent}",
            )
            endpoint.reply(handler)

        endpoint.reply = echo
        with pytest.raises(QontologyError) as raised:
            connect(endpoint.url.replace("http://", "http://ada:s%40cret@")).select(ALL)
        said = raised.value.say("both") + repr(raised.value)
        assert "***" in said
        for secret in ("s@c", "s%40c", "YWRhOnNAY3JldA"):
            assert secret not in said

    @pytest.mark.parametrize(
        "url", ["ftp://ada:secret@example.org/", "http://ada:secret@host:port/", "ada:secret@host"]
    )
    def test_is_in_no_message_about_the_address(self, url: str) -> None:
        with pytest.raises(InputError) as refused:
            connect(url)
        assert "secret" not in refused.value.say("both") + repr(refused.value)

    def test_is_in_no_name_and_no_representation(self) -> None:
        engine = connect("https://ada:secret@example.org/sparql")
        assert "secret" not in engine.name + repr(engine) + str(engine)
