/** The nearest of some words or names by edit distance, for messages that help. Its work is bounded. */
import { distance } from 'fastest-levenshtein';

/** Longer texts are cut before they are compared. Names beyond it differ at their start as well. */
const LONGEST_WANTED = 80;
const LONGEST_NAME = 160;

/** How many names are compared exactly. More are first sifted by the pairs of letters they share. */
const MOST_COMPARED = 200;

/**
 * The names that hold the text most nearly, nearest first; equal ones in order of code units.
 * Case does not count.
 */
export function nearestNames(
  text: string,
  names: Iterable<string>,
  count: number,
): readonly string[] {
  const wanted = text.toLowerCase().trim().slice(0, LONGEST_WANTED);
  const different = new Map<string, string>();
  for (const name of names) different.set(name, name.slice(0, LONGEST_NAME).toLowerCase());
  return likeliest(wanted, [...different])
    .map(([name, lower]) => ({ name, far: distanceWithin(wanted, lower) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

type Named = readonly [name: string, lower: string];

/** The names that share most pairs of letters with the text. */
function likeliest(wanted: string, names: readonly Named[]): readonly Named[] {
  if (names.length <= MOST_COMPARED) return names;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < wanted.length; i += 1) pairs.add(wanted.slice(i, i + 2));
  const shared = ([, lower]: Named): number => {
    let found = 0;
    for (const pair of pairs) if (lower.includes(pair)) found += 1;
    return found;
  };
  return names
    .map((named) => ({ named, found: shared(named) }))
    .toSorted((a, b) => b.found - a.found || (a.named[0] < b.named[0] ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(({ named }) => named);
}

/** ` Did you mean "x"?`, or nothing when no word is near. */
export function didYouMean(text: string, words: readonly string[]): string {
  if (text === '' || text.length > LONGEST_WANTED) return '';
  const wanted = text.toLowerCase();
  const [best] = words
    .map((word) => ({ word, far: distance(wanted, word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  if (best === undefined) return '';
  const isNear = best.far <= Math.max(2, Math.floor(best.word.length / 3));
  return isNear ? ` Did you mean "${best.word}"?` : '';
}

/** Edits between a string and the most similar part of another (Sellers' algorithm). */
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
