"""The OWLAPI, on which Protégé and ROBOT stand, with HermiT and ELK: exports open alone, files by the catalog."""

from __future__ import annotations

from collections import Counter

import pytest
from asking import study
from consumers.reading import ALLIANCE, CLASS, QUTAC, expected

from qontology import assets, load
from qontology.reasoning import derive

pytestmark = pytest.mark.long

REASONERS = ("org.semanticweb.HermiT.ReasonerFactory", "org.semanticweb.elk.owlapi.ElkReasonerFactory")
ROOT = "ontology https://w3id.org/qontology/ns"
FORMS = ("rdfxml", "turtle", "nt")


def sections(lines: list[str]) -> list[list[str]]:
    """The lines of each file."""
    starts = [number for number, line in enumerate(lines) if line.startswith("file ")]
    return [lines[start + 1 : end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def values(lines: list[str], name: str) -> list[str]:
    return sorted(line.split(" ", 1)[1] for line in lines if line.split(" ")[0] == name)


@pytest.fixture(scope="module")
def opened(exported, java) -> list[list[str]]:
    files = [exported(form, dl=True) for form in FORMS]
    return sections(java("Open.java", CLASS, ALLIANCE, "-", "", *files))


@pytest.mark.parametrize("number", range(len(FORMS)), ids=FORMS)
def test_an_export_opens_by_itself_as_one_ontology_of_owl_2_dl(number: int, opened) -> None:
    lines = opened[number]
    assert lines[:4] == [ROOT, "version https://w3id.org/qontology/ns/0.1.0", "closure 1", "outside 0"]
    assert values(lines, "class") == expected().classes
    assert values(lines, "alliance") == [QUTAC]
    assert values(lines, "member") == expected().members


def test_hermit_and_elk_find_it_consistent_and_classify_as_our_rules_do(exported, java) -> None:
    (lines,) = sections(java("Open.java", CLASS, ALLIANCE, "-", ",".join(REASONERS), exported("rdfxml", dl=True)))
    assert values(lines, "consistent") == ["true"] * 2 and values(lines, "unsatisfiable") == ["0"] * 2
    ours = Counter(
        f"{triple.object.value.removeprefix('https://w3id.org/qontology/ns#')} {triple.subject.value}"
        for triple in derive(study().engine)["class-by-mode"]
    )
    theirs = Counter(line for line in lines if line.split(" ")[0].endswith("LedAlliance"))
    assert ours and theirs == Counter({line: 2 * times for line, times in ours.items()})


@pytest.fixture(scope="module")
def files(java) -> dict[str, list[str]]:
    """What is seen of each file, opened by itself, imports by the catalog."""
    folder = assets.root() / "ontology"
    data = [assets.root() / "data" / name for name in ("alliances/qutac.ttl", "places.ttl", "links.ttl")]
    paths = [path for path in folder.rglob("*.ttl") if path.parent != folder / "vocabularies"]
    paths += [folder / "vocabularies/role.ttl", *data]
    lines = java("Open.java", CLASS, ALLIANCE, (folder / "catalog-v001.xml").as_uri(), "", *paths)
    return {
        path.relative_to(assets.root()).as_posix(): found for path, found in zip(paths, sections(lines), strict=True)
    }


def test_the_ontology_opens_by_the_catalog_with_all_of_its_modules(files) -> None:
    root = files["ontology/qontology.ttl"]
    assert root[0] == ROOT and values(root, "class") == expected().classes
    modules = [name for name in files if name.count("/") == 1 and name.startswith("ontology/")]
    assert values(root, "closure") == [str(len(modules))]


def test_each_file_alone_declares_what_it_uses(files) -> None:
    """So that each is in OWL 2 DL; but for the dates of data, for which OWL has no type (two complaints of each)."""
    outside = {name: count for name, found in files.items() if (count := values(found, "outside")) != ["0"]}
    assert outside == {"data/alliances/qutac.ttl": ["2"]} and len(files) > 15


def test_a_single_file_of_data_has_relations_where_there_are_relations(files) -> None:
    qutac = files["data/alliances/qutac.ttl"]
    alone = load(assets.root() / "data/alliances/qutac.ttl", with_shipped=False)
    members = alone.select(f"SELECT DISTINCT ?m {{ <{QUTAC}> qo:hasMembership/qo:member ?m }}").rows
    assert values(qutac, "alliance") == [QUTAC] and len(values(qutac, "member")) == len(members) > 10
    (relations,), (values_,) = values(qutac, "objectProperties"), values(qutac, "dataProperties")
    assert int(relations) > 20 and int(values_) > 1


def test_without_the_catalog_nothing_is_fetched(java) -> None:
    with pytest.raises(AssertionError, match="UnloadableImportException"):
        java("Open.java", CLASS, ALLIANCE, "-", "", assets.root() / "ontology/qontology.ttl")
