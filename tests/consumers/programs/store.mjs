// What the programs have in common: the libraries, a store of N3.js that a file is read into, and its reading.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const [libraries, ...files] = process.argv.slice(2);
export const library = createRequire(join(libraries, "x.js"));

const { Parser, Store } = library("n3");

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const OWL = "http://www.w3.org/2002/07/owl#";
const QO = "https://w3id.org/qontology/ns#";

export function asText(path) {
  return new Promise((resolve, reject) => {
    let text = "";
    createReadStream(path, "utf-8").on("data", (part) => (text += part)).on("end", () => resolve(text)).on("error", reject);
  });
}

// The triples of files, each once, whatever its graph.
export async function read(paths) {
  const store = new Store();
  for (const [number, path] of paths.entries())
    for (const quad of new Parser({ blankNodePrefix: `b${number}_` }).parse(await asText(path)))
      store.addQuad(quad.subject, quad.predicate, quad.object);
  return store;
}

export function reading(store, className, allianceName) {
  const named = (predicate, name, language, kind) =>
    store
      .getSubjects(predicate, null)
      .filter((node) => store.countQuads(node, RDF + "type", kind))
      .filter((node) =>
        store.getObjects(node, predicate).some((label) => label.value === name && label.language === language))
      .map((node) => node.value);
  const alliances = named(SKOS + "prefLabel", allianceName, "zh", QO + "Alliance");
  const members = store
    .getObjects(alliances[0], QO + "hasMembership")
    .flatMap((membership) => store.getObjects(membership, QO + "member"))
    .map((member) => member.value);
  const classes = named(RDFS + "label", className, "en", OWL + "Class");
  return { triples: store.size, classes, alliances, members: [...new Set(members)] };
}
