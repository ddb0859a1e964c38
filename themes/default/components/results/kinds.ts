import { make } from "../../shared/element";
import { kindName, number } from "../panel/show";

/** The choice of a kind, with how many pages of each were found. */
export class Kinds {
  /** The kind that results are of, or "" for all. */
  chosen = "";
  private shown = "";

  constructor(
    private group: HTMLElement,
    private words: Element,
    private every: string,
  ) {
    group.addEventListener("change", ({ target }) => (this.chosen = (target as HTMLInputElement).value));
  }

  /** Shows the kinds there are. What is there already stays as it is, for it may
   *  have the focus. */
  show(kinds: { kind: string; count: number }[]): void {
    const all = kinds.reduce((sum, each) => sum + each.count, 0);
    const list = [{ kind: "", count: all }, ...kinds];
    if (this.chosen && !kinds.some((each) => each.kind === this.chosen)) list.push({ kind: this.chosen, count: 0 });
    const now = JSON.stringify(list);
    if (now === this.shown) return;
    this.shown = now;
    this.group.querySelectorAll("label").forEach((label) => label.remove());
    this.group.append(...list.map(({ kind, count }) => this.choice(kind, count)));
  }

  private choice(kind: string, count: number): HTMLElement {
    const radio = make("input", "visually-hidden");
    radio.type = "radio";
    radio.name = "v-kind";
    radio.value = kind;
    radio.checked = kind === this.chosen;
    const found = make("span", "results-number", number(count));
    const words = kind ? kindName(this.words, kind) : this.every;
    return make("label", "results-kind", radio, make("span", "", words, " ", found));
  }
}
