"""The index of the search: a script that assigns it, since a page that is opened from a disk may not fetch."""

from __future__ import annotations

import json

from ..namespaces import SKOS
from .addresses import HOME
from .content import Content
from .texts import KINDS

__all__ = ["names_index", "search_index"]

OTHERS = (SKOS["altLabel"].value, SKOS["hiddenLabel"].value)


def search_index(content: Content) -> bytes:
    """All names in both languages: page, kind, English name, Chinese name, other names."""
    kinds = [*KINDS]
    entries: list[list[object]] = []
    en, zh = content.words["en"], content.words["zh"]
    for kind, nodes in content.kinds.items():
        for node in nodes:
            own = content.things.properties(node)
            names = [en.name(node), zh.name(node)]
            more = [value.value for name in OTHERS for value in own.get(name, ()) if value.value not in names]
            entries.append([content.addresses.of(node), kinds.index(kind), *names, "\n".join(dict.fromkeys(more))])
    for code, rule in content.rules.items():
        entries.append([f"shapes/{code}.html", kinds.index("shapes"), *rule.name, code])
    for one in content.questions:
        if not one.is_for_exchange:
            words = f"{one.keywords.en} {one.keywords.zh}"
            entries.append([f"query/{one.id}.html", kinds.index("questions"), one.title.en, one.title.zh, words])
    index = {"kinds": [[*text] for text in KINDS.values()], "entries": entries}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"window.qontologyIndex={text};\n".encode()


def names_index(content: Content) -> bytes:
    """The pages on which names are told of that have none of their own, by what follows our namespace."""
    addresses = content.addresses
    found = {
        node.value.removeprefix(HOME): addresses.of(node)
        for node in sorted(content.things.all(), key=str)
        if node.value.startswith(HOME + "id/") and not addresses.has_page(node) and addresses.of(node)
    }
    return f"window.qontologyNames={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n".encode()
