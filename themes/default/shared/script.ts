import { scriptURL } from "./trusted";

/** Loads a script of this handbook and waits until it has run. It may be asked for
 *  again after it failed. */
export function loadScript(address: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = scriptURL(address);
    script.addEventListener("load", () => (script.remove(), done()));
    script.addEventListener("error", () => {
      script.remove();
      fail(new Error(`can't be loaded: ${address}`));
    });
    document.head.append(script);
  });
}
