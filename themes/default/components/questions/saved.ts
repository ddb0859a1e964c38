// What was filled in, as text: in a file that the reader keeps or sends, and in
// the browser's store. The command "vaandel survey" reads these files too; see
// builder/survey.

/** What was answered: a text, a number, or all that was chosen. */
export type Answer = string | number | string[];

export interface Answered {
  question: string;
  /** As in the front matter: "text", "choice", … */
  type?: string;
  /** What there was to choose from. */
  options?: string[];
  answer: Answer;
}

export interface Signed {
  signer: string;
  name: string;
  date: string;
}

/** The page that a form stands on. */
export interface Page {
  vaandel: string;
  page: string;
  title: string;
  /** Of a survey: the smallest group that is told of. */
  min_group?: number;
}

export interface Saved extends Page {
  version: number;
  /** When: "2026-11-26T09:30:00.000Z". */
  saved: string;
  answers: Answered[];
  names: Signed[];
}

/** Why a file is refused: the name of a message. */
export type Refusal = "large" | "broken" | "foreign" | "version" | "other" | "types";

export class RefusedError extends Error {
  constructor(
    readonly why: Refusal,
    /** The title of the page that it belongs to, for "other". */
    readonly title = "",
  ) {
    super(why);
  }
}

export const version = 1;

/** The largest file that is read, in bytes. */
export const largest = 1_000_000;

/** Far more of each than a form has. */
const mostEntries = 500;
const mostTitle = 120;

/** What was filled in, as text. */
export function written(page: Page, answers: Answered[], names: Signed[]): string {
  const saved: Saved = { ...page, version, saved: new Date().toISOString(), answers, names };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/** Reads what is said to be the answers to the questions of a page. Anybody may
 *  have written it, so anything but that is refused. */
export function readSaved(text: string, page: Page): Saved {
  const value = parsed(text);
  if (!isRecord(value) || value.vaandel !== page.vaandel) throw new RefusedError("foreign");
  if (value.version !== version) throw new RefusedError("version");
  if (typeof value.page !== "string") throw new RefusedError("types");
  if (value.page !== page.page) {
    throw new RefusedError("other", typeof value.title === "string" ? value.title.slice(0, mostTitle) : "");
  }
  const { answers, names = [] } = value;
  if (!isList(answers, isAnswered) || !isList(names, isSigned)) throw new RefusedError("types");
  return value as unknown as Saved;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new RefusedError("broken");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown, each: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= mostEntries && value.every(each);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isAnswered(value: unknown): boolean {
  if (!isRecord(value) || !isText(value.question)) return false;
  const { answer } = value;
  return isText(answer) || (typeof answer === "number" && Number.isFinite(answer)) || isList(answer, isText);
}

function isSigned(value: unknown): boolean {
  return isRecord(value) && isText(value.signer) && isText(value.name) && isText(value.date);
}
