// How many characters a network counts in a message.

/** How a network counts; see handbook.Network. */
export interface Counting {
  /** As X does: an emoji, and a letter of most scripts, counts two. */
  weighted: boolean;
  /** What any link counts; 0 is as many as it has. */
  link: number;
}

/** What networks take for a link, with or without its scheme. */
export const links = /(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)\]']|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:nl|be|com|org|net|eu|info|io|gov|edu|example)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]'])?(?![\w-])/giu;

/** Counts a message. */
export function count(text: string, how: Counting): number {
  let sum = 0;
  let rest = text.normalize("NFC");
  if (how.link) {
    rest = rest.replace(links, () => {
      sum += how.link;
      return "";
    });
  }
  return sum + (how.weighted ? weigh(rest) : graphemes(rest).length);
}

// Segments are made of what a reader takes for one character (Unicode UAX 29).
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

function graphemes(text: string): string[] {
  return segmenter ? Array.from(segmenter.segment(text), (each) => each.segment) : [...text];
}

/** The letters that X counts as one: Latin and its neighbours, and some marks
 *  (twitter-text, configuration 3). */
const light: [number, number][] = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

function weigh(text: string): number {
  let sum = 0;
  for (const grapheme of graphemes(text)) {
    if (emoji.test(grapheme) && grapheme.codePointAt(0)! > 0xff) {
      sum += 2; // whatever it is made of
      continue;
    }
    for (const char of grapheme) sum += isLight(char.codePointAt(0)!) ? 1 : 2;
  }
  return sum;
}

const isLight = (code: number): boolean => light.some(([from, to]) => code >= from && code <= to);
