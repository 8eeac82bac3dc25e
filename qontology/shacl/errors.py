"""What can be wrong with shapes, as errors that name the shape."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import InputError
from ..language import Text
from ..namespaces import Term

__all__ = [
    "ASK_PYSHACL",
    "IncompleteShapeError",
    "NotCompiledError",
    "NotSupportedError",
    "RecursiveShapesError",
    "ShapesError",
]


ASK_PYSHACL = Text("validate with the pySHACL engine", "请改用 pySHACL 引擎校验")


class ShapesError(InputError):
    """The shapes graph is not well-formed: a constraint, a path, a list or a query in it cannot be used."""

    def __init__(self, shape: Term | None, message: Text, remedy: Text | None = None) -> None:
        self.shape = shape
        where = Text("in the shapes graph", "形状图中") if shape is None else Text(f"shape {shape}", f"形状 {shape}")
        super().__init__(Text(f"{where.en}: {message.en}", f"{where.zh}：{message.zh}"), remedy=remedy)


class RecursiveShapesError(ShapesError):
    """Shapes that refer to themselves; SHACL leaves their meaning undefined. ``cycle`` holds them in order."""

    def __init__(self, cycle: tuple[Term, ...]) -> None:
        self.cycle = cycle
        way = " -> ".join(map(str, cycle))
        super().__init__(
            cycle[0],
            Text(f"recursive shapes: {way}", f"形状循环引用：{way}"),
            Text("break the cycle; SHACL does not define recursion", "请断开循环；SHACL 未定义递归形状的含义"),
        )


class NotCompiledError(ShapesError):
    """A feature that is not compiled to SPARQL; ``feature`` names it. pySHACL may be asked instead."""

    def __init__(self, shape: Term | None, feature: str, reason: Text) -> None:
        self.feature = feature
        super().__init__(
            shape,
            Text(f"{feature} is not compiled: {reason.en}", f"{feature} 无法编译：{reason.zh}"),
            ASK_PYSHACL,
        )


class NotSupportedError(NotCompiledError):
    """A feature beyond SHACL Core and SHACL-SPARQL, which pySHACL would silently pass over too."""

    def __init__(self, shape: Term | None, feature: str) -> None:
        reason = Text("only SHACL Core and SHACL-SPARQL are", "仅支持 SHACL Core 与 SHACL-SPARQL")
        super().__init__(shape, feature, reason)
        self.remedy = Text("say it in SHACL Core or in SPARQL", "请改用 SHACL Core 或 SPARQL 表达")


class IncompleteShapeError(ShapesError):
    """A shape that cannot stand inside another, since some of its constraints cannot be used: ``faults`` says why."""

    def __init__(self, shape: Term, faults: Iterable[ShapesError]) -> None:
        self.faults = tuple(faults)
        super().__init__(shape, self.faults[0].message, self.faults[0].remedy)
