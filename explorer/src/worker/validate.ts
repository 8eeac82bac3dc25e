// Validation of the reader's own files: the rules of the package as the queries into which it compiled them.

import type { Quad } from "oxigraph/web.js";
import type { Check, Finding, Term, Text } from "../protocol";
import { written } from "../terms";
import { likeness } from "./names";
import { RDF_TYPE, type Things } from "./things";

const ROOT = "https://w3id.org/qontology/";
const SPACES = [`${ROOT}ns#`, `${ROOT}scheme/`];

/** A file of the reader, its statements, and those of them that were not in the graph. */
export interface OwnGraph {
  name: string;
  text: string;
  quads: Quad[];
  added: Quad[];
}

/**
 * The findings of these files; `progress` hears how far it is, between 0 and 1.
 *
 * One on a node that a file describes or points to always counts, one on another node if it is not there without the files.
 */
export function validate(things: Things, files: OwnGraph[], progress: (share: number) => void): Finding[] {
  const owners = new Map<string, OwnGraph>();
  for (const file of files) {
    for (const { object } of file.quads) if (object.termType === "NamedNode") owners.set(object.value, file);
  }
  for (const file of files) for (const { subject } of file.quads) owners.set(subject.value, file);
  const [first] = files;
  if (!first) return [];
  const found = files.flatMap((file) => misspelt(things, file));
  const elsewhere = new Map<Check, Finding[]>();
  const { rules } = things.library;
  for (const [place, batch] of rules.entries()) {
    if (place % 4 === 0) progress(place / rules.length);
    if (batch.suspects !== null && !things.graph.select(batch.suspects).rows.length) continue;
    for (const check of batch.checks) {
      for (const { node, row } of solutions(things, check)) {
        const owner = owners.get(node.value);
        const one = finding(things, check, node, row, owner ?? first);
        if (owner) found.push(one);
        else elsewhere.set(check, [...(elsewhere.get(check) ?? []), one]);
      }
    }
  }
  found.push(...unknown(things, files, elsewhere));
  progress(1);
  const seen = new Set<string>();
  const order = ["violation", "warning", "info"];
  return found
    .filter((each) => {
      const key = JSON.stringify(each);
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity) || one.line - other.line);
}

function solutions(things: Things, check: Check): { node: Term; row: Map<string, Term | null> }[] {
  const { columns, rows } = things.graph.select(check.query);
  return rows.flatMap((cells) => {
    const row = new Map(columns.map((name, column) => [name, cells[column] ?? null]));
    const node = row.get(check.focus.slice(1));
    return node ? [{ node, row }] : [];
  });
}

/** Of findings on nodes of others, those that are not there without the files of the reader. */
function unknown(things: Things, files: OwnGraph[], elsewhere: Map<Check, Finding[]>): Finding[] {
  if (!elsewhere.size) return [];
  for (const file of files) things.graph.delete(file.added);
  try {
    return [...elsewhere].flatMap(([check, found]) => {
      const before = new Set(solutions(things, check).map(({ node, row }) => identity(things, check, node, row)));
      return found.filter((each) => !before.has(JSON.stringify([each.code, each.node, each.value, each.message])));
    });
  } finally {
    for (const file of files) things.graph.add(file.added);
  }
}

function identity(things: Things, check: Check, node: Term, row: Map<string, Term | null>): string {
  const { code, node: name, value, message } = finding(things, check, node, row, { name: "", text: "", quads: [], added: [] });
  return JSON.stringify([code, name, value, message]);
}

function finding(things: Things, check: Check, node: Term, row: Map<string, Term | null>, file: OwnGraph): Finding {
  const value = check.value ? row.get(check.value.slice(1)) : null;
  const step = check.path ? row.get(check.path.slice(1))?.value : undefined;
  const property = step ?? check.property;
  const fill = (text: string) =>
    text.replace(/\{[?$](\w+)\}/g, (mark, name: string) => {
      if (name === "this") return node.value;
      return row.get(name)?.value ?? (name === "value" ? value?.value : undefined) ?? check.given[name] ?? mark;
    });
  const rule = things.library.rule_names[check.code] ?? ["", ""];
  return {
    code: check.code,
    severity: check.severity,
    node: node.value,
    nodeName: node.type === "iri" ? things.names.both(node.value) : [node.value, node.value],
    property: property ? things.names.curie(property) : "",
    value: value && value.value !== node.value ? (value.type === "iri" ? things.names.curie(value.value) : written(value)) : "",
    message: both(check.message, fill),
    remedy: both(check.remedy, fill),
    rule,
    file: file.name,
    line: lineOf(things, file.text, node.value, property),
  };
}

function both([en, zh]: Text, change: (text: string) => string): Text {
  return [change(en), change(zh)];
}

/** Terms in our namespaces that nothing declares, each with the nearest one that does. */
function misspelt(things: Things, file: OwnGraph): Finding[] {
  const declared = new Set(
    things.graph
      .select("SELECT DISTINCT ?term WHERE { ?term a ?kind FILTER(isIRI(?term)) }")
      .rows.flatMap(([term]) => (term ? [term.value] : [])),
  );
  const found: Finding[] = [];
  for (const quad of file.quads) {
    for (const term of [quad.predicate, quad.object]) {
      if (term.termType !== "NamedNode" || declared.has(term.value)) continue;
      const space = SPACES.find((each) => term.value.startsWith(each));
      if (!space) continue;
      const name = things.names.curie(term.value);
      const near = nearest(term.value, declared);
      const isValue = term === quad.object;
      found.push({
        code: "QO-001",
        severity: "violation",
        node: quad.subject.value,
        nodeName: things.names.both(quad.subject.value),
        property: things.names.curie(quad.predicate.value),
        value: isValue ? name : "",
        message: [`there is no term ${name}`, `没有术语 ${name}`],
        remedy: near
          ? [`did you mean ${things.names.curie(near)}?`, `是否应为 ${things.names.curie(near)}？`]
          : ["search for the right term", "请查找正确的术语"],
        rule: ["A term of the ontology or its vocabularies exists", "所用的本体术语和词表概念均存在"],
        file: file.name,
        line: lineOf(things, file.text, quad.subject.value, term.value),
      });
    }
  }
  return found;
}

function nearest(iri: string, declared: Set<string>): string | undefined {
  const end = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
  const [space, local] = [iri.slice(0, end), iri.slice(end)];
  const isClass = /^\p{Lu}/u.test(local);
  let best: [number, string | undefined] = [0.6, undefined];
  for (const each of declared) {
    if (!each.startsWith(space)) continue;
    const name = each.slice(end);
    if (/^\p{Lu}/u.test(name) !== isClass || name.includes("/")) continue;
    const bare = name.replace(/^has([A-Z])/, (_, first: string) => first.toLowerCase());
    const like = Math.max(likeness(local, name), likeness(local, bare));
    if (like > best[0]) best = [like, each];
  }
  return best[1];
}

/** The line on which a file speaks of a property of a node, or of the node; 0 where it is not found. */
export function lineOf(things: Things, text: string, node: string, property?: string): number {
  const lines = text.split("\n");
  const ways = (iri: string) => {
    const local = iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);
    return [`<${iri}>`, things.names.curie(iri), ...(local ? [`:${local}`] : [])];
  };
  const mentions = (line: string, iri: string) =>
    ways(iri).some((way) => new RegExp(`${way.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`).test(line));
  const start = lines.findIndex((line) => /^\S/.test(line) && !line.startsWith("@") && mentions(line, node));
  if (start < 0) return 1 + lines.findIndex((line) => mentions(line, node));
  if (!property) return start + 1;
  for (let place = start; place < lines.length; place++) {
    const line = lines[place] ?? "";
    if (place > start && /^[^\s.#]/.test(line)) break;
    if (mentions(line, property) || (property === RDF_TYPE && /(^|\s)a\s/.test(line))) return place + 1;
  }
  return start + 1;
}
