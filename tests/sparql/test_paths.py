"""Property paths as values: what they say, and that they can be kept, compared and sent to another process."""

from __future__ import annotations

import pickle

import pytest
from pyoxigraph import NamedNode

from qontology.sparql.paths import REPEATS, Alternative, Inverse, Path, Predicate, Repeat, Sequence

P, Q, R = (Predicate(NamedNode(f"urn:{name}")) for name in "pqr")


@pytest.mark.parametrize(
    ("path", "syntax"),
    [
        (P, "<urn:p>"),
        (Inverse(P), "^<urn:p>"),
        (Sequence((P, Q, R)), "<urn:p>/<urn:q>/<urn:r>"),
        (Alternative((Inverse(P), Q)), "(^<urn:p>)|<urn:q>"),
        (Inverse(Repeat(P, "*")), "^(<urn:p>*)"),
        (Repeat(Inverse(P), "*"), "(^<urn:p>)*"),
        (Sequence((P, Repeat(Alternative((Q, R)), "+"))), "<urn:p>/((<urn:q>|<urn:r>)+)"),
    ],
)
def test_as_a_string_a_path_is_sparql_with_its_parts_in_brackets(path: Path, syntax: str) -> None:
    assert str(path) == syntax


def test_its_iris_are_named_as_one_likes() -> None:
    path = Sequence((Inverse(P), Repeat(Q, "?")))
    assert path.text(lambda iri: iri.value.upper()) == "(^URN:P)/(URN:Q?)"


def test_a_path_is_the_same_in_another_process() -> None:
    path = Alternative((Sequence((P, Inverse(Q))), Repeat(R, "+")))
    again = pickle.loads(pickle.dumps(path))
    assert again == path and hash(again) == hash(path)


@pytest.mark.parametrize(("kind", "sign"), REPEATS.items())
def test_a_repeated_path_has_the_kind_that_shacl_names(kind: str, sign: str) -> None:
    assert Repeat(P, sign).kind == kind
    assert Sequence((P, Repeat(Inverse(Q), sign))).kinds == {"sequencePath", "inversePath", kind}
