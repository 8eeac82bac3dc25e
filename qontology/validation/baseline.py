"""A baseline: findings that are known, so that only new ones count, and those of them that are gone are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from os import PathLike, fspath

from ..errors import InputError
from ..findings import Finding, Severity
from ..language import Text
from ..reading.text import read_text

__all__ = ["STALE", "Baseline"]

STALE = "stale-baseline"

LABEL = re.compile(r"_:\w+")
ABOUT = ("code", "node", "path", "value", "component", "shape", "parameter")

Key = tuple[str, ...]


class Baseline:
    """The findings of a report in JSON, as ``qontology validate -f json`` writes it.

    A finding is known by what it is about and what it says, not by its line; blank nodes are alike.

    :raises InputError: where the file cannot be read or is no such report.
    """

    def __init__(self, name: str | PathLike[str]) -> None:
        self.name = fspath(name)
        remedy = Text(
            "write one with: qontology validate -f json -o FILE", "请用 qontology validate -f json -o FILE 生成"
        )
        try:
            found = json.loads(read_text(self.name))["findings"]
            self._known = Counter(key_of(finding) for finding in found)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            message = Text("the baseline is not a report in JSON", "基线文件不是 JSON 格式的报告")
            raise InputError(message, file=self.name, remedy=remedy) from None

    def without_known(self, findings: Iterable[Finding], tell_stale: bool = True) -> list[Finding]:
        """The findings that are new, and one for each known finding that no longer occurs."""
        left = self._known.copy()
        new = []
        for finding in findings:
            key = key_of(finding.to_dict())
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        return [*new, *(self._stale(key) for key in sorted(left.elements()) if tell_stale)]

    def _stale(self, key: Key) -> Finding:
        code, node, *_, said = key
        at = f" ({node})" if node else ""
        return Finding(
            STALE,
            Severity.INFO,
            None,
            Text(f"a known finding is gone: {code}{at}: {said}", f"已知的发现不再出现：{code}{at}：{said}"),
            file=self.name,
            remedy=Text("write the baseline anew with -f json -o", "请用 -f json -o 重新生成基线文件"),
        )


def key_of(finding: dict[str, object]) -> Key:
    """What a finding is about and what it says, with its blank nodes alike."""
    message = finding["message"]
    if not isinstance(message, dict):
        raise TypeError
    parts = [*(finding.get(name) for name in ABOUT), message["en"]]
    return tuple(LABEL.sub("_:", str(part)) if part is not None else "" for part in parts)
