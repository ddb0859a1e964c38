import { isDay, today } from "../../shared/day";
import { Listener, make } from "../../shared/element";
import { openStore } from "../../shared/store";

const store = openStore();
const key = "visit";

/** Marks what is new since the day of the reader's last visit. */
class News extends Listener {
  protected begin(): void {
    const since = visited();
    if (!since) return;
    for (const time of this.all<HTMLTimeElement>("time")) {
      if (time.dateTime > since) time.after(" ", make("span", "badge", this.text("new")));
    }
  }
}

/** The day before this one on which the reader was here, or "". It notes today. */
function visited(): string {
  const now = today();
  const [last = "", before = ""] = (store.get(key) ?? "").split(" ").filter(isDay);
  if (last === now) return before;
  store.set(key, `${now} ${last}`.trim());
  return last;
}

customElements.define("vaandel-news", News);
