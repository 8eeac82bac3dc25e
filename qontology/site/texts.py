"""Texts: what the pages of a site say, in both languages."""

from __future__ import annotations

from types import SimpleNamespace

from ..language import Language, Text
from .view_texts import VIEW_TEXTS

__all__ = ["KINDS", "TEXTS", "VIEWS", "in_language"]

VIEWS = {
    "compare": Text("Compare", "比较"),
    "map": Text("Map", "地图"),
    "timeline": Text("Timeline", "时间线"),
    "themes": Text("Themes", "主题"),
    "technologies": Text("Technologies", "技术"),
    "members": Text("Members", "成员数量"),
    "seats": Text("Who sits where", "组织与席位"),
    "network": Text("Network", "关系网络"),
}
"""The views across all alliances, by the name of their page."""

KINDS = {
    "alliances": Text("Alliances", "联盟"),
    "organizations": Text("Organizations", "组织"),
    "people": Text("People", "人员"),
    "bodies": Text("Bodies", "内设机构"),
    "sources": Text("Sources", "来源"),
    "others": Text("Places, goals, events and more", "地点、目标、事件等"),
    "concepts": Text("Concepts", "概念"),
    "terms": Text("Terms", "术语"),
    "shapes": Text("Rules for data", "数据规则"),
    "questions": Text("Questions", "问题"),
}
"""What things are listed on a page each, by its name."""

TEXTS = {
    **VIEW_TEXTS,
    "name": Text("Qontology", "Qontology"),
    "subtitle": Text("Alliances of the quantum industry", "量子产业联盟知识图谱"),
    "about": Text(
        "How the alliances of the quantum industry came about, what they aim at, how they are organised, what they do,"
        " and on what evidence this is known.",
        "量子产业联盟如何成立、以什么为目标、怎样组织、做了什么，以及这些信息的依据。",
    ),
    "skip": Text("Skip to the content", "跳到正文"),
    "other_language": Text("中文", "English"),
    "views": Text("Views", "视图"),
    "look_up": Text("Look up", "查阅"),
    "menu": Text("Menu", "菜单"),
    "explorer": Text("Explorer", "探索"),
    "search": Text("Search", "搜索"),
    "search_hint": Text("Name, acronym or 中文", "名称、缩写或英文"),
    "search_found": Text("{n} found", "找到 {n} 项"),
    "search_none": Text("Nothing has this name", "没有此名称"),
    "search_script": Text(
        "The search runs in this page and needs JavaScript; the lists of all things need none.",
        "搜索在本页内运行，需要 JavaScript；各类列表则不需要。",
    ),
    "findings": Text("Three findings", "三点结论"),
    "what_there_is": Text("What there is", "内容一览"),
    "ways_in": Text("Ways in", "从这里开始"),
    "sources": Text("Sources", "来源"),
    "evidence": Text("Evidence", "依据"),
    "facts": Text("What is known", "已知情况"),
    "referred": Text("Where it is named", "见于"),
    "claims": Text("What is claimed of it", "有关论断"),
    "history": Text("History", "历程"),
    "downloads": Text("Data of this page", "本页数据"),
    "class_tree": Text("Classes, from general to special", "类的层级"),
    "cite": Text("How to cite", "引用方式"),
    "cite_as": Text(
        "The editors of Qontology. “{name}”. Qontology {version}. {iri}. CC BY 4.0.",
        "Qontology 编者：《{name}》，Qontology {version}，{iri}，CC BY 4.0。",
    ),
    "copy": Text("Copy", "复制"),
    "copied": Text("Copied", "已复制"),
    "identifier": Text("Identifier", "标识符"),
    "nothing": Text("Nothing is recorded yet.", "尚无记录。"),
    "unknown_note": Text(
        "What no source tells is left out here, which does not mean that there is nothing.",
        "来源未提及的内容不在此列，不等于不存在。",
    ),
    "also": Text("also called", "又称"),
    "more": Text("{n} more in the data of this page", "其余 {n} 项见本页数据"),
    "pages": Text("Pages", "分页"),
    "within": Text("Search in this table", "表内搜索"),
    "all": Text("all", "全部"),
    "sort_by": Text("Sort by {name}", "按“{name}”排序"),
    "csv_title": Text("All rows of what is shown, as CSV", "当前所示内容的全部行（CSV）"),
    "xlsx_title": Text("All rows of what is shown, as an Excel workbook", "当前所示内容的全部行（Excel 工作簿）"),
    "rows_met": Text("{m} of {n} rows", "{m} 行，共 {n} 行"),
    "rows_failed": Text("The rest of this table could not be read.", "无法读取该表的其余部分。"),
    "definition": Text("Definition", "定义"),
    "from_data": Text("From the data", "数据实例"),
    "in_all": Text("{n} in all", "共 {n} 项"),
    "relations": Text("Relations", "关系"),
    "shapes_of": Text("Rules that mention it", "涉及的规则"),
    "questions_of": Text("Questions that use it", "用到它的问题"),
    "alignments": Text("In the vocabularies of others", "与其他词表的对应"),
    "picture": Text("Its neighbourhood", "周边关系"),
    "passages": Text("Passages, and what rests on them", "出处及其支撑的内容"),
    "rests": Text("{n} statements rest on it", "支撑 {n} 条陈述"),
    "message": Text("What is wrong", "问题所在"),
    "remedy": Text("What to do", "处理办法"),
    "severity": Text("Severity", "严重程度"),
    "good": Text("Data that keep the rule", "符合规则的数据"),
    "bad": Text("Data that break it", "违反规则的数据"),
    "rule_in_shacl": Text("The rule in SHACL", "SHACL 形式"),
    "answer": Text("Answer", "答案"),
    "answer_rows": Text("{n} rows", "{n} 行"),
    "credit": Text("Source: Qontology {version}, CC BY 4.0", "来源：Qontology {version}，CC BY 4.0"),
    "credit_read": Text("sources read until {date}", "来源查阅至 {date}"),
    "take": Text("Take along", "下载"),
    "data": Text("Data (CSV)", "数据（CSV）"),
    "first_rows": Text(
        "The first {m} of {n} rows; the CSV file has all.", "仅列前 {m} 行，共 {n} 行；CSV 文件含全部。"
    ),
    "no_rows": Text("The data say nothing about this.", "数据中没有相应内容。"),
    "ask_elsewhere": Text("Ask it with other values", "换用其他取值"),
    "ask_why": Text(
        "For these values the graph itself has to be asked, which a page without a server cannot do; the line below"
        " does it.",
        "以下参数须查询图谱本身，无服务器的页面无法完成；可运行下面的命令。",
    ),
    "shown_as": Text("In the explorer", "在单文件浏览器中显示为"),
    "as_chart": Text("chart", "图表"),
    "as_map": Text("map", "地图"),
    "as_network": Text("network", "关系图"),
    "run_explorer": Text("Run it in the explorer", "在单文件浏览器中运行"),
    "yes": Text("yes", "是"),
    "no": Text("no", "否"),
    "a_date": Text("a year, month or day", "年、年月或日期"),
    "a_text": Text("a text", "文本"),
    "a_thing": Text("anything that has a name", "任何有名称的事物"),
    "optional": Text("may be left out", "可省略"),
    "needed": Text("here {value}", "此处为 {value}"),
    "no_answer": Text(
        "This is not a question but a rule: it makes statements out of others.",
        "这不是问题，而是规则：由已有陈述生成新陈述。",
    ),
    "covers": Text("Terms", "涉及术语"),
    "attribute": Text("Attribute", "属性"),
    "difference": Text("Difference", "异同"),
    "signs": Text("How to read the signs", "标记说明"),
    "same": Text("the same", "相同"),
    "in_part": Text("the same in part", "部分相同"),
    "apart": Text("nothing in common", "没有共同之处"),
    "confirmed": Text("Last confirmed", "最近证实"),
    "conflicts": Text("Where sources differ", "各来源说法不一之处"),
    "differing": Text("Accounts that differ", "说法不一处数"),
    "followed": Text("The graph follows", "图谱采纳"),
    "other_account": Text("Another account", "其他说法"),
    "both_right": Text("Both can be right", "能否并存"),
    "about_matter": Text("About", "事项"),
    "written": Text("written", "写作"),
    "all_of": Text("All {n}", "全部 {n} 项"),
    "theme": Text("Theme", "主题"),
    "technology": Text("Technology", "技术"),
    "organization": Text("Organization", "组织"),
    "alliance": Text("Alliance", "联盟"),
    "founded": Text("Founded", "成立时间"),
    "state": Text("Status", "状态"),
    "size": Text("Size", "规模"),
    "mode": Text("Formation mode", "组建模式"),
    "counted": Text("Counted", "计数对象"),
    "number": Text("Number", "数量"),
    "as_of": Text("As of", "截至"),
    "question": Text("Question", "问题"),
    "module": Text("Module", "模块"),
    "kind": Text("Kind", "类别"),
    "other_name": Text("In Chinese", "英文名称"),
    "publisher": Text("Publisher", "发布者"),
    "title": Text("Name", "名称"),
    "date": Text("Date", "日期"),
    "fewer": Text("fewer", "少"),
    "more_of": Text("more", "多"),
    "home": Text("Start", "首页"),
    "about_page": Text("About these pages", "关于本站"),
    "footer": Text(
        "Made by Qontology {version}, offline, from facts with their evidence. Data: CC BY 4.0.",
        "由 Qontology {version} 离线生成，每项事实均附依据。数据许可：CC BY 4.0。",
    ),
    "about_evidence": Text(
        "Each statement leads to the passages on which it rests. What the editors infer is marked as theirs, with the"
        " reason; where sources differ, both are told.",
        "每条陈述都可追溯到所依据的出处。编者推断的内容均注明并附理由；来源不一致时，两者并列。",
    ),
    "about_private": Text(
        "These pages load nothing from elsewhere and send nothing anywhere: they work from a disk, without a server.",
        "本站页面不加载任何外部资源，也不发送任何信息，可直接从磁盘打开，无需服务器。",
    ),
    "about_files": Text(
        "All of it in one file; each page has its own beside it, in Turtle, JSON-LD and CSV. From the command line:",
        "以上为全部数据；每页旁另附本页的 Turtle、JSON-LD 与 CSV 数据。也可用命令行导出：",
    ),
    "find": Text("Find a name", "按标识符查找"),
    "find_hint": Text(
        "Passages, tasks and statements are told of on the page of the thing that they belong to.",
        "出处、任务与陈述载于其所属事物的页面。",
    ),
    "find_none": Text("There is no such name here.", "此处没有该标识符。"),
    "whole_graph": Text("All of it in one file", "全部数据下载"),
    "files": Text("Files of the data", "数据文件"),
    "colon": Text(": ", "："),
    "comma": Text(", ", "、"),
    "unknown": Text("unknown", "未知"),
}
"""Everything else, by the name that templates use; what only views say, comes from there."""


def in_language(language: Language) -> SimpleNamespace:
    """All texts in one language, by their names.

    >>> in_language("zh").search, in_language("en").views["map"]
    ('搜索', 'Map')
    """
    said = {name: text.say(language) for name, text in TEXTS.items()}
    groups = {"views": VIEWS, "kinds": KINDS}
    grouped = {group: {name: text.say(language) for name, text in found.items()} for group, found in groups.items()}
    return SimpleNamespace(**said | {"view_heading": said["views"]} | grouped)
