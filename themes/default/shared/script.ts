import { scriptURL } from "./trusted";

/** Loads a script of this handbook and waits until it has run. It may be asked for
 *  again after it failed. Those in order run in the order they were asked for. */
export function loadScript(address: string, inOrder = false): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = scriptURL(address);
    script.async = !inOrder;
    script.addEventListener("load", () => (script.remove(), done()));
    script.addEventListener("error", () => {
      script.remove();
      fail(new Error(`can't be loaded: ${address}`));
    });
    document.head.append(script);
  });
}
