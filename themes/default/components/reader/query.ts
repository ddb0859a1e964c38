import { Directory } from "./directory";
import { words } from "./words";

// What somebody typed, as words.

/** One word that is looked for. */
export interface Asked {
  text: string;
  /** Place among the words of the query. */
  at: number;
  /** It may be unfinished. */
  open: boolean;
  /** The chunk without its joiners that it is part of, or "". */
  whole: string;
  /** The number of the phrase in quotes that it is in, or -1. */
  phrase: number;
}

export interface Query {
  asked: Asked[];
  /** Words that a page may not have. */
  without: string[];
}

const longest = 1000;
const mostWords = 16;
const longestWord = 60;

/** Reads a query. Words that say nothing count only where there are no others. */
export function read(text: string, typing: boolean, lang: string, directory: Directory): Query {
  const cut = text.slice(0, longest);
  const unfinished = typing && /[\p{L}\p{N}]$/u.test(text) && cut === text;
  const asked: Asked[] = [];
  const without: string[] = [];
  let whole = { text: "", at: -1 };
  const quotes = quoted(cut);
  const found = words(cut);
  found.forEach((word, i) => {
    if (word.text.length > longestWord) return;
    if (word.whole) {
      whole = { text: word.text, at: word.end };
      return;
    }
    if (/(?:^|\s)-$/.test(cut.slice(0, word.start))) {
      without.push(word.text);
      return;
    }
    asked.push({
      text: word.text,
      at: word.at,
      open: unfinished && i === found.length - 1,
      whole: word.start < whole.at ? whole.text : "",
      phrase: quotes.findIndex(([from, to]) => word.start >= from && word.end <= to),
    });
  });
  const telling = asked.filter((each) => each.open || !directory.isStop(each.text, lang));
  return { asked: (telling.length ? telling : asked).slice(0, mostWords), without };
}

/** Where text stands in double quotes. */
function quoted(text: string): [number, number][] {
  return [...text.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu)].map((m) => [m.index, m.index + m[0].length]);
}
