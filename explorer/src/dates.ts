// Years, months and days in words; the data keep them as they are.

import type { Language, Term } from "./protocol";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const KINDS = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(gYear|gYearMonth|date)$/;

/** A year, month or day in a language; what is none as it is. */
export function inWords(date: string, language: Language): string {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (!year) return date;
  if (language === "zh") return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** A literal in a language: dates in words, all else as it is. */
export function literal(term: Term, language: Language): string {
  return term.type === "literal" && KINDS.test(term.datatype ?? "") ? inWords(term.value, language) : term.value;
}
