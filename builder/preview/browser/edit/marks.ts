// What each line of a text is, for its colour: the same rules as markdown's, but only
// by the look of a line. It colours and never decides.

/** Returns the class of each line. */
export function classes(lines: string[]): string[] {
  let front = lines[0]?.trim() === "---" || lines[0]?.trim() === "+++" ? lines[0].trim() : "";
  let fence = "";
  return lines.map((line, i) => {
    if (front) {
      if (i > 0 && line.trim() === front) front = "";
      return "front";
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = "";
      return "code";
    }
    if (mark) {
      fence = mark;
      return "code";
    }
    if (/^\s{0,3}#{1,6}(\s|$)/.test(line)) return "heading";
    if (/^\s{0,3}>/.test(line)) return "quote";
    return "";
  });
}

/** Returns the class of each line of handbook.yaml: a remark stands back. */
export const settingClasses = (lines: string[]): string[] => lines.map((line) => (/^\s*#/.test(line) ? "front" : "data"));

/** The signs of markdown inside of a line, and the addresses of links. */
const signs = /(\*\*|__|`)|(!?\[\[|\]\])|(\]\([^)\n]*\))|(!?\[)|(^\s*(?:[-*+]|\d+[.)])(?:\s\[[ xX]\])?\s)/g;

/** Puts a line into an element, its signs apart. */
export function paint(element: HTMLElement, line: string, name: string): void {
  element.className = name;
  if (/^(front|code|data)\b/.test(name) || line.length > 2000) {
    element.textContent = line + "\n";
    return;
  }
  const parts: (Node | string)[] = [];
  let last = 0;
  for (const found of line.matchAll(signs)) {
    parts.push(line.slice(last, found.index));
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.textContent = found[0];
    parts.push(sign);
    last = found.index + found[0].length;
  }
  element.replaceChildren(...parts, line.slice(last) + "\n");
}
