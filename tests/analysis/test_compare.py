"""Alliances side by side: each cell tells what is known, what is not, and why."""

import io

import openpyxl
import pytest

from qontology import InputError
from qontology.analysis import compare

PAIR = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:hasCountry place:germany ; {a} .
mine:b a qo:Alliance ; skos:prefLabel "Alliance B"@en , "乙联盟"@zh ; qo:status status:established ; {b} .
{more}
"""
NOTHING = "rdfs:seeAlso mine:a"


def compared(world, attribute, a=NOTHING, b=NOTHING, more="", **options):
    """The sign of difference and the two cells of an attribute, for two alliances of which this is known."""
    graph = world(PAIR.format(a=a, b=b, more=more))
    return cells(compare(graph, "Alliance A", "Alliance B", **options), attribute)


def cells(table, attribute):
    return next(row.cells[1:] for row in table.rows if row.cells[0] == attribute)


def test_without_names_it_compares_the_alliances_of_the_study_in_the_order_of_their_founding(graph):
    assert compare(graph).columns[3:] == ("QED-C", "QIC", "QuIC", "QUTAC", "Q-STAR")


def test_the_columns_are_in_the_order_of_the_names_each_once(graph):
    assert compare(graph, "QUTAC", "qed-c", "QUTAC").columns[3:] == ("QUTAC", "QED-C")


def test_two_alliances_of_one_name_are_told_apart(world):
    graph = world('mine:qic a qo:Alliance ; skos:prefLabel "Quantum Isle Club"@en ; skos:altLabel "QIC"@en .')
    names = compare(graph, "https://example.org/qic", "alliance:qic").columns[3:]
    assert names == ("https://example.org/qic", "alliance:qic")


def test_a_dimension_brings_its_attributes_only(graph):
    assert {row.group for row in compare(graph, dimensions=["structure"]).rows} == {"structure"}


@pytest.mark.parametrize(
    ("attribute", "term"),
    [("themes", "theme"), ("technologies", "technology"), ("sectors", "sector"), ("stakeholders", "stakeholder")],
)
def test_a_cell_holds_the_values_of_the_question_and_no_others(graph, attribute, term):
    answer = [row for row in graph.query("compare/goals").rows if row[1].value.endswith(f"#{term}")]
    expected = {graph.label(value) for alliance, _, value, _ in answer if alliance.value.endswith("/qed-c")}
    text = cells(compare(graph, "QED-C"), attribute)[1].removesuffix(" …")
    assert set(text.split("; ")) == expected


def test_equal_values_are_marked_as_equal(world):
    assert compared(world, "based in", b="qo:hasCountry place:germany") == ("=", "Germany*", "Germany*")


def test_values_without_anything_in_common_are_marked_as_different(world):
    assert compared(world, "based in", b="qo:hasCountry place:japan") == ("≠", "Germany", "Japan")


def test_lists_that_share_some_values_are_marked_as_similar_and_the_shared_values_with_a_star(world):
    found = compared(
        world, "kinds of member", a="qo:memberKind kind:bank , kind:company", b="qo:memberKind kind:company"
    )
    assert found == ("≈", "bank; company*", "company*")


def test_a_date_is_not_held_to_differ_from_a_coarser_one_that_may_be_the_same(world):
    founded = 'mine:{0}-founding a qo:Founding ; qo:date "{1}"^^xsd:{2} .'
    known = {"a": "qo:hasFounding mine:a-founding", "b": "qo:hasFounding mine:b-founding"}
    year = founded.format("a", "2021", "gYear")
    month = founded.format("b", "2021-06", "gYearMonth")
    other = founded.format("b", "2022-06", "gYearMonth")
    assert compared(world, "founded", **known, more=year + month) == ("", "2021", "2021-06")
    assert compared(world, "founded", **known, more=year + other) == ("≠", "2021", "2022-06")


def test_what_no_source_tells_of_is_unknown(world):
    assert compared(world, "named members") == ("", "unknown", "unknown")


def test_what_a_source_counts_without_naming_it_is_not_named(world):
    found = compared(
        world,
        "named members",
        a="qo:hasCount mine:count",
        more="mine:count a qo:Count ; qo:counted counted:member ; qo:value 29 .",
    )
    assert found == ("", "not named, 29 counted", "unknown")


def test_a_count_tells_nothing_of_a_date_before_which_it_may_not_have_held(world):
    """A source that counts 29 today does not say that there were any then."""
    found = compared(
        world,
        "named members",
        a="qo:hasCount mine:count",
        more="mine:count a qo:Count ; qo:counted counted:member ; qo:value 29 .",
        as_of="2022",
    )
    assert found == ("", "unknown", "unknown")


def test_what_a_source_counts_as_zero_is_none(world):
    found = compared(
        world,
        "named members",
        a="qo:hasCount mine:count",
        more="mine:count a qo:Count ; qo:counted counted:member ; qo:value 0 .",
    )
    assert found == ("", "none", "unknown")


def test_numbers_that_are_equal_stand_each_for_itself(world):
    more = "".join(
        f"mine:{counted} a qo:Count ; qo:counted counted:{counted} ; qo:value 5 ." for counted in ("member", "partner")
    )
    found = compared(world, "counts", a="qo:hasCount mine:member , mine:partner", more=more)
    assert found == ("", "5 (member); 5 (partner)", "unknown")


def test_a_number_is_told_with_its_bound_before_it_and_what_it_counts_and_when_behind_it(world):
    more = """
    mine:count a qo:Count ; qo:counted counted:member ; qo:value 29 ; qo:bound bound:at-least ;
        qo:dating dating:at-founding .
    """
    assert compared(world, "counts", a="qo:hasCount mine:count", more=more)[1] == "at least 29 (member, at founding)"


def test_members_go_by_their_acronyms_and_anything_else_by_its_name(world):
    more = """
    mine:membership a qo:Membership ; qo:member mine:firm .
    mine:firm a qo:Organization ; skos:prefLabel "Quantum Firm"@en ; skos:altLabel "QF"@en .
    mine:place a qo:Place ; skos:prefLabel "Quantum Town"@en ; skos:altLabel "QT"@en .
    """
    known = {"a": "qo:hasMembership mine:membership", "b": "qo:hasCountry mine:place", "more": more}
    assert compared(world, "named members", **known)[1] == "QF"
    assert compared(world, "based in", **known)[2] == "Quantum Town"


def test_a_list_that_its_source_leaves_open_without_a_value_is_not_stated(world):
    more = (
        "mine:list a qo:Enumeration ; qo:subject mine:a ; qo:predicate qo:sector ; qo:completeness completeness:open ."
    )
    assert compared(world, "sectors", more=more) == ("", "not stated", "unknown")


def test_the_size_of_a_list_that_is_left_open_is_no_count(world):
    more = (
        "mine:list a qo:Enumeration ; qo:subject mine:a ; qo:predicate qo:sector ; qo:statedSize 5 ;"
        " qo:completeness completeness:open ."
    )
    assert compared(world, "sectors", more=more) == ("", "not stated", "unknown")


@pytest.mark.parametrize(("state", "ending"), [("open", " …"), ("closed", " ✓")])
def test_a_list_is_marked_as_open_or_complete_where_its_source_says_so(world, state, ending):
    listed = "mine:list a qo:Enumeration ; qo:subject mine:a ; qo:predicate qo:sector"
    more = f"{listed} ; qo:completeness completeness:{state} ."
    found = compared(world, "sectors", a="qo:sector sector:finance", b="qo:sector sector:finance", more=more)
    assert found == ("=", f"finance*{ending}", "finance*")


def test_rival_claims_stand_side_by_side_each_with_its_claimant(world):
    more = """
    mine:mode a qo:FormationAssessment ; qo:assessedMode mode:company-led ; qo:claimant mine:b ; qo:rival mine:other .
    mine:other a qo:FormationAssessment ; qo:assessedMode mode:government-led ; qo:claimant source:paper-2022 .
    """
    known = {"a": "qo:hasFormationAssessment mine:mode", "more": more}
    assert compared(world, "formation mode", **known)[1] == (
        "company-led (Alliance B); but by another source government-led (the comparative study of 2022)"
    )
    assert compared(world, "组建模式", **known, language="zh")[1] == (
        "企业主导（乙联盟）；另有来源称政府主导（2022年的比较研究）"
    )


def test_a_date_leaves_out_what_came_certainly_later_and_doubts_what_may_have(world):
    more = """
    mine:x a qo:Report ; skos:prefLabel "X"@en ; qo:date "2022-06"^^xsd:gYearMonth .
    mine:y a qo:Report ; skos:prefLabel "Y"@en ; qo:date "2022"^^xsd:gYear .
    mine:z a qo:Report ; skos:prefLabel "Z"@en .
    """
    found = compared(world, "initiatives", a="qo:hasInitiative mine:x , mine:y , mine:z", more=more, as_of="2022-05")
    assert found[1] == "Y (report, 2022, perhaps later); Z (report)"
    graph = world(PAIR.format(a="qo:hasInitiative mine:y", b=NOTHING, more=more))
    table = compare(graph, "Alliance A", "Alliance B", as_of="2022-05", language="zh")
    assert cells(table, "举措")[1] == "Y（报告，2022年，可能更晚）"


def test_alliances_founded_after_the_date_are_left_out_and_named(graph):
    table = compare(graph, "QED-C", "QUTAC", as_of="2019")
    assert table.columns[3:] == ("QED-C",)
    assert "Founded later: QUTAC June 2021." in table.remarks


def test_those_that_are_left_out_are_named_in_the_order_of_the_names(graph):
    english, chinese = (
        compare(graph, "QED-C", "Q-STAR", "QUTAC", as_of="2019", language=lang) for lang in ("en", "zh")
    )
    assert english.remarks[-1] == "Founded later: Q-STAR September 2021, QUTAC June 2021."
    assert chinese.remarks[-1] == "成立更晚的联盟：Q-STAR 2021年9月、QUTAC 2021年6月。"


@pytest.mark.parametrize("rival", ["2022-03", "2023-05"])
def test_an_alliance_that_is_left_out_is_named_with_the_date_that_the_graph_follows(world, rival):
    """What another source says of its founding, be it earlier or later, stays with the rival."""
    more = f"""
    mine:b-founding a qo:Founding ; qo:date "2022-06"^^xsd:gYearMonth ; qo:rival mine:other .
    mine:other a qo:Founding ; qo:date "{rival}"^^xsd:gYearMonth .
    """
    graph = world(PAIR.format(a=NOTHING, b="qo:hasFounding mine:b-founding", more=more))
    sheet = compare(graph, "Alliance A", "Alliance B", as_of="2021")
    assert sheet.columns[3:] == ("Alliance A",)
    assert "Founded later: Alliance B June 2022." in sheet.remarks


def test_an_alliance_whose_year_of_founding_is_the_one_asked_for_is_kept(graph):
    table = compare(graph, "QED-C", as_of="2018-01")
    assert cells(table, "founded")[1] == "2018 (perhaps later)"


def test_with_sources_each_value_leads_to_the_passages_of_its_node(graph):
    table = compare(graph, "QUTAC", dimensions=["formation"], sources=True)
    row = next(row for row in table.rows if row.cells[0] == "founded")
    numbers = ", ".join(map(str, row.notes))
    assert row.cells[2] == f"June 2021 [{numbers}]"
    locators = {row[2].value for row in graph.query("evidence/grounds").rows if "qutac-founding>" in str(row[0])}
    assert len(row.notes) == len(locators) > 0
    assert table.to_table().columns[-1] == "sources"


def test_without_sources_no_row_has_a_note_but_what_is_said_first_has(graph):
    table = compare(graph, "QUTAC")
    assert not any(row.notes for row in table.rows)
    assert table.notes and all("[" in lead for lead in table.leads)
    assert "sources" not in table.to_table().columns


def test_the_answer_comes_first_in_the_words_of_the_dimensions_that_are_compared(graph):
    names = ("QED-C", "QUTAC")
    *most, members = (lead.partition(" [")[0] for lead in compare(graph, *names).leads)
    assert most == [
        "Of these 2 alliances, 1 is company-led (QUTAC), 1 government-led (QED-C)",
        "Their goals meet most in use cases and applications: 2 of 2 name it (QED-C, QUTAC)",
    ]
    assert members.startswith("Members, as sources count them: QED-C ") and "; QUTAC " in members
    assert compare(graph, *names, dimensions=["goals"]).leads[0].startswith("Their goals")
    assert compare(graph, *names, dimensions=["initiatives"]).leads[0].startswith("Initiatives known by name: QED-C ")


@pytest.mark.parametrize(
    ("dimensions", "beginnings"),
    [
        (["formation"], ["Of these 2 alliances", "The first of them to be founded"]),
        (["structure"], ["Members, as sources count them"]),
        (["goals", "formation"], ["Of these 2 alliances", "The first of them to be founded", "Their goals"]),
        (["structure", "initiatives", "goals"], ["Their goals", "Members", "Initiatives known by name"]),
        (["formation", "goals", "structure"], ["Of these 2 alliances", "Their goals", "Members"]),
    ],
)
def test_three_sentences_at_most_come_first(graph, dimensions, beginnings):
    leads = compare(graph, "QED-C", "QUTAC", dimensions=dimensions).leads
    for lead, beginning in zip(leads, beginnings, strict=True):
        assert lead.startswith(beginning)


def test_rows_of_which_nothing_is_known_can_be_left_out_and_are_counted(graph):
    whole, known = (compare(graph, "QIC", "QUTAC", long=True, known=which) for which in (False, True))
    unknown = [row for row in whole.rows if row.cells[-1] == "unknown"]
    assert unknown and known.rows == tuple(row for row in whole.rows if row not in unknown)
    assert f"{len(unknown)} rows of which nothing is known are left out." in known.remarks
    assert known.remarks[0] == whole.remarks[0] == f"Of {len(whole.rows)} cells {len(unknown)} are unknown."


@pytest.mark.parametrize(
    ("known", "english", "chinese"),
    [
        (
            "qo:theme theme:ethics",
            ("Of 5 cells 2 are unknown.", "2 rows of which nothing is known are left out."),
            ("5格中有2格未知。", "略去没有已知内容的2行。"),
        ),
        (
            "qo:theme theme:ethics ; qo:sector sector:finance",
            ("Of 5 cells 1 is unknown.", "1 row of which nothing is known is left out."),
            ("5格中有1格未知。", "略去没有已知内容的1行。"),
        ),
        (
            "qo:theme theme:ethics ; qo:sector sector:finance ; qo:stakeholder stakeholder:industry",
            ("Something is known in each of the 5 cells.", "0 rows of which nothing is known are left out."),
            ("5格均有已知内容。", "略去没有已知内容的0行。"),
        ),
    ],
    ids=["two unknown", "one unknown", "all known"],
)
def test_of_how_much_nothing_is_known_is_said_before_how_to_read_it(world, known, english, chinese):
    goal = f"mine:goal a qo:Goal ; qo:technology technology:quantum-computing ; {known} ."
    graph = world(PAIR.format(a="qo:hasGoal mine:goal", b=NOTHING, more=goal))
    for language, said in (("en", english), ("zh", chinese)):
        table = compare(graph, "Alliance A", dimensions=["goals"], known=True, language=language)
        assert table.remarks[:2] == said


def test_a_row_stays_where_something_is_known_of_one_of_them(graph):
    known = compare(graph, "QIC", "QED-C", known=True)
    assert "bodies" in [row.cells[0] for row in known.rows]
    assert "announced" not in [row.cells[0] for row in known.rows]


def test_the_long_form_has_the_cells_of_the_matrix_below_each_other(graph):
    names = ("QED-C", "QUTAC")
    matrix = compare(graph, *names)
    flat = [
        (*row.cells[:2], name, cell) for row in matrix.rows for name, cell in zip(names, row.cells[2:], strict=True)
    ]
    assert [row.cells for row in compare(graph, *names, long=True).rows] == flat


def test_the_long_form_has_the_dimensions_and_the_notes_of_the_matrix(graph):
    matrix, long = (compare(graph, "QED-C", "QUTAC", sources=True, long=long) for long in (False, True))
    for row, pair in zip(matrix.rows, zip(long.rows[::2], long.rows[1::2], strict=True), strict=True):
        assert {row.group} == {each.group for each in pair}
        assert set(row.notes) == {note for each in pair for note in each.notes}


def test_of_long_lists_the_shared_values_are_told_first_and_how_many_more_there_are(world):
    kinds = {"a": "qo:memberKind kind:bank , kind:company , kind:university", "b": "qo:memberKind kind:university"}
    assert compared(world, "kinds of member", **kinds, most=2)[1:] == ("university*; bank; and 1 more", "university*")
    assert compared(world, "kinds of member", **kinds, most=3)[1] == "university*; bank; company"
    assert "more" not in compared(world, "kinds of member", **kinds)[1]


def test_that_lists_are_cut_is_said_and_how_to_have_all(world):
    graph = world(PAIR.format(a="qo:memberKind kind:bank , kind:company", b=NOTHING, more=""))
    cut, whole = (compare(graph, "Alliance A", "Alliance B", most=most).remarks for most in (1, 2))
    assert not [remark for remark in whole if "--long" in remark]
    assert [remark for remark in cut if remark not in whole] == [
        "Of more than 1 values of a cell the first 1 are told, shared ones before others; --long tells all."
    ]


def test_in_chinese_names_signs_and_remarks_are_chinese(world):
    graph = world(PAIR.format(a=NOTHING, b=NOTHING, more=""))
    table = compare(graph, "甲联盟", "乙联盟", dimensions=["formation"], language="zh")
    assert table.columns == ("维度", "属性", "差异", "甲联盟", "乙联盟")
    assert cells(table, "所在地") == ("", "德国", "未知")


def test_in_both_languages_each_text_stands_beside_its_other_and_numbers_stand_once(graph):
    table = compare(graph, "QUTAC", dimensions=["formation"], language="both")
    assert cells(table, "based in / 所在地")[1] == "Germany / 德国"
    assert cells(table, "founded / 成立时间")[1] == "2021-06"


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [
        (["QED-CC"], {}, "nothing here is called QED-CC; did you mean QED-C?"),
        (["Infineon"], {}, "Infineon is an organization, not an alliance"),
        ([], {"dimensions": ["members"]}, "there is no dimension members; choose from formation"),
        ([], {"as_of": "2022-13"}, "“2022-13” is not a date; give a year, month or day"),
        ([], {"as_of": "1999"}, "none of these alliances had been founded by 1999; give a later date"),
        ([], {"dimensions": ["members"]}, "没有维度 members；可选：formation、goals、structure、initiatives"),
        ([], {"as_of": "1999"}, "截至1999年，这些联盟均未成立；请给出更晚的日期"),
    ],
)
def test_a_name_dimension_or_date_that_is_none_is_refused_with_a_remedy(graph, arguments, options, said):
    with pytest.raises(InputError) as error:
        compare(graph, *arguments, **options)
    assert any(error.value.say(language).startswith(said) for language in ("en", "zh"))


def test_what_is_long_has_columns_of_its_own_and_tells_what_rows_share_once(graph):
    matrix, long, values = (compare(graph, "QED-C", "QUTAC", **form) for form in ({}, {"long": True}, {"values": True}))
    assert matrix.columns[3:] == ("QED-C", "QUTAC") and long.columns[3:] == ("alliance", "values")
    assert [table.nested for table in (matrix, long, values)] == [1, 3, 3]


def test_each_value_has_a_row_of_its_own_with_what_vouches_for_it(graph):
    table = compare(graph, "QED-C", "QuIC", dimensions=["formation"], values=True)
    assert table.columns[4:] == ("value", "remark")
    founded = [row for row in table.rows if row.cells[0] == "founded"]
    assert ("QED-C", "2018", "") in [row.cells[2:] for row in founded]
    assert ("QuIC", "2021-02-04", "by another source") in [row.cells[2:] for row in founded]
    assert all(row.notes for row in founded)
    assert "4 February 2021" in table.to_text() and "2021-02-04" not in table.to_text()


def test_where_there_is_no_value_the_one_row_says_why(graph):
    table = compare(graph, "QED-C", "QuIC", dimensions=["formation"], values=True)
    announced = [row.cells[2:] for row in table.rows if row.cells[0] == "announced"]
    assert announced == [("QED-C", "unknown", ""), ("QuIC", "unknown", "")]
    known = compare(graph, "QED-C", "QuIC", dimensions=["formation"], values=True, known=True)
    assert list(known.rows) == [row for row in table.rows if row.cells[3] != "unknown"]


def test_each_value_tells_the_state_of_its_list_and_the_one_row_of_none_what_was_counted(world):
    more = """
    mine:list a qo:Enumeration ; qo:subject mine:a ; qo:predicate qo:sector ; qo:completeness completeness:open .
    mine:count a qo:Count ; qo:counted counted:member ; qo:value 29 .
    """
    graph = world(PAIR.format(a="qo:sector sector:finance ; qo:hasCount mine:count", b=NOTHING, more=more))
    told = [row.cells for row in compare(graph, "Alliance A", "Alliance B", values=True).rows]
    assert [cells[2:] for cells in told if cells[0] == "sectors"] == [
        ("Alliance A", "finance", "the source leaves its list open"),
        ("Alliance B", "unknown", ""),
    ]
    assert [cells[2:] for cells in told if cells[0] == "named members"] == [
        ("Alliance A", "not named, 29 counted", ""),
        ("Alliance B", "unknown", ""),
    ]


@pytest.mark.parametrize(("language", "sheets"), [("en", ["How to read"]), ("both", ["How to read 读法"])])
def test_a_workbook_says_how_it_is_read(graph, language, sheets):
    book = openpyxl.load_workbook(io.BytesIO(compare(graph, "QIC", "QUTAC", values=True, language=language).to_xlsx()))
    first, *others = book.sheetnames
    assert others == sheets and book[first].max_row > 40
    said = [row[0] for row in book[others[0]].iter_rows(values_only=True)]
    assert said[0].startswith("Alliances side by side") and any("= the same" in each for each in said)
