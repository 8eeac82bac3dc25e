"""Forms: all that the package writes, by name, by the endings of its files and by media type."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError, choose_from
from ..language import Text

__all__ = ["FORMS", "STATEMENTS", "Form", "chosen", "names", "packed", "stands"]

PACKED = ".gz"


class Form(NamedTuple):
    """A form in which things are written: its name, the endings of its files (the first is the usual one), its media
    type, and other names under which people ask for it."""

    name: str
    endings: tuple[str, ...]
    media_type: str
    other_names: tuple[str, ...] = ()


FORMS = {
    form.name: form
    for form in (
        Form("text", (".txt",), "text/plain"),
        Form("table", (".txt",), "text/plain"),
        Form("markdown", (".md", ".markdown"), "text/markdown", ("md",)),
        Form("html", (".html", ".htm"), "text/html"),
        Form("csv", (".csv",), "text/csv"),
        Form("tsv", (".tsv",), "text/tab-separated-values"),
        Form("xlsx", (".xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Form("pptx", (".pptx",), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        Form("parquet", (".parquet",), "application/vnd.apache.parquet"),
        Form("json", (".json",), "application/json"),
        Form("sparql", (".rq", ".sparql"), "application/sparql-query"),
        Form("turtle", (".ttl",), "text/turtle", ("ttl",)),
        Form("trig", (".trig",), "application/trig"),
        Form("nt", (".nt",), "application/n-triples", ("n-triples", "ntriples")),
        Form("nq", (".nq",), "application/n-quads", ("n-quads", "nquads")),
        Form("rdfxml", (".rdf", ".owl", ".xml"), "application/rdf+xml", ("rdf", "xml")),
        Form("jsonld", (".jsonld", ".json"), "application/ld+json", ("json-ld",)),
        Form("sarif", (".sarif", ".sarif.json", ".json"), "application/sarif+json"),
        Form("github", (".txt",), "text/plain"),
        Form("report", (".ttl",), "text/turtle"),
        Form("junit", (".xml",), "application/xml"),
        Form("quickstatements", (".qs", ".tsv", ".txt"), "text/tab-separated-values"),
        Form("zip", (".zip",), "application/zip"),
    )
}

STATEMENTS = ("turtle", "trig", "nt", "nq", "rdfxml", "jsonld")
"""The forms in which statements are written, the usual one first."""


def names(offered: Sequence[str]) -> dict[str, str]:
    """All names under which these forms can be asked for, each with the name of its form."""
    return {name: form for form in offered for name in (form, *FORMS[form].other_names)}


def chosen(offered: Sequence[str], wanted: str | None = None, target: str | None = None) -> str:
    """The form to write: the one that is wanted, else the one that the ending of the file tells, else the first.

    A name without an ending, and what stands there and is no regular file, fits every form; ``.gz`` is looked through.

    >>> chosen(["table", "csv", "json"], target="goals.csv")
    'csv'
    >>> chosen(["turtle", "nt"], target="all.nt.gz")
    'nt'

    :raises InputError: where the ending is of none of these forms, or of another one than is wanted.
    """
    if wanted is not None and wanted not in offered:
        raise InputError(
            Text(f"the form {wanted} is not offered here", f"此处不提供 {wanted} 格式"),
            remedy=choose_from(offered),
        )
    ending = ending_of(target)
    if not ending or wanted in with_ending(FORMS, ending):
        return wanted or offered[0]
    fitting = with_ending(offered, ending)
    if wanted is None and fitting:
        return fitting[0]
    if wanted is not None and not with_ending(FORMS, ending):
        return wanted
    if wanted is not None:
        usual = FORMS[wanted].endings[0]
        raise InputError(
            Text(f"the ending {ending} is not that of the form {wanted}", f"扩展名 {ending} 与格式 {wanted} 不符"),
            remedy=Text(
                f"leave -f out, or name a file that ends in {usual}", f"请去掉 -f，或改用以 {usual} 结尾的文件名"
            ),
            file=target,
        )
    endings = dict.fromkeys(FORMS[name].endings[0] for name in offered)
    raise InputError(
        Text(
            f"the ending {ending} tells no form that can be written here", f"无法由扩展名 {ending} 判断此处可写出的格式"
        ),
        remedy=Text(
            f"use {', '.join(endings)}, with or without .gz, or name the form with -f",
            f"请使用 {'、'.join(endings)}（可另加 .gz），或用 -f 指明格式",
        ),
        file=target,
    )


def packed(content: str | bytes, target: str) -> bytes:
    """The bytes for a file of this name, packed with gzip where it ends in ``.gz``: the same at every time.

    >>> packed("量", "a.txt")
    b'\\xe9\\x87\\x8f'
    """
    data = content.encode() if isinstance(content, str) else content
    if not target.lower().endswith(PACKED):
        return data
    import gzip
    import io

    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as archive:
        archive.write(data)
    return file.getvalue()


def ending_of(target: str | None) -> str:
    """The ending of a file that is to be written, in lower case: a known one, or what follows the last dot."""
    if target is None or stands(target) not in (None, stat.S_IFREG):
        return ""
    name = Path(target).name.lower().removesuffix(PACKED)
    known = [ending for form in FORMS.values() for ending in form.endings if name.endswith(ending)]
    return max(known, key=len, default=Path(name).suffix)


def stands(target: str | Path) -> int | None:
    """The kind of what stands somewhere, such as ``stat.S_IFDIR``; None of nothing, or where nothing can stand."""
    with suppress(OSError, ValueError):
        return stat.S_IFMT(Path(target).stat().st_mode)
    return None


def with_ending(offered: Sequence[str] | dict[str, Form], ending: str) -> list[str]:
    """Those of these forms whose files have this ending."""
    return [name for name in offered if ending in FORMS[name].endings]
