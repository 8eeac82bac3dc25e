// Elements: whatever the data hold becomes text, and only addresses of the web and of this page become links.

export type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; an attribute that is a function hears the event of its name, one that is false is left out. */
export function h<T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[T] {
  return filled(document.createElement(tag), attributes, children);
}

/** An element of a picture. */
export function s<T extends keyof SVGElementTagNameMap>(tag: T, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[T] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value as unknown as EventListener);
    else if (name === "href" && !isSafe(String(value))) continue;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(typeof child === "number" ? String(child) : child);
  }
}

/** Whether an address may be a link: a place in this page, or one on the web. */
export function isSafe(address: string): boolean {
  return address.startsWith("#") || /^https?:\/\/[^\s<>"]+$/.test(address);
}

export function outside(address: string, text: string): Child {
  return isSafe(address) && !address.startsWith("#")
    ? h("a", { href: address, rel: "noopener noreferrer", target: "_blank", class: "out" }, text)
    : text;
}

/** Hands the reader a file that was made in the page. */
export function save(name: string, data: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
