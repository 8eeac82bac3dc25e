"""What an alliance leaves open, and what its peers do: absence in the graph is not absence in the world."""

import pytest

from qontology import InputError, load
from qontology.analysis import gaps

OWN = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:hasGoal mine:goal ;
    qo:hasInitiative mine:work {more}
mine:goal a qo:Goal ; skos:prefLabel "goal"@en , "目标"@zh ; qo:theme {goal} ; qo:evidence mine:p .
mine:work a qo:Initiative ; skos:prefLabel "work"@en , "工作"@zh ; qo:theme {work} .
mine:p a qo:Passage ; dcterms:isPartOf source:paper-2022 ; qo:locator "p1" .
"""
LIST = """
mine:{name} a qo:Enumeration ; qo:subject mine:a ; qo:predicate qo:{name} ; qo:completeness completeness:{state} .
"""
# Alliances of a mode of their own, so that their peers are these and no other.
MODE = """; qo:hasFormationAssessment mine:mode . mine:mode a qo:FormationAssessment ; qo:assessedMode mine:led .
mine:led a skos:Concept ; skos:inScheme scheme:formation-mode ; skos:prefLabel "led by one"@en , "一家主导"@zh .
mine:b a qo:Alliance ; skos:prefLabel "Alliance B"@en , "乙联盟"@zh ; qo:hasGoal mine:goal-b ;
    qo:hasFormationAssessment mine:mode-b .
mine:c a qo:Alliance ; skos:prefLabel "Alliance C"@en , "丙联盟"@zh ; qo:hasGoal mine:goal-c , mine:other-goal-c ;
    qo:hasInitiative mine:work-c ; qo:hasFormationAssessment mine:mode-c .
mine:mode-b a qo:FormationAssessment ; qo:assessedMode mine:led .
mine:mode-c a qo:FormationAssessment ; qo:assessedMode mine:led .
mine:goal-b a qo:Goal ; skos:prefLabel "b"@en , "乙"@zh ; qo:theme theme:standards , theme:ethics , theme:workforce .
mine:goal-c a qo:Goal ; skos:prefLabel "c"@en , "丙"@zh ; qo:theme theme:workforce .
mine:other-goal-c a qo:Goal ; skos:prefLabel "d"@en , "丁"@zh ; qo:theme theme:supply-chain .
mine:work-c a qo:Initiative ; skos:prefLabel "work of C"@en , "丙的工作"@zh ; qo:theme theme:supply-chain .
"""
LED = "; qo:hasFormationAssessment mine:mode . mine:mode a qo:FormationAssessment ; qo:assessedMode mode:company-led ."


def unserved(world, goal, work, more="."):
    table = gaps(world(OWN.format(goal=goal, work=work, more=more)), "Alliance A")
    return [row for row in table.rows if row.group == "not served by its own"]


def test_a_goal_whose_theme_an_initiative_has_is_no_gap(world):
    assert unserved(world, "theme:standards", "theme:standards") == []


def test_a_goal_whose_theme_nothing_has_is_a_gap_and_tells_its_evidence(world):
    (row,) = unserved(world, "theme:standards", "theme:ethics")
    assert row.cells[0] == "standards and standardisation"
    assert row.cells[1] == (
        "Goal “goal” [1]. No body or initiative of its own has the theme, nor a narrower or broader one."
    )
    assert row.notes == (1,)


def test_a_narrower_theme_serves_in_part(world):
    (row,) = unserved(world, "theme:r-and-d", "theme:basic-research")
    assert "Served in part, by a narrower theme: work (basic research)." in row.cells[1]


def test_a_broader_theme_serves_perhaps(world):
    (row,) = unserved(world, "theme:basic-research", "theme:r-and-d")
    assert "Perhaps served, by a broader theme: work" in row.cells[1]


def test_a_task_of_a_body_within_a_body_serves_a_goal(world):
    body = """.
    mine:committee a qo:Body ; qo:bodyOf mine:a . mine:group a qo:Subcommittee ; qo:subBodyOf mine:committee ;
        qo:hasTask mine:task . mine:task a qo:Task ; qo:theme theme:standards ."""
    assert unserved(world, "theme:standards", "theme:ethics", body) == []


def test_themes_of_one_goal_with_one_finding_stand_in_one_row(world):
    (row,) = unserved(world, "theme:standards , theme:workforce", "theme:ethics")
    assert row.cells[0] == "standards and standardisation; workforce and talent"


def test_a_goal_without_a_theme_is_said_to_be_beyond_matching(world):
    graph = world(
        OWN.format(goal="theme:ethics", work="theme:ethics", more="; qo:hasGoal mine:vague .")
        + "mine:vague a qo:Goal ."
    )
    (row,) = gaps(graph, "Alliance A").rows
    assert "names no theme" in row.cells[1]


def states(**lists):
    return "." + "".join(LIST.format(name=name, state=state) for name, state in lists.items())


@pytest.mark.parametrize(
    ("lists", "verdict"),
    [
        ({}, "undecided: perhaps not all listed"),
        ({"hasInitiative": "open"}, "undecided: open list"),
        ({"hasInitiative": "closed", "bodyOf": "open"}, "undecided: open list"),
        ({"hasInitiative": "closed"}, "undecided: perhaps not all listed"),
        ({"hasInitiative": "closed", "bodyOf": "closed"}, "missing: complete list"),
    ],
)
def test_a_verdict_is_given_only_where_the_lists_are_complete(world, lists, verdict):
    (row,) = unserved(world, "theme:standards", "theme:ethics", states(**lists))
    assert row.cells[2] == verdict


def pursued(world, more):
    table = gaps(world(OWN.format(goal="theme:standards", work="theme:standards", more=more)), "Alliance A")
    return table, {row.cells[0]: row for row in table.rows if row.group == "named by peers only"}


def test_peers_are_the_alliances_with_the_same_formation_mode(world):
    table, themes = pursued(world, MODE)
    assert "Peers of Alliance A: Alliance B; Alliance C." in table.remarks
    assert "standards and standardisation" not in themes
    assert "use cases and applications" not in themes, "only alliances of another mode name it"


def test_a_mode_that_only_a_rival_assessment_gives_makes_no_peers(world):
    other = "mine:other a qo:FormationAssessment ; qo:assessedMode mode:government-led ."
    table, _ = pursued(world, f"{MODE} mine:mode qo:rival mine:other . {other}")
    assert "Peers of Alliance A: Alliance B; Alliance C." in table.remarks


def test_peers_that_are_chosen_take_the_place_of_those_and_the_alliance_itself_is_none(world):
    graph = world(OWN.format(goal="theme:standards", work="theme:standards", more=MODE))
    table = gaps(graph, "Alliance A", peers=["Alliance C", "Alliance A"])
    assert "Peers of Alliance A: Alliance C." in table.remarks
    assert [row.cells[0] for row in table.rows if row.group == "named by peers only"] == [
        "supply chain",
        "workforce and talent",
    ]
    (said,) = [remark for remark in table.remarks if "that were chosen" in remark]
    (otherwise,) = [r for r in gaps(graph, "Alliance A").remarks if "with the same formation mode" in r]
    assert said == otherwise.replace("with the same formation mode", "that were chosen")
    chinese = gaps(graph, "Alliance A", peers=["Alliance C"], language="zh")
    assert any("同类联盟指另行选定的联盟。" in remark for remark in chinese.remarks)


def test_an_alliance_alone_among_its_peers_is_refused(graph):
    with pytest.raises(InputError) as error:
        gaps(graph, "QIC", peers=["QIC"])
    assert error.value.say("en") == "QIC is the only one that was chosen; choose other peers as well"
    assert error.value.say("zh") == "所选联盟仅有QIC自身；请另选同类联盟"


def test_what_peers_do_about_a_theme_is_told_with_its_evidence(world):
    _, themes = pursued(world, LED)
    row = themes["trend and technology intelligence"]
    assert "Q-STAR: goal “" in row.cells[1]
    assert "Served by Q-STAR Quantum Superposition Applications Subcommittee [" in row.cells[1]
    assert row.notes


def test_a_theme_of_which_no_work_is_known_is_said_to_have_none_known(world):
    _, themes = pursued(world, LED)
    (incubation,) = [row for name, row in themes.items() if "enterprise incubation" in name]
    assert "The graph knows no body or initiative for it." in incubation.cells[1]


def test_themes_of_the_same_goals_of_peers_stand_in_one_row(world):
    more = "mine:goal-b qo:theme theme:policy-advice ."
    _, themes = pursued(world, MODE + more)
    assert "ethics; policy advice" in themes


def test_what_most_peers_name_comes_first_then_what_a_peer_does_something_about(world):
    _, themes = pursued(world, MODE)
    assert list(themes) == ["workforce and talent", "supply chain", "ethics"]
    assert "Served by work of C" in themes["supply chain"].cells[1]


def test_each_peer_with_its_goal_is_told_of_what_several_name(world):
    _, themes = pursued(world, MODE)
    assert themes["workforce and talent"].cells[1] == (
        "Alliance B: goal “b”. The graph knows no body or initiative for it. "
        "Alliance C: goal “c”. The graph knows no body or initiative for it."
    )


def test_which_of_its_lists_are_open_and_which_complete_is_said(world):
    lists = states(hasGoal="open", hasInitiative="open", bodyOf="closed").removeprefix(".")
    for more, said in ((f". {lists}", ("initiatives, goals", "bodies")), (".", (None, None))):
        table, _ = pursued(world, more)
        starts = ("Its sources leave open: ", "Its sources call complete: ")
        found = [[each for each in table.remarks if each.startswith(start)] for start in starts]
        assert found == [[f"{start}{names}."] if names else [] for start, names in zip(starts, said, strict=True)]


def test_the_answer_comes_first_and_says_how_certain_it_is(world):
    table = gaps(world(OWN.format(goal="theme:standards", work="theme:collaboration-beyond", more=MODE)), "Alliance A")
    assert table.title == "Gaps of Alliance A, as far as the graph knows"
    assert [lead.partition(" [")[0] for lead in table.leads] == [
        "Of 1 goal of Alliance A, 1 has a theme that no body or initiative of it has",
        "Its peers name 3 themes that it does not, first of all workforce and talent (2 of 2 peers).",
        "None of this is certain: no list of it on which that rests is known to be complete.",
    ]


def test_in_chinese_it_says_the_same_first(world):
    graph = world(OWN.format(goal="theme:standards", work="theme:collaboration-beyond", more=MODE))
    assert [lead.partition(" [")[0] for lead in gaps(graph, "Alliance A", language="zh").leads] == [
        "甲联盟的1项目标中，有1项含有其内设机构和举措均未涉及的主题",
        "同类联盟提出了3个它未提出的主题，首先是人才与劳动力（2家中有2家）。",
        "以上均不能确定：所依据的清单均未说明完整。",
    ]


def test_where_no_goal_is_known_that_is_what_is_said_first(graph):
    said = [gaps(graph, "KQIA", language=language).leads[0] for language in ("en", "zh")]
    assert said == [
        "No goal of KQIA is known, so that nothing can be said of what it leaves undone.",
        "KQIA的目标未知，无从判断其自身有无缺口。",
    ]


def test_what_is_certain_is_not_said_to_be_uncertain(world):
    sure = states(hasInitiative="closed", bodyOf="closed")
    graph = world(OWN.format(goal="theme:standards", work="theme:ethics", more=sure))
    assert not [lead for lead in gaps(graph, "Alliance A").leads if "certain" in lead]


def test_what_rests_on_an_open_list_is_not_certain_though_another_is_complete(world):
    lists = states(hasInitiative="open", bodyOf="closed")
    graph = world(OWN.format(goal="theme:standards", work="theme:ethics", more=lists))
    assert gaps(graph, "Alliance A").leads[-1].startswith("None of this is certain")


def test_one_goal_has_and_two_goals_have_what_nothing_serves(world):
    more = "; qo:hasGoal mine:other . mine:other a qo:Goal ; qo:theme theme:policy-advice ."
    graph = world(OWN.format(goal="theme:standards", work="theme:ethics", more=more))
    assert gaps(graph, "Alliance A").leads[0].startswith("Of 2 goals of Alliance A, 2 have a theme that")


def test_one_theme_that_a_peer_names_is_told_as_one(world):
    more = (
        MODE.partition("mine:led a")[0]
        + """
    mine:b a qo:Alliance ; skos:prefLabel "Alliance B"@en ; qo:hasGoal mine:goal-b ; qo:hasFormationAssessment mine:m .
    mine:m a qo:FormationAssessment ; qo:assessedMode mine:led . mine:goal-b a qo:Goal ; qo:theme theme:ethics ."""
    )
    graph = world(OWN.format(goal="theme:standards", work="theme:standards", more=more))
    assert (
        "Its peers name 1 theme that it does not, first of all ethics (1 of 1 peers)."
        in gaps(graph, "Alliance A").leads
    )


def test_what_serves_in_part_is_told_with_its_evidence(world):
    more = (
        '. mine:work qo:evidence mine:q . mine:q a qo:Passage ; dcterms:isPartOf source:paper-2022 ; qo:locator "p2".'
    )
    (row,) = unserved(world, "theme:r-and-d", "theme:basic-research", more)
    assert row.cells[1].endswith("work (basic research) [2].") and row.notes == (1, 2)


def test_in_chinese_title_peers_and_verdicts_are_chinese(world):
    more = MODE + LIST.format(name="hasInitiative", state="open")
    table = gaps(world(OWN.format(goal="theme:standards", work="theme:ethics", more=more)), "Alliance A", language="zh")
    assert table.title == "就图谱所知，甲联盟的缺口"
    assert "甲联盟的同类联盟：乙联盟；丙联盟。" in table.remarks
    assert any("同类联盟指组建模式相同的联盟。" in remark for remark in table.remarks)
    assert {row.cells[2] for row in table.rows} == {"未决：清单未列尽", "未决：清单未必完整"}
    alone = gaps(world(OWN.format(goal="theme:standards", work="theme:ethics", more=".")), "Alliance A", language="zh")
    assert any(remark.startswith("甲联盟在此没有同类联盟：") for remark in alone.remarks)


def test_a_theme_close_by_is_told(world):
    graph = world(OWN.format(goal="theme:basic-research", work="theme:basic-research", more=LED))
    rows = {row.cells[0]: row for row in gaps(graph, "Alliance A").rows}
    assert "names a theme close by: basic research" in rows["R&D and technological innovation"].cells[1]


@pytest.mark.parametrize(
    ("lists", "verdict"),
    [
        ({}, "undecided: perhaps not all listed"),
        ({"hasGoal": "open"}, "undecided: open list"),
        ({"hasGoal": "closed"}, "missing: complete list"),
    ],
)
def test_a_theme_is_missing_only_where_the_list_of_goals_is_complete(world, lists, verdict):
    _, themes = pursued(world, LED + states(**lists).removeprefix("."))
    assert {row.cells[2] for row in themes.values()} == {verdict}


def test_an_alliance_whose_formation_nobody_assessed_has_no_peers_and_that_is_said(world):
    table, themes = pursued(world, ".")
    assert themes == {}
    assert any(remark.startswith("Alliance A has no peers here") for remark in table.remarks)


def test_the_gaps_agree_with_the_questions(graph):
    answer = graph.query("compare/goal-service", alliance="Q-STAR").rows
    served = {(goal, theme) for _, goal, theme, fit, *_ in answer if fit.value == "same"}
    missing = {graph.label(theme) for _, goal, theme, *_ in answer if (goal, theme) not in served}
    rows = [row for row in gaps(graph, "Q-STAR").rows if row.group == "not served by its own"]
    assert {theme for row in rows for theme in str(row.cells[0]).split("; ")} == missing


def test_in_chinese_there_are_the_same_rows_and_notes(graph):
    english, chinese = gaps(graph, "QIC"), gaps(graph, "QIC", language="zh")
    assert [row.notes for row in english.rows] == [row.notes for row in chinese.rows]
    assert chinese.rows[0].group == "自身无承接"


def test_files_of_a_reader_are_never_written(tmp_path):
    file = tmp_path / "mine.ttl"
    file.write_text("@prefix qo: <https://w3id.org/qontology/ns#> . <urn:a> a qo:Alliance .", encoding="utf-8")
    before = file.stat().st_mtime_ns, file.read_bytes()
    gaps(load(file), "urn:a")
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before


def test_an_alliance_that_is_not_there_is_refused(graph):
    with pytest.raises(InputError, match="nothing here is called nobody"):
        gaps(graph, "nobody")
