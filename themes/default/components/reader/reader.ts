import { Answer, Engine, Hit, Options, Place, Reader } from "./answer";
import { Directory, Text } from "./directory";
import { Lookup } from "./lookup";
import { read } from "./query";
import { Ranked, rank } from "./rank";
import { Slot, slots } from "./slots";
import { snippet } from "./snippet";
import { stem } from "./stem";
import { words } from "./words";
import { root } from "../../shared/reader";

// The reader of the search index: see answer.ts for what it does, and
// builder/search for what it reads.

declare global {
  interface Window {
    vaandelReader?: Reader;
  }
}

/** What has less of the query than this share of the best is not shown. */
const enough = 0.2;

/** How much a page counts, by its class: those that are apart are not for every
 *  reader, and the pages of a section say more than the section's own. */
const classes = [1, 0.9, 0.9];

const nothing: Answer = { count: 0, atLeast: false, kinds: [], corrections: [], hits: [] };

class Index implements Engine {
  constructor(
    private readonly directory: Directory,
    private readonly lang: string,
  ) {}

  async search(text: string, options: Options): Promise<Answer> {
    const query = read(text, options.typing, this.lang, this.directory);
    if (!query.asked.length) return nothing;
    const found = await slots(query, this.directory, this.lang);
    const ranked = this.order(rank(found, await this.barred(query.without), (page) => classes[this.directory.page(page).class ?? 0]));
    const kinds = new Map<string, number>();
    const wanted: Ranked[] = [];
    for (const each of ranked) {
      const { kind } = this.directory.page(each.page);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (!options.kind || options.kind === kind) wanted.push(each);
    }
    const from = options.from ?? 0;
    const shown = wanted.slice(from, from + options.limit);
    const texts = await Promise.all(shown.map((each) => this.directory.text(each.page)));
    return {
      count: wanted.length,
      atLeast: found.some((slot) => slot.alternatives.some((each) => each.found.some((f) => f.count > f.pages.length))),
      kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
      corrections: corrections(found, texts, this.lang),
      hits: shown.map((each, i) => this.hit(each, texts[i], found, options.places)),
    };
  }

  /** The pages that have words that they may not have. */
  private async barred(without: string[]): Promise<Set<number>> {
    const lookup = new Lookup(this.directory, this.lang);
    const terms = without.flatMap((word) => lookup.terms(word));
    const found = await Promise.all(terms.map((term) => lookup.found(term)));
    return new Set(found.flatMap((each) => (each ? [...each.pages] : [])));
  }

  /** The pages worth showing: those in the reader's language first. */
  private order(ranked: Ranked[]): Ranked[] {
    const most = ranked.reduce((share, each) => Math.max(share, each.share), 0);
    const kept = ranked.filter((each) => each.share >= enough * most);
    const own = (each: Ranked): boolean => this.directory.page(each.page).lang === this.lang;
    return [...kept.filter(own), ...kept.filter((each) => !own(each))];
  }

  private hit(ranked: Ranked, text: Text, found: Slot[], mostPlaces: number): Hit {
    const { lang, kind } = this.directory.page(ranked.page);
    const terms = new Set(found.flatMap((slot) => slot.terms));
    const beginnings = found.filter((slot) => slot.asked.open).map((slot) => slot.asked.text);
    const places: Place[] = [];
    const ids = new Set<string>();
    const least = ranked.passages[0].score / 2;
    for (const passage of ranked.passages) {
      const [heading, id, body] = text.p[passage.number] ?? ["", "", ""];
      if (places.length === mostPlaces || (places.length && passage.score < least)) break;
      if (ids.has(id)) continue;
      ids.add(id);
      const href = root + encodeURI(text.a) + (id ? `#${encodeURIComponent(id)}` : "");
      places.push({ heading, href, snippet: snippet(body, terms, beginnings, lang) });
    }
    return { title: text.t, href: root + encodeURI(text.a), kind, lang, trail: text.r, places };
  }
}

/** What was used for mistyped words, as the texts write it. */
function corrections(found: Slot[], texts: Text[], lang: string): Answer["corrections"] {
  return found
    .filter((slot) => slot.used)
    .map((slot) => {
            for (const text of texts) {
        for (const passage of [text.t, ...text.p.map((each) => each[2])]) {
          const word = words(passage).find((each) => !each.whole && stem(each.text, lang) === slot.used);
          if (word) return { typed: slot.asked.text, used: passage.slice(word.start, word.end).toLowerCase() };
        }
      }
      return { typed: slot.asked.text, used: slot.used };
    });
}

window.vaandelReader = {
  open: async (lang) => new Index(await Directory.open(), lang),
};
