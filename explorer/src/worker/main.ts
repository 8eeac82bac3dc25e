// The worker: holds the graph and answers the page, so that the page never waits and a long query can be stopped.

import type { Answer, Call, Calls, Library, Named, Own, OwnFile, Overview, Request, Term, Text } from "../protocol";
import { unpacked } from "../unpacking";
import { ALLIANCE, Comparing, Facts } from "./compare";
import { describe } from "./describe";
import { Names } from "./names";
import { placesOf } from "./places";
import { bind, offered, termsOf } from "./questions";
import { Graph } from "./store";
import { compare, QO, RDF_TYPE, Things, Words } from "./things";
import { type OwnGraph, validate } from "./validate";

class Explorer {
  private graph!: Graph;
  private library!: Library;
  private things!: Things;
  private files: OwnGraph[] = [];
  private facts = new Map<string, Facts>();
  private seconds = 0;

  readonly calls: { [C in Call]: (given: Calls[C][0], progress: (share: number) => void) => Calls[C][1] | Promise<Calls[C][1]> } = {
    start: async ({ graph, library, engine, own }) => {
      const before = performance.now();
      const [known, code, statements] = await Promise.all([unpacked(library).json(), unpacked(engine).arrayBuffer(), unpacked(graph).arrayBuffer()]);
      this.library = known as Library;
      this.graph = await Graph.make(code);
      this.graph.load(new Uint8Array(statements));
      for (const file of own) this.take(file);
      this.refresh();
      this.seconds = (performance.now() - before) / 1000;
      return this.overview();
    },
    overview: () => this.overview(),
    search: ({ text, language, most }) => {
      const words = new Words(this.things, language);
      return this.things.names.search(text, most).map(({ iri, name }) => {
        const label = words.iri(iri);
        return { iri, name: label === name ? name : `${label} · ${name}`, kind: this.kind(iri, words) };
      });
    },
    names: ({ iris }) => this.namesOf(iris),
    offered: ({ type, language }) => {
      const found = offered(this.graph, type, (text) => this.things.names.expand(text));
      return found
        .map((iri): Named => ({ iri: this.things.names.curie(iri), name: this.things.names.label(iri, language), kind: this.things.names.short(iri, language) }))
        .sort((one, other) => one.name.localeCompare(other.name, language === "zh" ? "zh-CN" : "en"));
    },
    ask: ({ id, values, language }) => {
      const question = this.library.questions.find((each) => each.id === id);
      if (!question) throw new Error(`no question ${id}`);
      const sparql = bind(question, termsOf(question, values, language, (text) => this.things.names.expand(text)));
      return { answer: this.answer(sparql), sparql };
    },
    sparql: ({ text }) => this.ownQuery(text),
    describe: ({ iri, language }) => describe(this.things, this.things.names.expand(iri), language),
    compare: ({ alliances, dimensions, until, language }) => {
      let facts = this.facts.get(until);
      if (!facts) this.facts.set(until, (facts = new Facts(this.things, until)));
      const chosen = alliances.map((name) => this.things.names.expand(name));
      return new Comparing(this.things, facts, chosen, until, language).table(dimensions);
    },
    terms: () => this.terms(),
    add: (file) => this.add(file),
    remove: ({ name }) => {
      const gone = this.files.find((file) => file.name === name);
      this.files = this.files.filter((file) => file !== gone);
      if (!gone) return null;
      this.graph.delete(gone.added);
      // What another file says too stays.
      for (const file of this.files) file.added.push(...this.graph.add(file.quads));
      this.refresh();
      return null;
    },
    own: () => this.files.map((file) => this.own(file)),
    validate: (_, progress) => validate(this.things, this.files, progress),
  };

  private refresh(): void {
    this.things = new Things(this.graph, new Names(this.graph, this.library.prefixes), this.library);
    this.facts.clear();
  }

  private add(file: OwnFile): Own {
    this.calls.remove({ name: file.name }, () => undefined);
    try {
      const own = this.take(file);
      this.refresh();
      return this.own(own);
    } catch (error) {
      return { name: file.name, triples: 0, things: [], fault: said(error) };
    }
  }

  private take(file: OwnFile): OwnGraph {
    const quads = this.graph.read(file.name, file.text);
    const own = { ...file, quads, added: this.graph.add(quads) };
    this.files.push(own);
    return own;
  }

  private own(file: OwnGraph): Own {
    const described = file.quads.filter((quad) => quad.predicate.value === RDF_TYPE && quad.subject.termType === "NamedNode");
    const things = [...new Set(described.map((quad) => quad.subject.value))]
      .filter((iri) => this.things.names.has(iri))
      .map((iri) => ({ iri, name: this.things.names.both(iri), alliance: this.things.isA(iri, ALLIANCE) }))
      .sort((one, other) => Number(other.alliance) - Number(one.alliance) || compare(one.iri, other.iri));
    return { name: file.name, triples: file.quads.length, things };
  }

  private kind(iri: string, words: Words): string {
    const kind = this.things.properties(iri).get(RDF_TYPE)?.[0];
    return kind ? words.term(kind) : "";
  }

  private overview(): Overview {
    const counts = this.library.questions.find((each) => each.id === "core/kinds");
    const kinds = counts ? this.graph.select(bind(counts, { language: '"en"' })).rows : [];
    const studied = new Set<string>();
    const compared = this.library.questions.find((each) => each.id === "compare/compared");
    const alliances: string[] = [];
    for (const [alliance, study] of compared ? this.graph.select(bind(compared, {})).rows : []) {
      if (!alliance) continue;
      alliances.push(alliance.value);
      if (study) studied.add(alliance.value);
    }
    const { names } = this.things;
    return {
      triples: this.graph.size,
      kinds: kinds.flatMap(([kind, , number]) =>
        kind && number ? [{ iri: kind.value, name: names.both(kind.value), number: Number(number.value) }] : [],
      ),
      alliances: [...new Set(alliances)].map((iri) => ({
        iri: names.curie(iri),
        short: [names.short(iri, "en"), names.short(iri, "zh")],
        name: names.both(iri),
        studied: studied.has(iri),
      })),
      seconds: this.seconds,
    };
  }

  private answer(sparql: string): Answer {
    const found = this.graph.answer(sparql);
    const terms: (Term | null)[] = found.kind === "table" ? found.rows.flat() : found.kind === "triples" ? found.triples.flat() : [];
    if (found.kind !== "truth") {
      const iris = [...new Set(terms.flatMap((term) => (term?.type === "iri" ? [term.value] : [])))];
      found.names = this.namesOf(iris);
      found.places = placesOf(this.things, iris);
    }
    return found;
  }

  private ownQuery(text: string): Answer {
    const added = this.declared(text);
    try {
      return this.answer(added + text);
    } catch (error) {
      // Places are those of the text of the reader, without what stands before it.
      throw new Error(said(error).replace(/\bat 1:(\d+)/, (_, column: string) => `at 1:${Math.max(Number(column) - added.length, 1)}`));
    }
  }

  private namesOf(iris: string[]): Record<string, Text> {
    const [en, zh] = [new Words(this.things, "en"), new Words(this.things, "zh")];
    const known = [...new Set(iris)].filter((iri) => this.things.isKnown(iri));
    return Object.fromEntries(known.map((iri) => [iri, [en.iri(iri), zh.iri(iri)] as const]));
  }

  /** A declaration of each prefix of ours that a query uses and does not declare, on one line. */
  private declared(sparql: string): string {
    const own = new Set([...sparql.matchAll(/\bPREFIX\s+([\w.-]*):/gi)].map((found) => found[1]));
    const missing = Object.entries(this.library.prefixes).filter(
      ([prefix]) => !own.has(prefix) && new RegExp(`(?<![\\w:<-])${prefix.replace(/[-.]/g, "\\$&")}:`).test(sparql),
    );
    return missing.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}> `).join("");
  }

  private terms(): { name: string; en: string; zh: string; kind: string }[] {
    const { names } = this.things;
    const query = `SELECT DISTINCT ?term ?kind WHERE {
      ?term a ?kind . FILTER(isIRI(?term) && (STRSTARTS(STR(?term), "${QO}") || STRSTARTS(STR(?term), "https://w3id.org/qontology/scheme/")))
    }`;
    const found = new Map<string, string>();
    for (const [term, kind] of this.graph.select(query).rows) {
      if (term && kind) found.set(term.value, kind.value.endsWith("Class") ? "class" : kind.value.endsWith("Property") ? "property" : "constant");
    }
    for (const each of this.overview().alliances) found.set(names.expand(each.iri), "variable");
    return [...found]
      .map(([iri, kind]) => ({ name: names.curie(iri), en: names.label(iri, "en"), zh: names.label(iri, "zh"), kind }))
      .sort((one, other) => compare(one.name, other.name));
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const explorer = new Explorer();

self.addEventListener("message", (event: MessageEvent<Request>) => {
  const { number, call, given } = event.data;
  const progress = (share: number) => self.postMessage({ number, progress: share });
  // The types of call and argument belong together, which the compiler cannot follow here.
  const run = explorer.calls[call] as (given: unknown, progress: (share: number) => void) => unknown;
  Promise.resolve()
    .then(() => run(given, progress))
    .then(
      (result) => self.postMessage({ number, result }),
      (error: unknown) => self.postMessage({ number, error: said(error) }),
    );
});
