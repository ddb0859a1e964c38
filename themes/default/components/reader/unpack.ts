// What the index packs: builder/search/pack.go.

/** Bytes from a string of seven bits to a character, the lowest first: seven bytes
 *  from eight characters. */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.floor((text.length * 7) / 8));
  const four = (i: number) =>
    text.charCodeAt(i) | (text.charCodeAt(i + 1) << 7) | (text.charCodeAt(i + 2) << 14) | (text.charCodeAt(i + 3) << 21);
  for (let i = 0, at = 0; i < text.length; i += 8) {
    const low = four(i);
    const high = four(i + 4);
    out[at++] = low;
    out[at++] = low >> 8;
    out[at++] = low >> 16;
    out[at++] = (low >> 24) | (high << 4);
    out[at++] = high >> 4;
    out[at++] = high >> 12;
    out[at++] = high >> 20;
  }
  return out;
}

/** What deflated data is packed behind: a block that is stored (RFC 1951, 3.2.4). */
export function stored(text: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(text);
  const n = data.length;
  const out = new Uint8Array(storedHead + n);
  out.set([0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255]);
  out.set(data, storedHead);
  return out;
}

const storedHead = 5;

/** Unpacks deflated data. What it was packed behind goes in before it: the
 *  browser's own decompression takes no dictionary. Fails for data that is none. */
export async function inflate(data: Uint8Array<ArrayBuffer>, before?: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { writable, readable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const written = [...(before ? [before] : []), data].map((each) => writer.write(each));
  const all = Promise.all([...written, writer.close()]);
  all.catch(() => {}); // the reading below fails too
  const out = new Uint8Array(await new Response(readable).arrayBuffer());
  return before ? out.subarray(before.length - storedHead) : out;
}
