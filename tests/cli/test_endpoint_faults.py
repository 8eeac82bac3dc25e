"""Every verb that asks an endpoint, against one that lies: each fault ends in an answer that is whole, or in an error.

The endpoint answers from what rests on the study, and then its answer is spoilt. What takes rows away or adds them ends
with exit code 4; whatever comes, there is no traceback and no more time than is allowed.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from asking import study

from qontology import QontologyError
from qontology.cli.parser import VERBS as ALL_VERBS
from qontology.cli.parser import Command
from qontology.report import Study
from qontology.tables import Table

Document = dict[str, Any]
Spoil = Callable[[Document], Document | bytes]

RESULTS = "application/sparql-results+json"
LITERAL = {"type": "literal", "value": "x"}
XSD = "http://www.w3.org/2001/XMLSchema#"


def rows(change: Callable[[list[Any]], list[Any]]) -> Spoil:
    """The answer with other rows; a number of rows stays as it was."""

    def spoil(document: Document) -> Document:
        names, found = document["head"]["vars"], document["results"]["bindings"]
        counts = any("count" in name.lower() for name in names)
        return document if counts else {"head": {"vars": names}, "results": {"bindings": change(found)}}

    return spoil


def cells(change: Callable[[Document], object]) -> Spoil:
    """The answer with each cell changed, those of numbers of rows too."""

    def spoil(document: Document) -> Document:
        found = [{name: change(cell) for name, cell in row.items()} for row in document["results"]["bindings"]]
        return {"head": document["head"], "results": {"bindings": found}}

    return spoil


def names(change: Callable[[list[str]], list[Any]]) -> Spoil:
    """The answer with other names of columns."""
    return lambda document: {**document, "head": {"vars": change(document["head"]["vars"])}}


INCOMPLETE: dict[str, Spoil] = {
    "the first row is missing": rows(lambda found: found[1:]),
    "one row only": rows(lambda found: found[:1] if len(found) > 1 else [*found, *found, {}]),
    "no row": rows(lambda found: [] if found else [{}]),
    "a row too many": rows(lambda found: [*found, *found[:1]] if found else [{}]),
}
TWICE_IS_ONCE = ("validate", "validate --download", "export", "template", "site")
"""The verbs that look at rows as a set, to which one that comes twice adds nothing."""

FALSE: dict[str, Spoil] = {
    "nothing": lambda document: b"",
    "no JSON": lambda document: b"<html>log in</html>",
    "cut": lambda document: json.dumps(document).encode()[:-3],
    "cancelled": lambda document: json.dumps(document).encode()[:-2] + b"The SPARQL operation has been cancelled",
    "null": lambda document: b"null",
    "a list": lambda document: b"[]",
    "a number": lambda document: b"1" * 5000,
    "nested": lambda document: b"[" * 100_000,
    "no head": lambda document: {"results": document["results"]},
    "no results": lambda document: {"head": document["head"]},
    "a truth value": lambda document: {"head": {}, "boolean": True},
    "rows of a list": rows(lambda found: [[]]),
    "rows of null": rows(lambda found: [None]),
    "no columns": names(lambda found: []),
    "columns doubled": names(lambda found: found * 2),
    "columns renamed": names(lambda found: [name + "x" for name in found]),
    "columns that are no text": names(lambda found: [1 for _ in found]),
    "half a surrogate as a column": names(lambda found: ["\ud800" for _ in found]),
    "an escape as a column": names(lambda found: ["\x1b[31m" for _ in found]),
    "a column too many": names(lambda found: [*found, "other"]),
    "cells of null": cells(lambda cell: None),
    "cells of text": cells(lambda cell: "x"),
    "cells without value": cells(lambda cell: {"type": "uri"}),
    "cells of no type": cells(lambda cell: {"value": "x"}),
    "cells of another type": cells(lambda cell: {"type": "triple", "value": {}}),
    "IRIs that are none": cells(lambda cell: {"type": "uri", "value": "a b"}),
    "half a surrogate": cells(lambda cell: {"type": "literal", "value": "\ud800"}),
    "a language that is none": cells(lambda cell: LITERAL | {"xml:lang": "zh_Hans"}),
    "a datatype that is none": cells(lambda cell: LITERAL | {"datatype": "a b"}),
}
ODD: dict[str, Spoil] = {
    "all cells unbound": rows(lambda found: [{} for _ in found]),
    "columns reversed": names(lambda found: found[::-1]),
    "all cells texts": cells(lambda cell: LITERAL),
    "all cells blank nodes": cells(lambda cell: {"type": "bnode", "value": "b"}),
    "all cells one IRI": cells(lambda cell: {"type": "uri", "value": "urn:x"}),
    "all cells no integers": cells(lambda cell: LITERAL | {"datatype": XSD + "integer"}),
    "all cells very long integers": cells(lambda cell: LITERAL | {"value": "9" * 5000, "datatype": XSD + "integer"}),
    "all cells no numbers": cells(lambda cell: LITERAL | {"value": "NaN", "datatype": XSD + "decimal"}),
    "all cells old literals": cells(lambda cell: {"type": "typed-literal", "value": "1", "datatype": XSD + "boolean"}),
    "all cells escapes": cells(lambda cell: {"type": "literal", "value": "\x1b]0;pwn\x07"}),
}


@cache
def answer(query: str) -> str:
    """What the study answers, as JSON."""
    return Table(*study().engine.select(query)).to_json()


class Endpoint(BaseHTTPRequestHandler):
    spoil: Spoil | None = None

    def do_POST(self) -> None:
        query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
        try:
            if "ASK {" in query and "SELECT" not in query:
                body = json.dumps({"head": {}, "boolean": study().engine.ask(query)}).encode()
            else:
                document = json.loads(answer(query))
                spoilt = document if self.spoil is None else type(self).spoil(document)  # type: ignore[misc]
                body = spoilt if isinstance(spoilt, bytes) else json.dumps(spoilt).encode()
        except QontologyError as error:
            self.send_error(400, str(error)[:100])
            return
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


VERBS = {
    "query FILE.rq": ["query", "mine.rq"],
    "query": ["query", "goals/of-alliance"],
    "show": ["show", "QUTAC"],
    "search": ["search", "quantum"],
    "list": ["list", "alliances"],
    "ask": ["ask", "what are the goals of QUTAC?"],
    "compare": ["compare", "QUTAC", "--dimension", "formation"],
    "similar": ["similar", "QIC"],
    "gaps": ["gaps", "QIC"],
    "timeline": ["timeline", "QUTAC"],
    "conflicts": ["conflicts", "QUTAC"],
    "freshness": ["freshness", "QUTAC"],
    "describe": ["describe", "qo:Membership"],
    "stats": ["stats"],
    "explain": ["explain", "Airbus", "participates in"],
    "reason": ["reason"],
    "report": ["report", "-o", "folder"],
    "tour": ["tour"],
    "export": ["export", "QUTAC"],
    "template": ["template", "members", "--filled", "QUTAC", "-o", "members.xlsx"],
    "site": ["site", "-o", "site"],
    "validate": ["validate"],
    "validate --download": ["validate", "--download"],
}


QUICK = ("query FILE.rq", "query", "search")


def tried(faults: dict[str, Spoil]) -> pytest.MarkDecorator:
    """Each verb with the first and the last of these faults, and quick ones with all; ``make fuzz`` tries the rest."""
    some = [next(iter(faults)), next(reversed(faults))]
    whole = "QONTOLOGY_FUZZ" in os.environ
    pairs = [(verb, fault) for verb in VERBS for fault in (faults if whole or verb in QUICK else some)]
    return pytest.mark.parametrize(("verb", "fault"), pairs, ids=map(" - ".join, pairs))


@pytest.fixture
def ask(
    run, address: str, same_process: None, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, Spoil | None], Any]:
    """Runs a verb against the endpoint while it spoils its answers so."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Study, "illustrations", {})  # to draw them takes long
    monkeypatch.setattr(Study, "pictures", {})
    monkeypatch.setattr("qontology.cli.verbs.site.files", lambda graph, base: {})
    (tmp_path / "mine.rq").write_text("SELECT ?s ?p { ?s ?p ?o } LIMIT 3")
    shapes = (
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:minCount 1 ."
    )
    (tmp_path / "shapes.ttl").write_text(shapes.replace("sh:minCount 1", "sh:nodeKind sh:IRI"))

    def command(verb: str, spoil: Spoil | None) -> Any:
        Endpoint.spoil = None if spoil is None else staticmethod(spoil)  # type: ignore[assignment]
        more = ["--shapes", "shapes.ttl", "--with", "none"] if verb.startswith("validate") else []
        return run(*VERBS[verb], *more, "--endpoint", address, "--timeout", "60")

    return command


def test_every_verb_that_asks_an_endpoint_is_tried_and_waits_no_longer_than_it_is_told() -> None:
    helps = {verb: Command.help(verb, "en") for verb in ALL_VERBS}
    asking = {verb for verb, text in helps.items() if "--graph" in text}
    assert asking == {command[0] for command in VERBS.values()}
    assert all("--timeout" in helps[verb] for verb in asking)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "99999999999", "soon"])
def test_a_time_that_makes_no_sense_is_refused_before_anybody_is_asked(verb: str, seconds: str, run) -> None:
    outcome = run(*VERBS[verb], "--endpoint", "http://127.0.0.1:9/", "--timeout", seconds)
    assert (outcome.code, outcome.out) == (2, "") and "timeout" in outcome.err


@pytest.mark.parametrize("verb", VERBS)
def test_an_endpoint_that_is_honest_is_believed(verb: str, ask) -> None:
    outcome = ask(verb, None)
    assert outcome.code in (0, 1) and "may be incomplete" not in outcome.err, outcome.err


@tried(INCOMPLETE)
def test_an_answer_that_is_incomplete_is_never_believed(verb: str, fault: str, ask) -> None:
    if fault == "a row too many" and verb in TWICE_IS_ONCE:
        pytest.skip("nothing is missing")
    outcome = ask(verb, INCOMPLETE[fault])
    assert (outcome.code, outcome.out) == (4, ""), outcome


@tried(FALSE)
def test_an_answer_that_is_no_answer_is_refused(verb: str, fault: str, ask) -> None:
    outcome = ask(verb, FALSE[fault])
    assert (outcome.code, outcome.out) == (4, ""), outcome
    assert "cannot be trusted" in outcome.err and outcome.err.count("\n") == 1


@tried(ODD)
def test_an_answer_that_is_odd_makes_no_traceback_and_moves_no_terminal(verb: str, fault: str, ask) -> None:
    start = time.monotonic()
    outcome = ask(verb, ODD[fault])
    assert outcome.code in range(5)
    assert "\x1b" not in outcome.out + outcome.err
    assert time.monotonic() - start < 60
