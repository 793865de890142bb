/** Changes of a lock, each a new lock. Pure. */
import {
  CANONICAL_VERSION,
  canonicalKey,
  canonicalQuery,
  LOCK_VERSION,
  type Lock,
  type LockedScope,
  type LockedTarget,
  type PlainQuery,
} from '@cloudimages/lock';

/** A lock without entries. */
export const EMPTY_LOCK: Lock = { lockVersion: LOCK_VERSION, queries: {} };

/** Where entries belong. */
export interface LockPlace {
  readonly name: string | undefined;
  readonly query: PlainQuery;
  readonly scope: string;
}

/** The lock with these entries. An entry of the same name for another query is replaced. */
export function withEntries(
  lock: Lock,
  { name, query, scope }: LockPlace,
  entries: ReadonlyMap<string, LockedTarget>,
): Lock {
  if (entries.size === 0) return lock;
  const key = canonicalKey(query);
  const known = ownMember(lock.queries, name ?? key);
  const isSame = known?.canonicalVersion === CANONICAL_VERSION && canonicalKey(known.query) === key;
  const scopes = isSame ? known.scopes : {};
  const targets: LockedScope = {
    ...ownMember(scopes, scope),
    ...Object.fromEntries(entries),
  };
  return withQuery(lock, name ?? key, {
    canonicalVersion: CANONICAL_VERSION,
    query: canonicalQuery(query),
    scopes: { ...scopes, [scope]: targets },
  });
}

/** The lock with the reviewed entries of one scope copied to another. */
export function promote(lock: Lock, from: string, to: string, names?: readonly string[]): Lock {
  return Object.entries(lock.queries).reduce((result, [name, locked]) => {
    const source = ownMember(locked.scopes, from);
    if (source === undefined || names?.includes(name) === false) return result;
    return withQuery(result, name, {
      ...locked,
      scopes: { ...locked.scopes, [to]: { ...ownMember(locked.scopes, to), ...source } },
    });
  }, lock);
}

/** The lock without the queries, scopes and targets for which `keep` is false. */
export function prune(
  lock: Lock,
  keep: (name: string, scope: string, target: string) => boolean,
): Lock {
  const queries = Object.entries(lock.queries).flatMap(([name, locked]) => {
    const scopes = Object.entries(locked.scopes).flatMap(([scope, targets]) => {
      const kept = Object.entries(targets).filter(([target]) => keep(name, scope, target));
      return kept.length === 0 ? [] : [[scope, Object.fromEntries(kept)] as const];
    });
    return scopes.length === 0
      ? []
      : [[name, { ...locked, scopes: Object.fromEntries(scopes) }] as const];
  });
  return { ...lock, queries: Object.fromEntries(queries) };
}

function withQuery(lock: Lock, name: string, locked: Lock['queries'][string]): Lock {
  return { ...lock, queries: { ...lock.queries, [name]: locked } };
}

function ownMember<T>(members: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}
