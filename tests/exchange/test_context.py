"""The context: names do what a person expects, and every reader of JSON-LD reads the same from them."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonld as generator
import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

from qontology import validate
from qontology.assets import files, root
from qontology.exchange import contents
from qontology.exchange.json_ld import json_ld
from qontology.namespaces import RDF
from qontology.reading import find_sources
from qontology.terms import NAMESPACE, PREFIXES

ADDRESS = "https://w3id.org/qontology/context.jsonld"
PLACE = root() / "ontology/context.jsonld"
DOCUMENT = json.loads(PLACE.read_text(encoding="utf-8"))
CONTEXT = DOCUMENT["@context"]
MINE = root() / "docs/examples/my-alliance.jsonld"
LIBRARIES = Path(os.environ.get("QONTOLOGY_CONSUMERS", root() / ".consumers")) / "npm" / "node_modules"


def canonical(quads: list[ox.Quad]) -> set[str]:
    dataset = ox.Dataset(ox.Quad(*quad.triple) for quad in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def expected() -> set[str]:
    """The same alliance in Turtle."""
    return canonical([*ox.parse(path=MINE.with_suffix(".ttl"))])


def with_context_inside(text: str) -> str:
    return text.replace(f'"{ADDRESS}"', json.dumps(CONTEXT), 1)


def by_ourselves(text: str, folder: Path) -> list[ox.Quad]:
    (folder / "mine.jsonld").write_text(text, encoding="utf-8")
    return [quad for source in find_sources([folder / "mine.jsonld"]) for quad in source.quads()]


def by_pyoxigraph(text: str, folder: Path) -> list[ox.Quad]:
    return [*ox.parse(with_context_inside(text), ox.RdfFormat.JSON_LD)]


def by_rdflib(text: str, folder: Path) -> list[ox.Quad]:
    graph = rdflib.Graph().parse(data=with_context_inside(text), format="json-ld")
    return [*ox.parse(graph.serialize(format="nt"), ox.RdfFormat.N_TRIPLES)]


def by_pyld(text: str, folder: Path) -> list[ox.Quad]:
    def loader(url: str, options: object = None) -> dict[str, object]:
        assert url == ADDRESS
        return {"contextUrl": None, "documentUrl": url, "document": DOCUMENT}

    options = {"documentLoader": loader, "format": "application/n-quads"}
    return [*ox.parse(jsonld.to_rdf(json.loads(text), options), ox.RdfFormat.N_QUADS)]


READERS = [by_ourselves, by_pyoxigraph, by_rdflib, by_pyld]
Reader = Callable[[str, Path], list[ox.Quad]]


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_an_alliance_written_by_hand_is_the_one_in_turtle(read: Reader, tmp_path) -> None:
    assert canonical(read(MINE.read_text(encoding="utf-8"), tmp_path)) == expected()


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_it_comes_back_from_what_we_write(read: Reader, tmp_path) -> None:
    quads = [*ox.parse(path=MINE.with_suffix(".ttl"))]
    assert canonical(read(json_ld(quad.triple for quad in quads), tmp_path)) == expected()


@pytest.mark.skipif(
    shutil.which("node") is None or not LIBRARIES.is_dir(), reason="needs Node.js and its library jsonld"
)
def test_jsonld_js_reads_it_and_writes_it_back_with_the_same_names() -> None:
    command = ["node", str(Path(__file__).with_name("round_trip.mjs")), str(LIBRARIES), str(MINE), str(PLACE)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["text"] == second["text"]
    assert canonical([*ox.parse(first["text"], ox.RdfFormat.N_QUADS)]) == expected()
    compact = {each["id"]: each for each in second["compact"]["@graph"]}
    assert compact["mine:users"]["status"] == "established"
    assert compact["mine:users"]["hasFounding"]["dateMonth"] == "2024-03"
    assert compact["mine:users"]["hasFounding"]["hasInvolvement"]["role"] == "lead"


def test_it_keeps_all_rules() -> None:
    assert validate(MINE).findings == ()


def test_no_term_is_called_like_a_prefix_of_the_files() -> None:
    prefixes = {name for name, entry in CONTEXT.items() if isinstance(entry, dict) and entry.get("@prefix")}
    gone = PREFIXES.keys() - prefixes
    assert all(PREFIXES[name].startswith(generator.SCHEME) and "@context" in CONTEXT[name] for name in gone)
    assert "scheme" in prefixes


def test_nothing_that_the_data_uses_is_missing() -> None:
    named = {entry["@id"] if isinstance(entry, dict) else entry for entry in CONTEXT.values() if entry != 1.1}
    used = {
        iri
        for folder in ("data", "ontology/vocabularies")
        for path in files(folder)
        for quad in ox.parse(path=path)
        for iri in (
            quad.predicate.value,
            quad.object.value if quad.predicate == RDF["type"] else NAMESPACE + "Alliance",
        )
        if not iri.startswith(RDF.base)
    }
    assert {generator.short(iri, PREFIXES) for iri in used} - named == set()


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"role": "lead"', "<ns#role> <scheme/role/lead>"),
        ('"role": "scheme:role/lead"', "<ns#role> <scheme/role/lead>"),
        ('"counted": "member"', "<ns#counted> <scheme/counted/member>"),
        ('"member": "organization:sap"', "<ns#member> <id/organization/sap>"),
        ('"organizationKind": "alliance"', "<ns#organizationKind> <scheme/organization-kind/alliance>"),
        ('"assessedMode": "mode:company-led"', "<ns#assessedMode> <scheme/formation-mode/company-led>"),
        ('"hasGoal": "goal:quic-1"', "<ns#hasGoal> <id/goal/quic-1>"),
        ('"membershipTier": "tier:qed-c-1"', "<ns#tier> <id/tier/qed-c-1>"),
        ('"predicate": "hasGoal"', "<ns#predicate> <ns#hasGoal>"),
        ('"date": "2021-02-04"', '<ns#date> "2021-02-04"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ('"asOfMonth": "2022-06"', '<ns#asOf> "2022-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ('"startYear": "2019"', '<ns#start> "2019"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ('"value": 233', '<ns#value> "233"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_a_name_means_what_it_says(written: str, meant: str, read: Reader, tmp_path) -> None:
    (quad,) = read(f'{{"@context": "{ADDRESS}", "id": "https://example.org/a", {written}}}', tmp_path)
    assert f"{quad.predicate} {quad.object}" == meant.replace("<ns#", f"<{NAMESPACE}").replace(
        "<scheme/", f"<{generator.SCHEME}"
    ).replace("<id/", "<https://w3id.org/qontology/id/")


def test_an_export_writes_the_short_names() -> None:
    found = contents("QUTAC")
    text = json_ld((quad.triple for quad in found.quads), found.things)
    assert all(f'"{name}"' in text for name in ("dateMonth", "company-led", "lead"))
    assert '"qo:' not in text.partition('"@graph"')[2]
