"""SHACL for anybody's shapes and data.

Shapes are compiled to SPARQL queries that return the violations, and these run in process or on any endpoint:

>>> from pyoxigraph import RdfFormat, parse
>>> compiled = compile_shapes(parse('''
... @prefix sh: <http://www.w3.org/ns/shacl#> .
... <urn:Rule> sh:targetSubjectsOf <urn:name> ; sh:property [ sh:path <urn:name> ; sh:maxLength 3 ] .
... ''', RdfFormat.TURTLE))
>>> data = parse('<urn:a> <urn:name> "long name" .', RdfFormat.TURTLE)
>>> [finding.message.en for finding in run(compiled, Verbatim(data)).findings]
['"long name" is longer than 3 characters']
"""

from __future__ import annotations

from .compiler import CompiledShapes, compile_shapes
from .errors import NotCompiledError, RecursiveShapesError, ShapesError
from .execution import run
from .lexical_forms import Verbatim
from .probe import probe, without
from .pyshacl_engine import complete, differences, run_pyshacl

__all__ = [
    "CompiledShapes",
    "NotCompiledError",
    "RecursiveShapesError",
    "ShapesError",
    "Verbatim",
    "compile_shapes",
    "complete",
    "differences",
    "probe",
    "run",
    "run_pyshacl",
    "without",
]
