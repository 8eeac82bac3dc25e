// Answers as people read them and take them away: tables with names for IRIs, CSV, Excel, links.

import { literal } from "../dates";
import { type Child, h, outside, save } from "../dom";
import { language, say } from "../language";
import { thing } from "../router";
import type { Table, Term } from "../protocol";
import { workbook } from "./workbook";

const MOST = 300;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NUMBERS = /(integer|decimal|double|float|int|long|short|nonNegativeInteger)$/;

/** What a cell says: the name of a thing, a literal as it is. */
export function shown(term: Term | null, names: Table["names"]): string {
  if (!term) return "";
  if (term.type === "iri") return names[term.value]?.[language() === "zh" ? 1 : 0] ?? term.value;
  return term.value;
}

export function isNumber(term: Term | null): boolean {
  return term?.type === "literal" && NUMBERS.test(term.datatype ?? "") && term.value.trim() !== "" && Number.isFinite(Number(term.value));
}

export function cell(term: Term | null, names: Table["names"]): Child {
  if (!term) return null;
  const text = shown(term, names);
  if (term.type === "iri") return term.value in names ? h("a", { href: thing(term.value) }, text) : outside(term.value, text);
  if (term.type === "literal" && !term.language) return literal(term, language());
  if (term.type === "literal" && term.language && term.language.slice(0, 2) !== language()) return h("span", { lang: term.language }, text);
  return text;
}

/** The rows in the order of a column, `-name` downwards; as they are where there is no such column. */
export function sortedRows(answer: Table, sorted = ""): Table["rows"] {
  const column = answer.columns.indexOf(sorted.replace(/^-/, ""));
  if (column < 0) return answer.rows;
  const sign = sorted.startsWith("-") ? -1 : 1;
  const collator = new Intl.Collator(language() === "zh" ? "zh-CN" : "en", { numeric: true });
  return [...answer.rows].sort((one, other) => {
    const [a, b] = [one[column] ?? null, other[column] ?? null];
    if (isNumber(a) && isNumber(b)) return sign * (Number(a?.value) - Number(b?.value));
    return sign * collator.compare(shown(a, answer.names), shown(b, answer.names));
  });
}

/** A table that is sorted by a click on a heading; of a long one the first rows, and a button for all. */
export function table(answer: Table, caption: string, heading: (column: string) => string, sorted = "", change: (sort: string) => void = () => undefined): HTMLElement {
  if (!answer.rows.length) return h("p", { class: "absent" }, say("No rows: nothing in the graph answers this.", "无结果：图谱中没有与此相符的内容。"));
  let rows = answer.rows;
  let order: { column: number; up: boolean } | undefined;
  let most = MOST;
  const body = h("tbody");
  const headings = answer.columns.map((name, column) =>
    h("th", { scope: "col" }, h("button", { type: "button", class: "sort", click: () => sort(column) }, heading(name))),
  );
  const more = h("p", { class: "more" });
  const draw = () => {
    body.replaceChildren(
      ...rows.slice(0, most).map((row) =>
        h("tr", {}, row.map((term) => h("td", isNumber(term) ? { class: "number" } : {}, cell(term, answer.names)))),
      ),
    );
    more.replaceChildren();
    if (rows.length <= most) return;
    more.append(
      say(`The first ${most} of ${rows.length} rows. `, `仅列前 ${most} 行，共 ${rows.length} 行。`),
      h("button", { type: "button", click: () => { most = Infinity; draw(); } }, say("Show all", "全部显示")),
    );
  };
  const sort = (column: number, up = order?.column === column ? !order.up : true) => {
    order = { column, up };
    const name = `${up ? "" : "-"}${answer.columns[column]}`;
    change(name);
    rows = sortedRows(answer, name);
    for (const [place, heading] of headings.entries()) {
      if (place === column) heading.setAttribute("aria-sort", order.up ? "ascending" : "descending");
      else heading.removeAttribute("aria-sort");
    }
    draw();
  };
  const first = answer.columns.indexOf(sorted.replace(/^-/, ""));
  if (first >= 0) sort(first, !sorted.startsWith("-"));
  else draw();
  return h(
    "div",
    {},
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": caption },
      h("table", { class: "answer" }, h("caption", { class: "hidden" }, caption), h("thead", {}, h("tr", {}, headings)), body)),
    more,
  );
}

function csv(lines: string[][]): string {
  return lines.map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}

function field(text: string): string {
  // A spreadsheet runs a cell that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The lines of an answer as they are seen, headings first. */
export function linesOf(answer: Table, heading: (column: string) => string, sorted = ""): string[][] {
  return [answer.columns.map(heading), ...sortedRows(answer, sorted).map((row) => row.map((term) => shown(term, answer.names)))];
}

/** Buttons that hand the reader the lines as CSV and as an Excel workbook. */
export function dataButtons(name: string, lines: () => string[][]): HTMLElement[] {
  return [
    // The mark at the beginning tells a spreadsheet that the file is UTF-8.
    h("button", { type: "button", click: () => save(`${name}.csv`, `\ufeff${csv(lines())}`, "text/csv;charset=utf-8") }, "CSV"),
    h("button", { type: "button", click: () => save(`${name}.xlsx`, workbook(lines()), XLSX) }, "XLSX"),
  ];
}

/** A button that copies the address of the view. */
export function linkButton(): HTMLElement {
  return copyButton(say("Copy link", "复制链接"), () => location.href);
}

function copyButton(name: string, text: () => string): HTMLElement {
  const button = h("button", { type: "button" }, name);
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text()).then(
      () => { button.textContent = say("Copied", "已复制"); },
      () => { button.textContent = say("Copy it from the address bar", "请从地址栏复制"); },
    );
  });
  return button;
}
