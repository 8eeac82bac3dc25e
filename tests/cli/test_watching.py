"""Running again whenever files change."""

from __future__ import annotations

from argparse import Namespace

from qontology.cli.verbs.validate import read_by
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


def test_all_that_a_run_reads_is_looked_at_the_files_of_a_catalogue_too(tmp_path) -> None:
    files = ["a.ttl", "s.ttl", "o.ttl", "c.json", "known.json", "catalog.xml", "one.ttl", "far.ttl"]
    paths = {name: str(tmp_path / name) for name in files}
    for path in paths.values():
        (tmp_path / path).write_text(" ")
    entry = '<uri name="http://example.org/one" uri="one.ttl"/>'
    (tmp_path / "catalog.xml").write_text(
        f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entry}</catalog>'
    )
    given = Namespace(
        files=[paths["a.ttl"]],
        shapes=[paths["s.ttl"]],
        ontology=[paths["o.ttl"]],
        context=[f"http://example.org/c={paths['c.json']}"],
        baseline=paths["known.json"],
        catalog=[paths["catalog.xml"]],
    )
    assert sorted(states(read_by(given))) == sorted(set(paths.values()) - {paths["far.ttl"]})
    (tmp_path / "catalog.xml").write_text("no longer one")
    assert paths["one.ttl"] not in states(read_by(given))
