// What the toolbar asks before it acts: a link, a picture, a new page, another name.

import { button, el } from "../dom";
import { say } from "../texts";
import { type Choices, type Page, Refused, api } from "./api";
import { chooser, folderOf, slug, way } from "./choose";
import { closed, dialog, input, labelled, select } from "./dialog";

/** Says why the server refused. */
export const why = (refused: unknown): string => {
  if (!(refused instanceof Refused)) throw refused;
  return refused.text === "lost" ? say("lost.edit") : [refused.text, refused.hint].filter(Boolean).join(" ");
};

/** Asks where a link leads; where one leads now if there is one already. */
export function askLink(choices: Choices, from: Page, label: string, now: string, done: (label: string, href: string) => void): void {
  const text = input(label);
  const href = input(now);
  const { field, list } = chooser(choices, from.lang, (page) => {
    href.value = way(from.file, page.file);
    if (!text.value) text.value = page.title;
  });
  const found = labelled(say("link.page"), field);
  found.append(list);
  dialog(say(now ? "link.change" : "link.put"), [found, labelled(say("link.address"), href, say("link.address.help")), labelled(say("link.text"), text)], say(now ? "link.changed" : "put"),
    [{ field: href, text: say("link.need") }, { field: text, text: say("link.need.text") }],
    () => {
      const address = href.value.trim();
      done(text.value.trim(), /^www\./i.test(address) ? `https://${address}` : address);
      return "";
    });
  field.focus();
}

/** Asks what a picture shows and whose it is, and brings it into the handbook. */
export function askPicture(near: string, given: File | null, done: (alt: string, path: string, caption: string) => void): void {
  const file = input("", "file");
  file.accept = "image/jpeg,image/png,image/gif,image/webp,image/svg+xml";
  const preview = el("img", "chosen");
  preview.alt = "";
  preview.hidden = true;
  let chosen = given;
  const alt = el("textarea");
  alt.rows = 2;
  const licence = input();
  const parts: Node[] = [labelled(say("picture.alt"), alt, say("picture.alt.help")), labelled(say("picture.licence"), licence, say("picture.licence.help"))];
  const show = (): void => {
    if (!chosen) return;
    preview.src = URL.createObjectURL(chosen);
    preview.hidden = false;
  };
  file.onchange = () => {
    chosen = file.files?.[0] ?? null;
    show();
  };
  const needs = [{ field: alt, text: say("picture.need.alt") }, { field: licence, text: say("picture.need.licence") }];
  const box = dialog(say("picture.put"), [preview, ...(given ? [] : [labelled(say("picture.file"), file)]), ...parts], say("put"), needs, async () => {
    if (!chosen) return say("picture.need.file");
    try {
      const { path } = await api.picture(near, chosen.name || "afbeelding.png", chosen);
      done(alt.value.trim().replace(/\s+/g, " "), path, licence.value.trim());
      return "";
    } catch (refused) {
      return why(refused);
    }
  });
  box.addEventListener("close", () => preview.src && URL.revokeObjectURL(preview.src));
  show();
  (given ? alt : file).focus();
}

/** Asks what a new page is, makes it, and opens it. It is to be like the one near it. */
export function askNew(choices: Choices, near = ""): void {
  const title = input();
  const kind = select(choices.kinds);
  const about = el("p", "help");
  const folder = select(choices.folders);
  const lang = select(choices.languages, choices.pages.find((each) => each.file === near)?.lang);
  const tell = (): void => {
    const chosen = choices.kinds.find((each) => each.value === kind.value);
    about.textContent = chosen?.about.toLowerCase().includes(chosen.label.toLowerCase()) ? "" : chosen?.about ?? "";
  };
  const suit = (): void => {
    tell();
    const fitting = choices.folders.find((each) => each.kind === kind.value);
    if (fitting) folder.value = fitting.value;
  };
  kind.onchange = suit;
  about.setAttribute("role", "status");
  const kinds = labelled(say("new.kind"), kind);
  kinds.append(about);
  suit();
  const home = choices.folders.find((each) => each.value === folderOf(near) && each.kind !== "");
  if (home) [kind.value, folder.value] = [home.kind, home.value];
  tell();
  dialog(say("new"), [labelled(say("new.title"), title), kinds, labelled(say("new.folder"), folder), ...(choices.languages.length > 1 ? [labelled(say("new.lang"), lang)] : [])],
    say("new.make"), [{ field: title, text: say("new.need") }], async () => {
      try {
        const { file } = await api.create({ kind: kind.value, title: title.value, folder: folder.value, lang: lang.value });
        location.assign(`/_vaandel/edit?file=${encodeURIComponent(file)}`);
        return "";
      } catch (refused) {
        return why(refused);
      }
    });
  title.focus();
}

/** Asks for another place and name of a page. */
export function askName(choices: Choices, file: string): void {
  const [, was, ending] = /([^/]*?)((?:\.\w+)?\.\w+)$/.exec(file)!;
  const folders = choices.folders.some((each) => each.value === folderOf(file)) ? choices.folders : [...choices.folders, { value: folderOf(file), label: folderOf(file) }];
  const folder = select(folders, folderOf(file));
  const name = input(was);
  dialog(say("rename"), [labelled(say("rename.name"), name, say("rename.name.help")), labelled(say("rename.folder"), folder), el("p", "help", say("rename.help"))], say("rename.do"), [{ field: name, text: say("rename.need") }], async () => {
    const next = (name.value === was ? was : slug(name.value)) + ending;
    try {
      const { file: now } = await api.rename(file, folder.value === "." ? next : `${folder.value}/${next}`);
      location.assign(`/_vaandel/edit?file=${encodeURIComponent(now)}`);
      return "";
    } catch (refused) {
      return why(refused);
    }
  });
  name.select();
}

/** Asks what to do with a text that is not saved, before its author leaves. */
export function askLeave(save: () => Promise<string>, leave: () => void): void {
  const without = button("link", say("leave.without"), () => {
    closed(box);
    leave();
  });
  const box = dialog(say("leave"), [el("p", "", say("leave.about")), el("p", "", without)], say("leave.save"), [], async () => {
    const wrong = await save();
    if (!wrong) leave();
    return wrong;
  });
  box.querySelector<HTMLElement>(".primary")!.focus();
}
