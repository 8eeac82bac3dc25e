// Where things are: the country of each, or the wider place where it has none.

import type { Places } from "../protocol";
import { QO, DCTERMS, type Things } from "./things";

const SAME = "https://schema.org/sameAs";
const ISO = "https://www.iso.org/obp/ui/#iso:code:3166:";

/** The places of those of these things that have one, by their IRIs. */
export function placesOf(things: Things, iris: string[]): Places {
  const found: Places = {};
  for (const iri of iris) {
    const place = placeOf(things, iri);
    if (place === undefined) continue;
    const code = things.properties(place).get(SAME)?.find((each) => each.value.startsWith(ISO))?.value.slice(ISO.length, ISO.length + 2);
    const middle = things.library.world.countries[code ?? ""];
    found[iri] = { iri: place, name: things.names.both(place), ...(middle ? { middle } : {}) };
  }
  return found;
}

function placeOf(things: Things, iri: string): string | undefined {
  if (things.isA(iri, `${QO}Place`)) return whole(things, iri);
  const own = things.properties(iri);
  const place = [...(own.get(`${QO}hasCountry`) ?? []), ...(own.get(`${QO}basedIn`) ?? [])].find((each) => each.type === "iri");
  return place && whole(things, place.value);
}

/** The country of a town or a part of one; a place that lies in none stays itself. */
function whole(things: Things, place: string): string {
  const seen = new Set<string>();
  let current = place;
  while (!seen.has(current) && !things.isA(current, `${QO}Country`)) {
    seen.add(current);
    const above = things.properties(current).get(`${DCTERMS}isPartOf`)?.find((each) => each.type === "iri");
    if (!above) break;
    current = above.value;
  }
  return current;
}
