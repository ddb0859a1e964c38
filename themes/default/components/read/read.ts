import { isDay, today, written } from "../../shared/day";
import { Listener, pressed, printOnly } from "../../shared/element";
import { openStore } from "../../shared/store";

const store = openStore();

/** What is kept: which text was read, and on which day (2026-01-31). */
interface Read {
  hash: string;
  version: string;
  on: string;
}

/** Lets the reader confirm that they have read this version of a policy. Only their
 *  own browser knows. */
class Confirm extends Listener {
  protected begin(signal: AbortSignal): void {
    this.addEventListener("click", (event) => this.act(pressed(event)?.dataset.act), { signal });
    window.addEventListener("storage", () => this.show(), { signal });
    this.show();
  }

  private get key(): string {
    return `read/${this.dataset.page}`;
  }

  private act(act?: string): void {
    if (act === "confirm") {
      const { hash = "", version = "" } = this.dataset;
      store.set(this.key, JSON.stringify({ hash, version, on: today() }));
    } else if (act === "undo") store.remove(this.key);
    else if (act === "print") return printOnly(this.one(".read-receipt")!);
    else return;
    this.show();
    this.one<HTMLElement>(act === "confirm" ? "[data-act=print]" : "[data-act=confirm]")?.focus();
  }

  private show(): void {
    const last = kept(store.get(this.key));
    const current = last?.hash === this.dataset.hash;
    const status = this.one(".read-state")!;
    this.first ??= status.textContent ?? "";
    const told = !last ? this.first : this.text(current ? "done" : "changed", written(last.on));
    status.textContent = current && !store.lasting ? `${told} ${this.text("forget")}` : told;
    this.toggleAttribute("data-read", current);
    this.hide("[data-act=confirm]", current);
    for (const each of ["[data-act=print]", "[data-act=undo]", "a"]) this.hide(each, !current);
    this.tellChanges(last && !current ? last.on : null);
    if (last && current) this.receipt(last);
  }

  /** What the line says before anything was confirmed. */
  private first?: string;

  private hide(selector: string, hidden: boolean): void {
    const element = this.one(selector);
    if (element) element.hidden = hidden;
  }

  /** Shows what the page says has changed since a day. */
  private tellChanges(since: string | null): void {
    const list = this.one(".read-changes")!;
    const changes = since ? [...document.querySelectorAll(".changes dl > div")].filter((each) => (each.querySelector("time")?.dateTime ?? "") > since) : [];
    list.replaceChildren(...changes.map((each) => each.cloneNode(true)));
    list.hidden = !changes.length;
  }

  private receipt({ version, on, hash }: Read): void {
    const text = this.text("receipt", this.dataset.title ?? "", version, written(on), hash);
    this.one(".read-receipt")!.textContent = text;
    const mail = this.one<HTMLAnchorElement>("a");
    if (mail) mail.href = `mailto:${mail.dataset.to}?subject=${encodeURIComponent(this.text("subject", this.dataset.title ?? ""))}&body=${encodeURIComponent(text)}`;
  }
}

/** Reads what was kept, which anybody may have changed. */
function kept(text: string | null): Read | null {
  try {
    const { hash, version, on } = JSON.parse(text ?? "null") ?? {};
    if (typeof hash !== "string" || typeof version !== "string" || !isDay(on)) return null;
    return { hash, version: version.slice(0, 40), on };
  } catch {
    return null;
  }
}

customElements.define("vaandel-read", Confirm);
