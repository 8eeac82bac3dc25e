"""The address of an endpoint, and the name and password that may stand in it."""

from __future__ import annotations

import base64
import re
from ipaddress import ip_address
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ..errors import InputError
from ..language import Text

__all__ = ["Address"]

LONGEST = 500
HIDDEN = "***"
SHORTEST_KEY = 6
SHOWN = frozenset({"default-graph-uri", "named-graph-uri", "format", "graph", "infer", "timeout"})
"""The fields of a query string that hold no key."""


class Address:
    """An http or https address: ``url`` is where a request goes, ``name`` the only form that is ever shown.

    The name is without credentials, and without the values of its query string, among which there may be a key.

    >>> address = Address("https://ada:secret@量子.example/sparql")
    >>> address.name, address.user
    ('https://xn--i8s118j.example/sparql', 'ada')
    >>> address.shown("ada\\nlogs in with secret")
    'ada logs in with ***'

    :raises InputError: where it is not such an address, or would send a password unencrypted over a network.
    """

    def __init__(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = "" if parts.port is None else f":{parts.port}"
        except ValueError:
            raise not_an_address() from None
        if parts.scheme not in ("http", "https") or not re.fullmatch(r"[0-9A-Za-z.:_\-]+", host):
            raise not_an_address()
        if not re.fullmatch(r"[!-~]*", parts.path + parts.query):
            raise InputError(
                Text("the path of the endpoint has blanks or letters outside ASCII", "端点路径含有空格或非 ASCII 字符"),
                remedy=Text("write blanks and other letters percent-encoded", "请使用百分号编码"),
            )
        if parts.password is not None and parts.scheme == "http" and not is_local(host):
            raise InputError(
                Text("the password would be sent unencrypted", "密码将以明文发送"),
                remedy=Text("use the https address of the endpoint", "请使用该端点的 https 地址"),
            )
        plain = parts._replace(netloc=(f"[{host}]" if ":" in host else host) + port, fragment="")
        fields = [field.partition("=") for field in parts.query.split("&")]
        hidden = [value for name, _, value in fields if name not in SHOWN and value]
        masked = "&".join(name + sign + (HIDDEN if value in hidden else value) for name, sign, value in fields)
        self.url = urlunsplit(plain)
        self.name = urlunsplit(plain._replace(query=masked))
        self.is_local = is_local(host)
        self._keys = [key for value in hidden for key in (value, unquote(value)) if len(key) >= SHORTEST_KEY]
        self.user = unquote(parts.username or "")
        self.password = unquote(parts.password or "")

    def shown(self, words: str) -> str:
        """What a server said as one printable line of 500 characters at most, without the secrets it may repeat."""
        for secret in self._keys:
            words = words.replace(secret, HIDDEN)
        if self.password:
            token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
            for secret in (token, self.password, quote(self.password, safe="")):
                words = words.replace(secret, HIDDEN)
        printable = "".join(letter if letter.isprintable() else " " for letter in words)
        return " ".join(printable.split())[:LONGEST]


def is_local(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_local("127.0.0.2"), is_local("::1"), is_local("127.0.0.1.example")
    (True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def not_an_address() -> InputError:
    return InputError(
        Text("the endpoint is not an http or https address", "端点不是 http 或 https 地址"),
        remedy=Text("write it as http://host:port/path", "请写成 http://主机:端口/路径"),
    )
