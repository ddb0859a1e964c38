import { Listener, make, pressed } from "../../shared/element";
import { keepResult, Result, result } from "../../shared/progress";

/** A question that marks what the reader chose. The right answers stand in the
 *  page, as they do without script. */
class Quiz extends Listener {
  /** In what order the answers stand; 0 is that of the page. */
  private seed = 0;

  protected begin(signal: AbortSignal): void {
    const last = result(this.key);
    if (last) this.mix(last.seed);
    this.toggleAttribute("data-done", last?.right === true);
    this.addEventListener("click", (event) => this.act(pressed(event)?.dataset.act), { signal });
  }

  private get key(): string {
    return this.dataset.key ?? "";
  }

  private get fields(): HTMLInputElement[] {
    return this.all<HTMLInputElement>("fieldset input");
  }

  private act(act?: string): void {
    if (act === "check") this.check();
    else if (act === "again") this.again();
  }

  private check(): void {
    const fields = this.fields;
    if (!answered(fields)) return this.say(this.text("empty"));
    const wrong = fields.filter((field) => !isRight(field));
    fields.forEach((field) => this.mark(field));
    const tried: Result = { right: !wrong.length, tries: (result(this.key)?.tries ?? 0) + 1, seed: this.seed };
    keepResult(this.key, tried);
    this.toggleAttribute("data-done", tried.right);
    this.one<HTMLDetailsElement>("details")!.open = true;
    this.one<HTMLButtonElement>("[data-act=again]")!.disabled = false;
    this.say(this.text(tried.right ? "right" : "wrong"));
  }

  /** Tells by each answer whether it was well chosen, in words too. */
  private mark(field: HTMLInputElement): void {
    const line = unmarked(field);
    const chosen = field.type === "number" || field.checked;
    if (!chosen && !field.hasAttribute("data-right")) return;
    line.dataset.mark = !chosen ? "missed" : isRight(field) ? "right" : "wrong";
    const told = !chosen ? (field.type === "radio" ? "answer" : "again") : isRight(field) ? "good" : "bad";
    line.append(make("span", "quiz-mark", this.text(told)));
  }

  private say(text: string): void {
    const line = this.one(".quiz-result")!;
    line.textContent = text;
    line.focus();
  }

  /** Asks anew, with the answers in another order. */
  private again(): void {
    this.mix((this.seed + 1 + Math.floor(Math.random() * 1e6)) % 1e9);
    for (const field of this.fields) {
      if (field.type === "number") field.value = "";
      else field.checked = false;
      unmarked(field);
    }
    this.one<HTMLDetailsElement>("details")!.open = false;
    this.one<HTMLButtonElement>("[data-act=again]")!.disabled = true;
    this.one(".quiz-result")!.textContent = "";
    this.fields[0]?.focus();
  }

  /** Puts the answers in the order of a seed; 0 leaves that of the page. */
  private mix(seed: number): void {
    this.seed = seed;
    if (!seed) return;
    const list = this.one("fieldset > ul")!;
    const lines = [...list.children].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    const random = randomOf(seed);
    for (let i = lines.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [lines[i], lines[j]] = [lines[j], lines[i]];
    }
    list.append(...lines);
  }
}

/** The line of an answer, without what was told of it. */
function unmarked(field: HTMLInputElement): HTMLLIElement {
  const line = field.closest("li")!;
  delete line.dataset.mark;
  line.querySelector(".quiz-mark")?.remove();
  return line;
}

const idOf = (line: Element): string => line.querySelector("input")?.id ?? "";

function answered(fields: HTMLInputElement[]): boolean {
  if (fields[0]?.type === "number") return fields.every((field) => field.value);
  return fields.some((field) => field.checked);
}

function isRight(field: HTMLInputElement): boolean {
  if (field.type === "number") return Number(field.value) === Number(field.dataset.place);
  return field.checked === field.hasAttribute("data-right");
}

/** Numbers from 0 to 1 that follow from a seed (Marsaglia, Xorshift RNGs, 2003). */
function randomOf(seed: number): () => number {
  let x = seed || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 2 ** 32;
  };
}

customElements.define("vaandel-quiz", Quiz);
