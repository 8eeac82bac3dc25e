"""The page of one question: what it asks, its answer as a table, and its text in SPARQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import NamedNode

from ...knowledge.library import Question
from ...language import Language
from ...namespaces import expand
from ...tables import Table
from ..content import Content
from ..page import SitePage, Told

__all__ = ["question_page"]

MOST = 60
HOME = "https://w3id.org/qontology/query/"


def question_page(content: Content, question: Question) -> SitePage:
    """The page of a question of the library; a rule has no answer of its own."""
    answered = question.kind == "select"

    @cache
    def answer(language: Language) -> Table:
        return content.graph.query(question.id, language=language)

    data: dict[str, Callable[[], bytes]] = {"rq": question.body.encode}
    if answered:
        data["csv"] = lambda: answer("both").to_csv().encode()

    def fill(told: Told) -> Mapping[str, Any]:
        table = answer(told.language) if answered else Table((), ())
        return {
            "question": question,
            "lead": question.description.say(told.language),
            "columns": table.columns,
            "rows": [[told.cell(cell) for cell in row] for row in table.rows[:MOST]],
            "counted": len(table),
            "sparql": question.body.strip(),
            "terms": [told.named(NamedNode(expand(term))) for term in question.covers],
            "foreign": question.title.zh if told.language == "en" else question.title.en,
            "parameters": [
                (one.name, one.type, one.optional, one.default) for one in question.parameters if one.type != "language"
            ],
        }

    return SitePage(
        f"query/{question.id}.html", "question.html", question.title, fill, HOME + question.id, data, "questions"
    )
