// The page: its head, and the view that the address names.

import { runs, started, stop, ask } from "./client";
import { h, s } from "./dom";
import { language, say, speak } from "./language";
import { address, here, thing as link } from "./router";
import type { View } from "./view";
import { compare } from "./views/compare";
import { licences } from "./views/licences";
import { list } from "./views/list";
import { own, take } from "./views/own";
import { question, questions } from "./views/questions";
import { sparql } from "./views/sparql";
import { start } from "./views/start";
import { thing } from "./views/thing";

const VIEWS: Record<string, View> = { start, compare, questions, question, thing, list, sparql, own, licences };
const MENU = [
  ["compare", "Compare", "比较"],
  ["questions", "Questions", "问题"],
  ["sparql", "SPARQL", "SPARQL"],
  ["own", "Own data", "自有数据"],
] as const;
const PARENTS: Record<string, string> = { question: "questions" };

let drawing = 0;

async function draw(): Promise<void> {
  const place = here();
  const number = ++drawing;
  if (runs("sparql")) stop();
  speak(place.language);
  document.body.replaceChildren(...frame(place.view));
  const main = document.getElementById("main") as HTMLElement;
  try {
    const shown = await (VIEWS[place.view] ?? start)(place);
    if (number !== drawing) return;
    document.title = `${shown.title} · Qontology`;
    main.classList.toggle("broad", shown.broad ?? false);
    main.replaceChildren();
    for (const child of shown.content.flat(9)) {
      if (child !== null && child !== undefined && child !== false) main.append(typeof child === "number" ? String(child) : (child as Node | string));
    }
    main.removeAttribute("aria-busy");
    document.documentElement.dataset["ready"] = location.hash;
    shown.after?.();
  } catch (error) {
    if (number !== drawing) return;
    const message = error instanceof Error ? error.message : String(error);
    main.removeAttribute("aria-busy");
    main.replaceChildren(h("div", { class: "fault", role: "alert" }, h("h1", {}, say("This view cannot be shown", "无法显示该视图")), h("pre", { tabindex: 0 }, message)));
  }
}

function frame(view: string): Node[] {
  const place = here();
  const other = language() === "en" ? "zh" : "en";
  const current = PARENTS[view] ?? view;
  return [
    h("a", { class: "skip", href: "#main", click: (event: Event) => { event.preventDefault(); document.getElementById("main")?.focus(); } }, say("Skip to the content", "跳到正文")),
    h("header", { class: "top" },
      h("div", { class: "bar" },
        h("a", { class: "brand", href: address("start") }, mark(), "Qontology"),
        search(),
        h("a", { class: "language", id: "language", lang: other === "zh" ? "zh-CN" : "en", hreflang: other === "zh" ? "zh-CN" : "en", href: address(place.view, place.rest, place.values, other) }, other === "zh" ? "中文" : "English")),
      h("nav", { "aria-label": say("Menu", "菜单") }, h("ul", {}, MENU.map(([name, en, zh]) =>
        h("li", {}, h("a", { href: address(name), ...(current === name ? { "aria-current": "page" } : {}) }, say(en, zh))))))),
    h("main", { id: "main", tabindex: -1, "aria-busy": "true" }, h("p", { class: "quiet", role: "status" }, say("Reading the graph …", "正在读取图谱……"))),
    h("footer", {}, h("p", {}, say(
      `Qontology ${document.documentElement.dataset["version"] ?? ""}: one file that loads nothing from elsewhere and sends nothing anywhere. Data: CC BY 4.0.`,
      `Qontology ${document.documentElement.dataset["version"] ?? ""}：单一文件，不加载外部资源，不发送任何信息。数据许可：CC BY 4.0。`,
    ), " ", h("a", { href: address("licences") }, say("Licences", "许可")))),
  ];
}

function mark(): SVGElement {
  return s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" },
    s("circle", { cx: 12, cy: 12, r: 9 }), s("circle", { cx: 12, cy: 12, r: 2.6 }), s("path", { d: "M17 17l5 5" }));
}

/** The search over names in both languages; arrow keys lead to what is found, Enter to the first. */
function search(): HTMLElement {
  const status = h("p", { class: "quiet", role: "status", "aria-live": "polite" });
  const found = h("ul");
  const box = h("div", { id: "found", class: "found", hidden: true }, status, found);
  const input = h("input", {
    id: "q", type: "search", autocomplete: "off", spellcheck: "false", placeholder: say("Name, acronym or 中文", "名称、缩写或英文"),
    input: () => void look(), focus: () => void look(),
  });
  let asked = 0;
  const look = async () => {
    const number = ++asked;
    const text = input.value.trim();
    if (!text) { box.hidden = true; return; }
    const hits = await ask("search", { text, language: language(), most: 12 });
    if (number !== asked) return;
    status.textContent = hits.length ? say(`${hits.length === 12 ? "first 12 of those found" : `${hits.length} found`}`, hits.length === 12 ? "前 12 项" : `找到 ${hits.length} 项`) : say("Nothing has this name", "没有此名称");
    found.replaceChildren(...hits.map((hit) => h("li", {}, h("a", { href: link(hit.iri) }, h("span", {}, hit.name), h("span", { class: "quiet" }, hit.kind)))));
    box.hidden = false;
  };
  const area = h("div", { class: "search", role: "search", keydown: (event: KeyboardEvent) => {
    const links = [...found.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "Escape") { box.hidden = true; input.focus(); }
    else if (event.key === "ArrowDown") { event.preventDefault(); links[Math.min(place + 1, links.length - 1)]?.focus(); }
    else if (event.key === "ArrowUp") { event.preventDefault(); (place > 0 ? links[place - 1] : input)?.focus(); }
    else if (event.key === "Enter" && document.activeElement === input) links[0]?.click();
  }, focusout: (event: FocusEvent) => {
    if (!area.contains(event.relatedTarget as Node | null)) box.hidden = true;
  } }, h("label", { class: "hidden", for: "q" }, say("Search", "搜索")), input, box);
  return area;
}

window.addEventListener("hashchange", () => { void draw(); window.scrollTo(0, 0); });
window.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dragging"); });
window.addEventListener("dragleave", () => document.body.classList.remove("dragging"));
window.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length) void take(files);
});
window.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "") && !document.activeElement?.shadowRoot) {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
});
void draw();
void started();
