"""Texts: what every page says, whatever the graph holds."""

from __future__ import annotations

from .. import __version__
from ..language import Text

TITLE = Text("Quantum industry alliances compared", "量子产业联盟比较报告")
ABOUT = Text(
    "Every table and every picture is the answer of a question to the knowledge graph; the name of the question"
    " stands below the title. Numbers in the last column lead to the passages on which a row rests. A dash says"
    " that the graph knows of nothing, not that there is nothing: sources seldom tell all.",
    "每张表、每幅图都是对知识图谱的查询结果，查询名列于标题之下。末栏的编号指向该行所依据的出处。"
    "横线表示图谱中没有记载，并不表示实际没有：来源很少穷尽所有内容。",
)
STUDY = Text("The tables of the study", "研究中的表格")
COMPARISONS = Text("Comparisons", "比较")
NOTES = Text("Sources", "出处")
SOURCES = Text("sources", "出处")
QUERY = Text("query", "查询")
OTHER = Text("中文", "English")
MADE = Text(f"Made by qontology {__version__}.", f"由 qontology {__version__} 生成。")
