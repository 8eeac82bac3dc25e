"""The example notebooks, one in each language: their cells, and a run of them in one kernel.

``python tools/notebooks.py`` runs them and writes docs/examples/; a test compares what it would write with what is
checked in.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qontology.language import Language, Text

__all__ = ["NOTEBOOKS", "executed"]

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS: dict[Language, Path] = {
    "en": ROOT / "docs/examples/alliances.ipynb",
    "zh": ROOT / "docs/examples/alliances.zh.ipynb",
}

# What is written is in both languages; what is typed has {language} and {both} of texts in braces of their own.
CELLS: tuple[Text | str, ...] = (
    Text(
        "# Quantum industry alliances in a notebook\n\n"
        "Everything here runs offline. It needs a notebook and some extras; in the root of a checkout:"
        " `python -m pip install -e '.[excel,networkx,plot,polars]' notebook`.",
        "# 在笔记本中比较量子产业联盟\n\n"
        "全部离线运行。需要 Jupyter 笔记本和几个可选扩展，在检出的根目录下安装："
        "`python -m pip install -e '.[excel,networkx,plot,polars]' notebook`。",
    ),
    "import qontology as q\n\ngraph = q.load()\ngraph",
    Text(
        "## One thing\n\nAll that is known of it, each statement with the passages that vouch for it. Names are"
        " found in both languages, acronyms too.",
        "## 某一事物\n\n列出全部已知内容，每条陈述均附出处。中英文名称和缩写都可用来查找。",
    ),
    'from qontology.telling.describe import describe\n\ndescribe(graph, graph.find("Infineon"), "LANGUAGE")',
    Text(
        "## A question of the library\n\n`qontology query --list` has them all. A table shows itself; a parameter is a"
        " name in either language.",
        "## 查询库中的问题\n\n`qontology query --list` 列出全部问题。表格自动显示；参数可用任一语言的名称。",
    ),
    'graph.query("structure/members-by-sector", sector="finance", language="LANGUAGE")',
    'graph.query("core/places", alliance="量子技术与应用联盟", language="LANGUAGE")',
    Text(
        "## SPARQL of your own\n\nThe prefixes of the project need no declaration.",
        "## 自写的 SPARQL\n\n本项目的前缀无需声明。",
    ),
    'graph.select("""\n'
    "SELECT ?alliance (COUNT(?goal) AS ?goals) WHERE { ?study qo:compares ?alliance . ?alliance qo:hasGoal ?goal }\n"
    "GROUP BY ?alliance ORDER BY DESC(?goals) ?alliance\n"
    '""")',
    Text(
        "## Side by side\n\nThe answer first, then the table, then what it rests on.",
        "## 并列比较\n\n先给出结论，再列表格，最后是依据。",
    ),
    "from qontology.analysis import compare\n\n"
    'compare(graph, "QUTAC", "QIC", dimensions=["formation"], sources=True, language="LANGUAGE")',
    Text(
        "## Data frames\n\nWhich themes do the goals of the alliances of the study name most often?",
        "## 数据框\n\n研究所比较的各联盟，其目标最常提出哪些主题？",
    ),
    "import polars\n\n"
    'themes = graph.query("compare/theme-matrix", language="LANGUAGE").to_polars()\n'
    'themes.group_by("name").agg(polars.col("number").sum()).sort("number", "name", descending=[True, False]).head(5)',
    Text(
        "## Graphs\n\nWhich organizations have a role in three alliances or more?",
        "## 图\n\n哪些组织在三个以上联盟中担任角色？",
    ),
    'roles = graph.query("core/organization-roles").to_networkx("organization", "alliance")\n'
    '[graph.label(graph.find(node), "LANGUAGE") for node in roles if len(set(roles.successors(node))) > 2]',
    Text("## Files\n\nFor Excel and for other programs.", "## 文件\n\n供 Excel 及其他软件使用。"),
    "import tempfile\n"
    "from pathlib import Path\n\n"
    'table = graph.query("structure/counts", language="LANGUAGE")\n'
    "with tempfile.TemporaryDirectory() as folder:\n"
    '    Path(folder, "counts.parquet").write_bytes(table.to_parquet())\n'
    '    Path(folder, "counts.xlsx").write_bytes(table.to_xlsx())\n'
    "    print(*sorted(path.name for path in Path(folder).iterdir()))",
    Text(
        "## Your own data\n\nA file of your own is validated, and read beside what is shipped.",
        "## 自己的数据\n\n自己的文件可先校验，再与随附数据一并读取。",
    ),
    'mine = Path(q.__file__).parent.parent / "docs/examples/my-alliance.ttl"\n'
    "len(q.validate(mine).findings), len(q.load(mine)) - len(graph)",
    Text(
        "## Pictures\n\n`qontology report -o FOLDER` writes all of them, with tables and sources, as pages, slides and"
        " a workbook.",
        "## 图片\n\n`qontology report -o 文件夹` 输出全部图片，连同表格和出处，形式有网页、幻灯片和工作簿。",
    ),
    "from IPython.display import SVG\n\n"
    "from qontology.report import Study\n\n"
    'SVG(Study(graph, "LANGUAGE").pictures["bodies"].svg)',
)


def executed() -> dict[Language, str]:
    """The text of each notebook after a run from the top, without what tells when and by which Python it ran."""
    from nbclient import NotebookClient

    languages = tuple(NOTEBOOKS)
    # One kernel runs both: what is loaded for one is there for the other.
    both = maker().new_notebook(cells=[cell for language in languages for cell in cells(language)])
    NotebookClient(both, kernel_name="python3", timeout=300, record_timing=False).execute(cwd=str(ROOT))
    each = len(CELLS)
    return {
        language: written(both.cells[number * each : (number + 1) * each]) for number, language in enumerate(languages)
    }


def maker() -> Any:
    """What makes notebooks and cells of the format in use."""
    import nbformat

    return nbformat.v4


def cells(language: Language) -> list[Any]:
    """The cells of a notebook before its run."""
    make = maker()
    return [
        make.new_markdown_cell(cell.say(language))
        if isinstance(cell, Text)
        else make.new_code_cell(cell.replace("LANGUAGE", language))
        for cell in CELLS
    ]


def written(found: list[Any]) -> str:
    """The text of a notebook of these cells, counted from one, and named by their place."""
    counted = 0
    for number, cell in enumerate(found, 1):
        cell.id = f"cell-{number:02}"
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = counted
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    notebook = {"cells": found, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for tongue, text in executed().items():
        NOTEBOOKS[tongue].write_text(text, encoding="utf-8")
