import { Pieces } from "./pieces";

// Ranges of terms: builder/search/shards.go.

/** Where a term stands. A page has marks from one end to the next, and each mark
 *  its passage and places. */
export interface Found {
  /** How many pages have the term; of more than mostPages, the best are told. */
  count: number;
  pages: Int32Array;
  /** Of each page, where its marks end. */
  ends: Int32Array;
  marks: Uint8Array;
  passages: Uint16Array;
  /** Of each mark, where its places begin; one more at the end. */
  starts: Int32Array;
  places: Uint8Array;
}

export const field = (mark: number): number => mark & 3;
export const isPart = (mark: number): boolean => (mark & 4) !== 0;
export const lengthClass = (mark: number): number => mark >> 6;
const isLast = (mark: number): boolean => (mark & 8) !== 0;
/** How often the term is in the passage; of four, at least. */
export const times = (mark: number): number => ((mark >> 4) & 3) + 1;
const placesOf = (mark: number): number => (isPart(mark) ? 0 : Math.min(2, times(mark)));

/** Of a term, the best so many pages are told. */
export const mostPages = 400;
/** Places are told modulo this. */
export const placeSize = 64;

/** Reads numbers and words off bytes. */
class Bytes {
  at = 0;

  constructor(readonly data: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.data[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128 || byte === undefined) return value;
    }
  }

  /** Sorted words: of each how many letters it shares with the one before and how
   *  many more it has, and then these of all. */
  words(count: number): string[] {
    const lengths = this.data.subarray(this.at, (this.at += 2 * count));
    const size = this.number();
    const letters = new TextDecoder().decode(this.data.subarray(this.at, (this.at += size)));
    const out: string[] = [];
    let word = "";
    for (let i = 0, at = 0; i < count; i++) {
      word = word.slice(0, lengths[2 * i]) + letters.slice(at, (at += lengths[2 * i + 1]));
      out.push(word);
    }
    return out;
  }
}

/** A range of terms in order. */
export class Range {
  readonly terms: string[];
  /** How many pages have each term. */
  readonly counts: number[] = [];
  /** Of each term, where it begins in each column. */
  private readonly begins: [number, number, number, number][] = [];
  private readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    const in_ = new Bytes(data);
    const count = in_.number();
    this.terms = in_.words(count);
    for (let i = 0; i < count; i++) this.counts.push(in_.number());
    const sizes = [in_.number(), in_.number(), in_.number(), in_.number()];
    this.data = data;
    const begin: [number, number, number, number] = [in_.at, 0, 0, 0];
    for (let i = 1; i < 4; i++) begin[i] = begin[i - 1] + sizes[i - 1];
    const pages = new Bytes(data);
    for (const n of this.counts) {
      this.begins.push([...begin]);
      pages.at = begin[0];
      for (let i = 0; i < Math.min(n, mostPages); i++) {
        pages.number();
        for (;;) {
          const mark = data[begin[1]++];
          while (data[begin[2]++] > 127);
          begin[3] += placesOf(mark);
          if (isLast(mark) || mark === undefined) break;
        }
      }
      begin[0] = pages.at;
    }
  }

  /** The place of a term, or of the first behind it. */
  place(term: string): number {
    return search(this.terms, term);
  }

  count(term: string): number {
    const i = this.place(term);
    return this.terms[i] === term ? this.counts[i] : 0;
  }

  found(i: number): Found {
    const [pagesAt, marksAt, passagesAt, placesAt] = this.begins[i];
    const n = Math.min(this.counts[i], mostPages);
    const next = this.begins[i + 1];
    const total = (next ? next[1] : this.marksEnd(i)) - marksAt;
    const out: Found = {
      count: this.counts[i],
      pages: new Int32Array(n),
      ends: new Int32Array(n),
      marks: this.data.subarray(marksAt, marksAt + total),
      passages: new Uint16Array(total),
      starts: new Int32Array(total + 1),
      places: this.data.subarray(placesAt),
    };
    const pages = new Bytes(this.data);
    const passages = new Bytes(this.data);
    pages.at = pagesAt;
    passages.at = passagesAt;
    let page = 0;
    let mark = 0;
    for (let p = 0; p < n; p++) {
      page += pages.number();
      out.pages[p] = page;
      let passage = 0;
      for (let more = true; more; mark++) {
        passage += passages.number();
        out.passages[mark] = passage;
        out.starts[mark + 1] = out.starts[mark] + placesOf(out.marks[mark]);
        more = !isLast(out.marks[mark]) && mark < total - 1;
      }
      out.ends[p] = mark;
    }
    return out;
  }

  /** Where the marks of the last term end. */
  private marksEnd(i: number): number {
    let at = this.begins[i][1];
    for (let n = Math.min(this.counts[i], mostPages); n > 0 && at < this.data.length; at++) if (isLast(this.data[at])) n--;
    return at;
  }
}

/** A range of terms in the order of their ends, written from back to front. */
export class Endings {
  readonly terms: string[];
  readonly counts: number[] = [];

  constructor(data: Uint8Array) {
    const in_ = new Bytes(data);
    this.terms = in_.words(in_.number());
    for (let i = 0; i < this.terms.length; i++) this.counts.push(in_.number());
  }
}

/** The place of a word in sorted words, or of the first behind it. */
export function search(words: string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The files of one sort, which the directory lists. */
export class Shelf<T> {
  private readonly loaded = new Map<number, Promise<T>>();

  constructor(
    private readonly pieces: Pieces,
    private readonly letter: string,
    readonly first: string[],
    private readonly hashes: string,
    private readonly read: (data: Uint8Array) => T,
  ) {}

  /** The number of the file in which a word stands, if anywhere. */
  holding(word: string): number {
    const at = search(this.first, word);
    return this.first[at] === word ? at : Math.max(0, at - 1);
  }

  /** The file of a number; null where there is none. */
  file(number: number): Promise<T | null> {
    if (number < 0 || number >= this.first.length) return Promise.resolve(null);
    let found = this.loaded.get(number);
    if (!found) {
      const name = `${this.letter}${number}-${this.hashes.slice(5 * number, 5 * number + 5)}`;
      found = this.pieces.data(name).then(this.read);
      this.loaded.set(number, found);
      found.catch(() => this.loaded.delete(number));
    }
    return found;
  }

  /** All files in which words with a prefix may stand, at most so many. */
  async starting(prefix: string, most: number): Promise<T[]> {
    const from = this.holding(prefix);
    const numbers: Promise<T | null>[] = [];
    for (let i = from; i < this.first.length && numbers.length < most; i++) {
      if (i > from && !this.first[i].startsWith(prefix)) break;
      numbers.push(this.file(i));
    }
    return (await Promise.all(numbers)).filter((file) => file !== null);
  }
}
