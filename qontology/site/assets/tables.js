// Tables that readers sort, search, page through and take along. The whole of a long one comes with a script of its own.
"use strict";
(() => {
  const { address } = qontology;
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const NUMBER = /^[+-]?\d+([.,]\d+)*$/;
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  function element(name, properties = {}, ...inside) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  }

  // A cell of the script as the nodes that it stands for; the site escaped it when it was made.
  function nodes(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  }

  function whole(source, headed) {
    return new Promise((resolve, reject) => {
      const script = element("script", { src: source, onerror: reject });
      script.onload = () => {
        const { cells, rows, keys } = window.qontologyRows;
        const texts = cells.map((html) => nodes(html).textContent);
        resolve(rows.map((numbers, at) => ({
          texts: numbers.map((each) => texts[each]), keys: keys[at] || [], place: at,
          get sorts() { return this.texts; },
          make: () => element("tr", {}, ...numbers.map((each, column) => {
            const cell = element(column || !headed ? "td" : "th", {}, nodes(cells[each]));
            if (cell.localName === "th") cell.scope = "row";
            return cell;
          })),
        })));
      };
      document.head.append(script);
    });
  }

  // What a cell of the page says, but for the numbers of its notes.
  function said(cell) {
    const copy = cell.cloneNode(true);
    for (const marks of copy.querySelectorAll(".marks, .hidden")) marks.remove();
    return copy.textContent.trim();
  }

  const standing = (table) => [...table.tBodies].flatMap((body) => [...body.rows]).map((row, place) => ({
    texts: [...row.cells].map(said), sorts: [...row.cells].map((cell) => cell.dataset.sort ?? said(cell)), keys: [], place, make: () => row,
  }));

  function sorted(rows, column, down) {
    const key = (row) => row.sorts[column] || "";
    const numbers = rows.every((row) => !key(row) || NUMBER.test(key(row)));
    const value = (row) => Number(key(row).replaceAll(",", ""));
    return [...rows].sort((one, two) => {
      if (!key(one) || !key(two)) return Boolean(key(two)) - Boolean(key(one)) || one.place - two.place;
      const found = numbers ? value(one) - value(two) : order.compare(key(one), key(two));
      return (down ? -found : found) || one.place - two.place;
    });
  }

  // Text that no spreadsheet takes for a formula.
  function field(text) {
    const plain = /^\s*[=+\-@\t\r]/.test(text) && !NUMBER.test(text) && text.trim().length > 1 ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  }

  qontology.csv = (lines) => `\uFEFF${lines.map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;

  qontology.save = (name, blob) => {
    const link = element("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  function start(box) {
    const form = box.querySelector(".tools");
    const tables = [...box.querySelectorAll("table")];
    const table = tables[0];
    const pager = box.querySelector(".turning");
    const most = Number(box.dataset.most) || Infinity;
    const status = form.querySelector("output");
    const heads = [...table.tHead.rows[0].cells];
    const choices = [...form.querySelectorAll("select")];
    const still = tables.map(standing);
    const first = Number(box.dataset.page) || 1;
    let loading = null;
    const all = () => box.dataset.rows ? (loading = loading || whole(box.dataset.rows, "headed" in box.dataset)) : Promise.resolve(still[0]);

    function state() {
      const [sort, filter] = [address.get("sort"), address.get("filter")];
      const wanted = choices.map((choice) => address.get(choice.name));
      return { sort, filter, wanted, page: Number(address.get("page")) || 0 };
    }

    function matches(row, words, wanted) {
      const text = words.length ? fold(row.texts.join("\n")) : "";
      return words.every((word) => text.includes(word)) && wanted.every((value, at) => !value || row.keys[at] === value);
    }

    async function found() {
      const { sort, filter, wanted } = state();
      const words = fold(filter).split(/\s+/).filter(Boolean);
      const rows = (await all()).filter((row) => matches(row, words, wanted));
      const column = heads.findIndex((head) => head.dataset.name === sort.replace(/^-/, ""));
      return column < 0 ? rows : sorted(rows, column, sort.startsWith("-"));
    }

    function many(rows, count) {
      status.textContent = status.dataset.told.replace("{m}", rows).replace("{n}", count);
    }

    // Several tables below headings of their own are searched only.
    function groups(filter) {
      const words = fold(filter).split(/\s+/).filter(Boolean);
      let shown = 0;
      tables.forEach((each, at) => {
        const met = still[at].filter((row) => { row.make().hidden = !matches(row, words, []); return !row.make().hidden; });
        shown += met.length;
        each.closest("section").hidden = !met.length;
      });
      many(shown, still.flat().length);
    }

    function turn(pages, page) {
      pager.replaceChildren();
      if (pages < 2) return;
      const list = element("ol");
      for (let number = 1; number <= pages; number += 1) {
        const button = element("button", { type: "button", textContent: number });
        if (number === page) button.setAttribute("aria-current", "page");
        button.addEventListener("click", () => {
          address.set({ page: String(number) });
          box.scrollIntoView();
        });
        list.append(element("li", {}, button));
      }
      pager.append(list);
    }

    async function show() {
      const { sort, filter, wanted, page } = state();
      if (form.elements.filter.value !== filter) form.elements.filter.value = filter;
      choices.forEach((choice, at) => { choice.value = wanted[at]; });
      if (tables.length > 1) return groups(filter);
      heads.forEach((head) => {
        const name = head.dataset.name;
        head.removeAttribute("aria-sort");
        if (sort && sort.replace(/^-/, "") === name) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      });
      const untouched = !(sort || filter || page || wanted.some(Boolean));
      const links = document.querySelectorAll(".pager");
      links.forEach((link) => { link.hidden = !untouched; });
      const body = table.tBodies[0];
      if (untouched) {
        body.replaceChildren(...still[0].slice(0, most).map((row) => row.make()));
        status.textContent = "";
        if (links.length) pager.replaceChildren();
        else turn(Math.ceil((Number(box.dataset.count) || still[0].length) / most), 1);
        return undefined;
      }
      const rows = await found();
      if (JSON.stringify(state()) !== JSON.stringify({ sort, filter, wanted, page })) return undefined;
      const pages = Math.max(1, Math.ceil(rows.length / most));
      const number = Math.min(Math.max(page || (sort || filter || wanted.some(Boolean) ? 1 : first), 1), pages);
      body.replaceChildren(...rows.slice(most === Infinity ? 0 : (number - 1) * most, number * most).map((row) => row.make()));
      many(rows.length, Number(box.dataset.count) || still[0].length);
      return turn(pages, number);
    }

    heads.forEach((head) => {
      if (tables.length > 1 || !head.dataset.name) return;
      const button = element("button", { type: "button", className: "sort" });
      if (head.querySelector("a")) {
        head.dataset.text = said(head);
        button.ariaLabel = form.dataset.sort.replace("{name}", said(head));
      } else button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const name = head.dataset.name;
        const next = { [name]: `-${name}`, [`-${name}`]: "" }[address.get("sort")] ?? name;
        address.set({ sort: next, page: "" });
      });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.filter.addEventListener("input", (event) => address.set({ filter: event.target.value, page: "" }, { typing: true }));
    choices.forEach((choice) => choice.addEventListener("change", () => address.set({ [choice.name]: choice.value, page: "" })));
    async function lines() {
      const rows = tables.length > 1 ? still.flat().filter((row) => !row.make().hidden) : await found();
      return [heads.map((head) => head.dataset.text || said(head)), ...rows.map((row) => row.texts)];
    }

    form.querySelector("[data-csv]").addEventListener("click", async (event) => {
      qontology.save(`${event.target.dataset.csv}.csv`, new Blob([qontology.csv(await lines())], { type: "text/csv;charset=utf-8" }));
    });
    form.querySelector("[data-xlsx]").addEventListener("click", async (event) => {
      qontology.save(`${event.target.dataset.xlsx}.xlsx`, qontology.workbook(await lines()));
    });
    form.hidden = false;
    address.follow(() => show().catch(() => { status.textContent = status.dataset.failed; }));
  }

  for (const box of document.querySelectorAll("[data-table]")) start(box);
})();
