// The words of a text, as builder/search/words.go finds them; see there. Tests
// hold the two against each other.

export interface Word {
  /** Folded: see fold. */
  text: string;
  /** Counts the words from 0. A whole has the place of its first part. */
  at: number;
  whole: boolean;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const letter = "[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d\\u2060]";
const joiner = "[-‐‑@._&'’ʼ]";
const chunks = new RegExp(`${letter}+(?:(?:${joiner}|(?<=[0-9])[,:](?=[0-9]))${letter}+)*`, "gu");
const apostrophe = /['’ʼ]/;
/** What parts a chunk is made of: between joiners that are no apostrophes. */
const joints = /[-‐‑@._&,:]+/g;
const possessive = /['’ʼ][sS](?![\p{L}\p{N}\p{M}\u00ad\u200c\u200d\u2060])/gu;
const capital = /(?<=\p{Ll}\p{M}*)(?=\p{Lu})/u;

/** Finds the words of a text, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const match of text.matchAll(chunks)) {
    const start = match.index;
    const end = start + match[0].length;
    const parts = split(match[0], text[start - 1] === "#");
    if (parts.length > 1) found.push({ text: parts.map((part) => part.text).join(""), at, whole: true, start, end });
    for (const part of parts) {
      if (parts.length > 1 && single(part.text)) continue;
      found.push({ text: part.text, at, whole: false, start: start + part.start, end: start + part.end });
      at++;
    }
  }
  return found;
}

interface Part {
  text: string;
  start: number;
  end: number;
}

/** Splits a chunk into its parts. */
function split(chunk: string, subject: boolean): Part[] {
  const parts: Part[] = [];
  const add = (start: number, end: number) => {
    const piece = chunk.slice(start, end);
    const text = fold(apostrophe.test(piece) ? piece.replace(possessive, "") : piece);
    if (text) parts.push({ text, start, end });
  };
  const cut = (start: number, end: number) => {
    if (!subject) return add(start, end);
    let from = start;
    for (const piece of chunk.slice(start, end).split(capital)) {
      add(from, from + piece.length);
      from += piece.length;
    }
  };
  let from = 0;
  for (const match of chunk.matchAll(joints)) {
    cut(from, match.index);
    from = match.index + match[0].length;
  }
  cut(from, chunk.length);
  return parts;
}

/** One letter; a digit is none. */
function single(text: string): boolean {
  return /^.$/u.test(text) && !/\p{Nd}/u.test(text);
}

const others: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ħ: "h", ı: "i", ĸ: "k", ŋ: "n", ŧ: "t", ς: "σ",
};

/** Text as words are compared: without accents, in lower case, letters and digits
 *  only. */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  let out = "";
  for (const each of text.normalize("NFKD")) {
    for (const char of each.toLowerCase()) {
      if (Object.hasOwn(others, char)) out += others[char];
      else if (/[\p{L}\p{N}]/u.test(char)) out += char;
    }
  }
  return out;
}
