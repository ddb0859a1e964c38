// Questions to the author, each in a dialog: the browser's own, so that the keyboard
// and a screen reader stay in it.

import { button, el } from "../dom";
import { say } from "../texts";

let number = 0;

/** Opens a dialog; it is gone once it is closed. */
export function opened(box: HTMLDialogElement): HTMLDialogElement {
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** Closes a dialog at once: the browser tells of it later. */
export function closed(box: HTMLDialogElement): void {
  box.close();
  box.remove();
}

/** Puts a label above a field, with a sentence of help. */
export function labelled(text: string, field: HTMLElement, help = ""): HTMLElement {
  field.id ||= `v-field-${++number}`;
  const label = el("label", "", text);
  label.htmlFor = field.id;
  const row = el("div", "row", label);
  if (help) {
    const hint = el("p", "help", help);
    hint.id = `${field.id}-help`;
    field.setAttribute("aria-describedby", hint.id);
    row.append(hint);
  }
  row.append(field);
  return row;
}

/** Makes a field for a line of text. */
export function input(value = "", type = "text"): HTMLInputElement {
  const made = el("input");
  made.type = type;
  made.value = value;
  return made;
}

/** Makes a list to choose from. */
export function select(choices: { value: string; label: string }[], value = ""): HTMLSelectElement {
  const made = el("select");
  for (const each of choices) made.append(new Option(each.label, each.value, false, each.value === value));
  return made;
}

/** A field that must be filled in, and what to say where it is not. */
export interface Need {
  field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  text: string;
}

/** Asks something. done may refuse with a text, which is shown; else the dialog closes. */
export function dialog(title: string, parts: Node[], yes: string, needs: Need[], done: () => Promise<string> | string): HTMLDialogElement {
  const form = el("form");
  form.method = "dialog";
  form.noValidate = true;
  const heading = el("h2", "", title);
  heading.id = `v-dialog-${++number}`;
  const wrong = el("p", "wrong");
  wrong.setAttribute("role", "alert");
  const accept = el("button", "primary", yes);
  const box = el("dialog", "", form);
  box.setAttribute("aria-labelledby", heading.id);
  form.append(heading, ...parts, wrong, el("p", "buttons", accept, button("", say("cancel"), () => closed(box))));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const missing = needs.find(({ field }) => field.value.trim() === "");
    wrong.textContent = missing ? missing.text : "";
    if (missing) return missing.field.focus();
    accept.disabled = true;
    const why = await done();
    accept.disabled = false;
    if (why) wrong.textContent = why;
    else closed(box);
  });
  return opened(box);
}
