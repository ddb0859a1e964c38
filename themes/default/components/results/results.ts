import { Listener, make } from "../../shared/element";
import { Asker } from "../panel/engine";
import { remember } from "../panel/recent";
import { about, address, counted, inLanguage, meant, showState, snippet, stateText, Voice } from "../panel/show";
import type { Answer, Hit, Place } from "../reader/answer";
import { Kinds } from "./kinds";

/** How many pages are shown at a time, and how many places of each. */
const step = 10;
const places = 3;

/** The page of results. The query and the kind stand in its address, so that it
 *  can be kept and shared, and is the same after a reload. */
class Results extends Listener {
  private input!: HTMLInputElement;
  private readonly list = make("ol", "results-list");
  private kinds!: Kinds;
  private asker!: Asker;
  private voice!: Voice;
  private readonly name = document.title;

  protected begin(signal: AbortSignal): void {
    this.input = this.querySelector("input")!;
    this.piece("more").before(this.list);
    this.list.hidden = true;
    this.kinds = new Kinds(this.piece("kinds"), this, this.dataset.every!);
    this.asker = new Asker(this.dataset.reader!);
    this.voice = new Voice(this.querySelector("[role=status]")!);
    this.querySelector<HTMLElement>(".search-field")!.hidden = false;
    this.listen(signal);
    const asked = new URLSearchParams(location.search);
    this.input.value = (asked.get("q") ?? "").slice(0, this.input.maxLength);
    this.kinds.chosen = asked.get("kind") ?? "";
    if (this.query) this.look(false);
    else this.input.focus({ preventScroll: true });
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`.results-${name}`)!;
  }

  private get query(): string {
    return this.input.value.trim();
  }

  private listen(signal: AbortSignal): void {
    const on = (target: EventTarget, type: string, act: (event: any) => void) => target.addEventListener(type, act, { signal });
    on(this.input, "input", () => this.look(true));
    on(this.input, "keydown", (event) => event.key === "Enter" && !event.isComposing && this.entered());
    on(this.piece("kinds"), "change", () => this.look(false));
    on(this.piece("more"), "click", () => this.more());
    on(this.list, "click", () => remember(this.query));
    on(this.list, "auxclick", () => remember(this.query));
    on(this.querySelector("[data-state=error] button")!, "click", () => this.again());
    on(document, "keydown", (event) => this.shortcut(event));
  }

  private entered(): void {
    remember(this.query);
    this.look(false);
  }

  /** Tries again; the button that was pressed goes. */
  private again(): void {
    this.input.focus();
    this.show("slow");
    this.look(false);
  }

  private shortcut(event: KeyboardEvent): void {
    const mac = /Mac|iP/.test(navigator.platform);
    const held = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!held || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  /** Shows what goes with the text in the field. */
  private async look(typing: boolean): Promise<void> {
    this.note();
    if (!this.query) {
      this.asker.stop();
      return this.show("");
    }
    const slow = () => this.list.hidden && this.show("slow");
    const answer = await this.ask(typing, 0, slow);
    if (answer === "error") this.show("error");
    else if (answer) this.showAnswer(answer);
  }

  private ask(typing: boolean, from: number, slow = () => {}): Promise<Answer | "error" | undefined> {
    return this.asker.ask(this.query, { typing, kind: this.kinds.chosen || undefined, limit: step, from, places: 3 }, slow);
  }

  /** Keeps the query in the address. Browsers bound how often that may change. */
  private note(): void {
    const asked = new URLSearchParams();
    if (this.query) asked.set("q", this.query);
    if (this.query && this.kinds.chosen) asked.set("kind", this.kinds.chosen);
    const question = this.query && `?${asked}`;
    try {
      history.replaceState(null, "", location.pathname + question);
    } catch {
      // It stays as it was until the next key.
    }
    document.title = this.query ? `${this.query} · ${this.name}` : this.name;
  }

  /** Shows the state of that name in place of results; without a query, how else to
   *  find a page. */
  private show(state: string): void {
    showState(this, state);
    this.list.replaceChildren();
    this.list.hidden = true;
    for (const name of ["count", "meant", "more"]) this.piece(name).hidden = true;
    this.piece("kinds").hidden = state !== "none" || !this.kinds.chosen;
    this.piece("help").hidden = state === "slow";
    if (state !== "slow") this.voice.say(state && stateText(this, state));
  }

  private showAnswer(answer: Answer): void {
    this.kinds.show(answer.kinds);
    if (!answer.count) return this.show("none");
    showState(this, "");
    this.list.replaceChildren(...answer.hits.map((hit) => this.entry(hit)));
    this.list.hidden = this.piece("count").hidden = false;
    this.piece("help").hidden = true;
    this.piece("kinds").hidden = answer.kinds.length < 2 && !this.kinds.chosen;
    const line = meant(this.dataset, answer);
    this.piece("meant").textContent = line;
    this.piece("meant").hidden = !line;
    const count = counted(this.dataset, answer);
    this.piece("count").textContent = count;
    this.piece("more").hidden = answer.hits.length === 0 || this.list.children.length >= answer.count && !answer.atLeast;
    this.voice.say(`${line} ${count}`.trim());
  }

  /** Adds the next results and leads to the first of them. */
  private async more(): Promise<void> {
    const shown = this.list.children.length;
    const answer = await this.ask(false, shown);
    if (answer === "error") return this.show("error");
    if (!answer || this.list.children.length !== shown) return;
    this.list.append(...answer.hits.map((hit) => this.entry(hit)));
    this.piece("more").hidden = !answer.hits.length || (this.list.children.length >= answer.count && !answer.atLeast);
    this.list.children[shown]?.querySelector("a")?.focus();
  }

  private entry(hit: Hit): HTMLElement {
    const link = make("a", "", hit.title);
    link.href = address(hit.href);
    const title = make("h2", "results-title", link);
    const found = make("ul", "results-places", ...hit.places.slice(0, places).map(place));
    for (const words of [title, found]) inLanguage(words, hit);
    return make("li", "results-hit", title, make("p", "results-about small", about(this, hit)), found);
  }
}

/** A place of a page: its heading leads there. The top of the page has none, as
 *  its title leads there already. */
function place({ heading, href, snippet: pieces }: Place): HTMLElement {
  const text = make("p", "", ...snippet(pieces));
  if (!heading) return make("li", "", text);
  const link = make("a", "", heading);
  link.href = address(href);
  return make("li", "", link, text);
}

customElements.define("vaandel-results", Results);
