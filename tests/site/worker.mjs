// Runs the worker of an explorer in Node.js: reads calls as lines of JSON from standard input, and writes their results so.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";
import { gunzipSync } from "node:zlib";

const page = readFileSync(process.argv[2], "utf8");
const part = (id) => new Uint8Array(Buffer.from(new RegExp(`id="${id}">([^<]*)<`).exec(page)[1], "base64"));
let hear;
const waiting = [];
globalThis.self = {
  addEventListener: (_, listener) => { hear = listener; },
  postMessage: (reply) => { if (!("progress" in reply)) waiting.shift()(reply); },
};
runInThisContext(gunzipSync(part("worker")).toString());
const ask = (call, given) =>
  new Promise((resolve) => {
    waiting.push(resolve);
    hear({ data: { number: 0, call, given } });
  });
await ask("start", { graph: part("graph"), library: part("library"), engine: part("engine"), own: [] });
for await (const line of createInterface({ input: process.stdin })) {
  const [call, given] = JSON.parse(line);
  console.log(JSON.stringify(await ask(call, given)));
}
