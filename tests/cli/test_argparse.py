"""The command line borrows argparse for one command, and gives it back."""

import argparse

import pytest


@pytest.mark.parametrize(
    "command", [["show", "QUTAC", "--lang", "zh"], ["show", "--lang", "zh"], ["show", "--hlep", "--lang", "zh"]]
)
def test_another_parser_of_the_process_speaks_as_it_did(run, capsys, command) -> None:
    before = vars(argparse)["_"]
    run(*command, "--lang", "zh")
    assert vars(argparse)["_"] is before
    other = argparse.ArgumentParser(prog="another-tool")
    other.add_argument("file")
    with pytest.raises(SystemExit):
        other.parse_args([])
    assert "the following arguments are required: file" in capsys.readouterr().err


def test_in_chinese_argparse_speaks_chinese(run) -> None:
    outcome = run("show", "--lang", "zh")
    assert outcome.code == 2 and "缺少必需的参数" in outcome.err


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "'abc' is not a whole number"), ("zh", "'abc' 不是整数"), ("both", "/ 'abc' 不是整数")],
)
def test_what_is_no_number_is_told_in_the_language_of_the_reader(language, said, run) -> None:
    outcome = run("freshness", "--months", "abc", "--lang", language)
    assert outcome.code == 2 and said in outcome.err and "--months" in outcome.err


def test_numbers_are_taken(run) -> None:
    assert run("freshness", "KQIA", "--months", "6").code == 0
