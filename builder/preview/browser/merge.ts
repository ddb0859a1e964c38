// Merges a page into the one on screen: what is the same stays, with what its reader
// did to it. Each element on screen knows which one of the page it comes from.

/** The elements of the page as it was served that those on screen come from. */
const origins = new WeakMap<Element, Element>();

/** Returns the element of the served page that one on screen comes from. */
export const originOf = (element: Element): Element | undefined => origins.get(element);

/** Pairs what is on screen with the page that it is of, where they are the same. */
export function pair(shown: Element, served: Element): void {
  origins.set(shown, served);
  for (let i = 0; i < shown.children.length && i < served.children.length; i++) pair(shown.children[i], served.children[i]);
}

/** The HTML of elements with scripts as it was: one that is the same stays, with all
 *  that its script made of it. */
let unchanged = new Set<string>();

/** The first element whose text has changed. */
let first: Element | null = null;

/** Makes the body on screen that of the next page, and returns the first element in
 *  it that has changed. */
export function mergePage(before: Document, next: Document): Element | null {
  unchanged = new Set([...before.querySelectorAll("*")].filter(made).map((each) => each.outerHTML));
  first = null;
  attributes(document.documentElement, next.documentElement);
  fit(document.body, next.body);
  return first;
}

/** What the preview itself has put there stays. */
const ours = (node: Node): boolean => node instanceof Element && node.tagName === "VAANDEL-LIVE";

/** Elements whose inside scripts make: when their own HTML changed, they are put in
 *  anew. */
const made = (element: Element): boolean => element.tagName.includes("-");

/** Makes what is in one element like what is in another. */
function merge(now: Element, next: Element): void {
  const old = [...now.childNodes].filter((node) => !ours(node));
  const byId = new Map(old.filter((node): node is Element => node instanceof Element && node.id !== "").map((each) => [each.id, each]));
  let at: ChildNode | null = old[0] ?? null;
  const used = new Set<Node>();
  for (const want of [...next.childNodes]) {
    const match = find(want, at, byId, used);
    if (match) {
      used.add(match);
      if (match !== at) now.insertBefore(match, at);
      else at = following(at, used);
      fit(match, want);
    } else {
      const added = imported(want);
      now.insertBefore(added, at);
      note(added);
    }
    while (at && used.has(at)) at = following(at, used);
  }
  for (const node of old) if (!used.has(node)) { note(now); node.remove(); }
}

function imported(want: ChildNode): ChildNode {
  const added = document.importNode(want, true);
  if (added instanceof Element) pair(added, want as Element);
  return added;
}

const following = (node: ChildNode | null, used: Set<Node>): ChildNode | null => {
  let next = node?.nextSibling ?? null;
  while (next && (ours(next) || used.has(next))) next = next.nextSibling;
  return next;
};

/** The node that a wanted one is: that with its id, else one alike from here on. */
function find(want: ChildNode, at: ChildNode | null, byId: Map<string, Element>, used: Set<Node>): ChildNode | null {
  if (want instanceof Element && want.id) {
    const same = byId.get(want.id);
    return same && !used.has(same) && same.tagName === want.tagName ? same : null;
  }
  const near = 8;
  let node = at;
  for (let i = 0; node && i < near; i++, node = following(node, used)) {
    if (used.has(node) || !alike(node, want)) continue;
    if (node.isEqualNode(want)) return node;
  }
  return at && !used.has(at) && alike(at, want) ? at : null;
}

function alike(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType) return false;
  return !(a instanceof Element && b instanceof Element) || (a.tagName === b.tagName && a.id === b.id);
}

function fit(now: ChildNode, want: ChildNode): void {
  if (!(now instanceof Element && want instanceof Element)) {
    if (now.nodeValue !== want.nodeValue) {
      now.nodeValue = want.nodeValue;
      note(now.parentNode);
    }
    return;
  }
  if (made(now)) {
    if (unchanged.has(want.outerHTML)) return adopt(now, want);
    const added = imported(want);
    now.replaceWith(added);
    note(added);
    return;
  }
  origins.set(now, want);
  attributes(now, want);
  merge(now, want);
}

/** Pairs an element that stays as its script made it with the one that is the same. */
function adopt(now: Element, want: Element): void {
  const was = origins.get(now);
  const all = was ? [...was.querySelectorAll("*")] : [];
  const next = [...want.querySelectorAll("*")];
  const places = new Map(all.map((each, i) => [each, next[i]]));
  origins.set(now, want);
  for (const each of now.querySelectorAll("*")) {
    const to = places.get(origins.get(each)!);
    if (to) origins.set(each, to);
  }
}

/** What the reader may have changed stays: open details, ticks, what was typed. */
const kept = new Set(["open", "checked", "value", "hidden"]);

function attributes(now: Element, want: Element): void {
  for (const { name } of [...now.attributes]) if (!want.hasAttribute(name) && !kept.has(name) && !name.startsWith("aria-") && name !== "tabindex" && name !== "role") now.removeAttribute(name);
  for (const { name, value } of [...want.attributes]) if (!kept.has(name) && now.getAttribute(name) !== value) now.setAttribute(name, value);
}

function note(node: Node | null): void {
  const element = node instanceof Element ? node : node?.parentElement ?? null;
  if (element && element !== document.body) first ??= element;
}
