"""Citing: a page as an entry for those who write in LaTeX."""

from __future__ import annotations

import re

from .. import __version__
from ..language import Language, Text
from ..namespaces import local_name

__all__ = ["bibtex"]

EDITORS = Text("The editors of Qontology", "Qontology 编者")
WORDS = {"\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}"}
"""The signs that a stroke before them does not make text."""


def bibtex(name: str, title: str, language: Language) -> str:
    r"""What a name tells of as an entry of BibTeX; what LaTeX reads as a command is text.

    >>> print(bibtex("https://example.org/a_b", "R&D {1}", "en"))
    @misc{qontology-a_b,
      title = {R\&D \{1\}},
      author = {{The editors of Qontology}},
      note = {Qontology ..., CC BY 4.0},
      url = {https://example.org/a_b}
    }
    """
    fields = {
        "title": re.sub(r"[\\{}$&#^_%~]", lambda sign: WORDS.get(sign[0], f"\\{sign[0]}"), title),
        "author": f"{{{EDITORS.say(language)}}}",
        "note": f"Qontology {__version__}, CC BY 4.0",
        "url": name,
    }
    key = re.sub(r"[^A-Za-z0-9_.-]", "-", local_name(name))
    lines = ",\n".join(f"  {field} = {{{text}}}" for field, text in fields.items())
    return f"@misc{{qontology-{key},\n{lines}\n}}"
