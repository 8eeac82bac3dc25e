// Goes on to the page that tells of a name without a page of its own: find.html?name=id/passage/...
"use strict";
const name = new URLSearchParams(location.search).get("name") || "";
const names = window.qontologyNames;
const status = document.getElementById("name");
if (Object.hasOwn(names, name)) location.replace(names[name]);
else if (name) status.textContent = `${name}: ${status.dataset.none}`;
