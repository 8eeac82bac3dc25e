// All things of a kind, with a filter.

import { ask } from "../client";
import { h } from "../dom";
import { language, say } from "../language";
import { replace, thing } from "../router";
import type { View } from "../view";

const MOST = 500;

export const list: View = async ({ rest, values }) => {
  const kind = rest.replace(/[^\w:-]/g, "");
  const [found, names] = await Promise.all([
    ask("offered", { type: kind, language: language() }),
    ask("describe", { iri: kind, language: language() }),
  ]);
  const items = h("ul", { class: "alliances" });
  const about = h("p", { class: "quiet", role: "status" });
  const filter = h("input", { type: "search", id: "filter", value: values["q"] ?? "" });
  const draw = () => {
    const sought = filter.value.toLowerCase();
    const wanted = found.filter((each) => `${each.name} ${each.kind}`.toLowerCase().includes(sought));
    items.replaceChildren(...wanted.slice(0, MOST).map((each) => h("li", {}, h("a", { href: thing(each.iri) }, each.name))));
    about.textContent = wanted.length > MOST ? say(`The first ${MOST} of ${wanted.length}`, `仅列前 ${MOST} 项，共 ${wanted.length} 项`) : say(`${wanted.length} in all`, `共 ${wanted.length} 项`);
  };
  filter.addEventListener("input", () => { replace({ q: filter.value }); draw(); });
  draw();
  return {
    title: names.name,
    content: [
      h("h1", {}, names.name),
      h("p", {}, h("a", { href: thing(kind) }, say("What this term means", "该术语的含义"))),
      h("p", { class: "field" }, h("label", { for: "filter" }, say("Names with", "名称包含")), filter),
      about,
      items,
    ],
  };
};
