// The page beside its text: it is the preview's own page in a frame, and goes along
// with what is seen of the text.

import type { Place } from "../lines";
import { el } from "../dom";
import type { Area } from "./area";

interface Inside extends Window {
  vaandelPlaces?: () => Promise<Place[]>;
}

/** How far a place is from the top of its page. */
interface Point {
  line: number;
  top: number;
}

export class Pane {
  readonly element = el("iframe", "page");
  private points: Point[] = [];
  /** Which side leads: that which the author last touched. */
  private leads: "text" | "page" = "text";

  constructor(title: string, private readonly area: Area, private readonly visited: (path: string) => void) {
    this.element.name = "vaandel-page";
    this.element.title = title;
    this.element.addEventListener("load", () => this.loaded());
    for (const kind of ["wheel", "pointerdown", "keydown", "touchstart", "focusin"]) {
      area.field.addEventListener(kind, () => (this.leads = "text"), { passive: true });
    }
    area.field.addEventListener("scroll", () => this.followText(), { passive: true });
  }

  open(address: string): void {
    this.element.src = address;
  }

  private get inside(): Inside | null {
    return this.element.contentWindow as Inside | null;
  }

  private loaded(): void {
    const inside = this.inside;
    if (!inside) return;
    this.visited(decodeURI(inside.location.pathname));
    inside.addEventListener("vaandel-merged", () => void this.measure());
    inside.addEventListener("scroll", () => this.followPage(), { passive: true });
    for (const kind of ["wheel", "pointerdown", "keydown", "touchstart"]) {
      inside.addEventListener(kind, () => (this.leads = "page"), { passive: true });
    }
    void this.measure().then(() => this.followText());
  }

  /** Finds how high the blocks of the page are now. */
  private async measure(): Promise<void> {
    const inside = this.inside;
    const places = (await inside?.vaandelPlaces?.()) ?? [];
    if (!inside) return;
    this.points = [];
    for (const { line, element } of places) {
      const top = element.getBoundingClientRect().top + inside.scrollY;
      const last = this.points.at(-1);
      if (!last || (line > last.line && top > last.top)) this.points.push({ line, top });
    }
  }

  /** Scrolls the page to what is at the top of the text. */
  private followText(): void {
    const inside = this.inside;
    if (this.leads !== "text" || !inside || this.points.length === 0) return;
    const field = this.area.field;
    if (field.clientHeight === 0) return; // the form is seen instead
    if (field.scrollTop + field.clientHeight >= field.scrollHeight - 2 && field.scrollTop > 0) {
      inside.scrollTo(0, inside.document.documentElement.scrollHeight);
      return;
    }
    const { line, share } = this.area.lineAtTop(field.scrollTop);
    inside.scrollTo(0, this.between(line + share, (p) => p.line, (p) => p.top, 0) - 24);
  }

  /** Scrolls the text to what is at the top of the page. */
  private followPage(): void {
    const inside = this.inside;
    if (this.leads !== "page" || !inside || this.points.length === 0) return;
    const line = this.between(inside.scrollY + 24, (p) => p.top, (p) => p.line, this.points[0].line);
    const whole = Math.floor(line);
    const top = this.area.topOf(whole);
    this.area.field.scrollTop = top + (this.area.topOf(whole + 1) - top) * (line - whole);
  }

  /** Reads a value between the two points around it; above the first it is first. */
  private between(value: number, from: (p: Point) => number, to: (p: Point) => number, first: number): number {
    const next = this.points.findIndex((p) => from(p) > value);
    if (next === 0) return first;
    const [a, b] = next < 0 ? [this.points.at(-1)!, null] : [this.points[next - 1], this.points[next]];
    return b ? to(a) + ((to(b) - to(a)) * (value - from(a))) / (from(b) - from(a)) : to(a);
  }
}
