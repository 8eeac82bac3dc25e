// SPARQL over the same graph: completion, the library as examples, results as table, chart, map and network; Stop ends what takes long.

import { ask, runs, stop, Stopped } from "../client";
import { h } from "../dom";
import { library } from "../embedded";
import { say, told } from "../language";
import { Editor, type Known } from "../parts/editor";
import { views } from "../parts/views";
import { here, replace } from "../router";
import type { Answer } from "../protocol";
import type { View } from "../view";
import { modules } from "./questions";

const FIRST = `# Which alliances name most members?
SELECT ?alliance (COUNT(DISTINCT ?member) AS ?members) WHERE {
  ?alliance a qo:Alliance ;
    qo:hasMembership/qo:member ?member .
}
GROUP BY ?alliance
ORDER BY DESC(?members) ?alliance
LIMIT 12
`;

let terms: Promise<Known[]> | undefined;

export function forgetTerms(): void {
  terms = undefined;
}

export const sparql: View = async ({ values }) => {
  const { questions: all, world } = await library();
  const editor = new Editor(values["q"] ?? FIRST, () => (terms ??= ask("terms", null)), () => void run());
  const result = h("div", { id: "result" });
  const status = h("p", { role: "status", class: "quiet" });
  const start = h("button", { type: "button", class: "main", click: () => void run() }, say("Run", "运行"));
  const end = h("button", { type: "button", id: "stop", disabled: true, click: () => stop() }, say("Stop", "停止"));
  const examples = h("select", { id: "examples" },
    h("option", { value: "" }, say("choose", "请选择")),
    modules(all).map((group) => h("optgroup", { label: group.name }, group.questions.map((each) => h("option", { value: each.id }, told(each.title))))));
  examples.addEventListener("change", () => {
    const found = all.find((each) => each.id === examples.value);
    if (!found) return;
    editor.text = found.body;
    replace({});
    void run();
  });

  const run = async () => {
    if (runs("sparql")) return;
    const before = performance.now();
    const text = editor.text;
    replace({ ...here().values, q: text });
    editor.mark();
    [start.disabled, end.disabled] = [true, false];
    result.replaceChildren();
    status.textContent = say("Running …", "运行中……");
    try {
      const answer = await ask("sparql", { text });
      const seconds = ((performance.now() - before) / 1000).toFixed(2);
      status.textContent = `${sizeOf(answer)} · ${seconds} s`;
      result.replaceChildren(drawn(answer, text));
    } catch (error) {
      if (error instanceof Stopped) status.textContent = say("Stopped.", "已停止。");
      else {
        const message = error instanceof Error ? error.message : String(error);
        const fault = placeOf(message);
        if (fault) editor.mark(fault);
        status.textContent = "";
        result.replaceChildren(h("div", { class: "fault", role: "alert" },
          h("p", {}, h("strong", {}, fault ? say(`The query cannot be read: line ${fault.line}, column ${fault.column}`, `查询无法读取：第 ${fault.line} 行，第 ${fault.column} 列`) : say("The query cannot be answered", "查询无法执行"))),
          h("p", {}, await reasonOf(text, message))));
      }
    } finally {
      [start.disabled, end.disabled] = [false, true];
    }
  };

  const drawn = (answer: Answer, text: string): HTMLElement => {
    if (answer.kind === "truth") return h("p", { class: "truth" }, answer.value ? say("yes", "是") : say("no", "否"));
    const change = (chosen: Record<string, string>) => replace({ ...here().values, ...chosen });
    return views(answer, { name: "answer", title: titleOf(text), world, values: here().values, change });
  };

  return {
    title: "SPARQL",
    broad: true,
    content: [
      h("h1", {}, "SPARQL"),
      h("p", { class: "quiet" }, say(
        "The prefixes of the project need no declaration. Terms are completed by name and by label, in English and Chinese. Ctrl+Enter runs the query.",
        "项目的前缀无需声明。术语可按名称或中英文标签补全。按 Ctrl+Enter 运行。",
      )),
      h("p", { class: "field" }, h("label", { for: "examples" }, say("Questions as examples", "以问题为例")), examples),
      editor.element,
      h("p", { class: "actions" }, start, end),
      status,
      result,
    ],
    after: () => void run(),
  };
};

/** The comment with which a query begins is its title. */
function titleOf(text: string): string {
  return /^\s*#\s*([^\n]+)/.exec(text)?.[1]?.trim() || say("Answer", "结果");
}

function sizeOf(answer: Answer): string {
  if (answer.kind === "truth") return "ASK";
  if (answer.kind === "table") return say(`${answer.rows.length} rows`, `${answer.rows.length} 行`);
  return say(`${answer.triples.length} triples`, `${answer.triples.length} 条三元组`);
}

/** The place that a message of the engine names: “error at 3:5”. */
export function placeOf(message: string): { line: number; column: number; message: string } | undefined {
  const found = /(?:at|line)\s+(\d+)(?::|,\s*column\s+)(\d+)/i.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]), message } : undefined;
}

/** What is wrong, in words of the reader where it is known, else in those of the engine without its classes of signs. */
async function reasonOf(text: string, message: string): Promise<string> {
  const bare = text.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, " ");
  if (!/\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.test(bare)) {
    return say("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE; the graph is not changed here.", "查询须以 SELECT、ASK、CONSTRUCT 或 DESCRIBE 开头；此处不修改图谱。");
  }
  if (/\bSERVICE\b/i.test(bare)) return say("Another service cannot be asked: nothing leaves this page.", "不能查询其他服务：本页不对外发送任何内容。");
  const { prefixes } = await library();
  const own = new Set([...text.matchAll(/\bPREFIX\s+([\w.-]*):/gi)].map((found) => found[1]));
  const used = [...bare.matchAll(/(?<![\w:?$-])([A-Za-z][\w-]*):[\w]/g)].map((found) => found[1] ?? "");
  const missing = used.find((name) => !own.has(name) && !(name in prefixes));
  if (missing !== undefined) return say(`No prefix ${missing}: is declared.`, `未声明前缀 ${missing}:。`);
  const plain = message.replace(/^error at \d+:\d+: /, "").replace(/,? ?\[[^\]]*\](?: \|)?/g, "").replace(/\s+/g, " ").trim();
  return /^expected( one of)?$/.test(plain) ? say("Something is missing or too much here.", "此处缺少或多出内容。") : plain;
}
