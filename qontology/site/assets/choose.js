// What the map, the timeline and the network show, by what their reader chooses: the address says it, the page follows.
"use strict";
(() => {
  const BEAT = 900;
  const { address } = qontology;
  const form = document.getElementById("choose");
  if (!form) return;
  const status = form.querySelector("output");
  const fields = [...form.querySelectorAll("select")];
  const map = document.querySelector(".map svg");
  const net = document.querySelector(".network svg");
  const bars = document.querySelector(".bars svg");

  function tell(shown, other) {
    status.textContent = fields.some((field) => field.value) ? status.dataset.told.replace("{m}", shown).replace("{n}", other) : "";
  }

  function places() {
    const [until, country] = [address.get("until"), address.get("country")];
    let [shown, undated] = [0, 0];
    for (const row of document.querySelectorAll(".countries > div")) {
      const alliances = [...row.querySelectorAll("[data-founded]")];
      const met = alliances.filter((each) => {
        each.hidden = Boolean(until) && !(each.dataset.founded && each.dataset.founded <= until);
        return !each.hidden;
      });
      const wanted = !country || row.id === country;
      row.hidden = !met.length || !wanted;
      row.querySelector(".number").textContent = met.length;
      if (wanted) {
        shown += met.length;
        undated += alliances.filter((each) => !each.dataset.founded).length;
      }
      const circle = map.querySelector(`[data-country="${CSS.escape(row.id)}"]`);
      if (!circle) continue;
      const told = circle.querySelector("title");
      circle.style.display = met.length ? "" : "none";
      circle.classList.toggle("chosen", Boolean(country) && wanted);
      circle.querySelector("circle").setAttribute("r", (circle.dataset.smallest * Math.sqrt(met.length)).toFixed(1));
      circle.querySelector("text").textContent = met.length;
      told.textContent = told.textContent.replace(/\d+$/, met.length);
      circle.setAttribute("aria-label", told.textContent);
    }
    tell(shown, undated);
  }

  function times() {
    const [alliance, kind, from, to] = ["alliance", "kind", "from", "to"].map(address.get);
    const lines = [...document.querySelectorAll(".year li")];
    const counted = new Map();
    let shown = 0;
    for (const section of document.querySelectorAll(".year")) {
      const year = section.querySelector("h2").textContent;
      let here = 0;
      for (const line of section.querySelectorAll("li")) {
        const met = (!alliance || line.dataset.alliances.split(" ").includes(alliance)) && (!kind || line.dataset.kind === kind)
          && (!from || year >= from) && (!to || year <= to);
        line.hidden = !met;
        if (!met) continue;
        here += 1;
        const key = `${year} ${line.dataset.kind === "qo:Founding"}`;
        counted.set(key, (counted.get(key) || 0) + 1);
      }
      section.hidden = !here;
      shown += here;
    }
    const unit = Number(bars.dataset.unit);
    for (const bar of bars.querySelectorAll("[data-year]")) {
      const [low, high] = ["true", "false"].map((founded) => (counted.get(`${bar.dataset.year} ${founded}`) || 0) * unit);
      const [founded, other] = bar.querySelectorAll("rect");
      founded.setAttribute("y", 190 - low);
      founded.setAttribute("height", low);
      other.setAttribute("y", 190 - low - high);
      other.setAttribute("height", high);
      const numbers = [low / unit, high / unit].map(Math.round);
      const told = bar.querySelector("title");
      told.textContent = told.textContent.replace(/\d+(?=\D*\d+$)/, numbers[0]).replace(/\d+$/, numbers[1]);
    }
    tell(shown, lines.length);
  }

  function network() {
    const alliance = address.get("alliance");
    const near = new Set();
    for (const line of net.querySelectorAll("[data-ends]")) {
      const ends = line.dataset.ends.split(" ");
      const met = !alliance || ends.includes(alliance);
      line.classList.toggle("faint", !met);
      if (met) for (const end of ends) near.add(end);
    }
    for (const node of net.querySelectorAll("[data-node]")) node.classList.toggle("faint", Boolean(alliance) && !near.has(node.dataset.node));
    tell(near.size - 1);
  }

  // Steps through the years of a choice, from the one that is chosen, until the last or another press.
  function play(button) {
    const { play: name, stop } = button.dataset;
    const years = [...form.elements[name].options].map((option) => option.value).filter(Boolean);
    const say = button.textContent;
    let playing = 0;
    const end = () => { playing = clearInterval(playing) || 0; button.textContent = say; };
    const step = () => {
      const at = years.indexOf(address.get(name)) + 1;
      if (at >= years.length) return end();
      return address.set({ [name]: years[at] }, { typing: true });
    };
    button.addEventListener("click", () => {
      if (playing) return end();
      button.textContent = stop;
      if (address.get(name) === years.at(-1)) address.set({ [name]: "" }, { typing: true });
      step();
      playing = setInterval(step, BEAT);
      return undefined;
    });
  }

  for (const button of form.querySelectorAll("[data-play]")) play(button);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const field of fields) field.addEventListener("change", () => address.set({ [field.name]: field.value }));
  address.follow(() => {
    for (const field of fields) field.value = address.get(field.name);
    (map ? places : net ? network : times)();
  });
})();
