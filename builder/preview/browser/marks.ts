// Marks on the page what is wrong with its text: under the words themselves, without
// changing anything in the page (CSS Custom Highlight API).

import type { Fault } from "./dom";
import { type Place, places } from "./lines";

const names = { error: "vaandel-error", warning: "vaandel-warning" } as const;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  ::highlight(vaandel-warning) { text-decoration: underline wavy #b07000 1.5px; text-underline-offset: 3px; }
  ::highlight(vaandel-error) { text-decoration: underline wavy #c0392b 1.5px; text-underline-offset: 3px; }
  @media print { ::highlight(vaandel-warning), ::highlight(vaandel-error) { text-decoration: none; } }
`);

/** The word of a source at a column, from 1. */
function wordAt(source: string, column: number): string {
  const letters = [...source].slice(column - 1).join("");
  return /^[^\p{L}\p{N}]{0,3}([\p{L}\p{N}][\p{L}\p{N}'’@.-]*[\p{L}\p{N}]|[\p{L}\p{N}])/u.exec(letters)?.[1] ?? "";
}

/** How often a word stands in a source before a column. */
function before(source: string, column: number, word: string): number {
  return [...source].slice(0, column - 1).join("").split(word).length - 1;
}

/** The range of the nth time that a word stands in an element; of all of its text,
 *  where it is not there. */
function rangeOf(element: Element, word: string, nth: number): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  if (!word) return range;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (nth-- > 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      return range;
    }
  }
  return range;
}

/** The innermost block in which a line stands: the last that begins at or above it. */
function blockAt(blocks: Place[], line: number): Place | undefined {
  let found: Place | undefined;
  for (const block of blocks) if (block.line <= line) found = block;
  return found;
}

/** Marks the faults of the page's own source. */
export async function mark(page: string, source: string, faults: Fault[]): Promise<void> {
  if (!CSS.highlights) return; // an older browser has the list
  const own = faults.filter((each) => each.file === source && each.line);
  const blocks = own.length ? await places(page) : [];
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  for (const severity of ["warning", "error"] as const) {
    const ranges: Range[] = [];
    for (const { line, column, source: text } of own.filter((each) => each.severity === severity)) {
      const block = blockAt(blocks, line!);
      if (!block || line! < blocks[0].line) continue; // in what stands above the text
      const word = wordAt(text ?? "", column ?? 1);
      ranges.push(rangeOf(block.element, word, block.line === line ? before(text ?? "", column ?? 1, word) : 0));
    }
    CSS.highlights.set(names[severity], new Highlight(...ranges));
  }
}
