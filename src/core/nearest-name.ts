/**
 * Among known names the one that a misspelt name most likely means, or `null` when none is near.
 *
 * Case, `_` and `-` are ignored at first (`born_on` means `bornOn`), then one edit in three letters is forgiven.
 *
 * @param name - The name that is not known.
 * @param known - The names that are.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const wanted = folded(name);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, folded(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function folded(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}

/**
 * How many letters must be put in, left out or replaced to turn one text into the other (Levenshtein).
 *
 * @param from - One text.
 * @param to - The other.
 */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
