// Rows as an Excel workbook of one sheet, made in the page: a ZIP file whose parts are stored as they are.
"use strict";
window.qontology = window.qontology || {};
(() => {
  const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  // More digits than these Excel would round.
  const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
  const LONGEST = 32767;
  const DAY = 0x0021; // 1 January 1980: the same rows give the same bytes
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

  const crcs = Uint32Array.from({ length: 256 }, (_, number) => {
    let found = number;
    for (let bit = 0; bit < 8; bit += 1) found = found & 1 ? 0xedb88320 ^ (found >>> 1) : found >>> 1;
    return found;
  });
  const crc = (bytes) => ~bytes.reduce((sum, byte) => crcs[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

  // What XML cannot hold is left out; a cell holds so many signs and no more.
  const escaped = (text) => text.slice(0, LONGEST).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // A text is a text, also where Excel would take it for a formula.
  const cell = (text) => !text ? "<c/>" : NUMBER.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

  function parts(lines) {
    const relation = (name, target) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${RELATIONS}/${name}" Target="${target}"/></Relationships>`;
    return {
      "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KINDS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KINDS}.worksheet+xml"/></Types>`,
      "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
      "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
      "xl/workbook.xml": `${HEAD}<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="qontology" sheetId="1" r:id="a"/></sheets></workbook>`,
      "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${lines.map((line) => `<row>${line.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`,
    };
  }

  // A record of a ZIP file: numbers of two or four bytes, then bytes.
  function record(numbers, ...bytes) {
    const head = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of numbers) {
      if (size === 2) head.setUint16(at, value, true);
      else head.setUint32(at, value, true);
      at += size;
    }
    return new Blob([head, ...bytes]);
  }

  qontology.workbook = (lines) => {
    const [files, list] = [[], []];
    let place = 0;
    for (const [name, text] of Object.entries(parts(lines))) {
      const [title, data] = [name, text].map((each) => new TextEncoder().encode(each));
      const about = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, DAY], [4, crc(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0]];
      const file = record([[4, 0x04034b50], ...about], title, data);
      list.push(record([[4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]], title));
      files.push(file);
      place += file.size;
    }
    const size = list.reduce((sum, each) => sum + each.size, 0);
    const end = record([[4, 0x06054b50], [2, 0], [2, 0], [2, list.length], [2, list.length], [4, size], [4, place], [2, 0]]);
    return new Blob([...files, ...list, end], { type: `${KINDS}.sheet` });
  };
})();
