import { today, written } from "../../shared/day";
import { fill, Listener, make, plain, printOnly } from "../../shared/element";
import { kept, keepLesson, lasting, lesson, result } from "../../shared/progress";
import { root } from "../../shared/reader";

/** The end of a lesson: what was answered right, and that it is done. */
class LessonEnd extends Listener {
  protected begin(signal: AbortSignal): void {
    document.addEventListener(kept, () => this.count(), { signal });
    window.addEventListener("storage", () => this.count(), { signal });
    this.one("[data-act=done]")?.addEventListener("click", () => this.turn(), { signal });
    this.count();
  }

  private get page(): string {
    return this.dataset.page ?? "";
  }

  /** Counts what was answered right. Whoever has all right is done. */
  private count(): void {
    const quizzes = [...document.querySelectorAll<HTMLElement>("vaandel-quiz")].map((each) => result(each.dataset.key ?? ""));
    const right = quizzes.filter((each) => each?.right).length;
    const old = lesson(this.page);
    const all = quizzes.length > 0 && right === quizzes.length && right > old.right;
    const now = { done: old.done || all, right, of: quizzes.length };
    if (quizzes.some(Boolean) && JSON.stringify(now) !== JSON.stringify(old)) keepLesson(this.page, now);
    this.show(now.done, right, quizzes.length);
  }

  /** Marks the lesson as done, or as not done after all. */
  private turn(): void {
    const old = lesson(this.page);
    const of = document.querySelectorAll("vaandel-quiz").length;
    keepLesson(this.page, { ...old, of, done: !old.done });
  }

  private show(done: boolean, right: number, of: number): void {
    this.toggleAttribute("data-done-now", done);
    const button = this.one("[data-act=done]")!;
    button.setAttribute("aria-pressed", String(done));
    button.textContent = this.text(done ? "done" : "open");
    this.one(".lesson-score")!.textContent = [of ? this.text("score", right, of) : "", lasting() ? "" : this.text("forget")].filter(Boolean).join(". ");
  }
}

/** The lessons of a module, with those that are done, and a certificate. */
class Lessons extends Listener {
  protected begin(signal: AbortSignal): void {
    window.addEventListener("storage", () => this.show(), { signal });
    window.addEventListener("pageshow", () => this.show(), { signal });
    this.one("[data-act=print]")?.addEventListener("click", () => printOnly(this.one(".certificate")!), { signal });
    this.show();
  }

  private show(): void {
    const lines = this.all("ol > li").map((line) => ({ line, link: line.querySelector("a")! }));
    const lessons = lines.map(({ link }) => lesson(decodeURI(link.href.slice(root.length)).replace(/#.*/, "")));
    const done = lessons.filter((each) => each.done).length;
    lines.forEach(({ line, link }, i) => {
      line.toggleAttribute("data-done", lessons[i].done);
      line.querySelector(".lessons-done")?.remove();
      if (!lessons[i].done) return;
      link.after(" ", make("span", "lessons-done", this.text("done")));
    });
    const next = lines[lessons.findIndex((each) => !each.done)];
    this.goOn(next?.link, done);
    const right = lessons.reduce((sum, each) => sum + each.right, 0);
    const of = lessons.reduce((sum, each) => sum + each.of, 0);
    const share = of ? Math.floor((100 * right) / of) : 100;
    const finished = done === lines.length && lines.length > 0;
    const passed = finished && share >= Number(this.dataset.pass ?? 0);
    const status = [this.text("progress", done, lines.length)];
    if (finished && of) status.push(this.text("score", right, of, share));
    if (finished && !passed) status.push(this.text("short"));
    this.one(".lessons-progress")!.textContent = status.join(" ");
    this.certify(passed);
  }

  private goOn(link: HTMLAnchorElement | undefined, done: number): void {
    const line = this.one(".lessons-on")!;
    line.hidden = !link;
    if (!link) return;
    const on = line.querySelector("a")!;
    on.href = link.href;
    on.textContent = this.text(done ? "further" : "start", plain(link));
  }

  /** Shows the certificate, with the day of today. */
  private certify(passed: boolean): void {
    this.one(".certificate")!.hidden = !passed;
    const line = this.one(".certificate-date")!;
    line.textContent = fill(line.dataset.day, written(today()));
  }
}

customElements.define("vaandel-lesson", LessonEnd);
customElements.define("vaandel-lessons", Lessons);
