// The bar at the foot of each page of the preview: to write, and what is wrong.

import { type Fault, type Message, anchor, button, el, settings } from "./dom";
import { kept } from "./edit/drafts";
import { configFile, openSource, opens, sourceAddress } from "./open";
import { count, say } from "./texts";
import style from "./bar.css";

const followKey = "vaandel-follow";

/** Whether the browser goes along to pages that are edited. */
export const follows = (): boolean => sessionStorage.getItem(followKey) !== "0";

/** What is open over the bar. */
type Open = "" | "faults" | "more";

export class Bar extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private readonly sheet = el("section", "sheet");
  private readonly line = el("nav", "bar");
  private message: Message | null = null;
  private open: Open = "";
  private had = 0; // errors, when last told

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.root.adoptedStyleSheets = [sheet];
    this.sheet.hidden = true;
    this.root.append(this.sheet, this.line);
    this.root.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape" && this.open) this.show("");
    });
  }

  /** Tells what a build came to. Errors open by themselves. */
  tell(message: Message): void {
    this.message = message;
    if (message.errors > 0 && this.had === 0) this.open = "faults";
    if (message.errors === 0 && this.had > 0) this.open = "";
    if (this.open === "faults" && message.errors + message.warnings === 0) this.open = "";
    this.had = message.errors;
    this.draw();
  }

  /** Tells that the server is gone. */
  lost(): void {
    const text = el("p", "lost", say("lost"));
    text.setAttribute("role", "alert");
    this.sheet.hidden = true;
    this.line.replaceChildren(text);
  }

  private show(open: Open): void {
    const from = this.root.activeElement?.getAttribute("data-opens") ?? this.open;
    this.open = open;
    this.draw();
    if (!open) this.line.querySelector<HTMLElement>(`[data-opens="${from}"]`)?.focus();
  }

  private draw(): void {
    const message = this.message;
    if (!message) return;
    const focused = this.root.activeElement?.getAttribute("data-opens");
    for (const part of [this.line, this.sheet]) part.setAttribute("aria-label", say("bar"));
    const parts: Node[] = [];
    if (message.source && opens()) parts.push(this.editLink(message.source));
    if (message.errors > 0) parts.push(this.toggle("faults", "errors", count("errors", message.errors)));
    else if (message.warnings > 0) parts.push(this.toggle("faults", "warnings", count("warnings", message.warnings)));
    parts.push(this.toggle("more", "more", say("more")));
    this.line.replaceChildren(...parts);
    this.sheet.hidden = this.open === "";
    this.sheet.replaceChildren(...(this.open === "faults" ? this.faults(message) : this.open === "more" ? this.more() : []));
    if (focused) this.line.querySelector<HTMLElement>(`[data-opens="${focused}"]`)?.focus();
  }

  private editLink(source: string): HTMLElement {
    const address = sourceAddress(source);
    const begun = settings.edits && kept(source) !== null;
    return address ? anchor("edit", say(begun ? "edit.begun" : "edit"), address) : button("edit", say("edit"), () => openSource(source));
  }

  private configLink(): HTMLElement {
    const address = sourceAddress(configFile);
    return address ? anchor("", say("config"), address) : button("", say("config"), () => openSource(configFile));
  }

  private toggle(opens: Open, name: string, text: string): HTMLButtonElement {
    const toggle = button(name, text, () => this.show(this.open === opens ? "" : opens));
    toggle.setAttribute("aria-expanded", String(this.open === opens));
    toggle.setAttribute("data-opens", opens);
    return toggle;
  }

  private heading(text: string): HTMLElement {
    return el("header", "", el("h2", "", text), button("close", say("close"), () => this.show("")));
  }

  private faults(message: Message): Node[] {
    const wrong = message.errors > 0;
    const title = this.heading(say(wrong ? "errors.title" : "warnings.title"));
    if (wrong) title.setAttribute("role", "alert");
    const parts: Node[] = [title];
    if (wrong) parts.push(el("p", "kept", say("kept")));
    parts.push(el("ol", "", ...message.faults.map((each) => this.fault(each))));
    const hidden = message.errors + message.warnings - message.faults.length;
    if (hidden > 0) parts.push(el("p", "kept", count("hidden", hidden)));
    return parts;
  }

  private fault(fault: Fault): HTMLElement {
    const line = el("li", fault.severity, el("p", "message", fault.message));
    if (fault.file) line.append(this.where(fault.file, fault));
    if (fault.source) {
      const letters = [...fault.source];
      const at = Math.max(0, (fault.column ?? 1) - 1);
      line.append(el("pre", "", letters.slice(0, at).join(""), el("mark", "", letters[at] ?? " "), letters.slice(at + 1).join("")));
    }
    if (fault.hint) line.append(el("p", "hint", fault.hint));
    return line;
  }

  private where(file: string, { line, column }: Fault): HTMLElement {
    const text = line ? say("place", file, line) : file;
    const address = sourceAddress(file, line, column);
    if (address) return el("p", "where", anchor("", text, address));
    if (settings.command) return el("p", "where", button("", text, () => openSource(file, line, column)));
    return el("p", "where", text);
  }

  private more(): Node[] {
    const box = el("input");
    box.type = "checkbox";
    box.checked = follows();
    box.onchange = () => sessionStorage.setItem(followKey, box.checked ? "1" : "0");
    const parts: Node[] = [this.heading(say("bar"))];
    if (settings.edits) parts.push(el("p", "", anchor("", say("new"), `/_vaandel/edit?new&near=${encodeURIComponent(this.message?.source ?? "")}`)));
    if (opens()) parts.push(el("p", "", this.configLink()), el("p", "kept", say("config.about")));
    parts.push(el("label", "follow", box, el("span", "", say("follow"))));
    if (opens()) parts.push(el("p", "kept", say("source")));
    return parts;
  }
}

customElements.define("vaandel-live", Bar);
