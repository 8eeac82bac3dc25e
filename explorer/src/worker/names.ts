// Names: what things are called in both languages, and what a word that somebody types may mean.

import type { Language, Text } from "../protocol";
import type { Graph } from "./store";

const NAMES = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name ?property WHERE {
  VALUES ?property { skos:prefLabel rdfs:label skos:altLabel skos:hiddenLabel }
  ?thing ?property ?name .
}`;
const HIDDEN = "http://www.w3.org/2004/02/skos/core#hiddenLabel";
const ALSO = "http://www.w3.org/2004/02/skos/core#altLabel";

export interface Hit {
  iri: string;
  name: string;
}

export class Names {
  private labels = new Map<string, Partial<Record<string, string>>>();
  private shortest = new Map<string, string>();
  private all: { iri: string; folded: string; name: string }[] = [];
  private namespaces: [namespace: string, prefix: string][];

  constructor(graph: Graph, private prefixes: Record<string, string>) {
    this.namespaces = Object.entries(prefixes).map(([prefix, namespace]): [string, string] => [namespace, prefix]);
    this.namespaces.sort((one, other) => (one[0] < other[0] ? 1 : -1));
    for (const [thing, name, property] of graph.select(NAMES).rows) {
      if (thing?.type !== "iri" || name?.type !== "literal" || !property) continue;
      const iri = thing.value;
      this.all.push({ iri, folded: fold(name.value), name: name.value });
      if (property.value === HIDDEN) continue;
      const tag = name.language ?? "";
      if (property.value !== ALSO) {
        const known = this.labels.get(iri) ?? {};
        known[tag] ??= name.value;
        this.labels.set(iri, known);
      }
      const key = `${tag} ${iri}`;
      const before = this.shortest.get(key);
      if (before === undefined || shorter(name.value, before)) this.shortest.set(key, name.value);
    }
  }

  has(iri: string): boolean {
    return this.labels.has(iri);
  }

  /** The preferred name in the language, else in the other, else the IRI with its prefix. */
  label(iri: string, language: Language): string {
    const labels = this.labels.get(iri) ?? {};
    const wanted = language === "zh" ? ["zh", "en", ""] : ["en", "zh", ""];
    for (const tag of wanted) if (labels[tag] !== undefined) return labels[tag];
    return Object.values(labels)[0] ?? this.curie(iri);
  }

  both(iri: string): Text {
    return [this.label(iri, "en"), this.label(iri, "zh")];
  }

  /** The shortest of its names, which is the acronym where there is one. */
  short(iri: string, language: Language): string {
    return this.shortest.get(`${language} ${iri}`) ?? this.label(iri, language);
  }

  curie(iri: string): string {
    for (const [namespace, prefix] of this.namespaces) {
      if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
    }
    return iri;
  }

  expand(text: string): string {
    const bare = text.replace(/^[<\s]+|[>\s]+$/g, "");
    const colon = bare.indexOf(":");
    const namespace = colon < 0 ? undefined : this.prefixes[bare.slice(0, colon)];
    return namespace === undefined ? bare : namespace + bare.slice(colon + 1);
  }

  /** The things with a name that holds these words, equal names first; where none does, those with a name alike. */
  search(text: string, most: number): Hit[] {
    const sought = fold(text);
    if (!sought) return [];
    const words = sought.split(/\s+/);
    const best = new Map<string, { rank: number; name: string }>();
    const note = (iri: string, name: string, rank: number) => {
      const known = best.get(iri);
      if (!known || rank < known.rank) best.set(iri, { rank, name });
    };
    for (const { iri, folded, name } of this.all) {
      if (!words.every((word) => folded.includes(word))) continue;
      const place = folded === sought ? 0 : folded.startsWith(sought) ? 1 : folded.includes(` ${sought}`) ? 2 : 3;
      note(iri, name, place * 1000 + Math.min(folded.length, 999));
    }
    if (!best.size && sought.length > 2) {
      const grams = pairs(sought);
      for (const { iri, folded, name } of this.all) {
        const like = alike(grams, pairs(folded));
        if (like > 0.55) note(iri, name, 1000 - like * 1000);
      }
    }
    return [...best]
      .sort(([a, one], [b, other]) => one.rank - other.rank || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([iri, { name }]) => ({ iri, name }));
  }
}

/** The text as names are compared: without case, width and outer blanks. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

function columns(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > "\u2e7f" ? 2 : 1;
  return width;
}

function shorter(one: string, other: string): boolean {
  const difference = columns(one) - columns(other);
  return difference < 0 || (difference === 0 && one < other);
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let place = 0; place + 1 < text.length; place++) found.add(text.slice(place, place + 2));
  return found;
}

/** How many pairs of signs two texts share, between 0 and 1. */
function alike(one: Set<string>, other: Set<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size || 1);
}

/** How alike two words are, between 0 and 1: by the signs that were left out, added, changed or put in another order. */
export function likeness(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (last[column - 1] ?? 0) + Number(one[row - 1] !== other[column - 1]);
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed);
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return 1 - (last[other.length] ?? 0) / Math.max(one.length, other.length, 1);
}
