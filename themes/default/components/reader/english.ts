// The English stemmer of Snowball (https://snowballstem.org/algorithms/english/stemmer.html),
// also known as Porter2, for words of the letters a to z.

const exceptions: Record<string, string> = {
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl",
  ugly: "ugli", early: "earli", only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe",
  atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
};
const finished = /^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;
const vowel = /[aeiouy]/;

/** Suffixes of step 2 and 3, longest first, and what they become. */
const step2: [string, string][] = [
  ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
  ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"],
  ["alism", "al"], ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["enci", "ence"],
  ["anci", "ance"], ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"],
  ["ogi", "og"], ["li", ""],
];
const step3: [string, string][] = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", ""],
  ["ical", "ic"], ["ness", ""], ["ful", ""],
];
const step4 = [
  "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
  "al", "er", "ic",
];

export function stemEnglish(word: string): string {
  if (Object.hasOwn(exceptions, word)) return exceptions[word];
  let w = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const prefix = /^(?:gener|commun|arsen)/.exec(w);
  const r1 = prefix ? prefix[0].length : region(w, 0);
  const r2 = region(w, r1);
  const ends = (suffix: string, from = 0) => w.endsWith(suffix) && w.length - suffix.length >= from;
  const cut = (n: number, add = "") => void (w = w.slice(0, w.length - n) + add);

  // Step 1a
  if (w.endsWith("sses")) cut(2);
  else if (/ie[sd]$/.test(w)) cut(w.length > 4 ? 2 : 1);
  else if (!/[us]s$/.test(w) && /[aeiouy].+s$/.test(w)) cut(1);
  if (finished.test(w)) return w;
  // Step 1b
  const eed = /eed(?:ly)?$/.exec(w);
  const ed = /(?:ed|ing)(?:ly)?$/.exec(w);
  if (eed) {
    if (eed.index >= r1) cut(eed[0].length, "ee");
  } else if (ed && vowel.test(w.slice(0, ed.index))) {
    cut(ed[0].length);
    if (/(?:at|bl|iz)$/.test(w)) w += "e";
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) cut(1);
    else if (r1 >= w.length && short(w)) w += "e";
  }
  // Step 1c
  if (w.length > 2 && /[^aeiouy][yY]$/.test(w)) cut(1, "i");
  // Step 2
  for (const [suffix, to] of step2) {
    if (!w.endsWith(suffix)) continue;
    if (!ends(suffix, r1)) break;
    if (suffix === "ogi" && !w.endsWith("logi")) break;
    if (suffix === "li" && !/[cdeghkmnrt]li$/.test(w)) break;
    cut(suffix.length, to);
    break;
  }
  // Step 3
  for (const [suffix, to] of step3) {
    if (!w.endsWith(suffix)) continue;
    if (ends(suffix, suffix === "ative" ? Math.max(r1, r2) : r1)) cut(suffix.length, to);
    break;
  }
  // Step 4
  for (const suffix of step4) {
    if (!w.endsWith(suffix)) continue;
    if (ends(suffix, r2) && (suffix !== "ion" || /[st]ion$/.test(w))) cut(suffix.length);
    break;
  }
  // Step 5
  if (ends("e", r2) || (ends("e", r1) && !short(w.slice(0, -1)))) cut(1);
  else if (ends("l", r2) && w.endsWith("ll")) cut(1);
  return w.toLowerCase();
}

/** Where the region begins: behind the first consonant that follows a vowel. */
function region(w: string, from: number): number {
  for (let i = from + 1; i < w.length; i++) {
    if (vowel.test(w[i - 1]) && !vowel.test(w[i])) return i + 1;
  }
  return w.length;
}

/** Ends in a short syllable. */
function short(w: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w);
}
