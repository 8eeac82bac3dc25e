// A thing: everything known of it, on what each statement rests, and what refers to it.

import { ask } from "../client";
import { type Child, h, outside } from "../dom";
import { language, say } from "../language";
import { note } from "../parts/notes";
import { address, thing as link } from "../router";
import type { Line, Piece } from "../protocol";
import type { View } from "../view";

const MOST = 80;

export const thing: View = async ({ rest }) => {
  const found = await ask("describe", { iri: rest, language: language() });
  if (!found.known) {
    return {
      title: say("Nothing here", "没有内容"),
      content: [h("h1", {}, say("Nothing is known of this name", "没有该名称的内容")), h("p", { class: "iri" }, found.iri)],
    };
  }
  const isAlliance = found.kinds.some((kind) => kind.iri?.endsWith("#Alliance"));
  const marks = (notes: number[]): Child =>
    notes.length > 0 && h("sup", { class: "marks" }, notes.map((number) => [h("a", { href: `#note-${number}`, "aria-label": say(`note ${number}`, `注 ${number}`), click: jump }, String(number)), " "]));
  const values = (line: Line): Child[] =>
    line.values.map((parts, place) => [place > 0 && say("; ", "；"), pieces(parts)]);
  const groups = grouped(found.lines);
  return {
    title: found.name,
    content: [
      h("header", { class: "head" },
        h("p", { class: "kinds" }, found.kinds.map((kind, place) => [place > 0 && " · ", piece(kind)])),
        h("h1", {}, found.name, marks(found.nameNotes)),
        h("p", { class: "iri quiet" }, h("code", {}, found.curie)),
        h("p", { class: "actions" },
          isAlliance && h("a", { class: "button", href: address("compare", "", { a: found.curie.replace(/^alliance:/, "") }) }, say("Compare it", "与他者比较")),
          h("a", { class: "button", href: address("sparql", "", { q: `DESCRIBE <${found.iri}>` }) }, say("In SPARQL", "用 SPARQL 查看")))),
      h("dl", { class: "facts" }, groups.map(({ label, lines }) => {
        const rows = lines.map((line) =>
          line.depth
            ? h("dd", { class: "inner" }, h("span", { class: "quiet" }, line.label, say(": ", "：")), values(line), marks(line.notes))
            : h("dd", {}, values(line), marks(line.notes)));
        const box = h("div", {}, h("dt", {}, label), rows.slice(0, MOST));
        if (rows.length > MOST) {
          const button = h("button", { type: "button" }, say(`Show ${rows.length - MOST} more`, `再显示 ${rows.length - MOST} 项`));
          const last = h("dd", {}, button);
          button.addEventListener("click", () => last.replaceWith(...rows.slice(MOST)));
          box.append(last);
        }
        return box;
      })),
      found.notes.length > 0 && h("section", { "aria-labelledby": "evidence", class: "notes" },
        h("h2", { id: "evidence" }, say("Evidence", "依据")),
        h("ol", {}, found.notes.map((each, place) => h("li", { id: `note-${place + 1}`, tabindex: -1 }, note(each))))),
    ],
  };
};

/** A note is a place in the view, not a view: the address stays. */
function jump(event: Event): void {
  event.preventDefault();
  const id = (event.currentTarget as Element).getAttribute("href")?.slice(1) ?? "";
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: "center" });
  target?.focus();
}

function piece({ text, iri, link: place }: Piece): Child {
  if (place !== undefined) return outside(place, text);
  return iri === undefined ? text : h("a", { href: link(iri) }, text);
}

function pieces(parts: Piece[]): Child[] {
  return parts.map((part, place) => [place > 0 && " · ", piece(part)]);
}

function grouped(lines: Line[]): { label: string; lines: Line[] }[] {
  const groups: { label: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups[groups.length - 1];
    if (last && (line.depth > 0 || line.label === "")) last.lines.push(line);
    else groups.push({ label: line.label, lines: [line] });
  }
  return groups;
}
