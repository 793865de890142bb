/** A digest of a query as the lock sees it, so that the same question has the same key. */
import { canonicalQuery } from '@cloudimages/lock';
import type { PreparedQuery } from '../../lock/locked-engine';
import { resolutionKey } from '../../pin/pin';

/** The order of the targets does not matter, nor whether a named query was asked by its name. */
export function queryKeyOf({ query, targets }: Pick<PreparedQuery, 'query' | 'targets'>): string {
  return resolutionKey([canonicalQuery(query), targets.toSorted()], null);
}
