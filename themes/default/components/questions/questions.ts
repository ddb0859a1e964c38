import { calendar } from "../../shared/calendar";
import { written as inWords } from "../../shared/day";
import { Listener, pressed } from "../../shared/element";
import { follow, save } from "../../shared/file";
import { openStore } from "../../shared/store";
import { Question, Signer } from "./fields";
import { paper, told } from "./paper";
import { largest, type Page, readSaved, RefusedError, type Saved, written } from "./saved";

const store = openStore();

/** The longest address of a mail that programs on every system take. */
const longest = 1800;

/** Questions to fill in, print, keep, send. What is typed stays in the page, until
 *  the reader has it kept in the browser, in a file or in a mail. */
class Questions extends Listener {
  private questions: Question[] = [];
  private signers: Signer[] = [];

  protected begin(signal: AbortSignal): void {
    this.questions = this.all("li[data-question]").map((each) => new Question(each));
    this.signers = this.all("[data-signer]").map((each) => new Signer(each));
    this.restore(store.get(this.key));
    this.addEventListener("input", (event) => this.typed(event.target), { signal });
    this.addEventListener("change", (event) => this.changed(event.target), { signal });
    this.addEventListener("click", (event) => this.act(pressed(event)), { signal });
    window.addEventListener("storage", (event) => this.follow(event), { signal });
    window.addEventListener("beforeprint", () => this.layOut(), { signal });
    window.addEventListener("afterprint", () => this.putAway(), { signal });
  }

  private get page(): Page {
    const { kind: vaandel = "", page = "", title = "", group } = this.dataset;
    return { vaandel, page, title, ...(group ? { min_group: Number(group) } : {}) };
  }

  private get key(): string {
    return `form/${this.page.page}`;
  }

  private get keeps(): HTMLInputElement {
    return this.one<HTMLInputElement>(".form-keep input")!;
  }

  private get chooser(): HTMLInputElement | null {
    return this.one<HTMLInputElement>("input[type=file]");
  }

  private get isEmpty(): boolean {
    return this.questions.every((each) => each.isEmpty) && this.signers.every((each) => each.isEmpty);
  }

  private act(button: HTMLElement | null): void {
    const act = button?.dataset.act;
    if (act === "print") this.print();
    else if (act === "save") this.save();
    else if (act === "open") this.chooser?.click();
    else if (act === "mail") this.mail(button?.dataset.to ?? "");
    else if (act === "agenda") this.agenda(button!.dataset);
  }

  /** Says what came of it, until something else is done. */
  private tell(name: string, ...values: (string | number)[]): void {
    this.one(".acts-told")!.textContent = this.text(name, ...values);
  }

  // What is typed.

  private typed(target: EventTarget | null): void {
    const question = this.questions.find((each) => each.holds(target));
    if (question && !question.fault) question.mark("");
    if (target !== this.keeps && this.keeps.checked) this.keep();
  }

  private changed(target: EventTarget | null): void {
    if (target === this.chooser) void this.open();
    else if (target === this.keeps) this.keepOrForget();
  }

  /** Marks what can't stay as it is, and goes to the first of it. */
  private checked(): boolean {
    const faulty = this.questions.filter((each) => {
      const fault = each.fault;
      each.mark(fault ? this.text(...fault) : "");
      return fault !== null;
    });
    if (!faulty.length) return true;
    this.tell(faulty.length === 1 ? "lookOne" : "look", faulty.length);
    faulty[0].focus();
    return false;
  }

  private get written(): string {
    const answers = this.questions.filter((each) => !each.isEmpty).map((each) => each.answered);
    return written(this.page, answers, this.signers.map((each) => each.signed));
  }

  // In the browser.

  private keepOrForget(): void {
    if (!this.keeps.checked) {
      store.remove(this.key);
      this.tell("forgotten");
      return;
    }
    this.keep();
    this.tell(store.lasting ? "kept" : "notKept");
  }

  private keep(): void {
    store.set(this.key, this.written);
  }

  /** Takes over what the browser kept. What can't be read is left alone: the reader
   *  never asked for it to be shown. */
  private restore(kept: string | null): void {
    this.keeps.checked = false;
    if (kept === null) return;
    try {
      this.fill(readSaved(kept, this.page));
      this.keeps.checked = true;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
    }
  }

  /** Another tab kept or forgot what is filled in. */
  private follow(event: StorageEvent): void {
    if (store.own(event) === this.key) this.restore(event.newValue);
  }

  // In a file.

  private save(): void {
    if (this.page.vaandel === "survey" && !this.checked()) return;
    const name = `${this.file}-${new Date().toISOString().slice(0, 19).replace(/:/g, "")}.json`;
    save(name, "application/json", this.written);
    this.tell(this.page.vaandel === "survey" ? "savedToSend" : "saved", name);
  }

  /** What files of this page are called. */
  private get file(): string {
    return this.page.page.replace(/\.html$/, "").replace(/^.*\/(?!index$)/, "").replace(/\//g, "-");
  }

  private async open(): Promise<void> {
    const [file] = this.chooser?.files ?? [];
    if (!file) return;
    try {
      if (file.size > largest) throw new RefusedError("large");
      const saved = readSaved(await file.text(), this.page);
      if (!this.fits(saved)) throw new RefusedError("types");
      if (!this.isEmpty && !window.confirm(this.text("replace"))) return;
      const lost = this.fill(saved);
      if (this.keeps.checked) this.keep();
      this.tell(lost ? "openedPart" : "opened", file.name, lost);
    } catch (error) {
      if (error instanceof RefusedError) this.tell(error.why, error.title);
      else this.tell("broken");
    } finally {
      this.chooser!.value = ""; // so that the same file can be chosen again
    }
  }

  /** Whether each answer to a question of this page is of its type. */
  private fits(saved: Saved): boolean {
    return saved.answers.every(({ question, answer }) => this.questions.find((each) => each.label === question)?.takes(answer) ?? true);
  }

  /** Fills in what was saved, and returns how much of it has no place here. */
  private fill(saved: Saved): number {
    const answers = [...saved.answers];
    let lost = 0;
    for (const question of this.questions) {
      const at = answers.findIndex((each) => each.question === question.label && question.takes(each.answer));
      const [found] = at < 0 ? [] : answers.splice(at, 1);
      if (!question.fill(found?.answer ?? "")) lost++;
    }
    for (const signer of this.signers) {
      signer.fill((saved.names ?? []).find((each) => each.signer === signer.who) ?? { name: "", date: "" });
    }
    return lost + answers.length;
  }

  // On paper.

  private print(): void {
    if (!this.checked()) return;
    this.tell("");
    window.print();
  }

  /** Puts the sheet there that is printed. A form without answers prints as it
   *  is, to be filled in with a pen. */
  private layOut(): void {
    this.putAway();
    if (this.page.vaandel !== "agreement" || this.isEmpty) return;
    const { signed = "", name = "", date = "", signature = "" } = this.dataset;
    this.append(paper(this.questions, this.signers, { signed, name, date, signature }));
  }

  private putAway(): void {
    this.one(".paper")?.remove();
  }

  // In a calendar and a mail.

  private agenda({ question: label = "", title = "", every, times, starts = "", minutes }: DOMStringMap): void {
    const question = this.questions.find((each) => each.label === label);
    if (!question) return;
    if (question.isEmpty || question.fault) {
      question.mark(this.text(...(question.fault ?? ["day" as const])));
      this.tell("agendaEmpty", label);
      question.focus();
      return;
    }
    const first = String(question.answer);
    const page = this.page.page;
    const name = `${this.file}.ics`;
    save(name, "text/calendar", calendar([{
      uid: `${first}T${starts}-${page}@vaandel`.replace(/:/g, ""),
      title,
      starts: `${first}T${starts}`,
      minutes: Number(minutes),
      months: Number(every),
      times: Number(times),
    }]));
    this.tell("agendaDone", times ?? "", inWords(first), name);
  }

  private mail(to: string): void {
    if (!this.checked()) return;
    const answers = this.questions.filter((each) => !each.isEmpty).map((each) => `${each.label}\r\n${told(each, "\r\n")}`);
    const body = `${answers.join("\r\n\r\n").replace(/\r?\n/g, "\r\n")}\r\n`;
    const address = `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encodeURIComponent(this.page.title)}&body=${encodeURIComponent(body)}`;
    if (address.length > longest) {
      this.tell("long");
      this.one("[data-act=save]")?.focus();
      return;
    }
    follow(address);
    this.tell("mailed");
  }
}

customElements.define("vaandel-questions", Questions);
