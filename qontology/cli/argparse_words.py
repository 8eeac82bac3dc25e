"""What argparse itself says, in the language of the reader."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from ..language import Language

__all__ = ["argparse_in"]

CHINESE = {
    "usage: ": "用法：",
    "show this help message and exit": "显示本帮助并退出",
    "positional arguments": "参数",
    "options": "选项",
    "the following arguments are required: %s": "缺少必需的参数：%s",
    "unrecognized arguments: %s": "无法识别的参数：%s",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "无效的取值 %(value)r（可选：%(choices)s）",
    "expected one argument": "需要一个值",
    "expected at least one argument": "至少需要一个值",
    "expected at most one argument": "最多一个值",
    "not allowed with argument %s": "不能与 %s 同时使用",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 有歧义，可能是 %(matches)s",
    "one of the arguments %s is required": "须给出以下参数之一：%s",
    "ignored explicit argument %r": "多余的取值 %r",
}


@contextmanager
def argparse_in(language: Language) -> Iterator[None]:
    """Lets argparse say its own words in a language, for as long as a command is parsed.

    It looks them up in a function of its module, which is the only way to reach them.
    """
    words = vars(argparse)
    before = words["_"]
    words["_"] = (lambda text: CHINESE.get(text, text)) if language == "zh" else (lambda text: text)
    try:
        yield
    finally:
        words["_"] = before
