import { Pieces } from "./pieces";
import { Endings, Range, Shelf } from "./ranges";

// What the reader must know to find the rest: builder/search/files.go.

interface Listed {
  first: string[];
  hashes: string;
}

/** Pages alike. Those apart are not for every reader. */
interface Run {
  lang: string;
  kind: string;
  apart?: number;
  count: number;
}

interface Written {
  pages: Run[];
  terms: Listed;
  endings: Listed;
  texts: string;
  dictionary: string;
  stops: Record<string, string>;
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

/** How many pages share a folder of texts. */
const group = 32;

export class Directory {
  readonly languages: string[];
  readonly pages: number;
  readonly terms: Shelf<Range>;
  readonly endings: Shelf<Endings>;
  private readonly stops: Map<string, Set<string>>;
  private readonly synonyms = new Map<string, string[]>();
  private readonly dictionary: Uint8Array;
  private readonly texts = new Map<number, Promise<Text>>();

  private constructor(
    private readonly pieces: Pieces,
    private readonly written: Written,
  ) {
    this.languages = [...new Set(written.pages.map((run) => run.lang))];
    this.pages = written.pages.reduce((sum, run) => sum + run.count, 0);
    this.terms = new Shelf(pieces, "t", written.terms.first, written.terms.hashes, (data) => new Range(data));
    this.endings = new Shelf(pieces, "e", written.endings.first, written.endings.hashes, (data) => new Endings(data));
    this.stops = new Map(Object.entries(written.stops).map(([lang, list]) => [lang, new Set(list.split(" "))]));
    for (const groups of Object.values(written.synonyms)) for (const each of groups) this.join(each);
    this.dictionary = new TextEncoder().encode(written.dictionary);
  }

  static async open(root: string): Promise<Directory> {
    const pieces = new Pieces(`${root}assets/search/`);
    // The one file whose name never changes: what a browser kept may be old.
    const minute = Math.floor(Date.now() / 60_000);
    const name = await pieces.text("start", location.protocol === "file:" ? "" : `?${minute}`);
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
    const own = this.stops.get(lang);
    return own ? own.has(word) : [...this.stops.values()].some((list) => list.has(word));
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
