"""One HTTP exchange that ends in time, is read to its end, and follows no redirect."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from email.message import Message
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import NamedTuple, TypeVar
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

__all__ = ["Answer", "TooLargeError", "exchange"]

MOST_BYTES = 1 << 28
MOST_EXPLANATION = 1 << 12
CHUNK = 1 << 16

Result = TypeVar("Result")


class Answer(NamedTuple):
    """A response: the whole body where the status is 200, else the first 4 KiB at most."""

    status: int
    reason: str
    headers: Message
    body: bytes


class TooLargeError(Exception):
    """The body has more than 256 MiB."""


def exchange(request: Request, timeout: float, *, direct: bool = False) -> Answer:
    """What the server answers, whatever its status.

    ``timeout`` is the number of seconds for all of it, from the look-up of the name to the last byte. ``direct`` goes
    past every proxy that the environment names.

    :raises OSError: where the server is not reached (as ``URLError``), is late (as ``TimeoutError``) or hangs up.
    :raises HTTPException: where the answer is not HTTP, or stops before its end.
    :raises TooLargeError: where it does not fit into memory.
    """
    deadline = time.monotonic() + timeout
    # No handler for redirects, errors, files or FTP: every status is an answer, and HTTP the only protocol.
    opener = OpenerDirector()
    for handler in (ProxyHandler({} if direct else None), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)

    def talk() -> Answer:
        response: HTTPResponse = opener.open(request, timeout=timeout)
        with response:
            body = read(response, deadline) if response.status == 200 else excerpt(response)
            return Answer(response.status, response.reason, response.headers, body)

    return within(timeout, talk)


def within(seconds: float, task: Callable[[], Result]) -> Result:
    """What the task gives; a task that is late is left alone, in a thread that does not keep the process alive.

    The timeout of a socket is no deadline: it begins anew with every byte that a slow server drips.

    :raises TimeoutError: after so many seconds; and whatever the task raises.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(task())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="exchange", daemon=True).start()
    return future.result(seconds)


def read(response: HTTPResponse, deadline: float) -> bytes:
    """The whole body."""
    length = response.length
    body = bytearray()
    while chunk := response.read1(CHUNK):
        body += chunk
        if len(body) > MOST_BYTES:
            raise TooLargeError
        if time.monotonic() > deadline:
            raise TimeoutError
    if length is not None and len(body) < length:
        raise IncompleteRead(bytes(body), length - len(body))
    return bytes(body)


def excerpt(response: HTTPResponse) -> bytes:
    """The beginning of a body that only explains a status; the status counts even if nothing of the body comes."""
    with suppress(OSError, HTTPException):
        return response.read1(MOST_EXPLANATION)
    return b""
