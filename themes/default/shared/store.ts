// Small things that the browser keeps for the reader, such as ticks.
//
// Each item has a key of its own: one object for all would lose half of them
// with two pages open. The prefix holds a version and the handbook's own
// address, for a server may have several handbooks. What comes back is text that
// anybody may have changed; whoever reads it must expect anything.
//
// A key is what sort of thing it is, the address of its page, and its name there:
// "tick/checklists/voor-je-plaatst.html#lijst/vraag-1". The page "my data" shows
// all by sort; see components/mine.

const version = 1;

/** Where items are kept. */
export interface Store {
  /** False where the browser keeps nothing, or not all: items are gone with the
   *  page. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All that is kept, in the order of the keys. */
  entries(): [key: string, value: string][];
  /** The key of an event of window's "storage", or null if it is not ours. */
  own(event: StorageEvent): string | null;
}

/** Opens the store of this handbook. */
export function openStore(): Store {
  const root = new URL(document.documentElement.dataset.root || ".", document.baseURI);
  const prefix = `vaandel:${version}:${root.pathname}:`;
  const disk = localDisk(prefix);
  const memory = new Map<string, string>();
  const onDisk = (): string[] => attempt(() => Object.keys(disk ?? {}).filter((key) => key.startsWith(prefix))) ?? [];
  return {
    get lasting() {
      return disk !== null && memory.size === 0;
    },
    get(key) {
      return memory.get(key) ?? attempt(() => disk?.getItem(prefix + key)) ?? null;
    },
    set(key, value) {
      // A full disk must not take the tick away while the page is open.
      const kept = attempt(() => (disk?.setItem(prefix + key, value), disk !== null));
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt(() => disk?.removeItem(prefix + key));
    },
    entries() {
      const keys = new Set([...onDisk().map((key) => key.slice(prefix.length)), ...memory.keys()]);
      return [...keys].sort().flatMap((key) => {
        const value = this.get(key);
        return value === null ? [] : [[key, value] as [string, string]];
      });
    },
    own(event) {
      return event.key?.startsWith(prefix) ? event.key.slice(prefix.length) : null;
    },
  };
}

/** The browser's storage, or null where it is shut off or full. */
function localDisk(prefix: string): Storage | null {
  return (
    attempt(() => {
      const disk = window.localStorage;
      disk.setItem(prefix, "");
      disk.removeItem(prefix);
      return disk;
    }) ?? null
  );
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
