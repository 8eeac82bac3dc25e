"""pyoxigraph reads the files and every export."""

import pyoxigraph as ox
import pytest
from consumers.conftest import turtle_files
from consumers.reading import as_asked, expected

from qontology.exchange import FORMATS

pytestmark = pytest.mark.long


def reading(store: ox.Store):
    def ask(query: str) -> list[str]:
        return [row[0].value for row in store.query(query, use_default_graph_as_union=True)]

    return as_asked(ask, len({quad.triple for quad in store}))


@pytest.mark.parametrize("form", FORMATS)
def test_it_loads_an_export(form: str, exported) -> None:
    store = ox.Store()
    store.bulk_load(path=exported(form), format=FORMATS[form])
    assert reading(store) == expected()


def test_it_loads_the_files(folder) -> None:
    store = ox.Store()
    for file in turtle_files(folder):
        store.bulk_load(path=file)
    assert reading(store) == expected(len(store))
