"""What an error says of a library that is not there is true: the line it names installs what the extra has."""

import shlex
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from qontology.errors import InputError
from qontology.tables.extras import installation, require

EXTRAS = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]
OURS = ["excel", "networkx", "pandas", "plot", "polars", "search"]


def names(requirements: list[str]) -> list[str]:
    """Libraries with their bounds, which may stand in either order."""
    return sorted(str(Requirement(requirement)).lower() for requirement in requirements)


@pytest.mark.parametrize("extra", OURS)
def test_the_line_installs_the_libraries_of_the_extra_and_asks_for_no_package_of_ours(extra: str) -> None:
    installed = shlex.split(installation(extra))[4:]
    assert shlex.split(installation(extra))[1:4] == ["-m", "pip", "install"]
    assert names(installed) == names(EXTRAS[extra])


def test_the_line_is_for_the_python_that_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The reader's shell may find another one, or none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    python = Path(sys.executable).with_name("python")
    assert installation("excel").startswith(f"{shlex.quote(str(python))} -m pip install ")
    monkeypatch.setenv("PATH", str(python.parent))
    assert installation("excel").startswith("python -m pip install ")


def test_a_copy_without_a_list_of_its_libraries_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    assert installation("excel").endswith("pip install 'qontology[excel]'")


def test_a_library_that_is_not_there_is_an_error_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InputError) as caught:
        require("xlsxwriter", "excel")
    line = installation("excel")
    assert caught.value.say("en") == f"this needs xlsxwriter, which is not installed; {line}"
    assert caught.value.say("zh") == f"此功能需要 xlsxwriter，但尚未安装；{line}"
