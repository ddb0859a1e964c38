import { make } from "../../shared/element";
import type { Answer, Answered, Signed } from "./saved";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What is wrong with an answer: the name of a message and what goes into it. */
export type Fault = [name: string, ...values: string[]];

/** The years that people mean. One half typed is 0020. */
const years = /^(19|20|21)\d\d-/;

/** A question as it stands in the page. */
export class Question {
  readonly label: string;
  readonly unit: string;
  readonly required: boolean;
  private readonly type: string;
  private readonly fields: Field[];

  constructor(private readonly item: HTMLElement) {
    const { question = "", type = "text", unit = "" } = item.dataset;
    this.label = question;
    this.type = type;
    this.unit = unit;
    this.required = item.hasAttribute("data-required");
    this.fields = [...item.querySelectorAll<Field>("input, textarea")];
  }

  holds(element: EventTarget | null): boolean {
    return element instanceof Node && this.item.contains(element);
  }

  get isDate(): boolean {
    return this.type === "date";
  }

  /** What is filled in: "" or an empty list for nothing. */
  get answer(): Answer {
    if (this.type === "choices") return this.chosen;
    if (this.type === "choice") return this.chosen[0] ?? "";
    const value = this.fields[0].value.trim();
    return this.type === "number" && value ? Number(value) : value;
  }

  get isEmpty(): boolean {
    const { answer } = this;
    return typeof answer !== "number" && answer.length === 0;
  }

  /** The answer as it is kept. */
  get answered(): Answered {
    const { label: question, type, answer } = this;
    return this.isChoice ? { question, type, options: this.fields.map((each) => each.value), answer } : { question, type, answer };
  }

  /** Whether an answer can be one to a question of this type. */
  takes(answer: Answer): boolean {
    if (this.type === "choices") return Array.isArray(answer);
    return typeof answer === (this.type === "number" ? "number" : "string");
  }

  /** Fills in an answer, or takes it away; false where there is no such option, or
   *  no such day. */
  fill(answer: Answer): boolean {
    this.mark("");
    if (this.isChoice) {
      const wanted = Array.isArray(answer) ? answer : [String(answer)];
      for (const box of this.boxes) box.checked = wanted.includes(box.value);
      return wanted.every((each) => each === "" || this.chosen.includes(each));
    }
    const text = String(answer);
    this.fields[0].value = isOf(this.type, text) ? text : "";
    return answer === "" || this.fields[0].value !== "";
  }

  /** What is wrong with the answer, if anything. */
  get fault(): Fault | null {
    if (this.isChoice) {
      if (!this.required || this.chosen.length) return null;
      return [this.type === "choice" ? "choose" : "chooseSome"];
    }
    const [field] = this.fields;
    const { validity } = field;
    if (validity.badInput || validity.valueMissing || (this.required && !field.value.trim())) {
      if (this.type === "number" && validity.badInput) return ["number"];
      return [{ date: "day", time: "clock" }[this.type] ?? "empty"];
    }
    if (validity.rangeUnderflow) return ["low", (field as HTMLInputElement).min];
    if (validity.rangeOverflow) return ["high", (field as HTMLInputElement).max];
    if (this.isDate && field.value && !years.test(field.value)) return ["year"];
    return null;
  }

  /** Says below the question what is wrong with it; "" takes it away. */
  mark(text: string): void {
    const [field] = this.fields;
    const id = `${field.id}-fault`;
    this.item.querySelector(".questions-fault")?.remove();
    const described = [field, this.item.querySelector("fieldset")].filter((each) => each !== null);
    for (const each of described) describe(each, id, text !== "");
    if (!this.isChoice) field.toggleAttribute("aria-invalid", false);
    if (!text) return;
    const fault = make("p", "questions-fault", text);
    fault.id = id;
    this.item.append(fault);
    if (!this.isChoice) field.setAttribute("aria-invalid", "true");
  }

  focus(): void {
    this.fields[0].focus();
  }

  private get isChoice(): boolean {
    return this.type === "choice" || this.type === "choices";
  }

  private get boxes(): HTMLInputElement[] {
    return this.fields as HTMLInputElement[];
  }

  private get chosen(): string[] {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }
}

/** Who signs, as the fields stand in the page. */
export class Signer {
  private readonly name: HTMLInputElement;
  private readonly date: HTMLInputElement;

  constructor(item: HTMLElement) {
    this.who = item.dataset.signer ?? "";
    [this.name, this.date] = item.querySelectorAll("input");
  }

  readonly who: string;

  get signed(): Signed {
    return { signer: this.who, name: this.name.value.trim(), date: this.date.value };
  }

  get isEmpty(): boolean {
    return !this.name.value.trim() && !this.date.value;
  }

  fill({ name, date }: { name: string; date: string }): void {
    this.name.value = name;
    this.date.value = isOf("date", date) ? date : "";
  }
}

/** Whether a field of a type can hold a text; browsers complain of any other. */
function isOf(type: string, text: string): boolean {
  if (type === "time") return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  if (type !== "date") return true;
  const moment = new Date(`${text}T00:00:00Z`);
  return years.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** Adds an id to those by which an element is described, or takes it out. */
function describe(element: Element, id: string, on: boolean): void {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  if (on) ids.push(id);
  if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
  else element.removeAttribute("aria-describedby");
}
