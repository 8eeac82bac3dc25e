"""The page of one question: what it asks, its answer as a table, and its text in SPARQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from ...knowledge.library import Question
from ...language import Language
from ...namespaces import expand
from ...tables import Table
from ..content import LANGUAGES, Content
from ..page import Page, Told

__all__ = ["question_page"]

MOST = 60
HOME = "https://w3id.org/qontology/query/"


def question_page(content: Content, question: Question) -> Page:
    """The page of a question of the library; a rule has no answer of its own."""
    answers: dict[Language, Table] = {}
    data = {"rq": question.body.encode()}
    if question.kind == "select":
        answers = {language: content.graph.query(question.id, language=language) for language in LANGUAGES}
        data["csv"] = content.graph.query(question.id, language="both").to_csv().encode()

    def fill(told: Told) -> Mapping[str, Any]:
        answer = answers.get(told.language)
        rows = [[told.cell(cell) for cell in row] for row in answer.rows[:MOST]] if answer else []
        return {
            "question": question,
            "lead": question.description.say(told.language),
            "columns": answer.columns if answer else (),
            "rows": rows,
            "counted": len(answer) if answer else 0,
            "sparql": question.body.strip(),
            "terms": [told.named(NamedNode(expand(term))) for term in question.covers],
            "foreign": question.title.zh if told.language == "en" else question.title.en,
            "parameters": [
                (one.name, one.type, one.optional, one.default) for one in question.parameters if one.type != "language"
            ],
        }

    return Page(
        f"query/{question.id}.html", "question.html", question.title, fill, HOME + question.id, data, "questions"
    )
