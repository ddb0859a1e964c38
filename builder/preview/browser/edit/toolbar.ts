// The row of buttons above the text: a toolbar of the keyboard too, with one stop for
// Tab and the arrows inside (ARIA Authoring Practices, Toolbar Pattern).

import { el } from "../dom";
import { say } from "../texts";

/** A button of the toolbar. */
export interface Tool {
  name: string;
  act: () => void;
  /** A sign that stands for its name. */
  sign?: string;
  /** What it does, in more words than its name. */
  about?: string;
  /** A key that does it too, with Ctrl. */
  key?: string;
}

/** Makes the toolbar of groups of tools; the text of each is that of its name. */
export function toolbar(label: string, groups: Tool[][]): HTMLElement {
  const bar = el("div", "tools");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", label);
  for (const group of groups) {
    const part = el("div", "group");
    for (const tool of group) {
      const made = el("button", `tool tool-${tool.name.replaceAll(".", "-")}`, say(tool.name));
      made.type = "button";
      if (tool.sign) {
        made.textContent = tool.sign;
        made.setAttribute("aria-label", say(tool.name));
      }
      const about = tool.about ?? say(tool.name);
      made.title = tool.key ? `${about} (Ctrl+${tool.key.toUpperCase()})` : about;
      made.onclick = tool.act;
      // The text keeps its selection, and the focus where it was.
      made.onpointerdown = (event) => event.preventDefault();
      part.append(made);
    }
    bar.append(part);
  }
  const all = [...bar.querySelectorAll("button")];
  const stop = (at: number): void => all.forEach((each, i) => (each.tabIndex = i === at ? 0 : -1));
  stop(0);
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -all.length, End: all.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = Math.abs(step) > 1 ? (step > 0 ? all.length - 1 : 0) : (now + step + all.length) % all.length;
    stop(next);
    all[next].focus();
  });
  return bar;
}
