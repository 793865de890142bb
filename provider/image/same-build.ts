/** One and the same build in every target of a cloud: the newest that all of them have. */
import type { Image, ImageWarning } from './answer.generated';
import type { ImageOrder } from './order';
import { printImage } from './print-image';
import type { FilteredTarget } from './ranked-target';
import { printTarget } from './target';

/** The label of the step that this adds to the filter steps. */
export const SAME_BUILD_STEP = 'sameBuild(true)';

/**
 * The clouds where public images have another id in each region, and the same name.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
 */
const IDS_BY_REGION: ReadonlySet<string> = new Set(['aws']);

/**
 * What makes two images in two regions the same build: the id for a cloud's own images, which keep
 * it everywhere; owner, name and architecture for others, whose copies get an id of their own.
 */
export function buildKey(image: Image): string {
  const { cloud, id, owner, ownerId, name, architecture } = image;
  if (owner !== 'public') return [owner, name, architecture].join('\n');
  return IDS_BY_REGION.has(cloud) ? [ownerId, name, architecture].join('\n') : id;
}

/** Leaves of each target's candidates only the newest common build, and names those that lag. */
export function pickSameBuild(
  order: ImageOrder,
  filtered: readonly FilteredTarget[],
): { readonly targets: readonly FilteredTarget[]; readonly warnings: readonly ImageWarning[] } {
  const warnings: ImageWarning[] = [];
  const chosen = new Map<string, string | undefined>();
  for (const cloud of new Set(filtered.map(({ listing }) => listing.target.cloud))) {
    const members = filtered.filter(({ listing }) => listing.target.cloud === cloud);
    const { key, lagging } = newestCommonBuild(order, members);
    chosen.set(cloud, key);
    warnings.push(...lagging);
  }
  const targets = filtered.map((entry) => {
    const key = chosen.get(entry.listing.target.cloud);
    const matching = entry.matching.filter((image) => buildKey(image) === key);
    const removed = entry.matching.length - matching.length;
    const step = { condition: SAME_BUILD_STEP, removed, unknown: 0, left: matching.length };
    return { ...entry, matching, steps: [...entry.steps, step] };
  });
  return { targets, warnings };
}

function newestCommonBuild(
  order: ImageOrder,
  members: readonly FilteredTarget[],
): { readonly key: string | undefined; readonly lagging: readonly ImageWarning[] } {
  const keys = members.map(({ matching }) => new Set(matching.map(buildKey)));
  const isEverywhere = (image: Image): boolean => keys.every((set) => set.has(buildKey(image)));
  const all = members.flatMap(({ matching }) => matching);
  const [newest] = order.first(all, 1);
  const [common] = order.first(all.filter(isEverywhere), 1);
  const key = common === undefined ? undefined : buildKey(common);
  if (newest === undefined || buildKey(newest) === key) return { key, lagging: [] };
  const kept =
    common === undefined
      ? 'No build is in all of the regions.'
      : `${printImage(common)} is used everywhere.`;
  const lagging = members
    .filter((_, index) => keys[index]?.has(buildKey(newest)) !== true)
    .map(({ listing: { target } }): ImageWarning => ({
      code: 'region-lags',
      target: printTarget(target),
      message: `${printImage(newest)} has not arrived in ${target.region} yet. ${kept}`,
    }));
  return { key, lagging };
}
