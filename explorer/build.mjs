// Builds the explorer into qontology/site/explorer: two scripts, the style, the engine and the licences, the same bytes at every run.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] ?? join(here, "../qontology/site/explorer/bundle");

/** The files from which the bundle is made, in order. */
function sources() {
  const below = (folder) =>
    readdirSync(join(here, folder), { withFileTypes: true }).flatMap((each) =>
      each.isDirectory() ? below(`${folder}/${each.name}`) : [`${folder}/${each.name}`],
    );
  return ["../qontology/site/assets/workbook.js", "build.mjs", "package-lock.json", "package.json", "tsconfig.json", ...below("src")].sort();
}

/** One number for all sources: a test compares it, so that a bundle that was not built anew is seen without Node. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const name of sources()) hash.update(`${name}\n`).update(readFileSync(join(here, name))).update("\n");
  return hash.digest("hex");
}

async function script(entry) {
  const made = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["chrome111", "firefox113", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    supported: { "nesting": false },
    loader: { ".css": "text" },
    define: { "import.meta.url": '""' },
  });
  return { code: made.outputFiles[0].contents, inputs: Object.keys(made.metafile.inputs) };
}

/** The licences of all packages of which something is in the bundle. */
function licences(inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  return [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)).sort();
    const own = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
    const texts = own.length ? own : [readFileSync(join(here, "licences", `${name}.txt`), "utf8").trim()];
    return `${name} ${version} (${license})\n\n${texts.join("\n\n")}\n`;
  });
}

const app = await script("src/main.ts");
const worker = await script("src/worker/main.ts");
const style = await build({ absWorkingDir: here, entryPoints: ["src/style.css"], minify: true, write: false, charset: "utf8" });
const engine = readFileSync(join(here, "node_modules/oxigraph/web_bg.wasm"));
const inputs = [...app.inputs, ...worker.inputs].map((input) => relative(here, join(here, input)));

mkdirSync(output, { recursive: true });
writeFileSync(join(output, "app.js"), app.code);
writeFileSync(join(output, "worker.js"), worker.code);
writeFileSync(join(output, "style.css"), style.outputFiles[0].contents);
writeFileSync(join(output, "engine.wasm.gz"), gzipSync(engine, { level: 9 }));
writeFileSync(join(output, "LICENCES.txt"), licences(inputs).join(`\n${"-".repeat(80)}\n\n`));
writeFileSync(join(output, "sources.sha256"), `${fingerprint()}\n`);
