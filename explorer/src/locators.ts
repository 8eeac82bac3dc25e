// Places in sources, as people look them up.

import type { Language, Library } from "./protocol";

/** A locator in words: `table5/row1/col2` is a place that a reader can find. */
export function placeInWords(locator: string, patterns: Library["locators"], language: Language): string {
  const parts = locator.split("/").map((part) => {
    for (const [pattern, en, zh] of patterns) {
      const found = new RegExp(`^(?:${pattern})$`).exec(part);
      if (found) return (language === "zh" ? zh : en).replace("{0}", () => found[1] ?? "");
    }
    return part;
  });
  if (language === "en") return parts.join(", ");
  return parts.join(" ").replace(/(?<=[\d一-鿿）]) (?=[一-鿿（])/g, "");
}
