import { loadScript } from "./script";

/** Where the handbook begins, as a full address. */
export const root = new URL(document.documentElement.dataset.root || ".", document.baseURI).href;

/** Where the search index lies. */
export const folder = `${root}assets/search/`;

type Receiver = ((name: string, data: string) => void) & { held: Map<string, string> };

const holder = window as { vaandelIndex?: Receiver };

/** What files of the index handed over and nobody took yet, by name. They call
 *  vaandelIndex; scripts that are compiled apart find it here. */
export const held = (holder.vaandelIndex ??= receiver()).held;

function receiver(): Receiver {
  const held = new Map<string, string>();
  return Object.assign((name: string, data: string) => void held.set(name, data), { held });
}

/** Makes the address of a file whose name never changes new each minute: what a
 *  browser kept may be old. From disk nothing is kept. */
export function fresh(address: string): string {
  return location.protocol === "file:" ? address : `${address}?${Math.floor(Date.now() / 60_000)}`;
}

/** Loads the reader of the search index from its address, and at the same time the
 *  file that it begins with; if that fails, the reader tells. */
export async function loadReader(address: string): Promise<void> {
  const reader = loadScript(address, true);
  const start = loadScript(fresh(`${folder}start.js`), true);
  await Promise.allSettled([reader, start]);
  return reader;
}
