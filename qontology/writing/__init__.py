"""Writing: in which form a thing is written, which the name of its file tells."""

from __future__ import annotations

from .forms import FORMS, Form, chosen, packed

__all__ = ["FORMS", "Form", "chosen", "packed"]
