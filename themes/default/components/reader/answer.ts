// What the reader of the index gives to the box and to the page of results.

/** What the reader puts on window under "vaandelReader" when its script is loaded. */
export interface Reader {
  /** Opens the index of this handbook for a reader of lang. Fails with a
   *  LoadingError where it can't be loaded; it may be tried again. */
  open(lang: string): Promise<Engine>;
}

export interface Engine {
  /** Answers a query. Texts of hits beyond `limit` are not loaded. Fails with a
   *  LoadingError; does not fail for any query. */
  search(query: string, options: Options): Promise<Answer>;
}

export interface Options {
  /** The last word may be unfinished: somebody is typing it. */
  typing: boolean;
  /** Only pages of this kind; all without. */
  kind?: string;
  /** How many pages to give, of those behind `from` (0 without). */
  limit: number;
  from?: number;
  /** The most places to give of each page. */
  places: number;
}

export interface Answer {
  /** How many pages were found, of the kind asked for. */
  count: number;
  /** True where there are more than were counted. */
  atLeast: boolean;
  /** How many pages of each kind were found, of all kinds; most first. */
  kinds: { kind: string; count: number }[];
  /** Words that are nowhere in the handbook and what was looked for instead. */
  corrections: { typed: string; used: string }[];
  /** The pages, best first: those in the reader's language, then the others. */
  hits: Hit[];
}

export interface Hit {
  title: string;
  href: string;
  kind: string;
  lang: string;
  /** The names of the sections that the page lies in, from the top, without the
   *  page itself. */
  trail: string[];
  /** The best places of the page, at least one. */
  places: Place[];
}

export interface Place {
  /** The heading above the place; "" for the top of the page. */
  heading: string;
  /** With the heading's id. */
  href: string;
  /** About two lines of text. */
  snippet: Piece[];
}

/** A piece of text; marked where it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The index could not be loaded. */
export class LoadingError extends Error {
  name = "LoadingError";
}
