import { make } from "../../shared/element";

/** The list below a combobox. The focus stays in the field, which says what
 *  option is the active one. */
export class Options {
  private active = -1;
  private scrolled = false;
  private readonly label: string;

  constructor(
    private list: HTMLElement,
    private input: HTMLInputElement,
  ) {
    this.label = list.dataset.label ?? "";
    list.setAttribute("role", "listbox");
    list.addEventListener("scroll", () => (this.scrolled = true), { passive: true });
  }

  get empty(): boolean {
    return !this.list.hasChildNodes();
  }

  /** An option that is a link or button, so that each kind of click does what the
   *  browser does with those. */
  make<K extends "a" | "button">(tag: K, name: string, ...parts: (Node | string)[]): HTMLElementTagNameMap[K] {
    const option = make(tag, name, ...parts) as HTMLElement;
    option.setAttribute("role", "option");
    option.tabIndex = -1;
    if (tag === "button") option.setAttribute("type", "button");
    return option as HTMLElementTagNameMap[K];
  }

  /** Shows these, none of them active, under a name other than the usual one. */
  set(nodes: Node[], label = ""): void {
    this.list.replaceChildren(...nodes);
    this.list.hidden = this.empty;
    this.list.setAttribute("aria-label", label || this.label);
    if (this.scrolled) this.list.scrollTop = 0; // it lays out the page, so only if need be
    this.scrolled = false;
    this.all().forEach((option, i) => (option.id = `${this.list.id}-${i}`));
    this.input.setAttribute("aria-expanded", String(!this.empty));
    this.leave();
  }

  /** The option below a mouse or finger. */
  at(event: Event): HTMLElement | null {
    return (event.target as Element).closest<HTMLElement>("[role=option]");
  }

  /** Makes the next option active, or the one before; behind the last comes the
   *  first. */
  move(step: 1 | -1): void {
    const n = this.all().length;
    this.activate(this.active < 0 && step < 0 ? n - 1 : (this.active + step + n) % n);
  }

  /** Makes none active. */
  leave(): void {
    this.activate(-1);
  }

  /** Clicks the active option, with the keys that are held; false without one. */
  press({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const option = this.all()[this.active];
    option?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    return option !== undefined;
  }

  private all(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private activate(at: number): void {
    this.active = at;
    this.all().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = this.all()[at];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }
}
