// Opens the language of the reader; without scripts the page offers both.
"use strict";
const wanted = (navigator.languages || [navigator.language]).find((tag) => /^(en|zh)/i.test(tag)) || "en";
location.replace(`${wanted.slice(0, 2).toLowerCase()}/index.html${location.hash}`);
