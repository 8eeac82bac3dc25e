// Things: what the graph says of one thing, and what points to it, each read once; and the words for it.

import { literal } from "../dates";
import type { Language, Library, Piece, Term } from "../protocol";
import type { Names } from "./names";
import { type Graph } from "./store";

export const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
export const QO = "https://w3id.org/qontology/ns#";
export const DCTERMS = "http://purl.org/dc/terms/";

export type Properties = Map<string, Term[]>;

export function textOf(found: Term): string {
  const mark = found.type === "literal" ? `"${found.value}"@${found.language ?? ""}^^${found.datatype ?? ""}` : `<${found.value}>`;
  return mark;
}

export class Things {
  private properties_ = new Map<string, Properties>();
  private pointing_ = new Map<string, [string, string][]>();
  private above = new Map<string, Set<string>>();

  constructor(
    readonly graph: Graph,
    readonly names: Names,
    readonly library: Library,
  ) {
    const below = new Map<string, string[]>();
    const tree = "SELECT ?c ?d WHERE { ?c <http://www.w3.org/2000/01/rdf-schema#subClassOf> ?d FILTER(isIRI(?c) && isIRI(?d)) }";
    for (const [lower, upper] of graph.select(tree).rows) {
      if (lower && upper) below.set(lower.value, [...(below.get(lower.value) ?? []), upper.value]);
    }
    for (const lower of below.keys()) {
      const found = new Set([lower]);
      for (const each of found) for (const upper of below.get(each) ?? []) found.add(upper);
      this.above.set(lower, found);
    }
  }

  /** The values of all properties of a thing, in order. */
  properties(iri: string): Properties {
    let found = this.properties_.get(iri);
    if (!found) {
      found = new Map();
      for (const [predicate, value] of this.graph.outgoing(iri)) {
        const values = found.get(predicate);
        if (values) values.push(value);
        else found.set(predicate, [value]);
      }
      for (const values of found.values()) values.sort(inOrder);
      this.properties_.set(iri, found);
    }
    return found;
  }

  /** Whether the graph says anything of it, so that there is something to show. */
  isKnown(iri: string): boolean {
    return this.properties(iri).size > 0 || iri in this.library.foreign;
  }

  of(value: Term): Properties {
    return value.type === "iri" ? this.properties(value.value) : new Map();
  }

  /** What points to a thing, and by which property. */
  pointing(iri: string): [subject: string, predicate: string][] {
    let found = this.pointing_.get(iri);
    if (!found) {
      found = this.graph
        .incoming(iri)
        .filter(([subject]) => subject.type === "iri")
        .map(([subject, predicate]): [string, string] => [subject.value, predicate])
        .sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
      this.pointing_.set(iri, found);
    }
    return found;
  }

  /** Whether a thing is of one of these classes, or of a class below one. */
  isA(iri: string, ...classes: string[]): boolean {
    const kinds = this.properties(iri).get(RDF_TYPE) ?? [];
    return kinds.some((kind) => classes.some((name) => kind.value === name || this.above.get(kind.value)?.has(name)));
  }

  /** The assertions that vouch for a single triple. */
  vouchers(iri: string, predicate: string, value?: Term): string[] {
    return this.pointing(iri)
      .filter(([, relation]) => relation === `${QO}subject`)
      .map(([node]) => node)
      .filter((node) => {
        const own = this.properties(node);
        if (!own.get(`${QO}predicate`)?.some((each) => each.value === predicate)) return false;
        return value === undefined || (own.get(`${QO}object`) ?? []).some((each) => textOf(each) === textOf(value));
      });
  }
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function inOrder(one: Term, other: Term): number {
  return compare(textOf(one), textOf(other));
}

/** What things, values and properties are called in one language. */
export class Words {
  private known = new Map<string, string>();

  constructor(
    readonly things: Things,
    readonly language: Language,
  ) {}

  say(en: string, zh: string): string {
    return this.language === "zh" ? zh : en;
  }

  /** The preferred name of a thing, or what a node without a name relates. */
  iri(iri: string): string {
    let name = this.known.get(iri);
    if (name === undefined) {
      name = this.named(iri);
      this.known.set(iri, name);
    }
    return name;
  }

  private named(iri: string): string {
    const { names, library } = this.things;
    const foreign = library.foreign[iri];
    if (foreign) return this.say(...foreign);
    if (names.has(iri)) return names.label(iri, this.language);
    const titles = this.understood(this.things.properties(iri).get(`${DCTERMS}title`) ?? []);
    return joined(this.related(iri)) || titles.map((title) => title.value).join(" / ") || names.curie(iri);
  }

  term(value: Term): string {
    return value.type === "iri" ? this.iri(value.value) : literal(value, this.language);
  }

  /** The label of a property as a heading, which needs no "has". */
  property(iri: string): string {
    return this.iri(iri).replace(/^has /, "");
  }

  piece(value: Term): Piece {
    if (value.type !== "iri") return { text: literal(value, this.language) };
    if (this.things.isKnown(value.value)) return { text: this.iri(value.value), iri: value.value };
    return isAddress(value.value) ? { text: value.value, link: value.value } : { text: this.iri(value.value) };
  }

  /** What a relation node relates. */
  related(iri: string, without?: string): Piece[] {
    const own = this.things.properties(iri);
    return this.things.library.order
      .flatMap((predicate) => this.understood(own.get(predicate) ?? []))
      .filter((value) => value.value !== without)
      .map((value) => this.piece(value));
  }

  /** The parts of a value where it is met: with the date and the modality of a thing that has them. */
  parts(value: Term): Piece[] {
    if (value.type !== "iri") return [this.piece(value)];
    const { things } = this;
    if (things.isA(value.value, `${QO}Statement`)) {
      const found = things.names.has(value.value) ? [] : this.related(value.value);
      return found.length ? found : [this.piece(value)];
    }
    const own = things.properties(value.value);
    return [value, ...things.library.beside.flatMap((predicate) => own.get(predicate) ?? [])].map((each) => this.piece(each));
  }

  /** Of texts in both languages, those of the reader; all else as it is. */
  understood(values: Term[]): Term[] {
    const unwanted = this.language === "zh" ? "en" : "zh";
    return values.filter((value) => value.type !== "literal" || value.language !== unwanted);
  }
}

export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(text);
}

export function joined(parts: Piece[]): string {
  return parts.map((part) => part.text).join(" · ");
}
