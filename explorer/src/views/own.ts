// Own data: files of the reader, read and checked in the page. Nothing leaves the machine.

import { ask } from "../client";
import { type Child, h } from "../dom";
import { say, told } from "../language";
import { address, here, thing } from "../router";
import type { Finding, Own } from "../protocol";
import type { View } from "../view";
import { forgetTerms } from "./sparql";

const LARGEST = 50_000_000;
const SEVERITIES: Record<string, readonly [string, string]> = {
  violation: ["violation", "违规"],
  warning: ["warning", "警告"],
  info: ["note", "提示"],
};
let faults: { name: string; message: string }[] = [];

/** Reads files that were dropped or chosen, and shows the view. */
export async function take(files: Iterable<File>): Promise<void> {
  faults = [];
  for (const file of files) {
    if (file.size > LARGEST) {
      faults.push({ name: file.name, message: say("larger than 50 MB", "超过 50 MB") });
      continue;
    }
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
      const own = await ask("add", { name: file.name, text });
      if (own.fault !== undefined) faults.push({ name: file.name, message: own.fault });
    } catch {
      faults.push({ name: file.name, message: say("the text is not UTF-8", "文本不是 UTF-8 编码") });
    }
  }
  forgetTerms();
  if (here().view === "own") window.dispatchEvent(new Event("hashchange"));
  else location.hash = address("own");
}

export const own: View = async () => {
  const files = await ask("own", null);
  const chooser = h("input", { type: "file", id: "file", multiple: true, accept: ".ttl,.nt,.rdf,.owl,.xml,.jsonld,.n3", change: (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    void take([...(input.files ?? [])]);
  } });
  const findings = h("div", { id: "findings" });
  return {
    title: say("Own data", "自有数据"),
    content: [
      h("h1", {}, say("Own data", "自有数据")),
      h("p", { class: "lead" }, say(
        "Drop a Turtle file anywhere on this page, or choose one. It is read here, added to the graph, and checked by the rules of the package. Nothing leaves this machine, and nothing is kept when the page is closed.",
        "将 Turtle 文件拖到本页任意位置，或选择文件。文件在本页读取，加入图谱，并按软件包的规则检查。数据不会离开本机，关闭页面后不保留。",
      )),
      h("div", { class: "drop" }, h("label", { for: "file" }, say("Choose files (Turtle, N-Triples, RDF/XML, JSON-LD)", "选择文件（Turtle、N-Triples、RDF/XML、JSON-LD）")), chooser),
      faults.map((fault) => h("div", { class: "fault", role: "alert" }, h("p", {}, h("strong", {}, say(`${fault.name} cannot be read`, `无法读取 ${fault.name}`))), h("pre", { tabindex: 0 }, fault.message))),
      files.length > 0 && h("section", { "aria-labelledby": "files" }, h("h2", { id: "files" }, say("Files", "文件")), files.map(described)),
      files.length > 0 && h("section", { "aria-labelledby": "found" }, h("h2", { id: "found" }, say("What the rules find", "规则检查结果")), findings),
    ],
    after: () => { if (files.length) void check(findings); },
  };
};

function described(file: Own): HTMLElement {
  const remove = h("button", { type: "button", click: async () => {
    await ask("remove", { name: file.name });
    forgetTerms();
    window.dispatchEvent(new Event("hashchange"));
  } }, say("Remove", "移除"));
  const shown = file.things.slice(0, 40);
  return h("article", { class: "file" },
    h("h3", {}, file.name),
    h("p", { class: "quiet" }, say(`${file.triples} statements, ${file.things.length} things with a name `, `${file.triples} 条陈述，${file.things.length} 个具名事物 `), remove),
    h("ul", { class: "lines" }, shown.map((each): Child => h("li", {},
      h("a", { href: thing(each.iri) }, told(each.name)), " ",
      each.alliance && h("a", { class: "button", href: address("compare", "", { a: `${each.iri.replace("https://w3id.org/qontology/id/alliance/", "")},qutac` }) }, say("Compare with others", "与其他联盟比较"))))));
}

async function check(place: HTMLElement): Promise<void> {
  const bar = h("progress", { max: 1, value: 0, "aria-label": say("Checking", "检查中") });
  place.replaceChildren(h("p", { role: "status" }, say("Checking … ", "检查中……"), bar));
  try {
    const found = await ask("validate", null, (share) => { bar.value = share; });
    place.replaceChildren(...report(found));
  } catch (error) {
    place.replaceChildren(h("p", { class: "fault", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

function report(found: Finding[]): HTMLElement[] {
  if (!found.length) return [h("p", { class: "good", role: "status" }, say("✓ The rules find nothing to mend.", "✓ 规则未发现问题。"))];
  const counts = Object.entries(SEVERITIES)
    .map(([severity, text]) => ({ text, number: found.filter((each) => each.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ text, number }) => say(`${number} ${text[0]}${number > 1 ? "s" : ""}`, `${number} 项${text[1]}`));
  return [
    h("p", { role: "status" }, h("strong", {}, counts.join(say(", ", "，")))),
    h("ol", { class: "findings" }, found.map((each) =>
      h("li", { class: each.severity },
        h("p", {}, h("span", { class: "code" }, each.code), " ", h("strong", {}, told(each.message)), " ", h("span", { class: "quiet" }, told(SEVERITIES[each.severity] ?? ["", ""]))),
        h("p", {}, each.node.includes(":") ? h("a", { href: thing(each.node) }, told(each.nodeName)) : told(each.nodeName),
          each.property && [" · ", h("code", {}, each.property)], each.value && [" · ", h("code", {}, each.value)],
          h("span", { class: "quiet" }, each.line > 0 ? ` — ${each.file}:${each.line}` : ` — ${each.file}`)),
        h("p", {}, say("Remedy: ", "处理办法："), told(each.remedy))))),
  ];
}
