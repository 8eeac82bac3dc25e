"""owl:imports: what is read where a catalog has it, and what is told where nobody has."""

from __future__ import annotations

import pytest

from qontology import validate
from qontology.errors import InputError

SHAPES = "e:shapes a owl:Ontology ; owl:imports e:more . e:S sh:targetClass e:C ; sh:nodeKind sh:IRI ."
NEEDS = "sh:property [ sh:path e:n ; sh:minCount 1 ]"
MORE = f"e:more a owl:Ontology ; owl:imports e:shapes . e:T sh:targetClass e:C ; {NEEDS} ."
DATA = "e:data a owl:Ontology ; owl:imports <http://example.org/tree#> . e:a a e:D ."
TREE = "<http://example.org/tree> a owl:Ontology . e:D rdfs:subClassOf e:C . e:own a e:C ."
ENTRY = '<uri name="http://example.org/{0}" uri="{0}.ttl"/>'
XML = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><group>{}{}</group></catalog>'


@pytest.fixture
def asked(turtle, tmp_path):
    """The codes of what is found in data that import their class tree, by shapes that import others."""
    (tmp_path / "there").mkdir()
    data, shapes = turtle(DATA), turtle(SHAPES, "s.ttl")
    turtle(MORE, "there/more.ttl")
    turtle(TREE, "there/tree.ttl")

    def run(*catalog: str):
        found = validate(data, shapes=[shapes], with_shipped=False, catalog=catalog).findings
        return [(one.code, None if one.line is None else one.line, one.severity.value) for one in found]

    return run


def test_imports_are_told_where_no_catalog_is_named(asked) -> None:
    told = [one for one in asked() if one[0] == "import-not-read"]
    assert told == [("import-not-read", 4, "info")] * 2


@pytest.mark.parametrize("form", ["folder", "files", "catalog"])
def test_shapes_get_what_they_import_and_data_are_read_with_what_they_import(asked, form, tmp_path) -> None:
    there = tmp_path / "there"
    (there / "catalog-v001.xml").write_text(XML.format(ENTRY.format("more"), ENTRY.format("tree")), encoding="utf-8")
    names = {
        "folder": [str(there)],
        "files": [str(there / "more.ttl"), str(there / "tree.ttl")],
        "catalog": [str(there / "catalog-v001.xml")],
    }
    assert asked(*names[form]) == [("T", 4, "violation")]


def test_what_the_catalog_does_not_have_is_a_warning(asked, tmp_path) -> None:
    assert ("import-not-read", 4, "warning") in asked(str(tmp_path / "there" / "tree.ttl"))


@pytest.mark.parametrize("text", ["<a/>", "<catalog", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_catalog_that_is_none_is_refused(asked, tmp_path, text: str) -> None:
    file = tmp_path / "catalog.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is not an XML catalogue"):
        asked(str(file))


def test_an_entry_of_a_catalog_that_leads_nowhere_is_named_with_its_line_where_it_is_needed(asked, tmp_path) -> None:
    file = tmp_path / "catalog.xml"
    file.write_text(XML.format("\n\n" + ENTRY.format("more"), ENTRY.format("unused")), encoding="utf-8")
    with pytest.raises(InputError, match=r"names .*more.ttl: cannot be read: it does not exist") as refused:
        asked(str(file))
    assert (refused.value.file, refused.value.line) == (str(file), 3)


def test_what_the_same_file_describes_is_not_missing(turtle) -> None:
    """So prefixes are handed on by ``sh:prefixes``: its ontologies need no type."""
    shapes = """e:one owl:imports e:two .
        e:two sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .
        e:S sh:targetClass e:C ; sh:sparql [ sh:prefixes e:one ; sh:select "SELECT $this { $this ex:p 1 }" ] ."""
    found = validate(turtle("e:a a e:C ; e:p 1 ."), shapes=[turtle(shapes, "s.ttl")], with_shipped=False).findings
    assert [one.code for one in found] == ["S"]


def test_a_namespace_that_is_no_literal_is_told_as_it_has_to_be_written(turtle) -> None:
    shapes = """e:one sh:declare [ sh:prefix "ex" ; sh:namespace <http://example.org/> ] .
        e:S sh:targetClass e:C ; sh:sparql [ sh:prefixes e:one ; sh:select "SELECT $this { $this ex:p 1 }" ] ."""
    (told,) = validate(turtle("e:a a e:C ."), shapes=[turtle(shapes, "s.ttl")], with_shipped=False).findings
    assert "sh:namespace is <http://example.org/>, no literal" in told.message.en
    assert told.remedy.en == 'write "http://example.org/"^^xsd:anyURI'


def test_only_the_nodes_asked_for_are_validated_with_what_hangs_on_them(turtle) -> None:
    shapes = turtle(
        """e:S sh:targetClass e:C ; sh:property [
            sh:path e:p ; sh:minCount 2 ; sh:property [ sh:path e:n ; sh:maxCount 0 ] ] .""",
        "s.ttl",
    )
    data = turtle("e:a a e:C ; e:p [ e:n 1 ] . e:b a e:C . e:c e:n 1 .")
    found = validate(data, shapes=[shapes], with_shipped=False, focus=["http://example.org/a"]).findings
    assert sorted(one.component for one in found) == ["MaxCountConstraintComponent", "MinCountConstraintComponent"]
    (none,) = validate(data, shapes=[shapes], with_shipped=False, focus=["http://example.org/c"]).findings
    assert none.code == "nothing-checked"
