// Loaded by every page before its text, so that what it changes is right when it
// is first shown and nothing moves afterwards.

/** Shows itself once its date (2026-01-31) lies behind the reader's today. */
class After extends HTMLElement {
  connectedCallback(): void {
    const date = this.dataset.date ?? "";
    if (date && today() > date) this.hidden = false;
  }
}

/** The reader's own date, in the form that dates have in the page. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Lets the keyboard reach what scrolls sideways, as long as it does. */
function watchWide(): void {
  const label = document.body.dataset.scroll ?? "";
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) {
        target.setAttribute("tabindex", "0");
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", label);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
      }
    }
  });
  document.querySelectorAll(".table, pre").forEach((wide) => watch.observe(wide));
}

customElements.define("vaandel-after", After);
document.addEventListener("DOMContentLoaded", watchWide);
