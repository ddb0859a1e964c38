import { Listener } from "../../shared/element";

/** A button that prints the document. Without script there is none: the menu of
 *  the browser does the same. */
class Print extends Listener {
  protected begin(signal: AbortSignal): void {
    this.one("button")?.addEventListener("click", () => window.print(), { signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hidden = true;
  }
}

customElements.define("vaandel-print", Print);
