import "../../shared/copy";
import { Listener } from "../../shared/element";

/** An example of a message, which can be opened where messages are checked. */
class Post extends Listener {
  protected begin(signal: AbortSignal): void {
    const link = this.one<HTMLAnchorElement>(".post-open");
    link?.addEventListener("click", () => (link.href = this.handed(link.href)), { signal });
  }

  /** The address with the message behind it, which the page takes out again. */
  private handed(address: string): string {
    const { network = "", type = "" } = this.dataset;
    const text = this.one(".post-text")?.textContent ?? "";
    return `${address.replace(/#.*/, "")}#${new URLSearchParams({ text, network, type })}`;
  }
}

customElements.define("vaandel-post", Post);
