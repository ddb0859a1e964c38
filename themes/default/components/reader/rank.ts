import { Found, field, isPart, lengthClass, placeSize, times } from "./ranges";
import { Slot } from "./slots";

// Gives each page that has words of the query a score, and its passages too.
//
// A passage counts a word by BM25: the field where it stands, how often, and how
// long the passage is. What it lacks but the page's title or summary has counts
// somewhat less, and what stands elsewhere on the page little. Then the share of
// the query that is found counts, and whether its words stand together.

export interface Ranked {
  page: number;
  score: number;
  /** The share of the query, by weight, that is on the page. */
  share: number;
  /** The passages with words of the query, best first. */
  passages: { number: number; score: number }[];
}

const fields = [2.2, 2.2, 1, 1];
const titleField = 4.2;
const partFactor = 0.75;
const lengths = [0.8, 0.9, 1.05, 1.2];
const saturation = 1.2;
const fromTitle = 0.75;
const fromElsewhere = 0.3;
const together = 0.5;

/** What a page has of the slots. */
interface Page {
  /** By slot: the best of the title and summary, and of all passages. */
  title: number[];
  best: number[];
  passages: Map<number, Passage>;
}

/** Plain arrays: of a few numbers they are made sooner than typed ones. */
const zeros = (n: number): number[] => new Array<number>(n).fill(0);

interface Passage {
  scores: number[];
  /** By slot: the best mark, and of which term it is. */
  marks: number[];
  terms: (Found | undefined)[];
}

/** Ranks the pages that have words of the slots, but for those barred. What a page
 *  counts is told by its number. */
export function rank(slots: Slot[], barred: Set<number>, worth: (page: number) => number): Ranked[] {
  const pages = new Map<number, Page>();
  slots.forEach((slot, s) => {
    for (const alternative of slot.alternatives) {
      const { found, weight } = alternative;
      const all = found.length > 1 ? found.map((each) => new Set(each.pages)) : [];
      const allowed = (page: number): boolean => !barred.has(page) && all.every((set) => set.has(page));
      for (const each of found) gather(pages, each, weight, s, slots.length, allowed);
    }
  });
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  const out: Ranked[] = [];
  for (const [number, page] of pages) {
    const ranked = score(number, page, slots, total);
    if (!ranked) continue;
    ranked.score *= worth(number);
    out.push(ranked);
  }
  return out.sort((a, b) => b.score - a.score || a.page - b.page);
}

/** Adds where one term stands. */
function gather(pages: Map<number, Page>, found: Found, weight: number, s: number, n: number, allowed: (page: number) => boolean): void {
  let mark = 0;
  for (let p = 0; p < found.pages.length; p++) {
    const number = found.pages[p];
    const end = found.ends[p];
    if (!allowed(number)) {
      mark = end;
      continue;
    }
    let page = pages.get(number);
    if (!page) pages.set(number, (page = { title: zeros(n), best: zeros(n), passages: new Map() }));
    for (; mark < end; mark++) {
      const byte = found.marks[mark];
      const passage = found.passages[mark];
      const top = passage === 0 && field(byte) === 0;
      let value = weight * (top ? titleField : fields[field(byte)]);
      const often = times(byte);
      value *= (often * (saturation + 1)) / (often + saturation * lengths[lengthClass(byte)]);
      if (isPart(byte)) value *= partFactor;
      let own = page.passages.get(passage);
      if (!own) page.passages.set(passage, (own = { scores: zeros(n), marks: [], terms: [] }));
      if (value > own.scores[s]) {
        own.scores[s] = value;
        own.marks[s] = mark;
        own.terms[s] = found;
      }
      if (passage === 0 && field(byte) < 2) page.title[s] = Math.max(page.title[s], value);
      page.best[s] = Math.max(page.best[s], value);
    }
  }
}

function score(number: number, page: Page, slots: Slot[], total: number): Ranked | null {
  let share = 0;
  slots.forEach((slot, s) => (share += page.best[s] > 0 ? slot.weight / total : 0));
  const passages: { number: number; score: number }[] = [];
  let best = 0;
  for (const [passage, own] of page.passages) {
    if (!phrases(own, slots)) continue;
    let sum = 0;
    let has = 0;
    for (let s = 0; s < slots.length; s++) {
      const value = Math.max(own.scores[s], fromTitle * page.title[s], fromElsewhere * page.best[s]);
      sum += slots[s].weight * value;
      if (own.scores[s] > 0) has += slots[s].weight * own.scores[s];
    }
    sum += together * nearness(own, slots);
    best = Math.max(best, sum);
    passages.push({ number: passage, score: sum + has / 10 });
  }
  if (!passages.length) return null;
  passages.sort((a, b) => b.score - a.score || a.number - b.number);
  return { page: number, score: best * share, share, passages };
}

/** Where the word of a slot stands in a passage. */
function places({ marks, terms }: Passage, s: number): Uint8Array | undefined {
  return terms[s]?.places.subarray(terms[s].starts[marks[s]], terms[s].starts[marks[s] + 1]);
}

/** How close together the words of the query stand, in their order. */
function nearness(passage: Passage, slots: Slot[]): number {
  let sum = 0;
  for (let s = 1; s < slots.length; s++) {
    const before = places(passage, s - 1);
    const after = places(passage, s);
    if (!before || !after) continue;
    let least = placeSize;
    for (const a of before) {
      for (const b of after) {
        const d = (b - a + placeSize) % placeSize;
        least = Math.min(least, d === 0 ? 0 : d - 1, placeSize - d + 1);
      }
    }
    sum += Math.min(slots[s - 1].weight, slots[s].weight) * (4 / (4 + least));
  }
  return sum;
}

/** Whether the words of each phrase in quotes follow each other in a passage. */
function phrases(passage: Passage, slots: Slot[]): boolean {
  for (let s = 0; s < slots.length; s++) {
    const { phrase, at } = slots[s].asked;
    if (phrase < 0) continue;
    const own = places(passage, s);
    if (!own) return false;
    const before = s > 0 && slots[s - 1].asked.phrase === phrase ? slots[s - 1] : null;
    if (!before) continue;
    const step = at - before.asked.at;
    const last = places(passage, s - 1);
    if (!last || ![...own].some((b) => [...last].some((a) => (a + step) % placeSize === b))) return false;
  }
  return true;
}
