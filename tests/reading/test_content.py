"""What can be in a file that is not RDF as it should be, and the one message that each fault gets."""

import gzip

import pytest
from pyoxigraph import RdfFormat, Store

from qontology.errors import InputError
from qontology.reading import Source

XML = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
PREFIX = "@prefix e: <urn:e:> .\n"
BILLION_LAUGHS = (
    b'<!DOCTYPE rdf:RDF [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
    + XML
    + b'<rdf:Description rdf:about="urn:a"><rdf:value>&a9;</rdf:value></rdf:Description></rdf:RDF>'
)
EXTERNAL_ENTITY = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + XML + b"</rdf:RDF>"
NESTED_XML = b"<rdf:RDF>" + b"<rdf:Description>" * 50_000 + b"</rdf:Description>" * 50_000 + b"</rdf:RDF>"
NESTED_JSON = b'{"urn:p":' * 5000 + b"1" + b"}" * 5000
NESTED_BRACKETS = b"<urn:a> <urn:p> " + b"[ <urn:p> " * 100_000 + b"1" + b"]" * 100_000 + b" ."
NESTED_TRIPLES = b"<urn:a> <urn:p> " + b"<<( <urn:a> <urn:p> " * 20_000 + b"1" + b")>>" * 20_000 + b" ."

# The fault: the name and the bytes of the file, and what is said of it in English and in Chinese.
FAULTS = {
    "nothing": ("a.ttl", b"", "a.ttl: is empty; see", "a.ttl：文件为空；请确认"),
    "blanks": ("a.ttl", b" \n\n", "a.ttl: is empty", "a.ttl：文件为空"),
    "prefixes only": ("a.ttl", PREFIX.encode(), "a.ttl: holds no RDF statement", "a.ttl：不含任何 RDF 陈述"),
    "JSON without context": (
        "a.json",
        b'{"name": "x"}',
        "a.json:1:3: the key “name” is not defined by a context, and would be dropped; define it",
        "a.json:1:3：键“name”未在上下文中定义，将被丢弃；请",
    ),
    "JSON that says nothing": ("a.json", b'{"@id": "urn:a"}', "JSON needs a @context", "JSON 须用 @context"),
    "key that is misspelt": (
        "a.jsonld",
        b'{"@id": "urn:a",\n "naem": "x", "urn:p": 1}',
        "a.jsonld:2:3: the key “naem” is not defined",
        "a.jsonld:2:3：键“naem”未在",
    ),
    "keyword that is misspelt": (
        "a.jsonld",
        b'{"@idd": "urn:a", "urn:p": 1}',
        "a.jsonld:1:3: @idd is not a keyword of JSON-LD",
        "a.jsonld:1:3：@idd 不是 JSON-LD 关键字",
    ),
    "language tag in JSON": (
        "a.jsonld",
        b'{"@id": "urn:a", "urn:p": {"@value": "x", "@language": "zh_Hans"}}',
        "a.jsonld:1:57: “zh_Hans” is not a language tag; use a tag",
        "a.jsonld:1:57：“zh_Hans”不是有效的语言标签",
    ),
    "blank in an IRI in JSON": (
        "a.jsonld",
        b'{"@id": "urn:a", "urn:p": {"@id": "urn:a b"}}',
        "a.jsonld:1:36: “urn:a b” is not a valid IRI, and would be dropped; write",
        "a.jsonld:1:36：“urn:a b”不是有效的 IRI",
    ),
    "blank in a property in JSON": (
        "a.jsonld",
        b'{"@id": "urn:a", "urn:p q": 1}',
        "a.jsonld:1:19: “urn:p q” is not a valid IRI",
        "a.jsonld:1:19：“urn:p q”不是有效的 IRI",
    ),
    "deep XML": ("a.rdf", NESTED_XML, "a.rdf:1: nests elements more than 1000 deep", "a.rdf:1：元素嵌套超过 1000 层"),
    "a hundred thousand prefixes in XML": (
        "a.rdf",
        b"<rdf:RDF " + b" ".join(b'xmlns:p%d="urn:p%d:"' % (n, n) for n in range(20_000)) + b"/>",
        "a.rdf:1: declares more than 10000 prefixes",
        "a.rdf:1：声明的前缀超过 10000 个",
    ),
    "XML without statements": ("a.rdf", XML + b"</rdf:RDF>", "holds no RDF statement", "不含任何 RDF 陈述"),
    "UTF-16": ("a.ttl", "<urn:a>".encode("utf-16"), "is written in UTF-16; save it as UTF-8", "使用 UTF-16 编码"),
    "UTF-32": ("a.ttl", "<urn:a>".encode("utf-32"), "is written in UTF-32", "使用 UTF-32 编码"),
    "UTF-16 without mark": (
        "a.ttl",
        "<urn:a>".encode("utf-16-le"),
        "a.ttl:1:2: holds a NUL",
        "a.ttl:1:2：第 1 字节为 NUL",
    ),
    "GB 18030": (
        "a.ttl",
        b"<urn:a>\n" + "量子".encode("gb18030"),
        "a.ttl:2:1: is not UTF-8 at byte 8; it looks like GB18030",
        "a.ttl:2:1：第 8 字节处不是 UTF-8 编码，疑为 GB18030",
    ),
    "Latin-1": (
        "a.ttl",
        '<urn:a> <urn:p> "é" .'.encode("latin-1"),
        "it looks like Latin-1; save it as UTF-8",
        "疑为 Latin-1；请另存为 UTF-8 编码",
    ),
    "NUL": (
        "a.ttl",
        b'<urn:a>\n <urn:p> "x\0y" .',
        "a.ttl:2:12: holds a NUL character at byte 19",
        "a.ttl:2:12：第 19 字节为 NUL 字符",
    ),
    "escaped NUL": (
        "a.ttl",
        b'<urn:a> <urn:p> "x\\u0000" .',
        "a.ttl:1:19: holds an escaped NUL",
        "a.ttl:1:19：含有转义的 NUL 字符",
    ),
    "lone surrogate": (
        "a.ttl",
        b'<urn:a> <urn:p> "\\uD800" .',
        "a.ttl:1:18: the escape \\uD800 is not a character",
        "a.ttl:1:18：转义 \\uD800 不是有效字符",
    ),
    "blank in an IRI": (
        "a.ttl",
        b"<urn:a b> <urn:p> 1 .",
        "a.ttl:1:1: an IRI cannot hold the character ' '",
        "a.ttl:1:1：IRI 中不能含有字符 ' '",
    ),
    "relative IRI": (
        "a.ttl",
        b"<urn:a> <urn:p> <b> .",
        "a.ttl:1:17: the IRI is relative, and the file declares no base",
        "a.ttl:1:17：IRI 是相对的",
    ),
    "undeclared prefix": (
        "a.ttl",
        b"<urn:a> <urn:p>\n e:b .",
        "a.ttl:2:2: the prefix e: is not declared; add a line @prefix e: <...> . at the top",
        "a.ttl:2:2：前缀 e: 未声明；请在文件开头添加一行 @prefix e: <...> .",
    ),
    "missing full stop": (
        "a.ttl",
        f'{PREFIX}e:a e:p "x"\ne:b e:p "y" .'.encode(),
        "a.ttl:3:1: the statement before this place has no full stop",
        "a.ttl:3:1：此处之前的陈述缺少句点",
    ),
    "Chinese punctuation": (
        "a.ttl",
        f"{PREFIX}e:a e:p “x” .".encode(),
        "a.ttl:2:9: the Chinese punctuation mark “",
        "a.ttl:2:9：语法中不能使用中文标点 “",
    ),
    "language tag": (
        "a.ttl",
        b'<urn:a> <urn:p> "x"@abcdefghijk .',
        "a.ttl:1:21: the language tag is not valid",
        "a.ttl:1:21：语言标签无效",
    ),
    "underscore in a tag": (
        "a.ttl",
        b'<urn:a> <urn:p> "x"@zh_Hans .',
        "a.ttl:1:23: the character H cannot stand here",
        "a.ttl:1:23：此处不能使用字符 H",
    ),
    "truncated Turtle": (
        "a.ttl",
        b'<urn:a> <urn:p> "abc',
        "a.ttl:1:17: the file ends inside a statement",
        "a.ttl:1:17：文件在陈述中途结束",
    ),
    "truncated TriG": (
        "a.trig",
        b"<urn:a> <urn:p> 1 .\n<urn:a> <urn:p> ",
        "a.trig:2:17: the file ends inside a statement",
        "a.trig:2:17：文件在陈述中途结束",
    ),
    "truncated XML": (
        "a.rdf",
        XML + b'<rdf:Description rdf:about="urn:a">',
        "a.rdf:2:36: is not well-formed XML",
        "a.rdf:2:36：不是格式良好的 XML：文件在元素闭合之前结束",
    ),
    "truncated JSON": (
        "a.jsonld",
        b'{"@id": "urn:a",\n "urn:p": "x"',
        "a.jsonld:2:14: a comma or a closing bracket is missing",
        "a.jsonld:2:14：缺少逗号或右括号",
    ),
    "web page": (
        "a.ttl",
        b"<!doctype html><title>404</title>",
        "is a web page (HTML), not RDF",
        "是网页（HTML），不是 RDF",
    ),
    "web page as XML": (
        "a.rdf",
        b"\n<html><body/></html>",
        "is a web page (HTML), not RDF",
        "是网页（HTML），不是 RDF",
    ),
    "XML as Turtle": (
        "a.ttl",
        XML,
        "a.ttl:1:1: this is RDF/XML, but the name says Turtle; let the name end in .rdf",
        "a.ttl:1:1：内容是 RDF/XML，但扩展名表示 Turtle；请使用扩展名 .rdf",
    ),
    "JSON as Turtle": (
        "a.ttl",
        b'{"@id": "urn:a"}',
        "this is JSON-LD, but the name says Turtle",
        "内容是 JSON-LD，但扩展名表示 Turtle",
    ),
    "gzip as Turtle": (
        "a.ttl",
        gzip.compress(b"x"),
        "is packed with gzip; unpack it, or let the name end in .gz",
        "是 gzip 压缩文件；请先解压",
    ),
    "zip": ("a.ttl", b"PK\x03\x04...", "is packed with zip", "是 zip 压缩文件"),
    "billion laughs": (
        "a.rdf",
        BILLION_LAUGHS,
        "a.rdf:1:49: the entity a1 holds others or is long",
        "a.rdf:1:49：实体 a1 含有其他实体或过长",
    ),
    "external entity": ("a.rdf", EXTERNAL_ENTITY, "the entity e is an external", "实体 e 是外部实体"),
    "remote context": (
        "a.jsonld",
        b'{"@context": "http://127.0.0.1:9/", "@id": "urn:a", "urn:p": 1}',
        "the context is at a remote address, which is never fetched",
        "上下文位于远程地址，而程序从不联网获取",
    ),
    "context of the file system": (
        "a.jsonld",
        b'{"@context": "file:///etc/passwd", "@id": "urn:a", "urn:p": 1}',
        "which is never fetched",
        "从不联网获取",
    ),
    "relative IRI in XML": (
        "a.rdf",
        XML + b'<rdf:Description rdf:about="b"><rdf:value>x</rdf:value></rdf:Description></rdf:RDF>',
        "a.rdf:2:29: the IRI “b” is relative",
        "a.rdf:2:29：IRI“b”是相对的",
    ),
    "relative IRI in JSON": (
        "a.jsonld",
        b'{"@id": "urn:a", "urn:p": {"@id": "b"}}',
        "a.jsonld:1:36: the IRI “b” is relative",
        "a.jsonld:1:36：IRI“b”是相对的",
    ),
    "deep JSON": ("a.jsonld", NESTED_JSON, "nests brackets more than 1000 deep", "括号嵌套超过 1000 层"),
    "deep Turtle": ("a.ttl", NESTED_BRACKETS, "nests brackets more than 1000 deep", "括号嵌套超过 1000 层"),
    "deep triple terms": ("a.ttl", NESTED_TRIPLES, "nests brackets more than 1000 deep", "括号嵌套超过 1000 层"),
}


def fault_of(name: str, data: bytes, folder) -> InputError:
    file = folder / name
    file.write_bytes(data)
    store = Store()
    with pytest.raises(InputError) as caught:
        Source(name, path=file).load(store)
    assert len(store) == 0
    return caught.value


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_both_languages_and_nothing_is_loaded(fault, tmp_path):
    name, data, english, chinese = FAULTS[fault]
    error = fault_of(name, data, tmp_path)
    assert english in error.say("en")
    assert chinese in error.say("zh")
    assert error.exit_code == 2


FINE = {
    "byte order mark": ("a.ttl", b"\xef\xbb\xbf<urn:a> <urn:p> 1 ."),
    "Windows line ends": ("a.ttl", b"<urn:a>\r\n <urn:p> 1 .\r\n"),
    "brackets that only texts have": ("a.ttl", b'<urn:a> <urn:p> "((((" .\n' * 10_000),
    "a text of twenty megabytes": ("a.ttl", b'<urn:a> <urn:p> "' + b"x" * 20_000_000 + b'" .'),
    "a backslash before u0000": ("a.ttl", b'<urn:a> <urn:p> "x\\\\u0000" .'),
    "gzip": ("a.ttl.gz", gzip.compress(b"<urn:a> <urn:p> 1 .")),
    "one statement in two graphs": ("a.nq", b"<urn:a> <urn:p> <urn:b> <urn:g> .\n<urn:a> <urn:p> <urn:b> <urn:h> .\n"),
    "named graphs": ("a.trig", b"<urn:g> { <urn:a> <urn:p> 1 }"),
    "RDF/XML": (
        "a.owl",
        XML + b'<rdf:Description rdf:about="urn:a"><rdf:value>x</rdf:value></rdf:Description></rdf:RDF>',
    ),
    "JSON-LD": ("a.jsonld", b'[{"@id": "urn:a", "urn:p": 1}]'),
    "JSON-LD with our context": (
        "a.json",
        b'{"@context": "https://w3id.org/qontology/context.jsonld",\n"@id": "urn:a", "status": "status:planned"}',
    ),
}


@pytest.mark.parametrize("case", FINE)
def test_what_is_unusual_but_right_is_read(case, tmp_path):
    name, data = FINE[case]
    file = tmp_path / name
    file.write_bytes(data)
    store = Store()
    Source(name, path=file).load(store)
    assert len(store) == 1


def test_a_packed_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    file = tmp_path / "bomb.ttl.gz"
    file.write_bytes(gzip.compress(b" " * 5_000_000))
    monkeypatch.setattr("qontology.reading.sources.MOST_BYTES", 1 << 20)
    with pytest.raises(InputError, match="holds more than 1 MiB; split it"):
        Source(str(file)).load(Store())


@pytest.mark.parametrize("data", [b"no gzip at all", gzip.compress(b"<urn:a> <urn:p> 1 .", mtime=0)[:-9]])
def test_a_packed_file_that_is_broken_is_refused(data, tmp_path):
    assert "ends in .gz but cannot be unpacked" in fault_of("a.ttl.gz", data, tmp_path).say("en")


def test_a_small_packed_file_that_swells_beyond_measure_is_refused(tmp_path):
    file = tmp_path / "bomb.ttl.gz"
    file.write_bytes(gzip.compress(b"#" * 50_000_000))
    with pytest.raises(InputError, match="unpacks to more than 200 times its size"):
        Source(str(file)).load(Store())


def test_quotation_marks_behind_backslashes_are_refused_in_no_time():
    text = b"<urn:a> <urn:p> 1 .\n" + b"(" * 1100 + b'\\"' * 200_000
    with pytest.raises(InputError, match="nests brackets more than 1000 deep"):
        Source("-", text).load(Store())
    with pytest.raises(InputError, match="cannot stand here"):
        Source("-", text.replace(b"(" * 1100, b"(" * 600 + b"]" * 600), RdfFormat.TURTLE).load(Store())


def test_a_hundred_thousand_prefixes_are_read_in_no_time(tmp_path):
    text = "".join(f"@prefix p{n}: <urn:p{n}:> .\n" for n in range(100_000)) + "p1:a p2:b p3:c ."
    store = Store()
    Source("-", text.encode()).load(store)
    assert len(store) == 1


def test_blank_nodes_of_two_files_are_different_nodes():
    store = Store()
    for _ in range(2):
        Source("-", b"_:x <urn:p> 1 .").load(store)
    assert len(store) == 2


def test_lines_are_counted_as_editors_do():
    source = Source("a.ttl", "<urn:a>\r\n<urn:p> '\u2028联' .".encode())
    assert [source.line_text(line) for line in range(4)] == [None, "<urn:a>", "<urn:p> '\u2028联' .", None]


def test_what_is_no_text_has_no_lines():
    assert Source("a.ttl", b"\xff\xfe<").line_text(1) is None
