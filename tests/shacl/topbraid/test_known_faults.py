"""The known faults of TopBraid are still there; what it gets right again has to be asked again."""

from __future__ import annotations

import pytest
from shacl.topbraid.cases import joint, of_case
from shacl.topbraid.known_faults import FAULTS

pytestmark = pytest.mark.long


@pytest.fixture(scope="session")
def verdicts(both, turtle):
    """What both engines find in the case of each fault."""
    return [of_case(results) for results in both(*joint([fault.case for fault in FAULTS], turtle))]


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[fault.fault for fault in FAULTS])
def test_a_known_fault_of_topbraid_is_one_still(verdicts, number: int) -> None:
    ours, theirs = verdicts
    assert ours.get(number) != theirs.get(number), (
        f"TopBraid no longer {FAULTS[number].fault}: take the fault out of known_faults.py"
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.fault)
def test_the_random_cases_keep_clear_of_it(fault) -> None:
    assert fault.met(fault.case)
