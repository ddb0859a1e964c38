import { openStore } from "../../shared/store";

const store = openStore();

/** A checklist that keeps its ticks and counts them. */
class Checklist extends HTMLElement {
  private listening?: AbortController;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const box of this.boxes()) this.restore(box, store.get(this.key(box)));
    this.addEventListener("change", (event) => this.keep(event.target), { signal });
    window.addEventListener("storage", (event) => this.follow(event), { signal });
    this.count();
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  }

  private key(box: HTMLInputElement): string {
    return `${this.dataset.key}/${box.id}`;
  }

  /** Takes over what was kept; for anything but "0" and "1", what the page says.
   *  A browser that fills in forms by itself has no say. */
  private restore(box: HTMLInputElement, kept: string | null): void {
    box.checked = kept === "1" || (kept !== "0" && box.defaultChecked);
  }

  private keep(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    store.set(this.key(target), target.checked ? "1" : "0");
    this.count();
  }

  /** Another tab ticked something. */
  private follow(event: StorageEvent): void {
    const key = store.own(event);
    const box = this.boxes().find((each) => this.key(each) === key);
    if (!box) return;
    this.restore(box, event.newValue);
    this.count();
  }

  private count(): void {
    const boxes = this.boxes();
    const done = boxes.filter((box) => box.checked).length;
    this.toggleAttribute("data-complete", boxes.length > 0 && done === boxes.length);
    const status = this.querySelector("[role=status]");
    if (!status) return;
    const text = (this.dataset.progress ?? "").replace("{0}", String(done)).replace("{1}", String(boxes.length));
    status.textContent = store.lasting ? text : `${text}. ${this.dataset.forget ?? ""}`;
  }
}

customElements.define("vaandel-checklist", Checklist);
