"""The text of a Turtle file in parts: comments at its head, declarations, and the statements about each subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ..errors import InputError
from ..language import Text
from .terms import Shortener, Spelling, Structure
from .tokens import TOKEN, PrefixScope

__all__ = ["NESTING_LIMIT", "Declaration", "Comments", "RefusedError", "Document", "Statement", "error_at", "refusal"]

NESTING_LIMIT = 100

# All up to the last blank line before the first statement.
HEADER = re.compile(r"(?:(?:[ \t\r]*(?:#[^\r\n]*\r?)?\n)*[ \t\r]*(?=\n))?")
OPERANDS = {"@prefix": 2, "prefix": 2, "@base": 1, "base": 1, "@version": 1, "version": 1}
RDF_1_2 = frozenset({"<<", "<<(", "{|", "~", "version", "@version"})


class RefusedError(Exception):
    """The text holds something that :func:`refusal` finds."""


@dataclass(slots=True)
class Comments:
    """The comments on one thing: the lines above it, and what stands at the end of its line."""

    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Declaration:
    """The declaration of a prefix, or of the base where the prefix is None, with its comments."""

    prefix: str | None
    iri: str
    notes: Comments


@dataclass(slots=True)
class Statement:
    """What is said in one go about a subject: the comment lines above, and all tokens behind the subject.

    The tokens of a subject in brackets are those behind its opening bracket. The full stop is written as a semicolon,
    for it ends the last property as a semicolon does; comments on its line follow.
    """

    above: Sequence[str]
    tokens: list[str]
    spelling: Spelling = field(init=False)


class Document:
    """A whole file of valid Turtle 1.1.

    Attributes:
        statements: by subject in canonical spelling; a subject in brackets is a :class:`Structure`, ``[`` or ``(``.
        closing: the comment lines after the last statement.

    :raises RefusedError: the text holds a directive of RDF 1.2.
    """

    def __init__(self, text: str) -> None:
        text = f"\n{text}\n"
        head = HEADER.match(text)
        start = head.end() if head else 0
        lines = map(str.strip, text[:start].split("\n"))
        self._header = [list(paragraph) for filled, paragraph in groupby(lines, key=bool) if filled]
        parts = list(parts_of(TOKEN.findall(text, start)))
        self._declarations = [part for part in parts if isinstance(part, Declaration)]
        statements = [part for part in parts if isinstance(part, Statement)]
        self._kept, scopes = scopes_of(parts)
        self.shortener = Shortener({one.prefix: one.iri for one in self._kept.values() if one.prefix is not None})
        self.statements: dict[str, list[Statement]] = {}
        self.closing: Sequence[str] = ()
        self._group(statements, scopes)

    def front_matter(self) -> tuple[list[list[str]], list[Declaration]]:
        """The paragraphs of comments at the top, and the declarations in use by name, the base first.

        To be asked for after all is spelt. Comments among the declarations, and those on dropped ones, join the top.
        """
        paragraphs, used = list(self._header), []
        for one in self._declarations:
            is_used = one.prefix is None or one.prefix in self.shortener.used
            if is_used and self._kept.get(one.prefix) is one:
                used.append(one)
                loose = [one.notes.above]
            else:
                loose = [one.notes.above, one.notes.beside]
            paragraphs += [comments for comments in loose if comments]
        return paragraphs, sorted(used, key=lambda one: (one.prefix is not None, one.prefix or ""))

    def _group(self, statements: list[Statement], scopes: list[PrefixScope]) -> None:
        scope, spelling = PrefixScope(), Spelling(PrefixScope(), self.shortener)
        for statement, its_scope in zip(statements, scopes, strict=True):
            if not statement.tokens:
                self.closing = statement.above
                continue
            if its_scope is not scope:
                scope, spelling = its_scope, Spelling(its_scope, self.shortener)
            statement.spelling = spelling
            first = statement.tokens.pop(0)
            subject = Structure(first) if first in "[(" else spelling[first]
            known = self.statements.get(subject)
            if known is None:
                self.statements[subject] = [statement]
            else:
                known.append(statement)


def parts_of(tokens: list[str]) -> Iterator[Declaration | Statement]:
    """Declarations and statements in the order of writing; the tokens of these begin with the subject.

    Comments after the last statement are one without tokens.
    """
    start = 0
    while start < len(tokens):
        first = start
        while first < len(tokens) and tokens[first][0] in "#\n":
            first += 1
        above = tuple(map(str.strip, tokens[start:first])) if first > start else ()
        if first == len(tokens):
            yield Statement(above, [])
            return
        if tokens[first][0] in "@pPbBvV" and tokens[first].lower() in OPERANDS:
            declaration, start = read_declaration(tokens, first, above)
            yield declaration
            continue
        end = tokens.index(".", first) + 1
        tokens[end - 1] = ";"
        while end < len(tokens) and tokens[end][0] == "#":
            end += 1
        yield Statement(above, tokens[first:end])
        start = end


def read_declaration(tokens: list[str], first: int, above: Sequence[str]) -> tuple[Declaration, int]:
    """The declaration that begins at a place, and the place behind it."""
    word = tokens[first].lower()
    if word in RDF_1_2:
        raise RefusedError
    operands: list[str] = []
    beside: list[str] = []
    end = first + 1
    while end < len(tokens) and (len(operands) < OPERANDS[word] or tokens[end][0] in ".#"):
        if tokens[end][0] in "#\n":
            beside.append(tokens[end].strip())
        elif tokens[end] != ".":
            operands.append(tokens[end])
        end += 1
    prefix = operands[0][:-1] if OPERANDS[word] == 2 else None
    return Declaration(prefix, operands[-1], Comments(list(above), beside)), end


def scopes_of(parts: list[Declaration | Statement]) -> tuple[dict[str | None, Declaration], list[PrefixScope]]:
    """The declarations to keep, by prefix, and what is in force at each statement.

    A base is kept where it is the only one and comes first; elsewhere IRIs are resolved. Of two namespaces for one
    prefix the first is kept. Comments above a declaration amid the statements go to the next statement.
    """
    bases = [part for part in parts if isinstance(part, Declaration) and part.prefix is None]
    kept: dict[str | None, Declaration] = {None: bases[0]} if len(bases) == 1 and parts[0] is bases[0] else {}
    scopes: list[PrefixScope] = []
    scope = PrefixScope()
    above: list[str] = []
    for part in parts:
        if isinstance(part, Statement):
            if above:
                part.above, above = [*above, *part.above], []
            scopes.append(scope)
            continue
        if scopes:
            above, part.notes.above = above + part.notes.above, []
            if scopes[-1] is scope:
                scope = PrefixScope(dict(scope.prefixes), scope.base)
        part.iri = scope.iri(part.iri) or ""
        if part.prefix is not None:
            scope.prefixes[part.prefix] = part.iri
            kept.setdefault(part.prefix, part)
        elif None not in kept:
            scope.base = part.iri
    if above and isinstance(part, Declaration):
        part.notes.above = above
    return kept, scopes


def refusal(text: str, *, file: str | None = None) -> InputError | None:
    """The error about the first thing in valid Turtle that has no form in the layout.

    That is syntax of RDF 1.2, brackets more than 100 deep, or a comment between a literal and its language or datatype.
    """
    depth = 0
    for match in TOKEN.finditer(text):
        token = match[1].lower()
        depth += (token in "[(") - (token in "])")
        if token in RDF_1_2:
            message = Text(
                "triple terms and other syntax of RDF 1.2 are not formatted", "不支持格式化三元组项等 RDF 1.2 语法"
            )
            remedy = Text("describe the statement with a node of its own", "请改用独立的节点来描述该陈述")
        elif depth > NESTING_LIMIT:
            message = Text(f"brackets are nested more than {NESTING_LIMIT} deep", f"括号嵌套超过 {NESTING_LIMIT} 层")
            remedy = Text("give the inner nodes names", "请为内层节点命名")
        elif token == "^" or (token[0] == "@" and token not in OPERANDS):
            message = Text(
                "a comment parts a literal from its language or datatype", "注释隔开了字面量与其语言标签或数据类型"
            )
            remedy = Text("move the comment to the end of the line", "请将注释移到行尾")
        else:
            continue
        return error_at(text, match.start(1), message, remedy, file=file)
    return None


def error_at(text: str, offset: int, message: Text, remedy: Text, *, file: str | None) -> InputError:
    """The error about what stands at an offset."""
    line = text.count("\n", 0, offset) + 1
    return InputError(message, remedy=remedy, file=file, line=line, column=offset - text.rfind("\n", 0, offset))
