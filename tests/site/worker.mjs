// Runs the worker of an explorer in Node.js: reads calls as lines of JSON from standard input, and writes their results so.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";
import { gunzipSync } from "node:zlib";

const page = readFileSync(process.argv[2], "utf8");
const packed = (id) => gunzipSync(Buffer.from(new RegExp(`id="${id}">([^<]*)<`).exec(page)[1], "base64"));
let hear;
const waiting = [];
globalThis.self = {
  addEventListener: (_, listener) => { hear = listener; },
  postMessage: (reply) => { if (!("progress" in reply)) waiting.shift()(reply); },
};
runInThisContext(packed("worker").toString());
const ask = (call, given) =>
  new Promise((resolve) => {
    waiting.push(resolve);
    hear({ data: { number: 0, call, given } });
  });
const engine = new WebAssembly.Module(packed("engine"));
await ask("start", { graph: packed("graph").toString(), library: JSON.parse(packed("library")), engine, own: [] });
for await (const line of createInterface({ input: process.stdin })) {
  const [call, given] = JSON.parse(line);
  console.log(JSON.stringify(await ask(call, given)));
}
