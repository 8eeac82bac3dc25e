"""What is doubtful in a shapes graph without being an error: findings about the shapes, part of every report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from ..errors import EngineError, InputError
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import SH, Node, Term
from .errors import NotCompiledError, NotSupportedError, RecursiveShapesError, ShapesError
from .triples import TripleIndex
from .vocabulary import CORE_TERMS, EVALUATED, FOREIGN_CONSTRAINTS, FOREIGN_TERMS, SPARQL_TERMS

KNOWN = CORE_TERMS | SPARQL_TERMS | FOREIGN_TERMS

__all__ = [
    "FOR_PYSHACL",
    "ILL_FORMED",
    "LITERALS_MERGED",
    "NOTHING_CHECKED",
    "NOT_COMPILED",
    "RECURSIVE",
    "UNCHECKED",
    "Problems",
    "failed",
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
ILL_FORMED = "ill-formed"
RECURSIVE = "recursive-shapes"
FAILED = "query-failure"
UNCHECKED = frozenset({NOT_COMPILED, NOT_SUPPORTED, NOT_TRUSTED, NOT_ANSWERED, NOT_KEPT, ILL_FORMED, RECURSIVE, FAILED})
"""The codes of findings that a shape was not checked, or not in all of its parts."""

FOR_PYSHACL = frozenset({NOT_COMPILED, RECURSIVE})
"""The codes of those that pySHACL may be able to check."""

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
        failure=True,
    )


def failed(shape: Node) -> Finding:
    """A constraint whose query says by ``?failure`` that it cannot decide (SHACL 5.3.2)."""
    return Finding(
        FAILED,
        Severity.VIOLATION,
        None,
        Text(f"not checked: a query of the shape {shape} signals a failure", f"未检查：形状 {shape} 的查询报告失败"),
        shape=shape,
        remedy=Text("see in the query when it binds ?failure", "请查看查询在何种情况下绑定 ?failure"),
        failure=True,
    )


def not_compiled(shape: Node, error: InputError) -> Finding:
    """A shape, or a part of it, that was not checked, since it is ill-formed or needs what is not compiled."""
    message = Text(f"not checked: {error.message.en}", f"未检查：{error.message.zh}")
    code = NOT_COMPILED
    if isinstance(error, RecursiveShapesError):
        code = RECURSIVE
    elif isinstance(error, ShapesError) and not isinstance(error, NotCompiledError):
        code = ILL_FORMED
    return Finding(code, Severity.VIOLATION, None, message, shape=shape, remedy=error.remedy, failure=True)


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
        failure=True,
    )


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
                f"sh:{name} is {value}; SHACL knows only true and false, so it says nothing",
                f"sh:{name} 的值是 {value}；SHACL 只认 true 与 false，因此该声明无效",
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


def not_supported(feature: str, shapes: Sequence[Node]) -> Finding:
    """A feature beyond SHACL Core and SHACL-SPARQL that shapes ask for; the rest of them is checked."""
    return Finding(
        NOT_SUPPORTED,
        Severity.WARNING,
        None,
        Text(
            f"{feature} is not evaluated; {counted(len(shapes), 'shape')} asking for it, and checked without it",
            f"不对 {feature} 求值；有 {len(shapes)} 个形状用到它，其余部分照常检查",
        ),
        shape=shapes[0],
        remedy=Text("say it in SHACL Core or in SPARQL", "请改用 SHACL Core 或 SPARQL 表达"),
    )


def counted(number: int, noun: str) -> str:
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"
