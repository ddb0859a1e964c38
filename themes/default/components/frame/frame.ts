import { today } from "../../shared/day";

// Loaded by every page before its text, so that what it changes is right when it
// is first shown and nothing moves afterwards.

/** Shows itself by the reader's own date: from the day data-from (2026-01-31)
 *  on, or once the day data-after is over. */
class After extends HTMLElement {
  connectedCallback(): void {
    const { from, after } = this.dataset;
    if ((from && today() >= from) || (after && today() > after)) this.hidden = false;
  }
}

/** Shows what it stands in by the reader's own date: from the day data-from on,
 *  until the day data-until is over. */
class Now extends HTMLElement {
  connectedCallback(): void {
    const { from, until } = this.dataset;
    const shown = (!from || today() >= from) && (!until || today() <= until);
    if (this.parentElement) this.parentElement.hidden = !shown;
  }
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
customElements.define("vaandel-now", Now);
document.addEventListener("DOMContentLoaded", watchWide);
