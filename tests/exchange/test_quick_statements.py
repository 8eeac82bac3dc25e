"""QuickStatements: what has an item, a property and a source, and nothing that is inferred."""

import re
from pathlib import Path

import pytest
from asking import study
from exchange.profiles import MINE, asked, made

from qontology.exchange import contents, profiled

pytestmark = pytest.mark.usefixtures("of_the_study")

LINE = re.compile(r'Q\d+\tP\d+\t(Q\d+|"[^"\t]+"|\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11))\tS854\t"https?://[^"\t]+"')
REFERENCE = '\tS854\t"http://example.org/page"'


def lines(tmp_path: Path, text: str = MINE) -> list[str]:
    """What is made of an alliance of one's own."""
    file = tmp_path / "mine.ttl"
    file.write_text(text, encoding="utf-8")
    found = profiled("wikidata", contents("http://example.org/alliance", data=[file])).splitlines()
    return [line for line in found if line.startswith("Q1\t") or "\tQ1\t" in line]


def test_every_line_is_an_item_a_property_a_value_and_the_address_of_a_source() -> None:
    for line in made("wikidata").splitlines():
        assert LINE.fullmatch(line), line


def test_every_identifier_of_an_item_that_its_source_says_is_there() -> None:
    assert 'Q26678\tP6782\t"05vs9tj88"\tS854\t' in made("wikidata")
    assert 'Q26678\tP213\t"000000012308257X"\tS854\t' in made("wikidata")
    assert 'Q183\tP297\t"DE"\tS854\t' in made("wikidata")


def test_what_the_editors_infer_is_left_out() -> None:
    assert study().ask(
        "ASK { ?a qo:subject organization:airbus ; qo:object <https://ror.org/02z4rsp10> ; qo:reason ?why }"
    )
    assert "02z4rsp10" not in made("wikidata")


def test_members_founding_and_country_of_an_alliance_that_is_an_item(tmp_path: Path) -> None:
    assert lines(tmp_path) == [
        f"Q1\tP17\tQ183{REFERENCE}",
        f"Q1\tP571\t+2023-04-00T00:00:00Z/10{REFERENCE}",
        f"Q9401\tP463\tQ1{REFERENCE}",
    ]


def test_without_an_item_or_an_address_of_the_source_there_is_none(tmp_path: Path) -> None:
    assert lines(tmp_path, MINE.replace("; schema:sameAs wd:Q1 ", "")) == []
    assert lines(tmp_path, MINE.replace(" ; foaf:homepage <http://example.org/page>", "")) == []


def test_in_rdf_it_is_what_wikidata_itself_serves() -> None:
    pattern = (
        "?item <http://www.wikidata.org/prop/P6782> ?node . ?node <http://www.wikidata.org/prop/statement/P6782> ?id"
    )
    count = asked("wikidata").select(f"SELECT ?id WHERE {{ {pattern} }}")
    assert len(count) == made("wikidata").count("\tP6782\t")
