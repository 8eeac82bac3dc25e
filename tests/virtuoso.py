"""Virtuoso 7 as a server on loopback, where it is installed (Debian: virtuoso-opensource-7-bin)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, serialize

__all__ = ["virtuoso"]

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


@contextmanager
def virtuoso(folder: Path, files: Iterable[Path]) -> Iterator[str]:
    """The address of a server that holds these files, and has its own in a folder; skips where it is not installed."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip("virtuoso is not installed")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    store = Store()
    for path in files:
        store.bulk_load(path=path)
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
