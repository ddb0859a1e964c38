/** A button that prints the document. Without script there is none: the menu of
 *  the browser does the same. */
class Print extends HTMLElement {
  private listening?: AbortController;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.querySelector("button")?.addEventListener("click", () => window.print(), { signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    this.hidden = true;
  }
}

customElements.define("vaandel-print", Print);
