"""What people hold in Python prints as text, and shows itself in a notebook."""

from asking import graph

from qontology import validate
from qontology.analysis import compare
from qontology.telling.describe import describe
from qontology.telling.description import Description, Line

# Of two lines, the second is of a thing that the first names.
SMALL = Description(
    "https://w3id.org/qontology/id/alliance/qutac",
    "QUTAC",
    ("alliance", "<club>"),
    (
        Line(0, "", "", (2,)),
        Line(0, "goal", "to get on", (1, 2)),
        Line(1, "theme", "a word or two", ()),
        Line(0, "", "to be seen", ()),
    ),
    ("table 1", "table 2"),
    "en",
    ("It was founded. [1]",),
)


def test_an_annotated_table_prints_as_its_text_and_is_named_in_short():
    table = compare(graph(), "QUTAC", "QIC")
    assert str(table) == table.to_text(100)
    assert repr(table).startswith("<AnnotatedTable ") and "\n" not in repr(table)
    assert "<table><caption>" in table._repr_html_() and "QUTAC" in table._repr_html_()


def test_a_description_prints_as_its_text():
    found = describe(graph(), graph().find("QUTAC"), "zh")
    assert str(found) == found.to_text(100) == found.to_text() != found.to_text(101) and "依据" in str(found)
    assert "QUTAC" in found._repr_html_() and len(repr(found)) < 100


def test_a_description_has_names_to_the_left_values_to_the_right_and_what_a_value_has_further_in():
    assert SMALL.to_text().split("\n") == [
        "QUTAC [2]",
        "alliance · <club> · alliance:qutac",
        "",
        "It was founded. [1]",
        "",
        "goal  to get on [1, 2]",
        "        theme: a word or two",
        "      to be seen",
        "",
        "Evidence",
        "  [1] table 1",
        "  [2] table 2",
    ]


def test_values_go_on_further_in_and_have_twenty_columns_where_names_leave_less():
    wide = Line(0, "a name of a property", "one two three four xx five", ())
    told = SMALL._replace(leads=(), notes=(), lines=(SMALL.lines[0], wide))
    for columns in (10, 42):
        assert told.to_text(columns).split("\n")[3:] == [
            "a name of a property  one two three four",
            "                        xx five",
        ]


def test_of_nothing_but_a_name_that_is_told():
    bare = Description("urn:a", "A", (), (Line(0, "", "", ()),), ())
    assert bare.to_text() == "A\nurn:a\n"
    assert bare.to_dict()["lines"] == [{"depth": 0, "label": "", "text": "", "notes": []}]


def test_in_a_notebook_a_description_is_a_table_with_its_sentences_and_notes_below():
    assert SMALL._repr_html_() == (
        "<table><caption>QUTAC</caption><thead><tr><th></th><th>alliance · &lt;club&gt;</th></tr></thead><tbody>"
        "<tr><td>goal</td><td>to get on [1, 2]</td></tr><tr><td>theme</td><td>a word or two</td></tr>"
        "<tr><td></td><td>to be seen</td></tr></tbody></table>"
        "<p>It was founded. [1]</p><p>[1] table 1</p><p>[2] table 2</p>"
    )
    assert repr(SMALL) == "<Description of QUTAC: 4 lines, 2 notes>"


def test_a_report_of_findings_prints_as_text(tmp_path):
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> .\n<https://example.org/a> a qo:Alliancee .\n", "utf-8"
    )
    report = validate(file)
    assert "qo:Alliance" in str(report)
    assert repr(report).startswith("<Report, findings: ") and "<td>violation</td>" in report._repr_html_()
