"""Standard streams that are closed or full, and bytes that are no text: told with an exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FULL = "standard output takes nothing: no space is left on the device; write to a file with -o"
CLOSED = "standard output takes nothing: the stream is closed; write to a file with -o"

# What is run, the redirections, the exit code and what is said.
CASES = {
    "help, full": ("--help", "> /dev/full", 5, FULL),
    "help of a verb, full": ("show --help", "> /dev/full", 5, FULL),
    "an answer, full": ("show QUTAC", "> /dev/full", 5, FULL),
    "the tour, full": ("tour", "> /dev/full", 5, FULL),
    "an answer, closed": ("show QUTAC", ">&-", 5, CLOSED),
    "an error, standard output closed": ("show nobody", ">&-", 2, "nothing here is called nobody"),
    "an error, all streams closed": ("show nobody", "<&- >&- 2>&-", 2, ""),
    "an error, standard error full": ("show nobody", "2> /dev/full", 2, ""),
    "a note, standard error closed": ("reason", "2>&- > /dev/null", 0, ""),
    "a query, standard input closed": ("query -", "<&-", 2, "standard input is closed; name a file, or redirect one"),
    "Turtle, standard input closed": ("fmt -", "<&-", 2, "standard input is closed"),
    "data, standard input closed": ("validate -", "<&-", 2, "standard input is closed"),
    "a file that is full": ("show QUTAC -o /dev/full", "", 5, "/dev/full: cannot be written: no space is left"),
    "bytes that are no text": (
        "search $(printf 'a\\377')",
        "",
        2,
        r"the argument a\xff is not UTF-8; write it",
    ),
    "an address from an unset variable": ('show QUTAC --endpoint "$UNSET"', "", 2, "an argument behind --endpoint is"),
    "an address that is empty": (
        "show QUTAC --endpoint=",
        "",
        2,
        "an argument behind --endpoint is empty; see",
    ),
    "a name from an unset variable": ('fmt "$UNSET"', "", 2, "an argument behind fmt is empty; see whether a variable"),
    "little memory": ("export", "> /dev/null", 0, ""),
}


@pytest.mark.parametrize("case", CASES)
def test_what_happens_is_told_and_has_its_exit_code(case: str, tmp_path: Path) -> None:
    arguments, streams, code, said = CASES[case]
    limit = "ulimit -v 1000000; " if case == "little memory" else ""
    script = f'{limit}exec "{sys.executable}" -m qontology {arguments} {streams}'
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QONTOLOGY_LANG": "en"}
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=surroundings, capture_output=True, check=False)
    err = done.stderr.decode()
    assert (done.returncode, said in err, "Traceback" in err) == (code, True, False), err
    assert list(tmp_path.iterdir()) == []
