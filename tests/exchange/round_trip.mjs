// Reads JSON-LD with jsonld.js, compacts what it read by the context that it is given, reads that again, and prints the
// statements of both readings. Looks nothing up. Arguments: the folder of libraries, the document, the context.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , libraries, document, context] = process.argv;
const jsonld = createRequire(libraries + "/")("jsonld");
const ours = JSON.parse(readFileSync(context, "utf8"));
const options = {
  documentLoader: async (url) => {
    if (url !== "https://w3id.org/qontology/context.jsonld") throw new Error("the network is asked for " + url);
    return { contextUrl: null, documentUrl: url, document: ours };
  },
};
const first = JSON.parse(readFileSync(document, "utf8"));
const second = await jsonld.compact(await jsonld.expand(first, options), first["@context"], options);
for (const each of [first, second]) {
  // The name of RDFC-1.0 while it was a draft: the older releases of the library know no other, the newer ones take both.
  const text = await jsonld.canonize(each, { ...options, algorithm: "URDNA2015", format: "application/n-quads" });
  console.log(JSON.stringify({ text, compact: each }));
}
