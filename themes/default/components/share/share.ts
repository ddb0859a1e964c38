/** How long a button tells that it did its work, in milliseconds. */
const told = 4000;

/** A button that copies the text, or the address, of the element that data-of
 *  names. Without script that text can be selected as any other. */
class Copy extends HTMLElement {
  private listening?: AbortController;
  private timer = 0;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.querySelector("button")?.addEventListener("click", () => void this.copy(), { signal });
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    clearTimeout(this.timer);
  }

  private async copy(): Promise<void> {
    const of = document.getElementById(this.dataset.of ?? "");
    const text = of instanceof HTMLAnchorElement ? of.href : (of?.textContent ?? "").trim();
    this.tell((await copied(text)) ? this.dataset.done : this.dataset.failed);
  }

  /** Says what happened, to who looks and to who listens, for a moment. */
  private tell(text = ""): void {
    const status = this.querySelector("[role=status]");
    if (!status) return;
    status.textContent = text;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (status.textContent = ""), told);
  }
}

/** Puts text on the clipboard and tells whether that went well. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text); // an intranet without https has no clipboard
  }
}

/** The old way: selects the text in a field that nobody sees. */
function copiedBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

customElements.define("vaandel-copy", Copy);
