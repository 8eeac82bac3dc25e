"""The seconds that something may take, as users give them."""

from __future__ import annotations

from ..errors import InputError
from ..language import Text

__all__ = ["seconds"]

LONGEST = 86_400


def seconds(value: float) -> float:
    """A number of seconds that makes sense: more than none, a day at most.

    >>> seconds(0.5)
    0.5
    >>> seconds(float("nan"))
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: the timeout is not a positive number of seconds, a day (86400) at most; give 60 ...

    :raises InputError: for any other number.
    """
    if not 0 < value <= LONGEST:
        raise InputError(
            Text(
                f"the timeout is not a positive number of seconds, a day ({LONGEST}) at most",
                f"超时秒数须为正数，且不超过一天（{LONGEST} 秒）",
            ),
            remedy=Text("give 60 or another such number", "请给出 60 之类的数"),
        )
    return value
