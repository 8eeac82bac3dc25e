"""docs/curation.md and its Chinese twin: four commands are walked for an invented alliance; both tell the same."""

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("curation.md", "curation.zh.md"))


def commands(document):
    blocks = re.findall(r"^```console\n(.*?)^```", document, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ "), comments=True)[1:] for line in lines]


def fill_in(path):
    """Does what the document says: takes the # from the worked rows."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:-1]:
        sheet["A3"] = sheet["A3"].value.removeprefix("# ")
    book.save(path)


@pytest.fixture
def folder(tmp_path, monkeypatch, of_the_study):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_four_commands_lead_from_a_template_to_a_comparison(folder, run):
    template, to_turtle, validate, compare = commands(ENGLISH)[:4]
    assert run(*template).code == 0
    fill_in(folder / "mine.xlsx")
    assert (run(*to_turtle).code, run(*validate).code) == (0, 0)
    outcome = run(*compare)
    assert outcome.code == 0 and "EQA" in outcome.out and "September 2025" in outcome.out


OWN = {
    "sources": [
        {
            "id": "ruritania-gazette-2026",
            "title_en": "Gazette of Ruritania: an alliance for quantum sensors",
            "title_zh": "《卢里塔尼亚公报》：量子传感联盟成立",
            "address": "https://gazette.example.org/quantum",
            "publisher": "Gazette of Ruritania",
            "date": "2026-03-02",
            "language": "en",
            "kind": "press",
            "accessed": "2026-11-30",
        }
    ],
    "alliances": [
        {
            "class": "联盟",
            "id": "ruritanian-sensor-alliance",
            "name_en": "Ruritanian Quantum Sensor Alliance",
            "name_zh": "卢里塔尼亚量子传感联盟",
            "kind": "industry association / 行业协会",
            "status": "established",
            "country": "Germany / 德国",
        }
    ],
    "events": [{"of": "Ruritanian Quantum Sensor Alliance", "what": "founding", "date": "2026-03"}],
    "members": [
        {"of": "卢里塔尼亚量子传感联盟", "member": "英飞凌", "dating": "at founding"},
        {"of": "ruritanian-sensor-alliance", "member": "Bosch Group"},
    ],
    "counts": [{"of": "ruritanian-sensor-alliance", "counted": "member", "value": "14", "as_of": "2026-03"}],
    "goals": [
        {
            "id": "ruritanian-sensor-alliance-1",
            "of": "ruritanian-sensor-alliance",
            "text_en": "Bring quantum sensors into cars",
            "text_zh": "推动量子传感器在汽车上应用",
            "theme": "use cases and applications",
        }
    ],
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_curator_tells_of_an_alliance_that_the_graph_does_not_have(folder, run, language):
    template, to_turtle, validate, _ = commands(ENGLISH)[:4]
    assert run(*template).code == 0
    book = openpyxl.load_workbook("mine.xlsx")
    for sheet in book.worksheets:
        name = sheet.title.split()[0]
        header = [cell.value for cell in sheet[1]]
        for number, row in enumerate(OWN.get(name, ()), 4):
            told = row if name == "sources" else row | {"source": "ruritania-gazette-2026"}
            for column, text in told.items():
                sheet.cell(number, header.index(column) + 1, text)
    book.save("mine.xlsx")
    assert run(*to_turtle, "--lang", language).code == 0
    outcome = run(*validate, "--lang", language)
    assert outcome.code == 0
    compared = run("compare", "QUTAC", "Ruritanian Quantum Sensor Alliance", "--data", "facts", "--lang", language)
    assert compared.code == 0
    words = {
        "en": ("Ruritanian Quantum Sensor Alliance", "March 2026", "14", "Bring quantum sensors into cars"),
        "zh": ("卢里塔尼亚量子传感联盟", "2026年3月", "14", "推动量子传感器在汽车上应用"),
    }
    assert [word for word in words[language] if word not in "".join(compared.out.split("\n"))] == []


def test_the_other_commands_run(folder, run):
    for command in commands(ENGLISH)[4:]:
        assert run(*command).code == 0


def test_both_documents_have_the_same_sections_and_commands():
    def depths(document):
        return re.findall(r"^(#+) ", document, re.MULTILINE)

    assert depths(ENGLISH) == depths(CHINESE)
    assert commands(ENGLISH) == commands(CHINESE)
