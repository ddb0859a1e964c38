// The sides of the editor as tabs (ARIA Authoring Practices, Tabs Pattern).

import { el } from "../dom";

/** A side of the editor. */
export interface Side {
  name: string;
  title: string;
  panel: HTMLElement;
}

/** Makes the row of tabs. shown is told which side is seen. */
export function tabs(label: string, sides: Side[], shown: (name: string) => void): { element: HTMLElement; show: (name: string) => void } {
  const list = el("div", "tabs");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", label);
  const made = sides.map(({ name, title, panel }) => {
    const tab = el("button", `tab tab-${name}`, title);
    tab.type = "button";
    tab.id = `v-tab-${name}`;
    panel.id = `v-panel-${name}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.onclick = () => show(name);
    list.append(tab);
    return tab;
  });
  const show = (name: string): void => {
    sides.forEach((side, i) => {
      const on = side.name === name;
      made[i].setAttribute("aria-selected", String(on));
      made[i].tabIndex = on ? 0 : -1;
      side.panel.classList.toggle("shown", on);
    });
    shown(name);
  };
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const seen = made.filter((each) => each.offsetParent !== null);
    const next = seen[(seen.indexOf(document.activeElement as HTMLButtonElement) + step + seen.length) % seen.length];
    next.focus();
    next.click();
  });
  return { element: list, show };
}
