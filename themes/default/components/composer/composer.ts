import { copied } from "../../shared/clipboard";
import { fill, Listener, make, plain, pressed, Teller } from "../../shared/element";
import { openStore } from "../../shared/store";
import { Against, check, Finding, places } from "./check";
import { count, links } from "./count";

const store = openStore();
const draftKey = "draft/message";
/** How long the reader must pause before what stands out is told, in milliseconds. */
const pause = 350;
const mostFindings = 12;

/** Where a message is checked. What is typed stays in the page: it goes nowhere,
 *  and into the browser's storage only where the reader asks for that. */
class Composer extends Listener {
  private told!: Teller;
  private texts!: Map<string, string>;
  private against!: Omit<Against, "shared" | "picture" | "alt">;
  /** The link of what somebody wants to share, or "". */
  private source = "";
  /** The type whose rules are open. */
  private ruled = "";
  private timer = 0;

  protected begin(signal: AbortSignal): void {
    this.told = new Teller(this.one(".acts-told"));
    const held = (name: string) => this.one<HTMLTemplateElement>(name)!.content;
    this.texts = new Map([...held(".composer-texts").children].map((each) => [each.getAttribute("value")!, plain(each)]));
    this.against = {
      choices: this.all(".composer-list tr[data-say]").map(({ dataset, cells }: any) => ({
        say: dataset.say,
        not: [...cells[1].children].map(plain),
        why: plain(cells[2]),
      })),
      secrets: [...held(".composer-secrets").querySelectorAll("dl")].map((each) => ({
        name: plain(each.querySelector("dt")),
        words: [...each.querySelectorAll("dd")].map(plain),
        looks: each.dataset.looks ?? "",
      })),
    };
    this.addEventListener("input", (event) => this.typed(event.target), { signal });
    this.addEventListener("click", (event) => this.act(pressed(event)), { signal });
    window.addEventListener("hashchange", () => this.receive(), { signal });
    this.restore();
    this.receive();
    this.look();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get message(): HTMLTextAreaElement {
    return this.one<HTMLTextAreaElement>("#v-message")!;
  }

  private field(id: string): HTMLInputElement {
    return this.one<HTMLInputElement>(`#${id}`)!;
  }

  private get type(): string {
    return this.one<HTMLInputElement>("[name=v-type]:checked")?.value ?? "";
  }

  private get networks(): HTMLInputElement[] {
    return this.all<HTMLInputElement>(".composer-networks input:checked");
  }

  private say(name: string, ...values: (string | number)[]): string {
    return fill(this.texts.get(name), ...values);
  }

  /** Takes what a page of the handbook hands over in the address, a template or
   *  something to share, and takes it out of the address. */
  private receive(): void {
    const given = new URLSearchParams(location.hash.slice(1));
    if (![...given.keys()].some((key) => ["text", "type", "network", "share"].includes(key))) return;
    history.replaceState(null, "", location.pathname + location.search);
    const text = given.get("text");
    if (text && this.message.value.trim() && !confirm(this.say("over"))) return;
    if (text) this.message.value = text.slice(0, this.message.maxLength);
    this.choose("[name=v-type]", given.get("type"));
    this.choose(".composer-networks input", given.get("network"));
    const source = given.get("share") ?? "";
    if (/^https?:\/\//i.test(source)) this.share(source, given.get("title") ?? "");
    this.look();
    (source ? this.field("v-opinion-yes") : this.message).focus();
  }

  private choose(selector: string, value: string | null): void {
    for (const field of this.all<HTMLInputElement>(selector)) if (field.value === value) field.checked = true;
  }

  /** Asks first what the reader thinks of what is to be shared. */
  private share(source: string, title: string): void {
    this.source = source;
    this.one(".composer-opinion")!.hidden = false;
    this.one(".composer-source")!.textContent = this.say("source", title || source);
  }

  private typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    if (target.dataset.place !== undefined) return;
    if (target.id === "v-keep" && !this.field("v-keep").checked) store.remove(draftKey);
    if (target.getAttribute("name") === "v-opinion") this.opine();
    this.count();
    this.keep();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.look(), pause);
  }

  private opine(): void {
    const yes = this.field("v-opinion-yes").checked;
    this.one(".composer-let")!.hidden = yes;
    this.one(".composer-say")!.hidden = !yes;
  }

  private act(button: HTMLElement | null): void {
    const act = button?.dataset.act;
    if (act === "copy") void this.copy(this.message.value);
    else if (act === "copy-alt") void this.copy(this.field("v-alt").value);
    else if (act === "clear") this.clear();
    else if (act === "put") this.put();
    else if (act === "show") this.select(Number(button!.dataset.from), Number(button!.dataset.to));
    else if (act === "replace") this.replace(button!.dataset);
    else if (act === "fill") this.fillIn();
  }

  private async copy(text: string): Promise<void> {
    this.told.tell(this.say((await copied(text)) ? "copied" : "failed"));
  }

  private clear(): void {
    this.message.value = this.field("v-alt").value = this.field("v-think").value = this.field("v-say").value = "";
    this.field("v-picture").checked = this.field("v-keep").checked = false;
    store.remove(draftKey);
    this.look();
    this.told.tell(this.say("cleared"));
    this.message.focus();
  }

  /** Puts what the reader thinks into the message, above what stands there and the
   *  link. */
  private put(): void {
    const old = this.message.value.trim();
    const lines = [this.field("v-think").value.trim(), this.field("v-say").value.trim(), old, old.includes(this.source) ? "" : this.source];
    this.message.value = lines.filter(Boolean).join("\n\n");
    this.keep();
    this.look();
    this.message.focus();
  }

  private select(from: number, to: number): void {
    this.message.focus();
    this.message.setSelectionRange(from, to);
  }

  /** Puts a word in the place of another, if that is still there. */
  private replace({ from, to, old = "", say = "" }: DOMStringMap): void {
    if (this.message.value.slice(Number(from), Number(to)) !== old) return this.look();
    const large = /^\p{Lu}/u.test(old);
    this.message.setRangeText(large ? say[0].toUpperCase() + say.slice(1) : say, Number(from), Number(to), "end");
    this.keep();
    this.look();
    this.message.focus();
  }

  /** Fills the open places of a template. */
  private fillIn(): void {
    const values = new Map(this.all<HTMLInputElement>("[data-place]").map((field) => [field.dataset.place!, field.value.trim()]));
    this.message.value = this.message.value.replace(places, (place, name: string) => values.get(name) || place);
    this.keep();
    this.look();
    this.message.focus();
  }

  /** Shows what stands out, how long the message is, and what it looks like. */
  private look(): void {
    clearTimeout(this.timer);
    const picture = this.field("v-picture").checked;
    this.one(".composer-alt")!.hidden = !picture;
    this.one("[data-act=copy-alt]")!.hidden = !picture;
    this.showRules();
    this.askPlaces();
    this.tellFindings(this.count());
    this.preview();
  }

  /** Opens the rules of the type that was chosen. */
  private showRules(): void {
    if (this.type === this.ruled) return;
    this.ruled = this.type;
    for (const rules of this.all<HTMLDetailsElement>(".composer-rules")) {
      rules.hidden = rules.dataset.type !== this.type;
      rules.open = !rules.hidden;
    }
  }

  /** Shows how long the message is, and returns for which networks it is too long,
   *  by how much. */
  private count(): Finding[] {
    const text = this.message.value;
    const long: Finding[] = [];
    const lines = this.networks.map(({ dataset }) => {
      const { name = "", checked = "" } = dataset;
      const limit = Number(dataset.limit);
      const n = count(text, { weighted: dataset.count === "weighted", link: Number(dataset.link) });
      if (limit && n > limit) long.unshift({ what: "long", values: [name, String(n - limit)], from: 0, to: 0 });
      const line = make("li", n > limit && limit ? "composer-over" : "", limit ? this.say("counted_of", name, n, limit) : this.say("counted", name, n));
      if (limit && checked) line.append(make("span", "small", ` (${this.say("checked", checked)})`));
      return line;
    });
    this.one(".composer-counts")!.replaceChildren(...lines);
    return long;
  }

  /** Offers a field for each open place of a template. */
  private askPlaces(): void {
    const names = [...new Set([...this.message.value.matchAll(places)].map((m) => m[1]))].slice(0, 12);
    const host = this.one(".composer-places")!;
    const shown = this.all("[data-place]").map((each) => each.dataset.place);
    host.hidden = !names.length;
    if (JSON.stringify(shown) === JSON.stringify(names)) return;
    const fields = names.map((name, i) => {
      const input = make("input", "");
      Object.assign(input, { type: "text", id: `v-place${i}`, autocomplete: "off", maxLength: 200 });
      input.dataset.place = name;
      const label = make("label", "", name);
      label.htmlFor = input.id;
      return make("p", "", label, " ", input);
    });
    const button = make("button", "act", this.say("fill"));
    button.type = "button";
    button.dataset.act = "fill";
    host.replaceChildren(...fields, ...(names.length ? [button] : []));
  }

  private tellFindings(long: Finding[]): void {
    const text = this.message.value;
    const found = [...long, ...check(text, {
      ...this.against,
      shared: this.source !== "",
      picture: this.field("v-picture").checked,
      alt: this.field("v-alt").value,
    })];
    this.one(".composer-found > ol")!.replaceChildren(...found.slice(0, mostFindings).map((each) => this.line(each)));
    const verdict = !text.trim() ? "empty" : !found.length ? "good" : found.length === 1 ? "one" : "many";
    const status = this.one(".composer-verdict")!;
    const said = this.say(verdict, found.length);
    if (status.textContent !== said) status.textContent = said;
    this.one(".composer-found")!.toggleAttribute("data-good", verdict === "good");
  }

  private line({ what, values, from, to, instead }: Finding): HTMLElement {
    const why = what === "word" ? values[2] : "";
    const line = make("li", "", make("p", "", this.say(what, ...values), why ? make("span", "small", ` ${why}`) : ""));
    const buttons: HTMLElement[] = [];
    if (to > from) buttons.push(this.button("show", this.say("show"), { from, to }));
    if (instead) buttons.push(this.button("replace", this.say("replace", instead), { from, to, old: values[0], say: instead }));
    if (buttons.length) line.append(make("p", "composer-do-it", ...buttons));
    return line;
  }

  private button(act: string, text: string, data: Record<string, string | number>): HTMLElement {
    const button = make("button", "act", text);
    button.type = "button";
    button.dataset.act = act;
    for (const [key, value] of Object.entries(data)) button.dataset[key] = String(value);
    return button;
  }

  private preview(): void {
    const text = this.message.value.trim();
    this.one(".composer-preview")!.hidden = !text;
    const parts: (Node | string)[] = [];
    let at = 0;
    const marked = new RegExp(`${links.source}|(?<![\\w&/])[#@][\\p{L}\\p{N}_.]+`, "giu");
    for (const m of text.matchAll(marked)) {
      parts.push(text.slice(at, m.index), make("span", "composer-link", m[0]));
      at = m.index! + m[0].length;
    }
    this.one(".composer-preview .post-text")!.replaceChildren(...parts, text.slice(at));
    const image = this.one(".composer-image")!;
    image.hidden = !this.field("v-picture").checked;
    image.textContent = this.field("v-alt").value.trim() || this.say("image");
  }

  /** Keeps the draft, where the reader asked for that. */
  private keep(): void {
    if (!this.field("v-keep").checked) return;
    const draft = {
      text: this.message.value, alt: this.field("v-alt").value, picture: this.field("v-picture").checked,
      type: this.type, networks: this.networks.map((each) => each.value),
    };
    store.set(draftKey, JSON.stringify(draft));
    if (!store.lasting) this.told.tell(this.say("forget"));
  }

  /** Takes over a draft. Anybody may have changed it. */
  private restore(): void {
    let draft: Record<string, unknown> = {};
    try {
      const kept: unknown = JSON.parse(store.get(draftKey) ?? "{}");
      if (typeof kept === "object" && kept) draft = kept as Record<string, unknown>;
    } catch {
      return;
    }
    if (typeof draft.text !== "string") return;
    this.message.value = draft.text.slice(0, this.message.maxLength);
    if (typeof draft.alt === "string") this.field("v-alt").value = draft.alt.slice(0, 1000);
    this.field("v-picture").checked = draft.picture === true;
    this.field("v-keep").checked = true;
    this.choose("[name=v-type]", String(draft.type));
    if (Array.isArray(draft.networks)) for (const each of draft.networks) this.choose(".composer-networks input", String(each));
  }
}

customElements.define("vaandel-composer", Composer);
