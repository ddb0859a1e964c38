import { loadReader } from "../../shared/reader";
import type { Answer, Engine, Options, Reader } from "../reader/answer";

let opened: Promise<Engine> | undefined;

/** Loads the reader from its address and lets it open the index, once. After it
 *  failed, the next call tries again. */
export function openEngine(reader: string): Promise<Engine> {
  opened ??= open(reader).catch((reason) => {
    opened = undefined;
    throw reason;
  });
  return opened;
}

async function open(reader: string): Promise<Engine> {
  const holder = window as { vaandelReader?: Reader };
  if (!holder.vaandelReader) await loadReader(reader);
  return holder.vaandelReader!.open(document.documentElement.lang);
}

/** Asks one thing at a time: what was asked before is given up. */
export class Asker {
  private turn = 0;

  constructor(private reader: string) {}

  /** Forgets what was asked. */
  stop(): void {
    this.turn++;
  }

  /** The answer, "error", or undefined if something else was asked meanwhile. It
   *  calls slow when the reader would begin to wonder, and waits for `free` before
   *  it answers. */
  async ask(query: string, options: Options, slow: () => void, free?: () => Promise<void> | undefined): Promise<Answer | "error" | undefined> {
    const turn = ++this.turn;
    const mine = () => turn === this.turn;
    const timer = setTimeout(() => mine() && slow(), 300);
    let answer: Answer | "error" = "error";
    try {
      answer = await (await openEngine(this.reader)).search(query, options);
    } catch {
      // What can't be loaded is told to the reader, who may try again.
    }
    clearTimeout(timer);
    await free?.();
    return mine() ? answer : undefined;
  }
}
