/** A lock as text: deterministic, sorted, one member a line, so that diffs are small. */
import type { Lock } from './model';

/** The members that stand first, in this order; the rest follows by name. */
const FIRST: readonly string[] = ['lockVersion', 'canonicalVersion', 'query', 'id', 'name'];

/** The text of a lock file. Ends with one line break. */
export function printLock(lock: Lock): string {
  return `${JSON.stringify(sorted(lock), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]): readonly [string, unknown] => [key, sorted(member)])
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(members);
}

function rank(key: string): number {
  const index = FIRST.indexOf(key);
  return index === -1 ? FIRST.length : index;
}
