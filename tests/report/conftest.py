"""The report of the shipped graph in both languages, made once."""

import pytest
from asking import graph

from qontology.report import Study


@pytest.fixture(scope="session")
def reports() -> dict[str, Study]:
    return {language: Study(graph(), language) for language in ("en", "zh")}
