"""Engines: what answers SPARQL. One protocol, in process (:class:`Embedded`) or over HTTP (:func:`connect`)."""

from __future__ import annotations

from collections.abc import Iterable

from .embedded import Embedded
from .protocol import Engine, Solutions, Triple

__all__ = ["Embedded", "Engine", "Solutions", "Triple", "connect"]


def connect(url: str, *, timeout: float = 60, graphs: Iterable[str] = ()) -> Engine:
    """An engine for the SPARQL 1.1 endpoint at this address; nothing is sent before the first query.

    ``timeout`` is the number of seconds in which an answer must be here to its last byte. Name and password may
    stand in the address (``https://name:password@host/sparql``); they are sent as basic authentication and shown
    nowhere. ``graphs`` are IRIs of named graphs of the endpoint: their union is asked, in the place of what it asks by
    itself.

    :raises InputError: where the address is not an http or https one, or would send a password unencrypted, or the
        timeout is not positive, or a graph is not named by an IRI.
    """
    from .remote import Remote

    return Remote(url, timeout=timeout, graphs=graphs)
