// The front matter as a form: what stands at the top of the file, without its signs.

import { button, el } from "../dom";
import { say } from "../texts";
import { type Choices, type Field, type Front, api } from "./api";
import { way } from "./choose";
import { input, labelled, select } from "./dialog";
import { why } from "./questions";

export class Form {
  readonly element = el("form", "fields");
  private readonly wrong = el("p", "wrong");
  private shown = "";

  /** exchange puts a text in the place of that of the page; go leads to a line. */
  constructor(private readonly file: string, private readonly choices: Choices, private readonly text: () => string, private readonly exchange: (text: string) => void, private readonly go: (line: number) => void) {
    this.wrong.setAttribute("role", "alert");
    this.element.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Brings the form up to the text. A field that somebody is in stays as it is. */
  async draw(): Promise<void> {
    const text = this.text();
    let front: Front;
    try {
      front = await api.front(this.file, text);
    } catch (refused) {
      this.wrong.textContent = why(refused);
      this.element.replaceChildren(this.wrong);
      return;
    }
    const known = JSON.stringify(front);
    if (known === this.shown) return;
    this.shown = known;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    const rows = front.fields.map((field) => this.row(field));
    this.element.replaceChildren(el("p", front.why ? "note" : "help", front.why || say("form.about")), this.wrong, ...rows);
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Brings the form up to the text, and puts the focus in the field of a key. */
  async show(key: string): Promise<void> {
    await this.draw();
    (this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? this.element.querySelector<HTMLElement>("[data-key]"))?.focus();
  }

  private row(field: Field): HTMLElement {
    if (field.type === "other") {
      const lead = button("link", say(field.line ? "form.text" : "form.add"), () => this.go(field.line || 1));
      return el("div", "row", el("p", "label", field.label), el("p", "help", field.help), lead);
    }
    const control = this.control(field);
    control.dataset.key = field.key;
    control.addEventListener("change", () => void this.change(field, control));
    if (field.required) control.setAttribute("aria-required", "true");
    const row = labelled(field.label, control, field.help);
    if (!field.required && field.type !== "yesno") row.querySelector("label")!.append(" ", el("span", "optional", `(${say("form.optional")})`));
    if (field.type === "yesno") row.classList.add("tick");
    return row;
  }

  private control(field: Field): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
    const value = typeof field.value === "string" ? field.value : "";
    switch (field.type) {
      case "longtext": {
        const area = el("textarea");
        area.rows = 3;
        area.value = value;
        return area;
      }
      case "list": {
        const area = el("textarea");
        const items = Array.isArray(field.value) ? field.value : [];
        area.rows = Math.max(2, items.length + 1);
        area.value = items.join("\n");
        return area;
      }
      case "yesno": {
        const box = input("", "checkbox");
        box.checked = field.value === true;
        return box;
      }
      case "choice": {
        const choices = [{ value: "", label: say("form.none") }, ...field.choices];
        if (value && !choices.some((each) => each.value === value)) choices.push({ value, label: value });
        return select(choices, value);
      }
      case "page": {
        const pages = this.choices.pages.map((page) => ({ value: way(this.file, page.file), label: page.title }));
        if (value && !pages.some((each) => each.value === value)) pages.push({ value, label: value });
        return select([{ value: "", label: say("form.none") }, ...pages], value);
      }
    }
    return input(value, field.type === "date" || field.type === "number" ? field.type : "text");
  }

  private async change(field: Field, control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): Promise<void> {
    const value = field.type === "yesno" ? (control as HTMLInputElement).checked
      : field.type === "list" ? control.value.split("\n").map((each) => each.trim()).filter(Boolean)
      : control.value.trim();
    try {
      const { text } = await api.field(this.file, this.text(), field.key, value);
      this.wrong.textContent = "";
      this.exchange(text);
    } catch (refused) {
      this.wrong.textContent = why(refused);
    }
  }
}
