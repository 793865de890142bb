/** Keeps listings in Redis or Valkey, for teams. Loaded only when it is configured. */
import type { Cluster, Redis } from 'ioredis';
import { ImageError } from '../../errors/image-error';
import type { CacheStore, Lease } from './store';

/** What keys of this package begin with. */
const PREFIX = 'cloudimages:listing:';
/** The library puts `mutex:` before it. */
const LEASES = 'cloudimages:lease:';
/** How many keys one request reads or removes. */
const BATCH = 500;

/** Where the servers are, and how to sign in. */
export interface RedisPlace {
  /** `single`: one server. `sentinel`: its address is found through these. `cluster`: these belong to it. */
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly servers: readonly { readonly host: string; readonly port: number }[];
  /** The name of the group that Sentinel watches. */
  readonly group?: string | undefined;
  readonly tls: boolean;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** The number of the database. */
  readonly database: number;
}

/** How to connect. */
export interface RedisConnection {
  /** The longest that a caller waits. */
  readonly timeoutMs: number;
  /** Trusted instead of Node's own, as PEM texts. */
  readonly certificates?: readonly string[] | undefined;
}

/**
 * Opens a store. Connects at the first call.
 *
 * @throws ImageError `invalid-configuration` when the libraries are not installed
 */
export async function createRedisStore(
  place: RedisPlace,
  connection: RedisConnection,
): Promise<CacheStore> {
  const { ioredis, semaphore } = await loadLibraries();
  const client = connect(ioredis, place, connection);
  // A call that fails says "Connection is closed". Why it was closed comes by this event.
  let cause: Error | undefined;
  client.on('error', (error: Error) => (cause ??= error));
  const call = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw cause ?? error;
    }
  };
  letProcessEnd(client);
  const nodes = (): readonly Redis[] => ('nodes' in client ? client.nodes('master') : [client]);

  return {
    place: `${place.tls ? 'rediss' : 'redis'}://${place.servers.map(({ host, port }) => `${host}:${port}`).join(',')}`,
    read: async (name) => (await call(client.getBuffer(`${PREFIX}${name}`))) ?? undefined,
    write: async (name, content, lifetimeMs) => {
      await call(client.set(`${PREFIX}${name}`, content, 'PX', Math.ceil(lifetimeMs)));
    },
    tryLease: async (name, leaseMs): Promise<Lease | undefined> => {
      let held = true;
      const mutex = new semaphore.Mutex(client, `${LEASES}${name}`, {
        lockTimeout: leaseMs,
        acquireAttemptsLimit: 1,
        refreshInterval: leaseMs / 3,
        onLockLost: () => (held = false),
      });
      if (!(await call(mutex.tryAcquire()))) return undefined;
      return {
        isHeld: () => held && mutex.isAcquired,
        release: async () => {
          held = false;
          await mutex.release();
        },
      };
    },
    status: async () => {
      let listings = 0;
      let bytes = 0;
      for (const node of nodes()) {
        for await (const names of scan(node)) {
          listings += names.length;
          bytes += (await Promise.all(names.map((name) => node.strlen(name)))).reduce(add, 0);
        }
      }
      return { listings, bytes };
    },
    clear: async () => {
      let removed = 0;
      for (const node of nodes()) {
        for await (const names of scan(node)) {
          // One by one: the keys of a cluster lie in different slots.
          removed += (await Promise.all(names.map((name) => node.unlink(name)))).reduce(add, 0);
        }
      }
      return removed;
    },
    close: async () => client.disconnect(),
  };
}

function connect(
  ioredis: Pick<typeof import('ioredis'), 'Redis' | 'Cluster'>,
  { kind, servers, group, tls, username, password, database }: RedisPlace,
  { timeoutMs, certificates }: RedisConnection,
): Redis | Cluster {
  const trust = certificates === undefined ? {} : { ca: [...certificates] };
  const options = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    // Later than the caller's own limit, which a busy machine does not shorten.
    connectTimeout: 4 * timeoutMs,
    // The caller lists without the cache instead of waiting.
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
    enableReadyCheck: false,
    ...(tls ? { tls: trust } : {}),
  };
  if (kind === 'cluster') {
    return new ioredis.Cluster([...servers], {
      lazyConnect: true,
      clusterRetryStrategy: () => null,
      redisOptions: options,
      // Names in the certificates are those of the hosts, not of their addresses.
      ...(tls ? { dnsLookup: (host, done) => done(null, host) } : {}),
    });
  }
  if (kind === 'sentinel') {
    return new ioredis.Redis({
      ...options,
      ...{ db: database, lazyConnect: true },
      sentinels: [...servers],
      name: group ?? 'mymaster',
      sentinelRetryStrategy: () => null,
      ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: trust } : {}),
    });
  }
  const [server] = servers;
  return new ioredis.Redis({ ...options, ...server, db: database, lazyConnect: true });
}

/** An idle connection must not keep a process alive. While a call is under way, its deadline does. */
function letProcessEnd(client: Redis | Cluster): void {
  const release = (node: Redis): void => {
    node.on('connect', () => node.stream.unref());
  };
  if ('nodes' in client) client.on('+node', release);
  else release(client);
}

async function* scan(node: Redis): AsyncGenerator<readonly string[]> {
  let cursor = '0';
  do {
    const [next, names] = await node.scan(cursor, 'MATCH', `${PREFIX}*`, 'COUNT', BATCH);
    yield names;
    cursor = next;
  } while (cursor !== '0');
}

async function loadLibraries() {
  try {
    const [ioredis, semaphore] = await Promise.all([import('ioredis'), import('redis-semaphore')]);
    return { ioredis, semaphore };
  } catch (cause) {
    throw new ImageError(
      'invalid-configuration',
      'a cache server is configured, but the packages ioredis and redis-semaphore, which connect to it, are not installed',
      {
        hint: 'Install them beside cloudimages:\n  npm install ioredis redis-semaphore',
        cause,
      },
    );
  }
}

function add(sum: number, one: number): number {
  return sum + one;
}
