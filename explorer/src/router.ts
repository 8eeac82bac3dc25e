// Every view is an address: #en/compare?a=qutac holds the language, the view and all that was chosen.

import type { Language } from "./protocol";
import { language, preferred } from "./language";

export interface Place {
  language: Language;
  view: string;
  /** What follows the view: the id of a question, the name of a thing. */
  rest: string;
  values: Record<string, string>;
}

export function here(): Place {
  const [, tongue, path = "", query = ""] = /^#?(en|zh)?\/?([^?]*)\??(.*)$/s.exec(location.hash) ?? [];
  const [view = "", ...rest] = path.split("/");
  return {
    language: tongue === "en" || tongue === "zh" ? tongue : preferred(),
    view: view || "start",
    rest: decoded(rest.join("/")),
    values: Object.fromEntries(new URLSearchParams(query)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a view; values that are empty are left out. */
export function address(view: string, rest = "", values: Record<string, string> = {}, tongue: Language = language()): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
  const path = rest.split("/").map((part) => encodeURIComponent(part).replaceAll("%3A", ":")).join("/");
  return `#${tongue}/${view === "start" ? "" : view}${rest ? `/${path}` : ""}${query ? `?${query}` : ""}`;
}

export function thing(iri: string): string {
  return address("thing", iri);
}

/** Goes on in the same view without a step back to it, as while somebody types. */
export function replace(values: Record<string, string>): void {
  const place = here();
  history.replaceState(null, "", address(place.view, place.rest, values, place.language));
}
