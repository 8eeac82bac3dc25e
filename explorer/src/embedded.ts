// What the file holds beside the page: the graph, the library, the engine and the code of the worker, packed.

import type { Library } from "./protocol";

export interface Prepared {
  code: string;
  graph: string;
  library: Library;
  engine: WebAssembly.Module;
}

let once: Promise<Prepared> | undefined;

export function prepared(): Promise<Prepared> {
  once ??= (async () => {
    const [code, graph, library, engine] = await Promise.all([
      unpacked("worker").then((response) => response.text()),
      unpacked("graph").then((response) => response.text()),
      unpacked("library").then((response) => response.json() as Promise<Library>),
      unpacked("engine").then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)),
    ]);
    return { code, graph, library, engine };
  })();
  return once;
}

/** A part of the file, by the id of its element. */
export async function unpacked(id: string): Promise<Response> {
  const text = document.getElementById(id)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
