import { Directory } from "./directory";
import { distance, sound } from "./distance";
import { Found, search } from "./ranges";
import { stem } from "./stem";

// Finds the terms of the index that a word stands for.

const binders = ["", "s", "e", "en", "er", "n"];
const shortestPart = 4;
/** What a compound has at least beside a part. */
const shortestBeside = 3;
/** The shortest word of which typos are forgiven. */
const shortestTypo = 4;
/** The shortest of which the first letter may be wrong. */
const surelyTypo = 5;
/** What a word costs that only sounds like another. */
const byEar = 0.4;
/** How many files to look through for a typo, or for words that are being typed. */
const mostFiles = 3;
const mostStarting = 24;

const verb =
  /^(aan|achter|af|bij|binnen|dicht|door|in|langs|los|mee|na|neer|om|onder|open|op|over|rond|samen|terug|tegen|toe|uit|vast|voorbij|voor|weg)?(ge)?(.{4,})$/;

const reverse = (word: string): string => [...word].reverse().join("");

export class Lookup {
  constructor(
    private readonly directory: Directory,
    private readonly lang: string,
  ) {}

  /** The terms of a word: one for each language of the handbook, the reader's
   *  first. */
  terms(word: string): string[] {
    const languages = [this.lang, ...this.directory.languages.filter((lang) => lang !== this.lang)];
    return [...new Set(languages.map((lang) => stem(word, lang)))];
  }

  /** On how many pages a term is. */
  async count(term: string): Promise<number> {
    const range = await this.directory.terms.file(this.directory.terms.holding(term));
    return range?.count(term) ?? 0;
  }

  /** Where a term is, or null. */
  async found(term: string): Promise<Found | null> {
    const range = await this.directory.terms.file(this.directory.terms.holding(term));
    if (!range) return null;
    const i = range.place(term);
    return range.terms[i] === term ? range.found(i) : null;
  }

  /** Terms that begin with what is being typed, those on most pages first. */
  async starting(prefix: string): Promise<string[]> {
    const ranges = await this.directory.terms.starting(prefix, prefix.length < 3 ? 1 : mostFiles);
    const all: { term: string; count: number }[] = [];
    for (const range of ranges) {
      for (let i = range.place(prefix); range.terms[i]?.startsWith(prefix); i++) {
        all.push({ term: range.terms[i], count: range.counts[i] });
      }
    }
    return all.sort((a, b) => b.count - a.count).slice(0, mostStarting).map((each) => each.term);
  }

  /** The terms of the parts of a compound that the handbook need not have, or null.
   *  The last part comes first: of those possible, the longest. */
  async parts(word: string, depth = 0): Promise<string[] | null> {
    if (word.length < 2 * shortestPart || depth > 2) return null;
    for (const { term, length } of await this.endingsOf(word)) {
      const rest = word.slice(0, word.length - length);
      for (const binder of binders) {
        if (!rest.endsWith(binder)) continue;
        const base = rest.slice(0, rest.length - binder.length);
        if (base.length < shortestPart) continue;
        for (const first of this.terms(base)) if (await this.count(first)) return [term, first];
      }
      const more = await this.parts(rest, depth + 1);
      if (more) return [term, ...more];
    }
    return null;
  }

  /** Terms that a word ends in, the longest first, with how many letters of the
   *  word they take. */
  private async endingsOf(word: string): Promise<{ term: string; length: number }[]> {
    const out: { term: string; length: number }[] = [];
    const ends = [{ end: word, cut: 0 }];
    const own = stem(word, this.lang);
    // The stem of a compound ends in that of its last part.
    if (own !== word) ends.unshift({ end: own, cut: word.length - own.length });
    for (const { end, cut } of ends) {
      const back = reverse(end);
      for (const file of await this.directory.endings.starting(back.slice(0, shortestPart), 2)) {
        for (let n = back.length - shortestPart; n >= shortestPart; n--) {
          const term = back.slice(0, n);
          if (file.terms[search(file.terms, term)] === term) out.push({ term: reverse(term), length: n + cut });
        }
      }
    }
    return out.sort((a, b) => b.length - a.length).slice(0, 4);
  }

  /** Terms of compounds that begin or end with a word which the handbook has in
   *  them alone. */
  async containing(word: string): Promise<string[]> {
    const out: string[] = [];
    for (const term of this.terms(word)) {
      if (term.length < shortestPart) continue;
      const [beginning, ending] = await Promise.all([this.starting(term), this.ending(term)]);
      out.push(...[...beginning, ...ending].filter((each) => each.length >= term.length + shortestBeside));
    }
    return [...new Set(out)].slice(0, mostStarting);
  }

  /** Terms that end with a word. */
  private async ending(word: string): Promise<string[]> {
    const back = reverse(word);
    const out: string[] = [];
    for (const file of await this.directory.endings.starting(back, mostFiles)) {
      for (let i = search(file.terms, back); file.terms[i]?.startsWith(back); i++) out.push(reverse(file.terms[i]));
    }
    return out;
  }

  /** Terms of the verb that a word may be a form of: of gepost post, of uitzetten
   *  and uitgezet zet, of oplevert oplever and the other way round. */
  verbs(word: string): string[] {
    const [, particle = "", ge = "", rest = ""] = verb.exec(word.replace(/ende?$/, "en")) ?? [];
    const forms = ge && /[td]$/.test(rest) ? [rest, rest.slice(0, -1)] : [rest];
    const all = forms.flatMap((form) => [particle + form, form]).map((form) => stem(form, "nl"));
    const own = stem(word, "nl");
    if (own.length > shortestPart) all.push(/[nrsw]t$/.test(own) ? own.slice(0, -1) : `${own}t`);
    return [...new Set(all)].filter((term) => term.length > 2 && term !== own);
  }

  /** The longest known words that an unknown one begins and ends with. */
  async pieces(word: string): Promise<string[]> {
    const ending = (await this.endingsOf(word))[0]?.term;
    const out = ending ? [ending] : [];
    for (let n = word.length - 2; n >= Math.max(shortestPart, word.length / 2); n--) {
      const term = stem(word.slice(0, n), this.lang);
      if (await this.count(term)) return [...out, term];
    }
    return out;
  }

  /** The term that a mistyped word most likely means, or null. */
  async meant(word: string): Promise<string | null> {
    if (word.length < shortestTypo) return null;
    const own = this.terms(word)[0];
    const heard = sound(own);
    const most = own.length < 8 ? 1 : 2;
    const share = Math.max(2, Math.floor(own.length / (most + 1)));
    let best: { term: string; cost: number; count: number } | null = null;
    const consider = (term: string, count: number): void => {
      let cost = Math.min(distance(own, term, most), distance(word, term, most), byEar + distance(heard, sound(term), most));
      if (cost > most || term.length < shortestTypo) return;
      if (term[0] !== own[0]) {
        if (word.length < surelyTypo) return;
        cost += 0.5;
      }
      if (!best || cost < best.cost || (cost === best.cost && count > best.count)) best = { term, cost, count };
    };
    const starting = this.directory.terms.starting(own.slice(0, share), mostFiles);
    const ending = this.directory.endings.starting(reverse(own).slice(0, share), mostFiles);
    for (const range of await starting) {
      const prefix = own.slice(0, share);
      for (let i = range.place(prefix); range.terms[i]?.startsWith(prefix); i++) consider(range.terms[i], range.counts[i]);
    }
    for (const file of await ending) {
      const prefix = reverse(own).slice(0, share);
      for (let i = search(file.terms, prefix); file.terms[i]?.startsWith(prefix); i++) {
        consider(reverse(file.terms[i]), file.counts[i]);
      }
    }
    return (best as { term: string } | null)?.term ?? null;
  }
}
