"""What the tests share: a canary that nobody may ask, an endpoint that misbehaves, a process that may die."""

from __future__ import annotations

import base64
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from qontology.engine import connect
from qontology.errors import QontologyError

Reply = Callable[[BaseHTTPRequestHandler], None]

RESULTS = "application/sparql-results+json"


class Canary:
    """Listens on loopback and counts who comes."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    canary = Canary()
    yield canary
    canary.close()


@dataclass
class Request:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    form: dict[str, list[str]]

    @property
    def credentials(self) -> str | None:
        """Name and password, as basic authentication has them."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return base64.b64decode(token).decode() if scheme == "Basic" else None


@dataclass
class Endpoint:
    """A server that gives the reply which the test sets, and keeps what it was sent."""

    url: str
    requests: list[Request] = field(default_factory=list)
    reply: Reply | None = None

    def says(self, body: str | bytes, kind: str = RESULTS, *, status: int = 200, **headers: str) -> None:
        """A whole response; a header ``Retry_After`` is sent as Retry-After."""
        content = body.encode() if isinstance(body, str) else body
        fields = {"Content-Type": kind, "Content-Length": str(len(content))}

        def reply(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in (fields | headers).items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(content)

        self.reply = reply

    def sends(self, *pieces: bytes, pause: float = 0, reset: bool = False) -> None:
        """These bytes as they are, the status line included, with a pause after each; then the end, or a reset."""

        def reply(handler: BaseHTTPRequestHandler) -> None:
            for piece in pieces:
                handler.wfile.write(piece)
                time.sleep(pause)
            if reset:
                handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

        self.reply = reply


class Server(ThreadingHTTPServer):
    """The server behind an endpoint."""

    endpoint: Endpoint

    def handle_error(self, *_: object) -> None:
        """Clients that hang up are what some tests are about."""

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        # Without the orderly end of the base class, so that a test can have a reset.
        request.close()


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        endpoint = self.server.endpoint
        endpoint.requests.append(Request(self.path, headers, parse_qs(body)))
        assert endpoint.reply is not None, "the test set no reply"
        endpoint.reply(self)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.endpoint = Endpoint(f"http://127.0.0.1:{server.server_port}/sparql")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server.endpoint
        server.shutdown()
        thread.join()


@pytest.fixture
def failure(endpoint: Endpoint) -> Callable[..., QontologyError]:
    """The error that a query to the endpoint meets; both its sentences name the endpoint and fit on a screen."""

    def ask(query: str = "SELECT ?x { ?x ?p ?o }", *, method: str = "select", timeout: float = 5) -> QontologyError:
        with pytest.raises(QontologyError) as raised:
            getattr(connect(endpoint.url, timeout=timeout), method)(query)
        english, chinese = raised.value.say("en"), raised.value.say("zh")
        assert english != chinese
        for sentence in (english, chinese):
            assert endpoint.url in sentence
            assert sentence.isprintable()
            assert len(sentence) < 1000
        return raised.value

    return ask


GUARDED = "from qontology.engine import Embedded; import sys; Embedded().select(sys.stdin.read())"
BARE = "from pyoxigraph import Store; import sys; list(Store().query(sys.stdin.read()))"


@pytest.fixture(scope="session")
def survives() -> Callable[..., bool]:
    """Whether a process of its own answers a query; ``guarded=False`` asks pyoxigraph without the guard."""

    def ask(query: str, *, guarded: bool = True) -> bool:
        command = [sys.executable, "-c", GUARDED if guarded else BARE]
        return subprocess.run(command, input=query.encode(), capture_output=True, timeout=60).returncode == 0

    return ask
