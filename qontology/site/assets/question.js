// The values that a reader gives a question, in the line of the command and in the links to the explorer.
"use strict";
(() => {
  const { address } = qontology;
  const command = document.getElementById("command");
  if (!command) return;
  const links = [...document.querySelectorAll("[data-explorer]")].map((link) => [link, link.href]);
  const form = document.querySelector(".asking");
  const inputs = form ? [...form.querySelectorAll("input")] : [];
  const names = [...document.querySelectorAll(".tools select"), ...inputs].map((field) => field.name);
  const line = command.textContent;
  const quoted = (text) => /^[\w:./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

  for (const input of inputs) {
    input.addEventListener("input", () => address.set({ [input.name]: input.value.trim() }, { typing: true }));
  }
  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  address.follow(() => {
    const given = names.map((name) => [name, address.get(name)]).filter(([, value]) => value);
    for (const input of inputs) if (input.value.trim() !== address.get(input.name)) input.value = address.get(input.name);
    command.textContent = [line, ...given.map(([name, value]) => `${name}=${quoted(value)}`)].join(" ");
    for (const [link, bare] of links) {
      link.href = bare + (given.length ? `${bare.includes("?") ? "&" : "?"}${new URLSearchParams(given)}` : "");
    }
  });
})();
