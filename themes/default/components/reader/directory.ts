import { Pieces } from "./pieces";
import { Endings, Range, Shelf } from "./ranges";
import { stored } from "./unpack";

// What the reader must know to find the rest: builder/search/files.go.

interface Listed {
  first: string[];
  hashes: string;
}

/** Pages alike. */
interface Run {
  lang: string;
  kind: string;
  class?: number;
  count: number;
}

interface Written {
  pages: Run[];
  terms: Listed;
  endings: Listed;
  texts: string;
  dictionary: string;
  stops: Record<string, string>;
  common: Record<string, string>;
  synonyms: Record<string, string[][]>;
}

/** What the results show of a page. */
export interface Text {
  /** Title, address below the root, and the titles of the sections above. */
  t: string;
  a: string;
  r: string[];
  /** Of each passage the heading, its id, and the text. */
  p: [string, string, string][];
}

/** Lists of words by language, as sets. */
function sets(lists: Record<string, string>): Map<string, Set<string>> {
  return new Map(Object.entries(lists).map(([lang, list]) => [lang, new Set(list.split(" "))]));
}

/** Whether the set of a language has a word; that of any, where it has none. */
function has(all: Map<string, Set<string>>, word: string, lang: string): boolean {
  const own = all.get(lang);
  return own ? own.has(word) : [...all.values()].some((each) => each.has(word));
}

/** How many pages share a folder of texts. */
const group = 32;

export class Directory {
  readonly languages: string[];
  readonly pages: number;
  readonly terms: Shelf<Range>;
  readonly endings: Shelf<Endings>;
  private readonly stops: Map<string, Set<string>>;
  private readonly common: Map<string, Set<string>>;
  private readonly synonyms = new Map<string, string[]>();
  private readonly dictionary: Uint8Array<ArrayBuffer>;
  private readonly texts = new Map<number, Promise<Text>>();

  private constructor(
    private readonly pieces: Pieces,
    private readonly written: Written,
  ) {
    this.languages = [...new Set(written.pages.map((run) => run.lang))];
    this.pages = written.pages.reduce((sum, run) => sum + run.count, 0);
    this.terms = new Shelf(pieces, "t", written.terms.first, written.terms.hashes, (data) => new Range(data));
    this.endings = new Shelf(pieces, "e", written.endings.first, written.endings.hashes, (data) => new Endings(data));
    this.stops = sets(written.stops);
    this.common = sets(written.common);
    for (const groups of Object.values(written.synonyms)) for (const each of groups) this.join(each);
    this.dictionary = stored(written.dictionary);
  }

  static async open(): Promise<Directory> {
    const pieces = new Pieces();
    const name = await pieces.text("start");
    return new Directory(pieces, (await pieces.json(name)) as Written);
  }

  private join(phrases: string[]): void {
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase);
      this.synonyms.set(phrase, [...(this.synonyms.get(phrase) ?? []), ...others]);
    }
  }

  /** Phrases of terms that mean the same as a phrase. */
  alternatives(phrase: string): string[] {
    return this.synonyms.get(phrase) ?? [];
  }

  isStop(word: string, lang: string): boolean {
    return has(this.stops, word, lang);
  }

  /** Whether a term is of a word that people use in any question. */
  isCommon(term: string, lang: string): boolean {
    return has(this.common, term, lang);
  }

  /** The run that a page is in. */
  page(number: number): Run {
    let left = number;
    for (const run of this.written.pages) {
      if (left < run.count) return run;
      left -= run.count;
    }
    return { lang: "", kind: "", count: 0 };
  }

  text(page: number): Promise<Text> {
    let found = this.texts.get(page);
    if (!found) {
      const at = 5 * Math.floor(page / group);
      const name = `x${this.written.texts.slice(at, at + 5)}/${page}`;
      found = this.pieces.json(name, this.dictionary) as Promise<Text>;
      this.texts.set(page, found);
      found.catch(() => this.texts.delete(page));
    }
    return found;
  }
}
