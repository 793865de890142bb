import { ImageError, type ErrorCode, type ErrorFacts } from '../../provider/errors/image-error';
import type { Image } from '../../provider/image/answer.generated';
import { boundStore } from '../../provider/source/cache/bounded-store';
import { createEntryCodec } from '../../provider/source/cache/entry';
import type { CacheStore, Lease } from '../../provider/source/cache/store';
import { cacheSource, LEASE_MS, MOST_SKEW_MS } from '../../provider/source/cached-source';
import type { ImageSource, Listing, ListRequest } from '../../provider/source/source';
import { fakeSource, gate, requestFor } from './fake-source';
import { hastyClock } from '../contract/harness';

const MINUTE = 60_000;
const TTL = 10 * MINUTE;
const GRACE = 60 * MINUTE;
const START = Date.parse('2026-01-02T03:04:05Z');

/** A store in memory, whose lease a test can take away. */
function memoryStore() {
  const kept = new Map<string, Buffer>();
  const lifetimes: number[] = [];
  const leases = new Set<string>();
  let calls = 0;
  let lost = false;
  let failure: Error | undefined;
  const count = <T>(value: T): T => {
    calls += 1;
    if (failure !== undefined) throw failure;
    return value;
  };
  const store: CacheStore = {
    place: 'memory',
    read: async (name) => count(kept.get(name)),
    write: async (name, content, lifetimeMs) => {
      count(kept.set(name, content));
      lifetimes.push(lifetimeMs);
    },
    tryLease: async (name): Promise<Lease | undefined> => {
      count(undefined);
      if (leases.has(name)) return undefined;
      leases.add(name);
      return {
        isHeld: () => !lost && leases.has(name),
        release: async () => void leases.delete(name),
      };
    },
    status: async () => ({ listings: kept.size, bytes: 0 }),
    clear: async () => 0,
    close: async () => undefined,
  };
  return {
    store,
    kept,
    lifetimes,
    leases,
    calls: () => calls,
    fail: (error: Error | undefined) => (failure = error),
    lose: () => (lost = true),
  };
}

const codec = createEntryCodec(undefined);

/** A process: its own source over a store that it shares with others. */
function processOver(
  memory: ReturnType<typeof memoryStore>,
  answer?: (request: ListRequest, call: number) => Promise<Listing>,
  { account = 'account', release = '0.1.0' } = {},
) {
  let now = START;
  const clock = hastyClock();
  const fake = fakeSource(answer ?? (async (_request, call) => listingOf(`m-${call}`)));
  const inner: ImageSource = {
    ...fake,
    cacheKey: async (request) =>
      account === 'unknown' ? undefined : `${account} ${await fake.key(request)}`,
  };
  const store = boundStore('memory', async () => memory.store);
  const cache = { store, codec, ttlMs: TTL, graceMs: GRACE };
  const source = cacheSource(inner, async () => cache, {
    ...{ release, timeoutMs: 120_000, clock, random: () => 0.5 },
    nowMs: () => now,
  });
  return {
    fake,
    clock,
    list: (change: Partial<ListRequest> = {}) => source.list(requestFor(change)),
    wait: (ms: number) => void (now += ms),
  };
}

function listingOf(id: string): Listing {
  const image = { target: 'alicloud/cn-hangzhou', id, name: id, inferred: [], raw: '{}' };
  return { images: [image as unknown as Image], notes: [`note of ${id}`] };
}

const idsOf = ({ images }: Listing): readonly string[] => images.map(({ id }) => id);

function failWith(code: ErrorCode, facts: ErrorFacts = {}) {
  return async (_request: ListRequest, call: number): Promise<Listing> => {
    if (call === 1) return listingOf('m-1');
    throw new ImageError(code, 'the second listing fails', facts);
  };
}

describe('a cached source', () => {
  test('answers from another process without a request, and says from when the listing is', async () => {
    const memory = memoryStore();
    const first = processOver(memory);
    expect(await first.list()).toEqual(listingOf('m-1'));
    const second = processOver(memory);
    second.wait(TTL - 1);
    expect(await second.list()).toEqual({ ...listingOf('m-1'), listedAtMs: START });
    expect(second.fake.asked).toEqual([]);
    expect(memory.lifetimes).toEqual([TTL + GRACE]);
    expect([...memory.leases]).toEqual([]);
  });

  test('lists again when the time is over, and keeps the new listing', async () => {
    const memory = memoryStore();
    const one = processOver(memory);
    await one.list();
    one.wait(TTL);
    expect(await one.list()).toEqual(listingOf('m-2'));
    one.wait(1);
    expect(await one.list()).toEqual({ ...listingOf('m-2'), listedAtMs: START + TTL });
  });

  test('always requests explicit ids', async () => {
    const memory = memoryStore();
    const one = processOver(memory);
    await one.list({ narrowing: { imageIds: ['m-1'] } });
    await one.list({ narrowing: { imageIds: ['m-1'] } });
    expect(one.fake.asked).toHaveLength(2);
    expect(memory.calls()).toBe(0);
  });

  test('keeps accounts, narrowings, scopes, targets and releases apart', async () => {
    const memory = memoryStore();
    const one = processOver(memory);
    await one.list();
    await one.list({ narrowing: { owners: ['self'] } });
    await one.list({ scope: { instanceType: 'ecs.g7.large' } });
    await one.list({ target: { cloud: 'alicloud', region: 'cn-beijing' } });
    const other = processOver(memory, undefined, { account: 'other' });
    await other.list();
    const newer = processOver(memory, undefined, { release: '0.2.0' });
    await newer.list();
    expect([one, other, newer].map(({ fake }) => fake.asked.length)).toEqual([4, 1, 1]);
    expect(memory.kept.size).toBe(6);
  });

  test('is not used, and says so, where the account is not known', async () => {
    const memory = memoryStore();
    const one = processOver(memory, undefined, { account: 'unknown' });
    const { warnings } = await one.list();
    expect(warnings).toEqual([
      {
        code: 'cache-not-used',
        message:
          'The cache was not used: these are temporary keys, and which account they belong to is not known. Set `cache.account` or CLOUDIMAGES_CACHE_ACCOUNT to a label of the account.',
      },
    ]);
    expect(memory.calls()).toBe(0);
  });

  test.each([
    ['unavailable', {}],
    ['unavailable', { httpStatus: 503 }],
    ['timeout', {}],
  ] as const)('answers with a stale listing and a warning on %s %j', async (code, facts) => {
    const one = processOver(memoryStore(), failWith(code, facts));
    await one.list();
    one.wait(TTL + GRACE - 1);
    expect(await one.list()).toEqual({
      ...listingOf('m-1'),
      listedAtMs: START,
      warnings: [
        {
          code: 'stale-listing',
          message: `The cloud could not be reached (${code}), so a listing from the cache answered. It is 70 minutes old.`,
        },
      ],
    });
  });

  test.each([
    ['unauthenticated', { httpStatus: 401 }],
    ['forbidden', { httpStatus: 403 }],
    ['throttled', { httpStatus: 429 }],
    ['bad-request', { httpStatus: 400 }],
    ['bad-response', {}],
    ['unavailable', { httpStatus: 404 }],
    ['internal', {}],
  ] as const)('fails and does not use a stale listing on %s %j', async (code, facts) => {
    const one = processOver(memoryStore(), failWith(code, facts));
    await one.list();
    one.wait(TTL);
    await expect(one.list()).rejects.toMatchObject({ code });
  });

  test('does not use a listing that is older than the grace', async () => {
    const one = processOver(memoryStore(), failWith('unavailable'));
    await one.list();
    one.wait(TTL + GRACE);
    await expect(one.list()).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('remembers no error', async () => {
    const memory = memoryStore();
    const one = processOver(memory, async (_request, call) => {
      if (call === 1) throw new ImageError('unavailable', 'the first fails');
      return listingOf('m-2');
    });
    await expect(one.list()).rejects.toMatchObject({ code: 'unavailable' });
    expect(memory.kept.size).toBe(0);
    expect([...memory.leases]).toEqual([]);
    expect(idsOf(await one.list())).toEqual(['m-2']);
  });

  test('does not believe a listing from the future, but for a small difference of clocks', async () => {
    const memory = memoryStore();
    const ahead = processOver(memory);
    ahead.wait(MOST_SKEW_MS);
    await ahead.list();
    const near = processOver(memory);
    expect((await near.list()).listedAtMs).toBe(START + MOST_SKEW_MS);
    const behind = processOver(memory);
    behind.wait(-1);
    expect((await behind.list()).listedAtMs).toBeUndefined();
  });

  test('lists when the stored content is not an entry', async () => {
    const memory = memoryStore();
    const one = processOver(memory);
    await one.list();
    for (const name of memory.kept.keys()) memory.kept.set(name, Buffer.from('garbage'));
    expect(await one.list()).toEqual(listingOf('m-2'));
  });

  test('waits for the process that lists, and answers with its listing', async () => {
    const memory = memoryStore();
    const door = gate();
    const first = processOver(memory, async () => {
      await door.passed;
      return listingOf('m-1');
    });
    const listing = first.list();
    const second = processOver(memory, undefined);
    const waiting = second.list();
    while (second.clock.waits.length < 3) await new Promise(setImmediate);
    expect(second.fake.asked).toEqual([]);
    door.open();
    expect(await listing).toEqual(listingOf('m-1'));
    expect(await waiting).toEqual({ ...listingOf('m-1'), listedAtMs: START });
    expect(second.fake.asked).toEqual([]);
    expect(second.clock.waits.every((ms) => ms === 100)).toBe(true);
  });

  test('waits no longer than half of its time', async () => {
    const memory = memoryStore();
    const one = processOver(memory);
    memory.leases.add(codec.nameOf(`0.1.0 account ${await one.fake.key(requestFor())}`));
    expect(await one.list()).toEqual(listingOf('m-1'));
    expect(one.clock.now()).toBe(60_000);
    expect(LEASE_MS).toBeLessThan(60_000);
  });

  test('writes nothing when its right to list went to another process', async () => {
    const memory = memoryStore();
    const one = processOver(memory, async () => {
      memory.lose();
      return listingOf('m-1');
    });
    expect(await one.list()).toEqual(listingOf('m-1'));
    expect(memory.kept.size).toBe(0);
  });

  test('answers without a store that fails, with one warning and no further call', async () => {
    const memory = memoryStore();
    memory.fail(new Error('connect ECONNREFUSED 127.0.0.1:6379'));
    const one = processOver(memory);
    const warning = {
      code: 'cache-unusable',
      message: 'The cache was not used (memory): connect ECONNREFUSED 127.0.0.1:6379.',
    };
    expect(await one.list()).toEqual({ ...listingOf('m-1'), warnings: [warning] });
    expect(await one.list()).toEqual({ ...listingOf('m-2'), warnings: [warning] });
    expect(memory.calls()).toBe(1);
  });

  test('answers when the store fails after the listing', async () => {
    const memory = memoryStore();
    const one = processOver(memory, async () => {
      memory.fail(new Error('the disk is full'));
      return listingOf('m-1');
    });
    const { warnings, ...listing } = await one.list();
    expect(listing).toEqual(listingOf('m-1'));
    expect(warnings?.map(({ code }) => code)).toEqual(['cache-unusable']);
  });

  test('ends at once when the caller cancels while it waits', async () => {
    const memory = memoryStore();
    const controller = new AbortController();
    const one = processOver(memory);
    memory.leases.add(codec.nameOf(`0.1.0 account ${await one.fake.key(requestFor())}`));
    const waiting = one.list({ signal: controller.signal });
    while (one.clock.waits.length < 2) await new Promise(setImmediate);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(one.fake.asked).toEqual([]);
  });
});

describe('a store that does not answer', () => {
  test('costs its time limit once', async () => {
    const hanging = { ...memoryStore().store, read: () => new Promise<never>(() => undefined) };
    const store = boundStore('hanging', async () => hanging, 20);
    const { signal } = new AbortController();
    expect(await store.read('name', signal)).toBeUndefined();
    expect(store.problem()).toBe('no answer in 0.02 s');
    expect(await store.tryLease('name', 1000, signal)).toBe('unusable');
  });
});
