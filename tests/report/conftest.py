"""The report of the shipped graph in both languages, made once."""

import pytest
from asking import graph

from qontology.report import Study
from qontology.report.drawing import Picture


class Undrawn(Study):
    """A report whose pictures are blank, since to draw them takes long."""

    @property
    def pictures(self) -> dict[str, Picture]:  # type: ignore[override]
        return {chapter.name: Picture(b"<svg/>", b"") for chapter in self.chapters if chapter.data is not None}


@pytest.fixture(scope="session")
def reports() -> dict[str, Study]:
    return {language: Undrawn(graph(), language) for language in ("en", "zh")}


@pytest.fixture(scope="session")
def drawn() -> dict[str, Study]:
    return {language: Study(graph(), language) for language in ("en", "zh")}
