"""What an endpoint says instead of an answer, as an error with cause and remedy."""

from __future__ import annotations

import re

from ..errors import EngineError, InputError, NetworkError, QontologyError
from ..language import Text
from .address import Address
from .transport import Answer

__all__ = ["refusal"]

CREDENTIALS = Text(
    "give name and password in the address (https://name:password@host/path), or ask its operator for access",
    "请在地址中给出用户名和密码（https://用户名:密码@主机/路径），或向其管理者申请权限",
)
LESS = Text("ask for less in one query", "请缩小单次查询的范围")
LATER = Text("try again later", "请稍后重试")
REMEDIES = {
    401: CREDENTIALS,
    403: CREDENTIALS,
    404: Text(
        "check the path of the address; many servers answer at /sparql or /query",
        "请检查地址路径；常见的是 /sparql 或 /query",
    ),
    413: LESS,
    429: LATER,
    502: LATER,
    503: LATER,
    504: LESS,
}


def refusal(address: Address, answer: Answer) -> QontologyError:
    """The error for an answer whose status is not 200; the server's own words are in it, the password never."""
    said = address.shown(f"{answer.status} {answer.reason}{explanation(answer)}")
    if answer.status == 400:
        return InputError(
            Text(
                f"the endpoint {address.name} cannot read the query: {said}",
                f"端点 {address.name} 无法解析该查询：{said}",
            ),
            remedy=Text("mend the query; engines differ in what they accept", "请修改查询；各引擎接受的语法略有不同"),
        )
    if answer.status == 500:
        return EngineError(Text(f"the endpoint {address.name} failed: {said}", f"端点 {address.name} 出错：{said}"))
    return NetworkError(
        Text(f"the endpoint {address.name} refused: {said}", f"端点 {address.name} 拒绝了请求：{said}"),
        remedy=remedy(address, answer),
    )


def explanation(answer: Answer) -> str:
    """The body after a colon, HTML without its tags; nothing where there is no body."""
    body = answer.body.decode("utf-8", "replace")
    if answer.headers.get_content_type() == "text/html":
        body = re.sub(r"<[^<>]*>", " ", body)
    return f": {body}" if body.strip() else ""


def remedy(address: Address, answer: Answer) -> Text | None:
    """What to do about it: what the server itself advises, else what the status means."""
    if target := address.shown(answer.headers.get("Location", "")):
        return Text(
            f"if you trust it, use the address that it redirects to: {target}",
            f"若信任该地址，请改用其重定向目标：{target}",
        )
    if wait := address.shown(answer.headers.get("Retry-After", "")):
        in_seconds = Text(f"try again after {wait} seconds", f"请在 {wait} 秒后重试")
        return in_seconds if wait.isdecimal() else Text(f"try again after {wait}", f"请在 {wait} 之后重试")
    return REMEDIES.get(answer.status)
