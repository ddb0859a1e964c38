// What all scripts of the preview do alike.

/** What the server tells its scripts: see settings in script.go. */
export interface Settings {
  token: string;
  edits: boolean;
  link: string;
  command: boolean;
  folder: string;
}
declare const SETTINGS: Settings;
export const settings: Settings = SETTINGS;

/** Makes an element with a class and what is in it. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, name = "", ...parts: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...parts);
  return element;
}

/** Makes a button that does something. */
export function button(name: string, text: string, act: () => void): HTMLButtonElement {
  const made = el("button", name, text);
  made.type = "button";
  made.onclick = act;
  return made;
}

/** Makes a link. */
export function anchor(name: string, text: string, href: string): HTMLAnchorElement {
  const made = el("a", name, text);
  made.href = href;
  return made;
}

const policy: { createHTML(text: string): string } =
  (window as any).trustedTypes?.createPolicy("vaandel-live", { createHTML: (text: string) => text }) ?? { createHTML: (text: string) => text };

/** Reads HTML that the server made into a document of its own. */
export const parsed = (html: string): Document => new DOMParser().parseFromString(policy.createHTML(html), "text/html");

/** Asks the server for something that only its scripts may ask for. */
export async function ask(path: string, body?: unknown): Promise<Response> {
  const raw = body instanceof Blob;
  return fetch(`/_vaandel/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "X-Vaandel-Token": settings.token, ...(raw || body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
  });
}

/** Listens to what builds come to, and begins again when Vaandel was away. */
export function listen(query: string, hear: (message: Message) => void, lost: () => void): void {
  let heard = false;
  let away = false;
  const begin = (): void => {
    const socket = new WebSocket(`ws://${location.host}/_vaandel/channel?${query}`);
    socket.onmessage = ({ data }) => {
      if (away) location.reload(); // it has been started again, with scripts of its own
      heard = true;
      hear(JSON.parse(data));
    };
    socket.onclose = () => {
      if (heard) {
        away = true;
        lost();
      }
      setTimeout(begin, 1000);
    };
  };
  begin();
}

/** Something that is wrong. */
export interface Fault {
  severity: "error" | "warning";
  file?: string;
  line?: number;
  column?: number;
  message: string;
  hint?: string;
  source?: string;
}

/** What a build came to: see wire in channel.go. */
export interface Message {
  changed?: string[];
  edited?: string[];
  assets?: boolean;
  source?: string;
  /** The key of the page that this is now. */
  key?: string;
  /** That page, where it is another than this browser was last told. */
  html?: string;
  /** The version of the file that was asked for. */
  version?: string;
  faults: Fault[];
  errors: number;
  warnings: number;
  base: string;
  lang: string;
}
