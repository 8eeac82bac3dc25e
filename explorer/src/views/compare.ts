// Alliances side by side: differences, what is unknown, what is none, what rivals say; the sources of each cell on demand.

import { ask, started } from "../client";
import { type Child, h } from "../dom";
import { library } from "../embedded";
import { language, say, told } from "../language";
import { dataButtons, linkButton } from "../parts/answer";
import { sources } from "../parts/notes";
import { address, thing } from "../router";
import type { Cell, Comparison, Overview, Text } from "../protocol";
import type { View } from "../view";

const SIGNS: Record<string, Text> = {
  "=": ["the same", "相同"],
  "≈": ["the same in part", "部分相同"],
  "≠": ["nothing in common", "没有共同之处"],
};
const MOST_ITEMS = 8;

export const compare: View = async ({ values }) => {
  const [overview, { dimensions, legend }] = await Promise.all([started(), library()]);
  const listed = (values["a"] ?? "").split(",").filter(Boolean).map((name) => (name.includes(":") ? name : `alliance:${name}`));
  const current = await ask("overview", null);
  const known = new Set(current.alliances.map((each) => each.iri));
  const wanted = listed.filter((iri) => known.has(iri));
  const studied = current.alliances.filter((each) => each.studied).map((each) => each.iri);
  const chosen = wanted.length ? wanted : studied.length ? studied : overview.alliances.slice(0, 4).map((each) => each.iri);
  const within = (values["d"] ?? "").split(",").filter((name) => name in dimensions);
  const until = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(values["until"] ?? "") ? (values["until"] ?? "") : "";
  const onlyApart = values["only"] === "differing";
  const found = await ask("compare", { alliances: chosen, dimensions: within, until, language: language() });
  const rows = found.rows.filter((row) => !onlyApart || row.sign === "≠" || row.sign === "≈");
  const title = say("Alliances side by side", "联盟比较");
  return {
    title: `${title}: ${found.alliances.map((each) => each.short).join(", ")}`,
    broad: true,
    content: [
      h("h1", {}, title),
      choice(current, chosen, within, until, onlyApart, dimensions),
      h("p", { class: "actions" },
        dataButtons("comparison", () => lines({ ...found, rows })),
        linkButton()),
      h("ul", { class: "key" },
        h("li", {}, h("span", { class: "absent" }, say("unknown", "未知")), " ", say("no source tells", "来源未提及")),
        h("li", {}, h("span", { class: "none" }, say("none", "无")), " ", say("a source counts zero", "来源计数为零")),
        h("li", {}, h("span", { class: "partly" }, say("not stated", "未说明")), " ", say("there is something, but not told what", "有，但未说明内容")),
        h("li", {}, h("span", { class: "sign" }, "="), " ", told(SIGNS["="]!)),
        h("li", {}, h("span", { class: "sign" }, "≈"), " ", told(SIGNS["≈"]!)),
        h("li", {}, h("span", { class: "sign apart" }, "≠"), " ", told(SIGNS["≠"]!))),
      h("details", { class: "legend" }, h("summary", {}, say("How to read it", "阅读说明")), legend.map((text) => h("p", {}, told(text)))),
      rows.length ? matrix(found, rows, dimensions) : h("p", { class: "absent" }, say("No row differs.", "没有存在差异的行。")),
    ],
  };
};

function choice(overview: Overview, chosen: string[], within: string[], until: string, onlyApart: boolean, dimensions: Record<string, Text>): Child {
  const boxes = overview.alliances.map((each) => {
    const box = h("input", { type: "checkbox", value: each.iri, checked: chosen.includes(each.iri) });
    const text = `${told(each.short)} ${told(each.name)}`;
    return { box, text, item: h("li", {}, h("label", {}, box, " ", h("strong", {}, told(each.short)), told(each.short) === told(each.name) ? "" : ` ${told(each.name)}`)) };
  });
  const filter = h("input", { type: "search", id: "choose", input: () => {
    for (const { text, item, box } of boxes) item.hidden = !box.checked && !text.toLowerCase().includes(filter.value.toLowerCase());
  } });
  const parts = Object.entries(dimensions).map(([name, text]) => ({ name, text, box: h("input", { type: "checkbox", checked: within.includes(name) || !within.length }) }));
  const date = h("input", { id: "until", value: until, placeholder: "2022-07", size: 10, pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" });
  const apart = h("input", { type: "checkbox", checked: onlyApart });
  const order = [...chosen];
  return h(
    "form",
    {
      class: "form compare-form",
      submit: (event: Event) => {
        event.preventDefault();
        const marked = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
        const wanted = [...order.filter((iri) => marked.includes(iri)), ...marked.filter((iri) => !order.includes(iri))];
        const some = parts.filter(({ box }) => box.checked).map(({ name }) => name);
        location.hash = address("compare", "", {
          a: wanted.map((iri) => iri.replace(/^alliance:/, "")).join(","),
          d: some.length === parts.length ? "" : some.join(","),
          until: date.value,
          only: apart.checked ? "differing" : "",
        });
      },
    },
    h("details", { class: "choice", open: chosen.length < 2 }, h("summary", {}, say(`Alliances (${chosen.length} chosen)`, `联盟（已选 ${chosen.length} 个）`)),
      h("p", { class: "field" }, h("label", { for: "choose" }, say("Names with", "名称包含")), filter),
      h("ul", { class: "boxes" }, boxes.map(({ item }) => item))),
    h("fieldset", { class: "row" }, h("legend", {}, say("Dimensions", "维度")), parts.map(({ text, box }) => h("label", {}, box, " ", told(text)))),
    h("p", { class: "row" },
      h("label", { for: "until" }, say("As of", "截至")), date,
      h("label", {}, apart, " ", say("only rows that differ", "仅看有差异的行")),
      h("button", { type: "submit", class: "main" }, say("Compare", "比较"))),
  );
}

function matrix(found: Comparison, rows: Comparison["rows"], dimensions: Record<string, Text>): HTMLElement {
  const bodies = Object.entries(dimensions).map(([name, text]) => {
    const own = rows.filter((row) => row.dimension === name);
    if (!own.length) return null;
    return h("tbody", {},
      h("tr", { class: "dimension" }, h("th", { colspan: found.alliances.length + 1, scope: "rowgroup" }, told(text))),
      own.map((row) => h("tr", {},
        h("th", { scope: "row" }, row.attribute, sign(row.sign)),
        row.cells.map((each, place) => {
          const who = found.alliances[place]?.short ?? "";
          return h("td", { "data-label": who }, h("div", {}, cell(each), sources(notesOf(each), `${row.attribute}, ${who}`)));
        }))));
  });
  return h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("Comparison", "比较") },
    h("table", { class: "compare" },
      h("thead", {}, h("tr", {}, h("td", {}), found.alliances.map((each) => h("th", { scope: "col" }, h("a", { href: thing(each.iri) }, each.short))))),
      bodies));
}

function sign(mark: string): Child {
  const text = SIGNS[mark];
  return text && [" ", h("span", { class: mark === "≠" ? "sign apart" : "sign", title: told(text) }, mark, h("span", { class: "hidden" }, ` ${told(text)}`))];
}

function notesOf(found: Cell): Cell["items"][number]["notes"] {
  const seen = new Map(found.items.flatMap((item) => item.notes).map((each) => [each.text, each]));
  return [...seen.values()];
}

function cell(found: Cell): Child {
  if (found.state !== "known") return h("span", { class: found.state === "unknown" ? "absent" : found.state === "none" ? "none" : "partly" }, absent(found));
  const own = found.items.filter((item) => !item.rival);
  const rivals = found.items.filter((item) => item.rival);
  const lines = own.map((item) => h("li", {}, itemText(item)));
  const list = h("ul", {}, lines.slice(0, MOST_ITEMS));
  if (lines.length > MOST_ITEMS) {
    const more = h("li", {}, h("button", { type: "button", class: "plain", click: () => more.replaceWith(...lines.slice(MOST_ITEMS)) }, say(`${lines.length - MOST_ITEMS} more`, `另有 ${lines.length - MOST_ITEMS} 项`)));
    list.append(more);
  }
  return [
    list,
    found.list && h("p", { class: "quiet" }, found.list === "open" ? say("… the source leaves its list open", "… 来源未列尽") : say("✓ the list is complete", "✓ 所列完整")),
    rivals.length > 0 && h("p", { class: "rival" }, say("But by another source: ", "另有来源称："), rivals.map((item, place) => [place > 0 && say("; ", "；"), itemText(item)])),
  ];
}

function itemText(item: Cell["items"][number]): Child {
  const [first, details] = item.pieces;
  if (!first) return null;
  const name = first.iri ? h("a", { href: thing(first.iri) }, first.text) : first.text;
  const star = item.shared && h("span", { class: "shared", title: say("another of these alliances has it too", "所比较的其他联盟也有") }, "*");
  return [name, star, details && say(` (${details.text})`, `（${details.text}）`)];
}

export function absent(found: Cell): string {
  if (found.state === "none") return say("none", "无");
  if (found.state === "not-named") return say(`not named, ${found.number ?? ""} counted`, `未列名，计有${found.number ?? ""}`);
  return found.state === "not-stated" ? say("not stated", "未说明") : say("unknown", "未知");
}

/** The comparison as it is seen. */
function lines(found: Comparison): string[][] {
  const text = (each: Cell) =>
    each.state === "known"
      ? each.items.map((item) => `${item.rival ? "≠ " : ""}${item.pieces[0]?.text ?? ""}${item.pieces[1] ? say(` (${item.pieces[1].text})`, `（${item.pieces[1].text}）`) : ""}`).join(say("; ", "；"))
      : absent(each);
  return [
    [say("attribute", "属性"), say("difference", "差异"), ...found.alliances.map((each) => each.short)],
    ...found.rows.map((row) => [row.attribute, row.sign, ...row.cells.map(text)]),
  ];
}
