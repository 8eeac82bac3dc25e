"""The page of one question: what it asks, its answer as a table, and its text in SPARQL."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from ...knowledge.headings import heading
from ...knowledge.library import Parameter, Question
from ...language import Language
from ...namespaces import Term, curie, expand
from ...tables import Table
from ...telling.locators import place_in_words
from ..content import LANGUAGES, Content
from ..page import TABLES, SitePage, Told
from ..rows import rows_script
from .pictured import LOCATORS, pictures, source_of

__all__ = ["question_pages"]

MOST = 60
AHEAD = 8
"""So many questions are asked ahead of their pages."""

HOME = "https://w3id.org/qontology/query/"


class Asked(NamedTuple):
    """A question with its answers, which may still be on their way; a rule has none of its own."""

    question: Question
    answers: Mapping[Language, Future[Table]]


def question_pages(content: Content) -> Iterator[SitePage]:
    """The pages of all questions. The engine answers the next while a page is made: it lets other threads run."""
    with ThreadPoolExecutor(1) as pool:

        def asked(question: Question) -> Asked:
            languages = LANGUAGES if is_worded(question) else LANGUAGES[:1]
            if question.kind != "select":
                return Asked(question, {})
            return Asked(question, {one: pool.submit(content.answer, question.id, one) for one in languages})

        waiting: deque[Asked] = deque()
        for question in content.questions:
            waiting.append(asked(question))
            if len(waiting) > AHEAD:
                yield question_page(content, waiting.popleft())
        while waiting:
            yield question_page(content, waiting.popleft())


def is_worded(question: Question) -> bool:
    """Whether the answer to a question is another in each language."""
    return any(one.type == "language" for one in question.parameters)


def question_page(content: Content, asked: Asked) -> SitePage:
    """The page of a question of the library."""
    question, answers = asked
    chosen = [one for one in question.parameters if answers and by_column(question, one)]

    def answer(language: Language) -> Table:
        return (answers.get(language) or answers["en"]).result()

    @cache
    def lines(language: Language) -> list[list[Markup]]:
        told, table = Told(content, language, path), answer(language)
        return [cells(told, table, row) for row in table.rows]

    path = f"query/{question.id}.html"
    data: dict[str, Callable[[], bytes]] = {"rq": question.body.encode}
    if answers:
        data["csv"] = lambda: answer("en").to_csv().encode()
        if "zh" in answers:
            data["zh.csv"] = lambda: answer("zh").to_csv().encode()

    def rows(told: Told) -> bytes:
        table = answer(told.language)
        if not (chosen or len(table) > MOST):
            return b""
        places = [table.columns.index(one.name) for one in chosen]
        keys = ([curie(row[place]) for place in places] for row in table.rows) if places else ()
        return rows_script(lines(told.language), keys)

    def fill(told: Told) -> Mapping[str, Any]:
        table = answer(told.language) if answers else Table((), ())
        typed = [one for one in question.parameters if one.type != "language" and one not in chosen]
        return {
            "question": question,
            "lead": question.description.say(told.language),
            "columns": [(name, heading(name, told.language)) for name in table.columns],
            "rows": lines(told.language)[:MOST] if answers else (),
            "counted": len(table),
            "most": MOST,
            "pictures": pictures(content, table) if answers else (),
            "whole": bool(chosen) or len(table) > MOST,
            "choices": [choice(told, one, table) for one in chosen],
            "sparql": question.body.strip(),
            "terms": [told.named(NamedNode(expand(term))) for term in question.covers],
            "foreign": question.title.zh if told.language == "en" else question.title.en,
            "parameters": [(one, heading(one.name, told.language), kind(told, one), plain(one)) for one in typed],
        }

    return SitePage(
        path,
        "question.html",
        question.title,
        fill,
        HOME + question.id,
        data,
        "questions",
        (*TABLES, "question") if answers else (),
        rows if answers else None,
    )


def cells(told: Told, table: Table, row: Sequence[Term | None]) -> list[Markup]:
    """A row of an answer in words, with its links; a place in a document as people look it up."""
    return [
        place(told, cell.value) if column in LOCATORS and isinstance(cell, Literal) else told.cell(cell)
        for column, cell in zip(table.columns, row, strict=True)
    ]


def place(told: Told, text: str) -> Markup:
    """A source by its name where the answer has no more than the end of its IRI; a place in one in words."""
    source = source_of(told.content, text)
    return told.named(source) if source else escape(place_in_words(text).say(told.language))


def by_column(question: Question, parameter: Parameter) -> bool:
    """Whether the answer for a value of a parameter is that part of the whole answer which has the value in its column:
    so it is where the parameter may be left out and is a column itself, as a test proves of each question."""
    return parameter.optional and parameter.name in question.columns and parameter.type != "date"


def choice(told: Told, parameter: Parameter, table: Table) -> dict[str, Any]:
    """A parameter as a list to choose from: the values that the answer has, by their names."""
    place = table.columns.index(parameter.name)
    found = dict.fromkeys(row[place] for row in table.rows)
    values = sorted(
        (told.words.name(value).casefold(), curie(value), told.words.name(value)) for value in found if value
    )
    return {
        "name": parameter.name,
        "label": heading(parameter.name, told.language),
        "options": [(value, name) for _, value, name in values],
    }


def kind(told: Told, parameter: Parameter) -> str:
    """Of which kind the values of a parameter are, in words."""
    said = {
        "date": told.content.text("a_date", told.language),
        "xsd:string": told.content.text("a_text", told.language),
        "thing": told.content.text("a_thing", told.language),
    }
    return told.marks.semicolon.join(
        said.get(one) or told.words.name(NamedNode(expand(one))) for one in parameter.type.split(" | ")
    )


def plain(parameter: Parameter) -> str:
    """The default of a parameter as people write it."""
    return parameter.default.strip('"<>')
