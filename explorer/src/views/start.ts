// The start: what there is, and ways in.

import { ask } from "../client";
import { h } from "../dom";
import { counted, language, say, told } from "../language";
import { address, thing } from "../router";
import type { Text } from "../protocol";
import type { View } from "../view";

const KINDS: Record<string, Text> = {
  Alliance: ["alliances", "联盟"], Organization: ["organizations", "组织"], Person: ["people", "人员"], Body: ["bodies", "内设机构"],
  Goal: ["goals", "建设目标"], Initiative: ["initiatives", "举措"], Event: ["events", "事件"], Membership: ["memberships", "成员关系"],
  Claim: ["claims", "论断"], Source: ["sources", "来源"], Passage: ["passages", "出处"], Place: ["places", "地点"],
};

export const start: View = async () => {
  const { kinds, alliances, triples } = await ask("overview", null);
  const numbers = Object.entries(KINDS).flatMap(([name, text]) =>
    kinds.filter((kind) => kind.iri.endsWith(`#${name}`)).map(({ number }) => ({ name, text, number })),
  );
  const order = new Intl.Collator(language() === "zh" ? "zh-CN" : "en");
  const named = alliances.map((each) => ({ ...each, label: told(each.name) })).sort((one, other) => order.compare(one.label, other.label));
  const ways = [
    ["compare", say("Compare", "比较"), say("Alliances side by side, with the sources of each cell.", "并排比较各联盟，每格均附依据。")],
    ["questions", say("Questions", "问题"), say("The whole library of questions, with values of your choice.", "完整的问题库，可自选参数。")],
    ["sparql", "SPARQL", say("Ask in your own words of SPARQL, with completion in both languages.", "自行编写 SPARQL 查询，支持中英文补全。")],
    ["own", say("Own data", "自有数据"), say("Add a Turtle file, see what the rules find, compare it.", "加入 Turtle 文件，查看规则检查结果，并与其他联盟比较。")],
  ] as const;
  return {
    title: say("Start", "首页"),
    content: [
      h("header", { class: "hero" },
        h("h1", {}, say("Alliances of the quantum industry", "量子产业联盟知识图谱")),
        h("p", { class: "lead" }, say(
          "How the alliances of the quantum industry came about, what they aim at, how they are organised, what they do, and on what evidence this is known. All of it is in this one file.",
          "量子产业联盟如何成立、以什么为目标、怎样组织、做了什么，以及这些信息的依据。全部内容都在这一个文件中。",
        ))),
      h("section", { "aria-labelledby": "there" },
        h("h2", { id: "there" }, say("What there is", "内容一览")),
        h("ul", { class: "numbers" }, numbers.map((kind) =>
          h("li", {}, h("a", { href: address("list", `qo:${kind.name}`) }, h("strong", {}, counted(kind.number)), " ", h("span", {}, told(kind.text)))))),
        h("p", { class: "quiet" }, say(`${counted(triples)} statements in all.`, `共 ${counted(triples)} 条陈述。`))),
      h("section", { "aria-labelledby": "ways" },
        h("h2", { id: "ways" }, say("Ways in", "从这里开始")),
        h("ul", { class: "ways" }, ways.map(([view, name, about]) => h("li", {}, h("a", { href: address(view) }, h("strong", {}, name), h("span", {}, about)))))),
      h("section", { "aria-labelledby": "alliances" },
        h("h2", { id: "alliances" }, say("Alliances", "联盟")),
        h("ul", { class: "alliances" }, named.map((each) => h("li", {}, h("a", { href: thing(each.iri) }, each.label), told(each.short) !== each.label && h("span", { class: "quiet" }, ` ${told(each.short)}`))))),
    ],
  };
};
