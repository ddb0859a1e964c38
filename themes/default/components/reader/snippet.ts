import { Piece } from "./answer";
import { stem } from "./stem";
import { Word, words } from "./words";

/** About two lines. */
const length = 150;
const shortestInside = 4;

/** Cuts the piece with most of the terms out of a text, and marks them. Beginnings
 *  are of words that are being typed. */
export function snippet(text: string, terms: Set<string>, beginnings: string[], lang: string): Piece[] {
  const hits = words(text).filter((word) => !word.whole && isMeant(word, terms, beginnings, lang));
  const [from, to] = window(text, hits);
  const pieces: Piece[] = [];
  const add = (piece: string, marked: boolean): void => {
    const plain = piece.replace(/\s+/gu, " ");
    if (plain) pieces.push({ text: plain, marked });
  };
  let at = from;
  if (from > 0) add("… ", false);
  for (const hit of hits) {
    if (hit.start < at || hit.end > to) continue;
    add(text.slice(at, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    at = hit.end;
  }
  add(text.slice(at, to).trimEnd(), false);
  if (to < text.trimEnd().length) add(" …", false);
  return pieces;
}

/** Whether a word of a text is one of those looked for: it has the term, or is a
 *  compound with it. */
function isMeant(word: Word, terms: Set<string>, beginnings: string[], lang: string): boolean {
  const own = stem(word.text, lang);
  if (terms.has(own) || terms.has(word.text) || beginnings.some((each) => word.text.startsWith(each))) return true;
  if (word.text.length < 7) return false;
  for (const term of terms) if (term.length >= shortestInside && own.length > term.length + 2 && own.includes(term)) return true;
  return false;
}

/** Where the piece of text begins and ends. */
function window(text: string, hits: Word[]): [number, number] {
  let best = hits[0]?.start ?? 0;
  let most = 0;
  for (let i = 0; i < hits.length; i++) {
    const seen = new Set<string>();
    for (let j = i; j < hits.length && hits[j].end <= hits[i].start + length; j++) seen.add(hits[j].text);
    if (seen.size > most) [best, most] = [hits[i].start, seen.size];
  }
  // From the start of the sentence or line, where it is near.
  let from = Math.max(0, best - length / 3);
  if (best < length / 2) from = 0;
  else {
    const sentence = text.slice(from, best).search(/[.!?\n]\s*(?=\S)[^.!?\n]*$/u);
    if (sentence >= 0) from += sentence + 1;
    else from = text.indexOf(" ", from) + 1;
  }
  while (/\s/.test(text[from] ?? "")) from++;
  let to = Math.min(text.length, from + length);
  if (to < text.length) {
    const space = text.lastIndexOf(" ", to);
    if (space > best) to = space;
  }
  return [from, to];
}
