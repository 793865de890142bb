/** `cloudimages cache`: what is cached between runs, and how to remove it. */
import type { ComposedEngine } from '../compose';
import { ImageError } from '../errors/image-error';
import type { CacheStore } from '../source/cache/store';
import { EXIT } from './exit-codes';
import type { Terminal } from './output';

type Engine = Pick<ComposedEngine, 'openCacheStore'>;

/** Prints where the cache is and how much it holds. */
export async function cacheStatus(engine: Engine, terminal: Terminal): Promise<number> {
  const cache = await engine.openCacheStore();
  if (cache === undefined) {
    terminal.out('The cache is off. Turn it on with --cache file or CLOUDIMAGES_CACHE=file.\n');
    return EXIT.found;
  }
  const { settings, store } = cache;
  const { ttlMs, graceMs, secret } = settings;
  const { listings, bytes } = await use(store, () => store.status());
  terminal.out(
    [
      `Store:     ${store.place}`,
      `Listings:  ${listings}, ${(bytes / 1024 ** 2).toFixed(1)} MiB`,
      `Used for:  ${printMs(ttlMs)}, and ${printMs(graceMs)} more while a cloud cannot be reached`,
      `Encrypted: ${secret === undefined ? 'no' : 'yes, with CLOUDIMAGES_CACHE_KEY'}`,
      '',
    ].join('\n'),
  );
  return EXIT.found;
}

/** Removes all listings. */
export async function cacheClear(engine: Engine, terminal: Terminal): Promise<number> {
  const cache = await engine.openCacheStore();
  if (cache === undefined) {
    const reason = 'the cache is off, so there is nothing to clear';
    const hint = 'Name the store with --cache or CLOUDIMAGES_CACHE.';
    throw new ImageError('invalid-configuration', reason, { hint });
  }
  const { store } = cache;
  const removed = await use(store, () => store.clear());
  terminal.out(
    `Removed ${removed === 1 ? '1 listing' : `${removed} listings`} from ${store.place}.\n`,
  );
  return EXIT.found;
}

async function use<T>(store: CacheStore, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('unavailable', `the cache cannot be used: ${store.place}: ${reason}`, {
      cause,
    });
  } finally {
    await store.close();
  }
}

function printMs(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes % 1440 === 0 && minutes > 0) return `${minutes / 1440} d`;
  return minutes % 60 === 0 && minutes > 0 ? `${minutes / 60} h` : `${minutes} min`;
}
