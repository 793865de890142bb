import { createWorld, startSimulator, type Simulator } from '@cloudimages/simulator';
import { createEngine } from '../../../provider/compose';
import type { ImagesAnswer } from '../../../provider/image/answer.generated';
import { systemClock, type Clock } from '../../../provider/transport/clock';
import { describeWithEngine } from '../../engines/find';
import { startRedis, type RedisServer } from './redis-server';

const QUERY = {
  targets: ['alicloud/cn-hangzhou'],
  ...{ distro: 'ubuntu', architecture: 'x86_64', mostRecent: true },
};
const MINUTE = 60_000;

/** Waits between tries are a hundredth as long. Deadlines are real. */
const HASTY: Clock = {
  now: () => performance.now() * 100,
  sleep: (ms, signal) => systemClock.sleep(ms / 100, signal),
};

describeWithEngine('redis-server', 'look-ups over a real Redis', ({ path: executable }) => {
  let simulator: Simulator;
  let redis: RedisServer;
  let laterMs: number;
  let now: () => Date;
  beforeEach(async () => {
    laterMs = 0;
    const start = Date.now();
    now = () => new Date(start + laterMs);
    const world = createWorld({ now: () => now().getTime() });
    simulator = await startSimulator({ world });
    redis = await startRedis(executable);
  });
  afterEach(async () => {
    await redis.stop();
    await simulator.close();
  });

  /** One process: an engine of its own. */
  async function lookUp(
    change: Readonly<Record<string, string>> = {},
    query: object = QUERY,
  ): Promise<ImagesAnswer> {
    const environment = {
      ...simulator.environment,
      CLOUDIMAGES_CACHE: `redis://127.0.0.1:${redis.port}`,
      ...change,
    };
    const surroundings = { environment, now, clock: HASTY, homeDirectory: '/nonexistent' };
    const engine = createEngine({ timeoutSeconds: 60 }, surroundings);
    try {
      return await engine.getImages(query);
    } finally {
      await engine.close();
    }
  }

  const requests = (): number => simulator.world.requests().length;
  const cacheCodes = ({ warnings }: ImagesAnswer): readonly string[] =>
    warnings.map(({ code }) => code).filter((code) => /cache|stale/.test(code));
  const listedAt = ({ explanation }: ImagesAnswer): string | undefined =>
    explanation.targets[0]?.listedAt;

  test('answers without a request until the time is over', async () => {
    const first = await lookUp();
    const asked = requests();
    const second = await lookUp();
    expect(requests()).toBe(asked);
    expect(second.images).toEqual(first.images);
    expect(listedAt(first)).toBeUndefined();
    expect(Date.parse(listedAt(second) ?? '')).toBe(now().getTime());
    laterMs = 10 * MINUTE;
    expect(listedAt(await lookUp())).toBeUndefined();
    expect(requests()).toBeGreaterThan(asked);
  });

  test('answers from a stale listing, with its age, while the cloud is down', async () => {
    const first = await lookUp();
    laterMs = 30 * MINUTE;
    simulator.world.setFaults([{ kind: 'status', status: 503 }]);
    const stale = await lookUp();
    expect(stale.images).toEqual(first.images);
    expect(stale.warnings.find(({ code }) => code === 'stale-listing')).toEqual({
      code: 'stale-listing',
      target: 'alicloud/cn-hangzhou',
      message:
        'The cloud could not be reached (unavailable), so a listing from the cache answered. It is 30 minutes old.',
    });
    simulator.world.setFaults([{ kind: 'forbidden' }]);
    await expect(lookUp()).rejects.toMatchObject({ code: 'forbidden' });
    simulator.world.setFaults([{ kind: 'status', status: 503 }]);
    laterMs = 70 * MINUTE;
    await expect(lookUp()).rejects.toMatchObject({ code: 'unavailable' });
  }, 240_000);

  test('answers without the server, with a warning', async () => {
    const first = await lookUp();
    await redis.stop();
    const without = await lookUp();
    expect(without.images).toEqual(first.images);
    expect(cacheCodes(without)).toEqual(['cache-unusable']);
  });

  test('answers when the server goes away during the look-up', async () => {
    simulator.world.setFaults([{ kind: 'slow', delayMs: 500, times: 1 }]);
    const looking = lookUp();
    while (requests() === 0) await new Promise(setImmediate);
    await redis.stop();
    const answer = await looking;
    expect(answer.ids).toHaveLength(1);
    expect(cacheCodes(answer)).toEqual(['cache-unusable']);
  });

  test('answers when the password is wrong, and shows no password', async () => {
    redis.cli('CONFIG', 'SET', 'requirepass', 'right-password');
    const url = `redis://:wrong-password@127.0.0.1:${redis.port}`;
    const answer = await lookUp({ CLOUDIMAGES_CACHE: url });
    expect(answer.ids).toHaveLength(1);
    expect(cacheCodes(answer)).toEqual(['cache-unusable']);
    expect(JSON.stringify(answer)).not.toMatch(/wrong-password|right-password/);
  });

  test('lists again when an entry was corrupted, cut or swapped', async () => {
    await lookUp();
    await lookUp({}, { ...QUERY, targets: ['alicloud/cn-beijing'], optional: true });
    const [one = '', other = ''] = redis.cli('KEYS', 'cloudimages:listing:*').trim().split('\n');
    redis.cli('COPY', one, 'kept');
    redis.cli('SETRANGE', one, '60', 'garbage');
    redis.cli('COPY', 'kept', other, 'REPLACE');
    const asked = requests();
    expect(listedAt(await lookUp())).toBeUndefined();
    expect(
      listedAt(await lookUp({}, { ...QUERY, targets: ['alicloud/cn-beijing'], optional: true })),
    ).toBeUndefined();
    expect(requests()).toBeGreaterThan(asked + 1);
    expect(listedAt(await lookUp())).toBeDefined();
  });

  test('keeps two accounts apart, and the same account under a key of another apart', async () => {
    await lookUp();
    const secret = { CLOUDIMAGES_CACHE_KEY: '0123456789abcdef0123' };
    expect(listedAt(await lookUp(secret))).toBeUndefined();
    expect(listedAt(await lookUp(secret))).toBeDefined();
    const stranger = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'another-account' };
    await expect(lookUp(stranger)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('uses no cache for temporary keys, unless a label names the account', async () => {
    const account = simulator.world
      .accounts('alicloud')
      .find(({ token, allowed }) => token !== undefined && allowed !== false);
    if (account === undefined) throw new Error('the simulator has no temporary keys');
    const temporary = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: account.keyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: account.secret,
      ALIBABA_CLOUD_SECURITY_TOKEN: account.token ?? '',
    };
    expect(cacheCodes(await lookUp(temporary))).toEqual(['cache-not-used']);
    const labeled = { ...temporary, CLOUDIMAGES_CACHE_ACCOUNT: 'production' };
    expect(cacheCodes(await lookUp(labeled))).toEqual([]);
    expect(listedAt(await lookUp(labeled))).toBeDefined();
    expect(
      listedAt(await lookUp({ ...temporary, CLOUDIMAGES_CACHE_ACCOUNT: 'staging' })),
    ).toBeUndefined();
  });
});
