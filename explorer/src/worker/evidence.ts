// Evidence: the passages and reasons on which statements rest, numbered as they are asked for.

import type { Note } from "../protocol";
import { compare, DCTERMS, isAddress, QO, type Words } from "./things";

const HOMEPAGE = "http://xmlns.com/foaf/0.1/homepage";

export class Evidence {
  readonly notes: Note[] = [];
  private numbered = new Map<string, number>();

  constructor(private words: Words) {}

  /** The numbers of the notes for all on which these nodes rest, in order and each once. */
  of(nodes: Iterable<string>): number[] {
    const found = new Set<number>();
    for (const node of nodes) for (const number of this.grounds(node)) found.add(number);
    return [...found].sort((one, other) => one - other);
  }

  private grounds(node: string): number[] {
    const { things } = this.words;
    const own = things.properties(node);
    const reasons = this.words.understood(own.get(`${QO}reason`) ?? []).flatMap((reason) =>
      (own.get(`${QO}claimant`) ?? []).map((who) => this.number(`reason ${who.value} ${reason.value}`, () => ({
        text: `${this.words.iri(who.value)}${this.words.say(": ", "：")}${reason.value}`,
      }))),
    );
    const places = (own.get(`${QO}evidence`) ?? []).flatMap((passage) => {
      const about = things.of(passage);
      const locators = about.get(`${QO}locator`) ?? [];
      return (about.get(`${DCTERMS}isPartOf`) ?? []).flatMap((source) =>
        locators.map((locator): [string, string] => [source.value, locator.value]),
      );
    });
    places.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
    return [
      ...reasons,
      ...places.map(([source, locator]) => this.number(`${source} ${locator}`, () => this.passage(source, locator))),
    ];
  }

  private number(key: string, make: () => Note): number {
    let number = this.numbered.get(key);
    if (number === undefined) {
      number = this.notes.push(make());
      this.numbered.set(key, number);
    }
    return number;
  }

  private passage(source: string, locator: string): Note {
    // What a page of the web tells as a whole is cited by its name.
    const where = locator === "page" ? "" : `${this.words.say(": ", "，")}${this.place(locator)}`;
    const text = `${this.words.iri(source)}${where}`;
    const own = this.words.things.properties(source);
    const link = (own.get(HOMEPAGE) ?? []).map((value) => value.value).find(isAddress);
    return link === undefined ? { text, source } : { text, source, link };
  }

  /** A locator in words: `table5/row1/col2` is a place that a reader can find. */
  private place(locator: string): string {
    const parts = locator.split("/").map((part) => {
      for (const [pattern, en, zh] of this.words.things.library.locators) {
        const found = new RegExp(`^(?:${pattern})$`).exec(part);
        if (found) return this.words.say(en, zh).replace("{0}", () => found[1] ?? "");
      }
      return part;
    });
    if (this.words.language === "en") return parts.join(", ");
    return parts.join(" ").replace(/(?<=[\d一-鿿）]) (?=[一-鿿（])/g, "");
  }
}
