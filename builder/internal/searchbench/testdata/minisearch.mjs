// Writes the index of MiniSearch over a folder of markdown, set as VitePress sets
// it: a document for each section, with its heading, those above it and its text.
//
//   node minisearch.mjs folder index.json
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import MiniSearch from "minisearch";

const [folder, out] = process.argv.slice(2);
const index = new MiniSearch({ fields: ["title", "titles", "text"], storeFields: ["title", "titles"] });

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith(".md")) continue;
  const name = join(entry.parentPath ?? entry.path, entry.name);
  for (const section of sections(readFileSync(name, "utf8"), relative(folder, name))) index.add(section);
}
writeFileSync(out, JSON.stringify(index));

/** The sections of a page. */
function* sections(source, path) {
  const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(source);
  const title = /^title: "?(.*?)"?$/m.exec(front)[1];
  const above = [title];
  let number = 0;
  let section = { id: path, title, titles: [], text: "" };
  for (const line of body.split("\n")) {
    const heading = /^(##+) (.*)$/.exec(line);
    if (!heading) {
      section.text += `${plain(line)}\n`;
      continue;
    }
    yield section;
    above.length = Math.min(above.length, heading[1].length - 1);
    section = { id: `${path}#${++number}`, title: heading[2], titles: [...above], text: "" };
    above.push(heading[2]);
  }
  yield section;
}

/** A line without its marks. */
function plain(line) {
  return line.replace(/\]\([^)]*\)/g, "]").replace(/[*|>[\]#]|^- |^\d+\. |-{3,}:?/g, " ");
}
