import { openStore } from "./store";

// What a reader has done of the training, as the store keeps it. Whatever comes
// back may have been changed by anybody, so it is read with care.

/** The result of a question: how it was answered last. */
export interface Result {
  right: boolean;
  /** How often it was answered. */
  tries: number;
  /** In what order its answers stand; 0 is that of the page. */
  seed: number;
}

/** How far a lesson is. */
export interface Lesson {
  done: boolean;
  /** How many of its questions are answered right, of how many. */
  right: number;
  of: number;
}

const store = openStore();

/** Whether the browser keeps it. */
export const lasting = (): boolean => store.lasting;

/** Tells the page that something of the training was kept. */
export const kept = "vaandel-kept";

export function result(key: string): Result | null {
  const { right, tries, seed } = read(`quiz/${key}`);
  if (typeof right !== "boolean" || !count(tries)) return null;
  return { right, tries, seed: count(seed) ? seed : 0 };
}

export function keepResult(key: string, value: Result): void {
  keep(`quiz/${key}`, value);
}

export function lesson(page: string): Lesson {
  const { done, right, of } = read(`lesson/${page}`);
  return { done: done === true, right: count(right) ? right : 0, of: count(of) ? of : 0 };
}

export function keepLesson(page: string, value: Lesson): void {
  keep(`lesson/${page}`, value);
}

function keep(key: string, value: object): void {
  store.set(key, JSON.stringify(value));
  document.dispatchEvent(new Event(kept));
}

function read(key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(store.get(key) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function count(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e9;
}
