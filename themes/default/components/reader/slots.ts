import { Directory } from "./directory";
import { Lookup } from "./lookup";
import { Asked, Query } from "./query";
import { Found } from "./ranges";

// A slot is one word of the query with all that may stand for it.

export interface Alternative {
  /** All must be on the page. */
  found: Found[];
  weight: number;
}

export interface Slot {
  asked: Asked;
  alternatives: Alternative[];
  /** How much it tells: see idf. */
  weight: number;
  /** The terms, for the marks in snippets. */
  terms: string[];
  /** What stands for a word that is nowhere, or "". */
  used: string;
}

// How much what stands for a word counts, beside the word itself.
const joinedWeight = 1.3;
const startingWeight = 0.7;
const synonymWeight = 0.55;
const partsWeight = 0.5;
const pieceWeight = 0.6;
const verbWeight = 0.7;
/** What stands for a short word that was mistyped is less sure. */
const meantWeight = 0.6;
const surelyMeant = 6;

/** How much a word tells that people use in any question. */
const commonWeight = 0.5;

/** On so few pages a word is rare enough to look for what else means the same. */
const rare = 20;
/** An index of so few files is looked through without such care. */
const fewFiles = 40;

/** Finds what may stand for each word of a query. */
export async function slots(query: Query, directory: Directory, lang: string): Promise<Slot[]> {
  const maker = new Maker(directory, new Lookup(directory, lang), lang);
  const made = await Promise.all(query.asked.map((asked) => maker.slot(asked)));
  await maker.join(made);
  await Promise.all(made.map((slot) => maker.widen(slot)));
  const all = (await Promise.all(made.map((slot) => maker.rescue(slot)))).flat();
  for (const slot of all) slot.weight = maker.weight(slot);
  return all;
}

class Maker {
  constructor(
    private readonly directory: Directory,
    private readonly lookup: Lookup,
    private readonly lang: string,
  ) {}

  async slot(asked: Asked): Promise<Slot> {
    const slot: Slot = { asked, alternatives: [], weight: 0, terms: [], used: "" };
    const own = this.lookup.terms(asked.text);
    await Promise.all(own.map((term) => this.add(slot, [term], 1)));
    if (asked.whole) await Promise.all(this.lookup.terms(asked.whole).map((term) => this.add(slot, [term], joinedWeight)));
    if (asked.open) {
      const starting = (await this.lookup.starting(asked.text)).filter((term) => !own.includes(term));
      await Promise.all(starting.map((term) => this.add(slot, [term], startingWeight)));
    }
    return slot;
  }

  private async add(slot: Slot, terms: string[], weight: number): Promise<boolean> {
    const found = await Promise.all(terms.map((term) => this.lookup.found(term)));
    if (found.some((each) => each === null)) return false;
    slot.alternatives.push({ found: found as Found[], weight });
    slot.terms.push(...terms);
    return true;
  }

  /** Words that stand next to each other may be written as one. */
  async join(slots: Slot[]): Promise<void> {
    await Promise.all(
      slots.slice(1).map(async (slot, i) => {
        const before = slots[i];
        if (slot.asked.at !== before.asked.at + 1 || slot.asked.whole) return;
        for (const binder of ["", "s"]) {
          for (const term of this.lookup.terms(before.asked.text + binder + slot.asked.text)) {
            if (await this.add(slot, [term], joinedWeight)) await this.add(before, [term], joinedWeight);
          }
        }
        // The same phrase may have a synonym of its own.
        const phrase = `${this.lookup.terms(before.asked.text)[0]} ${this.lookup.terms(slot.asked.text)[0]}`;
        for (const other of this.directory.alternatives(phrase)) {
          // Each of the two words gets half.
          await this.add(before, other.split(" "), synonymWeight / 2);
          await this.add(slot, other.split(" "), synonymWeight / 2);
        }
      }),
    );
  }

  /** What else means the same, of a word that is rare. */
  async widen(slot: Slot): Promise<void> {
    if (this.pages(slot) >= rare && this.directory.terms.first.length > fewFiles) return;
    const own = this.lookup.terms(slot.asked.whole || slot.asked.text);
    const others = new Set(own.flatMap((term) => this.directory.alternatives(term)));
    await Promise.all([...others].map((phrase) => this.add(slot, phrase.split(" "), synonymWeight)));
    if (slot.alternatives.length > 0) {
      const parts = await this.lookup.parts(slot.asked.text);
      if (parts) await this.add(slot, parts, partsWeight);
      const verbs = this.lookup.verbs(slot.asked.text);
      await Promise.all(verbs.map((term) => this.add(slot, [term], verbWeight)));
    }
  }

  /** What stands for a word that is nowhere: other forms of a verb, compounds with
   *  it, its parts as slots of their own, the word that was meant, or known pieces
   *  of it. */
  async rescue(slot: Slot): Promise<Slot[]> {
    if (slot.alternatives.length > 0) return [slot];
    const word = slot.asked.text;
    const verbs = this.lookup.verbs(word);
    await Promise.all(verbs.map((term) => this.add(slot, [term], 1)));
    const others = verbs.flatMap((term) => this.directory.alternatives(term));
    await Promise.all(others.map((phrase) => this.add(slot, phrase.split(" "), synonymWeight)));
    if (slot.alternatives.length > 0) return [slot];
    if (this.isCommon(slot)) return [slot];
    const compounds = await this.lookup.containing(word);
    await Promise.all(compounds.map((term) => this.add(slot, [term], partsWeight)));
    if (slot.alternatives.length > 0) return [slot];
    const parts = await this.lookup.parts(word);
    if (parts) return Promise.all(parts.map((term) => this.instead(slot, term, 1)));
    const meant = await this.lookup.meant(word);
    if (meant) {
      const made = await this.instead(slot, meant, this.lookup.terms(word)[0].length < surelyMeant ? meantWeight : 1);
      made.used = meant;
      for (const other of this.directory.alternatives(meant)) await this.add(made, other.split(" "), synonymWeight);
      return [made];
    }
    const pieces = await this.lookup.pieces(word);
    if (pieces.length) return Promise.all(pieces.map((term) => this.instead(slot, term, pieceWeight)));
    return [slot];
  }

  private async instead(slot: Slot, term: string, weight: number): Promise<Slot> {
    const made: Slot = { ...slot, alternatives: [], terms: [] };
    await this.add(made, [term], weight);
    return made;
  }

  /** How much a word tells, by the number of pages that have it (BM25's idf; see
   *  Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
  weight(slot: Slot): number {
    const n = this.pages(slot);
    return (this.isCommon(slot) ? commonWeight : 1) * Math.log(1 + (this.directory.pages - n + 0.5) / (n + 0.5));
  }

  private isCommon(slot: Slot): boolean {
    return this.directory.isCommon(this.lookup.terms(slot.asked.text)[0], this.lang);
  }

  private pages(slot: Slot): number {
    return slot.alternatives.reduce((most, each) => Math.max(most, Math.min(...each.found.map((f) => f.count))), 0);
  }
}
