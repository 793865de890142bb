/** Lists the targets of a look-up side by side: as little as an answer needs, more for a no-match. */
import { CLOUDS } from '../clouds/index';
import { ImageError, isImageError } from '../errors/image-error';
import type { Criteria } from '../image/criteria';
import type { TargetListing } from '../image/select';
import { printTarget, type Target } from '../image/target';
import { OWNERS } from '../image/words';
import type { ImageSource, Narrowing, Scope } from '../source/source';

export type Listings = readonly TargetListing[];

interface Parts {
  readonly source: ImageSource;
  readonly note: (target: Target, message: string) => void;
}

interface Options {
  readonly signal: AbortSignal;
  readonly everything?: boolean | undefined;
}

/** Lists what a query needs of each target. */
export function listImages(
  parts: Parts,
  criteria: Criteria,
  targets: readonly Target[],
  { signal, everything = false }: Options,
): Promise<Listings> {
  return settleAll(
    targets.map(async (target): Promise<TargetListing> => {
      const scope = scopeOf(criteria, target);
      const label = scopeLabel(scope, target);
      // With a scope, an empty listing must mean that the scope left nothing, and not the narrowing.
      const narrowing = everything
        ? everythingOf(criteria, target)
        : label === undefined
          ? narrowingOf(criteria, target)
          : ownNarrowing(criteria, target);
      const listed = await list(parts, target, narrowing, scope, signal);
      const reportsTimes = typeof CLOUDS[target.cloud].image.createdAt === 'function';
      return { target, ...listed, scope: label, reportsTimes };
    }),
  );
}

/**
 * Lists the targets without a match once more, so that every condition can be counted: without
 * narrowing, or without the scope where that left nothing. Never asks for owners that the query
 * does not allow.
 *
 * @returns undefined where that failed, so that the first listings have to do
 * @throws ImageError `cancelled`
 */
export async function listAgain(
  parts: Parts,
  criteria: Criteria,
  listings: Listings,
  lacking: readonly boolean[],
  { signal, everything = false }: Options,
): Promise<Listings | undefined> {
  try {
    return await settleAll(
      listings.map(async (listing, index): Promise<TargetListing> => {
        const { target, scope, images } = listing;
        if (lacking[index] !== true) return listing;
        if (scope !== undefined && images.length === 0) {
          const narrowing = ownNarrowing(criteria, target);
          const without = await list(parts, target, narrowing, {}, signal);
          return { ...listing, withoutScope: without.images };
        }
        if (scope !== undefined || everything) return listing;
        const again = await list(parts, target, ownNarrowing(criteria, target), {}, signal);
        return { ...listing, ...again };
      }),
    );
  } catch (error) {
    if (isImageError(error) && error.code === 'cancelled') throw error;
    return undefined;
  }
}

async function list(
  { source, note }: Parts,
  target: Target,
  narrowing: Narrowing,
  scope: Scope,
  signal: AbortSignal,
): Promise<Pick<TargetListing, 'images' | 'listedAt' | 'warnings'>> {
  const listing = await source.list({ target, narrowing, scope, signal });
  const { images, listedAtMs, warnings = [], notes } = listing;
  notes.forEach((message) => note(target, message));
  return {
    images,
    listedAt: listedAtMs === undefined ? undefined : new Date(listedAtMs).toISOString(),
    warnings: warnings.map((warning) => ({ ...warning, target: printTarget(target) })),
  };
}

function narrowingOf(criteria: Criteria, target: Target): Narrowing {
  const { status, includeDeprecated, osType, architecture, family, tags, cloudInit } = criteria;
  return {
    ...ownNarrowing(criteria, target),
    status,
    includeDeprecated,
    osType,
    architecture: architecture ?? criteria.factsIn(target).architecture,
    family,
    tags,
    cloudInit,
  };
}

/** What is never left out: ids cost one small request, and owners bound what may be listed. */
function ownNarrowing({ imageIds, owners, distro, factsIn }: Criteria, target: Target): Narrowing {
  const { accounts, official } = factsIn(target);
  return {
    imageIds,
    owners: owners === undefined ? undefined : [...owners.filter(isOwnerWord), ...accounts],
    // It decides whose images are public, where anyone can publish images.
    distro: official === undefined ? undefined : distro,
  };
}

function isOwnerWord(owner: string): boolean {
  return (OWNERS as readonly string[]).includes(owner);
}

/** No narrowing at all; where anyone can publish images, the owners still bound what is listed. */
function everythingOf(criteria: Criteria, target: Target): Narrowing {
  const { imageIds } = criteria;
  const isBounded = criteria.factsIn(target).official === undefined;
  return isBounded ? { imageIds } : { ...ownNarrowing(criteria, target), distro: undefined };
}

/** An instance type whose architecture is known is a condition, and not sent. */
function scopeOf({ instanceType, native, factsIn }: Criteria, target: Target): Scope {
  const isSent = factsIn(target).architecture === undefined;
  return { instanceType: isSent ? instanceType : undefined, native: native?.[target.cloud] };
}

/** `instanceType(ecs.g7.large), native(Usage=instance)`. */
function scopeLabel({ instanceType, native }: Scope, { cloud }: Target): string | undefined {
  const parameters = Object.entries(native ?? {}).map(([name, value]) => `${name}=${value}`);
  const parts = [
    ...(instanceType === undefined ? [] : [`instanceType(${instanceType})`]),
    ...(parameters.length === 0 ? [] : [`native.${cloud}(${parameters.join(', ')})`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** All of them, or one error that lists every target that failed. */
async function settleAll<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const results = await Promise.allSettled(work);
  const errors: unknown[] = [];
  const values: T[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') values.push(result.value);
    else errors.push(result.reason);
  }
  const [first, ...others] = errors;
  if (errors.length === 0) return values;
  if (others.length === 0 || !isImageError(first)) throw first;
  const messages = errors.map((error) => (error instanceof Error ? error.message : String(error)));
  throw new ImageError(
    first.code,
    `${errors.length} of ${work.length} targets failed:\n${messages.map((text) => `  ${text}`).join('\n')}`,
    { ...first.facts, cause: first },
  );
}
