"""Texts: what the views across all alliances say, in both languages."""

from __future__ import annotations

from ..language import Text

__all__ = ["VIEW_TEXTS"]

VIEW_TEXTS = {
    "compare_title": Text("Alliances side by side", "联盟比较"),
    "add_alliance": Text("Add an alliance", "添加联盟"),
    "choose": Text("choose …", "请选择……"),
    "all_time": Text("today", "目前"),
    "rows_shown": Text("Rows", "显示行"),
    "rows_differ": Text("that differ", "有差异的"),
    "rows_agree": Text("that agree, at least in part", "全部或部分相同的"),
    "rows_known": Text("of which something is known", "有已知内容的"),
    "dimensions": Text("Dimensions", "维度"),
    "shared": Text("another of these alliances has it too", "所比较的其他联盟也有"),
    "rival": Text("another source says: ", "另有来源称："),
    "state_open": Text("the source leaves its list open", "来源未列尽"),
    "state_closed": Text("the list is complete", "来源所列完整"),
    "perhaps_later": Text("perhaps later", "可能更晚"),
    "founded_later": Text("Founded later: {names}", "成立更晚：{names}"),
    "remove": Text("Leave out {name}", "移除{name}"),
    "lead_compare": Text(
        "The alliances that the comparative study sets side by side, with all that other sources add since.",
        "比较研究所并列的各家联盟，并补充其后其他来源的内容。",
    ),
    "lead_map": Text(
        "Where the alliances are at home: a circle for each country, the larger the more. Circles that would lie on"
        " each other are moved apart. Grey dots are land; no borders are drawn.",
        "联盟所在国家：每个圆代表一个国家，越大表示联盟越多；会重叠的圆略作移开。灰点为陆地，不画国界。",
    ),
    "no_country": Text("Without a country: {names}", "未注明国家：{names}"),
    "country": Text("Country", "国家"),
    "lead_timeline": Text(
        "Foundings, announcements, reports and events by year. A date is as precise as its source.",
        "按年列出成立、宣布、报告与活动。日期精度与来源一致。",
    ),
    "per_year": Text("Foundings and other events of alliances, by year", "各年联盟成立及其他事件数"),
    "founded_until": Text("Founded until", "成立不晚于"),
    "from_year": Text("From", "自"),
    "to_year": Text("To", "至"),
    "play": Text("Play the years", "逐年播放"),
    "stop": Text("Stop", "停止"),
    "map_title": Text("Alliances of the quantum industry by country", "各国量子产业联盟数"),
    "map_told": Text("{m} alliances; {n} more have no known year of founding", "{m} 家联盟；另有 {n} 家成立年份未知"),
    "times_told": Text("{m} of {n} dated", "{m} 项，共 {n} 项有日期"),
    "themes_title": Text("Themes of alliances: goals + bodies and initiatives", "联盟主题：目标数 + 内设机构与举措数"),
    "technologies_title": Text(
        "Technologies of alliances: goals + bodies and initiatives", "联盟技术：目标数 + 内设机构与举措数"
    ),
    "seats_title": Text("Organizations in several alliances, and their roles", "见于多个联盟的组织及其角色"),
    "foundings": Text("foundings", "成立"),
    "other_events": Text("other events", "其他事件"),
    "lead_themes": Text(
        "How many goals, bodies and initiatives of the alliances of the study serve a theme: goals + bodies and"
        " initiatives. Below, all alliances that name it.",
        "研究所比较的各联盟有多少目标、内设机构与举措服务于某一主题：目标数 + 内设机构与举措数。"
        "其下列出提及该主题的全部联盟。",
    ),
    "lead_technologies": Text(
        "With which technologies the goals, bodies and initiatives of the alliances of the study deal. Below, all"
        " alliances that name them.",
        "研究所比较的各联盟的目标、内设机构与举措涉及哪些技术。其下列出提及该技术的全部联盟。",
    ),
    "lists_differ": Text(
        "Sources list with different care, so that small differences mean little.",
        "各来源详略不一，细小差异意义不大。",
    ),
    "lead_members": Text(
        "What sources count, and when. A number holds for its own time; numbers of different times must not be set"
        " side by side.",
        "来源所计数量及其时点。数量只在其时点成立，不同时点的数量不可并列比较。",
    ),
    "over_time": Text("Over time", "随时间变化"),
    "lead_seats": Text(
        "Organizations that sources name in more than one alliance, and in which role. Most members of most alliances"
        " are not named.",
        "来源所载见于多个联盟的组织及其角色。多数联盟的多数成员并未列名。",
    ),
    "lead_network": Text(
        "Alliances that have organizations in common, as far as sources name them; those of one country stand side by"
        " side, and a broader line is more organizations. Each name leads on to the neighbours of that alliance.",
        "有共同组织的联盟（以来源列名者为限）：同一国家的联盟相邻排列，线越粗，共有的组织越多。点击名称可查看该联盟的相邻联盟。",
    ),
    "network_title": Text("Organizations that alliances have in common", "联盟之间共有的组织"),
    "network_told": Text("{m} alliances share organizations with it", "{m} 家联盟与其有共同组织"),
    "network_pairs": Text("Each two, and what they share", "两两之间共有的组织"),
    "network_cut": Text(
        "Only those with most in common are shown; the question has all.", "仅列共有组织最多者，全部结果见该问题。"
    ),
    "shared_organizations": Text("Organizations in both", "共有的组织"),
    "near_title": Text("Who has organizations in common with {name}", "与{name}有共同组织的联盟"),
    "seats_cut": Text(
        "Only the organizations of most alliances are shown, and the alliances of most of them; the question has all.",
        "仅列出涉及联盟最多的组织及相应的主要联盟，全部结果见该问题。",
    ),
    "named_by": Text("All alliances that name it", "提及它的全部联盟"),
    "member": Text("member", "成员"),
    "no_number": Text("No source counts the members of {n} more: ", "另有{n}家联盟未见来源计数："),
}
"""By the name that templates use."""
