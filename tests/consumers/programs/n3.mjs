// N3.js: Turtle, TriG, N-Triples or N-Quads into its store.
import { files, read, reading } from "./store.mjs";

const [className, allianceName, ...paths] = files;
console.log(JSON.stringify(reading(await read(paths), className, allianceName)));
