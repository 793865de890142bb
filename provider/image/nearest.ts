/** The nearest of some words or names by edit distance, for messages that help. */
import { distance } from 'fastest-levenshtein';

/**
 * The names that hold the text most nearly, nearest first; equal ones in order of code units.
 * Case does not count.
 */
export function nearestNames(
  text: string,
  names: Iterable<string>,
  count: number,
): readonly string[] {
  const wanted = text.toLowerCase().trim();
  return [...new Set(names)]
    .map((name) => ({ name, far: distanceWithin(wanted, name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/** ` Did you mean "x"?`, or nothing when no word is near. */
export function didYouMean(text: string, words: readonly string[]): string {
  const wanted = text.toLowerCase();
  const [best] = words
    .map((word) => ({ word, far: distance(wanted, word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  if (best === undefined || text === '') return '';
  const isNear = best.far <= Math.max(2, Math.floor(best.word.length / 3));
  return isNear ? ` Did you mean "${best.word}"?` : '';
}

/** Edits between a text and the part of another that is most like it (Sellers' algorithm). */
function distanceWithin(text: string, whole: string): number {
  let row = Array.from({ length: whole.length + 1 }, () => 0);
  for (let i = 1; i <= text.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= whole.length; j += 1) {
      const change = (row[j - 1] ?? 0) + Number(text[i - 1] !== whole[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
