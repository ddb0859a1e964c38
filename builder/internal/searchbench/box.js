// Watches a box to search in: how long it is from a key until the results of what
// stands in the field are there, and until they have been drawn.
(field, host, shown) => {
  const input = document.querySelector(field);
  const place = document.querySelector(host);
  let began = 0;
  let found;
  input.addEventListener("keydown", (event) => (began = event.timeStamp), true);
  const expect = (query) => {
    found = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!shown(place, query)) return;
        observer.disconnect();
        const changed = performance.now();
        requestAnimationFrame(() => {
          const frame = performance.now();
          // A task of its own comes after what the frame draws.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done({ changed: changed - began, frame: frame - began, drawn: performance.now() - began });
          port2.postMessage(0);
        });
      });
      observer.observe(place, { attributes: true, characterData: true, childList: true, subtree: true });
    });
  };
  window.watched = {
    // Before a key is pressed: the results of which query are waited for.
    expect,
    found: () => found,
    // The query is in the field in the moment in which somebody comes to it.
    paste(query) {
      expect(query);
      began = performance.now();
      input.focus();
      input.value = query;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      return found;
    },
    clear() {
      input.focus();
      input.value = "";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "deleteContentBackward" }));
      return true;
    },
  };
  return true;
}
