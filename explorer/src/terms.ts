// RDF terms as text.

import type { Term } from "./protocol";

/** A term in the syntax of SPARQL and of N-Triples. */
export function written(found: Term): string {
  if (found.type === "iri") return `<${found.value.replace(/[<>"{}|\\^`\u0000-\u0020]/g, encodeURIComponent)}>`;
  if (found.type === "blank") return `_:${found.value}`;
  if (found.type === "triple") return found.value;
  const text = JSON.stringify(found.value);
  if (found.language) return `${text}@${found.language}`;
  return found.datatype ? `${text}^^<${found.datatype}>` : text;
}
