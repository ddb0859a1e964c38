// What was done to a text, so that it can be undone: after a reload too, which takes
// away what the browser itself remembers.

/** One change: at a place, one text became another. */
export interface Change {
  at: number;
  removed: string;
  inserted: string;
  /** The selection before and after. */
  before: [number, number];
  after: [number, number];
}

/** A change with the time that it was made, in milliseconds. */
interface Done extends Change {
  time: number;
}

/** So many changes are kept, and so many letters of them. */
const most = 500;
const mostLetters = 400_000;

/** Typing without such a pause is one change. */
const pause = 1200;

/** Finds what is different between two texts. */
export function difference(old: string, now: string): { at: number; removed: string; inserted: string } {
  const least = Math.min(old.length, now.length);
  let at = 0;
  while (at < least && old.charCodeAt(at) === now.charCodeAt(at)) at++;
  let end = 0;
  while (end < least - at && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++;
  return { at, removed: old.slice(at, old.length - end), inserted: now.slice(at, now.length - end) };
}

export class History {
  private done: Done[] = [];
  private undone: Done[] = [];

  constructor(private readonly key: string, text: string) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
      if (kept?.text === text && Array.isArray(kept.done) && Array.isArray(kept.undone)) {
        [this.done, this.undone] = [kept.done, kept.undone];
      }
    } catch { /* what was kept is no use: begin anew */ }
  }

  /** Notes a change. Letters that are typed one after the other are one. */
  note(change: Change): void {
    const last = this.done.at(-1);
    const time = Date.now();
    this.undone = [];
    if (last && time - last.time < pause && joins(last, change)) {
      if (change.inserted) last.inserted += change.inserted;
      else [last.at, last.removed] = [change.at, change.removed + last.removed];
      [last.after, last.time] = [change.after, time];
      return;
    }
    this.done.push({ ...change, time });
    if (this.done.length > most) this.done.shift();
  }

  /** Takes back the last change of a text; null where there is none. */
  undo(text: string): { text: string; select: [number, number] } | null {
    const change = this.done.pop();
    if (!change) return null;
    this.undone.push({ ...change, time: 0 });
    return { text: text.slice(0, change.at) + change.removed + text.slice(change.at + change.inserted.length), select: change.before };
  }

  /** Does again what was taken back. */
  redo(text: string): { text: string; select: [number, number] } | null {
    const change = this.undone.pop();
    if (!change) return null;
    this.done.push({ ...change, time: 0 });
    return { text: text.slice(0, change.at) + change.inserted + text.slice(change.at + change.removed.length), select: change.after };
  }

  get undoes(): boolean {
    return this.done.length > 0;
  }

  get redoes(): boolean {
    return this.undone.length > 0;
  }

  /** Keeps all this for a reload, as far as there is room. */
  keep(text: string): void {
    let letters = 0;
    let from = this.done.length;
    while (from > 0 && letters < mostLetters) {
      from--;
      letters += this.done[from].removed.length + this.done[from].inserted.length;
    }
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ text, done: this.done.slice(from), undone: this.undone }));
    } catch {
      sessionStorage.removeItem(this.key); // no room
    }
  }
}

/** Whether a change is the next letter typed, or the next one taken away. */
function joins(last: Change, change: Change): boolean {
  const typed = last.removed === "" && change.removed === "" && change.inserted.length === 1 && change.at === last.at + last.inserted.length && change.inserted !== "\n";
  const erased = last.inserted === "" && change.inserted === "" && change.removed.length === 1 && change.at === last.at - 1;
  return typed || erased;
}
