"""Names that have been published stay: others have them in their data."""

import re

import published

from qontology import terms


def test_every_published_name_is_still_declared() -> None:
    assert published.published() - published.declared() == set()


def test_the_list_takes_in_terms_concepts_schemes_and_modules() -> None:
    kinds = {re.sub(r"[^/#]*$", "", name.removeprefix("https://w3id.org/qontology/")) for name in published.declared()}
    assert {"ns#", "module/", "scheme/", "scheme/role/"} <= kinds
    assert terms.hasGoal in published.declared()
