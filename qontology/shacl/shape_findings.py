"""What is doubtful in a shapes graph without being an error: findings about the shapes, part of every report."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from ..errors import EngineError, InputError
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import SH, Node, Term
from .errors import NotCompiledError, NotSupportedError
from .triples import TripleIndex
from .vocabulary import CORE_TERMS, FOREIGN_TERMS, SPARQL_TERMS

KNOWN = CORE_TERMS | SPARQL_TERMS | FOREIGN_TERMS

__all__ = [
    "LITERALS_MERGED",
    "NOTHING_CHECKED",
    "NOT_COMPILED",
    "UNCHECKED",
    "Problems",
    "not_answered",
    "not_compiled",
    "not_trusted",
    "undecided",
]

NOT_COMPILED = "not-compiled"
NOT_SUPPORTED = "not-supported"
NOT_TRUSTED = "not-trusted"
NOT_ANSWERED = "not-answered"
NOT_KEPT = "datatype-not-kept"
UNCHECKED = frozenset({NOT_COMPILED, NOT_SUPPORTED, NOT_TRUSTED, NOT_ANSWERED, NOT_KEPT})
"""The codes of findings that a shape was not checked."""

NOTHING_CHECKED = Finding(
    "nothing-checked",
    Severity.WARNING,
    None,
    Text(
        "no shape found a focus node in the data: nothing was checked",
        "没有任何形状在数据中找到焦点节点：未检查任何内容",
    ),
    remedy=Text("see whether data and shapes use the same terms", "请确认数据与形状使用相同的术语"),
)

LITERALS_MERGED = Finding(
    "literals-merged",
    Severity.INFO,
    None,
    Text(
        "the endpoint takes literals of one value, such as 1.5 and 1.50, for one term: where they are counted or"
        " compared as terms, or a query reads their text, it cannot know better",
        "该端点把同值字面量（如 1.5 与 1.50）视为同一项：凡按项计数、比较或读取其文本之处，均无法区分",
    ),
    remedy=Text("validate the files from which it was filled", "请校验用于导入该端点的文件"),
)


def undecided(shape: Node) -> Finding:
    """A datatype that the store of the data does not keep, so that nobody can judge it from the store alone."""
    return Finding(
        NOT_KEPT,
        Severity.VIOLATION,
        None,
        Text(
            f"sh:datatype of the shape {shape} was not checked: a store reads derived integer types as xsd:integer",
            f"形状 {shape} 的 sh:datatype 未检查：存储会把派生整数类型读作 xsd:integer",
        ),
        shape=shape,
        remedy=Text("validate the files instead of the loaded graph", "请校验文件本身，而不是已载入的图"),
    )


def not_compiled(shape: Node, error: InputError) -> Finding:
    """A shape that was not checked, since it needs what is not compiled."""
    message = Text(f"not checked: {error.message.en}", f"未检查：{error.message.zh}")
    code = NOT_SUPPORTED if isinstance(error, NotSupportedError) else NOT_COMPILED
    return Finding(code, Severity.VIOLATION, None, message, shape=shape, remedy=error.remedy)


def not_trusted(shape: Node, engine: str, kinds: Iterable[str]) -> Finding:
    """A shape that was not checked, since the engine answers a kind of constraint that it has wrongly."""
    names = ", ".join(kinds)
    why = Text(
        f"{engine} answers this kind of constraint wrongly: {names}", f"{engine} 对此类约束给出错误结果：{names}"
    )
    return not_checked(NOT_TRUSTED, shape, why)


def not_answered(shape: Node, error: EngineError) -> Finding:
    """A shape that was not checked, since a remote engine failed on its query."""
    return not_checked(NOT_ANSWERED, shape, error.message)


def not_checked(code: str, shape: Node, why: Text) -> Finding:
    return Finding(
        code,
        Severity.VIOLATION,
        None,
        Text(f"not checked: {why.en}", f"未检查：{why.zh}"),
        shape=shape,
        remedy=Text("fetch the graph with --download and validate it here", "请用 --download 取回数据后在本地校验"),
    )


class Problems:
    """Collects findings about shapes."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.not_compiled_shapes: list[Node] = []

    def _add(self, code: str, severity: Severity, shape: Node, message: Text, remedy: Text) -> None:
        self.findings.append(Finding(code, severity, None, message, shape=shape, remedy=remedy))

    def not_compiled(self, shape: Node, error: NotCompiledError) -> None:
        """A shape that needs what is not compiled."""
        self.not_compiled_shapes.append(shape)
        self.findings.append(not_compiled(shape, error))

    def boolean_spelling(self, shape: Node, name: str, value: Term) -> None:
        """A boolean written as 1 or 0, which SHACL passes over."""
        self._add(
            "boolean-spelling",
            Severity.WARNING,
            shape,
            Text(
                f"sh:{name} is {value}; SHACL knows only true and false, so it says nothing",
                f"sh:{name} 的值是 {value}；SHACL 只认 true 与 false，因此该声明无效",
            ),
            Text("write true or false", "请写成 true 或 false"),
        )

    def unused(self, shape: Node) -> None:
        """A shape without target that no other shape needs."""
        self._add(
            "unused-shape",
            Severity.WARNING,
            shape,
            Text(f"the shape {shape} has no target and no shape uses it", f"形状 {shape} 没有目标，也未被其他形状引用"),
            Text("give it a target, or remove it", "请为其添加目标，或将其删除"),
        )

    def unknown_terms(self, graph: TripleIndex) -> None:
        """Terms in the namespace of SHACL that SHACL does not have."""
        for subject, predicate, value in graph.triples:
            for term in (predicate, value):
                if not isinstance(term, NamedNode) or not term.value.startswith(SH.base):
                    continue
                name = term.value.removeprefix(SH.base)
                if name and name not in KNOWN and not name.endswith("ConstraintComponent"):
                    message = Text(f"SHACL has no term sh:{name}", f"SHACL 中没有术语 sh:{name}")
                    remedy = Text("correct the spelling, or remove it", "请改正拼写，或将其删除")
                    self._add("unknown-term", Severity.VIOLATION, subject, message, remedy)
