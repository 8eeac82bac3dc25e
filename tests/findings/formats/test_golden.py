"""What every format looks like: the files in ``golden``.

``pytest --accept`` stores them anew; see :mod:`stored`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from stored import Compare

from qontology.findings.findings import Report
from qontology.findings.formats import FORMATS, write
from qontology.findings.formats.excerpts import Sources
from qontology.language import LANGUAGES, Language

GOLDEN = Path(__file__).parent / "golden"
EXTENSIONS = dict(zip(FORMATS, ("txt", "json", "sarif", "github", "ttl", "xml", "csv", "html"), strict=True))
WITHOUT_LANGUAGE = ("json", "report", "csv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["none", "one", "ten"])
def test_a_report_is_written_as_its_golden_file_has_it(
    name: str, format: str, language: Language, sources: Sources, request: pytest.FixtureRequest, stored: Compare
) -> None:
    report: Report = request.getfixturevalue(name)
    tongue = "" if format in WITHOUT_LANGUAGE else f".{language}"
    golden = GOLDEN / f"{name}{tongue}.{EXTENSIONS[format]}"
    stored(golden, write(report, format, language=language, sources=sources))


def test_no_golden_file_is_left_over() -> None:
    tongues = {
        format: [""] if format in WITHOUT_LANGUAGE else [f".{language}" for language in LANGUAGES] for format in FORMATS
    }
    expected = {
        f"{name}{tongue}.{EXTENSIONS[format]}"
        for name in ("none", "one", "ten")
        for format in FORMATS
        for tongue in tongues[format]
    }
    assert {path.name for path in GOLDEN.iterdir()} == expected
