// The menu of what is done less often. It closes when its author goes elsewhere.

import { el } from "../dom";

/** Makes a menu of links and buttons. */
export function menu(name: string, items: HTMLElement[]): HTMLElement {
  const summary = el("summary", "", name);
  const list = el("div", "", ...items);
  const box = el("details", "menu", summary, list);
  const shut = (): void => {
    box.open = false;
    summary.focus();
  };
  // Before an item acts: a dialog then gives the focus back to a place that is there.
  list.addEventListener("click", shut, { capture: true });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.open) shut();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) box.open = false;
  });
  addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target as Node)) box.open = false;
  });
  addEventListener("blur", () => (box.open = false)); // the page beside the text was clicked
  return box;
}
