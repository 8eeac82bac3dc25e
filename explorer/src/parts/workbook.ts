// The workbook of the pages of the site, here too: one that writes it, for both.

import "../../../qontology/site/assets/workbook.js";

declare global {
  interface Window {
    qontology: { workbook: (lines: string[][]) => Blob };
  }
}

/** Lines as an Excel workbook of one sheet. */
export function workbook(lines: string[][]): Blob {
  return window.qontology.workbook(lines);
}
