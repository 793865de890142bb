/** The canonical form of a query: the same query has the same form in every front end. */

/** The version of the canonical form. A change of its rules makes a new one. */
export const CANONICAL_VERSION = 1;

/** A query as plain data: the camelCase fields of an `ImageQuery`. */
export type PlainQuery = Readonly<Record<string, unknown>>;

/** Fields that are no part of the question: where to look is a key of its own in the lock file. */
const OUTSIDE: ReadonlySet<string> = new Set(['targets', 'query']);

/** Lists whose order and repetitions mean nothing. The order of `anyOf` means something. */
const SETS: ReadonlySet<string> = new Set(['imageIds', 'excludeIds', 'owners']);

/**
 * The given fields without defaults, as plain data with sorted keys.
 *
 * Absent, `undefined` and `null` are the same. Fields that say what holds anyway stay, since a
 * default may change with a release. `targets` is left out.
 */
export function canonicalQuery(query: PlainQuery): PlainQuery {
  const given = Object.entries(query).filter(([field]) => !OUTSIDE.has(field));
  return canonicalObject(Object.fromEntries(given));
}

/** The canonical form as one line of JSON: the key of an unnamed query in the lock file. */
export function canonicalKey(query: PlainQuery): string {
  return JSON.stringify(canonicalQuery(query));
}

function canonicalObject(value: PlainQuery): PlainQuery {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null)
    .map(([key, member]): readonly [string, unknown] => [key, canonicalMember(key, member)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members);
}

function canonicalMember(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = value.map((member) => canonicalMember('', member));
    return SETS.has(key) ? [...new Set(members as string[])].toSorted() : members;
  }
  return typeof value === 'object' && value !== null ? canonicalObject(value as PlainQuery) : value;
}
