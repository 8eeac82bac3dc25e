// Pictures of answers: bars for names with numbers, a network for things. Each can be taken as SVG with what it shows and whence.

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { type Child, h, s, save } from "../dom";
import { counted, language, say } from "../language";
import { thing } from "../router";
import type { Table, Term, Triples } from "../protocol";
import { isNumber, shown } from "./answer";

const SVG = "image/svg+xml";
/** So many points of a PNG are one of the screen. */
const SCALE = 2;
const MOST_BARS = 60;
const MOST_NODES = 250;
/** From so many things on, a network is drawn a fifth smaller. */
const MANY = 40;
/** Columns that say how the things of a row belong together. */
const RELATIONS = /^(p|predicate|property|relation)$/i;
const STYLE = `text{font:13px system-ui,sans-serif;fill:#16202b}.bar{fill:#0072b2}.edge{stroke:#8a96a3;stroke-width:1;fill:none}
.dot{fill:#0072b2}.land{fill:none;stroke:#c3ccd5;stroke-width:5;stroke-linecap:round}.circle{fill:#0072b2;stroke:#fff}
.circle+text{fill:#fff;font-size:11px}.quiet{fill:#52606d;font-size:11px}`;

/** A picture that can be taken along, and what is to be said of it. */
export interface Drawing {
  picture: SVGSVGElement;
  about: string;
  below?: Child;
}

/** The columns that hold numbers and nothing else. */
export function numberColumns(answer: Table): number[] {
  return answer.columns.flatMap((_, column) => {
    const terms = answer.rows.flatMap((row) => row[column] ?? []);
    return terms.length && terms.every(isNumber) ? [column] : [];
  });
}

/** What each row is called: by its first thing, and by as many columns more as tell the rows apart. */
function rowNames(answer: Table, numbers: number[]): string[] {
  const columns = answer.columns.map((_, column) => column).filter((column) => !numbers.includes(column));
  const isThing = (column: number) => Number(answer.rows.some((row) => row[column]?.type === "iri"));
  columns.sort((one, other) => isThing(other) - isThing(one) || one - other);
  let names = answer.rows.map((): string[] => []);
  for (const column of columns) {
    names = names.map((known, place) => {
      const text = shown(answer.rows[place]?.[column] ?? null, answer.names);
      return !text || known.includes(text) ? known : [...known, text];
    });
    if (new Set(names.map((known) => known.join(" · "))).size === names.length) break;
  }
  return names.map((known) => known.join(" · "));
}

export function hasBars(answer: Table): boolean {
  const numbers = numberColumns(answer);
  return answer.rows.length > 1 && numbers.length > 0 && numbers.length < answer.columns.length;
}

/** A bar for each row; of several columns of numbers the one that is wanted, else the first. */
export function bars(answer: Table, title: string, heading: (column: string) => string, wanted = ""): Drawing {
  const numbers = numberColumns(answer);
  const column = numbers.find((each) => answer.columns[each] === wanted) ?? numbers[0] ?? 0;
  const names = rowNames(answer, numbers);
  const rows = answer.rows
    .flatMap((row, place) => (row[column] ? [{ name: names[place] ?? "", number: Number(row[column].value) }] : []))
    .slice(0, MOST_BARS);
  const most = Math.max(...rows.map((row) => row.number), 1);
  const [left, wide, high] = [290, 760, 24];
  const length = (number: number) => (Math.max(number, 0) / most) * (wide - left - 70);
  const picture = s(
    "svg",
    { viewBox: `0 0 ${wide} ${rows.length * high + 4}`, role: "img", "aria-label": title, class: "picture" },
    rows.map(({ name, number }, place) => [
      s("text", { x: left - 8, y: place * high + 17, "text-anchor": "end" }, clipped(name, 34), s("title", {}, name)),
      s("rect", { class: "bar", x: left, y: place * high + 4, height: high - 7, width: Math.max(length(number), 1) }),
      s("text", { x: left + length(number) + 6, y: place * high + 17 }, counted(number)),
    ]),
  );
  const cut = answer.rows.length > MOST_BARS ? say(` The first ${MOST_BARS} of ${answer.rows.length} rows.`, `仅前 ${MOST_BARS} 行，共 ${answer.rows.length} 行。`) : "";
  return { picture, about: `${heading(answer.columns[column] ?? "")}${say(".", "。")}${cut}` };
}

interface Dot {
  id: string;
  term: Term;
  index: number;
  x: number;
  y: number;
}

/** The triples between things as a network to walk through; texts are left to the table. */
export function network(answer: Triples, title: string, heading: (column: string) => string): Drawing {
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
    edges.push({ source: dot(subject), target: dot(object), name: predicate.type === "literal" ? heading(predicate.value) : shown(predicate, answer.names) });
  }
  const all = [...dots.values()];
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
    .force("x", forceX(0).strength(0.09))
    .force("y", forceY(0).strength(0.14))
    .stop()
    .tick(260);
  // Names are wider than high, and need more room beside each other than below.
  for (const each of all) each.x *= 1.8;
  const xs = all.map((each) => each.x);
  const ys = all.map((each) => each.y);
  const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 30];
  const [wide, high] = [Math.max(...xs) - left + 110, Math.max(...ys) - top + 40];
  const picture = s(
    "svg",
    { viewBox: `${left} ${top} ${wide} ${high}`, class: "picture network", "aria-label": title, role: "group", width: Math.round(wide * (all.length > MANY ? 0.8 : 1)) },
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
  return { picture, about: say(`${all.length} things, ${edges.length} relations.${cut}`, `${all.length} 个事物，${edges.length} 条关系。${cut}`) };
}

/** The things that the rows of a table connect: the first of a row with each other one, by the name of its column. */
export function linked(answer: Table): Triples {
  const things = answer.columns.map((_, column) => answer.rows.some((row) => row[column]?.type === "iri"));
  const relation = answer.columns.findIndex((name) => RELATIONS.test(name));
  const [first = -1, ...others] = things.flatMap((isThing, column) => (isThing && column !== relation ? [column] : []));
  const triples = answer.rows.flatMap((row) =>
    others.flatMap((column): Triples["triples"] => {
      const [from, to] = [row[first], row[column]];
      const name = row[relation] ?? { type: "literal", value: answer.columns[column] ?? "" };
      return from?.type === "iri" && to?.type === "iri" && from.value !== to.value ? [[from, name, to]] : [];
    }),
  );
  return { kind: "triples", triples, names: answer.names, places: answer.places };
}

/** Buttons that hand the reader a picture as SVG and PNG. */
export function pictureButtons(drawing: Drawing, name: string, title: string): HTMLElement[] {
  const { picture } = drawing;
  return [
    h("button", { type: "button", click: () => save(`${name}.svg`, standing(picture, title), SVG) }, "SVG"),
    h("button", { type: "button", click: () => void savePng(picture, title, name) }, "PNG"),
  ];
}

export function framed({ picture, about, below }: Drawing, title: string): HTMLElement {
  const frame = h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, picture);
  // A picture wider than the page is seen from its middle, once it has its place.
  requestAnimationFrame(() => { frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2; });
  return h("figure", {}, h("figcaption", {}, about), frame, below);
}

/** The picture as SVG that stands alone, with title, date, source and address. */
function standing(picture: SVGSVGElement, title: string): string {
  const [left = 0, top = 0, wide = 0, high = 0] = (picture.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const date = new Date().toISOString().slice(0, 10);
  const version = document.documentElement.dataset["version"] ?? "";
  const source = say(`Source: Qontology ${version}, CC BY 4.0 · ${date}`, `来源：Qontology ${version}，CC BY 4.0 · ${date}`);
  // A path on somebody's disk is nobody else's business.
  const address = location.protocol.startsWith("http") ? location.href : `${location.pathname.split("/").pop() ?? ""}${location.hash}`;
  const whole = s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top - 34} ${wide} ${high + 80}`, width: wide, height: high + 80, lang: language() });
  whole.append(
    s("style", {}, STYLE),
    s("rect", { x: left, y: top - 34, width: wide, height: high + 80, fill: "#fff" }),
    s("text", { x: left + 10, y: top - 14, "font-weight": "bold" }, title),
    ...[...picture.children].map((child) => child.cloneNode(true)),
    s("text", { class: "quiet", x: left + 10, y: top + high + 18 }, source),
    s("text", { class: "quiet", x: left + 10, y: top + high + 34 }, clipped(address, wide / 7)),
  );
  for (const link of whole.querySelectorAll("a")) link.removeAttribute("href");
  return new XMLSerializer().serializeToString(whole);
}

async function savePng(picture: SVGSVGElement, title: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:${SVG};charset=utf-8,${encodeURIComponent(standing(picture, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((made) => { if (made) save(`${name}.png`, made, "image/png"); }, "image/png");
}

export function clipped(text: string, most: number): string {
  let width = 0;
  let cut = "";
  for (const sign of text) {
    width += sign > "\u2e7f" ? 1.8 : 1;
    if (width > most) return `${cut}…`;
    cut += sign;
  }
  return cut;
}
