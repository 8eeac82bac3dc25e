"""Which files have changed since a revision, as git tells."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from os.path import realpath
from pathlib import Path

from ..errors import InputError
from ..language import Text
from ..reading import Source

__all__ = ["changed_since"]


def changed_since(revision: str, sources: Iterable[Source]) -> tuple[list[Source], list[Source]]:
    """The sources whose files differ from those of a revision or are new to git, and the others.

    :raises InputError: where a file lies in no repository, or the repository has no such revision.
    """
    changed: dict[Path, set[str]] = {}
    parts: tuple[list[Source], list[Source]] = ([], [])
    for source in sources:
        folder = Path(realpath(source.path)).parent
        if folder not in changed:
            top = Path(git(folder, "rev-parse", "--show-toplevel").strip())
            commit = git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
            tracked = git(top, "diff", "--no-ext-diff", "--no-textconv", "--name-only", "-z", commit)
            new = git(top, "ls-files", "--others", "-z")
            changed[folder] = {realpath(top / name) for name in (tracked + new).split("\0") if name}
        parts[realpath(source.path) not in changed[folder]].append(source)
    return parts


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    remedy = Text(
        "give a commit, a branch or a tag of the repository of the files", "请给出文件所在仓库的提交、分支或标签"
    )
    try:
        # A repository may name a program that git asks for changes, and that nobody has asked for here.
        command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
        run = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError:
        raise InputError(Text("git is not installed", "未安装 git")) from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines()[0:1]
        said = reason[0] if reason else "?"
        raise InputError(Text(f"git cannot tell: {said}", f"git 报告：{said}"), remedy=remedy) from None
    return run.stdout.decode(errors="surrogateescape")
