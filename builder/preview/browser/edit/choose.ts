// A field in which a page of the handbook is looked for by its title.

import { el } from "../dom";
import { say } from "../texts";
import type { Page } from "./api";
import { input } from "./dialog";

/** So many pages are shown at once. */
const most = 8;

/** Letters without accents, in lower case. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

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

/** Makes the field and its list. chosen is told of the page. */
export function chooser(pages: Page[], lang: string, chosen: (page: Page) => void): { field: HTMLInputElement; list: HTMLElement } {
  const field = input();
  field.autocomplete = "off";
  field.placeholder = say("choose.placeholder");
  const list = el("ul", "found");
  const own = pages.filter((page) => page.lang === lang);
  const show = (): void => {
    const found = field.value.trim() === "" ? [] : matching(own, field.value);
    list.replaceChildren(...found.map((page) => {
      const pick = el("button", "", page.title, el("span", "", page.file));
      pick.type = "button";
      pick.onclick = () => {
        field.value = page.title;
        list.replaceChildren();
        chosen(page);
      };
      return el("li", "", pick);
    }));
  };
  field.addEventListener("input", show);
  return { field, list };
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
