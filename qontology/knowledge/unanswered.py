"""What can be said where no question of the library is meant: which names come near, and where else to look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from .graph import KnowledgeGraph
from .named import Named
from .names import fold
from .spelling import NEAR, Lexicon
from .words import as_typed, words

__all__ = ["compared", "elsewhere", "unheard"]

COMPARING = frozenset(
    words("compare comparison differ different difference versus vs common 比较 对比 不同 区别 差异 异同 共同点")
)
"""The words that ask for two alliances side by side."""
LACKING = frozenset(words("missing lack gap learn 缺什么 缺少 缺口 欠缺 不足 短板 借鉴 学习"))
"""The words that ask what an alliance could still do."""
AGENTS, ANYTHING = ("qo:Alliance", "qo:Agent"), ("qo:Alliance", "qo:Agent", "qo:Place", "skos:Concept")
"""What a text may speak of, first what is asked for most; of places and concepts only one that says nothing else."""
FEW, SHORTEST = 3, 4
"""How many names are told of one that nothing bears, and how many Latin letters it must have."""


def elsewhere(graph: KnowledgeGraph, text: str) -> list[str]:
    """The verb, with its names, that tells what a text asks for or at least of what it speaks; empty where none does.

    >>> from qontology import load
    >>> graph = load()
    >>> elsewhere(graph, "Does QUTAC quarrel with QED-C?"), elsewhere(graph, "What is missing in QUTAC?")
    (['compare', 'QED-C', 'QUTAC'], ['gaps', 'QUTAC'])
    >>> elsewhere(graph, "What does it cost to join QED-C?"), elsewhere(graph, "What is the weather like?")
    (['show', 'QED-C'], [])
    """
    named, asked = Named(graph, text), set(words(text))
    alliances = sorted(named.things("qo:Alliance"))
    if len(alliances) > 1:
        return ["compare", *alliances]
    if alliances and LACKING & asked:
        return ["gaps", *alliances]
    for kind in ANYTHING:
        for name, own in sorted(named.things(kind).items()):
            if kind in AGENTS or asked <= own:
                return ["show", name]
    return []


def compared(graph: KnowledgeGraph, text: str) -> bool:
    """Whether a text wants several alliances side by side.

    >>> from qontology import load
    >>> compared(load(), "what do QUTAC and QED-C have in common?"), compared(load(), "members of QUTAC and QED-C")
    (True, False)
    """
    return len(Named(graph, text).things("qo:Alliance")) > 1 and not COMPARING.isdisjoint(words(text))


def unheard(graph: KnowledgeGraph, text: str, left: frozenset[str]) -> dict[str, list[str]]:
    """What a text may name and nothing here is called, by the names that come near; nothing of what comes near none.

    >>> from qontology import load
    >>> unheard(load(), "what are the goals of Qutack?", frozenset({"qutack"}))
    {'qutack': ['QUTAC']}
    """
    kind = "qo:Agent | qo:Place"
    folded = {fold(name): name for name, _ in graph.names_of(kind).all()}
    lexicon = Lexicon(graph)
    called = {word for own in Named(graph, text).things(kind).values() for word in own}
    found: dict[str, list[str]] = {}
    for word in as_typed(text, left - called):
        if word in folded or word.isdigit() or lexicon.knows(word) or (word.isascii() and len(word) < SHORTEST):
            continue
        near = containing(word, folded) or get_close_matches(word, folded, FEW, NEAR)
        while not (near or word.isascii() or len(word) <= 2):  # of Chinese nobody knows where the name ends
            word = word[:-1]
            near = containing(word, folded)
        if near:
            found[word] = [folded[each] for each in near[:FEW]]
    return found


def containing(word: str, names: Iterable[str]) -> list[str]:
    """The names that have a word in them whole, the shortest first; Chinese characters, if one begins with them.

    >>> containing("bosch", ["robert bosch gmbh", "boschung", "bosch group"])
    ['bosch group', 'robert bosch gmbh']
    >>> containing("博世", ["博世集团", "罗伯特博世"]), containing("处", ["处理中心"])
    (['博世集团', '罗伯特博世'], [])
    """
    whole = re.compile(rf"(?<![0-9a-z]){re.escape(word)}(?![0-9a-z])" if word.isascii() else re.escape(word))
    having = sorted((name for name in names if whole.search(name)), key=lambda name: (len(name), name))
    is_name = word.isascii() or (len(word) > 1 and any(name.startswith(word) for name in having))
    return having if is_name else []
