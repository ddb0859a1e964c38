// What is wrong in a text, below it: how much, and each with its place and what to do.
// A text that is half written is not held against its author: what is new waits until
// they stop typing, and what is solved goes at once.

import { type Fault, el } from "../dom";
import { count } from "../texts";

/** Without a letter for so long, in milliseconds, an author has stopped typing. */
const pause = 800;

/** How many errors and tips there are, in words. */
export function sum(faults: Fault[]): string {
  const errors = faults.filter((each) => each.severity === "error").length;
  const tips = faults.length - errors;
  return [...(errors ? [count("errors", errors)] : []), ...(tips ? [count("warnings", tips)] : [])].join(", ");
}

export class Wrong {
  readonly element = el("details", "wrong-list");
  private readonly summary = el("summary");
  private readonly list = el("ol");
  private readonly spoken = el("p", "unseen");
  private shown: Fault[] = [];
  private told: Fault[] = [];
  private typed = 0;
  private timer = 0;

  /** lead makes what leads to the place of a fault; draws is told what is shown. */
  constructor(private readonly lead: (fault: Fault) => HTMLElement[], private readonly draws: (faults: Fault[]) => void) {
    this.spoken.setAttribute("role", "status");
    this.element.append(this.summary, this.list);
    this.element.hidden = true;
  }

  /** Says to a screen reader how much is wrong. */
  get voice(): HTMLElement {
    return this.spoken;
  }

  /** Notes that somebody is typing. */
  typing(): void {
    this.typed = Date.now();
  }

  tell(faults: Fault[]): void {
    this.told = faults;
    this.draw();
  }

  private draw(): void {
    clearTimeout(this.timer);
    const wait = this.typed + pause - Date.now();
    if (this.told.length > this.shown.length && wait > 0) {
      this.timer = window.setTimeout(() => this.draw(), wait);
      return;
    }
    this.draws(this.told);
    if (JSON.stringify(this.told) === JSON.stringify(this.shown)) return;
    this.shown = this.told;
    this.element.hidden = this.shown.length === 0;
    this.element.classList.toggle("errors", this.shown.some((each) => each.severity === "error"));
    this.summary.textContent = sum(this.shown);
    if (this.spoken.textContent !== sum(this.shown)) this.spoken.textContent = sum(this.shown);
    this.list.replaceChildren(...this.shown.map((each) => this.item(each)));
  }

  private item(fault: Fault): HTMLElement {
    return el("li", fault.severity, el("p", "message", fault.message), ...(fault.hint ? [el("p", "", fault.hint)] : []), el("p", "leads", ...this.lead(fault)));
  }
}
