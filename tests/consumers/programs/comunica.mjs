// Comunica: SPARQL over a store of N3.js. Prints the reading, and for each query after it how many rows it has.
import { asText, files, library, read } from "./store.mjs";

const [path, classes, alliances, members] = files;
const { QueryEngine } = library("@comunica/query-sparql-rdfjs");
const store = await read([path]);
const engine = new QueryEngine();

async function column(query) {
  const rows = await (await engine.queryBindings(query, { sources: [store] })).toArray();
  return rows.map((row) => [...row.values()][0].value);
}

console.log(
  JSON.stringify({
    triples: store.size,
    classes: await column(classes),
    alliances: await column(alliances),
    members: await column(members),
  }),
);
