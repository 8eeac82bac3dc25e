"""A child process does dangerous work: what it may return, and what it may not do to its parent."""

import ctypes
import time

import pytest
from pyoxigraph import RdfFormat

from qontology.errors import EngineError, InputError, NetworkError
from qontology.language import Text
from qontology.reading.isolation import ExhaustedError, isolated


def test_the_result_comes_back():
    assert isolated(60, divmod, 7, 2) == (3, 1)


@pytest.mark.parametrize("kind", [InputError, EngineError, NetworkError])
def test_an_error_comes_back_with_all_that_it_says(kind):
    with pytest.raises(kind) as caught:
        isolated(60, failing, kind)
    error = caught.value
    assert (error.say("zh"), error.place) == ("a.ttl:1:2：坏；改", "a.ttl:1:2")


def failing(kind):
    raise kind(Text("bad", "坏"), remedy=Text("mend", "改"), file="a.ttl", line=1, column=2)


def test_the_formats_of_files_come_through():
    formats = [RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.RDF_XML, RdfFormat.JSON_LD]
    assert isolated(60, list, formats) == formats


def test_what_has_no_end_is_ended_in_time():
    start = time.monotonic()
    with pytest.raises(ExhaustedError, match="there was no end after 1 seconds"):
        isolated(1, time.sleep, 60)
    assert time.monotonic() - start < 10


def test_a_crash_is_an_error():
    with pytest.raises(ExhaustedError, match="the memory or the stack was used up"):
        isolated(60, ctypes.string_at, 0)


def test_too_much_memory_is_an_error():
    with pytest.raises(ExhaustedError, match="the memory or the stack was used up"):
        isolated(60, bytes, 1 << 50)


def test_what_is_printed_does_not_disturb():
    assert isolated(60, print, "x") is None
