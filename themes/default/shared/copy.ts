import { copied } from "./clipboard";
import { Listener, Teller } from "./element";

/** A button that copies the text, or the address, of the element that data-of
 *  names. Without script that text can be selected as any other. */
class Copy extends Listener {
  protected begin(signal: AbortSignal): void {
    const told = new Teller(this.one("[role=status]"));
    this.one("button")?.addEventListener("click", async () => told.tell(this.text((await copied(this.given())) ? "done" : "failed")), { signal });
  }

  private given(): string {
    const of = document.getElementById(this.dataset.of ?? "");
    return of instanceof HTMLAnchorElement ? of.href : (of?.textContent ?? "").trim();
  }
}

// Scripts that are compiled apart may both have it.
if (!customElements.get("vaandel-copy")) customElements.define("vaandel-copy", Copy);
