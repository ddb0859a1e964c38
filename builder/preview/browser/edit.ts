// Writing a page in the browser: its text on one side, the page on the other.

import { type Fault, type Message, anchor, button, el, listen, parsed } from "./dom";
import { begin, callout, destination, insert, link, linkAt, replace, wrap, type Selected } from "./edit/actions";
import { type Choices, type Text, Refused, api } from "./edit/api";
import { Area } from "./edit/area";
import { askConflict } from "./edit/conflict";
import { Drafts, first, forget, keep, kept } from "./edit/drafts";
import { Form } from "./edit/form";
import { classes, settingClasses } from "./edit/marks";
import { menu } from "./edit/menu";
import { Pane } from "./edit/pane";
import { askLeave, askLink, askName, askNew, askPicture, why } from "./edit/questions";
import { tabs } from "./edit/tabs";
import { type Tool, toolbar } from "./edit/toolbar";
import { Wrong } from "./edit/wrong";
import { configFile } from "./open";
import { say, speak } from "./texts";

const asked = new URLSearchParams(location.search);

/** One page that is being written. */
class Editor {
  private readonly area: Area;
  private readonly pane: Pane;
  private readonly form: Form;
  private readonly drafts: Drafts;
  private readonly saveButton = button("primary", say("save"), () => void this.save());
  private readonly state = el("p", "state");
  private readonly notice = el("div", "notice");
  private readonly wrong: Wrong;
  private readonly elsewhere = el("div", "elsewhere");
  /** Tells why the page beside the text is not what the text is. */
  private readonly behind = el("p", "behind");
  /** Whether this is handbook.yaml: it has no page, no form and no markdown. */
  private readonly config: boolean;
  private version: string;
  private saved: string;
  private timer = 0;
  private saving = false;
  private base = "/";

  constructor(private readonly page: Text, private readonly choices: Choices, lang: string) {
    this.version = page.version;
    this.saved = page.text;
    this.config = page.file === configFile;
    const draft = kept(page.file);
    const text = draft?.version === page.version ? draft.text : page.text;
    this.area = new Area(`vaandel-undo/${page.file}`, text, say("text"), lang, () => this.changed(), this.config ? settingClasses : classes);
    this.drafts = new Drafts(page.file);
    this.pane = new Pane(say("page"), this.area, (path) => this.visited(path));
    this.form = new Form(page.file, choices, () => this.area.text, (next) => this.area.exchange(next), (line) => this.go(line));
    this.wrong = new Wrong((fault) => this.leads(fault), (faults) => this.faults(faults));
    this.state.setAttribute("role", "status");
    this.notice.setAttribute("role", "status");
    this.build();
    this.keys();
    this.told();
    if (draft && draft.text !== page.text) this.returned(draft.text, draft.version, draft.time);
    else if (first()) this.tell(say("first"));
  }

  // ---- What there is ----

  private build(): void {
    const { page } = this;
    const title = this.config ? say("config") : page.title;
    document.title = `${title} – ${say("edit")}`;
    const text = el("section", "side side-text", this.tools(), this.area.element);
    const data = el("section", "side side-data", this.form.element);
    const shown = el("section", "side side-page", this.behind, this.elsewhere, this.pane.element);
    const sides = [{ name: "text", title: say("text"), panel: text }, { name: "data", title: say("data"), panel: data }, { name: "page", title: say("page"), panel: shown }];
    if (this.config) sides.splice(1, 1);
    const row = tabs(say("sides"), sides, (name) => {
      document.body.dataset.side = name;
      if (name === "data") void this.form.draw();
    });
    this.showSide = row.show;
    const more = menu(say("more"), this.config ? [button("", say("new"), () => askNew(this.choices))] : [
      button("", say("new"), () => askNew(this.choices, page.file)),
      button("", say("rename"), () => this.rename()),
      anchor("", say("config"), `/_vaandel/edit?file=${configFile}`)]);
    const back = anchor("back", say("back"), this.base + page.address);
    back.onclick = (event) => this.leave(event, back.href);
    this.saveButton.title = `${say("save")} (Ctrl+S)`;
    const head = el("header", "head", back, el("div", "what", el("h1", "", title), el("p", "", page.file)), this.state, more, this.saveButton);
    document.body.replaceChildren(head, el("main", "desk", this.notice, row.element, el("div", "sides", text, data, shown, this.wrong.element), this.wrong.voice));
    row.show("text");
    this.turn();
    this.stand();
    this.place();
  }

  private showSide: (name: string) => void = () => undefined;

  /** Puts the caret where the author wants to begin: at the line that was asked for,
   *  else where the text begins below the front matter. */
  private place(): void {
    const line = Number(asked.get("line"));
    if (line > 0) return this.go(line, Number(asked.get("column")) || 1);
    const lines = this.area.text.split("\n");
    const end = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
    const first = lines.findIndex((each, i) => i >= end && each.trim() !== "");
    this.area.go(Math.max(0, first) + 1);
    this.area.field.scrollTop = this.area.topOf(Math.max(0, first) + 1) - 16;
  }

  private go(line: number, column = 1): void {
    this.showSide("text");
    this.area.go(line, column);
  }

  private act(change: (s: Selected) => Selected): void {
    this.area.put(change(this.area.selected));
    this.area.field.focus();
  }

  /** Opens the page beside the text; a draft has none. */
  private turn(): void {
    const seen = this.config || this.page.address !== "";
    this.pane.element.hidden = !seen;
    this.behind.textContent = seen ? "" : say("draft");
    if (seen) this.pane.open(this.base + this.page.address);
  }

  private tools(): HTMLElement {
    const act = (change: (s: Selected) => Selected) => () => this.act(change);
    const steps: Tool[] = [{ name: "undo", sign: "↶", key: "z", act: () => this.area.undo() }, { name: "redo", sign: "↷", key: "y", act: () => this.area.redo() }];
    if (this.config) return toolbar(say("tools"), [steps]);
    return toolbar(say("tools"), [
      steps,
      [{ name: "heading", act: act((s) => begin(s, "## ")) }, { name: "subheading", act: act((s) => begin(s, "### ")) }],
      [{ name: "bold", key: "b", act: act((s) => wrap(s, "**", say("bold.text"))) }, { name: "italic", key: "i", act: act((s) => wrap(s, "*", say("italic.text"))) }],
      [{ name: "list", act: act((s) => begin(s, "- ")) }, { name: "numbers", act: act((s) => begin(s, "1. ")) }, { name: "task", act: act((s) => begin(s, "- [ ] ")) }],
      [{ name: "link", key: "k", act: () => this.link() }, { name: "picture", act: () => this.picture(null) }],
      ["note", "tip", "warning", "do", "dont"].map((type) => ({ name: `callout.${type}`, about: say("callout", say(`callout.${type}`)), act: act((s: Selected) => callout(s, type, say("callout.text"))) })),
    ]);
  }

  private here(): { file: string; title: string; kind: string; lang: string } {
    return this.choices.pages.find((each) => each.file === this.page.file) ?? { file: this.page.file, title: this.page.title, kind: "", lang: this.choices.languages[0]?.value ?? "nl" };
  }

  private link(): void {
    const now = this.area.selected;
    const found = linkAt(now);
    askLink(this.choices, this.here(), found?.label ?? now.text.slice(now.from, now.to), found?.href ?? "", (label, href) =>
      this.act((s) => found ? link({ ...s, from: found.from, to: found.to }, label, href, found.title) : link(s, label, href)));
  }

  private picture(file: File | null): void {
    askPicture(this.page.file, file, (alt, path, caption) => {
      const safe = (text: string): string => text.replace(/([[\]\\"])/g, "\\$1");
      this.act((s) => insert(s, `![${safe(alt)}](${destination(path)} "${safe(caption)}")`));
      this.tell(say("picture.done", path));
    });
  }

  private rename(): void {
    if (this.area.text !== this.saved) return this.tell(say("rename.save"));
    askName(this.choices, this.page.file);
  }

  /** A text that is not saved is not left without a word. */
  private leave(event: MouseEvent, to: string): void {
    if (this.area.text === this.saved || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    askLeave(async () => {
      await this.save();
      return this.area.text === this.saved ? "" : say("leave.not");
    }, () => location.assign(to));
  }

  // ---- Keys, what is pasted and dropped ----

  private keys(): void {
    addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const writing = document.activeElement === this.area.field && !this.config;
      const act = { s: () => void this.save(), ...(writing && { b: () => this.act((s) => wrap(s, "**", say("bold.text"))), i: () => this.act((s) => wrap(s, "*", say("italic.text"))), k: () => this.link() }) }[event.key.toLowerCase()];
      if (!act || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      act();
    });
    const field = this.area.field;
    field.addEventListener("paste", (event) => {
      const data = event.clipboardData;
      const html = data?.getData("text/html");
      const image = [...(data?.files ?? [])].find((each) => each.type.startsWith("image/"));
      if (this.config) return; // as plain text
      if (html && !(image && parsed(html).body.textContent!.trim() === "")) {
        event.preventDefault();
        void this.paste(html, data!.getData("text/plain"));
      } else if (image) {
        event.preventDefault();
        this.picture(image);
      }
    });
    field.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    field.addEventListener("drop", (event) => {
      const image = [...(event.dataTransfer?.files ?? [])].find((each) => each.type.startsWith("image/"));
      if (!image) return;
      event.preventDefault();
      if (!this.config) this.picture(image);
    });
    addEventListener("beforeunload", (event) => {
      this.keep();
      if (this.area.text !== this.saved && !kept(this.page.file)) event.preventDefault();
    });
    addEventListener("pagehide", () => this.keep());
  }

  /** Puts in what was copied elsewhere, as markdown; as plain text where that can't be. */
  private async paste(html: string, plain: string): Promise<void> {
    let text = plain.replaceAll("\r\n", "\n");
    try {
      text = (await api.markdown(html)).text || text;
    } catch { /* its plain text will do */ }
    this.area.put(replace(this.area.selected, text));
    this.area.reveal(this.area.lineAt(this.area.selected.to));
  }

  // ---- Saving ----

  private changed(): void {
    const dirty = this.area.text !== this.saved;
    this.wrong.typing();
    this.drafts.show(dirty ? this.area.text : null);
    this.stand();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.keep();
      if (document.body.dataset.side === "data") void this.form.draw();
    }, 300);
  }

  /** Tells whether all is saved. */
  private stand(): void {
    const dirty = this.area.text !== this.saved;
    this.state.textContent = say(this.saving ? "saving" : dirty ? "unsaved" : "saved");
    this.state.classList.toggle("dirty", dirty);
    this.saveButton.disabled = !dirty || this.saving;
  }

  private keep(): void {
    this.area.keep();
    if (this.area.text === this.saved) forget(this.page.file);
    else if (!keep(this.page.file, this.area.text, this.version)) this.tell(say("unkept"));
  }

  private tell(text: string, ...actions: HTMLElement[]): void {
    this.notice.replaceChildren(...(text ? [el("p", "", text), ...actions, button("close", say("close"), () => this.notice.replaceChildren())] : []));
  }

  private async save(): Promise<void> {
    if (this.saving || this.area.text === this.saved) return;
    this.saving = true;
    this.stand();
    const text = this.area.text;
    try {
      const now = await api.save(this.page.file, this.version, text);
      this.version = now.version;
      this.saved = text;
      this.tell("");
    } catch (refused) {
      if (refused instanceof Refused && refused.now) this.conflict(refused.now);
      else this.tell(why(refused));
    }
    this.saving = false;
    this.changed();
    this.keep();
  }

  /** The file is another by now: shows both, and writes nothing. */
  private conflict(now: Text): void {
    askConflict(this.area.text, now.text, (which) => {
      this.version = now.version;
      this.saved = now.text;
      if (which === "disk") this.area.exchange(now.text);
      this.tell(say(which === "disk" ? "conflict.taken" : "conflict.kept"));
      this.changed();
      this.keep();
    });
  }

  /** Tells that a text was there that had not been saved. */
  private returned(text: string, version: string, time: number): void {
    if (version === this.version) {
      this.tell(say("returned", new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })), button("link", say("returned.drop"), () => {
        this.area.exchange(this.saved);
        this.tell("");
      }));
      this.changed();
      return;
    }
    this.version = version; // until the author has chosen, saving asks again
    this.area.exchange(text);
    this.conflict(this.page);
  }

  // ---- What is told ----

  private told(): void {
    listen(`file=${encodeURIComponent(this.page.file)}`, (message) => this.hear(message), () => this.tell(say("lost.edit")));
  }

  private hear(message: Message): void {
    if (message.base !== this.base) {
      this.base = message.base;
      this.found(this.page.address);
    }
    this.wrong.tell(message.faults);
    if (!this.page.address && !this.config) void api.read(this.page.file).then(({ address }) => address && this.found(address), () => undefined);
    if (message.version && message.version !== this.version && !this.saving) void this.moved();
  }

  /** The page has an address: a draft that is one no more, say. */
  private found(address: string): void {
    this.page.address = address;
    document.querySelector<HTMLAnchorElement>(".back")!.href = this.base + address;
    this.turn();
  }

  /** The file was changed elsewhere. */
  private async moved(): Promise<void> {
    let now: Text;
    try {
      now = await api.read(this.page.file);
    } catch {
      return; // it is gone; saving will tell
    }
    if (now.version === this.version) return;
    if (this.area.text === this.saved) {
      [this.version, this.saved] = [now.version, now.text];
      this.area.exchange(now.text);
      this.tell(say("moved"));
    } else if (now.text === this.area.text) {
      [this.version, this.saved] = [now.version, now.text];
      this.changed();
    } else {
      this.tell(say("moved.dirty"), button("link", say("moved.both"), () => this.conflict(now)));
    }
  }

  private faults(faults: Fault[]): void {
    this.area.mark(faults.filter((each) => each.line).map(({ line, column, severity }) => ({ line: line!, column: column ?? 1, severity })));
    if (!this.pane.element.hidden) this.behind.textContent = faults.some((each) => each.severity === "error") ? say("behind") : "";
  }

  /** What leads to a fault: its line, and the form where it stands above the text. */
  private leads({ line = 1, column = 1 }: Fault): HTMLElement[] {
    const lead = button("", say("line", line), () => this.go(line, column));
    const lines = this.area.text.split("\n");
    const above = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 1;
    if (this.config || line > above) return [lead];
    return [lead, button("link", say("line.data"), () => {
      this.showSide("data");
      void this.form.show(/^\s*([\w-]+):/.exec(lines[line - 1] ?? "")?.[1] ?? "");
    })];
  }

  /** The page beside the text may lead to others. */
  private visited(path: string): void {
    const address = path.endsWith("/") ? `${path}index.html` : path;
    const other = this.page.address !== "" && address !== this.base + this.page.address;
    this.elsewhere.replaceChildren(...(other ? [el("p", "", say("elsewhere")),
      anchor("", say("elsewhere.edit"), `/_vaandel/edit?page=${encodeURIComponent(address.slice(this.base.length))}`),
      button("link", say("elsewhere.back"), () => this.pane.open(this.base + this.page.address))] : []));
    if (!other) Object.assign(this.pane.element.contentWindow!, { vaandelSource: (line: number) => this.go(line) });
  }
}

async function start(): Promise<void> {
  speak(document.documentElement.lang);
  try {
    const choices = await api.choices();
    if (asked.has("new")) {
      const near = asked.get("near") ?? "";
      document.body.replaceChildren(el("main", "empty", el("h1", "", say("new")), el("p", "", say("new.about")), button("primary", say("new"), () => askNew(choices, near)), anchor("", say("back"), "/")));
      askNew(choices, near);
      return;
    }
    const page = asked.has("file") ? await api.read(asked.get("file")!) : await api.find(asked.get("page") ?? "index.html");
    new Editor(page, choices, choices.pages.find((each) => each.file === page.file)?.lang ?? document.documentElement.lang);
  } catch (refused) {
    document.body.replaceChildren(el("main", "empty", el("h1", "", say("unable")), el("p", "", why(refused)), anchor("", say("back"), "/")));
  }
}

void start();
