import { execFile, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../../engines/find';
import { startRedis, type RedisServer } from './redis-server';

// Fifty processes at once on a cold cache: one of them lists.

const PROCESSES = 50;
const SCRIPT = path.join(__dirname, 'list-once.cjs');
const run = promisify(execFile);

interface Printed {
  readonly ids: readonly string[];
  readonly cached: boolean;
  readonly codes: readonly string[];
}

describeWithEngine('redis-server', 'many processes over one cache', ({ path: executable }) => {
  let simulator: Simulator;
  let redis: RedisServer;
  beforeEach(async () => {
    simulator = await startSimulator();
    redis = await startRedis(executable);
  });
  afterEach(async () => {
    await redis.stop();
    await simulator.close();
  });

  const environmentOf = (store: string): Record<string, string> => ({
    ...simulator.environment,
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    XDG_CACHE_HOME: mkdtempSync(path.join(tmpdir(), 'cloudimages-cache-')),
    CLOUDIMAGES_CACHE: store === 'file' ? 'file' : `redis://127.0.0.1:${redis.port}`,
  });

  /** How often the target was listed. A plain query lists one kind of owner, from page 1. */
  const listings = (): number => simulator.world.requests().filter(({ page }) => page === 1).length;

  async function runMany(environment: Record<string, string>): Promise<readonly Printed[]> {
    const processes = Array.from({ length: PROCESSES }, () =>
      run(process.execPath, [SCRIPT], { env: environment }),
    );
    return (await Promise.all(processes)).map(({ stdout }) => JSON.parse(stdout) as Printed);
  }

  test.each(['file', 'redis'])('list once and answer the same, over %s', async (store) => {
    const printed = await runMany(environmentOf(store));
    expect(printed.flatMap(({ codes }) => codes)).toEqual([]);
    expect(listings()).toBe(1);
    expect(printed.filter(({ cached }) => !cached)).toHaveLength(1);
    expect(new Set(printed.map(({ ids }) => ids.join(' '))).size).toBe(1);
    expect(printed[0]?.ids).toHaveLength(1);
  });

  test.each(['file', 'redis'])(
    'list once more when the one that lists is killed, over %s',
    async (store) => {
      const environment = environmentOf(store);
      simulator.world.setFaults([{ kind: 'slow', delayMs: 60_000, times: 1 }]);
      const lister = spawn(process.execPath, [SCRIPT], { env: environment, stdio: 'ignore' });
      while (simulator.world.requests().length === 0) await sleep(10);
      lister.kill('SIGKILL');
      const printed = await runMany(environment);
      expect(printed.flatMap(({ codes }) => codes)).toEqual([]);
      expect(listings()).toBe(2);
      expect(printed.filter(({ cached }) => !cached)).toHaveLength(1);
      expect(new Set(printed.map(({ ids }) => ids.join(' '))).size).toBe(1);
    },
  );
});
