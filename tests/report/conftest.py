"""The report of the shipped graph in both languages, made once."""

import pytest
from asking import graph

from qontology.report import Study
from qontology.report.drawing import Picture


class Undrawn(Study):
    """A report whose pictures are blank, since to draw them takes long."""

    @property
    def pictures(self) -> dict[str, Picture]:  # type: ignore[override]
        return {name: Picture(b"<svg/>", BLANK) for name in self.illustrations}


# A picture of one dot.
BLANK = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f00010101005a4d8f170000000049454e44ae426082"
)


@pytest.fixture(scope="session")
def reports() -> dict[str, Study]:
    return {language: Undrawn(graph(), language) for language in ("en", "zh")}


@pytest.fixture(scope="session")
def drawn() -> dict[str, Study]:
    return {language: Study(graph(), language) for language in ("en", "zh")}
