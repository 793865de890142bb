import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { run, withEnvironment } from './command-line';

describe('the cache on the command line', () => {
  let simulator: Simulator;
  let restore: () => void;
  let folder: string;
  beforeEach(async () => {
    simulator = await startSimulator();
    folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-cache-'));
    restore = withEnvironment({ ...simulator.environment, XDG_CACHE_HOME: folder });
  });
  afterEach(async () => {
    restore();
    await simulator.close();
  });

  const find = (...flags: readonly string[]) =>
    run([
      ...['find', '--target', 'alicloud/cn-hangzhou', '--distro', 'ubuntu'],
      ...['--architecture', 'x86_64', '--most-recent', '--output', 'ids', ...flags],
    ]);
  const requests = (): number => simulator.world.requests().length;

  test('answers the second run without a request, and --no-cache asks again', async () => {
    const first = await find('--cache', 'file');
    const asked = requests();
    expect(asked).toBeGreaterThan(0);
    expect(await find('--cache', 'file')).toEqual(first);
    expect(requests()).toBe(asked);
    expect(await find('--no-cache')).toEqual(first);
    expect(requests()).toBe(2 * asked);
  });

  test('is off without a flag or a variable', async () => {
    await find();
    const asked = requests();
    await find();
    expect(requests()).toBe(2 * asked);
  });

  test('prints its state, and is cleared', async () => {
    const place = path.join(folder, 'cloudimages', 'listings');
    await find('--cache', 'file');
    expect(await run(['cache', 'status', '--cache', 'file'])).toEqual({
      code: 0,
      err: '',
      out: [
        `Store:     the folder ${place}`,
        'Listings:  1, 0.0 MiB',
        'Used for:  10 min, and 1 h more while a cloud cannot be reached',
        'Encrypted: no',
        '',
      ].join('\n'),
    });
    expect(await run(['cache', 'clear', '--cache', 'file'])).toEqual({
      code: 0,
      err: '',
      out: `Removed 1 listing from the folder ${place}.\n`,
    });
    const asked = requests();
    await find('--cache', 'file');
    expect(requests()).toBe(2 * asked);
  });

  test('says that it is off', async () => {
    expect((await run(['cache', 'status'])).out).toBe(
      'The cache is off. Turn it on with --cache file or CLOUDIMAGES_CACHE=file.\n',
    );
    const { code, err } = await run(['cache', 'clear']);
    expect(code).toBe(2);
    expect(err).toContain('the cache is off, so there is nothing to clear');
  });

  test('takes no password from a flag, and shows none', async () => {
    const { code, err, out } = await find('--cache', 'redis://user:hidden-word@cache:6379');
    expect(code).not.toBe(0);
    expect(err).toContain('--cache contains a user name or a password');
    expect(err + out).not.toContain('hidden-word');
  });

  test('is not asked whether a lock is outdated', async () => {
    const lockFile = path.join(folder, 'images.lock.json');
    const environment = { CLOUDIMAGES_CACHE: 'file', CLOUDIMAGES_LOCK_FILE: lockFile };
    const restoreCache = withEnvironment(environment);
    try {
      await find('--no-cache', '--lock', 'add', '--lock-file', lockFile);
      const asked = requests();
      expect((await run(['outdated'])).out).toContain('alicloud/cn-hangzhou');
      const once = requests() - asked;
      expect(once).toBeGreaterThan(0);
      await run(['outdated']);
      expect(requests()).toBe(asked + 2 * once);
      expect((await run(['cache', 'status'])).out).toContain('Listings:  0');
    } finally {
      restoreCache();
    }
  });
});
