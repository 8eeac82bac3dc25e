"""Running again whenever files change."""

from __future__ import annotations

from qontology.cli.watching import states, watch
from qontology.errors import InputError
from qontology.language import Text


def run_through(looks, run) -> int:
    """The exit code of a watch that sees one state after the other, and is then interrupted."""
    waiting = iter(looks)

    def look():
        try:
            return next(waiting)
        except StopIteration:
            raise KeyboardInterrupt from None

    return watch(run, look, pause=lambda _: None)


def test_it_runs_at_once_and_after_each_change_and_ends_with_the_last_code() -> None:
    codes = iter([1, 0, 2])
    runs = []

    def run() -> int:
        runs.append(next(codes))
        return runs[-1]

    assert run_through([{"a": (1, 1)}, {"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 1)}, {}], run) == 2
    assert runs == [1, 0, 2]


def test_an_error_is_told_and_does_not_end_it(capsys) -> None:
    def run() -> int:
        raise InputError(Text("not there", "不存在"))

    assert run_through([{}, {"a": (1, 1)}], run) == 2
    assert capsys.readouterr().err.count("not there") == 2


def test_the_state_of_a_folder_is_that_of_its_files(tmp_path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:p> 1 .")
    before = states([str(tmp_path), "nowhere.ttl"])
    (tmp_path / "b.ttl").write_text("<urn:b> <urn:p> 1 .")
    assert len(before) == 1
    assert len(states([str(tmp_path)])) == 2
