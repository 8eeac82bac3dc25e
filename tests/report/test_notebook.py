"""The example notebooks run, and what they show is what they give."""

import json
from pathlib import Path

import notebooks
import pytest
from stored import Compare

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def executed() -> dict[str, str]:
    return dict(notebooks.executed())


@pytest.mark.parametrize("language", notebooks.NOTEBOOKS)
def test_a_notebook_gives_what_it_shows(executed: dict[str, str], language: str, stored: Compare) -> None:
    path: Path = notebooks.NOTEBOOKS[language]
    stored(path, executed[language])


@pytest.mark.parametrize("language", notebooks.NOTEBOOKS)
def test_everything_in_it_shows_itself(language: str) -> None:
    cells = json.loads(notebooks.NOTEBOOKS[language].read_text("utf-8"))["cells"]
    assert [cell["source"] for cell in cells if cell["cell_type"] == "code" and not cell["outputs"]] == []
    kinds = {kind for cell in cells for output in cell.get("outputs", ()) for kind in output.get("data", ())}
    assert {"text/plain", "text/html", "image/svg+xml"} <= kinds
