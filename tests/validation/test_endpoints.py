"""Data that live on a server: validated there or fetched first, and never believed where an answer may be cut short."""

import json
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import BlankNode, QueryResultsFormat, RdfFormat, Store, parse

from qontology import assets, validate
from qontology.engine import connect
from qontology.errors import InputError, NetworkError
from qontology.findings.findings import Report
from qontology.shacl import compile_shapes
from qontology.shacl import run as run_compiled

CURATOR = Path(__file__).parent / "golden" / "curator.ttl"

SHAPES = "e:S sh:targetSubjectsOf e:p ; sh:property [ sh:path e:q ; sh:minCount 1 ] ."
DATA = "e:a e:p 1 . e:b e:p 2 ; e:q 3 . [] e:p 4 ; e:q 5 ."


@pytest.fixture
def loaded(oxigraph_server: str) -> Iterator:
    """Fills the server with files and gives the address of its queries; empties it at the end."""

    def load(*paths) -> str:
        for path in paths:
            text = Path(path).read_bytes()
            send(oxigraph_server + "/store?default", text, "POST")
        return oxigraph_server + "/query"

    yield load
    send(oxigraph_server + "/store?default", b"", "PUT")


def send(address: str, text: bytes, method: str) -> None:
    urlopen(Request(address, text, {"Content-Type": "text/turtle"}, method=method), timeout=10).close()


def results(report):
    return {(one.code, one.node, one.path, one.value) for one in report.findings if not isinstance(one.node, BlankNode)}


def test_an_endpoint_gives_the_findings_that_the_files_give(loaded):
    files = [*assets.files("ontology"), *assets.files("data"), CURATOR]
    here = {one for one in results(validate(CURATOR)) if one[0] != "QO-001"}
    there = results(validate(endpoint=loaded(*files)))
    assert here <= there
    assert {one for one in there if one[0] in {one[0] for one in here}} == here


@pytest.mark.parametrize("download", [False, True])
def test_shapes_of_ones_own_work_on_an_endpoint(download, loaded, turtle):
    endpoint = loaded(turtle(DATA))
    report = validate(endpoint=endpoint, download=download, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False)
    assert [(str(one.node), one.file, one.line) for one in report.findings] == [
        ("<http://example.org/a>", endpoint, None)
    ]
    assert report.data == (endpoint,)


def test_what_is_fetched_is_validated_beside_what_is_shipped(loaded):
    report = validate(endpoint=loaded(CURATOR), download=True)
    assert results(report) == results(validate(CURATOR))


def test_named_graphs_are_fetched_too(oxigraph_server, turtle):
    graph = oxigraph_server + "/store?graph=urn:g"
    send(graph, Path(turtle(DATA)).read_bytes(), "PUT")
    shapes = [turtle(SHAPES, "s.ttl")]
    report = validate(endpoint=oxigraph_server + "/query", download=True, shapes=shapes, with_shipped=False)
    urlopen(Request(graph, method="DELETE"), timeout=10).close()
    assert [str(one.node) for one in report.findings] == ["<http://example.org/a>"]


class Server(ThreadingHTTPServer):
    """An endpoint over a store that gives no more than so many rows at a time, and may say so or not."""

    store: Store
    most: int
    says_so: bool
    deaf_from: int | None = None  # the first offset from which on nothing comes any more
    misread: tuple[str, str] = ("", "")  # what it reads as something else


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        query = form["query"][0].replace(*self.server.misread)
        answer = self.server.store.query(query, use_default_graph_as_union=True)
        document = json.loads(answer.serialize(format=QueryResultsFormat.JSON))
        rows = document.get("results", {}).get("bindings", [])
        cut = len(rows) > self.server.most
        del rows[self.server.most :]
        offset = re.search(r"OFFSET (\d+)", form["query"][0])
        if offset and self.server.deaf_from and int(offset[1]) >= self.server.deaf_from:
            rows.clear()
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        if cut and self.server.says_so:
            self.send_header("X-SPARQL-MaxRows", str(self.server.most))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def limited(turtle):
    """A server that holds 50 nodes without e:q and gives so many rows at a time."""
    servers = []

    def start(most: int, *, says_so: bool) -> Server:
        server = Server(("127.0.0.1", 0), Handler)
        server.store, server.most, server.says_so = Store(), most, says_so
        text = " ".join(f"e:n{n} e:p {n} ." for n in range(50))
        server.store.load(Path(turtle(text)).read_bytes(), RdfFormat.TURTLE)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def run(server: Server, turtle, **options):
    endpoint = f"http://127.0.0.1:{server.server_port}/"
    return validate(endpoint=endpoint, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False, **options)


def run_here(server: Server, turtle, shapes: str = SHAPES) -> Report:
    """As ``run``, but in this process."""
    quads = parse(path=turtle(shapes, "s.ttl"), format=RdfFormat.TURTLE)
    return run_compiled(compile_shapes(quads), connect(f"http://127.0.0.1:{server.server_port}/"))


def test_an_answer_that_says_that_it_is_cut_is_an_error(limited, turtle):
    with pytest.raises(NetworkError, match="the server gives 10 rows at most"):
        run(limited(10, says_so=True), turtle)


def test_an_answer_that_is_cut_without_a_word_is_an_error_too(limited, turtle):
    with pytest.raises(NetworkError, match="gave 10 of 50 rows; raise its limit for rows"):
        run(limited(10, says_so=False), turtle)


def test_an_engine_that_answers_a_kind_of_constraint_wrongly_is_not_asked_for_it(limited, turtle):
    server = limited(1000, says_so=False)
    server.misread = ("EXISTS", "NOT EXISTS")
    (finding,) = run(server, turtle).findings
    assert (finding.code, str(finding.shape)) == ("not-trusted", "<http://example.org/S>")
    assert finding.message.en.endswith("answers this kind of constraint wrongly: minCount")
    assert finding.remedy and "--download" in finding.remedy.en
    assert len(run(server, turtle, download=True).findings) == 50


@pytest.mark.parametrize("asked", [{"code": ["S"]}, {"shape": ["S"]}, {"focus": ["http://example.org/n1"]}])
def test_that_a_shape_was_not_checked_is_told_whatever_is_asked_for(asked, limited, turtle):
    server = limited(1000, says_so=False)
    server.misread = ("EXISTS", "NOT EXISTS")
    assert [one.code for one in run(server, turtle, **asked).findings] == ["not-trusted"]


def test_of_very_many_findings_the_first_are_fetched_and_the_others_counted(limited, turtle, monkeypatch):
    monkeypatch.setattr("qontology.shacl.answers.PAGE", 20)
    server = limited(30, says_so=True)
    report = run_here(server, turtle)
    *found, more = sorted(report.findings, key=lambda one: "~" if one.node is None else str(one.node))
    assert len({one.node for one in found}) == 20
    assert more.message.en == "30 more findings of this rule were not fetched"
    assert (more.code, more.severity, more.shape) == (found[0].code, found[0].severity, found[0].shape)


def test_a_class_tree_is_fetched_in_pages(limited, turtle, monkeypatch):
    monkeypatch.setattr("qontology.shacl.answers.PAGE", 7)
    server = limited(10, says_so=False)
    tree = " ".join(f"e:C{n} <http://www.w3.org/2000/01/rdf-schema#subClassOf> e:C{n + 1} ." for n in range(30))
    server.store.load(Path(turtle(tree + " e:a a e:C0 .")).read_bytes(), RdfFormat.TURTLE)
    shapes = "e:S sh:targetClass e:C30 ; sh:nodeKind sh:Literal ."
    assert [str(one.node) for one in run_here(server, turtle, shapes).findings] == ["<http://example.org/a>"]


@pytest.mark.parametrize("says_so", [True, False])
def test_a_graph_is_fetched_in_pages_where_the_server_limits_rows(says_so, limited, turtle):
    server = limited(20, says_so=says_so)
    assert len(run(server, turtle, download=True).findings) == 50


def test_a_graph_that_does_not_come_whole_is_an_error(limited, turtle):
    server = limited(20, says_so=False)
    server.deaf_from = 30
    with pytest.raises(NetworkError, match="gave 40 of 50 rows; raise its limit for rows"):
        run(server, turtle, download=True)


def test_an_endpoint_that_is_not_there_is_a_network_error():
    with pytest.raises(NetworkError, match="was not reached"):
        validate(endpoint="http://127.0.0.1:9/")


def test_the_password_of_an_endpoint_is_never_shown(limited, turtle):
    server = limited(100, says_so=True)
    endpoint = f"http://name:secret@127.0.0.1:{server.server_port}/"
    report = validate(endpoint=endpoint, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False)
    assert "secret" not in report.to_json()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"paths": ["a.ttl"]}, "files and an endpoint are not validated together; give either of them"),
        ({"engine": "pyshacl"}, "pySHACL cannot look into an endpoint; fetch its graph with --download"),
    ],
)
def test_what_does_not_go_together_is_refused(options, message):
    with pytest.raises(InputError, match=message):
        validate(*options.pop("paths", []), endpoint="http://127.0.0.1:9/", **options)
