// What the toolbar does to a text, as plain functions: from a text and what is
// selected in it to another text and another selection.

/** A text with what is selected in it. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

/** Puts a mark around what is selected, or takes it away: ** for bold, * for italic.
 *  Spaces at the ends stay outside, where markdown wants them. */
export function wrap(s: Selected, mark: string, otherwise: string): Selected {
  const { text } = s;
  let { from, to } = s;
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  const around = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark;
  if (around && !(mark === "*" && text.slice(from - 2, from) === "**" && text.slice(from - 3, from) !== "***")) {
    return { text: text.slice(0, from - mark.length) + text.slice(from, to) + text.slice(to + mark.length), from: from - mark.length, to: to - mark.length };
  }
  const inside = text.slice(from, to) || otherwise;
  return { text: text.slice(0, from) + mark + inside + mark + text.slice(to), from: from + mark.length, to: from + mark.length + inside.length };
}

/** The beginnings that lines can have. */
const beginnings = /^(#{1,6} |[-*+] \[[ xX]\] |[-*+] |\d+[.)] |)/;

/** Gives the selected lines another beginning ("## ", "- "), or takes it away where all
 *  have it. A number counts. */
export function begin(s: Selected, beginning: string): Selected {
  const start = s.text.lastIndexOf("\n", s.from - 1) + 1;
  const found = s.text.indexOf("\n", Math.max(s.from, s.to - (s.to > s.from ? 1 : 0)));
  const end = found < 0 ? s.text.length : found;
  const lines = s.text.slice(start, end).split("\n");
  const numbered = beginning === "1. ";
  const has = (line: string): boolean => (numbered ? /^\d+\. /.test(line) : line.startsWith(beginning) && beginnings.exec(line)![0] === beginning);
  const all = lines.every((line) => line === "" || has(line)) && lines.some((line) => line !== "");
  let number = 0;
  const made = lines.map((line) => {
    if (line === "" && lines.length > 1) return line;
    const rest = line.replace(beginnings, "");
    return all ? rest : (numbered ? `${++number}. ` : beginning) + rest;
  });
  // Lists and headings stand apart from the text above them.
  const above = s.text.slice(s.text.lastIndexOf("\n", start - 2) + 1, Math.max(0, start - 1));
  const apart = !all && start > 0 && above !== "" && (beginning.startsWith("#") || beginnings.exec(above)![0] === "") ? "\n" : "";
  const text = apart + made.join("\n");
  const to = start + text.length;
  return { text: s.text.slice(0, start) + text + s.text.slice(end), from: s.from === s.to ? to : start + apart.length, to };
}

/** Puts a block of its own below the line of the selection. */
export function insert(s: Selected, block: string, select?: string): Selected {
  const found = s.text.indexOf("\n", s.to);
  const end = found < 0 ? s.text.length : found;
  const start = s.text.lastIndexOf("\n", end - 1) + 1;
  const empty = s.text.slice(start, end).trim() === "";
  const above = empty ? s.text.slice(0, start).replace(/\n+$/, "") : s.text.slice(0, end);
  const below = s.text.slice(end).replace(/^\n+/, "");
  const before = above === "" ? "" : `${above}\n\n`;
  const text = `${before}${block}\n${below === "" ? "" : `\n${below}`}`;
  const at = select ? before.length + block.indexOf(select) : before.length + block.length;
  return { text, from: at, to: at + (select?.length ?? 0) };
}

/** Puts the selected paragraph into a callout. */
export function callout(s: Selected, type: string, otherwise: string): Selected {
  if (s.from === s.to) return insert(s, `> [!${type.toUpperCase()}]\n> ${otherwise}`, otherwise);
  const start = s.text.lastIndexOf("\n", s.from - 1) + 1;
  const found = s.text.indexOf("\n", s.to);
  const end = found < 0 ? s.text.length : found;
  const quoted = s.text.slice(start, end).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
  const block = `> [!${type.toUpperCase()}]\n${quoted}`;
  return { text: s.text.slice(0, start) + block + s.text.slice(end), from: start, to: start + block.length };
}

/** Replaces what is selected. */
export function replace(s: Selected, by: string): Selected {
  const at = s.from + by.length;
  return { text: s.text.slice(0, s.from) + by + s.text.slice(s.to), from: at, to: at };
}

/** A link in a text, with the place that it takes. */
export interface Link {
  from: number;
  to: number;
  label: string;
  href: string;
  title: string; // with its quotation marks and the space before them
}

/** A link of markdown: its text, its address, its title. A picture begins with "!". */
const links = /(!?)\[((?:\\.|[^\[\]\\\n])*)\]\((?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))*))(\s+"[^"\n]*")?\)/g;

/** Finds the link that the selection is in. */
export function linkAt(s: Selected): Link | null {
  const start = s.text.lastIndexOf("\n", s.from - 1) + 1;
  const found = s.text.indexOf("\n", s.to);
  for (const match of s.text.slice(start, found < 0 ? s.text.length : found).matchAll(links)) {
    const [whole, picture, label, quoted, bare, title] = match;
    const from = start + match.index;
    const to = from + whole.length;
    if (!picture && from <= s.from && s.to <= to) return { from, to, label: label.replace(/\\([[\]\\])/g, "$1"), href: quoted ?? bare, title: title ?? "" };
  }
  return null;
}

/** Makes a link of what is selected. */
export function link(s: Selected, label: string, href: string, title = ""): Selected {
  const safe = label.replace(/([[\]\\])/g, "\\$1");
  return replace(s, `[${safe}](${destination(href)}${title})`);
}

/** Writes an address so that markdown reads all of it. */
export const destination = (href: string): string => (/[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, (c) => encodeURIComponent(c))}>` : href);

/** Goes on with a list, quote or list of tasks at the end of a line; null where the
 *  line is none. An item without text ends the list. */
export function enter(s: Selected): Selected | null {
  if (s.from !== s.to) return null;
  const start = s.text.lastIndexOf("\n", s.from - 1) + 1;
  const line = s.text.slice(start, s.from);
  const found = /^(\s*)(?:([-*+] )(\[[ xX]\] )?|(\d+)([.)] )|(> ))/.exec(line);
  if (!found) return null;
  const [whole, indent, bullet, box, number, dot, quote] = found;
  if (line === whole) return { text: s.text.slice(0, start) + s.text.slice(s.from), from: start, to: start };
  const next = bullet ? bullet + (box ? "[ ] " : "") : number ? `${Number(number) + 1}${dot}` : quote;
  return replace(s, `\n${indent}${next}`);
}
