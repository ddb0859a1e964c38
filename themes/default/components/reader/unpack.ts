// What the index packs: builder/search/pack.go.

/** Bytes from a string of seven bits to a character, the lowest first. */
export function bytes(text: string): Uint8Array {
  const out = new Uint8Array(Math.floor((text.length * 7) / 8));
  let bits = 0;
  let n = 0;
  let at = 0;
  for (let i = 0; i < text.length && at < out.length; i++) {
    bits |= text.charCodeAt(i) << n;
    n += 7;
    if (n >= 8) {
      out[at++] = bits & 255;
      bits >>>= 8;
      n -= 8;
    }
  }
  return out;
}

// Deflate (RFC 1951). The browser's own DecompressionStream knows no dictionary,
// which makes a page's text by itself a third smaller.

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A Huffman code: how many symbols there are of each length, and the symbols. */
interface Code {
  counts: Uint16Array;
  symbols: Uint16Array;
}

function code(lengths: ArrayLike<number>): Code {
  const counts = new Uint16Array(16);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i]]++;
  counts[0] = 0;
  const next = new Uint16Array(16);
  for (let i = 1; i < 16; i++) next[i] = next[i - 1] + counts[i - 1];
  const symbols = new Uint16Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) if (lengths[i]) symbols[next[lengths[i]]++] = i;
  return { counts, symbols };
}

const fixedLengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));

/** Unpacks data that was packed as if it came behind the dictionary. Throws for
 *  data that is none. */
export function inflate(data: Uint8Array, dictionary = new Uint8Array()): Uint8Array {
  let out = new Uint8Array(dictionary.length + 8 * data.length + 1024);
  out.set(dictionary);
  let size = dictionary.length;
  let at = 0;
  let held = 0;
  let bits = 0;

  const take = (n: number): number => {
    while (bits < n) {
      if (at >= data.length + 4) throw new RangeError("the data ends early");
      held |= data[at++] << bits;
      bits += 8;
    }
    const value = held & ((1 << n) - 1);
    held >>>= n;
    bits -= n;
    return value;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      value |= take(1);
      const count = counts[length];
      if (value - count < first) return symbols[index + value - first];
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new RangeError("no such code");
  };
  const room = (n: number): void => {
    if (size + n <= out.length) return;
    const larger = new Uint8Array(2 * out.length + n);
    larger.set(out.subarray(0, size));
    out = larger;
  };
  const block = (literals: Code, distances: Code): void => {
    for (;;) {
      const s = symbol(literals);
      if (s < 256) {
        room(1);
        out[size++] = s;
        continue;
      }
      if (s === 256) return;
      const length = lengthBase[s - 257] + take(lengthExtra[s - 257]);
      const d = symbol(distances);
      const extra = d < 4 ? 0 : (d >> 1) - 1;
      const distance = (d < 4 ? d : (2 + (d & 1)) << extra) + 1 + take(extra);
      if (!length || distance > size) throw new RangeError("no such distance");
      room(length);
      for (let i = 0; i < length; i++, size++) out[size] = out[size - distance];
    }
  };
  const described = (): [Code, Code] => {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const codes = take(4) + 4;
    const lengths = new Uint8Array(320);
    for (let i = 0; i < codes; i++) lengths[codeOrder[i]] = take(3);
    const lengthCode = code(lengths.subarray(0, 19));
    lengths.fill(0);
    for (let i = 0; i < literals + distances; ) {
      const s = symbol(lengthCode);
      if (s < 16) lengths[i++] = s;
      else {
        const before = s === 16 ? lengths[i - 1] : 0;
        const times = s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7);
        for (let n = 0; n < times; n++) lengths[i++] = before;
      }
    }
    return [code(lengths.subarray(0, literals)), code(lengths.subarray(literals, literals + distances))];
  };

  for (let last = 0; !last; ) {
    last = take(1);
    const type = take(2);
    if (type === 1) block(code(fixedLengths), code(new Uint8Array(30).fill(5)));
    else if (type === 2) block(...described());
    else if (type === 0) {
      held = bits = 0; // to the next byte: at most seven bits were left
      const length = data[at] | (data[at + 1] << 8);
      at += 4;
      room(length);
      out.set(data.subarray(at, at + length), size);
      at += length;
      size += length;
    } else throw new RangeError("no such block");
  }
  return out.subarray(dictionary.length, size);
}
