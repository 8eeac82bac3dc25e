"""Writing that is ended at its worst moment, by design and not by luck: at each system call that it makes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SURROUNDINGS = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}

# Runs the same writing again and again, each time killed one system call later, and each time looks at what is there.
# Linux counts the calls for us: a traced child stops where it enters one and where it comes back.
KILLED = """
import ctypes, os, shutil, signal, sys
from pathlib import Path
from qontology.writing import write_files

TRACE_ME, NEXT_CALL = 0, 24
trace = ctypes.CDLL(None, use_errno=True).ptrace
trace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
BEFORE, AFTER = b"before", b"after" * 1000
CONTENTS = {name: AFTER for name in eval(sys.argv[1])}

def child():
    if trace(TRACE_ME, 0, None, None):
        os._exit(77)
    os.kill(os.getpid(), signal.SIGSTOP)
    write_files(CONTENTS, folders=True)
    os._exit(0)

def killed_at(stop):
    "Whether there was such a stop before the end."
    process = os.fork()
    if not process:
        child()
    _, status = os.waitpid(process, 0)
    for _ in range(stop):
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) in (0, 77), status
            sys.exit(77) if os.WEXITSTATUS(status) else None
            return False
        trace(NEXT_CALL, process, None, None)
        _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status):
        return False
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return True

stop, mixed, left = 1, 0, 0
while True:
    shutil.rmtree("work", ignore_errors=True)
    os.mkdir("work")
    os.chdir("work")
    for name in ("a.txt", "b.txt"):
        Path(name).write_bytes(BEFORE)
    going = killed_at(stop)
    files = [path for path in Path().rglob("*") if path.is_file()]
    parts = [path for path in files if ".part" in str(path)]
    whole = {str(path): path.read_bytes() for path in files if path not in parts}
    assert set(whole.values()) <= {BEFORE, AFTER}, (stop, whole)
    assert {"a.txt", "b.txt"} <= whole.keys() <= {"a.txt", "b.txt", *CONTENTS}, (stop, whole)
    found = {whole.get(name) == AFTER for name in CONTENTS}
    mixed += len(found) > 1
    left += bool(parts)
    assert all(len(str(path).split("/")[0]) == 22 and str(path).startswith(".") for path in parts), parts
    write_files(CONTENTS, folders=True)  # what is left over is in nobody's way
    assert {Path(name).read_bytes() for name in CONTENTS} == {AFTER}
    os.chdir("..")
    if not going:
        break
    stop += 2  # between two calls nothing changes
assert not parts and found == {True}
print(stop, mixed, left)
"""

KINDS = {
    "one file": ["a.txt"],
    "a new folder": ["new/deep/a.txt", "new/b.txt", "new/c.txt"],
    "several files": ["a.txt", "b.txt", "c.txt"],
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux stops a process at each system call so")
@pytest.mark.parametrize("kind", KINDS)
def test_a_kill_at_any_system_call_leaves_each_file_whole(kind: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, repr(KINDS[kind])]
    done = subprocess.run(command, cwd=tmp_path, env=SURROUNDINGS, capture_output=True, text=True, check=False)
    if done.returncode == 77:
        pytest.skip("this kernel lets no process be traced")
    assert done.returncode == 0, done.stderr
    stops, mixed, left = map(int, done.stdout.split())
    assert stops > 20 and left
    assert bool(mixed) == (kind == "several files")


# The process is sent a signal when its first part is to take its place.
ENDED = """
import os, signal, sys
from pathlib import Path
from qontology.writing import write_files
real = Path.replace
def replace(path, target):
    os.kill(os.getpid(), int(sys.argv[1]))
    return real(path, target)
Path.replace = replace
signal.signal(int(sys.argv[1]), signal.SIG_DFL)  # which whoever started the tests may have had ignored
write_files({"a.txt": b"after"})
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_can_be_put_off_ends_the_process_when_all_is_written(number: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    done = subprocess.run([sys.executable, "-c", ENDED, str(int(number))], cwd=tmp_path, env=SURROUNDINGS, check=False)
    assert done.returncode == -number
    assert (tmp_path / "a.txt").read_bytes() == b"after"
    assert len(list(tmp_path.iterdir())) == 1
