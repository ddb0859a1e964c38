// Scripts that a page loads later. The pages' security policy takes an address of
// a script from the one policy "vaandel" alone, so that text that found its way
// into a page can't load anything by itself.

interface Policy {
  createScriptURL(address: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
}

/** A browser makes a policy of a name once. Scripts that are compiled apart find
 *  it here. */
const made = Symbol.for("vaandel.policy");

type Holder = { trustedTypes?: Factory; [made]?: Policy };

/** The address of a script of this handbook, as the browser wants it to be given
 *  to script.src. Throws for any other address. */
export function scriptURL(address: string): string {
  const holder = window as unknown as Holder;
  const rules = { createScriptURL: inside };
  holder[made] ??= holder.trustedTypes?.createPolicy("vaandel", rules) ?? rules;
  // Browsers with trusted types give an object, which goes where text would go.
  return holder[made].createScriptURL(address) as string;
}

/** The full address, if it lies below the root of the handbook. */
function inside(address: string): string {
  const root = new URL(document.documentElement.dataset.root || ".", document.baseURI);
  const full = new URL(address, document.baseURI);
  if (!full.href.startsWith(root.href)) throw new TypeError(`not in this handbook: ${full.href}`);
  return full.href;
}
