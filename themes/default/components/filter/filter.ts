import { Listener } from "../../shared/element";

/** Shows those items of the element data-of that have what was chosen. An item has
 *  its values in data attributes of the same name, parted by "|". Without script
 *  all are there. */
class Filter extends Listener {
  protected begin(signal: AbortSignal): void {
    for (const select of this.selects) {
      const values = [...new Set(this.items.flatMap((item) => valuesOf(item, select)))].sort((a, b) => a.localeCompare(b));
      const chosen = select.value;
      select.replaceChildren(new Option(this.text("every"), ""), ...values.map((value) => new Option(value, value)));
      select.value = values.includes(chosen) ? chosen : "";
    }
    this.addEventListener("change", () => this.show(true), { signal });
    this.show(false);
  }

  private get selects(): HTMLSelectElement[] {
    return this.all<HTMLSelectElement>("select");
  }

  private get host(): HTMLElement | null {
    return document.getElementById(this.dataset.of ?? "");
  }

  private get items(): HTMLElement[] {
    const keys = this.selects.map((select) => `[data-${select.dataset.key}]`).join("");
    return [...(this.host?.querySelectorAll<HTMLElement>(keys) ?? [])];
  }

  private show(told: boolean): void {
    let left = 0;
    for (const item of this.items) {
      item.hidden = this.selects.some((select) => select.value && !valuesOf(item, select).includes(select.value));
      if (!item.hidden) left++;
    }
    for (const group of this.host?.querySelectorAll<HTMLElement>(".filter-group") ?? []) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    if (told) this.one("[role=status]")!.textContent = this.text(left === 0 ? "none" : left === 1 ? "single" : "many", left);
  }
}

function valuesOf(item: HTMLElement, select: HTMLSelectElement): string[] {
  return (item.dataset[select.dataset.key ?? ""] ?? "").split("|").filter(Boolean);
}

customElements.define("vaandel-filter", Filter);
