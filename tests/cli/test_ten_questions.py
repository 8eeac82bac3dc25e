"""The ten questions that were answered worst: each by one command, and in words of both languages."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

PAGES = Path(__file__).parents[2] / "docs"


class Asked(NamedTuple):
    """A question: its command, what an answer to it has to name in either language, and ways to ask it."""

    command: str
    names: dict[str, tuple[str, ...]]
    en: tuple[str, ...]
    zh: tuple[str, ...]


TEN = {
    "several": Asked(
        "qontology compare --organizations",
        {"en": ("Bosch Group", "Robert Bosch GmbH", "IBM"), "zh": ("博世集团", "IBM")},
        (
            "Who is in more than one of the five?",
            "Who is in more than one alliance?",
            "Which organizations belong to several alliances?",
            "Which companies are members of two or more alliances?",
            "Does anybody sit in more than one alliance?",
        ),
        ("谁参加了不止一个联盟？", "哪些组织同时加入了几个联盟？", "有哪些企业身兼多个联盟的成员？"),
    ),
    "shut out": Asked(
        "qontology query structure/tiers alliance=QED-C",
        {"en": ("China is kept out",), "zh": ("中国被排除在",)},
        (
            "Who is shut out of QED-C's second tier?",
            "Who cannot join the second tier of QED-C?",
            "Which country is excluded from QED-C's membership tiers?",
        ),
        ("谁被排除在QED-C的二级会员之外？", "QED-C的第二级会员把谁拒之门外？", "哪些国家不能成为QED-C的二级会员？"),
    ),
    "all five": Asked(
        "qontology query compare/shared-themes",
        {"en": ("To all five alliances it is a main goal",), "zh": ("statement:shared-main-goal",)},
        ("What do all five have in common?", "What do all five alliances share, by the paper?"),
        ("五家联盟有什么共同点？", "按照论文，五家联盟有何共同之处？", "五个联盟都有哪些共同的主题？"),
    ),
    "leaders": Asked(
        "qontology query structure/people alliance=QED-C",
        {"en": ("SRI International", "materials scientist"), "zh": ("SRI", "材料")},
        (
            "Where do QED-C's leaders work, what is their profession?",
            "What is the background of QED-C's leaders?",
            "Who are the people at QED-C and where are they employed?",
        ),
        ("QED-C的领导在哪里任职，是什么专业背景？", "QED-C的负责人在哪里工作？", "QED-C的主要领导都就职于哪里？"),
    ),
    "recommended": Asked(
        "qontology query evidence/recommendations",
        {"en": ("rely-on-government", "let key forces in government"), "zh": ("rely-on-government",)},
        ("What does the paper recommend?", "What advice does the study give to China?"),
        ("论文提出了哪些建议？", "研究有什么建议？", "论文对中国有哪些建议？"),
    ),
    "computers": Asked(
        "qontology query structure/technologies alliance=QIC",
        {"en": ("fault-tolerant gate model", "quantum annealer"), "zh": ("容错门模型", "量子退火")},
        (
            "Which kinds of quantum computer do QIC's members build?",
            "What kinds of quantum computers are built by members of QIC?",
        ),
        ("QIC的成员研制哪几类量子计算机？", "QIC成员做哪些类型的量子计算机？", "QIC成员的技术路线有哪些？"),
    ),
    "first of China": Asked(
        "qontology query formation/beginnings place=China",
        {"en": ("China Quantum Communication Industry Alliance", "2015"), "zh": ("中国量子通信产业联盟", "2015年")},
        (
            "When was the first alliance of China founded?",
            "When was China's first alliance founded?",
            "When was the first Chinese alliance announced?",
        ),
        ("中国的第一个联盟是什么时候成立的？", "中国最早的量子联盟何时成立？", "中国首个联盟成立于哪一年？"),
    ),
    "machine learning": Asked(
        'qontology query structure/members-by-field field="machine learning" alliance=QUTAC',
        {"en": ("SAP", "Siemens"), "zh": ("思爱普", "西门子")},
        (
            "Which members of QUTAC do machine learning?",
            "Which QUTAC members work on machine learning?",
            "Who in QUTAC does machine learning?",
        ),
        ("QUTAC的哪些成员做机器学习？", "QUTAC成员中谁从事机器学习？"),
    ),
    "claims": Asked(
        'qontology query evidence/claims-about about=company-led theme="industry demand"',
        {"en": ("company-led",), "zh": ("企业主导",)},
        (
            "What is claimed of company-led alliances?",
            "What drives company-led alliances?",
            "What does the study say of company-led alliances?",
        ),
        ("企业主导的联盟有哪些优势？", "企业主导的联盟由什么驱动？"),
    ),
    "numbers": Asked(
        "qontology query structure/member-counts",
        {"en": ("of 52 of them no number is known",), "zh": ("其中52家数量未知",)},
        (
            "How many members does each alliance have?",
            "Of which alliance is no member count known?",
            "For which alliances is the number of members unknown?",
        ),
        ("各联盟有多少成员？", "哪个联盟的成员数量未知？", "哪些联盟的成员数不详？"),
    ),
}
WORDS = [
    (name, language, words)
    for name, asked in TEN.items()
    for language in ("en", "zh")
    for words in getattr(asked, language)
]
BOSCH = {"en": ("Bosch",), "zh": ("博世",)}
"""Asked in words, who is in several is told of all alliances, where the parts of a group stand by themselves."""


@pytest.mark.parametrize("name", TEN)
@pytest.mark.parametrize("page", ["analysis.md", "analysis.zh.md"])
def test_its_command_stands_on_the_page(page, name):
    lines = re.findall(r"^\$ (.*?)(?: +#.*)?$", (PAGES / page).read_text("utf-8"), re.MULTILINE)
    assert TEN[name].command in lines


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", TEN)
def test_its_command_answers_it(name, language, run):
    outcome = run(*shlex.split(TEN[name].command)[1:], "--lang", language)
    assert outcome.code == 0
    assert [each for each in TEN[name].names[language] if each not in outcome.out] == []


@pytest.mark.parametrize(("name", "language", "words"), WORDS)
def test_so_do_words(name, language, words, run):
    outcome = run("ask", words, "--lang", language)
    assert outcome.code == 0, outcome.err
    names = BOSCH[language] if name == "several" else TEN[name].names[language]
    assert [each for each in names if each not in outcome.out] == []
