"""A data package (Frictionless): tables in CSV, and what each column holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import pyoxigraph as ox

from .. import __version__
from ..engine import Triple
from ..knowledge.library import Library
from ..language import Text
from ..namespaces import XSD, Term
from .property_graph import identifier, text_of

__all__ = ["FIELDS", "data_package"]

HOME = "https://w3id.org/qontology/table/"
QUERIES = "exchange/tables/"
DATE = {"pattern": r"^-?\d{4}(-\d\d(-\d\d)?)?$"}
"""A date is as precise as its source: a year, a month or a day. No type of the standard takes all three."""


class Field(NamedTuple):
    """A column of the tables: what it holds, its type, and the table to whose rows it points."""

    holds: Text
    type: str = "string"
    table: str = ""


FIELDS = {
    "id": Field(Text("IRI", "IRI")),
    "claim": Field(Text("claim", "论断"), table="claims"),
    "thing": Field(Text("IRI of the thing that the row is about", "该行所涉事物的 IRI")),
    "kind": Field(Text("class", "类")),
    "scheme": Field(Text("scheme of the concept", "概念所属词表")),
    "name_en": Field(Text("name in English", "英文名称")),
    "name_zh": Field(Text("name in Chinese", "中文名称")),
    "organization": Field(Text("alliance, organization or programme", "联盟、组织或计划"), table="agents"),
    "body": Field(Text("body of the alliance", "联盟的内设机构"), table="bodies"),
    "person": Field(Text("person", "人员"), table="agents"),
    "member": Field(Text("organization that is the member, or in charge", "作为成员或负责方的组织"), table="agents"),
    "agent": Field(Text("agent or programme", "主体或计划"), table="agents"),
    "post": Field(Text("post", "职位"), table="posts"),
    "task": Field(Text("IRI of the task", "任务的 IRI")),
    "tier": Field(Text("tier of membership", "会员级别")),
    "role": Field(Text("role", "角色"), table="concepts"),
    "organization_kind": Field(Text("kind of organization", "组织类型"), table="concepts"),
    "claim_kind": Field(Text("kind of claim", "论断类型"), table="concepts"),
    "counted": Field(Text("what is counted", "计数对象"), table="concepts"),
    "value": Field(Text("number", "数量"), "integer"),
    "currency": Field(Text("currency", "币种")),
    "bound": Field(Text("bound of the number", "数值界限"), table="concepts"),
    "status": Field(Text("status", "状态"), table="concepts"),
    "formation_mode": Field(Text("formation mode", "组建模式"), table="concepts"),
    "modality": Field(Text("modality", "情态"), table="concepts"),
    "dating": Field(Text("how it is dated", "时点说明"), table="concepts"),
    "founded": Field(Text("date of founding", "成立日期"), "date"),
    "date": Field(Text("date", "日期"), "date"),
    "as_of": Field(Text("date as of which it holds", "截至日期"), "date"),
    "start": Field(Text("beginning", "开始日期"), "date"),
    "end": Field(Text("end", "结束日期"), "date"),
    "country": Field(Text("country", "国家"), table="places"),
    "property": Field(Text("relation", "关系")),
    "concept": Field(Text("concept", "概念"), table="concepts"),
    "place": Field(Text("place", "地点"), table="places"),
    "part_of": Field(Text("agent of which it is a part", "所属主体"), table="agents"),
    "above": Field(Text("row of the same table of which it is a part", "同表中所属的上级")),
    "account_of": Field(
        Text(
            "row of the same table that is followed instead of this",
            "同表中所采纳的另一行",
        )
    ),
    "broader": Field(Text("concept above", "上位概念"), table="concepts"),
    "claimant": Field(
        Text("who holds it: an agent, or a source in its own voice", "主张者：主体，或以自己口吻陈述的来源")
    ),
    "text_en": Field(Text("statement in English", "英文陈述")),
    "text_zh": Field(Text("statement in Chinese", "中文陈述")),
    "reason_en": Field(Text("reason in English", "英文理由")),
    "reason_zh": Field(Text("reason in Chinese", "中文理由")),
    "text": Field(Text("text", "文本")),
    "language": Field(Text("language", "语言")),
    "address": Field(Text("address or identifier", "网址或标识符")),
    "source": Field(Text("source", "来源"), table="sources"),
    "locator": Field(Text("place in the source", "来源中的位置")),
}
"""The columns by name, in the order in which they stand; one name means one thing in every table."""


def data_package(triples: Sequence[Triple]) -> dict[str, str]:
    """The files of the package: ``datapackage.json``, and each table as CSV.

    A triple is a cell: its subject is the row, its predicate the table and the column. Every table is there, and where
    a cell has several values it is the first of them. Rows that have an ``id`` are found by it.
    """
    found: dict[str, dict[object, dict[str, list[str]]]] = {}
    library = Library()
    titles = {name.removeprefix(QUERIES): library.get(name).title for name in library.ids() if name.startswith(QUERIES)}
    for subject, predicate, value in triples:
        table, _, column = predicate.value.removeprefix(HOME).partition("/")
        row = found.setdefault(table, defaultdict(lambda: defaultdict(list)))[subject]
        row[column].append(cell(value))
    columns = {table: columns_of(table) for table in titles}
    files = {"datapackage.json": descriptor(titles, columns)}
    for table, own in columns.items():
        rows = {tuple(min(row.get(column, [""])) for column in own) for row in found.get(table, {}).values()}
        files[f"{table}.csv"] = text_of([own, *sorted(rows)])
    return files


def columns_of(table: str) -> list[str]:
    """The columns of a table: those that its query gives."""
    body = Library().get(QUERIES + table).body
    return [column for column in FIELDS if f" {table}:{column} " in body]


def cell(value: Term | Triple) -> str:
    """A value as a cell has it."""
    if isinstance(value, ox.Literal) and value.datatype == XSD["integer"]:
        return str(int(value.value))
    return identifier(value)


def descriptor(titles: dict[str, Text], columns: dict[str, list[str]]) -> str:
    """The text of ``datapackage.json``."""
    package = {
        "profile": "tabular-data-package",
        "name": "qontology",
        "id": "https://w3id.org/qontology/dataset",
        "title": "Qontology: quantum industry alliances · 量子产业联盟",
        "version": __version__,
        "licenses": [
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
        ],
        "resources": [resource(table, title, columns[table]) for table, title in titles.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def resource(table: str, title: Text, columns: list[str]) -> dict[str, object]:
    """What the package says of one table."""
    schema: dict[str, object] = {"fields": [field(name) for name in columns], "missingValues": [""]}
    if "id" in columns:
        schema["primaryKey"] = "id"
    keys = [(name, FIELDS[name].table) for name in columns if FIELDS[name].table]
    keys += [(name, table) for name in ("above", "account_of") if name in columns]
    if keys:
        schema["foreignKeys"] = [
            {"fields": name, "reference": {"resource": "" if other == table else other, "fields": "id"}}
            for name, other in keys
        ]
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "title": f"{title.en} · {title.zh}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def field(name: str) -> dict[str, object]:
    """What the package says of one column."""
    holds, kind, _ = FIELDS[name]
    found: dict[str, object] = {
        "name": name,
        "title": f"{holds.en} · {holds.zh}",
        "type": "string" if kind == "date" else kind,
    }
    constraints = {**({"required": True, "unique": True} if name == "id" else {}), **(DATE if kind == "date" else {})}
    return found | ({"constraints": constraints} if constraints else {})
