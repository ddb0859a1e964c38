// Stands in for the reader of the search index, in tests of what people see: it
// knows a few pages, and how to be slow.
import type { Answer, Hit, Options, Reader } from "./answer";

const pages: Hit[] = [];

function page(title: string, href: string, kind: string, trail: string[], places: [string, string, string][], lang = "nl"): void {
  pages.push({
    title, href, kind, lang, trail,
    places: places.map(([heading, id, text]) => ({ heading, href: href + id, snippet: [{ text, marked: false }] })),
  });
}

page("Werktijd en afspraken", "beleid/werktijd-en-afspraken.html", "policy", ["Onze afspraken"], [
  ["Hoeveel tijd?", "#h-hoeveel-tijd", "Begin met twee uur per week in werktijd. Meer kan, als je dat samen afspreekt met je leidinggevende."],
  ["Buiten werktijd", "#h-buiten-werktijd", "Buiten werktijd hoef je niets. Doe je het toch, dan is dat je eigen tijd, en krijg je die uren terug."],
  ["", "", "Vertellen over je werk kost tijd, en die tijd krijg je van ons."],
]);
page("Voor je plaatst", "checklists/voor-je-plaatst.html", "checklist", ["Checklists"], [
  ["", "", "Vijf vragen. <b>Niet</b> vet, wel waar: past het in je werktijd?"],
]);
page("Working hours and agreements", "en/beleid/werktijd-en-afspraken.html", "policy", ["Our agreements"], [
  ["", "", "You get time for it: werktijd, in Dutch."],
], "en");
for (let i = 1; i <= 21; i++) page(`Les ${i} over werktijd`, "training/index.html", "training", ["Leren"], [["", "", `Dit is les ${i}, in werktijd.`]]);

/** The pages that hold the query, marked. */
function found(query: string): Hit[] {
  const at = (text: string) => text.toLowerCase().indexOf(query);
  return pages
    .filter((each) => at(each.title) >= 0 || each.places.some((place) => at(place.snippet[0].text) >= 0))
    .map((each) => ({ ...each, places: each.places.map((place) => ({ ...place, snippet: pieces(place.snippet[0].text, query) })) }));
}

function pieces(text: string, query: string) {
  const at = text.toLowerCase().indexOf(query);
  if (at < 0) return [{ text, marked: false }];
  const end = at + query.length;
  return [text.slice(0, at), text.slice(at, end), text.slice(end)].map((part, i) => ({ text: part, marked: i === 1 }));
}

async function search(typed: string, { kind, limit, from = 0 }: Options): Promise<Answer> {
  const asked = typed.trim().toLowerCase();
  // "traag …" takes a second.
  if (asked.startsWith("traag")) await new Promise((done) => setTimeout(done, 1000));
  const query = asked.replace(/^traag /, "").replace("wrektijd", "werktijd");
  const all = found(query);
  const count = new Map<string, number>();
  for (const each of all) count.set(each.kind, (count.get(each.kind) ?? 0) + 1);
  const hits = all.filter((each) => !kind || each.kind === kind);
  return {
    count: hits.length,
    atLeast: false,
    kinds: [...count].map(([name, n]) => ({ kind: name, count: n })),
    corrections: asked.includes("wrektijd") ? [{ typed: "wrektijd", used: "werktijd" }] : [],
    hits: hits.slice(from, from + limit),
  };
}

(window as { vaandelReader?: Reader }).vaandelReader = { open: async () => ({ search }) };
