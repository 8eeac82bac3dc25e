"""The engine behind an address, when it is refused, sent elsewhere, kept waiting, or not let near; and its password."""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

import pytest

from qontology.engine import connect
from qontology.errors import EngineError, InputError, NetworkError, QontologyError

ALL = "SELECT ?x { ?x ?p ?o }"
NO_ROWS = '{"head": {"vars": ["x"]}, "results": {"bindings": []}}'

Endpoint = Any
Failure = Any
"""The fixtures of conftest.py."""


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
        self, endpoint: Endpoint, failure: Failure, status: int, kind: type[QontologyError], remedy: str
    ) -> None:
        endpoint.says("", "text/plain", status=status)
        error = failure()
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
    def test_says_when_to_try_again(
        self, endpoint: Endpoint, failure: Failure, status: int, header: str, en: str, zh: str
    ) -> None:
        endpoint.says("", "text/plain", status=status, Retry_After=header)
        error = failure()
        assert error.say("en").endswith(en)
        assert error.say("zh").endswith(zh)

    def test_quotes_the_server_in_one_printable_line(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("Virtuoso 37000 Error\n\tat \x1b[31mline 1", "text/plain", status=400)
        assert "Virtuoso 37000 Error at [31mline 1" in str(failure())

    def test_quotes_a_page_without_its_tags_and_not_all_of_it(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("<html><h1>Oops</h1>" + "<p>sorry</p>" * 10_000, "text/html", status=500)
        message = str(failure())
        assert "500 Internal Server Error: Oops sorry sorry" in message
        assert "<" not in message

    def test_counts_even_if_its_body_does_not_come(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(b"HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\n", reset=True)
        assert "503 Busy" in str(failure())


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

    def test_to_a_file_is_not_followed_either(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.says("", "text/plain", status=302, Location="file:///etc/passwd")
        assert "redirects to: file:///etc/passwd" in str(failure())


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
    def test_is_bounded_as_a_whole(self, endpoint: Endpoint, failure: Failure, drip: str) -> None:
        endpoint.sends(*self.DRIPS[drip], pause=0.1)
        before = time.monotonic()
        error = failure(timeout=0.5)
        assert time.monotonic() - before < 2
        assert "gave no whole answer within 0.5 seconds; ask for less" in error.say("en")
        assert "未在 0.5 秒内给出完整结果；请" in error.say("zh")

    def test_that_is_up_ends_the_reading_too(self, endpoint: Endpoint, failure: Failure) -> None:
        others = threading.enumerate()
        endpoint.sends(*self.DRIPS["body"], pause=0.1)
        failure(timeout=0.3)
        time.sleep(0.5)
        left = [thread for thread in threading.enumerate() if thread.name == "exchange" and thread not in others]
        assert left == []

    def test_is_bounded_where_nothing_comes(self, endpoint: Endpoint, failure: Failure) -> None:
        endpoint.sends(b"", pause=2)
        assert "within 0.3 seconds" in str(failure(timeout=0.3))

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
            ("https://EXAMPLE.org/sparql?a=b#c", "https://example.org/sparql?a=***"),
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
        endpoint.says(NO_ROWS)
        connect(endpoint.url.replace("http://", "http://ada:s%40cr%C3%A9t@")).select(ALL)
        assert endpoint.requests[0].credentials == "ada:s@crét"

    def test_is_not_sent_unless_given(self, endpoint: Endpoint) -> None:
        endpoint.says(NO_ROWS)
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

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
    def test_for_this_machine_goes_past_every_proxy(
        self, endpoint: Endpoint, canary: Any, host: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, canary.url)
        endpoint.says(NO_ROWS)
        connect(endpoint.url.replace("http://127.0.0.1", f"http://ada:secret@{host}")).select(ALL)
        assert endpoint.requests[0].credentials == "ada:secret"
        assert canary.visits == 0

    def test_that_is_a_key_in_the_query_string_is_sent_and_not_shown(
        self, endpoint: Endpoint, failure: Failure
    ) -> None:
        endpoint.url += "?format=json&api-key=top%20secret1"
        endpoint.says("the key top secret1 (top%20secret1) is wrong", "text/plain", status=403)
        with pytest.raises(NetworkError) as raised:
            connect(endpoint.url).select(ALL)
        assert endpoint.requests[0].path == "/sparql?format=json&api-key=top%20secret1"
        said = raised.value.say("both")
        assert "?format=json&api-key=***" in said and "secret1" not in said

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
