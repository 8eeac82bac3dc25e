"""Questions in words, as people ask them in both languages, and the question of the library that each means."""

import pytest
from asking import graph, study

from qontology.knowledge.asking import candidates, clear
from qontology.knowledge.library import Library
from qontology.knowledge.words import stem, words

MEANT = {
    "who leads the work on standards": ("structure/leaders-by-theme", {"theme": "standards and standardisation"}),
    "谁负责标准方面的工作？": ("structure/leaders-by-theme", {"theme": "标准"}),
    "which goals does QUTAC have": ("goals/of-alliance", {"alliance": "QUTAC"}),
    "QUTAC的目标有哪些？": ("goals/of-alliance", {"alliance": "QUTAC"}),
    "members of QIC": ("structure/members", {"alliance": "QIC"}),
    "how many members does QuIC have?": ("structure/member-counts", {"alliance": "QuIC"}),
    "QuIC有多少成员？": ("structure/member-counts", {"alliance": "QuIC"}),
    "when was Q-STAR founded": ("formation/beginnings", {"alliance": "Q-STAR"}),
    "Q-STAR是什么时候成立的？": ("formation/beginnings", {"alliance": "Q-STAR"}),
    "which alliances were founded by 2020": ("formation/founded-by", {"date": "2020"}),
    "what happened in 2021": ("core/what-happened", {"when": "2021"}),
    "2021年发生了什么？": ("core/what-happened", {"when": "2021"}),
    "which goals name quantum computing": ("goals/by-technology", {"technology": "quantum computing"}),
    "where is Q-STAR based": ("core/places", {"alliance": "Q-STAR"}),
    "is QED-C government-led or company-led": ("formation/modes", {"alliance": "QED-C"}),
    "哪些联盟由政府主导": ("formation/modes", {"mode": "政府主导"}),
    "which claims are made about QUTAC": ("evidence/claims-about", {"about": "QUTAC"}),
    "which reports have been published": ("initiatives/reports", {}),
    "which goals are shared by several alliances": ("compare/shared-themes", {}),
    "QED-C设有哪些机构": ("structure/bodies", {"alliance": "QED-C"}),
    "工作组的任务": ("structure/tasks", {}),
    "会员级别和准入国家": ("structure/tiers", {}),
    # The ten that were hardest to find.
    "who is in more than one alliance": ("core/shared-organizations", {}),
    "哪些组织参加了多个联盟？": ("core/shared-organizations", {}),
    "Who is shut out of QED-C's second tier?": ("structure/tiers", {"alliance": "QED-C"}),
    "What do all five have in common?": ("compare/shared-themes", {}),
    "Where do QED-C's leaders work?": ("structure/people", {"alliance": "QED-C"}),
    "what does the study recommend": ("evidence/recommendations", {}),
    "研究提出了哪些建议？": ("evidence/recommendations", {}),
    "Which kinds of quantum computer do QIC's members build?": ("structure/technologies", {"alliance": "QIC"}),
    "Which members of QUTAC do machine learning?": (
        "structure/members-by-field",
        {"field": "machine learning", "alliance": "QUTAC"},
    ),
    "What is claimed of company-led alliances?": ("evidence/claims-about", {"about": "company-led"}),
    # What people ask first.
    "Which alliance is the oldest?": ("formation/foundings", {}),
    "newest alliances": ("formation/foundings", {}),
    "最新的联盟有哪些？": ("formation/foundings", {}),
    "How is QUTAC organised?": ("structure/bodies", {"alliance": "QUTAC"}),
    "QuIC的组织架构是怎样的？": ("structure/bodies", {"alliance": "QuIC"}),
    "What does the paper recommend?": ("evidence/recommendations", {}),
    "论文提出了哪些建议？": ("evidence/recommendations", {}),
    "哪些企业加入了多个联盟？": ("core/shared-organizations", {}),
    "Who founded Q-STAR?": ("formation/founders", {"alliance": "Q-STAR"}),
    "Q-STAR是谁发起的？": ("formation/founders", {"alliance": "Q-STAR"}),
    "How old is QED-C?": ("formation/beginnings", {"alliance": "QED-C"}),
    "Which alliances were founded in 2021?": ("compare/directory", {"since": "2021", "until": "2021"}),
    "哪些联盟成立于2021年？": ("compare/directory", {"since": "2021", "until": "2021"}),
    "中国有哪些量子产业联盟？": ("compare/directory", {"place": "中国"}),
    "每个国家有多少联盟？": ("compare/by-place", {}),
    "Which alliance has the most members?": ("structure/latest-sizes", {}),
    "哪个联盟成员最多？": ("structure/latest-sizes", {}),
    "Who chairs the QuIC working groups?": ("structure/leaders", {"alliance": "QuIC"}),
    "QuIC各工作组的负责人是谁？": ("structure/leaders", {"alliance": "QuIC"}),
    "QuIC有哪些工作组？": ("structure/bodies", {"alliance": "QuIC"}),
    "谁担任QED-C的主任？": ("structure/people", {"alliance": "QED-C"}),
    "What has QED-C published?": ("initiatives/of-alliance", {"alliance": "QED-C"}),
    "How much money did Elevate Quantum get?": ("structure/funding", {"receiver": "Elevate Quantum"}),
    "Elevate Quantum获得了多少资助？": ("structure/funding", {"receiver": "Elevate Quantum"}),
    "Where do sources contradict each other?": ("evidence/conflicts", {}),
    "What are the laws behind the alliances?": ("core/laws-and-programmes", {}),
    "哪些目标涉及标准？": ("goals/by-theme", {"theme": "标准"}),
    "Which bodies have the most leaders?": ("structure/number-of-leaders", {}),
    # A kind, a member and an alliance are three values; what is today is what is known.
    "Which companies are members of QuIC?": ("structure/members", {"alliance": "QuIC", "memberKind": "company"}),
    "哪些大学加入了QuIC？": ("structure/members", {"alliance": "QuIC", "memberKind": "大学"}),
    "Is Toshiba a member of Q-STAR?": ("structure/members", {"alliance": "Q-STAR", "member": "Toshiba"}),
    "How many members has QED-C today?": ("structure/member-counts", {"alliance": "QED-C"}),
    "QED-C有多少会员？": ("structure/member-counts", {"alliance": "QED-C"}),
    "What is the legal form of QuIC?": ("core/legal-forms", {"organization": "QuIC"}),
    "What is the roadmap of QuIC?": ("initiatives/roadmaps", {"alliance": "QuIC"}),
    "What are the membership tiers of QuIC?": ("structure/tiers", {"alliance": "QuIC"}),
    "How large is the budget of Q-STAR?": ("structure/funding", {"receiver": "Q-STAR"}),
    "Which national programmes fund alliances?": ("core/laws-and-programmes", {}),
    "Which alliances cooperate with each other?": ("formation/agreements", {}),
    "Which alliances are similar to QUTAC?": ("compare/similar", {"alliance": "QUTAC"}),
    "Who chairs QuIC?": ("structure/heads", {"alliance": "QuIC"}),
    "2024年成立了哪些联盟？": ("compare/directory", {"since": "2024", "until": "2024"}),
    "IBM参加了哪些联盟？": ("core/organization-roles", {"organization": "IBM"}),
    "QuIC下设哪些工作组？": ("structure/bodies", {"alliance": "QuIC"}),
    "Q-STAR的会长是谁？": ("structure/people", {"alliance": "Q-STAR"}),
    "QUTAC的成员分布在哪些行业？": ("structure/members-by-sector", {"alliance": "QUTAC"}),
    # Peoples stand for their countries, and many words for one formation mode.
    "Korean alliances": ("compare/directory", {"place": "South Korea"}),
    "alliances in Korea": ("compare/directory", {"place": "South Korea"}),
    "Dutch quantum alliances": ("compare/directory", {"place": "Netherlands"}),
    "UK alliances": ("compare/directory", {"place": "United Kingdom"}),
    "European alliances for standards": (
        "compare/directory",
        {"place": "Europe", "theme": "standards and standardisation"},
    ),
    "goals of Japanese alliances": ("goals/by-place", {"place": "Japan"}),
    "who funds quantum in Canada": ("structure/funders", {"place": "Canada"}),
    "加拿大由谁资助量子产业？": ("structure/funders", {"place": "加拿大"}),
    "哪些联盟由政府牵头": ("formation/modes", {"mode": "政府主导"}),
    "企业牵头的联盟有哪些": ("formation/modes", {"mode": "企业主导"}),
    "Which alliances are led by companies?": ("formation/modes", {"mode": "company-led"}),
    "government-led alliances in Europe": ("compare/directory", {"place": "Europe", "mode": "government-led"}),
    # What is said to be in something is a member of it, and what somebody does are initiatives.
    "Is Siemens in QUTAC?": ("structure/members", {"alliance": "QUTAC", "member": "Siemens"}),
    "which companies are in QUTAC": ("structure/members", {"alliance": "QUTAC", "memberKind": "company"}),
    "what does QIC do": ("initiatives/of-alliance", {"alliance": "QIC"}),
    # A word of the name of an alliance is no value beside it, nor a people in it a place.
    "members of the Danish Quantum Community": ("structure/members", {"alliance": "Danish Quantum Community"}),
    # A place before the name of an alliance only says where it is at home.
    "德国量子技术与应用联盟的目标": ("goals/of-alliance", {"alliance": "量子技术与应用联盟"}),
    "goals of Japan's Q-STAR": ("goals/of-alliance", {"alliance": "Q-STAR"}),
    # Months as people say them.
    "Which report did QED-C publish in June 2022?": (
        "compare/timeline",
        {"alliance": "QED-C", "since": "2022-06", "until": "2022-06"},
    ),
    "2022年6月QED-C做了什么？": ("compare/timeline", {"alliance": "QED-C", "since": "2022-06", "until": "2022-06"}),
    "2018年以前成立的联盟": ("compare/directory", {"until": "2018"}),
    # Other words for what the library calls by one.
    "what does QuIC stand for?": ("core/names", {"alliance": "QuIC"}),
    "QuIC的全称是什么": ("core/names", {"alliance": "QuIC"}),
    "alliances": ("compare/directory", {}),
    "量子联盟": ("compare/directory", {}),
    "联盟成员": ("structure/members", {}),
    "QUTAC由哪些企业组成": ("structure/members", {"alliance": "QUTAC", "memberKind": "企业"}),
    "哪些企业参加了QUTAC": ("structure/members", {"alliance": "QUTAC", "memberKind": "企业"}),
    "Which companies founded QUTAC?": ("formation/founders", {"alliance": "QUTAC"}),
    "What do QuIC's working groups do?": ("structure/tasks", {"alliance": "QuIC"}),
    "怎么加入QED-C": ("structure/tiers", {"alliance": "QED-C"}),
    "QUTAC跟谁最像": ("compare/similar", {"alliance": "QUTAC"}),
    "谁是QED-C的执行董事": ("structure/people", {"alliance": "QED-C"}),
    "哪个工作组的负责人最多？": ("structure/number-of-leaders", {}),
    "oldest quantum alliance in Europe": ("formation/beginnings", {"place": "Europe"}),
    "Which alliance was founded last?": ("formation/foundings", {}),
    # The word alliance, with a theme elsewhere in the question, is not the name of a kind of alliance.
    "Which alliances have a working group on standards?": ("structure/bodies", {}),
}


@pytest.mark.parametrize("asked", MEANT)
def test_a_question_in_words_finds_the_question_of_the_library_and_its_values(asked: str) -> None:
    found = clear(candidates(graph(), asked))
    assert found is not None
    assert (found.question.id, found.values) == MEANT[asked]


@pytest.mark.parametrize(
    "asked",
    [
        "What does it cost to join QED-C?",
        "加入QED-C要交多少会费？",
        "how is the weather today",
        "price of bitcoin",
        "今天天气怎么样",
        "量子比特多大",
        "What does membership in QED-C cost?",
        "华为是哪些联盟的成员？",
        "Which countries have no quantum alliance?",
        "量子计算联盟的天气",
        "What is the share price of QUTAC members?",
        "How tall are the members of QuIC?",
        "members of Qutack",
        "?",
    ],
)
def test_what_the_library_does_not_know_is_no_question_of_it(asked: str) -> None:
    assert clear(candidates(graph(), asked)) is None


@pytest.mark.parametrize("asked", ["QUTAC", "本源量子", "standards"])
def test_a_mere_name_asks_for_nothing(asked: str) -> None:
    assert clear(candidates(graph(), asked)) is None


def test_what_fits_two_questions_alike_is_neither() -> None:
    found = candidates(graph(), "sources")
    assert clear(found) is None
    assert {each.question.id for each in found[:2]} == {"evidence/source-details", "evidence/sources"}


def test_a_question_that_lacks_a_value_is_not_answered_by_its_example() -> None:
    (found,) = (each for each in candidates(graph(), "as of a date") if each.question.id == "compare/as-of")
    assert [parameter.name for parameter in found.missing] == ["date"]
    assert clear([found, *candidates(graph(), "as of a date")[-1:]]) is None


def test_two_things_of_one_kind_are_both_meant_and_neither_is_the_value() -> None:
    found = clear(candidates(graph(), "members of QIC and QUTAC"))
    assert found is not None
    assert (found.question.id, found.values) == ("structure/members", {})


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("timeline since 2021", {"since": "2021"}),
        ("timeline until 2021-06", {"until": "2021-06"}),
        ("timeline 2021", {}),
    ],
)
def test_a_date_is_a_bound_where_it_is_said_to_be_one(asked: str, values: dict[str, str]) -> None:
    (found,) = (each for each in candidates(graph(), asked) if each.question.id == "compare/timeline")
    assert found.values == values


def test_a_reprint_of_a_table_answers_those_who_ask_for_the_table() -> None:
    assert clear(candidates(graph(), "table 3 of the study")).question.id == "compare/table-3"
    assert "compare/table-3" not in {each.question.id for each in candidates(graph(), "tasks of the working groups")}


@pytest.mark.long
def test_a_title_in_either_language_asks_for_its_own_question() -> None:
    """As one of the first three, since some titles are much alike."""
    astray = []
    for question in Library():
        for title in question.title if question.kind == "select" else ():
            best = [each.question.id for each in candidates(study(), title)[:3]]
            if question.id not in best and not question.id.startswith(("compare/table-", "compare/figure-")):
                astray.append((title, best))
    assert astray == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("members", "membership"), ("leads", "leaders"), ("standards", "standardisation"), ("infer", "inferences")],
)
def test_forms_of_an_english_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_that_every_question_has_tell_nothing() -> None:
    assert words("Which are the ... of all?") == words("有哪些？") == ()
