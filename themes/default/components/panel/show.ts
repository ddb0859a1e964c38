import type { Answer, Hit, Piece } from "../reader/answer";
import { fill, make } from "../../shared/element";
import { root } from "../../shared/reader";

// What the box and the page of results both show. Whatever was typed, and
// whatever stands in the index, becomes text and nothing else.

/** A piece of a page, with what was looked for marked. */
export function snippet(pieces: Piece[]): (Node | string)[] {
  return pieces.map((piece) => (piece.marked ? make("mark", "", piece.text) : piece.text));
}

/** The address of a hit or place, as this page has to write it. */
export function address(href: string): string {
  return (document.documentElement.dataset.root ?? "") + new URL(href, root).href.slice(root.length);
}

/** A quiet line of what a page is and where it lies: kind, language, trail. */
export function about(host: Element, hit: Hit): string {
  const line = [kindName(host, hit.kind)];
  if (foreign(hit)) line.push(languageName(hit.lang));
  const trail = hit.trail.join(" › ");
  if (trail && trail !== line[0]) line.push(trail); // a section may be called after its kind
  return line.join(" · ");
}

/** Marks an element that holds words of a page in another language. */
export function inLanguage(element: HTMLElement, hit: Hit): void {
  if (foreign(hit)) element.lang = hit.lang;
}

function foreign(hit: Hit): boolean {
  return hit.lang !== "" && hit.lang !== document.documentElement.lang;
}

/** The word for a kind, of those that stand in the page. */
export function kindName(host: Element, kind: string): string {
  const words = host.querySelector("template")?.content.children ?? [];
  return [...words].find((each) => each.getAttribute("value") === kind)?.textContent ?? kind;
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** How many pages were found, in words. */
export function counted({ single, many, least }: DOMStringMap, { count, atLeast }: Answer): string {
  if (count === 1 && !atLeast) return single ?? "";
  return fill(atLeast ? least : many, number(count));
}

/** A number as readers write it. The browser's own way takes ten milliseconds the
 *  first time, which most numbers need not wait for. */
export function number(n: number): string {
  return n < 1000 ? String(n) : n.toLocaleString(document.documentElement.lang);
}

/** "Did you mean", or nothing. */
export function meant(words: DOMStringMap, answer: Answer): string {
  const used = answer.corrections.map((each) => each.used).join(" ");
  return used && fill(words.meant, used);
}

/** Shows the one state of that name and hides the others. */
export function showState(host: Element, name: string): void {
  host.querySelectorAll<HTMLElement>("[data-state]").forEach((each) => (each.hidden = each.dataset.state !== name));
}

/** What a state says. */
export function stateText(host: Element, name: string): string {
  const state = host.querySelector(`[data-state=${name}]`);
  return (state?.querySelector("p") ?? state)?.textContent?.trim() ?? "";
}

/** Speaks through a polite status, once the reader has stopped typing for a
 *  moment: not at each key. */
export class Voice {
  private timer = 0;

  constructor(private status: Element) {}

  say(text: string): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.status.textContent = text), 700);
  }
}
