// The search, which runs in the page over an index that a script assigns; the switch of languages, which keeps the place and
// what was chosen; and the sources behind a number, told beside it.
"use strict";
(() => {
  const MOST = 30;
  const input = document.getElementById("q");
  const box = document.getElementById("found");
  const status = box.querySelector("p");
  const list = box.querySelector("ul");
  const chinese = document.documentElement.lang.startsWith("zh");
  let loading = null;

  const fold = (text) => text.normalize("NFKC").toLowerCase();

  function index() {
    loading = loading || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = input.dataset.index;
      script.onload = () => {
        const { kinds, entries } = window.qontologyIndex;
        resolve(entries.map(([path, kind, en, zh, more]) => ({
          path, kind: kinds[kind][chinese ? 1 : 0], en, zh,
          names: [en, zh, ...more.split("\n")].filter(Boolean).map(fold), folded: fold(`${en}\n${zh}\n${more}`),
        })));
      };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  // Equal names first, then names that begin so, then words that begin so, then all that hold it; short before long.
  function rank(entry, sought) {
    if (entry.names.includes(sought)) return 0;
    if (entry.names.some((name) => name.startsWith(sought))) return 1;
    return entry.names.some((name) => name.includes(` ${sought}`)) ? 2 : 3;
  }

  function search(entries, text) {
    const sought = fold(text.trim());
    const words = sought.split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return entries
      .filter((entry) => words.every((word) => entry.folded.includes(word)))
      .map((entry) => [rank(entry, sought), entry.en.length, entry])
      .sort((one, two) => one[0] - two[0] || one[1] - two[1] || (one[2].path < two[2].path ? -1 : 1))
      .map((found) => found[2]);
  }

  function line(entry) {
    const link = document.createElement("a");
    const [name, other] = chinese ? [entry.zh, entry.en] : [entry.en, entry.zh];
    link.href = input.dataset.root + entry.path;
    link.textContent = name;
    const more = document.createElement("span");
    more.textContent = [entry.kind, other === name ? "" : other].filter(Boolean).join(" · ");
    link.append(more);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  async function show() {
    const text = input.value;
    if (!text.trim()) return hide();
    const found = search(await index(), text);
    if (text !== input.value) return;
    status.textContent = found.length ? input.dataset.found.replace("{n}", found.length) : input.dataset.none;
    list.replaceChildren(...found.slice(0, MOST).map(line));
    box.hidden = false;
  }

  function hide() {
    box.hidden = true;
    list.replaceChildren();
    status.textContent = "";
  }

  function move(event) {
    const links = [input, ...list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      input.focus();
      hide();
    } else if (event.key === "Enter" && here === 0 && links[1]) {
      links[1].click();
    } else if (step && here >= 0 && links.length > 1) {
      event.preventDefault();
      links[(here + step + links.length) % links.length].focus();
    }
  }

  input.addEventListener("focus", () => index().catch(() => {}));
  input.addEventListener("input", () => show().catch(hide));
  input.parentElement.addEventListener("keydown", move);
  document.addEventListener("click", (event) => { if (!input.parentElement.contains(event.target)) hide(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement === document.body) {
      event.preventDefault();
      input.focus();
    }
  });

  const language = document.getElementById("language");
  language.addEventListener("click", () => { language.search = location.search; language.hash = location.hash; });

  // A button that copies a text of the page; a browser that does not let it leaves the button out.
  for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copy = button.closest(".taking").querySelector(button.dataset.copy).cloneNode(true);
      for (const inside of copy.querySelectorAll("button")) inside.remove();
      await navigator.clipboard.writeText(copy.textContent.trim());
      button.textContent = document.body.dataset.copied;
    });
  }

  const beside = document.createElement("div");
  beside.className = "beside";
  beside.popover = "auto";
  beside.tabIndex = -1;
  document.body.append(beside);
  document.addEventListener("click", (event) => {
    const number = event.target.closest(".marks a");
    if (!number || !beside.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const notes = [...number.closest(".marks").querySelectorAll("a")].map((each) => document.querySelector(each.hash)).filter(Boolean);
    if (!notes.length) return;
    event.preventDefault();
    const told = document.createElement("ul");
    for (const note of notes) {
      const item = document.createElement("li");
      item.append(...[...note.childNodes].map((each) => each.cloneNode(true)));
      told.append(item);
    }
    beside.replaceChildren(told);
    beside.ariaLabel = document.getElementById("evidence").textContent;
    beside.showPopover();
    const place = number.getBoundingClientRect();
    beside.style.left = `${Math.max(8, Math.min(place.left, innerWidth - beside.offsetWidth - 8))}px`;
    beside.style.top = `${place.bottom + beside.offsetHeight + 8 < innerHeight ? place.bottom + 4 : Math.max(8, place.top - beside.offsetHeight - 4)}px`;
    beside.focus();
  });
})();
