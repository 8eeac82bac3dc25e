// The library of questions: all of them with a filter, and each with its form, its answer and its SPARQL.

import { ask } from "../client";
import { type Child, h } from "../dom";
import { library } from "../embedded";
import { language, say, told } from "../language";
import { placeInWords } from "../locators";
import { views } from "../parts/views";
import { address, here, replace } from "../router";
import type { Library, Named, Parameter, Question, Table, Term, Text } from "../protocol";
import type { View } from "../view";

/** Columns that hold places in sources. */
const LOCATORS = ["source", "locator"];

export const MODULES: Record<string, Text> = {
  core: ["Who and where", "主体与地点"],
  formation: ["Formation", "组建"],
  goals: ["Goals", "目标"],
  structure: ["Structure", "结构"],
  initiatives: ["Initiatives", "举措"],
  compare: ["Comparison", "比较"],
  evidence: ["Evidence", "依据"],
  rules: ["Rules that derive", "推导规则"],
};

export function modules(questions: Question[]): { name: string; questions: Question[] }[] {
  const groups = Object.keys(MODULES).map((module) => ({
    name: told(MODULES[module] ?? ["", ""]),
    questions: questions.filter((each) => each.id.startsWith(`${module}/`)),
  }));
  return groups.filter((group) => group.questions.length > 0);
}

export const questions: View = async ({ values }) => {
  const all = (await library()).questions.filter((each) => each.kind === "select");
  const filter = h("input", { type: "search", id: "filter", value: values["q"] ?? "" });
  const about = h("p", { class: "quiet", role: "status" });
  const lists = h("div");
  const draw = () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    const wanted = all.filter((each) => {
      const text = [each.id, ...each.title, ...each.description, ...each.keywords].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    });
    about.textContent = say(`${wanted.length} questions`, `${wanted.length} 个问题`);
    lists.replaceChildren(...modules(wanted).map((group) =>
      h("section", {}, h("h2", {}, group.name), h("ul", { class: "lines" }, group.questions.map((each) =>
        h("li", {}, h("a", { href: address("question", each.id) }, told(each.title))))))));
  };
  filter.addEventListener("input", () => { replace({ q: filter.value }); draw(); });
  draw();
  return {
    title: say("Questions", "问题"),
    content: [
      h("h1", {}, say("Questions", "问题")),
      h("p", { class: "field" }, h("label", { for: "filter" }, say("Questions with", "问题包含")), filter),
      about,
      lists,
    ],
  };
};

export const question: View = async ({ rest, values }) => {
  const known = await library();
  const { questions: all, world, headings } = known;
  const found = all.find((each) => each.id === rest && each.kind === "select");
  if (!found) return questions({ language: language(), view: "questions", rest: "", values: { q: rest } });
  const { answer: raw, sparql } = await ask("ask", { id: found.id, values, language: language() });
  if (raw.kind !== "table") throw new Error(found.id);
  const answer = await readable(raw, known);
  const title = told(found.title);
  return {
    title,
    broad: answer.columns.length > 5,
    content: [
      h("p", { class: "kinds" }, h("a", { href: address("questions") }, say("Questions", "问题")), " · ", h("code", {}, found.id)),
      h("h1", {}, title),
      told(found.description) && h("p", { class: "lead" }, told(found.description)),
      await form(found, values, headings),
      h("p", { role: "status", class: "quiet" }, say(`${answer.rows.length} row${answer.rows.length === 1 ? "" : "s"}`, `${answer.rows.length} 行`)),
      views(answer, {
        name: found.id.replace("/", "-"), title, world, heading: (column) => heading(headings, column), values: { ...values }, change: (chosen) => replace({ ...here().values, ...chosen }),
        buttons: h("a", { class: "button", href: address("sparql", "", { q: sparql }) }, say("Change it in SPARQL", "在 SPARQL 中修改")),
      }),
      h("details", {}, h("summary", {}, say("The SPARQL that was run", "所运行的 SPARQL")), h("pre", { tabindex: 0 }, sparql)),
    ],
  };
};

/** The answer with sources by their names, and places in them in words, where it has the ends of their IRIs. */
async function readable(answer: Table, { prefixes, locators }: Library): Promise<Table> {
  const columns = answer.columns.flatMap((name, column) => (LOCATORS.includes(name) ? [column] : []));
  if (!columns.length) return answer;
  const source = (term: Term | null) => (term?.type === "literal" && /^[\w-]+$/.test(term.value) ? `${prefixes["source"]}${term.value}` : "");
  const iris = answer.rows.flatMap((row) => columns.map((column) => source(row[column] ?? null))).filter(Boolean);
  const names = await ask("names", { iris });
  const words = (term: Term | null): Term | null => {
    if (term?.type !== "literal") return term;
    const iri = source(term);
    return iri in names ? { type: "iri", value: iri } : { type: "literal", value: placeInWords(term.value, locators, language()) };
  };
  const rows = answer.rows.map((row) => row.map((term, column) => (columns.includes(column) ? words(term) : term)));
  return { ...answer, rows, names: { ...answer.names, ...names } };
}

/** The parameters as fields, with what the graph offers for each. */
async function form(found: Question, values: Record<string, string>, headings: Library["headings"]): Promise<Child> {
  const parameters = found.parameters.filter((each) => each.type !== "language");
  if (!parameters.length) return null;
  const fields = await Promise.all(parameters.map((each) => field(each, values[each.name] ?? "", headings)));
  return h(
    "form",
    {
      class: "form",
      submit: (event: Event) => {
        event.preventDefault();
        const given = Object.fromEntries([["as", values["as"] ?? ""], ...fields.map(({ name, value }) => [name, value()])]);
        location.hash = address("question", found.id, given);
      },
    },
    fields.map(({ element }) => element),
    h("button", { type: "submit", class: "main" }, say("Ask", "查询")),
  );
}

interface Field {
  name: string;
  element: HTMLElement;
  value: () => string;
}

async function field(parameter: Parameter, value: string, headings: Library["headings"]): Promise<Field> {
  const { name, type } = parameter;
  const id = `value-${name}`;
  const label = h("label", { for: id }, heading(headings, name));
  const isThing = !(type === "date" || type.startsWith("xsd:"));
  if (!isThing) {
    const given = /"([^"]*)"/.exec(parameter.default)?.[1] ?? parameter.default;
    const hint = type === "date" ? say("year, month or day", "年、月或日") : "";
    const input = h("input", {
      id, value, placeholder: parameter.optional ? hint : given, autocomplete: "off",
      ...(type === "date" ? { pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", title: say("2022, 2022-06 or 2022-06-30", "2022、2022-06 或 2022-06-30") } : {}),
      ...(type === "xsd:integer" ? { type: "number" } : {}),
    });
    return { name, element: h("p", { class: "field" }, label, input), value: () => input.value.trim() };
  }
  const offers = await ask("offered", { type, language: language() });
  const any = parameter.optional ? say("any", "不限") : nameOf(offers, parameter.default);
  if (offers.length <= 150) {
    const select = h("select", { id }, h("option", { value: "" }, any), offers.map((each) => h("option", { value: each.iri, selected: each.iri === value }, each.name)));
    return { name, element: h("p", { class: "field" }, label, select), value: () => select.value };
  }
  const list = h("datalist", { id: `${id}-list` }, offers.map((each) => h("option", { value: each.name })));
  const input = h("input", { id, list: `${id}-list`, value: value ? nameOf(offers, value) : "", placeholder: any, autocomplete: "off" });
  const meant = () => {
    const text = input.value.trim();
    const lower = text.toLowerCase();
    return (offers.find((each) => each.name === text) ?? offers.find((each) => [each.name, each.kind].some((name) => name.toLowerCase() === lower)))?.iri ?? text;
  };
  input.addEventListener("input", () => {
    const isKnown = input.value.trim() === "" || meant().includes(":");
    input.setCustomValidity(isKnown ? "" : say("Choose a name from the list", "请从列表中选择名称"));
  });
  return { name, element: h("p", { class: "field" }, label, input, list), value: meant };
}

function nameOf(offers: Named[], iri: string): string {
  return offers.find((each) => each.iri === iri)?.name ?? iri;
}

/** What a column or a parameter of the library is called. */
function heading(headings: Library["headings"], name: string): string {
  return told(headings[name] ?? [name, name]);
}
