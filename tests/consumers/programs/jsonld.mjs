// jsonld.js: JSON-LD to RDF. With "back" as the last word, from RDF by the context of the file to JSON-LD again, and to
// RDF, which must be the same.
import { asText, files, library, reading } from "./store.mjs";

const [className, allianceName, path, back] = files;
const jsonld = library("jsonld");
const { Parser, Store } = library("n3");

const offline = {
  documentLoader: (address) => {
    throw new Error(`the network is asked for: ${address}`);
  },
};
const document = JSON.parse(await asText(path));
const quads = await jsonld.toRDF(document, { ...offline, format: "application/n-quads" });
const canonical = (text) => jsonld.canonize(text, { algorithm: "URDNA2015", inputFormat: "application/n-quads" });

if (back) {
  const expanded = await jsonld.fromRDF(quads, { format: "application/n-quads" });
  const compacted = await jsonld.compact(expanded, document["@context"], offline);
  const again = await jsonld.toRDF(compacted, { ...offline, format: "application/n-quads" });
  if ((await canonical(again)) !== (await canonical(quads))) throw new Error("the way back loses something");
}

const store = new Store(new Parser().parse(quads));
console.log(JSON.stringify(reading(store, className, allianceName)));
