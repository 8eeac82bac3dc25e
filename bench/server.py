"""What it costs to validate where the data are, on a server, instead of in this process."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from pyoxigraph import RdfFormat, Store, parse

from qontology import assets
from qontology.engine import Embedded, Engine, connect
from qontology.findings import Report
from qontology.shacl import compile_shapes, run

from .generate import write
from .seeding import Finding
from .timing import Row, WrongError, apart
from .validation import shipped, verify

__all__ = ["against_embedded"]

RUNS = 3


def against_embedded(triples: int) -> Iterator[Row]:
    """All shapes on an Oxigraph server over HTTP against the same on a store in process, both loaded before."""
    with tempfile.TemporaryDirectory() as folder, oxigraph() as address:
        seeded = write(Path(folder), triples)
        paths = [*shipped(), str(seeded.path)]
        for path in paths:
            send(f"{address}/store?default", Path(path))
        remote, embedded, found = apart(both, f"{address}/query", paths)
        verify(found, seeded.findings)
        yield Row(f"checks over {triples:,} on a server / in process", remote, embedded, "2")


@contextmanager
def oxigraph() -> Iterator[str]:
    """The address of an Oxigraph server in memory, on loopback, for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "--bind", address]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://{address}", server)
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Returns once the server answers.

    :raises WrongError: where it does not start.
    """
    for _ in range(200):
        if server.poll() is not None:
            break
        try:
            with urlopen(f"{address}/query?query=ASK%7B%7D", timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise WrongError("the Oxigraph server does not start")


def send(address: str, path: Path) -> None:
    """Adds a file to what a server holds."""
    size = {"Content-Type": "text/turtle", "Content-Length": str(path.stat().st_size)}
    with path.open("rb") as file, urlopen(Request(address, file, size, method="POST"), timeout=600):
        pass


def both(endpoint: str, paths: Sequence[str]) -> tuple[float, float, list[Finding]]:
    """Seconds on the wall for the checks on a server and in process, medians of runs in turn, and what they find.

    :raises WrongError: where they do not find the same.
    """
    compiled = compile_shapes(
        quad for file in assets.files("shapes") for quad in parse(path=file, format=RdfFormat.TURTLE)
    )
    store = Store()
    for path in paths:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    engines: tuple[Engine, Engine] = (connect(endpoint, timeout=600), Embedded(store))
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        reports = []
        for engine, taken in zip(engines, times, strict=True):
            seconds, report = timed(partial(run, compiled, engine))
            taken.append(seconds)
            reports.append(report)
        there, here = map(identities, reports)
        if there != here:
            raise WrongError(f"the server finds something else than the process: {sorted(set(there) ^ set(here))[:3]}")
    found = [(finding.code, str(finding.node)) for finding in reports[0].findings]
    return statistics.median(times[0]), statistics.median(times[1]), found


def timed(work: Callable[[], Report]) -> tuple[float, Report]:
    """How long some work takes on the wall, and its result."""
    begun = time.perf_counter()
    report = work()
    return time.perf_counter() - begun, report


def identities(report: Report) -> list[tuple[str, ...]]:
    """What is found, in an order that does not depend on the engine."""
    return sorted((one.code, str(one.node), str(one.path), str(one.value)) for one in report.findings)
