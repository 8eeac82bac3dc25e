"""Values of parameters: from what a person types to the literal that a query compares."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from ..errors import InputError
from ..language import Text
from ..namespaces import XSD
from .library import Parameter

__all__ = ["as_date", "as_literal"]

DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
DATES = Text("a year, month or day: 2022, 2022-06 or 2022-06-30", "年、月或日：2022、2022-06 或 2022-06-30")
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


def as_date(text: str | None) -> str | None:
    """The text, where it is a year, a month or a day; None for None.

    >>> as_date("2022-06")
    '2022-06'

    :raises InputError: where it is none of these.
    """
    if text is not None and not DATE.fullmatch(text):
        raise InputError(
            Text(f"“{text}” is not a date", f"“{text}”不是日期"),
            remedy=Text(f"give {DATES.en}", f"请给出{DATES.zh}"),
        )
    return text


def as_literal(parameter: Parameter, value: str) -> Literal:
    """The literal of a parameter of the type ``xsd:string``, ``xsd:integer`` or ``date``.

    A date is a plain literal; queries pad and compare its text.

    :raises InputError: where the value does not fit the type.
    """
    if parameter.type == "xsd:integer":
        if not WHOLE_NUMBER.fullmatch(value):
            raise unfit(parameter, value, Text("a whole number", "整数"))
        return Literal(str(int(value)), datatype=XSD["integer"])
    if parameter.type == "date" and not DATE.fullmatch(value):
        raise unfit(parameter, value, DATES)
    return Literal(value)


def unfit(parameter: Parameter, value: str, wanted: Text) -> InputError:
    """The error for a value of the wrong type."""
    return InputError(
        Text(f"{value} does not fit the parameter {parameter.name}", f"“{value}”不符合参数 {parameter.name} 的类型"),
        remedy=Text(f"give {wanted.en}", f"请给出{wanted.zh}"),
    )
