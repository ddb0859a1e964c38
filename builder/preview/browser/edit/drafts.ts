// The text as it is being written: told to the server, which shows it, and kept in the
// browser until it is saved, so that a reload or a power cut loses nothing.

import { settings } from "../dom";

/** What is kept of a text that is not saved: it, the version that it began with, and
 *  when it was kept. */
export interface Kept {
  text: string;
  version: string;
  time: number;
}

const keyOf = (file: string): string => `vaandel-draft/${file}`;

/** Returns what is kept of a file, or null. */
export function kept(file: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(file)) ?? "null");
    return typeof found?.text === "string" && typeof found.version === "string" ? found : null;
  } catch {
    return null;
  }
}

/** Keeps a text, and tells whether the browser could. */
export function keep(file: string, text: string, version: string): boolean {
  try {
    localStorage.setItem(keyOf(file), JSON.stringify({ text, version, time: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what is kept of a file. */
export function forget(file: string): void {
  try {
    localStorage.removeItem(keyOf(file));
  } catch { /* there is no store, so there is nothing in it */ }
}

/** Tells whether somebody writes in this browser for the first time. */
export function first(): boolean {
  const key = "vaandel-wrote";
  try {
    if (localStorage.getItem(key)) return false;
    localStorage.setItem(key, "1");
    return true;
  } catch {
    return false;
  }
}

/** Tells the server what is being written, as long as this page is open. */
export class Drafts {
  private socket: WebSocket | null = null;
  private text: string | null = null;
  private timer = 0;

  constructor(private readonly file: string) {
    this.open();
  }

  private open(): void {
    const socket = new WebSocket(`ws://${location.host}/_vaandel/drafts`);
    socket.onopen = () => {
      this.socket = socket;
      if (this.text !== null) this.send();
    };
    socket.onclose = () => {
      this.socket = null;
      setTimeout(() => this.open(), 1000);
    };
  }

  /** Shows a text soon; null shows what is on disk. */
  show(text: string | null): void {
    this.text = text;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.send(), 60);
  }

  private send(): void {
    this.socket?.send(JSON.stringify({ token: settings.token, file: this.file, text: this.text }));
  }
}
