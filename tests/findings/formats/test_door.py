"""The door: which formats there are, and what holds for all of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qontology.errors import InputError
from qontology.findings.findings import Report
from qontology.findings.formats import FORMATS, write
from qontology.findings.formats.excerpts import Sources

WRITE_ALL = """
from pyoxigraph import NamedNode
from qontology.findings.findings import Finding, Report, Severity
from qontology.language import Text
from qontology.findings.formats import FORMATS, write
message = Text("wrong", "有误")
found = [Finding(code, severity, NamedNode(f"urn:{code}"), message) for code in ("B", "A") for severity in Severity]
report = Report.of(found, engine="embedded", shapes=[], data=["b.ttl", "a.ttl"])
print(ascii([write(report, format, language="both") for format in FORMATS]))
"""


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written(format: str, ten: Report) -> None:
    assert "QO-204" in write(ten, format)


@pytest.mark.parametrize("format", ["", "xml", "TEXT"])
def test_a_format_that_does_not_exist_is_refused_with_those_that_do(format: str, none: Report) -> None:
    with pytest.raises(InputError) as refused:
        write(none, format)
    assert refused.value.say("en").endswith("choose from text, json, sarif, github, report, junit, csv, html")
    assert refused.value.say("zh").startswith(f"没有名为 {format} 的格式；")


@pytest.mark.parametrize("format", ["text", "sarif", "github", "junit", "html"])
def test_formats_for_readers_speak_the_language_asked_for(format: str, one: Report) -> None:
    english, chinese, both = (write(one, format, language=language) for language in ("en", "zh", "both"))
    assert "two" in english and "首选标签" not in english
    assert "首选标签" in chinese and "two" not in chinese
    assert "two" in both and "首选标签" in both


@pytest.mark.parametrize("format", ["json", "report", "csv"])
def test_formats_for_programs_hold_both_languages_whatever_is_asked_for(format: str, one: Report) -> None:
    assert write(one, format, language="en") == write(one, format, language="zh")
    assert "two" in write(one, format) and "首选标签" in write(one, format)


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "github"])
def test_a_text_ends_with_one_line_break(format: str, ten: Report, sources: Sources) -> None:
    assert write(ten, format, sources=sources).replace("\r\n", "\n").rstrip("\n") + "\n" == write(
        ten, format, sources=sources
    ).replace("\r\n", "\n")


def test_hash_seed_locale_and_time_zone_do_not_change_a_byte() -> None:
    outputs = set()
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "zh_CN.UTF-8", "Asia/Shanghai")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        run = subprocess.run(
            [sys.executable, "-c", WRITE_ALL],
            env=environment,
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
