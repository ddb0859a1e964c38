// Tells which elements in the window moved as the page came in from the network,
// as texts. A browser shows what it has while the rest is on its way: the same
// elements, without those that come later. So the page is taken apart from its
// end, and each time all that is left must stand where it stands in the whole.
// The header comes with the first packet. The columns of a table are as wide as
// the rows so far ask for, as with every table; and words within a paragraph
// that is half there may wrap otherwise.
(() => {
  // Each of the first elements, as these fill the window; then some.
  const [first, steps] = [30, 20];
  const all = [...document.querySelectorAll("body *")].filter((e) => !e.closest("table") || e.matches("table"));
  const later = all.filter((e) => e.closest("main, footer"));
  const corner = (e) => {
    const { left, top, width, height } = e.getBoundingClientRect();
    const shows = width && height && (e.textContent.trim() || e.matches("img, svg, input, progress"));
    return shows && getComputedStyle(e).display !== "inline" ? { left, top } : null;
  };
  const whole = new Map(all.map((e) => [e, corner(e)]));
  const name = (e) => e.outerHTML.slice(0, 90).replaceAll("\n", " ");

  /** Removes all that comes after an element, the element with it. */
  const cut = (at) => {
    const rest = document.createRange();
    rest.setStartBefore(at);
    rest.setEndAfter(document.body.lastChild);
    rest.deleteContents();
  };

  const moved = new Map();
  const stride = Math.ceil(later.length / steps);
  for (let i = later.length - 1; i > 0; i--) {
    const at = later[i];
    if (!at.isConnected || (i > first && i % stride)) continue;
    const missing = name(at);
    cut(at);
    for (const [e, end] of whole) {
      if (!e.isConnected || !end) continue;
      const now = corner(e);
      if (!now || Math.min(now.top, end.top) > innerHeight || moved.has(e)) continue;
      const [x, y] = [Math.round(end.left - now.left), Math.round(end.top - now.top)];
      if (x || y) moved.set(e, `moves by ${x}, ${y} when this comes: ${missing}: ${name(e)}`);
    }
  }
  // What moves takes along all that is in it: that is one fault.
  return [...moved].filter(([e]) => !moved.has(e.parentElement)).map(([, text]) => text);
})()
