// Notes: on what something rests, with links to the source here and on the web.

import { type Child, h, outside } from "../dom";
import { say } from "../language";
import { thing } from "../router";
import type { Note } from "../protocol";

export function note({ text, source, link }: Note): Child[] {
  return [
    source ? h("a", { href: thing(source) }, text) : text,
    link ? [" ", outside(link, say("original", "原文"))] : null,
  ];
}

/** The sources of a cell, on demand. */
export function sources(notes: Note[], of: string): Child {
  if (!notes.length) return null;
  return h(
    "details",
    { class: "sources" },
    h("summary", {}, say(`${notes.length} source${notes.length > 1 ? "s" : ""}`, `${notes.length} 条依据`), h("span", { class: "hidden" }, ` ${of}`)),
    h("ul", {}, notes.map((each) => h("li", {}, note(each)))),
  );
}
