"""Tables on a terminal: columns that give way, and where they cannot, a line for each cell."""

from qontology.tables.layout import fit, laid_out

ROWS = [["value one", "some text to be read, twice", "x"], ["", "", "y"], ["v", "", ""]]


def test_where_columns_have_no_room_each_cell_stands_beside_its_name_and_empty_ones_are_left_out() -> None:
    assert laid_out(["a very long name", "", "b"], ROWS, [False] * 3, 16).split("\n") == [
        "a very    value",
        "long      one",
        "name",
        "some text to be",
        "read, twice",
        "b         x",
        "",
        "b         y",
        "",
        "a very    v",
        "long",
        "name",
    ]


def test_names_take_half_of_the_room_at_most_and_two_blanks_stand_behind_them() -> None:
    assert laid_out(["a very long name", "b"], [["v", "x"]], [False] * 2, 14) == "a very   v\nlong\nname\nb        x"


def test_a_cell_goes_on_in_its_column_and_numbers_stand_to_the_right_of_theirs() -> None:
    rows = [["abc def ghi jkl mno", "12"], ["x", "7"]]
    assert laid_out(["longest name", "b"], rows, [False, True], 16) == (
        "longest name   b\n────────────  ──\nabc def ghi   12\njkl mno\nx              7"
    )


def test_lines_of_a_row_are_as_many_as_its_longest_cell_has() -> None:
    rows = [["one two three four five", "six seven eight"], ["x", ""]]
    assert laid_out(["a", "b"], rows, [False] * 2, 26) == (
        "a             b\n────────────  ────────────\none two       six seven\nthree four    eight\nfive\nx"
    )


def test_chinese_characters_break_anywhere_and_count_two() -> None:
    assert laid_out(["联盟名称", "b"], [["一二三四五六七八九十", "x"]], [False] * 2, 11) == (
        "联盟名称  b\n────────  ─\n一二三四  x\n五六七八\n九十"
    )


def test_a_column_is_no_narrower_than_its_name() -> None:
    lines = [["twelve chars", "b"], ["x y x y x y x y x y x y", "z" * 5]]
    assert [fit(lines, columns) for columns in (19, 18, 17)] == [([12, 5], "  "), ([12, 5], " "), None]


def test_a_table_without_columns_is_nothing() -> None:
    assert laid_out([], [], [], 80) == ""


def test_a_column_that_is_all_empty_takes_nothing_where_another_is_narrowed() -> None:
    assert fit([["", "b"], ["", "x y " * 10]], 20) == ([0, 18], "  ")
