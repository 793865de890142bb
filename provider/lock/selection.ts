/** Which entries of a lock a command is about. Pure. */
import type { Lock, LockedTarget, PlainQuery } from '@cloudimages/lock';
import { PUBLIC_SCOPE } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import { didYouMean } from '../image/nearest';
import { UNNAMED_SCOPE } from './scope';

/** What the user named. Absent: everything that these credentials can see. */
export interface EntryFilter {
  /** Names of queries, or canonical keys. Empty: all. */
  readonly names: readonly string[];
  /** Empty: all. */
  readonly targets: readonly string[];
  /** Only this scope. */
  readonly scope?: string | undefined;
  /** The configured label. Entries of other labels belong to other accounts. */
  readonly label: string | undefined;
}

/** The entries of one query in one scope. */
export interface EntryGroup {
  /** The key in the lock file: a name, or the canonical query. */
  readonly key: string;
  /** As it was locked. */
  readonly query: PlainQuery;
  readonly scope: string;
  readonly entries: ReadonlyMap<string, LockedTarget>;
  /** Targets to lock where there is no entry yet. */
  readonly targets?: readonly string[];
}

/** What was selected, and the scopes that were left out. */
export interface EntrySelection {
  readonly groups: readonly EntryGroup[];
  readonly otherScopes: readonly string[];
}

/** Selects entries. @throws ImageError `invalid-query` for an unknown name */
export function selectEntries(
  lock: Lock,
  filter: EntryFilter,
  /** Names that are known without an entry. */
  known: readonly string[] = [],
): EntrySelection {
  const keys = Object.keys(lock.queries);
  const unknown = filter.names.filter((name) => !keys.includes(name) && !known.includes(name));
  if (unknown.length > 0) {
    const said = unknown.map(
      (name) =>
        `"${name}" is not in the lock file or in cloudimages.json.${didYouMean(name, [...keys, ...known])}`,
    );
    throw new ImageError('invalid-query', said.join(' '));
  }
  const otherScopes = new Set<string>();
  const groups = Object.entries(lock.queries).flatMap(([key, { query, scopes }]) => {
    if (filter.names.length > 0 && !filter.names.includes(key)) return [];
    return Object.entries(scopes).flatMap(([scope, targets]): readonly EntryGroup[] => {
      if (!isScope(scope, filter)) {
        otherScopes.add(scope);
        return [];
      }
      // Targets of one group are updated together.
      const whole =
        isGroupQuery(query) && Object.keys(targets).some((one) => filter.targets.includes(one));
      const entries = Object.entries(targets).filter(
        ([target]) => whole || filter.targets.length === 0 || filter.targets.includes(target),
      );
      return entries.length === 0 ? [] : [{ key, query, scope, entries: new Map(entries) }];
    });
  });
  return { groups, otherScopes: [...otherScopes].toSorted() };
}

/** Whether the targets of a query are locked and updated together. */
export function isGroupQuery(query: PlainQuery): boolean {
  return query['sameBuild'] === true || query['anyOf'] !== undefined;
}

function isScope(scope: string, { scope: only, label }: EntryFilter): boolean {
  if (only !== undefined) return scope === only;
  return scope === PUBLIC_SCOPE || scope === UNNAMED_SCOPE || scope === label;
}
