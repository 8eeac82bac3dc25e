"""The command line of the measurements."""

import pytest

from bench.__main__ import MEASURES, main
from bench.timing import Row, WrongError, python, run


def test_the_list_names_every_measurement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(MEASURES)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["many"], "many is not a whole number"),
        (["-5"], "the following arguments|-5"),
        (["500"], "500 triples are too few; give 10000 at least"),
        (["--only", "colour"], "invalid choice: 'colour'"),
    ],
)
def test_a_bad_argument_is_told_and_ends_with_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert any(part in said for part in message.split("|"))


def test_a_wrong_result_has_no_time_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(_: int):
        yield Row("right", 1, 2, "1")
        raise WrongError("misses 1, invents 0")

    monkeypatch.setitem(MEASURES, "import", wrong)
    assert main(["--only", "import"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("not timed, the result is wrong: misses 1, invents 0")


def test_a_command_that_fails_has_no_time() -> None:
    with pytest.raises(WrongError, match="(?s)ended with 1: .*ValueError: no"):
        run(python("raise ValueError('no')"))


def test_what_a_command_takes_is_that_of_the_command_alone() -> None:
    usage = run(python("block = bytearray(50_000_000)"))
    assert 50_000_000 < usage.memory < 90_000_000
    assert usage.cpu > 0
    assert usage.wall > 0
