"""Writing: in which form a thing is written, which the name of its file tells, and how it comes to stand there."""

from __future__ import annotations

from .files import write_files
from .forms import FORMS, Form, chosen, packed
from .streams import tell, to_standard_output

__all__ = ["FORMS", "Form", "chosen", "packed", "tell", "to_standard_output", "write_files"]
