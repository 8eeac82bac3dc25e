"""What can be wrong with a file before its statements are read, each with one clear message."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from pyoxigraph import RdfFormat

from ..errors import InputError, cause
from ..language import Text

__all__ = ["broken_archive", "check_kind", "checked", "looks_like", "no_file_in", "no_statement", "of_system", "place"]

CHECK_PATH = Text("check the path", "请检查路径")

MOST_NESTED = 1000
"""How deep brackets may stand inside one another: parsers and engines recurse over some of them."""

PAIRS = (b"()", b"[]", b"{}", b"<>")
NO_BRACKETS = bytes(set(range(256)) - set(b"".join(PAIRS)))
ROUNDS = 5

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
ARCHIVES = {b"\x1f\x8b": "gzip", b"PK\x03\x04": "zip", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
XML = re.compile(rb"\s*<(?:\?xml|rdf:RDF)\b")
JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[{\]])')
NUL = (rb"\u0000", rb"\U00000000")
ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u0000|U00000000)")
BRACKETS = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\r\n]|\\.)*"|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|\'(?:[^\'\\\r\n]|\\.)*\''
    rb"|\\.|<[^<>\s\"]*>|\#[^\r\n]*|(?P<open>[\[({]|<<)|(?P<close>[\])}]|>>)",
    re.DOTALL,
)


@contextmanager
def of_system(name: str) -> Iterator[None]:
    """What the system refuses, as an InputError."""
    try:
        yield
    except OSError as error:
        why = cause(error)
        raise InputError(
            Text(f"cannot be read: {why.en}", f"无法读取：{why.zh}"), remedy=CHECK_PATH, file=name
        ) from None


def no_file_in(name: str) -> NoReturn:
    """Raises that a folder or a pattern holds nothing to read."""
    raise InputError(
        Text("there is no RDF file here", "此处没有 RDF 文件"),
        remedy=Text(
            "name files, or a folder with .ttl, .trig, .nt, .nq, .rdf or .jsonld files",
            "请指定文件，或含有 .ttl、.trig、.nt、.nq、.rdf、.jsonld 文件的文件夹",
        ),
        file=name,
    )


def broken_archive(name: str) -> InputError:
    """The error of a file that says it is packed and is not."""
    return InputError(
        Text("is broken: it ends in .gz but cannot be unpacked", "文件损坏：扩展名为 .gz，但无法解压"),
        remedy=Text("pack it again with gzip, or remove the ending .gz", "请用 gzip 重新压缩，或去掉扩展名 .gz"),
        file=name,
    )


def no_statement(name: str) -> InputError:
    """The error of a file that can be read and says nothing."""
    return InputError(
        Text("holds no RDF statement", "不含任何 RDF 陈述"),
        remedy=Text(
            "see whether it is the right file; JSON needs a @context that names its keys",
            "请确认文件是否正确；JSON 须用 @context 说明各键的含义",
        ),
        file=name,
    )


def check_kind(mode: int, name: str) -> None:
    """Refuses what is neither a file nor a folder: to read it might never end."""
    if not stat.S_ISREG(mode):
        raise InputError(
            Text("is not a file but a device, pipe or socket", "不是普通文件，而是设备、管道或套接字"),
            remedy=Text("name a file, or - for standard input", "请指定文件，或用 - 表示标准输入"),
            file=name,
        )


def checked(raw: bytes, name: str, most: int) -> bytes:
    """The bytes as text in UTF-8 without byte order mark.

    :raises InputError: where they are too many, no text, in another encoding, empty, a web page, or nested too deeply.
    """

    def fault(message: Text, remedy: Text, at: int | None = None) -> InputError:
        line, column = (None, None) if at is None else place(raw, at)
        return InputError(message, remedy=remedy, file=name, line=line, column=column)

    if len(raw) > most:
        raise fault(
            Text(f"holds more than {most >> 20} MiB", f"内容超过 {most >> 20} MiB"),
            Text("split it into several files", "请拆分为多个文件"),
        )
    for magic, archive in ARCHIVES.items():
        if raw.startswith(magic):
            raise fault(
                Text(f"is packed with {archive}", f"是 {archive} 压缩文件"),
                Text(
                    "unpack it, or let the name end in .gz where it is gzip", "请先解压；若为 gzip，请使用 .gz 扩展名"
                ),
            )
    if raw.startswith((*UTF_16, *UTF_32)):
        encoding = "UTF-32" if raw.startswith(UTF_32) else "UTF-16"
        raise fault(Text(f"is written in {encoding}", f"使用 {encoding} 编码"), SAVE_AS_UTF_8)
    if (nul := raw.find(0)) >= 0:
        raise fault(
            Text(
                f"holds a NUL character at byte {nul}: it is not text, or not UTF-8",
                f"第 {nul} 字节为 NUL 字符：不是文本，或不是 UTF-8 编码",
            ),
            SAVE_AS_UTF_8,
            nul,
        )
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf")
        text.decode()
    except UnicodeDecodeError as error:
        at = error.start + len(raw) - len(text)
        guess = likely_encoding(raw)
        raise fault(
            Text(f"is not UTF-8 at byte {at}; it looks like {guess}", f"第 {at} 字节处不是 UTF-8 编码，疑为 {guess}"),
            SAVE_AS_UTF_8,
            at,
        ) from None
    if not text.strip():
        raise fault(
            Text("is empty", "文件为空"), Text("see whether it was saved or downloaded", "请确认文件已保存或下载完整")
        )
    if HTML.match(text):
        raise fault(
            Text("is a web page (HTML), not RDF", "是网页（HTML），不是 RDF"),
            Text("download the file itself, not the page that shows it", "请下载文件本身，而不是展示该文件的网页"),
        )
    if any(escape in text for escape in NUL) and (escaped := ESCAPED_NUL.search(text)):
        raise fault(
            Text("holds an escaped NUL character", "含有转义的 NUL 字符"),
            Text("remove it", "请将其删除"),
            escaped.end() - 6 + len(raw) - len(text),
        )
    if nests_deeply(text):
        raise fault(
            Text(f"nests brackets more than {MOST_NESTED} deep", f"括号嵌套超过 {MOST_NESTED} 层"),
            Text("write it flatter", "请减少嵌套"),
        )
    return text


SAVE_AS_UTF_8 = Text("save it as UTF-8", "请另存为 UTF-8 编码")


def place(raw: bytes, at: int) -> tuple[int, int]:
    """Line and column of a byte, from 1."""
    before = raw[:at].decode("utf-8", "replace").removeprefix("\ufeff")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def likely_encoding(raw: bytes) -> str:
    """The encoding that text which is not UTF-8 most probably has: Chinese characters in GB 18030, else Latin-1."""
    try:
        read = raw.decode("gb18030")
    except UnicodeDecodeError:
        return "Latin-1"
    return "GB18030" if any("\u4e00" <= char <= "\u9fff" for char in read) else "Latin-1"


def looks_like(text: bytes) -> RdfFormat | None:
    """The format of a document by how it begins: RDF/XML or JSON-LD; None for the others.

    >>> looks_like(b'{ "@id": "urn:a" }').name, looks_like(b"<urn:a> <urn:p> 1 .")
    ('JSON-LD', None)
    """
    if XML.match(text):
        return RdfFormat.RDF_XML
    return RdfFormat.JSON_LD if JSON.match(text) else None


def nests_deeply(text: bytes) -> bool:
    """Whether brackets stand too deep inside one another, strings, IRIs and comments left out."""
    brackets = text.translate(None, NO_BRACKETS)
    for _ in range(ROUNDS):  # nearly all brackets close at once, and what is left is too little to nest deeply
        for pair in PAIRS:
            brackets = brackets.replace(pair, b"")
        if len(brackets) <= MOST_NESTED:
            return False
    depth = 0
    for token in BRACKETS.finditer(text):
        if token.lastgroup == "open":
            depth += 1
            if depth > MOST_NESTED:
                return True
        elif token.lastgroup == "close":
            depth -= 1
    return False
