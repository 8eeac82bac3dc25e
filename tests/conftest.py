"""What all tests share: a real SPARQL server on loopback, and no other network."""

import os
import pickle
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import asking
import pytest
from rdflib.term import _reset_bindings as reset_lexical_forms  # owlrl leaves others in rdflib
from stored import Compare, comparison

# Before pytest imports a module of it for its doctests: it would set the module where the function of its name stands.
import qontology.analysis  # noqa: F401
from qontology import KnowledgeGraph, assets, load
from qontology.cli import main
from qontology.findings import Report
from qontology.reading.isolation import isolated
from qontology.validation import validate

ROOT = Path(__file__).resolve().parent.parent
EVERY = assets.files
LOOPBACK = ("127.0.0.1", "::1", "localhost")

# Programs in Java end soon, and beside them others want the processors.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="store what comes out as what is expected, and fail")


@pytest.fixture
def stored(request: pytest.FixtureRequest) -> Compare:
    """Compares an output with the file that stores it; see :mod:`stored`."""
    return comparison(request.config.getoption("--accept"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets sockets of Python reach this machine only, so that a test which asks the network fails."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def local_connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"the network is asked for: {address}")
        connect(self, address)  # type: ignore[arg-type]

    def local_look_up(host: str | bytes | None, *rest: Any, **named: Any) -> list[Any]:
        if host not in LOOPBACK:
            raise AssertionError(f"the network is asked for: {host!r}")
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", local_connect)
    monkeypatch.setattr(socket, "getaddrinfo", local_look_up)
    for scheme in ("http", "https", "all"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme.upper()}_PROXY", raising=False)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that is empty at first; ``/query``, ``/update`` and ``/store`` are below it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = Path(sys.executable).with_name("oxigraph")
    server = subprocess.Popen(
        [str(command), "serve", "--location", str(tmp_path_factory.mktemp("oxigraph")), "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield ready(f"http://{address}", server)
    finally:
        server.kill()
        server.wait()


def ready(address: str, server: subprocess.Popen[bytes]) -> str:
    """The address, once the server answers there."""
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError(f"oxigraph ended with {server.returncode}")
        try:
            with urlopen(f"{address}/query?query=ASK%7B%7D", timeout=5):
                return address
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError("oxigraph did not answer within 10 seconds")


@pytest.fixture
def same_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validates by shapes of strangers in this process, to and from which all is still carried as to a child.

    To start a child takes longer than most tests; those that are about the time it is given allow it little.
    """

    def call(seconds: float, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        if seconds < 5:
            return isolated(seconds, function, *arguments, **options)
        reset_lexical_forms()
        function, arguments, options = pickle.loads(pickle.dumps((function, arguments, options)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # as nobody hears those of a child
            return pickle.loads(pickle.dumps(function(*arguments, **options)))

    monkeypatch.setattr("qontology.validation.service.isolated", call)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist as a release is."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def shipped() -> Iterator[KnowledgeGraph]:
    """What is shipped, read once for all commands of this process: they only read it."""
    graph = asking.graph()
    before = len(graph.engine.store)
    yield graph
    assert len(graph.engine.store) == before


@pytest.fixture
def of_the_study() -> Iterator[None]:
    """Nothing is shipped but what rests on the study: for tests of what is done with it, not of what it says."""
    with asking.only_the_study():
        yield


@pytest.fixture
def read_once(shipped: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of this process find the shipped graph read, with its names, and judged; all else is read as ever."""
    root = assets.root()

    def given(*files: Any, with_shipped: bool = True) -> KnowledgeGraph:
        if files or not with_shipped or assets.root() != root:
            return load(*files, with_shipped=with_shipped)
        return shipped if assets.files is EVERY else asking.study()

    def found(*files: Any, **options: Any) -> Report:
        is_shipped = assets.root() == root and list(files) == EVERY("data")
        return verdict() if is_shipped else validate(*files, **options)

    for module in ("cli.options", "cli.verbs.template", "cli.verbs.tour", "exchange.contents"):
        monkeypatch.setattr(import_module(f"qontology.{module}"), "load", given)
    monkeypatch.setattr(import_module("qontology.cli.verbs.tour"), "validate", found)


@cache
def verdict() -> Report:
    """What the tour finds in the data that are shipped."""
    return validate(*assets.files("data"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, read_once: None) -> Callable[..., Outcome]:
    """Runs one command in this process, away from any terminal and any environment of the tester.

    The shell finds our programs by their names, as in an environment that is activated.
    """
    monkeypatch.delenv("QONTOLOGY_LANG", raising=False)
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))

    def command(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Outcome(code, *capsys.readouterr())

    return command


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets standard output be a terminal of so many columns."""

    def of(columns: int) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
        monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((columns, 24)))

    return of
