"""Prefixed names, and property paths in SPARQL syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qontology.findings.formats.names import compact
from qontology.findings.formats.paths import Operation, Path, parse_path


@pytest.mark.parametrize(
    ("syntax", "shown"),
    [
        ("<https://w3id.org/qontology/ns#Alliance>", "qo:Alliance"),
        ("<https://w3id.org/qontology/id/alliance/quic>", "alliance:quic"),
        ("<https://w3id.org/qontology/scheme/role/lead>", "role:lead"),
        ("<https://w3id.org/qontology/ns#量子>", "qo:量子"),
        ('"a <https://w3id.org/qontology/ns#b> c"@en', '"a <https://w3id.org/qontology/ns#b> c"@en'),
        ('"say \\"<urn:a>\\""^^<http://www.w3.org/2001/XMLSchema#string>', '"say \\"<urn:a>\\""^^xsd:string'),
        ("<https://w3id.org/qontology/ns#>", "<https://w3id.org/qontology/ns#>"),
        ("<https://w3id.org/qontology/ns#a/b>", "<https://w3id.org/qontology/ns#a/b>"),
        ("<https://w3id.org/qontology/ns#a.>", "<https://w3id.org/qontology/ns#a.>"),
        ("<https://example.org/a>", "<https://example.org/a>"),
        ("_:b0", "_:b0"),
    ],
)
def test_an_iri_is_shortened_only_where_the_name_can_be_written_in_turtle(syntax: str, shown: str) -> None:
    assert compact(syntax) == shown


def test_the_prefixes_of_the_file_come_first() -> None:
    own = {"node": "https://w3id.org/qontology/id/statement/", "q": "https://w3id.org/qontology/ns#", "sh": "urn:shed:"}
    assert compact("<https://w3id.org/qontology/id/statement/quic-mode>", own) == "node:quic-mode"
    assert compact("<https://w3id.org/qontology/ns#Alliance>", own) == "q:Alliance"
    assert compact("<http://www.w3.org/ns/shacl#path>", own) == "<http://www.w3.org/ns/shacl#path>"


def test_the_longest_namespace_wins() -> None:
    own = {"a": "urn:a:", "ab": "urn:a:b:"}
    assert compact("<urn:a:b:c>", own) == "ab:c"


PATHS: st.SearchStrategy[Path] = st.recursive(
    st.sampled_from(["urn:a", "urn:b", "urn:c"]),
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from("^?*+"), st.tuples(inner)),
        st.builds(Operation, st.sampled_from("/|"), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


def in_sparql(path: Path) -> str:
    """The path with parentheses around every operand that is itself an operation."""
    if isinstance(path, str):
        return f"<{path}>"
    operands = [in_sparql(inner) if isinstance(inner, str) else f"({in_sparql(inner)})" for inner in path.operands]
    if path.operator in "/|":
        return f" {path.operator} ".join(operands)
    return path.operator + operands[0] if path.operator == "^" else operands[0] + path.operator


@given(PATHS)
def test_a_path_is_read_as_it_was_meant(path: Path) -> None:
    assert parse_path(in_sparql(path)) == path


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("<urn:a>/<urn:b>|<urn:c>", "(<urn:a>/<urn:b>)|<urn:c>"),
        ("<urn:a>/^<urn:b>*", "<urn:a>/(^(<urn:b>*))"),
        ("^<urn:a>/<urn:b>", "(^<urn:a>)/<urn:b>"),
    ],
)
def test_operators_bind_as_in_sparql(short: str, long: str) -> None:
    assert parse_path(short) == parse_path(long)


@pytest.mark.parametrize(
    "wrong", ["", "<urn:a>/", "(<urn:a>", "<urn:a>)", "<urn:a><urn:b>", "!<urn:a>", "ex:a", "^^<urn:a>"]
)
def test_what_is_no_path_of_shacl_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a SHACL property path"):
        parse_path(wrong)
