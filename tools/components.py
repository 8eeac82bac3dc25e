"""What the package is made of: a lock of all that stands in this environment, or a list of components for a release.

``python tools/components.py lock`` prints names and versions as pip reads them, ``... oldest`` the oldest versions that
the package allows of what it needs and of its extras, ``... cyclonedx`` a CycloneDX document of the package and of what
it needs to run, with licences. All are sorted and the same at every time.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

__all__ = ["OWN_WORK", "bounded", "cyclonedx", "lock", "needed", "oldest"]

NAME = "qontology"
LONGEST_LICENCE = 100
PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
OWN_WORK = ("all", "browser", "dev", "mutants")
"""The extras that name other extras, or what only those need who work on the package."""


def canonical(name: str) -> str:
    """A name as package indexes compare it.

    >>> canonical("Sparql_Wrapper")
    'sparql-wrapper'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def lock() -> str:
    """The versions of all that is installed here, but of the package itself and of pip."""
    found = {canonical(one.metadata["Name"]): one.version for one in distributions()}
    return "".join(f"{name}=={found[name]}\n" for name in sorted(found) if name not in (NAME, "pip", "setuptools"))


def bounded() -> list[Requirement]:
    """What the package needs and what its extras add, as pyproject.toml bounds it."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = [wanted for name, wanted in project["optional-dependencies"].items() if name not in OWN_WORK]
    return [Requirement(one) for wanted in (project["dependencies"], *extras) for one in wanted]


def oldest() -> str:
    """The lowest version that each of :func:`bounded` may have, as constraints of pip."""
    lowest = {
        canonical(one.name): bound.version for one in bounded() for bound in one.specifier if bound.operator == ">="
    }
    return "".join(f"{name}=={version}\n" for name, version in sorted(lowest.items()))


def needed(name: str = NAME) -> Iterator[Distribution]:
    """The package and all that it needs to run, each once, as far as it is installed."""
    pending, known = [name], set()
    while pending:
        one = canonical(pending.pop())
        if one in known:
            continue
        known.add(one)
        try:
            found = distribution(one)
        except PackageNotFoundError:
            continue
        yield found
        wanted = map(Requirement, found.requires or ())
        pending += [each.name for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]


def licence(found: Distribution) -> str:
    """The licence that a distribution states, as short as it states it."""
    stated = next((found.metadata[key] for key in ("License-Expression", "License") if key in found.metadata), "")
    if stated and "\n" not in stated and len(stated) < LONGEST_LICENCE:
        return stated
    kinds = [each.rpartition(" :: ")[2] for each in found.metadata.get_all("Classifier") or () if "License" in each]
    return kinds[0] if kinds else "NOASSERTION"


def cyclonedx() -> str:
    """The components as a CycloneDX 1.5 document."""
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{canonical(one.metadata['Name'])}@{one.version}",
            "name": one.metadata["Name"],
            "version": one.version,
            "purl": f"pkg:pypi/{canonical(one.metadata['Name'])}@{one.version}",
            "licenses": [{"license": {"name": licence(one)}}],
        }
        for one in needed()
    ]
    components.sort(key=lambda each: str(each["purl"]))
    own = next(each for each in components if each["name"] == NAME)
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own},
        "components": [each for each in components if each is not own],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write({"lock": lock, "oldest": oldest, "cyclonedx": cyclonedx}[sys.argv[1]]())
