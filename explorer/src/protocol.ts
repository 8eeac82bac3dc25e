// What the page and its worker say to each other.

import type { Packed } from "./unpacking";

/** An RDF term: an IRI, a literal with language or datatype, a blank node, or a triple as text. */
export type Term =
  | { type: "iri"; value: string }
  | { type: "literal"; value: string; language?: string; datatype?: string }
  | { type: "blank"; value: string }
  | { type: "triple"; value: string };

export type Language = "en" | "zh";
export type Text = readonly [en: string, zh: string];

/** A piece of a text, and the thing that it names, or the address on the web that it is. */
export interface Piece {
  text: string;
  iri?: string;
  link?: string;
}

/** On what something rests: a passage of a source with an address, or a reason that somebody gives. */
export interface Note {
  text: string;
  source?: string;
  link?: string;
}

export interface Table {
  kind: "table";
  columns: string[];
  rows: (Term | null)[][];
  /** The names of the things in it, by their IRIs, and where they are. */
  names: Record<string, Text>;
  places: Places;
}

export interface Triples {
  kind: "triples";
  triples: [Term, Term, Term][];
  names: Record<string, Text>;
  places: Places;
}

/** The country or wider place of a thing; one that is no country has no middle. */
export type Places = Record<string, { iri: string; name: Text; middle?: Middle }>;
export type Middle = readonly [latitude: number, longitude: number];

export type Answer = Table | Triples | { kind: "truth"; value: boolean };

export interface Parameter {
  name: string;
  type: string;
  optional: boolean;
  default: string;
}

export interface Question {
  id: string;
  title: Text;
  description: Text;
  keywords: Text;
  kind: string;
  parameters: Parameter[];
  body: string;
}

/** One query of a rule: its solutions are violations. */
export interface Check {
  query: string;
  focus: string;
  value: string | null;
  path: string | null;
  code: string;
  severity: string;
  message: Text;
  remedy: Text;
  given: Record<string, string>;
  property: string;
}

export interface Batch {
  suspects: string | null;
  checks: Check[];
}

/** What Python puts into the file beside the graph. */
export interface Library {
  version: string;
  prefixes: Record<string, string>;
  foreign: Record<string, Text>;
  attributes: { dimension: string; iri: string; name: Text; common: boolean }[];
  dimensions: Record<string, Text>;
  legend: Text[];
  order: string[];
  beside: string[];
  told: string[];
  agents: string[];
  modules: string[];
  hidden: string[];
  locators: [pattern: string, en: string, zh: string][];
  /** What the columns of questions are called. */
  headings: Record<string, Text>;
  questions: Question[];
  rules: Batch[];
  rule_names: Record<string, Text>;
  world: World;
}

/** The map: its land as a path, its size, and the middles of countries by their code of ISO 3166. */
export interface World {
  land: string;
  size: [width: number, height: number];
  scale: number;
  north: number;
  west: number;
  countries: Record<string, Middle>;
}

export interface Named {
  iri: string;
  name: string;
  kind: string;
}

export interface Overview {
  triples: number;
  kinds: { iri: string; name: Text; number: number }[];
  alliances: { iri: string; short: Text; name: Text; studied: boolean }[];
  seconds: number;
}

export interface Cell {
  state: "known" | "unknown" | "none" | "not-stated" | "not-named";
  /** What a source counts where it names nothing. */
  number?: string;
  items: { pieces: Piece[]; shared: boolean; rival: boolean; notes: Note[] }[];
  list: "" | "open" | "closed";
}

export interface Comparison {
  alliances: { iri: string; short: string }[];
  rows: { dimension: string; attribute: string; sign: "" | "=" | "≈" | "≠"; cells: Cell[] }[];
}

export interface Line {
  depth: 0 | 1;
  label: string;
  values: Piece[][];
  notes: number[];
}

export interface Description {
  iri: string;
  curie: string;
  name: string;
  kinds: Piece[];
  nameNotes: number[];
  lines: Line[];
  notes: Note[];
  known: boolean;
}

export interface Finding {
  code: string;
  severity: string;
  node: string;
  nodeName: Text;
  property: string;
  value: string;
  message: Text;
  remedy: Text;
  rule: Text;
  file: string;
  line: number;
}

export interface Own {
  name: string;
  triples: number;
  things: { iri: string; name: Text; alliance: boolean }[];
  fault?: string;
}

/** What the worker can be asked: arguments and answer of each. */
export interface Calls {
  start: [{ graph: Packed; library: Packed; engine: Packed; own: OwnFile[] }, Overview];
  overview: [null, Overview];
  search: [{ text: string; language: Language; most: number }, Named[]];
  names: [{ iris: string[] }, Record<string, Text>];
  offered: [{ type: string; language: Language }, Named[]];
  ask: [{ id: string; values: Record<string, string>; language: Language }, { answer: Answer; sparql: string }];
  sparql: [{ text: string }, Answer];
  describe: [{ iri: string; language: Language }, Description];
  compare: [{ alliances: string[]; dimensions: string[]; until: string; language: Language }, Comparison];
  terms: [null, { name: string; en: string; zh: string; kind: string }[]];
  add: [OwnFile, Own];
  remove: [{ name: string }, null];
  own: [null, Own[]];
  validate: [null, Finding[]];
}

export interface OwnFile {
  name: string;
  text: string;
}

export type Call = keyof Calls;
export type Request = { [C in Call]: { number: number; call: C; given: Calls[C][0] } }[Call];
export type Reply =
  | { number: number; result: unknown }
  | { number: number; error: string }
  | { number: number; progress: number };
