/** Looks a query up in a lock. */
import { canonicalKey, CANONICAL_VERSION, type PlainQuery } from './canonical-query';
import type { Lock, LockedTarget } from './model';

/** Which entry of a lock is meant. */
export interface LockedQuestion {
  /** The name of a named query; else the query's own canonical form is its key. */
  readonly name?: string | undefined;
  readonly query: PlainQuery;
  readonly scope: string;
  readonly target: string;
}

/**
 * What a lock says.
 *
 * - `locked`: it has an entry for this query, scope and target.
 * - `changed`: it has an entry of that name for another query, or by an older canonical form.
 * - `unlocked`: it has none.
 */
export type LockedAnswer =
  | { readonly state: 'locked'; readonly entry: LockedTarget }
  | { readonly state: 'changed' | 'unlocked' };

/** Looks one target of a query up. Pure. */
export function lookUpLocked(lock: Lock, question: LockedQuestion): LockedAnswer {
  const key = canonicalKey(question.query);
  const name = question.name ?? key;
  const locked = Object.hasOwn(lock.queries, name) ? lock.queries[name] : undefined;
  if (locked === undefined) return { state: 'unlocked' };
  const isSame =
    locked.canonicalVersion === CANONICAL_VERSION && canonicalKey(locked.query) === key;
  if (!isSame) return { state: 'changed' };
  const scope = Object.hasOwn(locked.scopes, question.scope)
    ? locked.scopes[question.scope]
    : undefined;
  const entry =
    scope !== undefined && Object.hasOwn(scope, question.target)
      ? scope[question.target]
      : undefined;
  return entry === undefined ? { state: 'unlocked' } : { state: 'locked', entry };
}
