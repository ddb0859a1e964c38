import { loadScript } from "../../shared/script";
import { LoadingError } from "./answer";
import { bytes, inflate } from "./unpack";

// The files of the index hand over their data by calling vaandelIndex.

declare global {
  interface Window {
    vaandelIndex?: (name: string, data: string) => void;
  }
}

/** What was handed over and not yet taken. */
const held = new Map<string, string>();
window.vaandelIndex = (name, data) => void held.set(name, data);

/** The files below one address, each loaded once. */
export class Pieces {
  private readonly loading = new Map<string, Promise<string>>();

  constructor(private readonly folder: string) {}

  /** What the file of a name hands over; with query, asked for by that. */
  text(name: string, query = ""): Promise<string> {
    let found = this.loading.get(name);
    if (!found) {
      found = this.load(name, query);
      this.loading.set(name, found);
      found.catch(() => this.loading.delete(name)); // to be tried again
    }
    return found;
  }

  /** What it hands over, unpacked. */
  async data(name: string, dictionary?: Uint8Array): Promise<Uint8Array> {
    const text = await this.text(name);
    try {
      return inflate(bytes(text), dictionary);
    } catch (error) {
      throw new LoadingError(`${name} is damaged: ${error}`);
    }
  }

  async json(name: string, dictionary?: Uint8Array): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.data(name, dictionary)));
  }

  private async load(name: string, query: string): Promise<string> {
    if (!held.has(name)) {
      try {
        await loadScript(`${this.folder}${name}.js${query}`);
      } catch (error) {
        throw new LoadingError(String(error));
      }
    }
    const data = held.get(name);
    if (data === undefined) throw new LoadingError(`${name} holds something else`);
    held.delete(name);
    return data;
  }
}
