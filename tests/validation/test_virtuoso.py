"""Virtuoso 7, which differs from other engines the most: what it is trusted with it finds, the rest is named.

The tests are skipped where the server is not installed (Debian: virtuoso-opensource-7 and virtuoso-opensource-7-bin).
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, serialize

import qontology
from qontology import assets, validate

CURATOR = Path(__file__).parent / "golden" / "curator.ttl"
FILES = [*assets.files("ontology"), *assets.files("data"), CURATOR]

SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = .
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 60
DefaultGraph = urn:g
"""


LOAD = """log_enable(2);
DB.DBA.TTLP_MT(file_to_string_output('all.nt'), '', 'urn:g', 0);
checkpoint;
"""
SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(240):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the shipped graph and the curator's file."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip("virtuoso is not installed")
    folder, sql, http = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    store = Store()
    for path in FILES:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    serialize((quad.triple for quad in store), output=folder / "all.nt", format=RdfFormat.N_TRIPLES)
    (folder / "load.sql").write_text(LOAD)
    client = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", "load.sql"]
    server = subprocess.Popen(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], cwd=folder, **SILENT)
    try:
        wait_for(http)
        subprocess.run(client, cwd=folder, capture_output=True, check=True)
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        server.kill()
        server.wait()


def test_it_finds_what_the_embedded_engine_finds_but_for_what_it_is_not_trusted_with(endpoint: str) -> None:
    there = validate(endpoint=endpoint).findings
    unchecked = {one.shape for one in there if one.code.startswith("not-")}
    here = [one for one in validate(CURATOR).findings if one.code != "QO-001" and one.shape not in unchecked]
    assert sorted((one.code, str(one.node)) for one in there if one.shape not in unchecked) == sorted(
        (one.code, str(one.node)) for one in here
    )
    assert len(here) >= 7
    assert 0 < len(unchecked) <= 15


def test_what_is_fetched_from_it_is_validated_whole(endpoint: str) -> None:
    found = validate(endpoint=endpoint, download=True).findings
    assert {one.code for one in found} == {one.code for one in validate(CURATOR).findings}


def test_it_answers_questions_of_the_library(endpoint: str) -> None:
    here, there = qontology.load(), qontology.connect(endpoint)
    for question, alliance in (
        ("goals/of-alliance", "QUTAC"),
        ("structure/bodies", "QuIC"),
        ("structure/members", "QUTAC"),
    ):
        asked = there.query(question, alliance=alliance)
        assert len(asked.rows) > 1
        assert asked.rows == here.query(question, alliance=alliance).rows
