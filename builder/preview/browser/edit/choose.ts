// A field in which a page of the handbook is looked for by its title: a combobox with
// a list (ARIA Authoring Practices, Combobox Pattern).

import { el } from "../dom";
import { say } from "../texts";
import type { Choices, Page } from "./api";
import { input } from "./dialog";

/** So many pages are shown at once. */
const most = 8;

/** Letters without accents, in lower case. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A name as addresses have it: "Thuis werken" is "thuis-werken". */
export const slug = (name: string): string => plain(name).replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");

/** The pages whose title or file has all words of a question, those that begin with it
 *  first. */
export function matching(pages: Page[], question: string): Page[] {
  const words = plain(question).split(/\s+/).filter(Boolean);
  const rank = (page: Page): number => (plain(page.title).startsWith(words[0] ?? "") ? 0 : 1);
  return pages
    .filter((page) => words.every((word) => plain(`${page.title} ${page.file}`).includes(word)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

/** The folder of a file; "." at the top. */
export const folderOf = (file: string): string => file.split("/").slice(0, -1).join("/") || ".";

/** Makes the field and its list. chosen is told of the page. */
export function chooser(choices: Choices, lang: string, chosen: (page: Page) => void): { field: HTMLInputElement; list: HTMLElement } {
  const field = input();
  const options = el("ul", "found");
  const none = el("p", "help");
  const own = choices.pages.filter((page) => page.lang === lang);
  const section = (page: Page): string => choices.folders.find((each) => each.value === folderOf(page.file))?.label ?? folderOf(page.file);
  let found: Page[] = [];
  let at = 0;

  const point = (to: number): void => {
    at = to;
    [...options.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
    options.children[at]?.scrollIntoView({ block: "nearest" });
    if (found.length) field.setAttribute("aria-activedescendant", options.children[at].id);
    else field.removeAttribute("aria-activedescendant");
  };
  const show = (pages: Page[]): void => {
    found = pages;
    options.replaceChildren(...found.map((page, i) => {
      const option = el("li", "", page.title, el("span", "", section(page)));
      option.id = `v-found-${i}`;
      option.setAttribute("role", "option");
      option.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
      option.onclick = () => pick(page);
      return option;
    }));
    field.setAttribute("aria-expanded", String(found.length > 0));
    point(0);
  };
  const pick = (page: Page): void => {
    field.value = page.title;
    show([]);
    chosen(page);
  };

  options.id = "v-found";
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", say("link.page"));
  none.setAttribute("role", "status");
  field.autocomplete = "off";
  field.placeholder = say("choose.placeholder");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", options.id], ["aria-expanded", "false"]]) field.setAttribute(name, value);
  field.addEventListener("input", () => {
    const asked = field.value.trim() !== "";
    show(asked ? matching(own, field.value) : []);
    none.textContent = asked && found.length === 0 ? say("choose.none") : "";
  });
  field.addEventListener("keydown", (event) => {
    if (found.length === 0 || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) point((at + step + found.length) % found.length);
    else if (event.key === "Enter") pick(found[at]);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
  return { field, list: el("div", "", options, none) };
}

/** The way from one file to another. */
export function way(from: string, to: string): string {
  const a = from.split("/").slice(0, -1);
  const b = to.split("/");
  while (a.length && b.length > 1 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  return [...a.map(() => ".."), ...b].join("/");
}
