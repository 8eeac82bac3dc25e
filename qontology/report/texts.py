"""Texts: what every page says, whatever the graph holds."""

from __future__ import annotations

from .. import __version__
from ..language import Text

TITLE = Text("Quantum industry alliances compared", "量子产业联盟比较报告")
ABOUT = Text(
    "Every sentence, table and picture is made from the answer of a question to the knowledge graph; the name of the"
    " question stands below the title. Numbers lead to the passages on which a row rests. Unknown means that no source"
    " in the graph tells, not that there is nothing: sources seldom tell all.",
    "每句结论、每张表、每幅图均由对知识图谱的查询结果生成，查询名列于标题之下。编号指向所依据的出处。"
    "“未知”表示图谱所收来源均未提及，并不表示实际没有：来源很少穷尽所有内容。",
)
ALLIANCES = Text("Alliances", "涉及联盟")
AS_OF = Text("As of", "时点")
DATE = Text("Date of the data", "数据日期")
RESTS_ON = Text("Rests on", "依据")
LICENCE = Text("Licence", "许可")
CITE = Text("Cite as", "引用格式")
CC = Text(
    "data and text of Qontology: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
    "Qontology的数据与文字：CC BY 4.0（https://creativecommons.org/licenses/by/4.0/）",
)
LATER = Text("Founded later, and left out", "成立更晚，未列入")
FINDINGS = Text("Findings", "主要结论")
STUDY = Text("The tables of the study", "研究中的表格")
COMPARISONS = Text("Comparisons", "比较")
NOTES = Text("Sources", "出处")
SOURCES = Text("sources", "出处")
SOURCE = Text("Sources: ", "来源：")
QUERY = Text("query", "查询")
OTHER = Text("中文", "English")
FIGURE = Text("Figure {number}", "图{number}")
MADE = Text(f"Made by qontology {__version__}.", f"由 qontology {__version__} 生成。")
