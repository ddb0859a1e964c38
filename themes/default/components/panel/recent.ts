import { openStore } from "../../shared/store";

// What the reader looked for lately. It stays in the browser.

const key = "searches";
const most = 5;

/** What was looked for, the last first. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(openStore().get(key) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter((each) => typeof each === "string" && each.length <= 200).slice(0, most);
  } catch {
    return []; // anybody may have changed it
  }
}

/** Keeps a query; without is that which differs in nothing but case. */
export function remember(query: string): void {
  if (query) keep([query, ...others(query)].slice(0, most));
}

/** Forgets a query, or all. */
export function forget(query?: string): void {
  keep(query === undefined ? [] : others(query));
}

function others(query: string): string[] {
  return recent().filter((each) => each.toLowerCase() !== query.toLowerCase());
}

function keep(list: string[]): void {
  openStore().set(key, JSON.stringify(list));
}
