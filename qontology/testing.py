"""A fixture for the tests of others, who put ``pytest_plugins = ["qontology.testing"]`` into their conftest.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .findings import Report, Severity
from .findings.formats import write
from .validation import validate

__all__ = ["qontology_validate"]


@pytest.fixture
def qontology_validate() -> Callable[..., Report]:
    """Validates files as :func:`qontology.validate` does, and fails the test with the report where they are at fault.

    ``fail_on`` is the severity from which on that happens. Where it does not, the report is returned::

        def test_my_data_conform(qontology_validate):
            qontology_validate("data", shapes=["shapes.ttl"], with_shipped=False, fail_on="warning")
    """

    def check(*paths: Any, fail_on: str = Severity.VIOLATION.value, **options: Any) -> Report:
        report = validate(*paths, **options)
        if report.at_least(Severity(fail_on)):
            pytest.fail(write(report, "text"), pytrace=False)
        return report

    return check
