"""Every line of the pages that a reader can type is typed here, in the state in which the text has left the reader.

A page is one session of a shell in a copy of the checkout, as `make tour` leaves it: nothing of `.venv` is on the PATH
before it is activated, and no library of an extra is there before the text says how to get it. Python blocks run in
their place, each after those above it. The Chinese pages have the same commands, so that the session of the English
ones is theirs.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from components import OWN_WORK
from documents import PAGES, ROOT, bare, blocks, commands

INSTEAD = {
    # A line that is not typed here, by its beginning: what stands in its place, and why.
    "make tour": ("true", "asks the package index; .ci/run types it, by the Python of Debian"),
    "python3 -m venv .venv": ("true", "is the same as make tour without make"),
    "python -m pip install -e . && ": ("{rest}", "asks the package index; the copy is there as if it were installed"),
    "python -m pip install -e '.[": ("rm -r lacking", "asks the package index; from here on the extras are there"),
    "python -m pip install oxigraph": ("command -v oxigraph", "asks the package index; the tests bring it"),
}
OF_THE_WEB = {"docs/analysis.md", "docs/validation.md"}
"""Pages that name what rests on the web, or where it lies. Others take the study, whose site is made in less time."""

PORT = "localhost:7878"
"""The address in the text, which becomes one that is free."""

# tests/curation/test_docs.py walks docs/curation.md, since between its lines a curator fills in the sheets.
ENGLISH = [page for page in PAGES if not page.endswith(".zh.md") and page != "docs/curation.md"]
CHINESE = [page for page in PAGES if page.endswith(".zh.md")]


def steps(page: str, languages: tuple[str, ...] = ("console", "python")) -> list[tuple[str, str]]:
    """The lines and blocks of a page in order: where each stands with its text, and what a shell is told."""
    told = [] if page.startswith("README") else [("after the README", ". .venv/bin/activate")]
    above = ""
    for block in blocks(page):
        place = f"{page}:{block.line}"
        if block.language not in languages or block.is_dialogue:
            continue
        if block.language == "console":
            told += [(f"{place}: {line}", typed(line)) for line in commands(block)]
        elif "def test_" in block.text:  # run as the text says that tests are
            run = "python -m pytest -q -p qontology.testing test_block.py"
            told.append((f"{place}: test", f"cat > test_block.py <<'END'\n{block.text}END\n{run}"))
        else:
            above += block.text
            told.append((f"{place}: python", f"python - <<'END'\n{above}END"))
    return told


def typed(line: str) -> str:
    """The line, or what stands in its place; one that leaves a server behind waits until that answers."""
    for beginning, (other, _) in INSTEAD.items():
        if line.startswith(beginning):
            line = other.format(rest=line.removeprefix(beginning))
    return f"{line}\n{WAIT}" if re.search(r"&\s*(#.*)?$", line) else line


WAIT = r"until (exec 3<>/dev/tcp/${PORT/:/\/}) 2>/dev/null; do kill -0 $! && sleep 0.1 || break; done"


@pytest.fixture
def page() -> str:
    """The page whose lines are typed, where a test does not say it."""
    return ""


@pytest.fixture
def checkout(tmp_path: Path, page: str) -> Path:
    """A copy of what the package needs and the page names, with an environment without extras."""
    left_out = None if page in OF_THE_WEB else shutil.ignore_patterns("world")
    for folder in ("data", "docs", "ontology", "qontology", "queries", "shapes"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=left_out if folder == "data" else None)
    for shapes in (ROOT / "tests").glob("*/shapes"):
        shutil.copytree(shapes, tmp_path / shapes.relative_to(ROOT))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/activate").write_text(f"export PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH\n")
    for module in libraries_of_extras():
        (tmp_path / "lacking").mkdir(exist_ok=True)
        (tmp_path / "lacking" / f"{module}.py").write_text(f"raise ModuleNotFoundError('lacking', name={module!r})\n")
    return tmp_path


def libraries_of_extras() -> list[str]:
    """The names by which the libraries of the extras for users are imported."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    users = [each for name, listed in extras.items() if name not in OWN_WORK for each in listed]
    return sorted(re.match(r"[\w-]+", each)[0].lower().replace("-", "_") for each in users)


def outcomes(checkout: Path, told: list[tuple[str, str]]) -> dict[str, tuple[int, str]]:
    """How each step ends and what it prints, in one session of a shell."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = f"localhost:{free.getsockname()[1]}"
    script = "".join(f"echo BEGIN\n{line}\nprintf '\\nEND %s\\n' $?\n" for _, line in told)
    script = "trap 'kill $(jobs -p) 2>/dev/null' EXIT\n" + script.replace(PORT, port)
    own = Path(sys.executable).parent
    path = [each for each in os.environ["PATH"].split(os.pathsep) if Path(each) != own]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QONTOLOGY", "LC_", "PYTEST"))}
    env = clean | {
        "LANG": "C.UTF-8",
        "PATH": os.pathsep.join(path),
        "PORT": port,
        "PYTHONPATH": os.pathsep.join([str(checkout / "lacking"), str(checkout)]),
    }
    ran = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{script}"], cwd=checkout, env=env, stdout=subprocess.PIPE, timeout=900, check=False
    )
    found = re.findall(r"^BEGIN$\n(.*?)^END (\d+)$", ran.stdout.decode(), re.DOTALL | re.MULTILINE)
    return {place: (int(code), said) for (place, _), (said, code) in zip(told, found, strict=True)}


@pytest.mark.long
@pytest.mark.parametrize("page", [page for page in ENGLISH if steps(page)[1:]])
def test_every_line_of_a_page_runs(page: str, checkout: Path) -> None:
    found = outcomes(checkout, steps(page))
    assert {place: said for place, (code, said) in found.items() if code} == {}


@pytest.mark.long
@pytest.mark.parametrize("page", [page for page in CHINESE if steps(page, ("python",))[1:]])
def test_every_line_of_python_of_a_chinese_page_runs(page: str, checkout: Path) -> None:
    found = outcomes(checkout, steps(page, ("python",)))
    assert {place: said for place, (code, said) in found.items() if code} == {}


@pytest.mark.parametrize("page", CHINESE)
def test_a_chinese_page_has_the_same_sections_and_commands(page: str) -> None:
    """But for questions in words, which each page asks in its own language."""
    english, chinese = (
        (re.findall(r"^#+(?= )", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE), asked(typed_lines(name)))
        for name in (page.replace(".zh.md", ".md"), page)
    )
    assert english == chinese


def asked(lines: list[str]) -> list[str]:
    return [re.sub(r"^qontology ask .*", "qontology ask", line) for line in lines]


def typed_lines(page: str) -> list[str]:
    """The lines that a reader types; what is asked in words stands in the language of the page."""
    return [
        re.sub(r"(?<=^qontology ask ).*", "...", bare(line))
        for block in blocks(page)
        if block.language == "console"
        for line in commands(block)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_what_a_reader_types_stands_in_blocks_that_say_so(page: str) -> None:
    """A block of another language, or of none, would not be run."""
    for block in blocks(page):
        assert (block.language == "console") == block.text.startswith("$ "), block
        assert block.language in ("console", "python", "turtle", "yaml", "")
        assert not block.is_dialogue or page == "docs/api.md", block
        assert block.language != "console" or len(commands(block)) == len(block.text.splitlines()), block


def test_nothing_stands_in_the_place_of_a_line_that_no_page_has() -> None:
    lines = [line for page in ENGLISH for block in blocks(page) for line in commands(block)]
    assert [beginning for beginning in INSTEAD if not any(line.startswith(beginning) for line in lines)] == []


def test_a_line_that_fails_is_seen(checkout: Path) -> None:
    """Among lines that do not, with what it prints; and no extra is there before the text says how to get it."""
    picture = ("picture", "python -c 'import matplotlib'")
    told = [("before", "true"), ("activated", ". .venv/bin/activate"), picture, ("after", "echo said; false")]
    found = outcomes(checkout, told)
    assert [code for code, _ in found.values()] == [0, 0, 1, 1]
    assert "ModuleNotFoundError: lacking" in found["picture"][1] and "said" in found["after"][1]
