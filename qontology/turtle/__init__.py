"""The text of RDF files: the canonical layout of Turtle, and the place of every statement."""

from .formatter import format_turtle
from .positions import Place, Positions

__all__ = ["Place", "Positions", "format_turtle"]
