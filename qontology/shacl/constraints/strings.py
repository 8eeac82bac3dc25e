"""String-based constraints: sh:minLength, sh:maxLength, sh:pattern, sh:languageIn, sh:uniqueLang (SHACL 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal, Store

from ...language import Text
from ..errors import NotCompiledError
from ..patterns import Scope, Site, any_of, either_way
from ..shape import Constraint, NodeTest, Violations
from .parameter import Parameter

__all__ = ["LanguageIn", "MaxLength", "MinLength", "Pattern", "UniqueLang"]


@dataclass(frozen=True)
class Length(NodeTest):
    """The length of the string of each value has a bound; a blank node has no string."""

    name: ClassVar[str]
    operator: ClassVar[str]
    bound: int

    @classmethod
    def read(cls, parameter: Parameter) -> Length:
        return cls(parameter.natural_number())

    @property
    def parameters(self) -> dict[str, str]:
        return {self.name: str(self.bound)}

    @property
    def lexical(self) -> bool:
        return True

    def fails(self, node: str, scope: Scope) -> str:
        return f"(isBLANK({node}) || STRLEN(STR({node})) {self.operator} {self.bound})"


class MinLength(Length):
    """Each value has at least so many characters."""

    component, name, operator = "MinLengthConstraintComponent", "minLength", "<"

    def admits(self, literal: Literal) -> bool:
        return len(literal.value) >= self.bound


class MaxLength(Length):
    """Each value has at most so many characters."""

    component, name, operator = "MaxLengthConstraintComponent", "maxLength", ">"

    def admits(self, literal: Literal) -> bool:
        return len(literal.value) <= self.bound


@dataclass(frozen=True)
class Pattern(NodeTest):
    """The string of each value matches a regular expression."""

    component = "PatternConstraintComponent"
    pattern: Literal
    flags: Literal | None

    @classmethod
    def read(cls, parameter: Parameter) -> Pattern:
        pattern, flags = parameter.string(), parameter.beside("flags")
        test = cls(pattern, flags.string() if flags else None)
        tried = test.regex("STR('')")
        if not Store().query(f"ASK {{ FILTER({tried} || !{tried}) }}"):
            reason = Text(
                f"{pattern} is no regular expression that SPARQL engines can run",
                f"{pattern} 不是 SPARQL 引擎可以执行的正则表达式",
            )
            raise NotCompiledError(parameter.shape, "sh:pattern", reason)
        return test

    @property
    def parameters(self) -> dict[str, str]:
        return {"pattern": str(self.pattern), **({"flags": str(self.flags)} if self.flags else {})}

    def regex(self, string: str) -> str:
        """The test of one string."""
        return f"REGEX({string}, {self.pattern}{f', {self.flags}' if self.flags else ''})"

    @property
    def lexical(self) -> bool:
        return True

    def admits(self, literal: Literal) -> bool:
        return bool(Store().query(f"ASK {{ FILTER({self.regex(str(Literal(literal.value)))}) }}"))

    def fails(self, node: str, scope: Scope) -> str:
        return either_way(f"!({self.regex(f'STR({node})')})")


@dataclass(frozen=True)
class LanguageIn(NodeTest):
    """Each value is a text in one of some languages."""

    component = "LanguageInConstraintComponent"
    languages: tuple[Literal, ...]

    @classmethod
    def read(cls, parameter: Parameter) -> LanguageIn:
        return cls(tuple(member.string() for member in parameter.members()))

    @property
    def parameters(self) -> dict[str, str]:
        return {"languageIn": ", ".join(language.value for language in self.languages)}

    def fails(self, node: str, scope: Scope) -> str:
        matches = any_of(f"LANGMATCHES(LANG({node}), {language})" for language in self.languages)
        return f"(!isLITERAL({node}) || !{matches})"


@dataclass(frozen=True)
class UniqueLang(Constraint):
    """No two values are in one language; each language that several are in is a result."""

    component = "UniqueLangConstraintComponent"
    starts_from_values = True

    @classmethod
    def read(cls, parameter: Parameter) -> UniqueLang | None:
        return cls() if parameter.boolean() else None

    def violations(self, site: Site, scope: Scope) -> Violations:
        other, language = scope.another(site), scope.fresh("language")
        bound = f"FILTER({self._clash(site, other)}) BIND(LCASE(LANG({site.value})) AS {language})"
        return Violations((f"{site.reach} {other.reach} {bound}",), detail=language)

    def violated(self, site: Site, scope: Scope) -> str:
        other = scope.another(site)
        return scope.some_value(site, scope.some_value(other, self._clash(site, other)))

    @staticmethod
    def _clash(one: Site, other: Site) -> str:
        """The condition that two texts are different and in the same language."""
        language = f"LCASE(LANG({one.value}))"
        same = f'{language} != "" && {language} = LCASE(LANG({other.value}))'
        return f"!sameTerm({one.value}, {other.value}) && {same}"
