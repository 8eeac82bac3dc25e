"""The rules for w3id, read as Apache reads them: where a name leads, by what is asked for and in which language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qontology.assets import root

__all__ = ["BROWSER", "HOME", "RULES", "answer"]

RULES = root() / "descriptions/w3id/.htaccess"
HOME = "https://qontology.example"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


class Rule(NamedTuple):
    """A RewriteRule with the conditions before it."""

    conditions: list[tuple[str, re.Pattern[str]]]
    pattern: re.Pattern[str]
    target: str
    flags: list[str]


def rules(text: str) -> Iterator[Rule]:
    """The rules in order; any directive or flag that is not known here is refused."""
    conditions: list[tuple[str, re.Pattern[str]]] = []
    for line in text.splitlines():
        name, *words = line.split() or ["#"]
        if name == "RewriteCond":
            value, pattern, *flags = words
            conditions.append((value, re.compile(pattern, re.IGNORECASE if flags == ["[NC]"] else 0)))
        elif name == "RewriteRule":
            pattern, target, flags = words
            yield Rule(conditions, re.compile(pattern), target, flags.strip("[]").split(","))
            conditions = []
        else:
            assert name.startswith("#") or line in ("Options -MultiViews", "RewriteEngine on"), line


def answer(path: str, accept: str, text: str, language: str = "en") -> tuple[int, str | None]:
    """The status and the place that the rules give for a path below theirs."""
    environment: dict[str, str] = {}

    def filled(value: str, match: re.Match[str] | None = None) -> str:
        value = value.replace("%{HTTP_ACCEPT}", accept).replace("%{HTTP:Accept-Language}", language)
        value = re.sub(r"%\{ENV:(\w+)\}", lambda found: environment.get(found[1], ""), value)
        return re.sub(r"\$(\d)", lambda found: (match and match[int(found[1])]) or "", value)

    for rule in rules(text):
        match = rule.pattern.search(path)
        if not match or not all(pattern.search(filled(value)) for value, pattern in rule.conditions):
            continue
        for flag in rule.flags:
            if flag.startswith("E="):
                name, _, value = flag[2:].partition(":")
                environment[name] = filled(value, match)
        [status] = [int(flag[2:]) for flag in rule.flags if flag.startswith("R=")] or [0]
        if status:
            return status, None if rule.target == "-" else filled(rule.target, match)
    return 200, None
