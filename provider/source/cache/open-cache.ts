/** Opens the configured cache. Loaded only when one is configured. */
import { userCacheFolder } from '../../files/private-folder';
import { extraCertificates } from '../../transport/extra-ca';
import type { Cache } from '../cached-source';
import { boundStore, STORE_TIMEOUT_MS } from './bounded-store';
import { createEntryCodec } from './entry';
import { createFileStore } from './file-store';
import type { CacheSettings } from './settings';
import type { CacheStore } from './store';

/** The user's environment and files. */
export interface UserPlace {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeDirectory: string;
  readonly readFile: (path: string) => Promise<string>;
}

/** The cache, as look-ups use it. Connects at the first call. */
export function openCache(settings: CacheSettings, user: UserPlace): Cache {
  const { ttlMs, graceMs, secret } = settings;
  return {
    store: boundStore(placeOf(settings), () => openStore(settings, user)),
    codec: createEntryCodec(secret),
    ttlMs,
    graceMs,
  };
}

/** The store itself, for commands about the cache. */
export async function openStore({ store }: CacheSettings, user: UserPlace): Promise<CacheStore> {
  if (store.kind === 'redis') {
    const [{ createRedisStore }, certificates] = await Promise.all([
      import('./redis-store.js'),
      extraCertificates(user.environment, user.readFile),
    ]);
    return createRedisStore(store.place, { timeoutMs: STORE_TIMEOUT_MS, certificates });
  }
  const folder = userCacheFolder('listings', { ...user, platform: process.platform });
  if (folder === undefined) throw new Error('the user has no home directory');
  return createFileStore(folder);
}

function placeOf({ store }: CacheSettings): string {
  if (store.kind === 'file') return "the user's cache folder";
  const { servers, tls } = store.place;
  const hosts = servers.map(({ host, port }) => `${host}:${port}`).join(',');
  return `${tls ? 'rediss' : 'redis'}://${hosts}`;
}
