// Takes a picture along as SVG or PNG: with its title above it, and its source, date and address below. Nothing is sent anywhere.
"use strict";
(() => {
  const SPACE = "http://www.w3.org/2000/svg";
  const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray", "opacity",
    "font-family", "font-size", "font-weight", "font-style", "text-anchor"];
  const PAD = 16;
  const SCALE = 2;

  function drawn(name, attributes, text) {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const style = (element, name) => getComputedStyle(element).getPropertyValue(name);

  // A drawing with its looks written into each element, since its sheet of styles stays behind.
  function ofDrawing(svg) {
    const copy = svg.cloneNode(true);
    const [theirs, ours] = [[svg, ...svg.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
    theirs.forEach((element, at) => {
      for (const name of LOOKS) ours[at].setAttribute(name, style(element, name));
      ours[at].removeAttribute("class");
      if (ours[at].hasAttribute("href")) ours[at].setAttribute("href", element.href.baseVal && new URL(element.href.baseVal, location.href).href);
    });
    // Links stay links on the web; a path on somebody's disk is nobody else's business.
    for (const link of copy.querySelectorAll("a")) if (!/^https?:/.test(link.getAttribute("href"))) link.removeAttribute("href");
    const { width, height } = svg.viewBox.baseVal;
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    return { copy, width, height };
  }

  // A table as a drawing: each cell with its colour, each word where the page has it.
  function ofTable(table) {
    const origin = table.getBoundingClientRect();
    const copy = drawn("svg", { width: origin.width, height: origin.height });
    for (const cell of table.querySelectorAll("th, td")) {
      const place = cell.getBoundingClientRect();
      const [x, y] = [place.x - origin.x, place.y - origin.y];
      const paint = style(cell, "background-color");
      if (paint !== "rgba(0, 0, 0, 0)") copy.append(drawn("rect", { x, y, width: place.width, height: place.height, fill: paint }));
      if (Number.parseFloat(style(cell, "border-bottom-width")) && paint === "rgba(0, 0, 0, 0)") {
        copy.append(drawn("path", { d: `M${x} ${y + place.height}h${place.width}`, stroke: style(cell, "border-bottom-color") }));
      }
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(".hidden")) continue;
        for (const word of node.data.matchAll(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const box = range.getBoundingClientRect();
          if (!box.width) continue;
          const parent = node.parentElement;
          copy.append(drawn("text", {
            x: box.x - origin.x, y: box.y - origin.y + box.height * 0.78, fill: style(parent, "color"),
            "font-family": style(parent, "font-family"), "font-size": style(parent, "font-size"), "font-weight": style(parent, "font-weight"),
          }, word[0]));
        }
      }
    }
    return { copy, width: origin.width, height: origin.height };
  }

  // The text in lines that fit a width, by what the browser measures.
  function lines(text, width, font) {
    const brush = document.createElement("canvas").getContext("2d");
    brush.font = font;
    const found = [""];
    for (const word of text.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+|\s+/g) || []) {
      const longer = found.at(-1) + word;
      if (found.at(-1).trim() && brush.measureText(longer.trimEnd()).width > width) found.push(word.trimStart());
      else found[found.length - 1] = longer;
    }
    return found.map((line) => line.trim());
  }

  function whole(figure) {
    const inside = figure.querySelector("svg, table");
    const { copy, width, height } = inside.localName === "table" ? ofTable(inside) : ofDrawing(inside);
    const family = style(document.body, "font-family");
    const caption = figure.querySelector("figcaption").textContent.trim();
    const credit = figure.querySelector(".credit").textContent.trim();
    const address = location.protocol.startsWith("http") ? credit.replace(/[^ ·]+$/, location.href) : credit + location.search;
    const total = Math.max(width, 420);
    const heads = lines(caption, total, `600 18px ${family}`);
    const below = lines(address, total, `12px ${family}`);
    const top = heads.length * 24 + 8;
    const tall = top + height + 12 + below.length * 17 + 2 * PAD;
    const picture = drawn("svg", { width: total + 2 * PAD, height: tall, viewBox: `0 0 ${total + 2 * PAD} ${tall}` });
    picture.append(drawn("title", {}, caption), drawn("desc", {}, address));
    picture.append(drawn("rect", { width: "100%", height: "100%", fill: style(document.body, "background-color") }));
    const text = (line, y, size, weight, colour) => drawn("text", { x: PAD, y, "font-family": family, "font-size": size, "font-weight": weight, fill: colour }, line);
    heads.forEach((line, at) => picture.append(text(line, PAD + 18 + at * 24, 18, 600, style(document.body, "color"))));
    copy.setAttribute("x", PAD);
    copy.setAttribute("y", PAD + top);
    picture.append(copy);
    below.forEach((line, at) => picture.append(text(line, PAD + top + height + 26 + at * 17, 12, 400, style(figure.querySelector(".credit"), "color"))));
    return picture;
  }

  async function take(figure, form) {
    const picture = whole(figure);
    const file = new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml;charset=utf-8" });
    if (form === "svg") return qontology.save(`${figure.dataset.name}.svg`, file);
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.getAttribute("width") * SCALE;
    canvas.height = picture.getAttribute("height") * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return canvas.toBlob((made) => qontology.save(`${figure.dataset.name}.png`, made), "image/png");
  }

  for (const button of document.querySelectorAll("[data-take]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => take(button.closest("figure"), button.dataset.take));
  }
})();
