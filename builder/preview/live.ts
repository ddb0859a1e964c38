// Keeps a page of the preview fresh: merges what changed into what is on screen,
// and tells what is wrong.

interface Fault {
  severity: "error" | "warning";
  file?: string;
  line?: number;
  column?: number;
  message: string;
  hint?: string;
  source?: string;
}

interface Message {
  changed?: string[];
  edited?: string[];
  assets?: boolean;
  faults: Fault[];
  base: string;
  lang: string;
}

const texts: Record<string, Record<string, string>> = {
  nl: {
    errors: "Dit gaat nog niet goed", one: "Eén ding klopt nog niet", lost: "Vaandel draait niet meer. Start het opnieuw met: vaandel serve",
    warnings: "{0} tips", warning: "1 tip", line: "{0}, regel {1}", follow: "Ga mee naar de pagina die je verandert",
  },
  en: {
    errors: "Some things are not right yet", one: "One thing is not right yet", lost: "Vaandel is not running any more. Start it again with: vaandel serve",
    warnings: "{0} tips", warning: "1 tip", line: "{0}, line {1}", follow: "Go along to the page that you change",
  },
};

let lang = "nl";
const say = (name: string, ...values: (string | number)[]): string =>
  (texts[lang] ?? texts.en)[name].replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)]));

const policy: { createHTML(text: string): string } =
  (window as any).trustedTypes?.createPolicy("vaandel-live", { createHTML: (text: string) => text }) ?? { createHTML: (text: string) => text };

// ---- The page ----

/** The path of this page below the base. */
function here(base: string): string {
  const path = decodeURI(location.pathname).slice(base.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** The page as the preview has it, untouched by scripts. */
async function served(): Promise<Document> {
  const answer = await fetch(location.href, { cache: "no-store" });
  return new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html");
}

/** The page as it was last. */
let previous = served();

/** Gets the page as it is now and merges it into this one. */
async function refresh(): Promise<Element | null> {
  const before = await previous;
  const page = await served();
  previous = Promise.resolve(page.cloneNode(true) as Document);
  unchanged = new Set([...before.querySelectorAll("*")].filter(made).map((each) => each.outerHTML));
  const scripts = (of: Document): string =>
    [...of.querySelectorAll("script[src]")].map((each) => each.getAttribute("src")).sort().join();
  if (scripts(page) !== scripts(document)) {
    location.reload(); // what runs can't be exchanged
    return null;
  }
  document.title = page.title;
  await restyle(page);
  first = null;
  attributes(document.documentElement, page.documentElement);
  merge(document.body, page.body);
  return first;
}

/** Brings in another style sheet without a moment in which there is none. */
async function restyle(page: Document): Promise<void> {
  const old = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]");
  const next = page.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.getAttribute("href");
  if (!old || !next || old.getAttribute("href") === next) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = next;
  const loaded = new Promise((done) => (link.onload = link.onerror = done));
  old.after(link);
  await loaded;
  old.remove();
}

/** The first element whose text has changed. */
let first: Element | null = null;

/** What scripts have put there stays: their elements are not in the page's HTML. */
const ours = (node: Node): boolean => node instanceof Element && node.tagName === "VAANDEL-LIVE";

/** Elements whose inside scripts make: when their own HTML changed, they are put in
 *  anew. */
const made = (element: Element): boolean => element.tagName.includes("-");

/** The HTML of such elements as it was last: one that is the same stays, with all
 *  that its script made of it. */
let unchanged = new Set<string>();

/** Makes one element like another, keeping what is the same. */
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
      const added = document.importNode(want, true);
      now.insertBefore(added, at);
      note(added);
    }
    while (at && used.has(at)) at = following(at, used);
  }
  for (const node of old) if (!used.has(node)) { note(now); node.remove(); }
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
    if (unchanged.has(want.outerHTML)) return;
    const added = document.importNode(want, true);
    now.replaceWith(added);
    note(added);
    return;
  }
  attributes(now, want);
  merge(now, want);
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

/** Leads to what changed, where that is not in sight, and shows it for a moment. */
function show(element: Element | null): void {
  if (!element?.isConnected || !document.querySelector("main")?.contains(element)) return;
  const box = element.getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight) element.scrollIntoView({ block: "center" });
  element.animate([{ outline: "3px solid #e0a030", outlineOffset: "4px" }, { outline: "3px solid transparent", outlineOffset: "4px" }], { duration: 1200 });
}

// ---- What is wrong ----

class Panel extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });

  show(faults: Fault[], lost = false): void {
    const errors = faults.filter((each) => each.severity === "error");
    const warnings = faults.filter((each) => each.severity === "warning");
    const parts: Node[] = [];
    if (lost) parts.push(el("p", "lost", say("lost")));
    if (errors.length) parts.push(this.list("errors", say(errors.length === 1 ? "one" : "errors"), errors, true));
    else if (warnings.length) parts.push(this.list("warnings", warnings.length === 1 ? say("warning") : say("warnings", warnings.length), warnings, this.isOpen));
    if (!lost && (errors.length || warnings.length)) parts.push(this.follower());
    this.root.replaceChildren(...parts);
    this.root.adoptedStyleSheets = [style];
  }

  private get isOpen(): boolean {
    return this.root.querySelector<HTMLDetailsElement>("details.warnings")?.open ?? false;
  }

  private list(name: string, title: string, faults: Fault[], open: boolean): HTMLElement {
    const details = el("details", name, el("summary", "", title)) as HTMLDetailsElement;
    details.open = open;
    details.setAttribute("role", name === "errors" ? "alert" : "status");
    details.append(el("ol", "", ...faults.map((each) => this.line(each))));
    return details;
  }

  private line(fault: Fault): HTMLElement {
    const line = el("li", "", el("p", "message", fault.message));
    if (fault.file) line.prepend(el("p", "where", fault.line ? say("line", fault.file, fault.line) : fault.file));
    if (fault.source) {
      const at = Math.max(0, (fault.column ?? 1) - 1);
      line.append(el("pre", "", fault.source.slice(0, at), el("mark", "", fault.source.slice(at, at + 1) || " "), fault.source.slice(at + 1)));
    }
    if (fault.hint) line.append(el("p", "hint", `→ ${fault.hint}`));
    return line;
  }

  private follower(): HTMLElement {
    const box = el("input", "") as HTMLInputElement;
    box.type = "checkbox";
    box.checked = follows();
    box.onchange = () => sessionStorage.setItem("vaandel-follow", box.checked ? "1" : "0");
    return el("label", "follow", box, " ", say("follow"));
  }
}

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 9999; max-width: min(44rem, calc(100vw - 2rem)); max-height: 70vh; overflow: auto; font: 1rem/1.5 system-ui, sans-serif; color: #1d1d1b; }
  :host(:empty) { display: block; }
  details, .lost, .follow { display: block; margin: 0; padding: 0.75rem 1rem; background: #fff; border: 1px solid #8a8578; border-radius: 6px; box-shadow: 0 4px 24px rgb(0 0 0 / 0.18); }
  details.errors { border-left: 6px solid #a3282b; }
  details.warnings { border-left: 6px solid #9a6700; }
  summary { font-weight: 700; cursor: pointer; min-height: 1.75rem; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { padding: 0.75rem 0; border-top: 1px solid #ddd8cc; }
  p { margin: 0.25rem 0; }
  .where { font-size: 0.875rem; color: #5a574e; }
  .message { font-weight: 600; }
  pre { margin: 0.5rem 0; padding: 0.5rem 0.75rem; background: #f4f2ec; overflow-x: auto; font-size: 0.875rem; }
  mark { background: #ffd27a; outline: 2px solid #9a6700; }
  .follow { margin-top: 0.5rem; font-size: 0.875rem; }
  @media print { :host { display: none; } }
`);

function el(tag: string, name: string, ...parts: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...parts);
  return element;
}

customElements.define("vaandel-live", Panel);
const panel = document.createElement("vaandel-live") as Panel;

// ---- What is told ----

const follows = (): boolean => sessionStorage.getItem("vaandel-follow") !== "0";

/** So many pages that are edited at once are one person's work. */
const fewEdited = 3;

let working = Promise.resolve();

async function hear(message: Message): Promise<void> {
  lang = message.lang;
  if (document.body.hasAttribute("data-waiting") && message.faults.every((each) => each.severity !== "error")) return location.reload();
  panel.show(message.faults);
  const page = here(message.base);
  const changed = message.changed ?? [];
  const edited = message.edited ?? [];
  // Many at once are no editing: another branch, say.
  if (edited.length && edited.length <= fewEdited && !edited.includes(page) && follows()) {
    location.assign(message.base + encodeURI(edited[0]));
  } else if (changed.includes(page) || message.assets) {
    show(await refresh());
  }
}

let last = "";
/** Listens, and begins again when Vaandel was away. */
function listen(): void {
  const socket = new WebSocket(`ws://${location.host}/vaandel-live`);
  socket.onmessage = ({ data }) => {
    if (last === "lost") location.reload(); // it has been started again
    last = "heard";
    working = working.then(() => hear(JSON.parse(data))).catch(() => location.reload());
  };
  socket.onclose = () => {
    if (last) {
      last = "lost";
      panel.show([], true);
    }
    setTimeout(listen, 1000);
  };
}

addEventListener("DOMContentLoaded", () => document.body.append(panel));
if (document.readyState !== "loading") document.body.append(panel);
listen();
