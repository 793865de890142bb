/** Merges two changes of a lock, entry by entry. Pure. */
import {
  CANONICAL_VERSION,
  canonicalKey,
  printLock,
  type Lock,
  type LockedQuery,
  type LockedTarget,
} from '@cloudimages/lock';

/** An entry that both sides changed, each in its own way. Undefined: removed. */
export interface MergeConflict {
  readonly query: string;
  readonly scope: string;
  readonly target: string;
  readonly ours: LockedTarget | undefined;
  readonly theirs: LockedTarget | undefined;
}

/** The merged lock, with our side of each conflict. */
export interface MergedLock {
  readonly lock: Lock;
  readonly conflicts: readonly MergeConflict[];
}

/** An entry with the query that it answers. */
interface Leaf {
  readonly key: string;
  readonly scope: string;
  readonly target: string;
  readonly query: LockedQuery['query'];
  readonly canonicalVersion: number;
  readonly entry: LockedTarget;
}

/** Changes of one side are kept. What both sides changed alike is not a conflict. */
export function mergeLocks(base: Lock, ours: Lock, theirs: Lock): MergedLock {
  const sides = [base, ours, theirs].map(leavesOf);
  const [ofBase, ofOurs, ofTheirs] = sides;
  const places = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  const kept: Leaf[] = [];
  const conflicts: MergeConflict[] = [];
  for (const place of places) {
    const [b, o, t] = [ofBase?.get(place), ofOurs?.get(place), ofTheirs?.get(place)];
    const merged = mergeLeaf(b, o, t);
    const one = merged === 'conflict' ? (o ?? t) : merged;
    if (one === undefined) continue;
    if (merged === 'conflict') {
      const { key: query, scope, target } = one;
      conflicts.push({ query, scope, target, ours: o?.entry, theirs: t?.entry });
    }
    kept.push(one);
  }
  const mixed = mixedQueries(kept, ofOurs);
  return {
    lock: lockOf(kept.filter((leaf) => !mixed.includes(leaf))),
    conflicts: [
      ...conflicts,
      ...mixed.map(({ key: query, scope, target, entry }) => ({
        ...{ query, scope, target, ours: undefined, theirs: entry },
      })),
    ],
  };
}

function mergeLeaf(
  base: Leaf | undefined,
  ours: Leaf | undefined,
  theirs: Leaf | undefined,
): Leaf | undefined | 'conflict' {
  const [b, o, t] = [base, ours, theirs].map(contentOf);
  if (o === t) return laterOf(ours, theirs);
  if (o === b) return theirs;
  if (t === b) return ours;
  return 'conflict';
}

/** What an entry means. When and with which release it was locked does not matter. */
function contentOf(leaf: Leaf | undefined): string | undefined {
  if (leaf === undefined) return undefined;
  const { lockedAt: _at, release: _release, ...entry } = leaf.entry;
  return printLock({ ...leaf, entry } as unknown as Lock);
}

function laterOf(a: Leaf | undefined, b: Leaf | undefined): Leaf | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Date.parse(a.entry.lockedAt) >= Date.parse(b.entry.lockedAt) ? a : b;
}

/**
 * Entries of a name whose query one side changed while the other side added targets for the old one:
 * one name cannot mean two queries.
 */
function mixedQueries(
  leaves: readonly Leaf[],
  ours: ReadonlyMap<string, Leaf> | undefined,
): readonly Leaf[] {
  const ourQueries = new Map([...(ours?.values() ?? [])].map((leaf) => [leaf.key, queryOf(leaf)]));
  const queries = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    queries.set(leaf.key, (queries.get(leaf.key) ?? new Set()).add(queryOf(leaf)));
  }
  return leaves.filter(
    (leaf) => (queries.get(leaf.key)?.size ?? 0) > 1 && queryOf(leaf) !== ourQueries.get(leaf.key),
  );
}

function queryOf({ canonicalVersion, query }: Leaf): string {
  return `${canonicalVersion} ${canonicalKey(query)}`;
}

function leavesOf({ queries }: Lock): ReadonlyMap<string, Leaf> {
  const leaves = Object.entries(queries).flatMap(([key, { scopes, ...locked }]) =>
    Object.entries(scopes).flatMap(([scope, targets]) =>
      Object.entries(targets).map(([target, entry]): Leaf => ({
        ...{ key, scope, target, entry },
        ...locked,
      })),
    ),
  );
  return new Map(leaves.map((leaf) => [JSON.stringify([leaf.key, leaf.scope, leaf.target]), leaf]));
}

function lockOf(leaves: readonly Leaf[]): Lock {
  const queries = new Map<string, LockedQuery>();
  for (const { key, scope, target, entry, query, canonicalVersion } of leaves) {
    const scopes = queries.get(key)?.scopes ?? {};
    queries.set(key, {
      canonicalVersion: canonicalVersion ?? CANONICAL_VERSION,
      query,
      scopes: { ...scopes, [scope]: { ...scopes[scope], [target]: entry } },
    });
  }
  return { lockVersion: 1, queries: Object.fromEntries(queries) };
}

const MARK = 'cloudimages-conflict-';

/** The text of a merged lock, with both sides of each conflict between git's own markers. */
export function printMerged({ lock, conflicts }: MergedLock): string {
  const marked = conflicts.reduce((result, { query, scope, target, ours, theirs }, index) => {
    const known = result.queries[query];
    if (known === undefined || (ours === undefined && theirs === undefined)) return result;
    const targets = { ...known.scopes[scope], [target]: `${MARK}${index}` };
    const scopes = {
      ...known.scopes,
      [scope]: targets as unknown as LockedQuery['scopes'][string],
    };
    return { ...result, queries: { ...result.queries, [query]: { ...known, scopes } } };
  }, lock);
  return printLock(marked).replace(
    new RegExp(`^( *)("[^"]*"): "${MARK}(\\d+)"(,?)\\n`, 'gm'),
    (_line, indent: string, key: string, index: string, comma: string) => {
      const conflict = conflicts[Number(index)];
      const side = (entry: LockedTarget | undefined): string =>
        entry === undefined ? '' : `${indent}${key}: ${indented(entry, indent)}${comma}\n`;
      return `<<<<<<< ours\n${side(conflict?.ours)}=======\n${side(conflict?.theirs)}>>>>>>> theirs\n`;
    },
  );
}

function indented(entry: LockedTarget, indent: string): string {
  return printLock(entry as unknown as Lock)
    .trimEnd()
    .replaceAll('\n', `\n${indent}`);
}
