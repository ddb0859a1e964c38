// Two texts of one file: the author's and the one on disk, side by side.

import { button, el } from "../dom";
import { say } from "../texts";
import { closed, opened } from "./dialog";

/** So many lines are compared one by one; of more only the middle that differs is
 *  shown. */
const most = 2000;

/** Tells which lines of two texts have no equal in the other, by the longest common
 *  sequence. */
export function different(a: string[], b: string[]): [boolean[], boolean[]] {
  let top = 0;
  while (top < a.length && top < b.length && a[top] === b[top]) top++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - top && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [n, m] = [a.length - top - end, b.length - top - end];
  const inA = a.map((_, i) => i >= top && i < a.length - end);
  const inB = b.map((_, i) => i >= top && i < b.length - end);
  if (n * m > most * most) return [inA, inB];
  const lengths = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i][j] = a[top + i] === b[top + j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[top + i] === b[top + j]) {
      inA[top + i] = inB[top + j] = false;
      i++;
      j++;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return [inA, inB];
}

/** Shows both texts and asks which one to go on with. Nothing is written here. */
export function askConflict(mine: string, disk: string, choose: (which: "mine" | "disk") => void): void {
  const [a, b] = [mine.split("\n"), disk.split("\n")];
  const [inA, inB] = different(a, b);
  const side = (title: string, lines: string[], marked: boolean[]): HTMLElement => {
    const text = el("div", "lines", ...lines.map((line, i) => el(marked[i] ? "mark" : "div", "", line || " ")));
    text.tabIndex = 0;
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", title);
    return el("section", "", el("h3", "", title), text);
  };
  const heading = el("h2", "", say("conflict"));
  heading.id = "v-conflict";
  const pick = (which: "mine" | "disk"): void => {
    closed(box);
    choose(which);
  };
  const box = el("dialog", "wide", heading, el("p", "", say("conflict.about")),
    el("div", "both", side(say("conflict.mine"), a, inA), side(say("conflict.disk"), b, inB)),
    el("p", "buttons", button("primary", say("conflict.keep"), () => pick("mine")), button("", say("conflict.take"), () => pick("disk")), button("", say("conflict.later"), () => closed(box))));
  box.setAttribute("aria-labelledby", heading.id);
  opened(box);
  box.querySelector<HTMLElement>(".lines mark")?.scrollIntoView({ block: "center" });
}
