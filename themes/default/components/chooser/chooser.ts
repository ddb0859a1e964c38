import { Listener, make, plain } from "../../shared/element";

/** How an answer leads on: builder/markdown/write_chooser.go has the same. */
const leadsOn = /\b(?:vraag|question) (\d+)\b/i;

/** One answer: what it is called, what comes of it, and the question it leads to. */
interface Answer {
  label: string;
  outcome: Node[];
  to: number;
}

interface Question {
  text: string;
  answers: Answer[];
}

/** A list of questions whose answers lead on, asked one at a time. Without script
 *  it is a list to read; so it is on paper. */
class Chooser extends Listener {
  private questions: Question[] = [];
  /** The questions answered, and with which answer each. */
  private path: [question: number, answer: number][] = [];
  private stage!: HTMLElement;

  protected begin(signal: AbortSignal): void {
    this.querySelector(".chooser-stage")?.remove(); // it was moved within the page
    this.questions = [...this.querySelectorAll<HTMLLIElement>(":scope > ol > li")].map((line) => ({
      text: plain(line.querySelector("strong")),
      answers: [...line.querySelectorAll<HTMLLIElement>(":scope > ul > li")].map(answerOf),
    }));
    this.stage = make("div", "chooser-stage");
    this.append(this.stage);
    this.stage.addEventListener("click", (event) => this.act(event.target), { signal });
    this.show(false);
    this.setAttribute("data-asks", "");
  }

  private act(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { answer, back } = button.dataset;
    if (answer !== undefined) this.path.push([this.at, Number(answer)]);
    else this.path.length = Number(back);
    this.show(true);
  }

  /** The question that is asked now; past the last one, none. */
  private get at(): number {
    const last = this.path.at(-1);
    return last ? this.questions[last[0]].answers[last[1]].to : 0;
  }

  /** Shows what was chosen, and the next question or what came of it. */
  private show(moved: boolean): void {
    const question = this.questions[this.at];
    const parts: Node[] = this.path.length ? [this.chosen()] : [];
    const heading = make("p", "chooser-question", question ? question.text : "");
    heading.tabIndex = -1;
    if (question) {
      parts.push(heading, this.answers(question));
    } else {
      const [asked, answered] = this.path.at(-1)!;
      const { label, outcome } = this.questions[asked].answers[answered];
      heading.className = "chooser-outcome";
      heading.append(...(outcome.length ? outcome.map((node) => node.cloneNode(true)) : [label]));
      parts.push(heading, make("p", "chooser-again", this.button(this.text("again"), "back", 0)));
    }
    this.stage.replaceChildren(...parts);
    if (moved) heading.focus();
  }

  private answers({ text, answers }: Question): HTMLElement {
    const list = make("ul", "chooser-answers", ...answers.map(({ label }, i) => make("li", "", this.button(label, "answer", i))));
    list.setAttribute("aria-label", text);
    return list;
  }

  /** What was answered so far; each can be taken back. */
  private chosen(): HTMLElement {
    const lines = this.path.map(([question, answer], i) => {
      const back = this.button(this.text("back"), "back", i);
      back.setAttribute("aria-label", `${this.text("back")}: ${this.questions[question].text}`);
      return make("li", "", make("span", "", this.questions[question].text, " ", make("strong", "", this.questions[question].answers[answer].label)), back);
    });
    const list = make("ol", "chooser-path", ...lines);
    list.setAttribute("aria-label", this.text("chosen"));
    return list;
  }

  private button(text: string, name: string, value: number): HTMLButtonElement {
    const button = make("button", name === "answer" ? "chooser-answer" : "act", text);
    button.type = "button";
    button.dataset[name] = String(value);
    return button;
  }
}

/** Reads an answer: its first sentence is what it is called, the rest what comes
 *  of it. */
function answerOf(line: HTMLLIElement): Answer {
  const copy = line.cloneNode(true) as HTMLElement;
  const to = Number(leadsOn.exec(plain(copy))?.[1] ?? 0) - 1;
  let label = "";
  for (const node of [...copy.childNodes]) {
    const text = node.textContent ?? "";
    const end = node.nodeType === Node.TEXT_NODE ? /[.!?…](?=\s|$)/.exec(text) : null;
    if (end) {
      label += text.slice(0, end.index + 1);
      node.textContent = text.slice(end.index + 1).trimStart();
      break;
    }
    label += text;
    if (node.nodeType !== Node.TEXT_NODE && (node as Element).matches?.("a")) continue;
    node.remove();
  }
  const outcome = plain(copy) ? [...copy.childNodes] : [];
  return { label: label.replace(/\s+/g, " ").trim().replace(/\.$/, ""), outcome, to };
}

customElements.define("vaandel-chooser", Chooser);
