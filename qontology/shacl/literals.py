"""Literals: which lexical forms a datatype allows, and what a Store makes of them.

The lexical forms stand here as regular expressions that XPath (in queries) and Python read alike, because engines do
not agree on what an ill-typed literal is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from ..namespaces import RDF, XSD

__all__ = [
    "BOOLEAN",
    "DERIVED",
    "LEXICAL",
    "NUMERIC",
    "comparable",
    "has_many_digits",
    "is_literal",
    "is_valid",
    "of_datatype",
    "truth",
    "valid",
]

ZONE = "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
YEAR = "-?([1-9][0-9]{3,}|0[0-9]{3})"
MONTH = "(0[1-9]|1[0-2])"
MONTH_DAY = "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
LEAP_YEAR = "-?[0-9]*(0[48]|[2468][048]|[13579][26]|([02468][048]|[13579][26])00)"
DATE = f"({YEAR}-{MONTH_DAY}|{LEAP_YEAR}-02-29)"
TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
DAYS = "([0-9]+D)?"
CLOCK = r"(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
INTEGER = "[+-]?[0-9]+"
DOUBLE = r"([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN)"

SIGNED = {
    "nonPositiveInteger": r"(-[0-9]+|\+?0+)",
    "negativeInteger": "-0*[1-9][0-9]*",
    "nonNegativeInteger": r"(\+?[0-9]+|-0+)",
    "positiveInteger": r"\+?0*[1-9][0-9]*",
}
RANGES = {
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
}

BOUNDS: Mapping[NamedNode, tuple[int, int]] = MappingProxyType({XSD[name]: bounds for name, bounds in RANGES.items()})
"""Integer types with the least and the greatest value of each."""

DERIVED = frozenset({*BOUNDS, *(XSD[name] for name in SIGNED)})
"""The integer types derived from xsd:integer."""

LEXICAL: Mapping[NamedNode, str] = MappingProxyType(
    {
        XSD["boolean"]: "(true|false|1|0)",
        XSD["integer"]: INTEGER,
        XSD["decimal"]: r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
        XSD["double"]: DOUBLE,
        XSD["float"]: DOUBLE,
        XSD["date"]: DATE + ZONE,
        XSD["time"]: TIME + ZONE,
        XSD["dateTime"]: f"{DATE}T{TIME}{ZONE}",
        XSD["dateTimeStamp"]: f"{DATE}T{TIME}{ZONE[:-1]}",
        XSD["gYear"]: YEAR + ZONE,
        XSD["gYearMonth"]: f"{YEAR}-{MONTH}{ZONE}",
        XSD["gMonth"]: f"--{MONTH}{ZONE}",
        XSD["gDay"]: f"---(0[1-9]|[12][0-9]|3[01]){ZONE}",
        XSD["gMonthDay"]: f"--({MONTH_DAY}|02-29){ZONE}",
        XSD["duration"]: f"-?P([0-9]+Y)?([0-9]+M)?{DAYS}{CLOCK}",
        XSD["yearMonthDuration"]: "-?P([0-9]+Y)?([0-9]+M)?",
        XSD["dayTimeDuration"]: f"-?P{DAYS}{CLOCK}",
        XSD["hexBinary"]: "([0-9a-fA-F]{2})*",
        XSD["base64Binary"]: "(([A-Za-z0-9+/] ?){4})*(([A-Za-z0-9+/] ?){3}=|([A-Za-z0-9+/] ?){2}= ?=)?",
        XSD["language"]: "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
        **dict.fromkeys(BOUNDS, INTEGER),
        **{XSD[name]: form for name, form in SIGNED.items()},
    }
)
"""What may stand between the quotes of a literal, by datatype; a datatype that is not here allows every string."""

UNFINISHED = "(P|T)$"

EXACT = frozenset({*DERIVED, XSD["integer"], XSD["decimal"]})
NUMERIC = frozenset({*EXACT, XSD["double"], XSD["float"]})
"""The datatypes whose values compare with one another as numbers; those of exact ones may have any number of digits."""

GREATEST_INTEGER = 2**63 - 1
GREATEST_DECIMAL = 10**20
MOST_FRACTION_DIGITS = 18

BOOLEAN = XSD["boolean"]

DURATIONS = frozenset({XSD["duration"], XSD["yearMonthDuration"], XSD["dayTimeDuration"]})


def is_valid(literal: Literal) -> bool:
    """Whether the lexical form of a literal is one of its datatype.

    >>> is_valid(Literal("20x4", datatype=XSD["gYear"])), is_valid(Literal("300", datatype=XSD["byte"]))
    (False, False)
    """
    datatype = literal.datatype
    if datatype in LEXICAL and not re.fullmatch(LEXICAL[datatype], literal.value, re.ASCII):
        return False
    if datatype in DURATIONS and re.search(UNFINISHED, literal.value):
        return False
    least, greatest = BOUNDS.get(datatype, (0, 0))
    return datatype not in BOUNDS or least <= Decimal(literal.value) <= greatest


def has_many_digits(literal: Literal) -> bool:
    """Whether a literal is a number of so many digits that a Store takes it for none.

    >>> has_many_digits(Literal("9223372036854775808", datatype=XSD["integer"])), has_many_digits(Literal(5))
    (True, False)
    """
    if literal.datatype not in EXACT or len(literal.value) <= MOST_FRACTION_DIGITS or not is_valid(literal):
        return False
    if literal.datatype != XSD["decimal"]:
        return abs(Decimal(literal.value)) > GREATEST_INTEGER
    return not fits_decimal(literal.value)


def fits_decimal(lexical: str) -> bool:
    """Whether a Store computes with a decimal."""
    fraction = lexical.partition(".")[2].rstrip("0")
    return abs(Decimal(lexical)) <= GREATEST_DECIMAL and len(fraction) <= MOST_FRACTION_DIGITS


def comparable(number: Literal) -> Literal:
    """A number that a Store compares; of one with too many digits for a decimal, the nearest double."""
    if not has_many_digits(number):
        return number
    if fits_decimal(number.value):
        return Literal(number.value, datatype=XSD["decimal"])
    return Literal(repr(float(number.value)).upper(), datatype=XSD["double"])


def truth(boolean: str) -> str:
    """A boolean as a number: false comes before true in SPARQL, but not every engine compares them, or casts them."""
    return f'IF(STR({boolean}) IN ("true", "1"), 1, 0)'


def of_datatype(node: str, datatype: NamedNode) -> str:
    """The condition that a literal has a datatype; not every engine names that of texts with a language."""
    return f'LANG({node}) != ""' if datatype == RDF["langString"] else f"DATATYPE({node}) = {datatype}"


def is_literal(node: str, literal: Literal) -> str:
    """The condition that a node is a literal with a datatype; ``sameTerm`` alone is not true of some in Virtuoso 7."""
    written = f"STR({node}) = {Literal(literal.value)} && DATATYPE({node}) = {literal.datatype}"
    return f"(sameTerm({node}, {literal}) || ({written}))"


def valid(node: str, datatype: NamedNode) -> str:
    """The condition that the lexical form of a literal is one of its datatype; empty where all are."""
    if datatype not in LEXICAL:
        return ""
    pattern = Literal(f"^{LEXICAL[datatype]}$")
    conditions = [f"REGEX(STR({node}), {pattern})"]
    if datatype in DURATIONS:
        conditions.append(f'!REGEX(STR({node}), "{UNFINISHED}")')
    for bound, operator in zip(BOUNDS.get(datatype, ()), (">=", "<="), strict=False):
        written = bound if abs(bound) <= GREATEST_INTEGER + 1 else f"{bound}.0"
        conditions.append(f"{XSD['decimal']}(STR({node})) {operator} {written}")
    return " && ".join(conditions)
