/** The named queries that a lock file has. Pure. */
import { CANONICAL_VERSION, canonicalKey, type Lock } from '@cloudimages/lock';
import type { NamedQueries } from './named-query';
import type { NamedQuery } from './project-file';

/**
 * The named queries of a lock file, each in the targets in which it is locked. Policies are in
 * cloudimages.json only.
 *
 * @param file - for messages
 */
export function queriesOfLock({ queries }: Lock, file: string): NamedQueries {
  const named = Object.entries(queries).flatMap(
    ([name, { canonicalVersion, query, scopes }]): readonly (readonly [string, NamedQuery])[] => {
      if (canonicalVersion !== CANONICAL_VERSION || name === canonicalKey(query)) return [];
      const targets = Object.values(scopes).flatMap((scope) => Object.keys(scope));
      const locked = { ...query, targets: [...new Set(targets)] };
      return [[name, { query: locked, policies: {} }]];
    },
  );
  return { file, images: new Map(named) };
}
