/** The lock scope of a query: which accounts see the same images for it. */
import { PUBLIC_SCOPE } from '@cloudimages/lock';

/** The scope of queries that depend on the account and were given no label. */
export const UNNAMED_SCOPE = 'unnamed';

/** A label such as `prod`. */
export const SCOPE_LABEL = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * `public` for a query that admits only public images, which every account sees alike; else the
 * label; else `unnamed`, which `verify` rejects and plans warn about.
 *
 * @param owners - of every alternative of the query, defaults filled in
 */
export function scopeOf(owners: readonly (readonly string[])[], label: string | undefined): string {
  const isPublic = owners.flat().every((owner) => owner === 'public');
  return isPublic ? PUBLIC_SCOPE : (label ?? UNNAMED_SCOPE);
}
