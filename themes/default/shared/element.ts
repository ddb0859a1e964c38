// What the elements of several components do alike.

/** A custom element whose listeners end when it leaves the page. */
export abstract class Listener extends HTMLElement {
  private listening?: AbortController;

  connectedCallback(): void {
    this.listening = new AbortController();
    this.begin(this.listening.signal);
  }

  disconnectedCallback(): void {
    this.listening?.abort();
  }

  /** Takes up work; listeners get the signal. */
  protected abstract begin(signal: AbortSignal): void;

  /** The elements within that a selector names. */
  protected all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.querySelectorAll<E>(selector)];
  }

  protected one<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.querySelector<E>(selector);
  }

  /** A text of the page, its open places filled in their order. */
  protected text(name: string, ...values: (string | number)[]): string {
    return fill(this.dataset[name], ...values);
  }
}

/** The button with data-act that was pressed, if one was. */
export function pressed({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-act]") : null;
}

/** A text with its open places {0}, {1} filled. */
export function fill(text = "", ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, i: string) => String(values[Number(i)] ?? place));
}

/** A new element with a class and what it holds. Text becomes text and nothing
 *  else. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, ...parts: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...parts);
  return element;
}

/** What text says, without the white space of its source. */
export function plain(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Says something in a line for a moment, to who looks and to who listens. */
export class Teller {
  private timer = 0;

  constructor(private readonly line: Element | null) {}

  tell(text: string): void {
    if (!this.line) return;
    this.line.textContent = text;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.line!.textContent = ""), told);
  }
}

/** How long that is, in milliseconds. */
const told = 6000;

/** Prints one element of the page; styles/print.css hides the rest. */
export function printOnly(element: HTMLElement): void {
  element.dataset.sheet = "";
  window.addEventListener("afterprint", () => delete element.dataset.sheet, { once: true });
  window.print();
}
