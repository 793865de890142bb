/** The named queries that a lock file has. Pure. */
import { CANONICAL_VERSION, canonicalKey, type Lock } from '@cloudimages/lock';
import type { NamedQuery, Project } from './project-file';

/**
 * A project with the named queries of a lock file, each in the targets in which it is locked. It has no
 * policies, and no other settings: those are in cloudimages.json only.
 *
 * @param file - for messages
 */
export function projectOfLock({ queries }: Lock, file: string): Project {
  const named = Object.entries(queries).flatMap(
    ([name, { canonicalVersion, query, scopes }]): readonly (readonly [string, NamedQuery])[] => {
      if (canonicalVersion !== CANONICAL_VERSION || name === canonicalKey(query)) return [];
      const targets = Object.values(scopes).flatMap((scope) => Object.keys(scope));
      const locked = { ...query, targets: [...new Set(targets)] };
      return [[name, { query: locked, policies: {} }]];
    },
  );
  return { file, targets: [], images: new Map(named), lockRequired: false, policies: {} };
}
