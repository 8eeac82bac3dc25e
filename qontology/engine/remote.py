"""The engine behind an address: any SPARQL 1.1 endpoint.

Servers differ, and some cut an answer short with status 200. What comes back is therefore believed only if it is a
complete document of the type that was asked for and no header says that rows are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from http.client import HTTPException
from urllib.error import URLError
from urllib.request import Request

from pyoxigraph import NamedNode, RdfFormat, parse
from SPARQLWrapper import ASK, CONSTRUCT, JSON, POST, SELECT, TURTLE, URLENCODED, SPARQLWrapper

from ..errors import InputError, NetworkError
from ..language import Text
from ..sparql.guard import check
from ..sparql.query import SparqlQuery
from .address import Address
from .deadline import seconds
from .protocol import Solutions, Triple
from .refusals import refusal
from .results import boolean, solutions
from .transport import Answer, TooLargeError, exchange

__all__ = ["Remote"]

TYPES = {
    JSON: ("application/sparql-results+json", "application/json"),
    TURTLE: ("text/turtle", "application/turtle", "application/x-turtle", "application/n-triples"),
}
# Triple terms are not of RDF 1.1, and some 10,000 of them inside one another overflow the stack of the parser.
MOST_TRIPLE_TERMS = 1000
NOT_RESULTS = Text("it is cut off or not SPARQL results in JSON", "内容被截断，或不是 JSON 格式的 SPARQL 结果")


class Remote:
    """Answers queries by HTTP POST of a form, the one way of the protocol that all servers understand."""

    def __init__(self, url: str, *, timeout: float = 60, graphs: Iterable[str] = ()) -> None:
        self._address = Address(url)
        self._timeout = seconds(timeout)
        self._graphs = [iri(graph) for graph in graphs]
        self.name = self._address.name

    def select(self, query: str) -> Solutions:
        """See :meth:`Engine.select`."""
        answer = self._ask(query, SELECT, JSON)
        try:
            found = solutions(answer.body, SparqlQuery(query).projection)
        except ValueError as error:
            raise self._untrusted(NOT_RESULTS) from error
        self._refuse_cut(answer, len(found.rows))
        return found

    def ask(self, query: str) -> bool:
        """See :meth:`Engine.ask`."""
        answer = self._ask(query, ASK, JSON)
        try:
            return boolean(answer.body)
        except ValueError as error:
            raise self._untrusted(NOT_RESULTS) from error

    def construct(self, query: str) -> list[Triple]:
        """See :meth:`Engine.construct`.

        Virtuoso ends a graph after so many triples as its setting ResultSetMaxRows has (often 10,000), and says so
        nowhere; who needs a graph whole compares it with a count.
        """
        answer = self._ask(query, CONSTRUCT, TURTLE)
        if "Content-Length" not in answer.headers and "Transfer-Encoding" not in answer.headers:
            raise self._untrusted(Text("nothing marks its end", "没有结束标记"))
        if answer.body.count(b"<<") > MOST_TRIPLE_TERMS:
            raise self._untrusted(Text("it has triple terms", "含有三元组项"))
        try:
            triples = [quad.triple for quad in parse(answer.body, format=RdfFormat.TURTLE)]
        except (SyntaxError, ValueError) as error:
            raise self._untrusted(Text("it is cut off or not Turtle", "内容被截断，或不是 Turtle")) from error
        self._refuse_cut(answer, len(triples))
        return triples

    def _ask(self, query: str, form: str, kind: str) -> Answer:
        check(query)
        try:
            answer = exchange(
                # A proxy would get the password that is for this machine, and what it calls localhost is another.
                request(self._address, query, form, kind, self._graphs),
                self._timeout,
                direct=self._address.is_local,
            )
        except (OSError, HTTPException) as error:
            raise self._failed(error) from None
        except TooLargeError:
            raise self._untrusted(Text("it is larger than 256 MiB", "超过 256 MiB")) from None
        if answer.status != 200:
            raise refusal(self._address, answer)
        if state := answer.headers.get("X-SQL-State"):
            raise self._untrusted(Text(f"the server stopped early ({state})", f"服务器提前中止（{state}）"))
        if (came := answer.headers.get_content_type()) not in TYPES[kind]:
            raise self._untrusted(Text(f"it came as {came}", f"返回类型为 {came}"))
        return answer

    def _refuse_cut(self, answer: Answer, rows: int) -> None:
        """Refuses an answer with as many rows as the limit that Virtuoso states, since more may have been cut.

        Fewer rows than the limit are all rows: a server or proxy may state its limit with every answer.
        """
        limit = answer.headers.get("X-SPARQL-MaxRows")
        if limit is not None and not (re.fullmatch("[0-9]{1,18}", limit) and rows < int(limit)):
            raise self._untrusted(Text(f"the server gives {limit} rows at most", f"服务器最多返回 {limit} 行"))

    def _failed(self, error: Exception) -> NetworkError:
        reason = error.reason if isinstance(error, URLError) else error
        cause = self._address.shown(str(reason))
        if isinstance(reason, TimeoutError):
            return NetworkError(
                Text(
                    f"the endpoint {self.name} gave no whole answer within {self._timeout:g} seconds",
                    f"端点 {self.name} 未在 {self._timeout:g} 秒内给出完整结果",
                ),
                remedy=Text("ask for less, or allow more time", "请缩小查询范围，或延长超时时间"),
            )
        if isinstance(error, URLError):
            return NetworkError(
                Text(f"the endpoint {self.name} was not reached: {cause}", f"无法连接端点 {self.name}：{cause}"),
                remedy=Text("check the address and that the server runs", "请检查地址，并确认服务器正在运行"),
            )
        return NetworkError(
            Text(f"the endpoint {self.name} broke off its answer: {cause}", f"端点 {self.name} 的应答中断：{cause}"),
            remedy=Text("try again; if it recurs, see the log of the server", "请重试；若反复出现，请查看服务器日志"),
        )

    def _untrusted(self, why: Text) -> NetworkError:
        en, zh = map(self._address.shown, why)
        return NetworkError(
            Text(
                f"the answer of the endpoint {self.name} cannot be trusted: {en}",
                f"端点 {self.name} 的返回结果不可信：{zh}",
            ),
            remedy=Text(
                "check that a SPARQL endpoint is at this address; ask for less, or raise its limits for rows and time",
                "请确认该地址是 SPARQL 端点；或缩小查询范围，或调高服务器的行数和时间限制",
            ),
        )


def iri(graph: str) -> str:
    """The name of a graph.

    :raises InputError: where it is no IRI.
    """
    try:
        return NamedNode(graph).value
    except ValueError:
        raise InputError(
            Text(f"the graph {graph} is not named by an IRI", f"图 {graph} 的名称不是 IRI"),
            remedy=Text("write it in full, as http://example.org/graph", "请写出完整 IRI，如 http://example.org/graph"),
        ) from None


def request(address: Address, query: str, form: str, kind: str, graphs: Sequence[str] = ()) -> Request:
    """The request as SPARQLWrapper builds it.

    The form of the query is told it, for it would find an update and send it as one. Sending is not left to it, for it
    follows redirects and takes the password along.
    """
    client = SPARQLWrapper(address.url)
    client.setMethod(POST)
    client.setRequestMethod(URLENCODED)
    client.setOnlyConneg(True)
    client.setReturnFormat(kind)
    client.setCredentials(address.user, address.password)
    client.queryString, client.queryType = query, form
    for graph in graphs:
        client.addDefaultGraph(graph)
    built: Request = client._createRequest()
    return built
