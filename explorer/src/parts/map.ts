// The things of an answer on a world of dots without borders: circles as large as what is counted in a country.

import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";
import { h, s } from "../dom";
import { counted, language, say } from "../language";
import { thing } from "../router";
import type { Middle, Table, Term, World } from "../protocol";
import { isNumber, shown } from "./answer";
import { type Drawing, numberColumns } from "./picture";

const SMALLEST = 7;
const LARGEST = 34;
const MOST_NAMES = 40;
const POINT = /^\s*(?:<[^>]*>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)\s*$/i;

interface Spot {
  name: string;
  iri?: string;
  middle?: Middle | undefined;
  things: Map<string, Term>;
  number: number;
}

/** The first column with things whose place is known; where there are others, one that does not hold the places themselves. */
function located({ columns, rows, places }: Table): number {
  const of = (column: number) => rows.flatMap((row) => (row[column]?.type === "iri" ? (places[row[column].value] ?? []) : []));
  const found = columns.flatMap((_, column) => (of(column).length ? [column] : []));
  const isPlace = (column: number) => rows.some((row) => row[column] && places[row[column].value]?.iri === row[column].value);
  return found.find((column) => !isPlace(column)) ?? found[0] ?? -1;
}

/** The columns with coordinates: one of points, or two of degrees. */
function degrees({ columns, rows }: Table): ((row: (Term | null)[]) => Middle | undefined) | undefined {
  const named = (pattern: RegExp) => columns.findIndex((name, column) => pattern.test(name) && rows.some((row) => isNumber(row[column] ?? null)));
  const [latitude, longitude] = [named(/^lat(itude)?$/i), named(/^(long?|lng|longitude)$/i)];
  if (latitude >= 0 && longitude >= 0) {
    return (row) => (row[latitude] && row[longitude] ? within(Number(row[latitude].value), Number(row[longitude].value)) : undefined);
  }
  const point = columns.findIndex((_, column) => rows.some((row) => row[column]?.type === "literal" && POINT.test(row[column].value)));
  if (point < 0) return undefined;
  return (row) => {
    const [, east, north] = POINT.exec(row[point]?.value ?? "") ?? [];
    return east === undefined ? undefined : within(Number(north), Number(east));
  };
}

function within(latitude: number, longitude: number): Middle | undefined {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [latitude, longitude] : undefined;
}

export function hasPlaces(answer: Table): boolean {
  return located(answer) >= 0 || degrees(answer) !== undefined;
}

export function map(answer: Table, title: string, heading: (column: string) => string, world: World): Drawing {
  const { spots, column, without } = spotsOf(answer);
  const most = Math.max(...spots.map((spot) => spot.number), 1);
  const circles = placed(spots.filter((spot) => spot.middle), most, world);
  const [wide, high] = world.size;
  const picture = s(
    "svg",
    { viewBox: `0 0 ${wide} ${high}`, class: "picture map", role: "group", "aria-label": title },
    s("path", { class: "land", d: world.land, "aria-hidden": "true" }),
    circles.map(({ spot, x, y, radius }) => {
      const told = say(`${spot.name}: ${counted(spot.number)}`, `${spot.name}：${counted(spot.number)}`);
      const drawn = [
        s("circle", { class: "circle", cx: x, cy: y, r: radius }, s("title", {}, told)),
        radius >= SMALLEST && s("text", { x, y: y + 4, "text-anchor": "middle" }, counted(spot.number)),
      ];
      return spot.iri ? s("a", { href: thing(spot.iri), "aria-label": told }, drawn) : s("g", {}, drawn);
    }),
  );
  const order = new Intl.Collator(language() === "zh" ? "zh-CN" : "en");
  const listed = spots.filter((spot) => spot.iri).sort((one, other) => other.number - one.number || order.compare(one.name, other.name));
  const total = new Set(spots.flatMap((spot) => [...spot.things.keys()])).size;
  return {
    picture,
    about: say(
      `${heading(column)}: ${counted(total)} with a place${without ? `, ${counted(without)} whose place is not known` : ""}.`,
      `${heading(column)}：${counted(total)} 项有地点${without ? `，${counted(without)} 项地点未知` : ""}。`,
    ),
    below: h("ul", { class: "lines" }, listed.map((spot) => {
      const names = [...spot.things.values()].map((term) => [h("a", { href: thing(term.value) }, shown(term, answer.names))] as const);
      const more = names.length - MOST_NAMES;
      return h("li", {}, h("a", { href: thing(spot.iri ?? "") }, h("strong", {}, spot.name)), ` ${counted(spot.number)}`,
        spot.things.has(spot.iri ?? "") ? null : [say(": ", "："), names.slice(0, MOST_NAMES).map(([link], place) => [place > 0 && say(", ", "、"), link])],
        more > 0 && say(`, and ${more} more`, `，另有 ${more} 项`));
    })),
  };
}

/** What is counted where: the numbers of a row that has some, else the different things. */
function spotsOf(answer: Table): { spots: Spot[]; column: string; without: number } {
  const found = located(answer);
  const column = found < 0 ? answer.columns.findIndex((_, place) => answer.rows.some((row) => row[place]?.type === "iri")) : found;
  const at = degrees(answer);
  const number = at ? undefined : numberColumns(answer)[0];
  const spots = new Map<string, Spot>();
  const lost = new Set<string>();
  for (const row of answer.rows) {
    const term = row[Math.max(column, 0)];
    if (!term) continue;
    const place = answer.places[term.value];
    const middle = at?.(row) ?? place?.middle;
    if (!place && !middle) { lost.add(term.value); continue; }
    const key = at ? String(middle) : (place?.iri ?? "");
    let spot = spots.get(key);
    if (!spot) {
      const name = place && !at ? place.name[language() === "zh" ? 1 : 0] : shown(term, answer.names);
      spots.set(key, (spot = { name, ...(place && !at ? { iri: place.iri } : {}), middle, things: new Map(), number: 0 }));
    }
    const isNew = !spot.things.has(term.value);
    spot.things.set(term.value, term);
    const isPlace = place?.iri === term.value;
    if (isPlace && number !== undefined) spot.number += Number(row[number]?.value ?? 0);
    else if (isNew) spot.number += 1;
  }
  return { spots: [...spots.values()], column: answer.columns[Math.max(column, 0)] ?? "", without: lost.size };
}

interface Circle {
  spot: Spot;
  x: number;
  y: number;
  radius: number;
}

/** The circles at their places, moved apart where they would lie on each other. */
function placed(spots: Spot[], most: number, world: World): Circle[] {
  const unit = Math.min(SMALLEST, LARGEST / Math.sqrt(most));
  const circles = spots.map((spot) => {
    const [latitude, longitude] = spot.middle ?? [0, 0];
    const [x, y] = [(longitude - world.west) * world.scale, (world.north - latitude) * world.scale];
    return { spot, x, y, left: x, top: y, radius: Math.max(4, unit * Math.sqrt(spot.number)) };
  });
  forceSimulation(circles as never[])
    .force("x", forceX((each: unknown) => (each as { left: number }).left).strength(0.12))
    .force("y", forceY((each: unknown) => (each as { top: number }).top).strength(0.12))
    .force("apart", forceCollide((each: unknown) => (each as Circle).radius + 0.5).strength(1).iterations(4))
    .stop()
    .tick(240);
  return circles;
}
