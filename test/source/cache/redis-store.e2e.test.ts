import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../../provider/source/cache/open-cache';
import { cacheSettingsOf } from '../../../provider/source/cache/settings';
import type { CacheStore } from '../../../provider/source/cache/store';
import { describeWithEngine } from '../../engines/find';
import { startRedis, startSentinel, type RedisServer } from './redis-server';

const CERTIFICATES = path.join(__dirname, '../../transport/certificates');
const CONTENT = Buffer.from([0, 1, 2, 255, 13, 10]);
const NAME = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

describeWithEngine('redis-server', 'the Redis store on a real server', ({ path: executable }) => {
  const servers: RedisServer[] = [];
  const stores: CacheStore[] = [];

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function start(
    ...given: Parameters<typeof startRedis> extends [string, ...infer Rest] ? Rest : never
  ) {
    const server = await startRedis(executable, ...given);
    servers.push(server);
    return server;
  }

  async function open(url: string, environment: Readonly<Record<string, string>> = {}) {
    const settings = cacheSettingsOf({ store: url }, {}, {});
    if (settings === undefined) throw new Error('the cache is off');
    const store = await openStore(settings, {
      ...{ environment, homeDirectory: '/' },
      readFile: (file) => readFile(file, 'utf8'),
    });
    stores.push(store);
    return store;
  }

  test('keeps bytes, counts them, and removes them', async () => {
    const { port, cli } = await start();
    const store = await open(`redis://127.0.0.1:${port}/3`);
    expect(store.place).toBe(`redis://127.0.0.1:${port}`);
    expect(await store.read(NAME)).toBeUndefined();
    await store.write(NAME, CONTENT, 60_000);
    await store.write(OTHER, CONTENT, 60_000);
    expect(await store.read(NAME)).toEqual(CONTENT);
    cli('-n', '3', 'SET', 'of-another-program', 'value');
    expect(await store.status()).toEqual({ listings: 2, bytes: 2 * CONTENT.length });
    expect(await store.clear()).toBe(2);
    expect(cli('-n', '3', 'KEYS', '*').trim()).toBe('of-another-program');
  });

  test('lets the server remove what is too old', async () => {
    const { port, cli } = await start();
    const store = await open(`redis://127.0.0.1:${port}`);
    await store.write(NAME, CONTENT, 50);
    const left = Number(cli('PTTL', `cloudimages:listing:${NAME}`));
    expect(left).toBeLessThanOrEqual(50);
    while ((await store.read(NAME)) !== undefined) await sleep(10);
    expect(await store.status()).toEqual({ listings: 0, bytes: 0 });
  });

  test('misses what the server evicted', async () => {
    const { port } = await start(['--maxmemory', '4mb', '--maxmemory-policy', 'allkeys-lru']);
    const store = await open(`redis://127.0.0.1:${port}`);
    const large = Buffer.alloc(1024 * 1024, 1);
    const names = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(64));
    for (const name of names) await store.write(name, large, 60_000);
    const found = await Promise.all(names.map((name) => store.read(name)));
    expect(found[0]).toBeUndefined();
    expect(found.at(-1)?.equals(large)).toBe(true);
  });

  test('gives the right to list to one at a time, and takes it back from a dead process', async () => {
    const { port, cli } = await start();
    const [one, other] = [
      await open(`redis://127.0.0.1:${port}`),
      await open(`redis://127.0.0.1:${port}`),
    ];
    const lease = await one.tryLease(NAME, 10_000);
    expect(lease?.isHeld()).toBe(true);
    expect(await other.tryLease(NAME, 10_000)).toBeUndefined();
    await lease?.release();
    expect(lease?.isHeld()).toBe(false);
    const next = await other.tryLease(NAME, 10_000);
    expect(next?.isHeld()).toBe(true);
    await next?.release();
    // A process that died extends nothing; the server ends its right.
    cli('SET', `mutex:cloudimages:lease:${NAME}`, 'dead', 'PX', '50');
    let taken = await one.tryLease(NAME, 10_000);
    while (taken === undefined) {
      await sleep(10);
      taken = await one.tryLease(NAME, 10_000);
    }
    expect(taken.isHeld()).toBe(true);
    await taken.release();
  });

  test('notices that its right to list went to another process', async () => {
    const { port, cli } = await start();
    const store = await open(`redis://127.0.0.1:${port}`);
    const lease = await store.tryLease(NAME, 150);
    expect(cli('DEL', `mutex:cloudimages:lease:${NAME}`).trim()).toBe('1');
    while (lease?.isHeld() === true) await sleep(10);
    expect(lease?.isHeld()).toBe(false);
    await lease?.release();
  });

  test('signs in with a user of the access control list', async () => {
    const { port } = await start([
      ...['--user', 'default', 'off'],
      ...['--user', 'team', 'on', '>p@ss word', '~cloudimages:*', '~mutex:cloudimages:*', '+@all'],
    ]);
    const store = await open(`redis://team:p%40ss%20word@127.0.0.1:${port}`);
    await store.write(NAME, CONTENT, 60_000);
    expect(await store.read(NAME)).toEqual(CONTENT);
    expect(store.place).not.toContain('team');
  });

  test.each(['wrong', ''])('reports a refused password: "%s"', async (password) => {
    const { port } = await start(['--requirepass', 'right-password']);
    const store = await open(`redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`);
    await expect(store.read(NAME)).rejects.toThrow(/NOAUTH|WRONGPASS|invalid.*password/i);
  });

  test('speaks TLS, and trusts the certificates of CLOUDIMAGES_EXTRA_CA_CERTS only', async () => {
    const file = (name: string) => path.join(CERTIFICATES, name);
    const { port } = await start(
      [
        ...['--tls-cert-file', file('server.pem'), '--tls-key-file', file('server-key.pem')],
        ...['--tls-ca-cert-file', file('ca.pem'), '--tls-auth-clients', 'no'],
      ],
      { tls: true },
    );
    const url = `rediss://127.0.0.1:${port}`;
    const store = await open(url, { CLOUDIMAGES_EXTRA_CA_CERTS: file('ca.pem') });
    await store.write(NAME, CONTENT, 60_000);
    expect(await store.read(NAME)).toEqual(CONTENT);
    const stranger = await open(url);
    await expect(stranger.read(NAME)).rejects.toThrow(/certificate/);
  });

  test('reports a server that is gone', async () => {
    const server = await start();
    const store = await open(`redis://127.0.0.1:${server.port}`);
    await store.write(NAME, CONTENT, 60_000);
    await server.stop();
    await expect(store.read(NAME)).rejects.toThrow(/closed|ECONNREFUSED|ECONNRESET/);
    const later = await open(`redis://127.0.0.1:${server.port}`);
    await expect(later.read(NAME)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('finds the server through Sentinel', async () => {
    const { port } = await start();
    const sentinel = await startSentinel(executable, port);
    servers.push(sentinel);
    const store = await open(`redis+sentinel://127.0.0.1:${sentinel.port}/main`);
    await store.write(NAME, CONTENT, 60_000);
    expect(await store.read(NAME)).toEqual(CONTENT);
    const direct = await open(`redis://127.0.0.1:${port}`);
    expect(await direct.read(NAME)).toEqual(CONTENT);
  });

  test('works on a cluster', async () => {
    const nodes = [
      await start(['--cluster-enabled', 'yes']),
      await start(['--cluster-enabled', 'yes']),
    ];
    const [first, second] = nodes;
    first?.cli('CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
    second?.cli('CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
    second?.cli('CONFIG', 'SET', 'cluster-announce-ip', '127.0.0.1');
    first?.cli('CONFIG', 'SET', 'cluster-announce-ip', '127.0.0.1');
    first?.cli('CLUSTER', 'MEET', '127.0.0.1', String(second?.port));
    const isReady = ({ cli }: RedisServer) => /cluster_state:ok/.test(cli('CLUSTER', 'INFO'));
    while (!nodes.every(isReady)) await sleep(50);
    const store = await open(`redis+cluster://127.0.0.1:${first?.port}`);
    await store.write(NAME, CONTENT, 60_000);
    await store.write(OTHER, CONTENT, 60_000);
    await store.write('c'.repeat(64), CONTENT, 60_000);
    expect(await store.read(OTHER)).toEqual(CONTENT);
    const lease = await store.tryLease(NAME, 10_000);
    expect(lease?.isHeld()).toBe(true);
    await lease?.release();
    expect(await store.status()).toEqual({ listings: 3, bytes: 3 * CONTENT.length });
    expect(await store.clear()).toBe(3);
  });
});
