// Sets side by side whom a reader chooses, as of the year that he chooses. What is known of an alliance comes with its script.
"use strict";
(() => {
  const { address } = qontology;
  const form = document.querySelector(".chooser");
  if (!form) return;
  const table = document.querySelector(".compare");
  const words = table.dataset;
  const names = JSON.parse(words.signs);
  const MEANINGS = { "=": "same", "≈": "in_part", "≠": "apart", "": "open" };
  const notes = document.getElementById("notes");
  const [still, stillNotes] = [table.cloneNode(true), notes.cloneNode(true)];
  const usual = [...table.querySelectorAll("[data-alliance]")].map((head) => head.dataset.alliance);
  const scripts = {};
  const called = {};
  const boxes = [...form.querySelectorAll("[name=dimension]")];
  const loading = {};

  function element(name, properties = {}, ...inside) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  }

  const script = (src) => new Promise((resolve, reject) => {
    document.head.append(element("script", { src, onload: resolve, onerror: reject }));
  });

  function known(alliance) {
    loading[alliance] ??= script(scripts[alliance]).then(() => window.qontologyCompared[alliance]);
    return loading[alliance];
  }

  const list = (name) => address.get(name).split(",").filter(Boolean);
  const chosen = () => { const found = list("alliances").filter((each) => scripts[each]); return found.length ? [...new Set(found)] : usual; };

  // The first and the last day that a date can be; as the questions take them.
  const first = (date) => date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const last = (date) => date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;

  // The values as of a year: what came certainly later is left out.
  function until(values, year) {
    if (!year) return values;
    return values.map(([key, name, facts]) => [key, name, facts.filter(([, when]) => !when || first(when) <= last(year))])
      .filter(([, , facts]) => facts.length);
  }

  function undecided(some, others) {
    const dates = (keys) => keys.filter((key) => key.startsWith('"')).map((key) => key.match(/^"([^"]*)"/)[1]);
    return dates(some).some((one) => dates(others).some((other) => one !== other && (one.startsWith(other) || other.startsWith(one))));
  }

  function difference(cells, common) {
    const sets = cells.map((cell) => [...new Set(cell.items.map(([key]) => key))]).filter((keys) => keys.length);
    const pairs = sets.flatMap((one, at) => sets.slice(at + 1).map((other) => [one, other]));
    if (!common || sets.length < 2 || pairs.some(([one, other]) => undecided(one, other))) return "";
    if (sets.every((keys) => keys.length === sets[0].length && keys.every((key) => sets[0].includes(key)))) return "=";
    return pairs.some(([one, other]) => one.some((key) => other.includes(key))) ? "≈" : "≠";
  }

  function marks(numbers) {
    const found = element("sup", { className: "marks" });
    numbers.forEach((number, at) => found.append(...(at ? [" "] : []), element("a", { href: `#note-${number}`, textContent: number })));
    return found;
  }

  function line([key, name, facts], shared, year, number) {
    const inside = facts.flatMap(([details, when, told]) => [
      ...details, ...(when && !key.startsWith(`"${when}"`) ? [told] : []), ...(year && when && last(when) > last(year) ? [words.later] : []),
    ]);
    const bracketed = [...new Set(inside)].join(words.comma);
    const text = name + (shared ? "*" : "");
    const numbers = [...new Set(facts.flatMap(([, , , found]) => found.map(number)))].sort((one, two) => one - two);
    const made = element("li", { className: shared ? "shared" : "" }, bracketed ? words.brackets.replace("{0}", () => text).replace("{1}", () => bracketed) : text);
    if (numbers.length) made.append(marks(numbers));
    return made;
  }

  function filled(cell, label, shared, year, number) {
    const place = element("td");
    place.dataset.label = label;
    const box = element("div");
    place.append(box);
    if (!cell.items.length) {
      box.textContent = year || !cell.absent ? words.unknown : cell.absent;
      place.className = `absent ${year ? "unknown" : cell.why}`;
      return place;
    }
    const lines = element("ul", {}, ...cell.items.map((item) => line(item, shared(item[0]), year, number)));
    for (const item of cell.rivals) {
      const other = line(item, false, year, number);
      other.className = "rival";
      other.prepend(element("span", { textContent: words.rival }));
      lines.append(other);
    }
    box.append(lines);
    if (cell.state) {
      const said = cell.state === "open" ? words.open : words.closed;
      box.append(element("span", { className: "state", title: said }, cell.state === "open" ? "…" : "✓", element("span", { className: "hidden", textContent: ` ${said}` })));
    }
    return place;
  }

  function head(row, sign) {
    const made = element("th", { scope: "row" }, row.querySelector("th span").cloneNode(true));
    if (sign) {
      made.append(" ", element("span", { className: `sign ${MEANINGS[sign]}`, title: names[sign] }, sign, element("span", { className: "hidden", textContent: ` ${names[sign]}` })));
    }
    return made;
  }

  async function build(alliances, year) {
    const all = await Promise.all(alliances.map(known));
    const isLater = ({ founded }) => Boolean(year) && founded.some(([when]) => when) && founded.every(([when]) => when && first(when) > last(year));
    const facts = all.filter((each) => !isLater(each));
    const later = all.filter(isLater);
    const numbered = new Map();
    const numberOf = (one) => (at) => {
      const [text, href] = one.notes[at];
      const key = `${text}\n${href}`;
      if (!numbered.has(key)) numbered.set(key, { number: numbered.size + 1, text, href });
      return numbered.get(key).number;
    };
    const made = still.cloneNode(true);
    made.tHead.rows[0].replaceChildren(made.tHead.rows[0].cells[0], ...facts.map(({ name, href }) => element("th", { scope: "col" }, element("a", { href, textContent: name }))));
    for (const span of made.querySelectorAll(".dimension th")) span.colSpan = facts.length + 1;
    for (const row of made.querySelectorAll("[data-attribute]")) {
      const common = "common" in row.dataset;
      const cells = facts.map((each) => {
        const cell = each.cells[row.dataset.attribute];
        return { ...cell, items: until(cell.items, year), rivals: until(cell.rivals, year) };
      });
      const having = new Map();
      for (const cell of cells) for (const key of new Set(cell.items.map(([each]) => each))) having.set(key, (having.get(key) || 0) + 1);
      const sign = difference(cells, common);
      row.className = MEANINGS[sign];
      row.replaceChildren(head(row, sign), ...cells.map((cell, at) => filled(cell, facts[at].name, (key) => common && having.get(key) > 1, year, numberOf(facts[at]))));
    }
    const said = element("ol", {}, ...[...numbered.values()].map(({ number, text, href }) => element("li", { id: `note-${number}` }, href ? element("a", { href, textContent: text }) : text)));
    return { made, said, later };
  }

  function chips(alliances, later) {
    const place = form.querySelector(".chosen");
    place.replaceChildren(...alliances.map((alliance) => {
      const name = called[alliance];
      const button = element("button", { type: "button", ariaLabel: words.remove.replace("{name}", name) }, name, " ×");
      button.addEventListener("click", () => address.set({ alliances: alliances.filter((each) => each !== alliance).join(",") }));
      return button;
    }));
    if (later.length) place.append(` ${words.founded.replace("{names}", later.map(({ name, founded }) => `${name} ${founded[0][1]}`).join(words.comma))}`);
  }

  function narrow() {
    const [dimensions, rows] = [list("dimensions"), address.get("rows")];
    for (const body of table.tBodies) {
      const wanted = !dimensions.length || dimensions.includes(body.dataset.dimension);
      let shown = 0;
      for (const row of body.querySelectorAll("[data-attribute]")) {
        const met = { differ: /apart|in_part/, agree: /same|in_part/ }[rows];
        row.hidden = met ? !met.test(row.className) : rows === "known" && [...row.cells].slice(1).every((cell) => cell.classList.contains("unknown"));
        shown += !row.hidden;
      }
      body.hidden = !wanted || !shown;
    }
  }

  async function show() {
    const [alliances, year, query] = [chosen(), address.get("until"), location.search];
    form.elements.until.value = year;
    form.elements.rows.value = address.get("rows");
    form.elements.alliance.value = "";
    const dimensions = list("dimensions");
    for (const box of boxes) box.checked = !dimensions.length || dimensions.includes(box.value);
    const touched = year || alliances.join() !== usual.join();
    const { made, said, later } = touched ? await build(alliances, year) : { made: still.cloneNode(true), later: [] };
    if (query !== location.search) return;
    table.replaceChildren(...made.children);
    notes.replaceChildren(...stillNotes.cloneNode(true).children);
    if (said) notes.querySelector("ol")?.replaceWith(said);
    chips(alliances, later);
    narrow();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.alliance.addEventListener("change", (event) => {
    if (event.target.value) address.set({ alliances: [...chosen(), event.target.value].join(",") });
  });
  for (const name of ["until", "rows"]) form.elements[name].addEventListener("change", (event) => address.set({ [name]: event.target.value }));
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const wanted = boxes.filter((each) => each.checked).map((each) => each.value);
      address.set({ dimensions: wanted.length === boxes.length ? "" : wanted.join(",") });
    });
  }
  script(form.dataset.everyone).then(() => {
    for (const [alliance, name, file] of window.qontologyEveryone) {
      [scripts[alliance], called[alliance]] = [file, name];
      form.elements.alliance.append(element("option", { value: alliance, textContent: name }));
    }
    form.hidden = false;
    address.follow(() => show().catch(() => { form.querySelector(".chosen").textContent = words.unknown; }));
  });
})();
