// The language of the page: every sentence stands beside its twin where it is said.

import type { Language, Text } from "./protocol";

let current: Language = "en";

export function language(): Language {
  return current;
}

export function speak(wanted: Language): void {
  current = wanted;
  document.documentElement.lang = wanted === "zh" ? "zh-CN" : "en";
}

export function say(en: string, zh: string): string {
  return current === "zh" ? zh : en;
}

export function told(text: Text): string {
  return say(...text);
}

export function counted(number: number): string {
  return number.toLocaleString("en-GB").replaceAll(",", current === "zh" ? "," : ",");
}

/** The language that a reader prefers, where no address names one. */
export function preferred(): Language {
  return (navigator.languages ?? [navigator.language]).map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === "zh" || tag === "en") === "zh"
    ? "zh"
    : "en";
}
