import { written } from "../../shared/day";
import { make } from "../../shared/element";
import type { Question, Signer } from "./fields";

/** The words of a sheet beside the answers. */
export interface Words {
  signed: string;
  name: string;
  date: string;
  signature: string;
}

/** Characters from which on a sheet is set small, and smaller, so that it stays
 *  one. */
const small = 900;
const smaller = 1700;

/** What is filled in, as a sheet to print and sign. Fields cut a long answer off;
 *  this shows it whole. An optional question without answer is left out, another
 *  gets room to write. */
export function paper(questions: Question[], signers: Signer[], words: Words): HTMLElement {
  const asked = questions.filter((each) => each.required || !each.isEmpty);
  const answers = make("dl", "paper-answers", ...asked.map(answer));
  const sheet = make("div", "paper", answers);
  if (signers.length) sheet.append(make("p", "paper-label", words.signed), make("div", "paper-signers", ...signers.map((each) => signer(each, words))));
  const length = answers.textContent.length;
  if (length > small) sheet.dataset.size = length > smaller ? "smaller" : "small";
  return sheet;
}

/** An answer as people read it; between is what stands between those chosen. */
export function told(question: Question, between = ", "): string {
  const { answer, unit, isDate } = question;
  if (Array.isArray(answer)) return answer.join(between);
  if (typeof answer === "number") return `${answer.toLocaleString(document.documentElement.lang)} ${unit}`.trim();
  return isDate ? written(answer) : answer;
}

function answer(question: Question): HTMLElement {
  const text = make("dd", question.isEmpty ? "paper-open" : "", question.isEmpty ? "" : told(question));
  return make("div", "", make("dt", "", question.label), text);
}

function signer(of: Signer, words: Words): HTMLElement {
  const { name, date } = of.signed;
  const line = (label: string, text: string) => make("p", "paper-line", make("span", "", label), make("span", "", text));
  return make(
    "div",
    "",
    make("p", "paper-who", of.who),
    line(words.name, name),
    line(words.date, date && written(date)),
    make("p", "paper-signature", words.signature),
  );
}
