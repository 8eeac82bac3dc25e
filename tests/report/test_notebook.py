"""The example notebook runs, and what it shows is what it gives."""

import json
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from stored import Compare

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs/examples/alliances.ipynb"


def executed() -> nbformat.NotebookNode:
    """The notebook after a run from the top, without what tells when and by which Python it ran."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, kernel_name="python3", timeout=120, record_timing=False).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def test_the_notebook_gives_what_it_shows(stored: Compare) -> None:
    stored(NOTEBOOK, json.dumps(executed(), ensure_ascii=False, indent=1) + "\n")
