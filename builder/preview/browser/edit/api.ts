// What the editor asks of the server: see edit.go.

import { ask } from "../dom";

/** A file as it is written: without byte order mark, lines end in \n. */
export interface Text {
  file: string;
  text: string;
  version: string;
  /** The address of its page, and what the page is; "" of handbook.yaml. */
  address: string;
  title: string;
  kind: string;
}

/** A page that can be linked to. */
export interface Page {
  file: string;
  title: string;
  kind: string;
  lang: string;
}

/** A value that can be chosen. */
export interface Choice {
  value: string;
  label: string;
}

/** A field of the front matter, with what it holds now. */
export interface Field {
  key: string;
  type: "text" | "longtext" | "date" | "number" | "yesno" | "choice" | "page" | "file" | "list" | "other";
  label: string;
  help: string;
  required: boolean;
  choices: Choice[];
  value: string | string[] | boolean | null;
  /** Where it stands, 0 where it does not. */
  line: number;
}

/** The front matter as a form. */
export interface Front {
  fields: Field[];
  /** Why it can't be a form; "" where it can. */
  why: string;
}

/** What can be chosen for a new page. */
export interface Choices {
  pages: Page[];
  kinds: { value: string; label: string; about: string }[];
  folders: { value: string; label: string; kind: string }[];
  languages: Choice[];
}

/** A request that the server did not carry out, in the reader's words. */
export class Refused extends Error {
  constructor(readonly text: string, readonly hint: string, readonly now: Text | null) {
    super(text);
  }
}

async function answered<T>(answer: Promise<Response>): Promise<T> {
  let got: Response;
  try {
    got = await answer;
  } catch {
    throw new Refused("lost", "", null);
  }
  if (got.ok) return got.json();
  const told = await got.json().catch(() => ({ message: got.statusText }));
  throw new Refused(told.message ?? "", told.hint ?? "", told.now ?? null);
}

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

export const api = {
  read: (file: string) => answered<Text>(ask(`api/text?${query({ file })}`)),
  find: (page: string) => answered<Text>(ask(`api/text?${query({ page })}`)),
  save: (file: string, version: string, text: string) => answered<Text>(ask("api/save", { file, version, text })),
  front: (file: string, text: string) => answered<Front>(ask("api/front", { file, text })),
  field: (file: string, text: string, key: string, value: Field["value"]) => answered<{ text: string }>(ask("api/field", { file, text, key, value })),
  markdown: (html: string) => answered<{ text: string }>(ask("api/paste", { html })),
  picture: (near: string, name: string, data: Blob) => answered<{ path: string; width: number; height: number }>(ask(`api/picture?${query({ near, name })}`, data)),
  choices: () => answered<Choices>(ask("api/choices")),
  create: (page: { kind: string; title: string; folder: string; lang: string }) => answered<{ file: string }>(ask("api/new", page)),
  rename: (file: string, to: string) => answered<{ file: string; changed: number }>(ask("api/rename", { file, to })),
};
