import { copied } from "../../shared/clipboard";
import { fill, Listener, plain, pressed, printOnly, Teller } from "../../shared/element";
import { openStore } from "../../shared/store";

const store = openStore();

/** A checklist that keeps its ticks, counts them, and says what comes first. */
class Checklist extends Listener {
  private told!: Teller;
  /** The ticks are those of a link that somebody sent: they are not kept. */
  private lent = false;

  protected begin(signal: AbortSignal): void {
    this.told = new Teller(this.one(".acts-told"));
    this.restore();
    this.addEventListener("change", (event) => this.keep(event.target), { signal });
    this.addEventListener("click", (event) => this.act(pressed(event)?.dataset.act), { signal });
    window.addEventListener("storage", (event) => this.follow(event), { signal });
    window.addEventListener("hashchange", () => this.borrow(), { signal });
    this.borrow();
    this.show();
  }

  private get boxes(): HTMLInputElement[] {
    return this.all<HTMLInputElement>("input[type=checkbox]");
  }

  private get list(): HTMLFieldSetElement {
    return this.one<HTMLFieldSetElement>("fieldset")!;
  }

  private key(box: HTMLInputElement): string {
    return `tick/${this.dataset.key}/${box.id}`;
  }

  /** Takes over what was kept. */
  private restore(): void {
    for (const box of this.boxes) this.take(box, store.get(this.key(box)));
  }

  /** Takes over one tick; for anything but "0" and "1", what the page says. A
   *  browser that fills in forms by itself has no say. */
  private take(box: HTMLInputElement, kept: string | null): void {
    box.checked = kept === "1" || (kept !== "0" && box.defaultChecked);
  }

  private keep(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (!this.lent) store.set(this.key(target), target.checked ? "1" : "0");
    this.show();
  }

  /** Another tab ticked something. */
  private follow(event: StorageEvent): void {
    const key = store.own(event);
    const box = this.boxes.find((each) => this.key(each) === key);
    if (!box || this.lent) return;
    this.take(box, event.newValue);
    this.show();
  }

  private act(act?: string): void {
    if (act === "copy") void this.copy(this.asText(), "copied");
    else if (act === "link") void this.copy(this.address(), "linked");
    else if (act === "print") printOnly(this);
    else if (act === "clear") this.clear();
    else if (act === "own") this.giveBack();
  }

  private async copy(text: string, name: string): Promise<void> {
    this.told.tell(this.text((await copied(text)) ? name : "failed"));
  }

  /** Begins anew, as the page was. */
  private clear(): void {
    for (const box of this.boxes) {
      box.checked = box.defaultChecked;
      if (!this.lent) store.remove(this.key(box));
    }
    this.show();
    this.told.tell(this.text("cleared"));
    this.boxes[0]?.focus();
  }

  /** The list as text, to paste in a message. */
  private asText(): string {
    const lines = this.boxes.map((box) => `[${box.checked ? "x" : " "}] ${plain(box.labels?.[0])}`);
    return [plain(this.one("legend")), ...lines, "", this.progress()].join("\n");
  }

  /** The address of the list with its ticks: #list=101. */
  private address(): string {
    const ticks = this.boxes.map((box) => (box.checked ? "1" : "0")).join("");
    return `${location.href.replace(/#.*/, "")}#${this.list.id}=${ticks}`;
  }

  /** Shows the ticks of an address that somebody sent, beside one's own. */
  private borrow(): void {
    const [id, ticks] = decoded(location.hash.slice(1)).split("=");
    if (id !== this.list.id || !/^[01]+$/.test(ticks ?? "")) return;
    this.lent = true;
    this.boxes.forEach((box, i) => (box.checked = ticks[i] === "1"));
    this.show();
    this.list.scrollIntoView();
  }

  /** Shows one's own ticks again. */
  private giveBack(): void {
    this.lent = false;
    history.replaceState(null, "", `#${this.list.id}`);
    this.restore();
    this.show();
    this.boxes[0]?.focus();
  }

  private progress(): string {
    const boxes = this.boxes;
    return this.text("progress", boxes.filter((box) => box.checked).length, boxes.length);
  }

  private show(): void {
    const boxes = this.boxes;
    const open = boxes.filter((box) => !box.checked);
    const begun = open.length < boxes.length;
    this.toggleAttribute("data-complete", boxes.length > 0 && !open.length);
    this.hide(".checklist-first", !begun || !open.length);
    this.hide(".checklist-done", begun && open.length > 0);
    this.hide(".checklist-done > strong", begun && !open.length);
    this.hide(".checklist-lent", !this.lent);
    if (begun && open.length) this.advise(open[0]);
    this.tellPhase(boxes.length - open.length, boxes.length);
    const status = this.one("[role=status]")!;
    status.textContent = store.lasting || this.lent ? this.progress() : `${this.progress()}. ${this.text("forget")}`;
  }

  /** Tells how far this list is, where the page lists several. */
  private tellPhase(done: number, of: number): void {
    const phase = document.querySelector<HTMLElement>(`[data-phase="${CSS.escape(this.list.id)}"]`);
    const told = phase?.querySelector<HTMLElement>(".phase-told");
    if (!told) return;
    phase!.toggleAttribute("data-done", done === of);
    told.textContent = fill(told.dataset.told, done, of);
  }

  private hide(selector: string, hidden: boolean): void {
    const element = this.one(selector);
    if (element) element.hidden = hidden;
  }

  /** Says what to do first, and what if that is not so: the last paragraph below a
   *  task, where it begins in bold. */
  private advise(box: HTMLInputElement): void {
    const link = this.one<HTMLAnchorElement>(".checklist-first a")!;
    link.href = `#${box.id}`;
    link.textContent = plain(box.labels?.[0]);
    const last = box.closest("li")?.querySelector(":scope > .checklist-more > p:last-child");
    const advice = this.one(".checklist-advice")!;
    advice.replaceChildren(...(last?.firstElementChild?.matches("strong:first-child") ? last.cloneNode(true).childNodes : []));
    advice.hidden = !advice.hasChildNodes();
  }
}

/** What an address says, or nothing where it is broken. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

customElements.define("vaandel-checklist", Checklist);
