// What the file holds beside the page: the graph, the library, the engine, the code of the worker and the licences, packed.

import type { Library } from "./protocol";
import { type Packed, unpacked } from "./unpacking";

/** A part of the file, by the id of its element. */
export function part(id: string): Packed {
  const signs = atob(document.getElementById(id)?.textContent ?? "");
  const bytes = new Uint8Array(signs.length);
  // A function for each of two million signs would take longer than all else here.
  for (let place = 0; place < signs.length; place++) bytes[place] = signs.charCodeAt(place);
  return bytes;
}

let known: Promise<Library> | undefined;

/** The library, read once. */
export function library(): Promise<Library> {
  known ??= unpacked(part("library")).json() as Promise<Library>;
  return known;
}
