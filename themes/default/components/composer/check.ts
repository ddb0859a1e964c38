import { links } from "./count";

// What in a message deserves another look. Nothing of it leaves the page.

/** A place in the message, what is to be said of it, and with what. */
export interface Finding {
  /** The name of the message of the theme. */
  what: string;
  values: string[];
  /** Where it stands; the same twice where it is about the whole. */
  from: number;
  to: number;
  /** What could stand there. */
  instead?: string;
}

/** A word that the handbook chose. */
export interface Choice {
  say: string;
  not: string[];
  why: string;
}

/** What may have to stay inside. */
export interface Secret {
  name: string;
  words: string[];
  looks: string;
}

/** What a message is held against. */
export interface Against {
  choices: Choice[];
  secrets: Secret[];
  /** The message is about something that somebody else published. */
  shared: boolean;
  picture: boolean;
  alt: string;
}

/** Finds all, in the order of the message. */
export function check(text: string, against: Against): Finding[] {
  const found = [
    ...unfinished(text),
    ...secrets(text, against.secrets),
    ...words(text, against.choices),
    ...loud(text),
    ...marks(text),
    ...tags(text),
    ...addresses(text),
    ...own(text, against.shared),
  ].sort((a, b) => a.from - b.from);
  if (against.picture && !against.alt.trim()) found.push({ what: "alt", values: [], from: 0, to: 0 });
  return found;
}

/** The open places of a template: [name], and an opener that ends in three dots. */
export const places = /\[([^\][\n]{1,80})\]/gu;

function unfinished(text: string): Finding[] {
  const found = matches(text, places, "place", (m) => [m[1]]);
  const end = /(?:…|\.\.\.)\s*$/u.exec(text);
  if (end) found.push({ what: "opener", values: [], from: end.index, to: text.length });
  return found;
}

const letters = "[\\p{L}\\p{N}]";

/** Text as a pattern that finds it as a word by itself, in what is folded. */
function word(text: string): RegExp {
  return new RegExp(`(?<!${letters})${escaped(folded(text)).replace(/\s+/g, "\\s+")}(?:'?s|en|n)?(?!${letters})`, "giu");
}

/** Text without accents, letter by letter, so that each stays in its place. */
function folded(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize("NFD")[0]);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Where a word stands, as it is written there. */
function named(text: string, each: string, what: string, ...values: string[]): Finding[] {
  return matches(folded(text), word(each), what).map((found) => ({ ...found, values: [text.slice(found.from, found.to), ...values] }));
}

/** Words that we say otherwise, each once. */
function words(text: string, choices: Choice[]): Finding[] {
  return choices.flatMap(({ say, not, why }) =>
    not.flatMap((each) =>
      named(text, each, "word", say, why).slice(0, 1).map((found) => ({ ...found, instead: say })),
    ),
  );
}

// Whoever looks for these looks at the whole message once more, so it is no harm
// if one is none.
const amount = /(?:€|\beur\b|\$|£)\s?\d(?:[\d.,]*\d)?(?:\s?(?:miljoen|miljard|mln|mld|million|billion|k|ton)\b)?|\b\d(?:[\d.,]*\d)?\s?(?:euro|miljoen|miljard|mln|million|billion)\b/giu;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const phone = /(?<![\w/])(?:\+|00)?\d(?:[\s-]?\d){8,12}(?![\w])/gu;
const account = /\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b/gu;

function secrets(text: string, own: Secret[]): Finding[] {
  const found = [
    ...matches(text, account, "account"),
    ...matches(text, amount, "amount"),
    ...matches(text, email, "email"),
    ...matches(text, phone, "number").map((each) => (isCitizen(each.values[0]) ? { ...each, what: "citizen" } : each)),
  ];
  for (const { name, words, looks } of own) {
    for (const each of words) found.push(...named(text, each, "secret", name));
    if (looks.trim()) found.push(...matches(text, pattern(looks.trim()), "secret", (m) => [m[0], name]));
  }
  // Of two that say something of the same place, the first.
  return found.filter((each, i) => !found.slice(0, i).some((other) => other.from < each.to && each.from < other.to));
}

/** A pattern of handbook.yaml: # is a digit. */
function pattern(looks: string): RegExp {
  return new RegExp(`(?<!${letters})${escaped(looks).replace(/#/g, "\\d").replace(/\s+/g, "\\s*")}(?!${letters})`, "giu");
}

/** Whether nine digits may be the number of a Dutch citizen: they pass the test
 *  of eleven (Besluit burgerservicenummer). */
function isCitizen(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (digits.length !== 9) return false;
  return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
}

/** Capitals throughout: two words or more, each of four letters. */
function loud(text: string): Finding[] {
  const found = matches(text, /(?<![#\p{L}])\p{Lu}{4,}(?!\p{L})/gu, "loud");
  return found.length > 1 ? found.slice(0, 1) : [];
}

/** Many exclamation marks, or emoji in a row. */
function marks(text: string): Finding[] {
  return [
    ...matches(text, /[!?]{3,}/gu, "marks").slice(0, 1),
    ...matches(text, /(?:\p{Extended_Pictographic}[\ufe0f\u200d\p{Emoji_Modifier}]*\s?){4,}/gu, "emoji").slice(0, 1),
  ];
}

const mostTags = 5;
const longTag = 12;

/** Many hashtags, and long ones that a screen reader reads as one word. */
function tags(text: string): Finding[] {
  const all = matches(text, /(?<![\w&/])#[\p{L}\p{N}_]+/gu, "tag");
  const found = all.filter(({ values: [tag] }) => tag.length > longTag && !/\p{Lu}/u.test(tag.slice(2)));
  if (all.length > mostTags) found.push({ ...all[mostTags], what: "tags", values: [String(all.length)] });
  return found;
}

function addresses(text: string): Finding[] {
  const all = matches(text, links, "links");
  const found = all.filter(({ values: [link] }) => /^http:/i.test(link)).map((each) => ({ ...each, what: "insecure" }));
  return all.length > 1 ? [...found, { ...all[1], values: [String(all.length)] }] : found;
}

/** So many letters are a line of one's own. */
const ownLine = 25;

/** Whoever shares something says what they think of it. */
function own(text: string, shared: boolean): Finding[] {
  const rest = text.replace(links, "").replace(/#[\p{L}\p{N}_]+/gu, "").replace(/[^\p{L}\p{N}]/gu, "");
  const shares = shared || matches(text, links, "").length > 0;
  return text.trim() && shares && rest.length < ownLine ? [{ what: "own", values: [], from: 0, to: 0 }] : [];
}

function matches(text: string, find: RegExp, what: string, values = (m: RegExpMatchArray): string[] => [m[0].trim()]): Finding[] {
  return [...text.matchAll(find)].map((m) => ({ what, values: values(m), from: m.index!, to: m.index! + m[0].length }));
}
