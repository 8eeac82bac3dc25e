"""Findings that a shape was not checked, or not in all of its parts, and why; they are part of every report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import EngineError, InputError
from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import Node
from .errors import NotCompiledError, RecursiveShapesError, ShapesError

__all__ = [
    "DOUBTS",
    "FOR_PYSHACL",
    "ILL_FORMED",
    "LITERALS_MERGED",
    "NOTHING_CHECKED",
    "NOT_COMPILED",
    "RECURSIVE",
    "UNCHECKED",
    "counted",
    "failed",
    "not_answered",
    "not_compiled",
    "not_supported",
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

DOUBTS = UNCHECKED | {
    "boolean-spelling",
    "engines-differ",
    "implicit-class-target",
    "literals-merged",
    "missing-shape",
    "not-evaluated",
    "nothing-checked",
    "rules-not-run",
    "undeclared-prefix",
    "unknown-term",
    "unused-shape",
}
"""The codes of all that is said of shapes and engines rather than of data."""

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
    """A number of things with its verb, in English."""
    return f"{number} {noun} is" if number == 1 else f"{number} {noun}s are"
