"""English and Chinese: texts that exist in both, and the choice between them.

Every sentence that a user can see is a :class:`Text`, so that no message can be written in one language only.
"""

from __future__ import annotations

import os
import sys
from typing import Literal, NamedTuple

__all__ = ["LANGUAGES", "MARKS", "Language", "Marks", "Text", "choose"]

Language = Literal["en", "zh", "both"]
LANGUAGES: tuple[Language, ...] = ("en", "zh", "both")


class Text(NamedTuple):
    """One statement in English and in Chinese.

    >>> greeting = Text("done", "完成")
    >>> greeting.say("zh")
    '完成'
    >>> greeting.say("both")
    'done / 完成'
    >>> Text("file {name} is empty", "文件 {name} 为空").format(name="a.ttl").en
    'file a.ttl is empty'
    """

    en: str
    zh: str

    def say(self, language: Language) -> str:
        """The text in one language, or in both with a slash between."""
        if language == "both":
            return self.en if self.en == self.zh else f"{self.en} / {self.zh}"
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Both sentences with the same values filled in, of a text the one in its language; the values themselves are
        never read as templates.

        >>> Text("since {date}", "自{date}起").format(date=Text("June 2021", "2021年6月")).zh
        '自2021年6月起'
        """
        english, chinese = (
            {name: tuple(value)[place] if isinstance(value, Text) else value for name, value in values.items()}
            for place in (0, 1)
        )
        return Text(self.en.format(**english), self.zh.format(**chinese))


class Marks(NamedTuple):
    """What a language writes between texts: before what is told of a name, before a place in a source, between details,
    between things, between texts that have commas of their own, between sentences; around details.
    """

    colon: str
    place: str
    comma: str
    enumeration: str
    semicolon: str
    stop: str
    space: str
    brackets: str


ENGLISH = Marks(": ", ": ", ", ", ", ", "; ", ".", " ", "{0} ({1})")
CHINESE = Marks("：", "，", "，", "、", "；", "。", "", "{0}（{1}）")
MARKS: dict[Language, Marks] = {"en": ENGLISH, "zh": CHINESE, "both": ENGLISH}


def choose(wanted: str | None = None) -> Language:
    """The language to answer in: what was asked for, else QONTOLOGY_LANG, else the locale of a terminal, else English.

    The locale counts on a terminal only: what is piped or written to a file must not depend on who runs it. A value
    of QONTOLOGY_LANG that is none of ``en``, ``zh`` and ``both`` is passed over.

    >>> choose("zh")
    'zh'
    """
    for candidate in (wanted, os.environ.get("QONTOLOGY_LANG")):
        for language in LANGUAGES:
            if candidate == language:
                return language
    if sys.stdout is not None and sys.stdout.isatty():
        locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
        if locale.lower().startswith("zh"):
            return "zh"
    return "en"
