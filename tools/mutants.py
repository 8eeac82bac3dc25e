"""Mutants: small faults put into the code one by one, each of which a test should notice.

Run by ``make mutants``, for all modules below or for those that are named (``make mutants MODULES=tables/typed``).
mutmut makes the faults, in a copy of the checkout, and runs for each the tests that come by it. It leaves constants and
properties alone. A fault that no test notices fails the run, unless it stands with a reason in ``SURVIVORS``. How many
were noticed in each module is kept in ``RESULTS``.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SURVIVORS = ROOT / "tests/house/survivors.tsv"
RESULTS = ROOT / "tests/house/mutants.tsv"
# The modules below qontology/, and the folders or files below tests/ that say what each is to do, quick ones only. The
# examples in the docstrings of a module are tests of it too.
MODULES: dict[str, tuple[str, ...]] = {
    "tables/table": ("tables",),
    "tables/layout": ("tables/test_layout.py", "tables/test_table.py"),
    "tables/typed": ("tables/test_typed.py", "tables/test_any_term.py", "tables/test_table.py"),
    "knowledge/graph": ("knowledge/test_graph.py", "knowledge/test_load.py"),
    "knowledge/library": ("knowledge/test_query_files.py",),
    "knowledge/names": ("knowledge/test_names.py",),
    "knowledge/parameters": ("knowledge/test_parameters.py",),
    "exchange/serialize": ("exchange/test_serialize.py",),
    "analysis/gaps": ("analysis/test_gaps.py",),
    "analysis/goal_service": ("analysis/test_gaps.py",),
    "analysis/overview": ("analysis/test_overview.py",),
    "analysis/compare": ("analysis/test_compare.py",),
    "analysis/comparison_cells": ("analysis/test_compare.py",),
    "telling/describe": ("telling/test_show.py", "telling/test_rows.py"),
    "telling/description": ("telling/test_display.py", "telling/test_show.py"),
}
# How the tests of a mutant end: one fails, or the time is over (SIGXCPU, SIGKILL), or Python breaks down (SIGSEGV); all
# pass, or there are none. Any other end means that they did not run.
NOTICED = (1, -24, -9, -11)
SURVIVED = (0, 5, 33)
WITHOUT_THREADS = ("analysis/", "telling/")
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
LEFT_OUT = (".git", ".venv", ".*_cache", "__pycache__", "dist", "build", "mutants")
# Threads of a library do not live through a fork: the tests are loaded by a process that has run none of them. The
# mutants of rooms that start no thread share what is loaded. Escaped names of tests would be escaped once more in each
# process that is forked, and not be found there. A mutant has 20 seconds and ten times what its tests take.
CONFIGURATION = """[mutmut]
source_paths = qontology
only_mutate = qontology/{module}.py
pytest_add_cli_args_test_selection =
    {tests}
pytest_add_cli_args =
    -o
    disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true
also_copy =
    {others}
process_isolation = {isolation}
timeout_multiplier = 10.0
timeout_constant = 2.0
"""


class Mutant(NamedTuple):
    """One fault: where it is, and the lines that it changes, as they are and as they become."""

    module: str
    function: str
    before: str
    after: str


def run(module: str, copy: Path, processes: int) -> tuple[int, list[Mutant]]:
    """How many mutants the module has, and those that no test noticed."""
    shutil.rmtree(copy / "mutants", ignore_errors=True)
    tests = [f"tests/{name}" for name in MODULES[module]]
    others = [path.name for path in copy.iterdir() if path.name not in ("qontology", "tests", "setup.cfg")]
    text = CONFIGURATION.format(
        module=module,
        tests="\n    ".join([*tests, "tools/examples.py"]),
        others="\n    ".join(others),
        isolation="fork" if module.startswith(WITHOUT_THREADS) else "forkserver",
    )
    (copy / "setup.cfg").write_text(text, encoding="utf-8")
    environment = {**os.environ, "MODULE": "qontology." + module.replace("/", "."), "PYTHONDONTWRITEBYTECODE": "1"}

    def mutmut(*arguments: str) -> str:
        command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
        if done.returncode:
            told = [line for line in (done.stdout + done.stderr).splitlines() if line[:1] not in SPINNER]
            sys.exit("\n".join([f"{module}: mutmut {arguments[0]} failed", *told]))
        return done.stdout

    mutmut("run", "--max-children", str(processes))
    codes: dict[str, int] = json.loads((copy / f"mutants/qontology/{module}.py.meta").read_text())["exit_code_by_key"]
    for name, code in codes.items():
        if code not in (*NOTICED, *SURVIVED):
            sys.exit(f"{module}: the tests of the mutant {name} did not run, pytest or mutmut ended with {code}")
    return len(codes), [read(module, name, mutmut("show", name)) for name in codes if codes[name] in SURVIVED]


def read(module: str, name: str, difference: str) -> Mutant:
    """The mutant of this name in mutmut, which numbers mutants anew at every change of a function."""
    function = re.sub(r"^x[_ǁ]|__mutmut_\d+$", "", name.rpartition(".")[2]).replace("ǁ", ".")
    lines = [line for line in difference.splitlines() if not line.startswith(("---", "+++"))]
    before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return Mutant(module, function, before, after)


def answered() -> dict[Mutant, str]:
    """The survivors that have an answer: why each may live."""
    with SURVIVORS.open(encoding="utf-8", newline="") as file:
        return {Mutant(*row[:4]): row[4] for row in list(csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE))[1:]}


def results() -> dict[str, tuple[int, int]]:
    """How many mutants each module had when it was last tried, and how many of them were noticed."""
    if not RESULTS.exists():
        return {}
    with RESULTS.open(encoding="utf-8", newline="") as file:
        return {
            row["module"]: (int(row["mutants"]), int(row["noticed"]))
            for row in csv.DictReader(file, dialect="excel-tab")
        }


def keep(module: str, count: int, noticed: int) -> None:
    """Stores what was found of one module."""
    known = {**results(), module: (count, noticed)}
    rows = [(name, *known[name], f"{known[name][1] / known[name][0]:.0%}") for name in MODULES if name in known]
    with RESULTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab", lineterminator="\n").writerows([("module", "mutants", "noticed", "share"), *rows])


def main() -> int:
    """Tries the modules, prints how many mutants were noticed and which were not; 1 where one has no answer."""
    parser = argparse.ArgumentParser(description="puts faults into the code and tells which of them no test notices")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}; all if none is named")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many mutants run at a time")
    arguments = parser.parse_args()
    modules = arguments.modules or list(MODULES)
    answers = {mutant: why for mutant, why in answered().items() if mutant.module in modules}
    found: list[Mutant] = []
    print(f"{'module':<24} noticed  all  share  seconds", flush=True)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        for module in modules:
            start = time.monotonic()
            count, survivors = run(module, copy, arguments.processes)
            found += survivors
            noticed = count - len(survivors)
            keep(module, count, noticed)
            seconds = time.monotonic() - start
            print(f"{module:<24} {noticed:7} {count:4} {noticed / count:6.0%} {seconds:8.0f}", flush=True)
    for title, mutants in (
        ("Survivors without an answer", [mutant for mutant in found if mutant not in answers]),
        ("Answers whose mutant is noticed or gone", [mutant for mutant in answers if mutant not in found]),
    ):
        if mutants:
            print(f"\n{title}:", *("\t".join(mutant) for mutant in mutants), sep="\n")
    return int(set(found) != set(answers))


if __name__ == "__main__":
    sys.exit(main())
