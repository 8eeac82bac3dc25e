"""What validation costs where neither the data nor the shapes are ours: people and the companies they work for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from .seeding import Fault, Pattern
from .timing import Row, in_turn, middle
from .validation import loading, pyshacl_takes, reported, validating

__all__ = ["PEOPLE", "SHAPES", "strangers"]

SHAPES = Path(__file__).with_name("foreign.ttl")

BEGIN = """\
@prefix : <https://example.org/id/> .
@prefix e: <https://example.org/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:c0 a e:Company ; e:name "Company" ; e:kind "public" .
:p0 a e:Person ; e:name "Eve" ; e:mail "eve@example.org" ; e:employer :c0 .
"""

COMPANY = """
:c{n} a e:Company ; e:name "Company {n}" ; e:kind "private" ; e:motto "We make {n}."@en , "Wir machen {n}."@de ;
    e:address :d{n} ; e:listed "2001-03-01T09:00:00.0Z"^^xsd:dateTime .
:d{n} e:street "Street {n}" ; e:city "Town" ; e:code "12345" .
:p{n}-1 a e:Person ; e:name "Anna {n}" ; e:age 41 ; e:mail "anna{n}@example.org" ; e:phone "1-{n}" ; e:employer :c{n} ;
    e:fee 12.50 .
:p{n}-2 a e:Person ; e:name "Ben {n}" ; e:age 32 ; e:mail "ben{n}@example.org" ; e:employer :c{n} ; e:boss :p{n}-1 ;
    e:joined "2019-03-01"^^xsd:date ; e:left "2022-08-31"^^xsd:date ; e:fee {n}.0 .
:p{n}-3 a e:Person ; e:name "Cem {n}" ; e:age 27 ; e:phone "3-{n}" ; e:employer :c{n} ; e:boss :p{n}-1 ; e:fee 07.5 .
:p{n}-4 a e:Person ; e:name "Dora {n}" ; e:age 58 ; e:mail "dora{n}@example.org" , "dora@company{n}.example.org" ;
    e:employer :c{n} ; e:boss :p{n}-2 ; e:fee 100.00 ; e:joined "2020"^^xsd:gYear .
"""

FAULTS = (
    Fault("Name", ("p{n}-3",), 'e:name "Cem {n}" ; ', ""),
    Fault("Name", ("c{n}",), '"Company {n}"', '"Company {n}"@en'),
    Fault("Mail", ("p{n}-2",), '"ben{n}@example.org"', '"ben{n}"'),
    Fault("Age", ("p{n}-4",), "e:age 58", "e:age -58"),
    Fault(
        "Employer",
        ("p{n}-1",),
        "e:employer :c{n} ;\n    e:fee 12.50 .",
        "e:employer :c{n} , :d{n} ;\n    e:fee 12.50 .",
    ),
    Fault(
        "Staff",
        ("f{n}",),
        ":d{n} e:street",
        ':f{n} a e:Company ; e:name "Firm {n}" ; e:kind "public" .\n:d{n} e:street',
    ),
    Fault("Language", ("c{n}",), '"Wir machen {n}."@de', '"Nous faisons {n}."@fr'),
    Fault("Kind", ("c{n}",), 'e:kind "private"', 'e:kind "secret"'),
    Fault("Years", ("p{n}-2",), '"2022-08-31"^^xsd:date', '"2018-08-31"^^xsd:date'),
    Fault("Address", ("c{n}",), 'e:code "12345"', 'e:code "1234"'),
    Fault("Reachable", ("p{n}-3",), ' ; e:phone "3-{n}"', ""),
    Fault("Fee", ("p{n}-1",), "e:fee 12.50", "e:fee 12.5 , 12.50"),
    Fault("Fee", ("p{n}-4",), "e:fee 100.00", "e:fee -100.00"),
    Fault("Boss", ("p{n}-4",), "e:employer :c{n} ; e:boss :p{n}-2", "e:employer :c0 ; e:boss :p{n}-2"),
)

PEOPLE = Pattern("people", "https://example.org/id/", BEGIN, COMPANY, triples=42, things=6, faults=FAULTS)


def strangers(triples: int) -> Iterator[Row]:
    """Shapes and data of others, without anything of ours: against loading, and a tenth of it against pySHACL."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeded, report = PEOPLE.write(folder, triples), folder / "report.json"
        options = ("--with", "none", "--shapes", str(SHAPES))
        pair = in_turn(validating(seeded.path, report, *options), loading(seeded.path), runs=3)
        mine, other = map(middle, pair)
        reported(report, seeded.findings)
        yield Row(f"foreign shapes, {triples:,} / load", mine.wall, other.wall, "1.8")
        seeded = PEOPLE.write(folder, triples // 10)
        (usages,) = in_turn(validating(seeded.path, report, *options), runs=3)
        reported(report, seeded.findings)
        theirs, _, remark = pyshacl_takes(folder, [str(seeded.path)], SHAPES, seeded.findings)
        name = f"foreign shapes, {triples // 10:,} / pySHACL"
        yield Row(name, middle(usages).cpu, theirs.cpu, "1/150 at 100k", remark)
