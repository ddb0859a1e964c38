import { stemDutch } from "./dutch";
import { stemEnglish } from "./english";

/** The longest word of the index, in letters. */
const longestWord = 60;

const stems = new Map<string, string>();

/** What the forms of a folded word have in common: builder/search/stem.go. */
export function stem(word: string, lang: string): string {
  if (word.length < 3 || word.length > longestWord || !/^[a-z]+$/.test(word)) return word;
  if (lang !== "nl" && lang !== "en") return word;
  const key = lang + word;
  let found = stems.get(key);
  if (found === undefined) {
    found = lang === "nl" ? stemDutch(word) : stemEnglish(word);
    stems.set(key, found);
  }
  return found;
}
