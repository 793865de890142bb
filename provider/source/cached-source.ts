/** Remembers listings between processes. Off unless it is configured. */
import { isImageError } from '../errors/image-error';
import { withDeadline } from '../transport/deadline';
import type { Clock } from '../transport/clock';
import type { BoundedStore } from './cache/bounded-store';
import type { CachedListing, EntryCodec } from './cache/entry';
import type { ImageSource, Listing, ListRequest, SourceWarning } from './source';

/** How a cache is used. */
export interface Cache {
  readonly store: BoundedStore;
  readonly codec: EntryCodec;
  /** How long a listing answers without a request. Milliseconds. */
  readonly ttlMs: number;
  /** How much longer it answers while the cloud cannot be reached. Milliseconds. */
  readonly graceMs: number;
}

/** The world of a cached source. */
export interface CacheWorld {
  /** The release of cloudimages. */
  readonly release: string;
  /** The longest that one look-up takes. Milliseconds. */
  readonly timeoutMs: number;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
}

/** A process that dies while it lists keeps the others waiting no longer than this. Milliseconds. */
export const LEASE_MS = 10_000;

/** An entry from further in the future than clocks differ is not used. Milliseconds. */
export const MOST_SKEW_MS = 5 * 60_000;

/** How often a process looks whether the one that lists has ended. Milliseconds. */
const POLL_MS = 100;

/**
 * Wraps a source so that its listings are shared between processes.
 *
 * Explicit ids are always requested: whether an image still exists is not for a cache to say. Of
 * many processes that miss at the same time, one lists.
 *
 * @param open - the cache; undefined: it is off. Called once, at the first listing
 */
export function cacheSource(
  source: ImageSource,
  open: () => Promise<Cache | undefined>,
  world: CacheWorld,
): ImageSource {
  let opened: Promise<Cache | undefined> | undefined;
  return {
    ...source,
    list: async (request) => {
      if (request.narrowing.imageIds !== undefined) return source.list(request);
      const cache = await (opened ??= open());
      if (cache === undefined) return source.list(request);
      const key = await source.cacheKey?.(request);
      if (key === undefined) return withWarning(await source.list(request), noAccount());
      // Each release reads images in its own way.
      return listThroughCache(source, cache, world, request, `${world.release} ${key}`);
    },
  };
}

async function listThroughCache(
  source: ImageSource,
  cache: Cache,
  world: CacheWorld,
  request: ListRequest,
  key: string,
): Promise<Listing> {
  const { store, codec, ttlMs, graceMs } = cache;
  const { signal, target } = request;
  const name = codec.nameOf(key);
  const read = async (): Promise<CachedListing | undefined> => {
    const bytes = await store.read(name, signal);
    return bytes === undefined ? undefined : codec.decode(key, target, bytes);
  };

  let known = await read();
  if (isYoungerThan(ttlMs, known)) return fromCache(known);
  const lease = await waitForLease();
  try {
    // Another process may have listed in the meantime.
    if (lease !== undefined) known = await read();
    if (isYoungerThan(ttlMs, known)) return fromCache(known);
    const listing = await listOrStale(known);
    if (listing.listedAtMs === undefined && lease?.isHeld() !== false) {
      const content = await codec.encode(key, { listing, listedAtMs: world.nowMs() });
      await store.write(name, content, ttlMs + graceMs, signal);
    }
    const problem = store.problem();
    return problem === undefined ? listing : withWarning(listing, unusable(store.place, problem));
  } finally {
    await lease?.release();
  }

  /** Undefined when the store cannot be used, or another process lists for too long. */
  async function waitForLease() {
    const endMs = world.clock.now() + world.timeoutMs / 2;
    for (;;) {
      const got = await store.tryLease(name, LEASE_MS, signal);
      if (got === 'unusable') return undefined;
      if (got !== 'busy') return got;
      if (world.clock.now() >= endMs) return undefined;
      await world.clock.sleep(POLL_MS * (0.5 + world.random()), signal);
    }
  }

  /** While a stale listing could answer, the cloud gets a part of the time only. */
  async function listOrStale(stale: CachedListing | undefined): Promise<Listing> {
    if (!isYoungerThan(ttlMs + graceMs, stale)) return source.list(request);
    const label = `listing ${target.cloud}/${target.region}`;
    try {
      return await withDeadline({ signal, timeoutMs: world.timeoutMs / 4, label }, (limited) =>
        source.list({ ...request, signal: limited }),
      );
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      return withWarning(fromCache(stale), isStale(ageOf(stale), error));
    }
  }

  function isYoungerThan(
    limitMs: number,
    entry: CachedListing | undefined,
  ): entry is CachedListing {
    if (entry === undefined) return false;
    return ageOf(entry) < limitMs && entry.listedAtMs - world.nowMs() <= MOST_SKEW_MS;
  }

  function ageOf({ listedAtMs }: CachedListing): number {
    return Math.max(0, world.nowMs() - listedAtMs);
  }
}

/** Whether the cloud could not be reached, as opposed to one that answered and refused. */
function isOutage(error: unknown): boolean {
  if (!isImageError(error)) return false;
  const { httpStatus } = error.facts;
  const refused = httpStatus !== undefined && httpStatus >= 400 && httpStatus < 500;
  return !refused && (error.code === 'unavailable' || error.code === 'timeout');
}

function fromCache({ listing, listedAtMs }: CachedListing): Listing {
  return { ...listing, listedAtMs };
}

function withWarning(listing: Listing, warning: SourceWarning): Listing {
  return { ...listing, warnings: [...(listing.warnings ?? []), warning] };
}

function noAccount(): SourceWarning {
  return {
    code: 'cache-not-used',
    message:
      'The cache was not used: these are temporary keys, and which account they belong to is not known. Set `cache.account` or CLOUDIMAGES_CACHE_ACCOUNT to a label of the account.',
  };
}

function unusable(place: string, problem: string): SourceWarning {
  return {
    code: 'cache-unusable',
    message: `The cache was not used (${place}): ${problem.replace(/\.$/, '')}.`,
  };
}

function isStale(ageMs: number, error: unknown): SourceWarning {
  const reason = isImageError(error) ? error.code : 'an error';
  return {
    code: 'stale-listing',
    message: `The cloud could not be reached (${reason}), so a listing from the cache answered. It is ${printAge(ageMs)} old.`,
  };
}

function printAge(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) return `${Math.round(ms / 1000)} seconds`;
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
