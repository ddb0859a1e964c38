// The field in which a text is written. Behind it stands a mirror of its lines, which
// gives them colour, marks what is wrong, and knows how high each of them is.

import { el } from "../dom";
import { type Selected, enter } from "./actions";
import { History, difference } from "./history";
import { classes, paint } from "./marks";

/** A place to mark in the text. */
export interface Mark {
  line: number;
  column: number;
  severity: "error" | "warning";
}

export class Area {
  readonly element = el("div", "area");
  readonly field = el("textarea", "text");
  private readonly mirror = el("div", "mirror");
  private lines: string[] = [];
  private names: string[] = [];
  private marks: Mark[] = [];
  private last = "";
  private before: [number, number] = [0, 0];
  private history: History;

  /** changed is called after each change of the text; look gives each line its class. */
  constructor(key: string, text: string, label: string, lang: string, private readonly changed: () => void, private readonly look = classes) {
    this.history = new History(key, text);
    this.mirror.setAttribute("aria-hidden", "true");
    this.field.setAttribute("aria-label", label);
    this.field.lang = lang;
    this.field.spellcheck = look === classes;
    this.field.autocapitalize = look === classes ? "sentences" : "off";
    this.element.append(this.mirror, this.field);
    this.field.value = this.last = text;
    this.mirrored();
    this.field.addEventListener("beforeinput", (event) => this.beforeInput(event));
    this.field.addEventListener("input", () => this.input());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    const along = (): void => void (this.mirror.scrollTop = this.field.scrollTop);
    this.field.addEventListener("scroll", along, { passive: true });
    new ResizeObserver(along).observe(this.field);
  }

  get text(): string {
    return this.field.value;
  }

  get selected(): Selected {
    return { text: this.field.value, from: this.field.selectionStart, to: this.field.selectionEnd };
  }

  get undoes(): boolean {
    return this.history.undoes;
  }

  get redoes(): boolean {
    return this.history.redoes;
  }

  /** Makes the text another, as one change that can be undone. */
  put(next: Selected): void {
    const change = difference(this.last, next.text);
    const before: [number, number] = [this.field.selectionStart, this.field.selectionEnd];
    this.set(next.text, [next.from, next.to]);
    if (change.removed || change.inserted) this.history.note({ ...change, before, after: [next.from, next.to] });
    this.tell();
  }

  /** Makes the text another, with the caret where it is. */
  exchange(text: string): void {
    const { at, removed, inserted } = difference(this.last, text);
    const moved = (place: number): number => (place <= at ? place : place >= at + removed.length ? place + inserted.length - removed.length : at + inserted.length);
    this.put({ text, from: moved(this.field.selectionStart), to: moved(this.field.selectionEnd) });
  }

  undo(): void {
    this.travel(this.history.undo(this.last));
  }

  redo(): void {
    this.travel(this.history.redo(this.last));
  }

  private travel(to: { text: string; select: [number, number] } | null): void {
    if (!to) return;
    this.set(to.text, to.select);
    this.tell();
    this.reveal(this.lineAt(to.select[0]));
  }

  /** Keeps what can be undone for a reload. */
  keep(): void {
    this.history.keep(this.last);
  }

  private set(text: string, select: [number, number]): void {
    const top = this.field.scrollTop;
    this.field.value = this.last = text;
    this.field.setSelectionRange(...select);
    this.field.scrollTop = top;
  }

  private tell(): void {
    this.mirrored();
    this.changed();
  }

  private beforeInput(event: InputEvent): void {
    this.before = [this.field.selectionStart, this.field.selectionEnd];
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      if (event.inputType === "historyUndo") this.undo();
      else this.redo();
    } else if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") {
      const next = enter(this.selected); // telephones have no key for it
      if (next) {
        event.preventDefault();
        this.put(next);
      }
    }
  }

  private input(): void {
    const now = this.field.value;
    const change = difference(this.last, now);
    this.last = now;
    if (change.removed || change.inserted) {
      this.history.note({ ...change, before: this.before, after: [this.field.selectionStart, this.field.selectionEnd] });
    }
    this.tell();
  }

  private pressed(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command && !event.altKey && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) this.redo();
      else this.undo();
    }
  }

  // ---- Lines ----

  /** Brings the mirror up to the text: only lines that differ are made anew. */
  private mirrored(): void {
    const lines = this.last.split("\n");
    const names = this.named(lines);
    const same = (i: number, j: number): boolean => this.lines[i] === lines[j] && this.names[i] === names[j];
    let top = 0;
    while (top < lines.length && top < this.lines.length && same(top, top)) top++;
    let end = 0;
    while (end < lines.length - top && end < this.lines.length - top && same(this.lines.length - 1 - end, lines.length - 1 - end)) end++;
    const old = [...this.mirror.children].slice(top, this.lines.length - end);
    const made = lines.slice(top, lines.length - end).map((line, i) => {
      const element = el("div");
      paint(element, line, names[top + i]);
      return element;
    });
    const below = this.mirror.children[this.lines.length - end] ?? null;
    for (const each of old) each.remove();
    for (const each of made) this.mirror.insertBefore(each, below);
    [this.lines, this.names] = [lines, names];
    this.mirror.scrollTop = this.field.scrollTop;
  }

  private named(lines: string[]): string[] {
    const names = this.look(lines);
    for (const { line, severity } of this.marks) {
      if (names[line - 1] !== undefined) names[line - 1] = `${names[line - 1]} ${severity}`.trim();
    }
    return names;
  }

  /** Marks the lines in which something is wrong. */
  mark(marks: Mark[]): void {
    this.marks = marks;
    this.mirrored();
  }

  /** The number of the line that a place in the text is on, from 1. */
  lineAt(place: number): number {
    let line = 1;
    for (let at = this.last.indexOf("\n"); at >= 0 && at < place; at = this.last.indexOf("\n", at + 1)) line++;
    return line;
  }

  /** How far the top of a line is from that of the text, in pixels. */
  topOf(line: number): number {
    const element = this.mirror.children[Math.min(Math.max(1, line), this.lines.length) - 1] as HTMLElement;
    return element.offsetTop;
  }

  /** Which line is at a height of the text, with how much of it is above. */
  lineAtTop(top: number): { line: number; share: number } {
    let [low, high] = [0, this.lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.mirror.children[middle] as HTMLElement).offsetTop <= top) low = middle;
      else high = middle - 1;
    }
    const element = this.mirror.children[low] as HTMLElement;
    return { line: low + 1, share: Math.min(1, Math.max(0, (top - element.offsetTop) / (element.offsetHeight || 1))) };
  }

  /** Brings a line into sight, where it is not. */
  reveal(line: number): void {
    const top = this.topOf(line);
    const { scrollTop, clientHeight } = this.field;
    if (top < scrollTop || top > scrollTop + clientHeight - 60) this.field.scrollTop = Math.max(0, top - clientHeight / 3);
  }

  /** Puts the caret on a line. */
  go(line: number, column = 1): void {
    const lines = this.last.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const letters = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
    const at = Math.min(this.last.length, before + letters);
    this.field.setSelectionRange(at, at);
    this.reveal(line);
    this.field.focus({ preventScroll: true });
  }
}
