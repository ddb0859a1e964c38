import { folder, fresh, held } from "../../shared/reader";
import { loadScript } from "../../shared/script";
import { LoadingError } from "./answer";
import { bytes, inflate } from "./unpack";

/** The files of the index, each loaded once. */
export class Pieces {
  private readonly loading = new Map<string, Promise<string>>();

  /** What the file of a name hands over. */
  text(name: string): Promise<string> {
    let found = this.loading.get(name);
    if (!found) {
      found = this.load(name);
      this.loading.set(name, found);
      found.catch(() => this.loading.delete(name)); // to be tried again
    }
    return found;
  }

  /** What it hands over, unpacked: see inflate. */
  async data(name: string, before?: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const text = await this.text(name);
    try {
      return await inflate(bytes(text), before);
    } catch (error) {
      throw new LoadingError(`${name} is damaged: ${error}`);
    }
  }

  async json(name: string, before?: Uint8Array<ArrayBuffer>): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.data(name, before)));
  }

  private async load(name: string): Promise<string> {
    if (!held.has(name)) {
      try {
        const address = `${folder}${name}.js`;
        await loadScript(name === "start" ? fresh(address) : address);
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
