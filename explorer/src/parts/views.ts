// An answer as table, chart, map and network, as far as it can be each; which one is shown stands in the address.

import { type Child, h, save } from "../dom";
import { say } from "../language";
import type { Answer, Table, Text, Triples, World } from "../protocol";
import { written } from "../terms";
import { dataButtons, linesOf, linkButton, table } from "./answer";
import { hasPlaces, map } from "./map";
import { bars, type Drawing, framed, hasBars, linked, network, numberColumns, pictureButtons } from "./picture";

const NAMES: Record<string, Text> = {
  table: ["Table", "表格"], chart: ["Chart", "图表"], map: ["Map", "地图"], network: ["Network", "关系图"],
};

interface Given {
  /** The name of files that are taken, and the title of pictures. */
  name: string;
  title: string;
  world: World;
  /** Of the address: `as` the way it is shown, `sort` the order of the table, `number` the column of the chart. */
  values: Record<string, string>;
  change: (values: Record<string, string>) => void;
  buttons?: Child;
  /** What a column is called; without it as it is. */
  heading?: (column: string) => string;
}

export function views(answer: Exclude<Answer, { kind: "truth" }>, { name, title, world, values, change, buttons, heading = (column) => column }: Given): HTMLElement {
  const rows = answer.kind === "table" ? answer : tableOf(answer);
  const links = answer.kind === "table" ? linked(answer) : things(answer);
  const ways: Record<string, (() => Drawing) | null> = {
    table: null,
    ...(answer.kind === "table" && hasBars(answer) ? { chart: () => bars(answer, title, heading, values["number"]) } : {}),
    ...(hasPlaces(rows) ? { map: () => map(rows, title, heading, world) } : {}),
    ...(links.triples.length ? { network: () => network(links, title, heading) } : {}),
  };
  const best = answer.kind === "triples" && "network" in ways ? "network" : "chart" in ways && rows.columns.length === 2 ? "chart" : "table";
  const place = h("div");
  const draw = () => {
    const way = values["as"] !== undefined && values["as"] in ways ? values["as"] : best;
    const drawing = ways[way]?.();
    const choose = (chosen: Record<string, string>) => { Object.assign(values, chosen); change(chosen); };
    const tabs = Object.keys(ways).map((each) =>
      h("button", { type: "button", id: `as-${each}`, "aria-pressed": each === way ? "true" : "false", click: () => {
        choose({ as: each });
        draw();
        document.getElementById(`as-${each}`)?.focus();
      } }, say(...(NAMES[each] ?? ["", ""]))));
    place.replaceChildren(
      h("div", { class: "actions" },
        tabs.length > 1 && h("span", { class: "tabs", role: "group", "aria-label": say("Shown as", "显示方式") }, tabs),
        way === "chart" && numberChoice(rows, heading, values["number"] ?? "", (number) => { choose({ number }); draw(); document.getElementById("number")?.focus(); }),
        dataButtons(name, () => linesOf(rows, heading, values["sort"])),
        answer.kind === "triples" && h("button", { type: "button", click: () => save(`${name}.nt`, answer.triples.map((triple) => `${triple.map(written).join(" ")} .\n`).join(""), "application/n-triples") }, "N-Triples"),
        drawing && pictureButtons(drawing, name, title),
        linkButton(),
        buttons),
      drawing ? framed(drawing, title) : table(rows, title, heading, values["sort"], (sort) => choose({ sort })));
  };
  draw();
  return place;
}

/** Which column of numbers is drawn, where there are several. */
function numberChoice(answer: Table, heading: (column: string) => string, chosen: string, change: (column: string) => void): Child {
  const names = numberColumns(answer).map((column) => answer.columns[column] ?? "");
  if (names.length < 2) return null;
  const select = h("select", { id: "number", "aria-label": say("Column of numbers", "数值列"), change: () => change(select.value) },
    names.map((each) => h("option", { value: each, selected: each === chosen }, heading(each))));
  return select;
}

function tableOf(answer: Triples): Table {
  const columns = [say("subject", "主语"), say("property", "属性"), say("value", "值")];
  return { ...answer, kind: "table", columns, rows: answer.triples };
}

/** Of triples those between things; texts are left to the table. */
function things(answer: Triples): Triples {
  return { ...answer, triples: answer.triples.filter(([, , object]) => object.type !== "literal") };
}
