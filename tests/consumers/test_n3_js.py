"""N3.js reads the files and every export in a language of the Turtle family."""

import pytest
from asking import graph
from consumers.conftest import turtle_files
from consumers.reading import ALLIANCE, CLASS, expected

pytestmark = pytest.mark.long


@pytest.mark.parametrize("form", ["turtle", "trig", "nq"])
def test_it_reads_an_export(form: str, exported, javascript) -> None:
    assert javascript("n3.mjs", CLASS, ALLIANCE, exported(form)) == expected()


def test_it_reads_the_files(folder, javascript) -> None:
    files = turtle_files(folder)
    assert javascript("n3.mjs", CLASS, ALLIANCE, *files) == expected(len(graph()))
