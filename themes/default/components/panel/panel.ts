import { fill, Listener, make } from "../../shared/element";
import type { Answer, Hit } from "../reader/answer";
import type { Search } from "../search/search";
import { Asker, openEngine } from "./engine";
import { Options } from "./options";
import { forget, recent, remember } from "./recent";
import { about, address, counted, inLanguage, meant, showState, snippet, stateText, Voice } from "./show";

/** How many pages the panel shows, and how many places of each. */
const pages = 4;
const places = 2;

/** What drops down from the box to search in. Together they are a combobox with a
 *  list that is chosen from by hand (ARIA Authoring Practices): the focus stays in
 *  the field. Loaded when the reader comes to it. */
class Panel extends Listener {
  private box!: Search;
  private input!: HTMLInputElement;
  private options!: Options;
  private asker!: Asker;
  private voice!: Voice;
  private held?: Promise<void>;

  protected begin(signal: AbortSignal): void {
    this.box = this.closest<Search>("vaandel-search")!;
    this.input = this.box.querySelector("input")!;
    this.options = new Options(this.querySelector<HTMLElement>(".search-list")!, this.input);
    this.asker = new Asker(this.box.dataset.reader!);
    this.voice = new Voice(this.box.querySelector("[role=status]")!);
    this.addEventListener("click", (event) => this.chosen(event), { signal });
    this.addEventListener("auxclick", (event) => this.chosen(event), { signal });
    this.addEventListener("mousedown", (event) => this.options.at(event) && event.preventDefault(), { signal });
    this.addEventListener("pointerdown", () => this.hold(), { signal });
    openEngine(this.box.dataset.reader!).catch(() => {}); // told once something is typed
  }

  /** Shows what goes with the text in the field. */
  async look(): Promise<void> {
    const query = this.query;
    if (!query) return this.showRecent();
    const typing = !/\s$/.test(this.input.value);
    const slow = () => this.options.empty && this.show("slow");
    const answer = await this.asker.ask(query, { typing, limit: pages, places }, slow, () => this.held);
    if (answer === "error") this.show("error");
    else if (answer && answer.count) this.showAnswer(query, answer);
    else if (answer) this.show("none");
  }

  /** Empties the list; an answer that is under way will not fill it. */
  shut(): void {
    this.asker.stop();
    this.options.set([]);
    this.voice.say("");
  }

  /** Takes a key that was pressed in the field; false if it is not for the list. */
  key(event: KeyboardEvent): boolean {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.options.empty) this.box.open();
      else this.options.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      return this.options.press(event);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.hidden) this.input.value = "";
      this.box.close();
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
      this.options.leave(); // these move within the text
    }
    return true;
  }

  /** Keeps what was looked for. */
  keep(query: string): void {
    remember(query);
  }

  private get query(): string {
    return this.input.value.trim();
  }

  /** While a finger is on the panel nothing in it moves. */
  private hold(): void {
    this.held = new Promise((done) => {
      const free = () => setTimeout(done, 50); // the click comes after
      for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, free, { once: true });
    });
  }

  /** Shows the state of that name, and these options. */
  private show(state: string, options: Node[] = [], label = ""): void {
    this.options.set(options, label);
    this.above("");
    showState(this, state);
    this.hidden = !state && !options.length;
    if (state !== "slow") this.voice.say(state && stateText(this, state));
  }

  /** A line above the options. */
  private above(text: string): void {
    const line = this.querySelector<HTMLElement>(".search-line")!;
    line.textContent = text;
    line.hidden = !text;
  }

  private showAnswer(query: string, answer: Answer): void {
    const all = this.options.make("a", "search-all", this.box.dataset.all!);
    all.href = this.box.results(query);
    this.show("", [...answer.hits.flatMap((hit) => this.hitOptions(hit)), all]);
    const line = meant(this.box.dataset, answer);
    this.above(line);
    this.voice.say(`${line} ${counted(this.box.dataset, answer)}`.trim());
  }

  /** The options of one page: its best place, and the next one. They stand in the
   *  list side by side and each says by itself which page it is of: groups in a
   *  list of options are passed over by some screen readers, and read out twice
   *  by others. */
  private hitOptions(hit: Hit): Node[] {
    return hit.places.map((place, i) => {
      const title = make("span", i ? "visually-hidden" : "search-title", hit.title);
      const option = this.options.make("a", i ? "search-hit search-more" : "search-hit", title);
      option.href = address(place.href);
      inLanguage(title, hit);
      if (!i) option.append(make("span", "search-about", about(this, hit)));
      const text = make("span", "search-text", ...snippet(place.snippet));
      if (place.heading) text.prepend(make("span", "search-place", place.heading), " ");
      inLanguage(text, hit);
      option.append(text);
      return option;
    });
  }

  private showRecent(): void {
    this.asker.stop();
    const rows: Node[] = recent().map((query) => this.recentRow(query));
    if (rows.length) {
      const all = this.options.make("button", "search-forget-all", this.box.dataset.forgetAll!);
      all.dataset.forget = "";
      rows.push(all);
    }
    const label = this.box.dataset.recent!;
    this.show("", rows, label);
    if (rows.length) this.above(label);
  }

  private recentRow(query: string): Node {
    const again = this.options.make("a", "search-again", query);
    again.href = this.box.results(query);
    again.dataset.query = query;
    const away = this.options.make("button", "search-forget", "×");
    away.setAttribute("aria-label", fill(this.box.dataset.forget, query));
    away.dataset.forget = query;
    return make("div", "search-row", again, away);
  }

  private chosen(event: MouseEvent): void {
    const option = this.options.at(event);
    if (!option) return;
    const { query, forget: old } = option.dataset;
    if (old !== undefined) {
      forget(old || undefined);
      this.showRecent();
    } else if (query && plain(event)) {
      event.preventDefault();
      this.input.value = query;
      this.box.open();
    } else {
      remember(query ?? this.query);
      if (plain(event)) this.box.close();
    }
  }
}

/** Whether a click follows a link in this tab. */
function plain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

customElements.define("vaandel-panel", Panel);

export type { Panel };
