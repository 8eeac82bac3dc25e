"""The Turtle files: one layout, one meaning of each prefix, nothing undeclared."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from generate import GENERATED

from qontology import terms
from qontology.assets import EXAMPLES, files, root
from qontology.turtle import format_turtle

OURS = "https://w3id.org/qontology/"
SHIPPED = [path for folder in ("ontology", "ontology/alignments", "data", "shapes") for path in files(folder)]
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RULES = files("queries", ".rq")
DERIVED = {terms.formationMode, terms.hasMember, terms.heldIn, terms.ledBy, terms.leads, terms.participatesIn}
DERIVED |= {terms.earliestDay, terms.latestDay}


def name(path: Path) -> str:
    return path.relative_to(root()).as_posix()


def iris(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> Iterator[str]:
    if isinstance(term, ox.NamedNode):
        yield term.value
    elif isinstance(term, ox.Literal):
        yield term.datatype.value


@pytest.fixture(scope="module")
def quads() -> dict[Path, list[ox.Quad]]:
    return {path: list(ox.parse(path=path)) for path in SHIPPED}


@pytest.mark.parametrize("path", [*SHIPPED, *files(EXAMPLES)], ids=name)
def test_a_file_is_in_the_canonical_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_turtle(text) == text, "run make format"


@pytest.mark.parametrize("path", [*files("data"), *files("ontology/vocabularies")], ids=name)
def test_data_and_vocabularies_have_no_blank_nodes(path: Path, quads) -> None:
    nodes = [node for quad in quads[path] for node in (quad.subject, quad.object) if isinstance(node, ox.BlankNode)]
    assert nodes == []


def test_every_iri_of_ours_that_is_used_is_declared(quads) -> None:
    declared = {
        quad.subject.value for found in quads.values() for quad in found if isinstance(quad.subject, ox.NamedNode)
    }
    declared |= {f"{OURS}shapes"}
    undeclared = {
        (iri, name(path))
        for path, found in quads.items()
        for quad in found
        for term in quad
        for iri in (iris(term) if not isinstance(term, ox.DefaultGraph) else ())
        if iri.startswith((f"{OURS}ns#", f"{OURS}id/", f"{OURS}scheme/")) and iri not in declared
    }
    assert undeclared == set()


def test_every_term_of_ours_in_a_query_is_declared() -> None:
    known = {value.removeprefix(terms.NAMESPACE) for value in vars(terms).values() if isinstance(value, str)}
    unknown = {
        (word, name(path))
        for path in RULES
        for word in re.findall(r"\bqo:(\w+)", path.read_text(encoding="utf-8"))
        if word not in known
    }
    assert unknown == set()


def test_data_states_nothing_that_rules_derive(quads) -> None:
    stated = {
        quad
        for path, found in quads.items()
        if "data" in path.parts
        for quad in found
        if quad.predicate.value in DERIVED
    }
    assert stated == set()


def test_every_passage_is_cited_and_every_thing_of_the_data_is_met(quads) -> None:
    cited = {quad.object.value for found in quads.values() for quad in found if isinstance(quad.object, ox.NamedNode)}
    passages = {
        quad.subject.value
        for found in quads.values()
        for quad in found
        if quad.predicate.value == RDF_TYPE and quad.object == ox.NamedNode(terms.Passage)
    }
    assert passages - cited == set()


def test_generated_files_are_up_to_date() -> None:
    stale = [name for name, text in GENERATED.items() if (root() / name).read_text(encoding="utf-8") != text()]
    assert stale == [], "run make generated"


def test_the_two_readmes_have_the_same_sections_commands_and_links() -> None:
    english, chinese = ((root() / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))

    def parts(text: str) -> dict[str, object]:
        blocks = re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)
        return {
            "headings": re.findall(r"^#+", text, re.MULTILINE),
            "code": [[line.split("#")[0].rstrip() for line in block.splitlines()] for _, block in blocks],
            "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
            "links": [link.replace(".zh.md", ".md") for link in re.findall(r"\]\(([^)]*)\)", text)[1:]],
        }

    assert parts(english) == parts(chinese)


def test_every_link_of_a_document_leads_somewhere() -> None:
    for path in [*root().glob("*.md"), *(root() / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), (path.name, link)


def test_every_rule_of_style_names_a_check_that_is_there() -> None:
    text = (root() / "STYLE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]\d+) \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert len(rows) > 20
    for rule, _, check in rows:
        paths = re.findall(r"`((?:tests|tools)/[\w/.]+)`", check)
        assert paths or check, rule
        assert all((root() / path).exists() for path in paths), rule


def test_git_tracks_no_file_that_the_checks_do_not_see() -> None:
    tracked = subprocess.run(
        ["git", "-C", str(root()), "ls-files", "*.ttl"], capture_output=True, text=True, check=True
    ).stdout.split()
    elsewhere = ("tests/", "docs/examples/", "qontology/", "bench/", "descriptions/")
    assert {path for path in tracked if not path.startswith(elsewhere)} <= {name(path) for path in SHIPPED}


def test_alignments_point_outwards_and_are_no_part_of_the_ontology() -> None:
    alignments = files("ontology/alignments")
    assert alignments and not set(alignments) & set(files("ontology"))
    for path in alignments:
        for quad in ox.parse(path=path):
            if quad.subject.value.startswith(terms.NAMESPACE):
                assert quad.predicate.value.endswith(("#subClassOf", "#subPropertyOf")), path.name
                assert not quad.object.value.startswith(terms.NAMESPACE), path.name
