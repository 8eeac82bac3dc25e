"""What is doubtful in a shapes graph: it is collected while shapes are read, and each fault is told once."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Triple

from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import SH, Node, Term
from .errors import NotSupportedError, ShapesError
from .messages import written
from .shape_findings import counted, not_compiled, not_supported
from .triples import TripleIndex
from .vocabulary import CORE_TERMS, EVALUATED, FOREIGN_CONSTRAINTS, FOREIGN_TERMS, SPARQL_TERMS

__all__ = ["Problems"]

KNOWN = CORE_TERMS | SPARQL_TERMS | FOREIGN_TERMS


class Problems:
    """Collects findings about shapes, each fault once.

    ``concerned`` names, for a finding, the shapes with targets that it leaves unchecked in part.
    """

    def __init__(self) -> None:
        self.concerned: dict[Finding, tuple[Node, ...]] = {}
        self._not_supported: dict[str, list[Node]] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, in the order in which they came."""
        return (*self.concerned, *(not_supported(name, shapes) for name, shapes in self._not_supported.items()))

    def _add(self, code: str, severity: Severity, shape: Node, message: Text, remedy: Text) -> None:
        self.concerned.setdefault(Finding(code, severity, None, message, shape=shape, remedy=remedy), ())

    def unusable(self, shape: Term | None, fault: ShapesError) -> None:
        """Something that a shape with a target needs, itself or by its inner shapes, and that cannot be used."""
        at = shape if fault.shape is None or isinstance(fault.shape, Literal) else fault.shape
        assert isinstance(at, Node)
        if isinstance(fault, NotSupportedError):
            shapes = self._not_supported.setdefault(fault.feature, [])
            shapes += [] if at in shapes else [at]
            return
        found = not_compiled(at, fault)
        self.concerned[found] = (*self.concerned.get(found, ()), shape if isinstance(shape, Node) else at)

    def boolean_spelling(self, shape: Node, name: str, value: Term) -> None:
        """A boolean written as 1 or 0, which SHACL passes over."""
        self._add(
            "boolean-spelling",
            Severity.WARNING,
            shape,
            Text(
                f"sh:{name} is {written(value)}; SHACL knows only true and false, so it says nothing",
                f"sh:{name} 的值是 {written(value)}；SHACL 只认 true 与 false，因此该声明无效",
            ),
            Text("write true or false", "请写成 true 或 false"),
        )

    def missing(self, shape: Node) -> None:
        """A shape that others refer to and nobody describes: by SHACL it asks nothing."""
        self._add(
            "missing-shape",
            Severity.WARNING,
            shape,
            Text(
                f"the shape {shape} is described nowhere, so every node conforms to it",
                f"形状 {shape} 没有任何描述，因此任何节点都符合它",
            ),
            Text(
                "correct its name, or give the file that has it with --shapes or --catalog",
                "请改正其名称，或用 --shapes、--catalog 给出描述它的文件",
            ),
        )

    def unused(self, shapes: Sequence[Node]) -> None:
        """Shapes that ask for something, have no target, and that no other shape needs."""
        if not shapes:
            return
        many = Text(f" ({len(shapes) - 1} more are alike)", f"（另有 {len(shapes) - 1} 个亦然）")
        more = many if len(shapes) > 1 else Text("", "")
        self._add(
            "unused-shape",
            Severity.WARNING,
            shapes[0],
            Text(
                f"the shape {shapes[0]} has no target and no shape uses it{more.en}",
                f"形状 {shapes[0]} 没有目标，也未被其他形状引用{more.zh}",
            ),
            Text("give it a target, or remove it", "请为其添加目标，或将其删除"),
        )

    def owl_classes(self, shapes: Sequence[Node]) -> None:
        """Shapes that have their instances for focus nodes although only OWL calls them classes."""
        if shapes:
            self._add(
                "implicit-class-target",
                Severity.INFO,
                shapes[0],
                Text(
                    f"{counted(len(shapes), 'shape')} typed owl:Class, not rdfs:Class; the instances are taken for"
                    " targets all the same, as is meant",
                    f"有 {len(shapes)} 个形状的类型是 owl:Class 而非 rdfs:Class：仍按作者本意以其实例为目标",
                ),
                Text("add the type rdfs:Class for other validators", "请添加类型 rdfs:Class，使各校验器一致"),
            )

    def borrowed(self, prefix: str, shapes: Sequence[Node]) -> None:
        """A prefix of the file, taken for queries that declare it nowhere."""
        self._add(
            "undeclared-prefix",
            Severity.INFO,
            shapes[0],
            Text(
                f"the prefix {prefix}: in queries of shapes ({len(shapes)}) is not declared by sh:prefixes: that of the"
                " file was taken",
                f"{len(shapes)} 个形状的查询使用了 sh:prefixes 未声明的前缀 {prefix}:，已采用文件中的声明",
            ),
            Text("declare it with sh:declare for other validators", "请用 sh:declare 声明，使各校验器都能读取"),
        )

    def terms(self, graph: TripleIndex) -> None:
        """Terms in the namespace of SHACL that SHACL does not have, or that are not evaluated here; each once."""
        users: dict[str, dict[Node | Triple, None]] = {}
        for subject, predicate, value in graph.triples:
            for term in (predicate, value):
                if isinstance(term, NamedNode) and term.value.startswith(SH.base):
                    users.setdefault(term.value.removeprefix(SH.base), {})[subject] = None
        inert: dict[str, int] = {}
        for name, subjects in users.items():
            if not name or name.endswith("ConstraintComponent") or name in KNOWN - FOREIGN_TERMS | EVALUATED:
                continue
            first, number = next(node for node in subjects if isinstance(node, Node)), len(subjects)
            if name not in FOREIGN_TERMS:
                times = Text("", "") if number == 1 else Text(f" ({number} times)", f"（{number} 处）")
                self._add(
                    "unknown-term",
                    Severity.VIOLATION,
                    first,
                    Text(f"SHACL has no term sh:{name}{times.en}", f"SHACL 中没有术语 sh:{name}{times.zh}"),
                    Text("correct the spelling, or remove it", "请改正拼写，或将其删除"),
                )
            elif name not in FOREIGN_CONSTRAINTS:
                inert[name] = number
        if inert:
            names = ", ".join(f"sh:{name} ({number})" for name, number in inert.items())
            message = Text(
                f"not evaluated, and no verdict depends on it: {names}", f"不求值，且不影响任何结论：{names}"
            )
            where = next(node for node in users[next(iter(inert))] if isinstance(node, Node))
            self._add("not-evaluated", Severity.INFO, where, message, Text("nothing has to be done", "无需处理"))
