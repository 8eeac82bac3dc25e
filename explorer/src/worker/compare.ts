// Alliances side by side, by the questions of the library: what `qontology compare` tells, with the sources of each cell.

import { inWords } from "../dates";
import type { Cell, Comparison, Language, Library, Term } from "../protocol";
import { Evidence } from "./evidence";
import { bind } from "./questions";
import { written } from "../terms";
import { QO, textOf, type Things, Words } from "./things";

const BOUND = "https://w3id.org/qontology/scheme/bound/";

type Row = Record<string, Term | null>;
type Attribute = Library["attributes"][number];

export class Facts {
  private facts = new Map<string, Row[]>();
  private listings = new Map<string, Row[]>();

  constructor(things: Things, until: string) {
    const terms: Record<string, string> = until ? { until: written({ type: "literal", value: until }) } : {};
    const ask = (id: string, into: Map<string, Row[]>) => {
      const question = things.library.questions.find((each) => each.id === id);
      if (!question) throw new Error(`no question ${id}`);
      const { columns, rows } = things.graph.select(bind(question, terms));
      for (const row of rows) {
        const found = Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null]));
        const key = `${found["alliance"]?.value} ${found["attribute"]?.value}`;
        const together = into.get(key);
        if (together) together.push(found);
        else into.set(key, [found]);
      }
    };
    for (const each of ["formation", "goals", "structure", "initiatives"]) ask(`compare/${each}`, this.facts);
    ask("compare/lists", this.listings);
  }

  of(alliance: string, attribute: string, rival = false): Row[] {
    return (this.facts.get(`${alliance} ${attribute}`) ?? []).filter((row) => isTrue(row["rival"]) === rival);
  }

  lists(alliance: string, attribute: string): Row[] {
    return this.listings.get(`${alliance} ${attribute}`) ?? [];
  }
}

export class Comparing {
  private words: Words;

  constructor(
    private things: Things,
    private facts: Facts,
    private alliances: string[],
    private until: string,
    language: Language,
  ) {
    this.words = new Words(things, language);
  }

  table(dimensions: string[]): Comparison {
    const { names, library } = this.things;
    const wanted = library.attributes.filter((each) => !dimensions.length || dimensions.includes(each.dimension));
    const shorts = this.alliances.map((iri) => names.short(iri, this.words.language));
    return {
      alliances: this.alliances.map((iri, place) => {
        const short = shorts[place] ?? "";
        return { iri, short: shorts.filter((each) => each === short).length > 1 ? names.curie(iri) : short };
      }),
      rows: wanted.map((attribute) => ({
        dimension: attribute.dimension,
        attribute: this.words.say(...attribute.name),
        sign: this.difference(attribute),
        cells: this.alliances.map((alliance) => this.cell(alliance, attribute)),
      })),
    };
  }

  private cell(alliance: string, attribute: Attribute): Cell {
    const own = this.facts.of(alliance, attribute.iri);
    const about = this.facts.lists(alliance, attribute.iri);
    if (!own.length) return this.absent(about);
    const states = about.map((row) => row["completeness"]?.value.split("/").pop());
    const list = states.includes("open") ? "open" : states.includes("closed") ? "closed" : "";
    const rivals = this.facts.of(alliance, attribute.iri, true);
    return { state: "known", list, items: [...this.items(own, attribute, false), ...this.items(rivals, attribute, true)] };
  }

  /** Why a cell has no value: nothing is known, nothing is there, or the source does not say what it is. */
  private absent(about: Row[]): Cell {
    const empty = { items: [], list: "" } as const;
    const numbers = about.flatMap((row) => (row["number"] && !row["completeness"] ? [row["number"].value] : []));
    if (this.until || !about.length) return { state: "unknown", ...empty, items: [] };
    const [number] = numbers;
    if (number === undefined) return { state: "not-stated", ...empty, items: [] };
    if (numbers.length === 1 && number === "0") return { state: "none", ...empty, items: [] };
    return { state: "not-named", number, ...empty, items: [] };
  }

  private items(found: Row[], attribute: Attribute, rival: boolean): Cell["items"] {
    const together = new Map<string, Row[]>();
    for (const row of found) {
      const key = keyOf(row["value"]?.type === "iri" ? row["value"] : row["node"]);
      together.set(key, [...(together.get(key) ?? []), row]);
    }
    return [...together.values()].map((same) => {
      const value = same[0]?.["value"];
      if (!value) return { pieces: [], shared: false, rival, notes: [] };
      const isAgent = this.things.library.agents.includes(attribute.iri);
      const bounds = attribute.iri === `${QO}hasCount` ? same.flatMap(boundOf) : [];
      const name = value.type === "iri" && isAgent ? this.things.names.short(value.value, this.words.language) : this.counted(value, bounds);
      const details = [...new Set(same.flatMap((row) => this.details(boundOf(row).length && bounds.length ? { ...row, qualifier: null } : row)))];
      const evidence = new Evidence(this.words);
      evidence.of(same.flatMap((row) => (row["node"]?.type === "iri" ? [row["node"].value] : [])));
      const first = value.type === "iri" ? { text: name, iri: value.value } : { text: name };
      return {
        pieces: details.length ? [first, { text: details.join(this.words.say(", ", "，")) }] : [first],
        shared: attribute.common && this.isShared(value, attribute.iri),
        rival,
        notes: evidence.notes,
      };
    });
  }

  /** A value behind its bounds, as "about 240". */
  private counted(value: Term, bounds: Term[]): string {
    const known = [...new Map(bounds.map((bound) => [bound.value, bound])).values()];
    return [...known, value].map((each) => this.words.term(each)).join(this.words.say(" ", ""));
  }

  private details(row: Row): string[] {
    const texts = [row["detail"], row["qualifier"]].map((each) => (each ? this.words.term(each) : ""));
    const when = row["when"]?.value ?? "";
    if (when && when !== row["value"]?.value) texts.push(inWords(when, this.words.language));
    if (row["certain"] && !isTrue(row["certain"])) texts.push(this.words.say("perhaps later", "可能更晚"));
    return texts.filter(Boolean);
  }

  private isShared(value: Term, attribute: string): boolean {
    const key = textOf(value);
    return this.alliances.filter((each) => this.facts.of(each, attribute).some((row) => keyOf(row["value"]) === key)).length > 1;
  }

  /** The sign for how far the alliances agree, as far as their values are known. */
  private difference(attribute: Attribute): "" | "=" | "≈" | "≠" {
    const all = this.alliances.map((alliance) => {
      const values = this.facts.of(alliance, attribute.iri).flatMap((row) => (row["value"] ? [row["value"]] : []));
      return new Map(values.map((value) => [textOf(value), value]));
    });
    const known = all.filter((values) => values.size > 0);
    const pairs = known.flatMap((one, place) => known.slice(place + 1).map((other) => [one, other] as const));
    if (!attribute.common || known.length < 2 || pairs.some(([one, other]) => isUndecided(one, other))) return "";
    if (pairs.every(([one, other]) => one.size === other.size && [...one.keys()].every((key) => other.has(key)))) return "=";
    return pairs.some(([one, other]) => [...one.keys()].some((key) => other.has(key))) ? "≈" : "≠";
  }
}

/** Whether two sets hold dates of which one is the coarser form of the other: 2021 may be 2021-06 or not. */
function isUndecided(some: Map<string, Term>, others: Map<string, Term>): boolean {
  for (const one of some.values()) {
    if (one.type !== "literal") continue;
    for (const { value } of others.values()) {
      if (one.value !== value && (one.value.startsWith(value) || value.startsWith(one.value))) return true;
    }
  }
  return false;
}

/** What bounds the number of a row, unless the number is exact. */
function boundOf(row: Row): Term[] {
  const bound = row["qualifier"];
  return bound?.value.startsWith(BOUND) && bound.value !== `${BOUND}exact` ? [bound] : [];
}

function keyOf(term: Term | null | undefined): string {
  return term ? textOf(term) : "";
}

function isTrue(term: Term | null | undefined): boolean {
  return term?.value === "true" || term?.value === "1";
}

export const ALLIANCE = `${QO}Alliance`;
