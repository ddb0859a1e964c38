// Leads from a place in the page to the line of its source, and back.

import { parsed } from "./dom";
import { originOf } from "./merge";

/** A block on screen and the line on which its text begins. */
export interface Place {
  line: number;
  element: Element;
}

/** What is known of a page: its source, and the line of elements by their number. */
interface Lined {
  file: string;
  first: number;
  lines: Map<number, number>;
}

let known: Promise<Lined | null> | null = null;
let numbers = new WeakMap<Element, number>();

/** Forgets the lines: the page is another. */
export function forget(served: Document): void {
  known = null;
  numbers = new WeakMap(inside(served).map((element, i) => [element, i]));
}

/** The elements in the middle of a page, in their order. */
export const inside = (page: Document): Element[] => [...page.querySelectorAll("main *")];

const lined = (page: string): Promise<Lined | null> => (known ??= load(page));

async function load(page: string): Promise<Lined | null> {
  const answer = await fetch(`/_vaandel/lines/${page.split("/").map(encodeURIComponent).join("/")}`);
  const told = answer.ok ? await answer.json() : null;
  if (!told) return null;
  const { file, first, html, ids } = told;
  const lines = new Map<number, number>();
  inside(parsed(html)).forEach((element, i) => {
    const line = Number(element.getAttribute("data-line")) || ids[element.id];
    if (line) lines.set(i, line);
  });
  return { file, first, lines };
}

/** Returns where the text of an element stands: its own line, else that of what it is
 *  in, else the first. */
export async function placeOf(page: string, element: Element): Promise<{ file: string; line: number } | null> {
  const of = await lined(page);
  if (!of) return null;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const line = lineOf(of, at);
    if (line) return { file: of.file, line };
  }
  const top = element.closest("main") && !element.closest(".prose") && !element.closest("h1");
  return { file: of.file, line: top ? 1 : of.first };
}

function lineOf(of: Lined, element: Element): number | undefined {
  const origin = originOf(element);
  const number = origin && numbers.get(origin);
  return number === undefined ? undefined : of.lines.get(number);
}

/** Returns the blocks on screen that have a line, in the order of their lines. */
export async function places(page: string): Promise<Place[]> {
  const of = await lined(page);
  if (!of) return [];
  const found: Place[] = [];
  const title = document.querySelector("main h1");
  if (title) found.push({ line: of.first, element: title });
  for (const element of inside(document)) {
    const line = lineOf(of, element);
    if (line) found.push({ line, element });
  }
  return found.sort((a, b) => a.line - b.line);
}
