/** Queries that are locked as a group are updated as a group: all targets or none. Pure. */
import type { LockedTarget, PlainQuery } from '@cloudimages/lock';
import type { ImageOrder } from '../image/order';
import type { NewestImages } from './newest';
import { isUpdate } from './outdated';
import { isGroupQuery } from './selection';

/**
 * What an update takes in each target. In a group in which a target has nothing to take, or would go
 * back to an older build, nothing is offered.
 *
 * @param entries - what is locked
 */
export function offeredToGroups(
  query: PlainQuery,
  newest: ReadonlyMap<string, NewestImages>,
  entries: ReadonlyMap<string, LockedTarget>,
  order: ImageOrder,
): ReadonlyMap<string, NewestImages> {
  if (!isGroupQuery(query)) return newest;
  const isWhole = (target: string): boolean => {
    const images = newest.get(target);
    const locked = entries.get(target);
    if (images === undefined || images.offered.length === 0) return false;
    if (query['sameBuild'] !== true || locked === undefined) return true;
    return images.offered[0]?.id === locked.images[0]?.id || isUpdate(locked, images, order);
  };
  // Builds are the same within a cloud; the alternative is the same everywhere.
  const groupOf = (target: string): string =>
    query['anyOf'] === undefined ? (target.split('/')[0] ?? '') : '';
  const held = new Set([...newest.keys()].filter((target) => !isWhole(target)).map(groupOf));
  return new Map(
    [...newest].map(([target, images]) => [
      target,
      held.has(groupOf(target)) ? { ...images, offered: [] } : images,
    ]),
  );
}

/** Whether an update changes the alternative of `anyOf` that a group is locked by. */
export function changesAlternative(
  entries: ReadonlyMap<string, LockedTarget>,
  alternative: number | undefined,
): boolean {
  return [...entries.values()].some(({ anyOfIndex }) => anyOfIndex !== alternative);
}
