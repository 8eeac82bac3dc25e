"""The library of questions: what a file says of itself, what is refused, and what binding leaves of its text."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from qontology import InputError
from qontology.knowledge.library import Library, Parameter, Question, parse
from qontology.language import Text

HEADER = """\
#: id: goals/themes
#: title.en: Which alliances share a theme?
#: title.zh: 哪些联盟有共同主题？
#: description.en: Pairs of alliances: each once.
#: description.zh: 联盟两两成对。
#: kind: select
#: parameter.alliance: qo:Alliance, optional
#: parameter.theme: scheme:goal-theme
#: keywords.en: goals, themes
#: keywords.zh: 目标, 主题
#: covers: qo:hasGoal qo:theme
"""
BODY = """
SELECT ?alliance (MIN(?name) AS ?first) (COUNT(DISTINCT ?goal) AS ?goals) WHERE {
  VALUES ?alliance { alliance:qutac }
    VALUES ?theme { theme:talent }
  VALUES ?unknown { 1 }
  # a comment stays
  ?alliance qo:hasGoal ?goal .
} ORDER BY ?alliance
"""
REMEDY = Text("see CONTRIBUTING.md, section queries", "参见 CONTRIBUTING.md 中关于查询的一节")


def question(text: str = HEADER + BODY) -> Question:
    return parse("goals/themes", text)


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(InputError) as found:
        question(text)
    return found.value.say("en"), found.value.say("zh")


# What a file says of itself


def test_the_header_describes_the_question() -> None:
    found = question()
    assert found.id == "goals/themes"
    assert found.title == ("Which alliances share a theme?", "哪些联盟有共同主题？")
    assert found.description == ("Pairs of alliances: each once.", "联盟两两成对。")
    assert found.kind == "select"
    assert found.keywords == ("goals, themes", "目标, 主题")
    assert found.covers == ("qo:hasGoal", "qo:theme")
    assert found.text == HEADER + BODY


def test_a_parameter_has_a_type_is_optional_where_that_is_said_and_has_the_default_of_its_line() -> None:
    assert question().parameters == (
        Parameter("alliance", "qo:Alliance", True, "alliance:qutac"),
        Parameter("theme", "scheme:goal-theme", False, "theme:talent"),
    )


def test_description_keywords_and_parameters_may_be_left_out() -> None:
    kept = ("#: id", "#: title", "#: kind", "#: covers")
    found = question("".join(line for line in HEADER.splitlines(True) if line.startswith(kept)) + BODY)
    assert found.description == found.keywords == ("", "")
    assert found.parameters == ()


def test_the_body_is_the_file_without_its_header_and_names_the_columns() -> None:
    assert question().body == BODY.lstrip()
    assert question().columns == ("alliance", "first", "goals")
    assert question(HEADER + BODY.replace("SELECT", "CONSTRUCT")).columns == ()


# What is refused


@pytest.mark.parametrize("key", ["title.en", "title.zh", "kind", "covers", "id"])
def test_a_header_without_a_key_is_refused(key: str) -> None:
    text = "".join(line for line in (HEADER + BODY).splitlines(True) if not line.startswith(f"#: {key}:"))
    en, zh = refusal(text)
    assert en == f"goals/themes.rq: the header lacks {key}; {REMEDY.en}"
    assert zh == f"goals/themes.rq：头部缺少 {key}；{REMEDY.zh}"


def test_all_keys_that_are_missing_are_named_at_once() -> None:
    en, zh = refusal("#: id: goals/themes\n#: title.en: What?\nSELECT * WHERE {}")
    assert "lacks title.zh, kind, covers;" in en and "缺少 title.zh、kind、covers；" in zh


def test_an_id_other_than_the_name_of_the_file_is_refused() -> None:
    en, zh = refusal(HEADER.replace("goals/themes", "goals/theme") + BODY)
    assert en == f"goals/themes.rq: the header lacks its own id; {REMEDY.en}"
    assert zh == f"goals/themes.rq：头部缺少 与文件名一致的 id；{REMEDY.zh}"


@pytest.mark.parametrize("line", ["#: titel.en: What?", "#: no key", "#:id: goals/themes", "#: parameters.a: date"])
def test_a_header_line_that_is_not_known_is_refused_with_its_place(line: str) -> None:
    en, zh = refusal(f"#: id: goals/themes\n{line}\n")
    assert en == f"goals/themes.rq:2: this header line is not known: {line}; {REMEDY.en}"
    assert zh == f"goals/themes.rq:2：无法识别的头部行：{line}；{REMEDY.zh}"


def test_a_parameter_without_a_line_for_its_values_is_refused() -> None:
    en, zh = refusal(HEADER + BODY.replace("VALUES ?theme {", "VALUES (?theme) {"))
    assert en == f"goals/themes.rq: there is no line VALUES ?theme {{ ... }}; {REMEDY.en}"
    assert zh == f"goals/themes.rq：缺少 VALUES ?theme {{ ... }} 一行；{REMEDY.zh}"


# What binding leaves of the text


def test_a_value_takes_the_place_of_the_default_and_nothing_else_changes() -> None:
    bound = question().bind({"alliance": NamedNode("urn:a"), "theme": Literal("x } UNION {", language="en")})
    assert bound == question().body.replace("alliance:qutac", "<urn:a>").replace("theme:talent", '"x } UNION {"@en')


def test_without_a_value_an_optional_line_goes_and_another_keeps_its_default() -> None:
    assert question().bind({}) == question().body.replace("  VALUES ?alliance { alliance:qutac }\n", "")


@pytest.mark.parametrize("kind", [list, tuple])
def test_several_values_stand_side_by_side(kind: type) -> None:
    assert "VALUES ?theme { <urn:a> <urn:b> }" in question().bind({"theme": kind(map(NamedNode, ("urn:a", "urn:b")))})


def test_a_value_for_what_is_no_parameter_changes_nothing() -> None:
    assert question().bind({"unknown": Literal(2)}) == question().bind({})


# A folder of questions


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "queries"
    for name in ("goals/themes", "goals/of-alliance", "structure/counts", "structure/counts-by-tier"):
        file = folder / f"{name}.rq"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEADER.replace("goals/themes", name) + BODY, encoding="utf-8")
    (folder / "README.md").write_text("no question")
    (tmp_path / "secret.rq").write_text(HEADER.replace("goals/themes", "../secret") + BODY, encoding="utf-8")
    return Library(folder)


def missing(library: Library, name: str) -> tuple[str, str]:
    with pytest.raises(InputError) as found:
        library.get(name)
    return found.value.say("en"), found.value.say("zh")


def test_the_questions_of_a_folder_go_by_module_and_name_in_order(library: Library) -> None:
    names = ["goals/of-alliance", "goals/themes", "structure/counts", "structure/counts-by-tier"]
    assert library.ids() == [found.id for found in library] == names


def test_a_question_is_read_from_its_file(library: Library) -> None:
    assert library.get("goals/themes") == question()


def test_without_a_folder_the_questions_are_those_that_are_shipped() -> None:
    assert "goals/of-alliance" in Library().ids()


@pytest.mark.parametrize("name", ["../secret", "goals/../../secret", "goals/../goals/themes"])
def test_no_id_leads_out_of_the_folder(library: Library, name: str) -> None:
    assert missing(library, name)[0].startswith(f"there is no query {name}; ")


def test_an_id_that_is_not_there_is_refused_with_those_that_are_near(library: Library) -> None:
    assert missing(library, "goals/theme") == (
        "there is no query goals/theme; did you mean goals/themes or goals/of-alliance? "
        "qontology query --list names all",
        "没有名为 goals/theme 的查询；是否想用 goals/themes、goals/of-alliance？用 qontology query --list 查看全部",
    )


def test_at_most_three_ids_are_proposed_the_nearest_first(library: Library) -> None:
    en, zh = missing(library, "structure/count")
    assert "did you mean structure/counts or structure/counts-by-tier?" in en
    assert "是否想用 structure/counts、structure/counts-by-tier？" in zh
    for name in ("a", "b", "c", "d"):
        (library.folder / f"structure/counts-{name}.rq").touch()
    for name in ("structure/count", "s"):
        assert missing(library, name)[0].count(" or ") == 2


def test_a_part_of_an_id_finds_it_too(library: Library) -> None:
    assert "did you mean structure/counts-by-tier?" in missing(library, "tier")[0]


def test_an_id_like_no_other_is_refused_without_a_proposal(library: Library) -> None:
    assert missing(library, "xyzzy") == (
        "there is no query xyzzy; qontology query --list names all",
        "没有名为 xyzzy 的查询；用 qontology query --list 查看全部",
    )
