// All that is known of one thing, as lines, each with the notes on which it rests: what `qontology show` tells.

import type { Description, Language, Line, Piece, Term } from "../protocol";
import { Evidence } from "./evidence";
import { compare, joined, QO, RDF_TYPE, type Things, Words } from "./things";

const SKOS = "http://www.w3.org/2004/02/skos/core#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SCHEMA = "https://schema.org/";
const PREFERRED = `${SKOS}prefLabel`;

export function describe(things: Things, iri: string, language: Language): Description {
  return new Teller(new Words(things, language)).tell(iri);
}

class Teller {
  private things: Things;
  private evidence: Evidence;

  constructor(private words: Words) {
    this.things = words.things;
    this.evidence = new Evidence(words);
  }

  tell(iri: string): Description {
    const own = this.things.properties(iri);
    const names = this.words.understood(own.get(PREFERRED) ?? []);
    const nameNotes = this.evidence.of([iri, ...names.flatMap((name) => this.vouching(iri, PREFERRED, name))]);
    const lines = [...this.properties(iri), ...this.incoming(iri)];
    return {
      iri,
      curie: this.things.names.curie(iri),
      name: this.words.iri(iri),
      kinds: (own.get(RDF_TYPE) ?? []).map((kind) => this.words.piece(kind)),
      nameNotes,
      lines,
      notes: this.evidence.notes,
      known: own.size > 0 || lines.length > 0,
    };
  }

  private *properties(iri: string): Iterable<Line> {
    for (const [predicate, values] of this.shown(iri)) {
      let label = this.words.property(predicate);
      for (const value of values) {
        const notes = this.evidence.of(this.vouching(iri, predicate, value));
        yield { depth: 0, label, values: [this.words.parts(value)], notes };
        label = "";
        if (value.type === "iri" && this.isTold(value)) yield* this.nested(value.value);
      }
    }
  }

  private *nested(iri: string): Iterable<Line> {
    const known = this.evidence.of([iri]);
    for (const [predicate, values] of this.shown(iri)) {
      if (this.things.library.beside.includes(predicate)) continue;
      const nodes = values.flatMap((value) => this.vouching(iri, predicate, value));
      const notes = this.evidence.of(nodes).filter((note) => !known.includes(note));
      yield { depth: 1, label: this.words.property(predicate), values: values.map((value) => this.words.parts(value)), notes };
    }
  }

  /** The properties of a thing in the order in which they are read; goals and the like in that of their source. */
  private shown(iri: string): [predicate: string, values: Term[]][] {
    const { hidden } = this.things.library;
    const place = (value: Term) => (this.isTold(value) ? value.value : joined(this.words.parts(value)).toLowerCase());
    return [...this.things.properties(iri)]
      .map(([predicate, values]): [string, Term[]] => [predicate, values.filter((value) => value.type !== "blank")])
      .filter(([predicate, values]) => values.length > 0 && !hidden.includes(predicate))
      .sort(([one], [other]) => this.rank(one) - this.rank(other) || compare(one, other))
      .map(([predicate, values]) => [
        predicate,
        this.words
          .understood(values)
          .map((value): [string, Term] => [place(value), value])
          .sort(([one], [other]) => compare(one, other))
          .map(([, value]) => value),
      ]);
  }

  private *incoming(iri: string): Iterable<Line> {
    const named: Line[] = [];
    const claims: Line[] = [];
    const slots = new Map<string, string[]>([[`${SCHEMA}domainIncludes`, []], [`${SCHEMA}rangeIncludes`, []]]);
    for (const [subject, predicate] of this.things.pointing(iri)) {
      const slot = slots.get(predicate);
      if (slot) slot.push(subject);
      else if (predicate === `${SKOS}hasTopConcept`) continue;
      else if (this.things.isA(subject, `${QO}Claim`)) claims.push(this.line([this.words.related(subject)], subject));
      else if (this.things.isA(subject, `${QO}Statement`)) {
        for (const [owner, relation] of this.things.pointing(subject)) {
          if (this.things.isA(owner, `${QO}Statement`)) continue;
          const parts = [this.part(owner), this.relation(relation), ...this.words.related(subject, iri)];
          named.push(this.line([parts], subject));
        }
      } else named.push(this.line([[this.part(subject), this.relation(predicate)]]));
    }
    const headings = [this.words.say("properties", "可用属性"), this.words.say("value of", "可作取值")];
    for (const [place, subjects] of [...slots.values()].entries()) {
      const values = [...new Set(subjects)].map((subject) => [this.part(subject)]);
      if (values.length) yield { depth: 0, label: headings[place] ?? "", values, notes: [] };
    }
    yield* under(this.words.say("named in", "见于"), named);
    yield* under(this.words.say("claims", "论断"), claims);
  }

  private line(values: Piece[][], node?: string): Line {
    return { depth: 0, label: "", values, notes: node === undefined ? [] : this.evidence.of([node]) };
  }

  private part(iri: string): Piece {
    return { text: this.words.iri(iri), iri };
  }

  private relation(predicate: string): Piece {
    return { text: this.words.property(predicate), iri: predicate };
  }

  private isTold(value: Term): boolean {
    return value.type === "iri" && this.things.isA(value.value, ...this.things.library.told);
  }

  /** What vouches for a triple: assertions, and the value itself where it is told here and not only named. */
  private vouching(iri: string, predicate: string, value: Term): string[] {
    const isOwn = value.type === "iri" && this.things.isA(value.value, ...this.things.library.told, `${QO}Statement`);
    return [...this.things.vouchers(iri, predicate, value), ...(isOwn ? [value.value] : [])];
  }

  /** Other names first, then our own properties module by module, then all others. */
  private rank(predicate: string): number {
    if (predicate.startsWith(SKOS)) return -1;
    const { modules } = this.things.library;
    const home = this.things.properties(predicate).get(`${RDFS}isDefinedBy`)?.[0]?.value.split("/").pop() ?? "";
    const place = modules.indexOf(home);
    return place < 0 ? modules.length : place;
  }
}

/** The lines with the heading before the first, each once. */
function* under(heading: string, lines: Line[]): Iterable<Line> {
  const seen = new Set<string>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    if (seen.has(key)) continue;
    yield { ...line, label: seen.size ? "" : heading };
    seen.add(key);
  }
}
