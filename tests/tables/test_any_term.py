"""Whatever term an answer holds, every form of a table is written: what is not of its own type stays text."""

import io
import json

import polars
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from qontology import EngineError, Table, load
from qontology.namespaces import XSD
from qontology.tables import FORMATS

ILL_TYPED = [
    ("twelve", "integer"),
    ("1_000", "integer"),
    ("１２", "integer"),
    ("7" * 5000, "integer"),
    ("NaN", "decimal"),
    ("1e3", "decimal"),
    ("yes", "boolean"),
    ("2022-02-31", "date"),
    ("20220101", "date"),
]
BEYOND_64_BITS = str(2**63)


def column(*terms: Literal | NamedNode) -> Table:
    return Table(("value",), [(term,) for term in terms])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("text", "kind"), ILL_TYPED)
def test_a_literal_that_is_not_of_its_type_is_written_as_its_text(form: str, text: str, kind: str) -> None:
    table = column(Literal(text, datatype=XSD[kind]))
    written = FORMATS[form](table)
    assert isinstance(written, bytes) or text in written
    assert table.to_dicts() == [{"value": text}]
    assert table.to_pandas()["value"].tolist() == [text]
    assert table.to_polars()["value"].to_list() == [text]


def test_a_command_answers_with_an_ill_typed_number_instead_of_a_traceback(run, tmp_path) -> None:
    query = tmp_path / "illtyped.rq"
    query.write_text('SELECT ("twelve"^^<http://www.w3.org/2001/XMLSchema#integer> AS ?n) WHERE {}')
    outcome = run("query", str(query))
    assert (outcome.code, outcome.err) == (0, "") and "twelve" in outcome.out


def test_a_number_that_a_column_cannot_hold_makes_the_column_text_so_that_nothing_is_lost() -> None:
    table = column(Literal(1), Literal(BEYOND_64_BITS, datatype=XSD["integer"]))
    assert table.to_polars()["value"].to_list() == ["1", BEYOND_64_BITS]
    assert polars.read_parquet(io.BytesIO(table.to_parquet()))["value"].to_list() == ["1", BEYOND_64_BITS]
    assert table.to_dicts()[1] == {"value": 2**63}


def test_only_what_is_written_as_a_number_loses_its_quotes_in_tsv() -> None:
    lines = column(Literal(12), Literal("twelve", datatype=XSD["integer"])).to_tsv().splitlines()
    assert lines[1:] == ["12", f'"twelve"^^{XSD["integer"]}']


def test_the_direction_of_a_text_is_kept_in_json() -> None:
    [row] = json.loads(load().select('SELECT ("שלום"@he--rtl AS ?text) WHERE {}').to_json())["results"]["bindings"]
    assert (row["text"]["xml:lang"], row["text"]["its:dir"]) == ("he", "rtl")


def test_a_triple_is_refused_with_the_way_to_its_parts() -> None:
    triple = Triple(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))
    with pytest.raises(EngineError, match=r"SUBJECT\(\?t\)"):
        Table(("t",), [(triple,)])  # type: ignore[list-item]
