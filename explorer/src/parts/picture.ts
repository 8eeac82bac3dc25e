// Pictures of answers: bars for names with numbers, a network for triples. Each can be taken as SVG with what it shows and whence.

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { h, s, save } from "../dom";
import { language, say } from "../language";
import { thing } from "../router";
import type { Table, Term, Triples } from "../protocol";
import { isNumber, shown } from "./answer";

const SVG = "image/svg+xml";
/** So many points of a PNG are one of the screen. */
const SCALE = 2;
const MOST_BARS = 60;
const MOST_NODES = 250;
const STYLE = `text{font:13px system-ui,sans-serif;fill:#16202b}.bar{fill:#0072b2}.edge{stroke:#8a96a3;stroke-width:1;fill:none}
.dot{fill:#0072b2}.dot.value{fill:#b35900}.quiet{fill:#52606d;font-size:11px}`;

/** Bars where each row has one name and one number; nothing otherwise. */
export function bars(answer: Table, title: string): HTMLElement | null {
  const numbers = answer.columns.map((_, column) => answer.rows.every((row) => isNumber(row[column] ?? null)));
  const column = numbers.indexOf(true);
  const label = numbers.indexOf(false);
  if (answer.columns.length !== 2 || column < 0 || label < 0 || answer.rows.length < 2) return null;
  const rows = answer.rows.slice(0, MOST_BARS).map((row) => ({
    name: shown(row[label] ?? null, answer.names),
    number: Number(row[column]?.value),
  }));
  const most = Math.max(...rows.map((row) => row.number), 1);
  const [left, wide, high] = [290, 760, 24];
  const picture = s(
    "svg",
    { viewBox: `0 0 ${wide} ${rows.length * high + 4}`, role: "img", "aria-label": title, class: "picture" },
    rows.map(({ name, number }, place) => [
      s("text", { x: left - 8, y: place * high + 17, "text-anchor": "end" }, clipped(name, 34), s("title", {}, name)),
      s("rect", { class: "bar", x: left, y: place * high + 4, height: high - 7, width: Math.max((Math.max(number, 0) / most) * (wide - left - 70), 1) }),
      s("text", { x: left + (Math.max(number, 0) / most) * (wide - left - 70) + 6, y: place * high + 17 }, String(number)),
    ]),
  );
  const cut = answer.rows.length > rows.length ? say(` The first ${MOST_BARS} rows.`, `仅前 ${MOST_BARS} 行。`) : "";
  return framed(picture, title, `${answer.columns[column]} · ${answer.columns[label]}.${cut}`);
}

interface Dot {
  id: string;
  term: Term;
  index: number;
  x: number;
  y: number;
}

/** The triples between things as a network to walk through; texts are left to the table. */
export function network(answer: Triples, title: string): HTMLElement | null {
  const dots = new Map<string, Dot>();
  const edges: { source: Dot; target: Dot; name: string }[] = [];
  const dot = (term: Term): Dot => {
    const id = `${term.type} ${term.value}`;
    let found = dots.get(id);
    if (!found) dots.set(id, (found = { id, term, index: dots.size, x: 0, y: 0 }));
    return found;
  };
  for (const [subject, predicate, object] of answer.triples) {
    if (object.type === "literal" || dots.size > MOST_NODES) continue;
    edges.push({ source: dot(subject), target: dot(object), name: shown(predicate, answer.names) });
  }
  if (!edges.length) return null;
  const all = [...dots.values()];
  const size = 340 + Math.sqrt(all.length) * 70;
  for (const each of all) {
    const angle = each.index * 2.4;
    const far = 12 * Math.sqrt(each.index + 0.5);
    [each.x, each.y] = [far * Math.cos(angle), far * Math.sin(angle)];
  }
  forceSimulation(all as never[])
    .force("links", forceLink(edges as never[]).distance(110))
    .force("apart", forceManyBody().strength(-420))
    .force("room", forceCollide(52))
    .force("middle", forceCenter(0, 0))
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.08))
    .stop()
    .tick(260);
  const xs = all.map((each) => each.x);
  const ys = all.map((each) => each.y);
  const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 30];
  const [wide, high] = [Math.max(...xs) - left + 110, Math.max(...ys) - top + 40];
  const picture = s(
    "svg",
    { viewBox: `${left} ${top} ${wide} ${high}`, class: "picture network", "aria-label": title, role: "group", width: Math.round(Math.max(wide, size)), height: Math.round(high) },
    edges.map(({ source, target, name }) =>
      s("line", { class: "edge", x1: source.x, y1: source.y, x2: target.x, y2: target.y }, s("title", {}, name)),
    ),
    all.map((each) => {
      const name = shown(each.term, answer.names);
      const drawn = [
        s("circle", { class: "dot", cx: each.x, cy: each.y, r: 6 }),
        s("text", { x: each.x, y: each.y + 21, "text-anchor": "middle" }, clipped(name, 26), s("title", {}, name)),
      ];
      return each.term.type === "iri" ? s("a", { href: thing(each.term.value) }, drawn) : drawn;
    }),
  );
  const cut = dots.size > MOST_NODES ? say(` Only the first ${MOST_NODES} things.`, `仅前 ${MOST_NODES} 个事物。`) : "";
  return framed(picture, title, say(`${all.length} things, ${edges.length} relations.${cut}`, `${all.length} 个事物，${edges.length} 条关系。${cut}`));
}

function framed(picture: SVGSVGElement, title: string, about: string): HTMLElement {
  return h(
    "figure",
    {},
    h("figcaption", {}, about, " ", h("button", { type: "button", click: () => save("qontology.svg", standing(picture, title), SVG) }, "SVG"), " ",
      h("button", { type: "button", click: () => void savePng(picture, title) }, "PNG")),
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, picture),
  );
}

/** The picture as SVG that stands alone, with title, date, source and address. */
function standing(picture: SVGSVGElement, title: string): string {
  const [left = 0, top = 0, wide = 0, high = 0] = (picture.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const date = new Date().toISOString().slice(0, 10);
  const below = say(`Qontology, ${date}, CC BY 4.0`, `Qontology，${date}，CC BY 4.0`);
  const whole = s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top - 34} ${wide} ${high + 64}`, width: wide, height: high + 64, lang: language() });
  whole.append(
    s("style", {}, STYLE),
    s("rect", { x: left, y: top - 34, width: wide, height: high + 64, fill: "#fff" }),
    s("text", { x: left + 10, y: top - 14, "font-weight": "bold" }, title),
    ...[...picture.children].map((child) => child.cloneNode(true)),
    s("text", { class: "quiet", x: left + 10, y: top + high + 18 }, `${below} · ${location.hash.slice(0, 90)}`),
  );
  for (const link of whole.querySelectorAll("a")) link.removeAttribute("href");
  return new XMLSerializer().serializeToString(whole);
}

async function savePng(picture: SVGSVGElement, title: string): Promise<void> {
  const image = new Image();
  image.src = `data:${SVG};charset=utf-8,${encodeURIComponent(standing(picture, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((made) => { if (made) save("qontology.png", made, "image/png"); }, "image/png");
}

function clipped(text: string, most: number): string {
  let width = 0;
  let cut = "";
  for (const sign of text) {
    width += sign > "\u2e7f" ? 1.8 : 1;
    if (width > most) return `${cut}…`;
    cut += sign;
  }
  return cut;
}
