// The Dutch stemmer of Snowball (https://snowballstem.org/algorithms/dutch/stemmer.html)
// for words of the letters a to z, mended as in builder/search/stem.go, where the
// reasons stand.

const adjective = /^(..+lijk)(?:e|er|ere|ers|st|ste|s|heid|heden)?$/;
const singular = /(?:aats|oets|iets|arts|schets|nieuws)$/;
const vowel = /[aeiouy]/;

export function stemDutch(word: string): string {
  const match = adjective.exec(word);
  if (match) return after(match[1]);
  const large = diminutive(word);
  return after(singular.test(large) ? large : snowball(large));
}

function diminutive(word: string): string {
  const base = word.replace(/jes?$/, "");
  if (base === word || base.length < 3) return word;
  if (/ink$/.test(base)) return base.slice(0, -1) + "g";
  if (/mp$/.test(base)) return base.slice(0, -1);
  if (!base.endsWith("t")) return base;
  if (base.length > 4 && /[bglmnr]et$/.test(base)) return base.slice(0, -2);
  if (base.length > 5 && /oot$/.test(base)) return base.slice(0, -2);
  if (/[lwj]t$/.test(base)) return base.slice(0, -1);
  if (/[aeiouy][aeiouy][nr]t$/.test(base) && !/aart$/.test(base)) return base.slice(0, -1);
  return base;
}

function after(word: string): string {
  let w = verb(plural(word));
  if (w.length > 3 && /([^aeiouy])\1$/.test(w)) w = w.slice(0, -1);
  w = w.replace(/v$/, "f").replace(/z$/, "s");
  if (w.length > 3 && /[^aeiouyj]s$/.test(w) && !singular.test(w)) w = w.slice(0, -1);
  return w.replace(/([^aeiouy])([aeou])\2([^aeiouy])$/, "$1$2$3");
}

function plural(w: string): string {
  if (w.length > 4 && /(?:ies|aus|[^aeiouy][ao]s)$/.test(w)) return w.slice(0, -1);
  return w.length > 5 && /[dgkmnt]es$/.test(w) ? w.slice(0, -2) : w;
}

function verb(w: string): string {
  return w.length > 3 && /(?:eer[td]|tst|[dfgklmp]t)$/.test(w) ? w.slice(0, -1) : w;
}

/** The stemmer itself. In capitals stand the y and i that are consonants. */
function snowball(word: string): string {
  let w = word
    .replace(/^y/, "Y")
    .replace(/[aeiou]y/g, (pair) => pair[0] + "Y")
    .replace(/([aeiouy])i(?=[aeiouy])/g, "$1I");
  const r1 = Math.max(region(w, 0), 3);
  const r2 = region(w, region(w, 0));
  const ends = (suffix: string, from: number) => w.endsWith(suffix) && w.length - suffix.length >= from;
  const cut = (n: number) => void (w = w.slice(0, w.length - n));
  const undouble = () => void (/(?:kk|dd|tt)$/.test(w) && cut(1));
  const plural = (n: number) => {
    const rest = w.slice(0, w.length - n);
    if (rest.length < r1 || !/[^aeiouy]$/.test(rest) || rest.endsWith("gem")) return;
    w = rest;
    undouble();
  };
  let dropped = false;
  const dropE = () => {
    dropped = false;
    if (!ends("e", r1) || !/[^aeiouy]e$/.test(w)) return;
    cut(1);
    dropped = true;
    undouble();
  };

  if (w.endsWith("heden")) {
    if (ends("heden", r1)) w = w.slice(0, -5) + "heid";
  } else if (/ene?$/.test(w)) plural(w.endsWith("e") ? 3 : 2);
  else if (/se?$/.test(w)) {
    const n = w.endsWith("e") ? 2 : 1;
    if (w.length - n >= r1 && /[^aeiouyj]$/.test(w.slice(0, -n))) cut(n);
  }
  dropE();
  if (ends("heid", r2) && !/cheid$/.test(w)) {
    cut(4);
    if (w.endsWith("en")) plural(2);
  }
  if (/(?:end|ing)$/.test(w)) {
    if (w.length - 3 >= r2) {
      cut(3);
      if (ends("ig", r2) && !/eig$/.test(w)) cut(2);
      else undouble();
    }
  } else if (w.endsWith("ig")) {
    if (ends("ig", r2) && !/eig$/.test(w)) cut(2);
  } else if (w.endsWith("lijk")) {
    if (ends("lijk", r2)) {
      cut(4);
      dropE();
    }
  } else if (w.endsWith("baar")) {
    if (ends("baar", r2)) cut(4);
  } else if (ends("bar", r2) && dropped) cut(3);
  return w.replace(/([^aeiouy])([aeou])\2([^aeiouyI])$/, "$1$2$3").toLowerCase();
}

/** Where the region begins: behind the first consonant that follows a vowel. */
function region(w: string, from: number): number {
  for (let i = from + 1; i < w.length; i++) {
    if (vowel.test(w[i - 1]) && !vowel.test(w[i])) return i + 1;
  }
  return w.length;
}
