"""The data package: the library of the standard finds nothing to complain of, and every row is there."""

import csv
import io
import json
from pathlib import Path

import frictionless
import pytest
from asking import graph
from exchange.profiles import made

from qontology.exchange.data_package import FIELDS


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made("tables")[f"{table}.csv"])))


def written(folder: Path, files: dict[str, str]) -> frictionless.Report:
    """What the library says of the package."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return frictionless.Package(str(folder / "datapackage.json")).validate()


@pytest.mark.parametrize("what", [("QUTAC",), pytest.param((), marks=pytest.mark.long)])
def test_the_library_of_the_standard_finds_nothing_wrong(tmp_path: Path, what: tuple[str, ...]) -> None:
    report = written(tmp_path, made("tables", *what))
    assert report.flatten(["title", "type", "rowNumber", "note"]) == []
    assert report.valid and len(report.tasks) == len(made("tables")) - 1


def test_the_library_sees_what_is_wrong(tmp_path: Path) -> None:
    files = dict(made("tables", "QUTAC"))
    files["alliances.csv"] = files["alliances.csv"].replace("2021-06", "in June")
    report = written(tmp_path, files)
    assert {kind for (kind,) in report.flatten(["type"])} == {"constraint-error"}


@pytest.mark.parametrize(
    ("table", "pattern"),
    [
        ("agents", "VALUES ?top { qo:Agent qo:Programme } ?id a/rdfs:subClassOf* ?top"),
        ("alliances", "?id a/rdfs:subClassOf* qo:Alliance"),
        ("memberships", "?id a qo:Membership"),
        ("affiliations", "?id a qo:Affiliation"),
        ("posts", "?id a qo:Post"),
        ("bodies", "?id a/rdfs:subClassOf* qo:Body"),
        ("leaderships", "?id a qo:Leadership"),
        ("goals", "?id a qo:Goal"),
        ("initiatives", "?id a/rdfs:subClassOf* qo:Initiative"),
        ("events", "?id a/rdfs:subClassOf* qo:Event"),
        ("involvements", "?id a qo:Involvement"),
        ("counts", "?id a qo:Count"),
        ("fundings", "?id a qo:Funding"),
        ("claims", "?id a/rdfs:subClassOf* qo:Claim"),
        ("concepts", "?id a skos:Concept"),
        ("places", "?id a/rdfs:subClassOf* qo:Place"),
        ("sources", "?id a/rdfs:subClassOf* qo:Source"),
    ],
)
def test_every_thing_has_its_row(table: str, pattern: str) -> None:
    ours = {row[0].value for row in graph().select(f"SELECT DISTINCT ?id {{ {pattern} }}").rows}
    assert {row["id"] for row in rows(table)} == ours


@pytest.mark.parametrize(("table", "link"), [("counts", "qo:hasCount"), ("fundings", "qo:hasFunding")])
def test_what_the_graph_does_not_follow_names_the_row_that_it_does(table: str, link: str) -> None:
    found = {(row["account_of"], row["id"]) for row in rows(table) if row["account_of"]}
    other = graph().select(f"SELECT DISTINCT ?a ?b {{ ?t {link} ?a . ?a qo:rival|qo:otherAccount ?b }}").rows
    assert found == {(one.value, two.value) for one, two in other} and found


def test_every_concept_and_place_of_a_thing_is_there_however_many_it_has() -> None:
    goal = "https://w3id.org/qontology/id/goal/qutac-overall"
    found = {
        (row["property"], (row["concept"] or row["place"]).rpartition("/")[2])
        for row in rows("characteristics")
        if row["thing"] == goal
    }
    assert {("concernsPlace", "germany"), ("concernsPlace", "europe"), ("sector", "insurance")} <= found


def test_every_evidence_is_there() -> None:
    found = graph().select("SELECT DISTINCT ?t ?s ?l { ?t qo:evidence ?p . ?p dcterms:isPartOf ?s ; qo:locator ?l }")
    assert len(rows("evidence")) == len(found)


def test_a_column_means_the_same_in_every_table_and_each_is_used() -> None:
    package = json.loads(made("tables")["datapackage.json"])
    used = [field["name"] for table in package["resources"] for field in table["schema"]["fields"]]
    assert set(used) == set(FIELDS)


def test_a_member_of_a_body_is_a_member_in_its_alliance() -> None:
    found = [row for row in rows("memberships") if row["body"]]
    assert found and {"qed-c"} <= {row["organization"].rpartition("/")[2] for row in found}
