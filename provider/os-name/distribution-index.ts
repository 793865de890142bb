/** Look-ups in the table of distributions: by id, and by the words of a name. */
import { DISTRIBUTIONS } from './distributions';
import type { Distribution, Distro } from './distributions';
import type { Token } from './name-tokens';
import { once } from './once';

/** A row of the table. */
export type DistributionRow = Distribution & { readonly id: Distro };

/** What must follow a name so that it says the distribution. */
type NameKind = 'anywhere' | 'beforeVersion' | 'touchingVersion';

/** One name of a distribution. */
export interface DistributionName {
  readonly row: DistributionRow;
  readonly kind: NameKind;
  readonly words: readonly string[];
}

const ROWS: readonly DistributionRow[] = DISTRIBUTIONS;

/** All names by their first word, those of most words first. */
const namesByFirstWord = once(() => {
  const index = new Map<string, DistributionName[]>();
  for (const row of ROWS) {
    const add = (kind: NameKind, names: readonly string[] = []): void => {
      for (const name of names) {
        const words = name.split(' ');
        const [first = ''] = words;
        index.set(first, [...(index.get(first) ?? []), { row, kind, words }]);
      }
    };
    add('anywhere', row.names);
    add('beforeVersion', row.beforeVersion);
    add('touchingVersion', row.touchingVersion);
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
});

/** The names in scripts that put no borders between words, so that any part of a run may be one. */
const hanNames = once(() =>
  [...namesByFirstWord()].filter(([word]) => word.charCodeAt(0) >= 0x2e80),
);

const namesAlone = once(
  () => new Map(ROWS.flatMap((row) => (row.alone ?? []).map((name) => [name, row] as const))),
);

const rowById = once(() => new Map<string, DistributionRow>(ROWS.map((row) => [row.id, row])));

/** The distributions that others refine: `CentOS` may turn out to be CentOS Stream. */
export const refinableDistros = once(
  () => new Set<string>(ROWS.flatMap((row) => row.refines ?? [])),
);

const NONE: readonly DistributionName[] = [];

/** The row of a distribution's id. */
export const distribution = (id: string): DistributionRow | undefined => rowById().get(id);

/** The row that the whole of a platform field names. */
export const namedAlone = (field: string): DistributionRow | undefined =>
  namesAlone().get(field.trim().toLowerCase());

/** The names of distributions whose first word stands at a token. */
export function namesAt(tokens: readonly Token[], i: number): readonly DistributionName[] {
  const token = tokens[i];
  if (token === undefined || token.kind === 'number') return NONE;
  if (token.kind === 'han') {
    return hanNames().flatMap(([word, names]) => (token.text.includes(word) ? names : NONE));
  }
  // `0ubuntu1` is the tail of a package's version.
  if (token.gap === '' && tokens[i - 1]?.kind === 'number') return NONE;
  return namesByFirstWord().get(token.text) ?? NONE;
}
