"""The report of the shipped graph in both languages, made once."""

import pytest
from asking import graph

from qontology.report import Report


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    return {language: Report(graph(), language) for language in ("en", "zh")}
