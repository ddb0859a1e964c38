import { Listener, make, plain, pressed } from "../../shared/element";
import { save } from "../../shared/file";
import { openStore } from "../../shared/store";

const store = openStore();

/** The version of the file that holds all of it. */
const version = 1;
/** The most that is read of a file, and of one item of it, in characters. */
const largest = 2_000_000;
const largestItem = 100_000;
const mostShown = 160;

/** What sort of thing a key names, and the page that it belongs to. */
const form = /^(tick|lesson|quiz|draft|form|read)\/([^#]*)(?:#.*)?$|^(searches|visit)$/;

/** Shows all that the browser keeps for this handbook. It can be saved as a file,
 *  read from one, and wiped. */
class Mine extends Listener {
  private sorts!: Map<string, string>;

  protected begin(signal: AbortSignal): void {
    this.sorts = new Map([...this.one<HTMLTemplateElement>("template")!.content.children].map((each) => [each.getAttribute("value")!, plain(each)]));
    this.addEventListener("click", (event) => this.act(pressed(event)), { signal });
    this.one("input")!.addEventListener("change", () => void this.take(), { signal });
    window.addEventListener("storage", () => this.show(), { signal });
    this.show();
  }

  private get file(): HTMLInputElement {
    return this.one<HTMLInputElement>("input[type=file]")!;
  }

  private act(button: HTMLElement | null): void {
    if (button?.dataset.act === "save") this.save();
    else if (button?.dataset.act === "open") this.file.click();
    else if (button?.dataset.act === "wipe" && confirm(this.text("sure"))) this.wipe(store.entries().map(([key]) => key));
    else if (button?.dataset.act === "one") this.wipe(keysOf(button));
  }

  private wipe(keys: string[]): void {
    for (const key of keys) store.remove(key);
    this.show();
    this.tell(this.text("wiped"));
  }

  private tell(text: string): void {
    const line = this.one(".mine-told")!;
    line.textContent = text;
    line.focus();
  }

  private save(): void {
    const items = Object.fromEntries(store.entries());
    save(`${this.text("name")}.json`, "application/json", JSON.stringify({ vaandel: "data", version, items }, null, 2));
  }

  /** Takes over what a file holds, if it is one of ours. */
  private async take(): Promise<void> {
    const [file] = this.file.files ?? [];
    this.file.value = "";
    if (!file) return;
    if (file.size > largest) return this.tell(this.text("large"));
    let read: unknown;
    try {
      read = JSON.parse(await file.text());
    } catch {
      return this.tell(this.text("foreign"));
    }
    const { vaandel, version: written, items } = (typeof read === "object" && read ? read : {}) as Record<string, unknown>;
    if (vaandel !== "data" || typeof items !== "object" || !items) return this.tell(this.text("foreign"));
    if (written !== version) return this.tell(this.text("version"));
    const good = Object.entries(items).filter(([key, value]) => form.test(key) && typeof value === "string" && value.length <= largestItem);
    for (const [key, value] of good) store.set(key, value as string);
    this.show();
    this.tell(this.text("taken", good.length));
  }

  /** Lists what is kept, by sort and page. */
  private show(): void {
    const entries = store.entries();
    const groups = [...this.sorts].flatMap(([sort, name]) => {
      const own = entries.filter(([key]) => key.split("/", 1)[0] === sort);
      return own.length ? [this.group(name, own)] : [];
    });
    const notes = [entries.length ? "" : this.text("none"), store.lasting ? "" : this.text("memory")].filter(Boolean);
    this.one(".mine-list")!.replaceChildren(...notes.map((note) => make("p", "", note)), ...groups);
  }

  private group(name: string, entries: [string, string][]): HTMLElement {
    const pages = new Map<string, [string, string][]>();
    for (const entry of entries) {
      const page = form.exec(entry[0])?.[2] ?? "";
      pages.set(page, [...(pages.get(page) ?? []), entry]);
    }
    const lines = [...pages].map(([page, own]) => this.line(name, page, own));
    return make("section", "", make("h2", "", name), make("ul", "", ...lines));
  }

  /** Says in words what is kept. Anybody may have changed it. */
  private told(own: [string, string][]): string {
    const [sort] = own[0][0].split("/", 1);
    const values = own.map(([, text]) => valueOf(text));
    if (sort === "tick") return this.text("ticked", own.filter(([, text]) => text === "1").length);
    if (sort === "quiz") return this.text("right", values.filter((each) => each.right === true).length, own.length);
    if (sort === "lesson") return this.text(values[0].done === true ? "done" : "open");
    if (sort === "read") return String(values[0].on ?? "");
    if (sort === "draft") return String(values[0].text ?? "");
    if (sort === "searches") return [values[0]].flat().join(", ");
    return sort === "form" ? this.text("filled") : own[0][1];
  }

  private line(name: string, page: string, own: [string, string][]): HTMLElement {
    const root = document.documentElement.dataset.root ?? "";
    const where: (Node | string)[] = [];
    if (page.endsWith(".html")) {
      const link = make("a", "", called(page));
      link.href = root + encodeURI(page);
      where.push(link);
    }
    const value = this.told(own);
    where.push(make("span", "mine-value", value.length > mostShown ? `${value.slice(0, mostShown)}…` : value));
    const button = make("button", "act", this.text("wipe"));
    button.setAttribute("aria-label", `${this.text("wipe")}: ${name} ${called(page)}`.trim());
    button.type = "button";
    button.dataset.act = "one";
    button.dataset.keys = JSON.stringify(own.map(([key]) => key));
    return make("li", "", make("span", "", ...where), button);
  }
}

/** A page by its address, as a name. */
function called(page: string): string {
  const name = page.replace(/(?:\/?index)?\.html$/, "").split("/").at(-1) ?? "";
  return name && name[0].toUpperCase() + name.slice(1).replace(/-/g, " ");
}

/** A value that was kept as JSON; an empty one for any other. */
function valueOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const keysOf = (button: HTMLElement): string[] => JSON.parse(button.dataset.keys ?? "[]") as string[];

customElements.define("vaandel-mine", Mine);
