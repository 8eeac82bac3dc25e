"""The example notebook runs, and what it shows is what it gives."""

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs/examples/alliances.ipynb"


def executed() -> nbformat.NotebookNode:
    """The notebook after a run from the top, without what tells when and by which Python it ran."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, kernel_name="python3", timeout=120, record_timing=False).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def test_the_notebook_gives_what_it_shows(request: pytest.FixtureRequest) -> None:
    text = json.dumps(executed(), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--accept"):
        NOTEBOOK.write_text(text, encoding="utf-8")
    assert text == NOTEBOOK.read_text(encoding="utf-8")
