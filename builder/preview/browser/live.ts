// Keeps a page of the preview fresh: merges what changed into what is on screen, tells
// what is wrong, and leads to the source.

import { Bar, follows } from "./bar";
import { type Message, listen, parsed } from "./dom";
import { forget, inside, placeOf, places } from "./lines";
import { mark } from "./marks";
import { mergePage, pair } from "./merge";
import { openSource } from "./open";
import { speak } from "./texts";

/** The address of this page below the base. */
function here(base: string): string {
  const path = decodeURI(location.pathname).slice(base.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** The page as the server has it, untouched by scripts. */
const served = async (): Promise<Document> => parsed(await (await fetch(location.href, { cache: "no-store" })).text());

/** What stands in the middle of the page before any script has touched it. */
const untouched = inside(document);

/** The page as it was last served. Until something changes, what is on screen is it:
 *  no other script has run yet. */
let previous = parsed(document.documentElement.outerHTML);
pair(document.documentElement, previous.documentElement);
forget(previous);

/** Merges the page as it is now into this one. */
async function refresh(html?: string): Promise<Element | null> {
  const page = html ? parsed(html) : await served();
  const scripts = (of: Document): string =>
    [...of.querySelectorAll("script[src]")].map((each) => each.getAttribute("src")).sort().join();
  if (scripts(page) !== scripts(previous)) {
    location.reload(); // what runs can't be exchanged
    return null;
  }
  const before = previous;
  previous = page;
  document.title = page.title;
  await restyle(page);
  const first = mergePage(before, page);
  forget(page);
  dispatchEvent(new Event("vaandel-merged"));
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

/** Leads to what changed, where that is not in sight, and shows it for a moment. */
function show(element: Element | null): void {
  if (!element?.isConnected || !document.querySelector("main")?.contains(element)) return;
  const box = element.getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight) element.scrollIntoView({ block: "center" });
  performance.mark("vaandel-shown", { detail: element.textContent?.slice(0, 80) });
  element.animate([{ outline: "3px solid #e0a030", outlineOffset: "4px" }, { outline: "3px solid transparent", outlineOffset: "4px" }], { duration: 1200, easing: "steps(1)" });
}

// Beside the text that it is made of, the page is one of two panes: no bar, and no
// going to other pages.
const pane = window.parent !== window && window.name === "vaandel-page";
const bar = pane ? null : new Bar();

/** Where a visit to an edited page is noted, for its arrival. */
const arriving = "vaandel-arriving";

/** So many pages that are edited at once are one person's work; more are another
 *  branch, say. */
const fewEdited = 3;

async function hear(message: Message): Promise<void> {
  speak(message.lang);
  if (document.body.hasAttribute("data-waiting") && message.errors === 0) return location.reload();
  bar?.tell(message);
  const page = here(message.base);
  const changed = message.changed ?? [];
  const edited = message.edited ?? [];
  if (!pane && edited.length && edited.length <= fewEdited && !edited.includes(page) && follows()) {
    sessionStorage.setItem(arriving, edited[0]);
    location.assign(message.base + encodeURI(edited[0]));
  } else if (message.html || changed.includes(page) || message.assets) {
    show(await refresh(message.html));
  }
  if (message.source) await mark(page, message.source, message.faults);
}

/** Shows what changed on a page that was opened because it changed. */
async function arrive(base: string): Promise<void> {
  const page = here(base);
  if (sessionStorage.getItem(arriving) !== page) return;
  sessionStorage.removeItem(arriving);
  const { element } = await (await fetch(`/_vaandel/changed/${encodeURI(page)}`)).json();
  if (element >= 0) show(untouched[element] ?? null);
}

/** The key of this page when it was loaded. */
const loaded = (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.serverTiming.find((each) => each.name === "key")?.description;

let base = "";
let working: Promise<unknown> = Promise.resolve();

listen(`page=${encodeURIComponent(decodeURI(location.pathname))}`, (message) => {
  if (!base) {
    base = message.base;
    // What was built since this page was loaded was told to nobody here.
    if (loaded && message.key && message.key !== loaded) message.changed = [...(message.changed ?? []), here(base)];
    working = working.then(() => arrive(base)).catch(() => undefined);
  }
  working = working.then(() => hear(message)).catch(() => location.reload());
}, () => bar?.lost());

/** Ctrl+click leads to the source, as it opens a link elsewhere: on text it did
 *  nothing. */
addEventListener("click", async (event) => {
  if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element) || event.target.closest("a, button, input, summary, label, vaandel-live")) return;
  const place = await placeOf(here(base), event.target);
  if (!place) return;
  event.preventDefault();
  const beside = (window as { vaandelSource?: (line: number) => void }).vaandelSource;
  if (beside) beside(place.line);
  else openSource(place.file, place.line, 1);
});

if (pane) Object.assign(window, { vaandelPlaces: () => places(here(base)) });
if (bar) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => document.body.append(bar));
  else document.body.append(bar);
}
