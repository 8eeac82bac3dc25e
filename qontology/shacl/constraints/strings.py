"""String-based constraints: sh:minLength, sh:maxLength, sh:pattern, sh:languageIn, sh:uniqueLang (SHACL 4.4)."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal, Store

from ...language import Text
from ...namespaces import Node
from ..errors import NotCompiledError, ShapesError
from ..patterns import QueryContext, ValueNodes, any_of, either_way
from ..shape import Violations
from ..xml_classes import UnreadableError, portable
from .base import CoreConstraint, ValueTest
from .parameter import ParameterValue

__all__ = ["LanguageIn", "MaxLength", "MinLength", "Pattern", "UniqueLang"]


@dataclass(frozen=True)
class Length(ValueTest):
    """The length of the string of each value has a bound; a blank node has no string."""

    operator: ClassVar[str]
    bound: int
    reads = ParameterValue.natural_number

    def fails(self, node: str, context: QueryContext) -> str:
        return f"(isBLANK({node}) || STRLEN(STR({node})) {self.operator} {self.bound})"


class MinLength(Length):
    """Each value has at least so many characters."""

    parameter_name, operator = "minLength", "<"


class MaxLength(Length):
    """Each value has at most so many characters."""

    parameter_name, operator = "maxLength", ">"


@dataclass(frozen=True)
class Pattern(ValueTest):
    """The string of each value matches a regular expression."""

    parameter_name = "pattern"
    pattern: Literal
    flags: Literal | None
    portable: Literal

    @classmethod
    def read(cls, parameter: ParameterValue) -> Pattern:
        pattern, beside = parameter.string(), parameter.beside("flags")
        flags = beside.string() if beside else None
        test = cls(pattern, flags, pattern if flags and "q" in flags.value else readable(parameter.shape, pattern))
        tried = test.regex("STR('')")
        if not Store().query(f"ASK {{ FILTER({tried} || !{tried}) }}"):
            if is_broken(pattern.value):
                message = Text(f"{pattern} is not a regular expression", f"{pattern} 不是正则表达式")
                raise ShapesError(parameter.shape, message, Text("mend the pattern", "请修改该模式"))
            raise not_run(parameter.shape, pattern)
        return test

    @property
    def parameters(self) -> dict[str, str]:
        return {**super().parameters, **({"flags": str(self.flags)} if self.flags else {})}

    def regex(self, string: str) -> str:
        """The test of one string."""
        return f"REGEX({string}, {self.portable}{f', {self.flags}' if self.flags else ''})"

    def fails(self, node: str, context: QueryContext) -> str:
        return either_way(f"!({self.regex(f'STR({node})')})")


def readable(shape: Node, pattern: Literal) -> Literal:
    """The pattern as every engine reads it."""
    try:
        return Literal(portable(pattern.value))
    except UnreadableError:
        raise not_run(shape, pattern) from None


def not_run(shape: Node, pattern: Literal) -> NotCompiledError:
    """The error for a pattern that is none for a SPARQL engine, and may be one for others."""
    reason = Text(
        f"{pattern} is not a regular expression that SPARQL engines can run",
        f"{pattern} 不是 SPARQL 引擎可以执行的正则表达式",
    )
    return NotCompiledError(shape, "sh:pattern", reason)


def is_broken(pattern: str) -> bool:
    """Whether nobody can read a regular expression, as far as that can be told.

    >>> is_broken("["), is_broken("(?!a)b")
    (True, False)
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except re.error:
        return True
    return False


@dataclass(frozen=True)
class LanguageIn(ValueTest):
    """Each value is a text in one of some languages."""

    parameter_name = "languageIn"
    languages: tuple[str, ...]
    reads = ParameterValue.strings

    def fails(self, node: str, context: QueryContext) -> str:
        matches = any_of(f"LANGMATCHES(LANG({node}), {Literal(language)})" for language in self.languages)
        return f"(!isLITERAL({node}) || !{matches})"


@dataclass(frozen=True)
class UniqueLang(CoreConstraint):
    """No two values are in one language; each language that several are in is a result."""

    parameter_name = "uniqueLang"
    property_shapes_only = True
    starts_from_values = True

    @classmethod
    def read(cls, parameter: ParameterValue) -> UniqueLang | None:
        return cls() if parameter.boolean() else None

    @property
    def parameters(self) -> dict[str, str]:
        return {}

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        other, language = context.another(values), context.fresh("language")
        bound = f"FILTER({self._clash(values, other)}) BIND(LCASE(LANG({values.variable})) AS {language})"
        return Violations((f"{values.reach} {other.reach} {bound}",), detail=language)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        other = context.another(values)
        return context.some_value(values, context.some_value(other, self._clash(values, other)))

    @staticmethod
    def _clash(one: ValueNodes, other: ValueNodes) -> str:
        """The condition that two texts are different and in the same language."""
        language = f"LCASE(LANG({one.variable}))"
        same = f'{language} != "" && {language} = LCASE(LANG({other.variable}))'
        return f"!sameTerm({one.variable}, {other.variable}) && {same}"
