// The library of questions: values put into the line of each parameter, and what a form offers.

import type { Language, Parameter, Question } from "../protocol";
import { written } from "../terms";
import type { Graph } from "./store";

const VALUES = /^[ \t]*VALUES \?(\w+) \{ (.*) \}[ \t]*\n/gm;
const XSD_INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

/** The SPARQL text with these terms in place; what is not given keeps its default, or its line goes where it may. */
export function bind(question: Question, terms: Record<string, string>): string {
  const known = new Map(question.parameters.map((parameter) => [parameter.name, parameter]));
  return question.body.replace(VALUES, (line: string, name: string, between: string) => {
    const parameter = known.get(name);
    if (!parameter) return line;
    const term = terms[name];
    if (term === undefined) return parameter.optional ? "" : line;
    return line.replace(`{ ${between} }`, () => `{ ${term} }`);
  });
}

/** The terms of the values that a form gives; empty ones are left out. */
export function termsOf(
  question: Question,
  values: Record<string, string>,
  language: Language,
  expand: (text: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const parameter of question.parameters) {
    const value = values[parameter.name]?.trim();
    if (parameter.type === "language") found[parameter.name] = written({ type: "literal", value: language });
    else if (value) found[parameter.name] = termOf(parameter, value, expand);
  }
  return found;
}

function termOf(parameter: Parameter, value: string, expand: (text: string) => string): string {
  if (parameter.type === "xsd:integer") {
    return written({ type: "literal", value: String(Number.parseInt(value, 10) || 0), datatype: XSD_INTEGER });
  }
  if (parameter.type === "date" || parameter.type.startsWith("xsd:")) return written({ type: "literal", value });
  return written({ type: "iri", value: expand(value) });
}

/** The things that fit the type of a parameter. */
export function offered(graph: Graph, type: string, expand: (text: string) => string): string[] {
  const patterns = type.split(" | ").map((kind) => {
    if (kind === "thing") return "?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?name .";
    const iri = written({ type: "iri", value: expand(kind) });
    if (kind.startsWith("scheme:")) return `?thing <http://www.w3.org/2004/02/skos/core#inScheme> ${iri} .`;
    return `?kind <http://www.w3.org/2000/01/rdf-schema#subClassOf>* ${iri} . ?thing a ?kind .`;
  });
  const pattern = patterns.map((each) => `{ ${each} }`).join(" UNION ");
  const { rows } = graph.select(`SELECT DISTINCT ?thing WHERE { ${pattern} FILTER(isIRI(?thing)) }`);
  return rows.flatMap(([thing]) => (thing ? [thing.value] : []));
}
