"""The engine behind an address: any SPARQL 1.1 endpoint, through SPARQLWrapper.

Servers differ, and some cut an answer short with status 200. What comes back is therefore believed only if it is a
complete document of the type that was asked for and no header says that rows are missing.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse
from SPARQLWrapper import JSON, POST, TURTLE, URLENCODED, SPARQLWrapper

from ..errors import EngineError, InputError, NetworkError
from ..language import Text
from .guard import check
from .protocol import Solutions, Term, Triple

__all__ = ["Remote"]

MOST_BYTES = 1 << 30
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Remote:
    """Answers queries by HTTP POST of a form, the one way of the protocol that all servers understand."""

    def __init__(self, url: str, *, timeout: int = 60) -> None:
        address = urlsplit(url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise InputError(
                Text("the endpoint is not an http or https address", "端点不是 http 或 https 地址"),
                remedy=Text("write it as http://host:port/path", "请写成 http://主机:端口/路径"),
            )
        if address.password is not None and address.scheme == "http" and address.hostname not in LOOPBACK:
            raise InputError(
                Text("the password would be sent unencrypted", "密码将以明文发送"),
                remedy=Text("use the https address of the endpoint", "请使用该端点的 https 地址"),
            )
        self.name = urlunsplit(address._replace(netloc=address.netloc.rpartition("@")[2]))
        self._credentials = (unquote(address.username or ""), unquote(address.password or ""))
        self._timeout = timeout

    def select(self, query: str) -> Solutions:
        """See :meth:`Engine.select`."""
        document = self._json(query)
        try:
            columns = tuple(document["head"]["vars"])
            bindings = document["results"]["bindings"]
            return Solutions(columns, [tuple(term(row.get(name)) for name in columns) for row in bindings])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise self._untrusted() from error

    def ask(self, query: str) -> bool:
        """See :meth:`Engine.ask`."""
        answer = self._json(query).get("boolean")
        if not isinstance(answer, bool):
            raise self._untrusted()
        return answer

    def construct(self, query: str) -> list[Triple]:
        """See :meth:`Engine.construct`."""
        body = self._post(query, TURTLE, ("text/turtle", "application/n-triples", "application/x-turtle"))
        try:
            return [quad.triple for quad in parse(body, format=RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise self._untrusted() from error

    def _json(self, query: str) -> dict[str, Any]:
        body = self._post(query, JSON, ("application/sparql-results+json", "application/json"))
        try:
            document = json.loads(body)
        except ValueError as error:
            raise self._untrusted() from error
        if not isinstance(document, dict):
            raise self._untrusted()
        return document

    def _post(self, query: str, accept: str, types: tuple[str, ...]) -> bytes:
        check(query)
        client = Client(self.name, *self._credentials)
        client.setQuery(query)
        client.setReturnFormat(accept)
        client.setTimeout(self._timeout)
        try:
            with client.open() as response:
                body = response.read(MOST_BYTES + 1)
                headers = response.headers
        except urllib.error.HTTPError as error:
            raise self._refused(error) from None
        except (OSError, HTTPException) as error:
            cause = getattr(error, "reason", None) or error
            raise NetworkError(
                Text(f"the endpoint {self.name} was not reached: {cause}", f"无法连接端点 {self.name}：{cause}"),
                remedy=Text("check the address and that the server runs", "请检查地址，并确认服务器正在运行"),
            ) from None
        if len(body) > MOST_BYTES or headers.get("X-SPARQL-MaxRows") or headers.get("X-SQL-State"):
            raise self._untrusted()
        if headers.get_content_type() not in types:
            raise self._untrusted(headers.get_content_type())
        return body

    def _refused(self, error: urllib.error.HTTPError) -> InputError | EngineError | NetworkError:
        excerpt = error.read(500).decode("utf-8", "replace").strip()
        said = f"{error.code} {error.reason}" + (f": {excerpt}" if excerpt else "")
        if error.code == 400:
            return InputError(
                Text(
                    f"the endpoint {self.name} cannot read the query: {said}",
                    f"端点 {self.name} 无法解析该查询：{said}",
                )
            )
        if error.code == 500:
            return EngineError(Text(f"the endpoint {self.name} failed: {said}", f"端点 {self.name} 出错：{said}"))
        wait = error.headers.get("Retry-After")
        return NetworkError(
            Text(f"the endpoint {self.name} refused: {said}", f"端点 {self.name} 拒绝了请求：{said}"),
            remedy=Text(f"try again after {wait} seconds", f"请在 {wait} 秒后重试") if wait else None,
        )

    def _untrusted(self, kind: str | None = None) -> NetworkError:
        what = Text(f" (it came as {kind})", f"（返回类型为 {kind}）") if kind else Text("", "")
        return NetworkError(
            Text(
                f"the answer of the endpoint {self.name} is incomplete or not SPARQL results{what.en}",
                f"端点 {self.name} 的返回结果不完整，或不是 SPARQL 结果{what.zh}",
            ),
            remedy=Text(
                "ask for less, or raise the limits of the server for rows and time",
                "请缩小查询范围，或调高服务器的行数和时间限制",
            ),
        )


class Client(SPARQLWrapper):
    """SPARQLWrapper builds the request; the opener is our own, so that no redirect carries credentials elsewhere."""

    def __init__(self, endpoint: str, user: str, password: str) -> None:
        super().__init__(endpoint)
        self.setMethod(POST)
        self.setRequestMethod(URLENCODED)
        if user:
            self.setCredentials(user, password)

    def open(self) -> HTTPResponse:
        """Sends the query and gives the open response; all errors are those of urllib."""
        opener = urllib.request.build_opener(NoRedirect)
        response: HTTPResponse = opener.open(self._createRequest(), timeout=self.timeout)
        return response


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Lets a redirect be what it is, an answer without results."""

    def redirect_request(self, *_: object) -> None:
        """None: do not follow."""
        return


def term(binding: dict[str, str] | None) -> Term | None:
    """The term of one binding of the JSON results format, older spellings included.

    >>> term({"type": "typed-literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"})
    <Literal value=7 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#integer>>

    :raises ValueError: for a type that RDF 1.1 does not have.
    """
    if binding is None:
        return None
    kind, value = binding["type"], binding["value"]
    match kind:
        case "uri":
            return NamedNode(value)
        case "bnode":
            return BlankNode("b" + value.encode().hex())
        case "literal" | "typed-literal":
            if language := binding.get("xml:lang"):
                return Literal(value, language=language)
            datatype = binding.get("datatype")
            return Literal(value, datatype=NamedNode(datatype)) if datatype else Literal(value)
    raise ValueError(kind)
