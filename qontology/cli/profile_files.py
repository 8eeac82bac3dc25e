"""Where ``export --profile`` writes: a text to a file or the screen, several files into a folder of their own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..exchange import PROFILES, profiled
from ..exchange.contents import Request
from ..language import Text
from ..writing import chosen, write_files
from .output import is_folder, write

__all__ = ["write_profile"]


def write_profile(arguments: Namespace, request: Request, inputs: Iterable[Path]) -> None:
    """Writes what was asked for in a profile, and not over the files that were read.

    :raises InputError: for a form that the profile has not, a file where it needs a folder, and a folder of others.
    """
    profile, target = PROFILES[arguments.profile], arguments.output
    if arguments.dl:
        raise InputError(
            Text("--dl is of the ontology, which a profile does not hold", "--dl 针对本体，而方案不含本体"),
            remedy=Text("leave one of the two out", "请去掉其中之一"),
        )
    form = profile.check(arguments.format)
    if profile.is_folder:
        check_folder(profile.name, target)
    else:
        form = chosen(profile.forms, arguments.format, target)
    found = profiled(profile.name, request.contents(as_of=arguments.as_of, derived=arguments.derived), form)
    if isinstance(found, str):
        write(found, target, inputs)
    else:
        check_own(Path(target), found)
        write_files({Path(target) / name: text for name, text in found.items()}, inputs=inputs, folders=True)


def check_folder(profile: str, target: str | None) -> None:
    """Refuses what can be no folder.

    :raises InputError: where no folder is named, or a file.
    """
    if not is_folder(target):
        raise InputError(
            Text(f"the profile {profile} is several files", f"方案 {profile} 由多个文件组成"),
            remedy=Text("name a folder with -o", "请用 -o 指定文件夹"),
            file=None if target in (None, "-") else target,
        )


def check_own(folder: Path, names: Iterable[str]) -> None:
    """Refuses a folder that holds anything but an earlier export of this profile, which is written anew.

    :raises InputError: where it does; what is foreign is named.
    """
    foreign = sorted({path.name for path in folder.iterdir()} - set(names)) if folder.is_dir() else []
    if foreign:
        named = foreign[:3] + ["..."] * (len(foreign) > 3)
        raise InputError(
            Text(f"holds other files: {', '.join(named)}", f"含有其他文件：{'、'.join(named)}"),
            remedy=Text("name a folder of its own with -o", "请用 -o 指定单独的文件夹"),
            file=str(folder),
        )
