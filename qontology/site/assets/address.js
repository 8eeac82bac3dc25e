// What a reader chose on a page, in its address: a link that is passed on shows the same, and back and forward work.
"use strict";
window.qontology = window.qontology || {};
(() => {
  const listeners = [];
  const chosen = () => new URLSearchParams(location.search);

  function tell() {
    for (const listener of listeners) listener();
  }

  // Choices by their names, an empty one being none. While somebody types, each letter takes the place of the last.
  function set(changes, { typing = false } = {}) {
    const now = chosen();
    for (const [name, value] of Object.entries(changes)) value ? now.set(name, value) : now.delete(name);
    const text = now.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
    const address = location.pathname + (text && `?${text}`) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    try {
      history[typing ? "replaceState" : "pushState"](null, "", address);
    } catch {
      location.assign(address); // a browser that allows no state to pages from a disk opens the page anew
      return;
    }
    tell();
  }

  qontology.address = {
    get: (name) => chosen().get(name) || "",
    set,
    // Calls now and whenever the address says something else.
    follow(listener) {
      listeners.push(listener);
      listener();
    },
  };
  window.addEventListener("popstate", tell);
})();
