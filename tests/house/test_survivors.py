"""The list of mutants that may live: each has a reason, and is of the code as it is."""

import pytest
from mutants import MODULES, ROOT, Mutant, answered, results

ANSWERS = answered()
RESULTS = results()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_that_is_tried_is_there_and_so_are_its_tests(module: str) -> None:
    assert (ROOT / "qontology" / f"{module}.py").is_file()
    assert all((ROOT / "tests" / name).exists() for name in MODULES[module])


@pytest.mark.parametrize("mutant", ANSWERS, ids=lambda mutant: f"{mutant.module}:{mutant.function}")
def test_a_survivor_has_a_reason_and_stands_in_its_module(mutant: Mutant) -> None:
    assert mutant.module in MODULES and len(ANSWERS[mutant].split()) > 3
    lines = (ROOT / "qontology" / f"{mutant.module}.py").read_text(encoding="utf-8").splitlines()
    assert mutant.before in " ".join(line.strip() for line in lines) and mutant.before != mutant.after


def test_every_module_was_tried() -> None:
    assert set(RESULTS) == set(MODULES)


@pytest.mark.parametrize(("module", "numbers"), RESULTS.items(), ids=RESULTS)
def test_nine_of_ten_mutants_of_a_module_are_noticed(module: str, numbers: tuple[int, int]) -> None:
    count, noticed = numbers
    assert noticed / count >= 0.9
