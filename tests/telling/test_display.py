"""What people hold in Python prints as text, and shows itself in a notebook."""

from asking import graph

from qontology import validate
from qontology.analysis import compare
from qontology.telling.describe import describe


def test_an_annotated_table_prints_as_its_text_and_is_named_in_short():
    table = compare(graph(), "QUTAC", "QIC")
    assert str(table) == table.to_text(100)
    assert repr(table).startswith("<AnnotatedTable ") and "\n" not in repr(table)
    assert "<table><caption>" in table._repr_html_() and "QUTAC" in table._repr_html_()


def test_a_description_prints_as_its_text():
    found = describe(graph(), graph().find("QUTAC"), "zh")
    assert str(found) == found.to_text(100) and "依据" in str(found)
    assert "QUTAC" in found._repr_html_() and len(repr(found)) < 100


def test_a_report_of_findings_prints_as_text(tmp_path):
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> .\n<https://example.org/a> a qo:Alliancee .\n", "utf-8"
    )
    report = validate(file)
    assert "qo:Alliance" in str(report)
    assert repr(report).startswith("<Report, findings: ") and "<td>violation</td>" in report._repr_html_()
