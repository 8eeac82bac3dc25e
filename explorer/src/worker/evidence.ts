// Evidence: the passages and reasons on which statements rest, numbered as they are asked for.

import { placeInWords } from "../locators";
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
    const inside = placeInWords(locator, this.words.things.library.locators, this.words.language);
    const where = locator === "page" ? "" : `${this.words.say(": ", "，")}${inside}`;
    const text = `${this.words.iri(source)}${where}`;
    const own = this.words.things.properties(source);
    const link = (own.get(HOMEPAGE) ?? []).map((value) => value.value).find(isAddress);
    return link === undefined ? { text, source } : { text, source, link };
  }
}
