import { loadReader } from "../../shared/reader";
import { loadScript } from "../../shared/script";
import type { Panel } from "../panel/panel";

/** Where there is room for the field in the header; see search.css. */
const wide = window.matchMedia("(min-width: 64rem)");

const mac = /Mac|iP/.test(navigator.platform);

/** The box to search in. It stands on every page, so it is small: what shows
 *  results is loaded when the reader comes to the field. */
class Search extends HTMLElement {
  private listening?: AbortController;
  private waking?: Promise<void>;
  private input!: HTMLInputElement;
  private panel!: Partial<Panel> & HTMLElement;

  connectedCallback(): void {
    this.input = this.querySelector("input")!;
    this.panel = this.piece("panel");
    this.piece("link").hidden = true;
    this.piece("open").hidden = this.piece("box").hidden = false;
    if (mac) this.querySelector("kbd")!.textContent = "⌘K";
    this.listening = new AbortController();
    this.listen(this.listening);
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`.search-${name}`)!;
  }

  private listen({ signal }: AbortController): void {
    const on = (target: EventTarget, type: string, act: (event: any) => void) => target.addEventListener(type, act, { signal });
    on(this.input, "focus", () => this.entered());
    on(this.input, "click", () => this.open());
    on(this.input, "input", () => this.open());
    on(this.input, "keydown", (event) => this.key(event));
    on(this.piece("open"), "click", () => this.open());
    on(this.piece("close"), "click", () => this.close());
    on(this.panel, "click", ({ target }) => target.closest("[data-state] button") && this.again());
    on(this, "focusout", ({ relatedTarget: to }) => to && !this.contains(to) && this.close());
    on(document, "pointerdown", ({ target }) => this.contains(target) || this.close());
    on(document, "keydown", (event) => this.shortcut(event));
  }

  /** Whoever comes with the keyboard to a small window keeps sight of the page
   *  until they type: there the panel covers all of it. */
  private entered(): void {
    if (wide.matches) this.open();
    else this.wake();
  }

  /** Shows the panel, with what goes with the text in the field. */
  open(): void {
    this.shown(true);
    if (document.activeElement !== this.input) this.input.focus();
    this.wake().then(() => {
      if (this.isOpen) this.panel.look?.();
    });
  }

  /** Hides the panel; in a small window the field too. */
  close(): void {
    if (!this.isOpen) return;
    const within = this.contains(document.activeElement);
    this.shown(false);
    this.panel.hidden = true;
    this.panel.shut?.();
    if (within && !this.input.getClientRects().length) this.piece("open").focus();
  }

  private get isOpen(): boolean {
    return this.hasAttribute("data-open");
  }

  private shown(open: boolean): void {
    this.toggleAttribute("data-open", open);
    this.piece("open").setAttribute("aria-expanded", String(open));
  }

  /** Loads what shows results, once. If that fails, it says so, and the next call
   *  tries again. */
  private wake(): Promise<void> {
    if (!this.waking) loadReader(this.dataset.reader!).catch(() => {}); // the panel loads it again, and tells
    return (this.waking ??= loadScript(this.dataset.panel!, true).catch(() => {
      this.waking = undefined;
      if (this.isOpen) this.querySelector("[role=status]")!.textContent = this.say("error");
    }));
  }

  /** Tries again what failed. */
  private again(): void {
    this.say("slow");
    this.open();
  }

  /** Shows a state in the panel, as long as nothing else does, and returns what it
   *  says. */
  private say(name: string): string {
    const states = [...this.panel.querySelectorAll<HTMLElement>("[data-state]")];
    for (const state of states) state.hidden = state.dataset.state !== name;
    this.panel.hidden = false;
    return states.find((state) => !state.hidden)!.querySelector("p, strong")?.textContent ?? "";
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing || this.panel.key?.(event)) return;
    const query = this.input.value.trim();
    if (event.key !== "Enter" || !query) return;
    this.wake().then(() => {
      this.panel.keep?.(query);
      this.close(); // or it would be open when the reader comes back
      location.href = this.results(query);
    });
  }

  /** The address of the page of results. */
  results(query: string): string {
    return `${this.piece("link").getAttribute("href")}?q=${encodeURIComponent(query)}`;
  }

  /** Ctrl+K leads here, Cmd+K on a Mac: to the box that can be seen. */
  private shortcut(event: KeyboardEvent): void {
    const held = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!held || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    if (!this.getClientRects().length) return;
    event.preventDefault();
    this.open();
    this.input.select();
  }
}

customElements.define("vaandel-search", Search);

export type { Search };
