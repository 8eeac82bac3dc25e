// The graph: Oxigraph in WebAssembly, and its answers as plain values.

import init, { Store, type Quad, type Term as OxTerm, namedNode } from "oxigraph/web.js";
import type { Answer, Table, Term } from "../protocol";
import { written } from "../terms";

const STRING = "http://www.w3.org/2001/XMLSchema#string";
const LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
const FORMATS: Record<string, string> = {
  ttl: "text/turtle", turtle: "text/turtle", n3: "text/turtle", nt: "application/n-triples",
  rdf: "application/rdf+xml", owl: "application/rdf+xml", xml: "application/rdf+xml",
  jsonld: "application/ld+json", json: "application/ld+json",
};

interface Binding {
  type: string;
  value: string | { subject: Binding; predicate: Binding; object: Binding };
  "xml:lang"?: string;
  datatype?: string;
}

export class Graph {
  private store = new Store();

  static async make(engine: ArrayBuffer): Promise<Graph> {
    await init({ module_or_path: engine });
    return new Graph();
  }

  get size(): number {
    return this.store.size;
  }

  /** The shipped statements, as N-Triples in UTF-8. */
  load(bytes: Uint8Array): void {
    this.store.load(bytes, { format: "application/n-triples", lenient: true, no_transaction: true } as never);
  }

  /** The statements of a file of the reader; throws what is wrong with it. */
  read(name: string, text: string): Quad[] {
    const ending = name.split(".").pop()?.toLowerCase() ?? "";
    const one = new Store();
    one.load(text, { format: FORMATS[ending] ?? "text/turtle" });
    return one.match();
  }

  /** Adds statements, and gives those that were not there. */
  add(quads: Quad[]): Quad[] {
    const added = quads.filter((quad) => !this.store.has(quad));
    for (const quad of added) this.store.add(quad);
    return added;
  }

  delete(quads: Quad[]): void {
    for (const quad of quads) this.store.delete(quad);
  }

  /** The rows of a SELECT query. */
  select(sparql: string): { columns: string[]; rows: (Term | null)[][] } {
    const answer = JSON.parse(this.store.query(sparql, { results_format: "json" } as never) as unknown as string) as {
      head: { vars: string[] };
      results: { bindings: Record<string, Binding>[] };
    };
    const columns = answer.head.vars;
    return {
      columns,
      rows: answer.results.bindings.map((row) => columns.map((name) => (row[name] ? term(row[name]) : null))),
    };
  }

  /** The answer of a query of any form, without names. */
  answer(sparql: string): Answer {
    const form = formOf(sparql);
    if (form === "SELECT") return { kind: "table", ...this.select(sparql), names: {}, places: {} } satisfies Table;
    const found = this.store.query(sparql) as unknown;
    if (typeof found === "boolean") return { kind: "truth", value: found };
    const quads = found as Quad[];
    return {
      kind: "triples",
      triples: quads.map((quad) => [plain(quad.subject), plain(quad.predicate), plain(quad.object)]),
      names: {},
      places: {},
    };
  }

  outgoing(iri: string): [predicate: string, value: Term][] {
    return this.store.match(namedNode(iri)).map((quad) => [quad.predicate.value, plain(quad.object)]);
  }

  incoming(iri: string): [subject: Term, predicate: string][] {
    return this.store.match(null, null, namedNode(iri)).map((quad) => [plain(quad.subject), quad.predicate.value]);
  }
}

/** The form of a query: the first of these words that stands outside of IRIs, texts and comments. */
export function formOf(sparql: string): string {
  const bare = sparql.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, " ");
  return /(?<![\w:?$-])(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:-])/i.exec(bare)?.[1]?.toUpperCase() ?? "";
}

function term(binding: Binding): Term {
  if (typeof binding.value !== "string") {
    const { subject, predicate, object } = binding.value;
    return { type: "triple", value: [subject, predicate, object].map((each) => written(term(each))).join(" ") };
  }
  if (binding.type === "uri") return { type: "iri", value: binding.value };
  if (binding.type === "bnode") return { type: "blank", value: binding.value };
  return literal(binding.value, binding["xml:lang"], binding.datatype);
}

export function plain(found: OxTerm): Term {
  if (found.termType === "NamedNode") return { type: "iri", value: found.value };
  if (found.termType === "BlankNode") return { type: "blank", value: found.value };
  if (found.termType === "Literal") return literal(found.value, found.language, found.datatype.value);
  return { type: "triple", value: found.toString() };
}

function literal(value: string, language?: string, datatype?: string): Term {
  if (language) return { type: "literal", value, language };
  if (datatype && datatype !== STRING && datatype !== LANGUAGE_STRING) return { type: "literal", value, datatype };
  return { type: "literal", value };
}
