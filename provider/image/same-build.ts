/** One and the same build in every target of a cloud: the newest that all of them have. */
import type { Image, ImageWarning } from './answer.generated';
import { compareImages } from './order';
import type { RankedTarget } from './ranked-target';
import { printTarget } from './target';
import type { Order } from './words';

/**
 * What makes two images in two regions the same build: the id for a cloud's own images, which keep
 * it everywhere; name and architecture for others, whose copies get an id of their own.
 */
export function buildKey(image: Image): string {
  return image.owner === 'public'
    ? image.id
    : [image.owner, image.name, image.architecture].join('\n');
}

/** Leaves of each target's candidates only the newest common build, and names those that lag. */
export function pickSameBuild(
  order: Order,
  ranked: readonly RankedTarget[],
): { readonly targets: readonly RankedTarget[]; readonly warnings: readonly ImageWarning[] } {
  const warnings: ImageWarning[] = [];
  const chosen = new Map<string, string | undefined>();
  for (const cloud of new Set(ranked.map(({ target }) => target.cloud))) {
    const members = ranked.filter(({ target }) => target.cloud === cloud);
    const { key, lagging } = newestCommonBuild(order, members);
    chosen.set(cloud, key);
    warnings.push(...lagging);
  }
  const targets = ranked.map((entry) => {
    const key = chosen.get(entry.target.cloud);
    const matching = entry.matching.filter((image) => buildKey(image) === key);
    const removed = entry.matching.length - matching.length;
    const step = { condition: 'sameBuild(true)', removed, unknown: 0, left: matching.length };
    return { ...entry, matching, steps: [...entry.steps, step] };
  });
  return { targets, warnings };
}

function newestCommonBuild(
  order: Order,
  members: readonly RankedTarget[],
): { readonly key: string | undefined; readonly lagging: readonly ImageWarning[] } {
  const byKey = members.map(
    ({ matching }) => new Map(matching.toReversed().map((image) => [buildKey(image), image])),
  );
  const all = members.flatMap(({ matching }) => matching).toSorted(compareImages(order));
  const isEverywhere = (image: Image): boolean => byKey.every((map) => map.has(buildKey(image)));
  const common = all.find(isEverywhere);
  const newest = all[0];
  const lagging =
    newest === undefined || (common !== undefined && buildKey(common) === buildKey(newest))
      ? []
      : members
          .filter((_, index) => byKey[index]?.has(buildKey(newest)) !== true)
          .map(({ target }): ImageWarning => {
            const kept =
              common === undefined
                ? 'No build is in all of the regions.'
                : `${common.id} is used everywhere.`;
            return {
              code: 'region-lags',
              target: printTarget(target),
              message: `${newest.id} (${newest.name}) has not arrived in ${target.region} yet. ${kept}`,
            };
          });
  return { key: common === undefined ? undefined : buildKey(common), lagging };
}
