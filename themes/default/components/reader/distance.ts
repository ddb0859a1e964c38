/** A Dutch word as it sounds, so that words that people mix up by ear are alike. */
export function sound(word: string): string {
  return word
    .replace(/ij|ei/g, "y")
    .replace(/ou|au/g, "w")
    .replace(/c(?=[eiy])|z/g, "s")
    .replace(/c|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/v|ph/g, "f")
    .replace(/k?h(?=[lnrt])|ch/g, "g")
    .replace(/d?t$|d$/, "t")
    .replace(/ie/g, "i")
    .replace(/th/g, "t")
    .replace(/(.)\1+/g, "$1");
}

/** How many letters must be added, left out, changed or swapped with the next to
 *  make one word of the other; most + 1 where it is more than that. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row.push(d);
      least = Math.min(least, d);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
