"""What the package is made of: a lock of all that stands in this environment, or a list of components for a release.

``python tools/components.py lock`` prints names and versions as pip reads them, ``... cyclonedx`` a CycloneDX document
of the package and of what it needs to run, with licences. Both are sorted and the same at every time.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions

from packaging.requirements import Requirement

__all__ = ["cyclonedx", "lock", "needed"]

NAME = "qontology"
LONGEST_LICENCE = 100


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
    sys.stdout.write({"lock": lock, "cyclonedx": cyclonedx}[sys.argv[1]]())
