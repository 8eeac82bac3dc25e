"""Words of a text as they are compared: English by their stems, Chinese by their pairs of characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache

from .dates import dated

__all__ = ["as_meant", "as_typed", "stem", "words"]

RUN = re.compile(r"[0-9a-z]+|[\u3400-\u9fff]+")
# Words that a question has whatever it asks for.
ENGLISH = frozenset((
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "behind", "by", "can", "did", "do",
    "does", "each", "every", "for", "from", "give", "had", "has", "have", "i", "if", "in", "into", "is", "it", "its",
    "know", "list", "made", "make", "me", "of", "on", "one", "or", "our", "out", "show", "so", "some", "tell", "than",
    "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "together", "us", "was", "we",
    "were", "what", "which", "who", "whom", "whose", "why", "will", "with", "work", "would", "you", "how", "get",
    "now", "today", "currently", "please", "mean", "means",
    "anybody", "anyone", "cover", "covers", "somebody", "someone", "see", "say",
))  # fmt: skip
CHINESE = re.compile(
    "请问|告诉|属于|哪种|哪类|哪一些|哪一个|哪些|哪个|哪家|哪几|哪里|哪儿|什么|多少|几家|几个|怎么样|怎样|怎么|如何|为何|为什么|是否|有没有|"
    "介绍(?:一下|下)?|按照|根据|有何|之间|跟|[以之][前后来]|什么意思|过(?=哪|什么|多少)|中(?=谁|哪|有)|主要(?=领导|负责|成员)|分别|各自|都有|还有|以及|有关|关于|列出|显示|方面|工作(?!组)|情况|里$|(?<![国专])家|(?<!涉)及|已经|[做的了吗呢吧在是有和与或谁哪各为由对把被这那其之个们都]|从(?!事)"
)
# Other words for what the graph calls by one.
MEANT = {
    r"由?(政府|企业|学术界)(?:牵头|领导|发起)": r"\1主导",
    "(?:高校|大学)(?:牵头|主导|领导|发起)": "学术界主导",
    r"\b(?:led|driven|run) by (?:the )?(?:government|state)s?\b": "government-led",
    r"\bstate-led\b": "government-led",
    r"\b(?:led|driven|run) by (?:companies|industry|business)\b": "company-led",
    r"\b(?:industry|business)-led\b": "company-led",
    r"\bwhat (?:does|do) (.*(?:groups?|committees?|bod(?:y|ies)))(.*) do\b": r"tasks of \1\2",
    r"\bwhat (?:does|do|is|are|did|has|have) (.+?) (?:do|doing|done)\b": r"what does \1 undertake",
    r"\bwho (?:runs|heads)\b": "who leads",
    r"\b(?:who|which [a-z]+) (?:is|are) in\b(?! (?:more|several|two))": r"members \g<0>",
    r"\b(?:led|driven|run) by (?:academia|universities)\b": "academia-led",
    r"\buniversity-led\b": "academia-led",
    r"\b(?:oldest|newest|youngest)(?: \w+)? (?:alliance|consorti)": r"in which order founded: \g<0>",
    r"\balliances? (?:is|was|are) the (?:oldest|newest|youngest)\b": r"in which order founded: \g<0>",
    r"\bhow (?:is|are) (.+?) organi[sz]ed\b": r"bodies, committees \1",
    r"\bpapers?\b": "study",
    r"\bwhat (?:does|did) the study (?:say|claim|think) (?:of|about)\b": "what is claimed of",
    r"\b(?:advice|advise[sd]?|suggests?|suggestions?)\b": "recommend",
    r"\b(in|of|to) (?:several|multiple|(?:at least )?two or more|more than one)(?: of)?(?: the| different)? "
    r"(?:alliances|consortia|five)\b": r"\1 more than one alliance",
    r"\bwho in (.+?) (?:does|do|works? on|works? in)\b": r"which members of \1 work in the field",
    r"\bhow (?:can|do|could|to)\b.*\bjoin\b": r"membership tiers, eligible: \g<0>",
    r"\bstands? for\b": "is the full name of",
    r"^\W*(?:the )?(?:quantum )?(?:alliances|consortia)\W*$": "alliances, place, formation mode, age, known",
    "^(?:量子)?(?:产业)?联盟$": "联盟名录",
    "论文": "研究",
    "通[讯]": "通信",
    "共同之处|共通之处|共性": "共同点",
    "优点|长处": "优势",
    "驱动(?:力|因素)?": "动因",
    "如何评价|怎么评价|怎样评价": "有哪些论断关于",
    "拒之门外|不(?:得|准|能)(?:加入|成为)": "被排除",
    "首个|首家|头一[个家]|第一家|最先": "第一个",
    "第二级|第二档": "二级",
    "(?:同时)?(?:加入|参加|参与|属于|身兼)了?(?:几|多|两)[个家](?:以上)?(?:的)?联盟": "参加多个联盟",
    "(?:在)?(?:哪里|哪儿|何处)(?:工作|任职|就职|供职)|(?:就职|任职|供职)于(?:哪里|何处|哪儿)": "的任职单位",
    "由(哪[些几][^，。？]{0,4}?)组成": r"的成员有\1",
    "钱.{0,2}谁出|谁出.{0,3}钱": "谁资助",
    "(资金|经费|钱)(?:都)?(?:是)?从哪里?来": r"\1由谁资助",
    r"(?:做|干)了?(?:些)?什么(?=\W*$)": "发生了什么",
    "(组|委员会|分委会)(?:都|各自)?(?:做|干|负责)(?:些)?什么": r"\1的任务",
    "最像|最相像|最接近": "最相似",
    "哪些(.{0,4}?)(?:参加|加入)了?(?!哪|几|多|两|不止)(.+)": r"\2的成员有哪些\1",
    "(?:怎么|怎样|如何)(?:才能)?加入": "会员级别和准入",
}
# What asks for a number, a time, a place or what is not there, as the word that questions of the library have for it.
ASKED = {
    r"\b(?:who|which (?:compan|organi|firm|universit|people|person)\w*)"
    r" (?:founded|created|started|established|set up)\b": " initiate founding ",
    "(?:由|是)?谁(?:创立|创办|发起)|谁(?:创立|创办|发起)": "/发起/成立/", "是谁发起": "/发起/成立/",
    r"^\W*(?:is|are)\b(?=.+\bin\b)": " member ", r"\bdoes\b.+\bbelong to\b": r" member \g<0> ",
    r"['’]s\b": " ", "(?<=[0-9])年": "/", "会员(?:单位|企业)?(?!级|类|等|层|费|资)": "成员",
    "联盟|成员": r"/\g<0>/",
    r"\bhow (many|much|big|large)\b": " number ", r"\b(when|since when)\b": " date ", r"\bwhere\b": " place ",
    r"\b(without|lack|lacks|unknown|not|no|none)\b": " lacking ",
    "没有|尚无|未知|不详|未(?!来)": "/缺失/",
    "多少|几家|几个": "/数量/", "什么时候|何时|哪一年|哪年": "/日期/", "哪里|哪儿|何处|什么地方": "/地点/",
}  # fmt: skip
ENDINGS = (
    "ences", "ence", "isation", "ization", "ations", "ation", "ments", "ment", "ships", "ship", "ings", "ing", "ised",
    "ise", "ies", "ers", "er", "ors", "or", "ed", "es", "s", "y", "e",
)  # fmt: skip
SHORTEST = 4


def as_meant(text: str) -> str:
    """A text in the words of the graph, for what has several.

    >>> as_meant("哪些联盟由政府牵头？"), as_meant("alliances led by the government")
    ('哪些联盟政府主导？', 'alliances government-led')
    """
    text = dated(text)
    for said, meant in MEANT.items():
        text = re.sub(said, meant, text, flags=re.IGNORECASE)
    return text


@lru_cache(16_384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text that tell one question from another, each as often as it stands there.

    >>> words("Who leads the working groups?")
    ('lead', 'work', 'group')
    >>> words("各联盟由谁牵头？")
    ('联盟', '牵头')
    """
    return tuple(found(unicodedata.normalize("NFKC", text).casefold()))


def found(text: str) -> Iterator[str]:
    """The words of a text without case and width."""
    for asking, meant in ASKED.items():
        text = re.sub(asking, meant, text)
    for run in RUN.findall(text):
        if run[0] >= "\u3400":
            for part in CHINESE.split(run):
                yield from (part[here : here + 2] for here in range(max(len(part) - 1, 1))) if part else ()
        elif run not in ENGLISH:
            yield stem(run)


@lru_cache(4096)
def stem(word: str) -> str:
    """An English word without its endings, as far as four letters stay.

    >>> stem("members") == stem("membership")
    True
    """
    while True:
        for ending in ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                word = word[: -len(ending)]
                break
        else:
            return word


def as_typed(text: str, chosen: Container[str]) -> list[str]:
    """The parts of a text that stand behind some of its words; what a text asks for, as a number, stands behind none.

    >>> as_typed("Which universities joined?", {stem("universities")})
    ['universities']
    >>> as_typed("谁资助荷兰的联盟？", {"助荷", "荷兰"})
    ['助荷兰']
    """
    parts: list[str] = []
    for run in RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run[0] < "\u3400":
            parts += [run] * (run not in ENGLISH and stem(run) in chosen)
            continue
        for part in CHINESE.split(run):
            last = -2
            for here in range(len(part)):
                pair = part[here : here + 2]
                if pair in chosen:
                    parts += [pair] if here - 1 != last else [parts.pop() + pair[1:]]
                    last = here
    return list(dict.fromkeys(parts))
