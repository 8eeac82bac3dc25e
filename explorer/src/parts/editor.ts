// The editor of SPARQL: colours, completion of terms by their labels in both languages, marks where a query is wrong.

import { autocompletion, closeBrackets, closeBracketsKeymap, type CompletionContext, completionKeymap, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { language, say } from "../language";

export interface Known {
  name: string;
  en: string;
  zh: string;
  kind: string;
}

const KEYWORDS = (
  "SELECT CONSTRUCT ASK DESCRIBE DISTINCT WHERE FILTER OPTIONAL UNION VALUES BIND GROUP BY HAVING ORDER LIMIT OFFSET PREFIX " +
  "COUNT SUM MIN MAX AVG SAMPLE EXISTS MINUS LANG langMatches STR CONTAINS STRSTARTS REGEX BOUND COALESCE IF"
).split(" ");
const MOST = 60;

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-text)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.atom, tags.standard(tags.variableName)], color: "var(--code-name)" },
]);

const THEME = EditorView.theme({
  "&": { fontSize: "0.9rem", color: "var(--ink)", backgroundColor: "var(--raised)", border: "1px solid var(--edge)", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--accent)" },
  ".cm-scroller": { fontFamily: "var(--mono)", minHeight: "9rem", maxHeight: "24rem" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection": { backgroundColor: "var(--mark)" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", marginLeft: "0.8em", opacity: "0.85" },
  ".cm-matchingBracket": { backgroundColor: "var(--mark)" },
});

export class Editor {
  readonly element: HTMLElement;
  private view: EditorView;

  constructor(text: string, terms: () => Promise<Known[]>, run: () => void) {
    this.element = document.createElement("div");
    // In a shadow root the style of the editor is no element of the page, which the policy of the page would refuse.
    const root = this.element.attachShadow({ mode: "open" });
    this.view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), history(), bracketMatching(), closeBrackets(), StreamLanguage.define(sparql), syntaxHighlighting(COLOURS), THEME,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": say("SPARQL query", "SPARQL 查询") }),
          autocompletion({ override: [(context) => completed(context, terms)], icons: false }),
          keymap.of([
            { key: "Mod-Enter", run: () => { run(); return true; } },
            ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap,
          ]),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus(): void {
    this.view.focus();
  }

  /** Marks the place of a fault; none takes the mark away. */
  mark(fault?: { line: number; column: number; message: string }): void {
    const { doc } = this.view.state;
    const found: Diagnostic[] = [];
    if (fault && fault.line <= doc.lines) {
      const line = doc.line(fault.line);
      const from = Math.min(line.from + Math.max(fault.column - 1, 0), line.to);
      found.push({ from, to: Math.min(from + 1, doc.length), severity: "error", message: fault.message });
    }
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }
}

async function completed(context: CompletionContext, terms: () => Promise<Known[]>): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\p{L}\p{N}_:?-]+/u);
  if (!word || (word.text.length < 2 && !context.explicit)) return null;
  const sought = word.text.toLowerCase();
  if (sought.startsWith("?")) {
    const own = [...new Set(context.state.doc.toString().match(/\?\w+/g) ?? [])].filter((name) => name !== word.text);
    return { from: word.from, options: own.map((label) => ({ label, type: "variable" })) };
  }
  const ranked = (await terms())
    .map((term) => ({ term, rank: rank(term, sought) }))
    .filter(({ rank }) => rank < 4)
    .sort((one, other) => one.rank - other.rank || one.term.name.length - other.term.name.length)
    .slice(0, MOST);
  const options = ranked.map(({ term }) => ({ label: term.name, detail: language() === "zh" ? `${term.zh} · ${term.en}` : `${term.en} · ${term.zh}`, type: term.kind }));
  const keywords = KEYWORDS.filter((each) => each.toLowerCase().startsWith(sought)).map((label) => ({ label, type: "keyword" }));
  // The list is made anew at each sign, since a label in Chinese is no part of what is put in.
  return { from: word.from, options: [...keywords, ...options], filter: false };
}

function rank({ name, en, zh }: Known, sought: string): number {
  const lower = name.toLowerCase();
  const local = lower.slice(lower.indexOf(":") + 1);
  if (lower.startsWith(sought) || local.startsWith(sought)) return 0;
  if (en.toLowerCase().startsWith(sought) || zh.startsWith(sought)) return 1;
  if (local.includes(sought) || lower.includes(sought)) return 2;
  return en.toLowerCase().includes(sought) || zh.includes(sought) ? 3 : 4;
}
