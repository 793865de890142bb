/** `cloudimages lock --update` and its flags, groups, policies and scopes, against a small catalog. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createWorld, startSimulator, type Simulator } from '@cloudimages/simulator';
import { parseLock, type Lock } from '@cloudimages/lock';
import { ubuntuOf } from '../terraform/harness/catalog';
import { run as runCommand, withEnvironment, type Ending } from './command-line';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const C = 'alicloud/cn-shanghai';
const REGIONS = ['cn-hangzhou', 'cn-beijing', 'cn-shanghai'];
const OLD = ubuntuOf('2024-03-22', { regions: REGIONS });
const NEW = ubuntuOf('2024-09-26', { regions: REGIONS });
const WEB = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };

let simulator: Simulator;
let folder: string;
let restore: () => void;

beforeEach(async () => {
  simulator = await startSimulator({ world: createWorld({ images: [OLD] }) });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-cli-update-'));
  restore = withEnvironment({
    ...simulator.environment,
    CLOUDIMAGES_FILE: path.join(folder, 'cloudimages.json'),
    CLOUDIMAGES_LOCK: '',
  });
});
afterEach(async () => {
  restore();
  fs.rmSync(folder, { recursive: true, force: true });
  await simulator.close();
});

const lockFile = (): string => path.join(folder, 'cloudimages.lock.json');
const project = (data: object): void =>
  fs.writeFileSync(path.join(folder, 'cloudimages.json'), JSON.stringify(data));
const run = (command: string, ...args: readonly string[]): Promise<Ending> =>
  runCommand([command, '--lock-file', lockFile(), ...args]);
async function succeed(command: string, ...args: readonly string[]): Promise<Ending> {
  const ended = await run(command, ...args);
  expect(ended).toMatchObject({ code: 0 });
  return ended;
}
const outdated = async (...args: readonly string[]) => {
  const { code, out } = await run('outdated', '-o', 'json', ...args);
  return { code, rows: JSON.parse(out) as readonly Record<string, unknown>[] };
};
const written = (): Lock => parseLock(fs.readFileSync(lockFile(), 'utf8'), 'lock');
/** The locked ids by target. */
const locked = (name = 'web', scope = 'public') =>
  Object.fromEntries(
    Object.entries(written().queries[name]?.scopes[scope] ?? {}).map(([target, entry]) => [
      target,
      entry.images[0]?.id,
    ]),
  );

describe('lock --update', () => {
  beforeEach(async () => {
    project({ targets: [A, B], images: { web: WEB, other: { ...WEB, owners: ['public'] } } });
    await succeed('lock');
    simulator.world.addImage(NEW);
  });

  it('updates only the queries and the targets that are named', async () => {
    await succeed('lock', '--update', 'web', '--target', A);
    expect(locked()).toEqual({ [A]: NEW.id, [B]: OLD.id });
    expect(locked('other')).toEqual({ [A]: OLD.id, [B]: OLD.id });
    await succeed('lock', '--update', 'web');
    expect(locked()).toEqual({ [A]: NEW.id, [B]: NEW.id });
    await succeed('lock', '--update');
    expect(locked('other')).toEqual({ [A]: NEW.id, [B]: NEW.id });
  });

  it('locks a target that is new, and leaves the others where only the new one is named', async () => {
    project({ targets: [A, B, C], images: { web: WEB } });
    expect((await outdated('web')).rows).toContainEqual(
      expect.objectContaining({ target: C, state: 'unlocked', newestId: NEW.id }),
    );
    await succeed('lock', '--update', 'web', '--target', C);
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id, [C]: NEW.id });
  });

  it('updates an unnamed query by its key', async () => {
    const line = JSON.stringify({ query: WEB, targets: [A] });
    const script = path.join(folder, 'plan.cjs');
    fs.writeFileSync(
      script,
      `const file = process.env.CLOUDIMAGES_LOCK_COLLECT;
      if (file) require('fs').appendFileSync(file, ${JSON.stringify(`${line}\n`)});`,
    );
    simulator.world.removeImage('alicloud', NEW.id);
    await succeed('lock', '--', process.execPath, script);
    simulator.world.addImage(NEW);
    const [key = ''] = Object.keys(written().queries).filter((name) => name.startsWith('{'));
    await succeed('lock', '--update', key);
    expect(locked(key)).toEqual({ [A]: NEW.id });
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id });
  });

  it('prints no progress where standard error is not a terminal', async () => {
    const { out, err } = await succeed('lock', '--update');
    expect(err).toBe('Updated 4 of 4 entries.\n');
    expect(out).not.toMatch(/Compared/);
    expect((await run('verify', '-o', 'json')).err).toBe('Verified 4 entries: no problems.\n');
  });
});

describe('scopes', () => {
  const own = (day: string) => ({
    ...ubuntuOf(day, { owner: 'self' }),
    ...{ id: `m-golden${day.replaceAll('-', '')}`, name: `golden-${day}` },
  });
  const GOLDEN = { nameRegex: '^golden', owners: ['self'], mostRecent: true };
  const ids = (scope: string) => locked('own', scope);

  beforeEach(async () => {
    simulator.world.addImage(own('2026-01-01'));
    project({ targets: [A], images: { own: { ...GOLDEN, architecture: 'x86_64' }, web: WEB } });
    await succeed('lock', '--lock-scope', 'dev');
    await succeed('lock', '--lock-scope', 'prod');
    simulator.world.addImage(own('2026-02-02'));
    simulator.world.addImage(NEW);
  });

  it('are updated one by one with --scope, and promoted after a review', async () => {
    await succeed('lock', '--update', '--scope', 'dev');
    expect(ids('dev')).toEqual({ [A]: 'm-golden20260202' });
    expect(ids('prod')).toEqual({ [A]: 'm-golden20260101' });
    expect(locked()).toEqual({ [A]: OLD.id });

    await succeed('lock', '--promote', 'dev', 'prod', 'own');
    expect(ids('prod')).toEqual({ [A]: 'm-golden20260202' });
    const found = await run('find', 'own', '--lock', 'frozen', '--lock-scope', 'prod', '-o', 'ids');
    expect(found).toMatchObject({ code: 0, out: 'm-golden20260202\n' });
  });

  it('take a new target with --scope', async () => {
    simulator.world.addImage({ ...own('2026-03-03'), regions: ['cn-beijing'] });
    project({ targets: [A, B], images: { own: { ...GOLDEN, architecture: 'x86_64' }, web: WEB } });
    await succeed('lock', '--update', '--scope', 'dev', '--target', B);
    expect(ids('dev')).toEqual({ [A]: 'm-golden20260101', [B]: 'm-golden20260303' });
    expect(ids('prod')).toEqual({ [A]: 'm-golden20260101' });
  });

  it('are locked, held and released one by one with --scope', async () => {
    await succeed('lock', '--scope', 'stage');
    expect(ids('stage')).toEqual({ [A]: 'm-golden20260202' });
    const hold = ['own=m-golden20260101', '--reason', 'driver', '--scope', 'stage'];
    await succeed('lock', ...hold);
    expect(ids('stage')).toEqual({ [A]: 'm-golden20260101' });
    await succeed('lock', '--update', '--scope', 'stage');
    expect(ids('stage')).toEqual({ [A]: 'm-golden20260101' });
    expect(ids('dev')).toEqual({ [A]: 'm-golden20260101' });
    await succeed('lock', '--unhold', 'own', '--scope', 'stage');
    await succeed('lock', '--update', '--scope', 'stage');
    expect(ids('stage')).toEqual({ [A]: 'm-golden20260202' });
  });

  it.each(['public', 'Prod!'])('are not promoted to %s', async (to) => {
    const { code, err } = await run('lock', '--promote', 'dev', to);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('not a valid label') });
  });
});

describe('a query that is locked as a group', () => {
  it('moves to a build that all targets have, and to none before', async () => {
    project({ targets: [A, B], images: { web: { ...WEB, sameBuild: true } } });
    await succeed('lock');
    simulator.world.addImage({ ...NEW, regions: ['cn-hangzhou'] });
    expect(await outdated()).toMatchObject({ code: 0 });
    await succeed('lock', '--update', '--target', A);
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id });
    simulator.world.removeImage('alicloud', NEW.id);
    simulator.world.addImage(NEW);
    expect(await outdated()).toMatchObject({ code: 4 });
    await succeed('lock', '--update', '--target', A);
    expect(locked()).toEqual({ [A]: NEW.id, [B]: NEW.id });
  });

  it('takes a new target with the locked build, or moves as a whole', async () => {
    project({ targets: [A, B], images: { web: { ...WEB, sameBuild: true } } });
    await succeed('lock');
    project({ targets: [A, B, C], images: { web: { ...WEB, sameBuild: true } } });
    await succeed('lock', '--update', 'web', '--target', C);
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id, [C]: OLD.id });
    simulator.world.addImage(NEW);
    await succeed('lock', '--update', 'web', '--target', C);
    expect(locked()).toEqual({ [A]: NEW.id, [B]: NEW.id, [C]: NEW.id });
  });

  it('does not go back for a new target that has only an older build', async () => {
    const older = ubuntuOf('2023-03-03', { regions: REGIONS });
    simulator.world.addImage(older);
    simulator.world.addImage({ ...NEW, regions: ['cn-hangzhou', 'cn-beijing'] });
    project({ targets: [A, B], images: { web: { ...WEB, sameBuild: true } } });
    await succeed('lock');
    expect(locked()).toEqual({ [A]: NEW.id, [B]: NEW.id });
    project({ targets: [A, B, C], images: { web: { ...WEB, sameBuild: true } } });
    for (const args of [['web'], ['--update'], ['--update', '--target', C]]) {
      const { code, err } = await run('lock', ...args);
      expect({ args, code }).toEqual({ args, code: expect.any(Number) });
      expect(code).not.toBe(0);
      expect(err).toMatch(/does not have the build/);
      expect(locked()).toEqual({ [A]: NEW.id, [B]: NEW.id });
    }
    const { code, rows } = await outdated();
    expect(code).toBe(4);
    expect(Object.fromEntries(rows.map(({ target, state }) => [target, state]))).toEqual({
      ...{ [A]: 'current', [B]: 'current', [C]: 'unlocked' },
    });
  });

  it('changes the alternative of anyOf in all targets at once', async () => {
    const rocky = ubuntuOf('2025-05-05', {
      ...{ osName: 'Rocky Linux  9.3 64 bit', platform: 'Rocky Linux', family: 'acs:rocky_9' },
      ...{
        id: 'rocky_9_3_x64_20G_alibase_20250505.vhd',
        name: 'rocky_9_3_x64_20G_alibase_20250505.vhd',
      },
    });
    const { architecture, mostRecent } = WEB;
    const anyOf = [{ distro: 'rocky' }, { distro: 'ubuntu', osVersion: '22.04' }];
    project({ targets: [A, B], images: { web: { architecture, mostRecent, anyOf } } });
    await succeed('lock');
    simulator.world.addImage({ ...rocky, regions: ['cn-hangzhou'] });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id });
    simulator.world.removeImage('alicloud', rocky.id);
    simulator.world.addImage({ ...rocky, regions: REGIONS });
    await succeed('lock', '--update', '--target', B);
    expect(locked()).toEqual({ [A]: rocky.id, [B]: rocky.id });
    const entries = Object.values(written().queries['web']?.scopes['public'] ?? {});
    expect(entries.map(({ anyOfIndex }) => anyOfIndex)).toEqual([0, 0]);
  });

  it('stays whole while one of its targets is held', async () => {
    project({ targets: [A, B], images: { web: { ...WEB, sameBuild: true } } });
    await succeed('lock');
    simulator.world.addImage(NEW);
    await succeed('lock', `web=${OLD.id}`, '--target', A, '--reason', 'driver');
    expect((await succeed('lock', '--update')).err).toContain('2 held');
    expect(locked()).toEqual({ [A]: OLD.id, [B]: OLD.id });
  });
});

describe('policies of updates', () => {
  const noble = ubuntuOf('2025-06-06', {
    ...{ regions: REGIONS, osName: 'Ubuntu  24.04 64 bit', family: 'acs:ubuntu_24_04_x64' },
    ...{
      id: 'ubuntu_24_04_x64_20G_alibase_20250606.vhd',
      name: 'ubuntu_24_04_x64_20G_alibase_20250606.vhd',
    },
  });
  const ANY_VERSION = { distro: 'ubuntu', architecture: 'x86_64', mostRecent: true };

  it('stayOn keeps an update on the release line, and without it the update leaves it', async () => {
    project({ targets: [A], images: { web: ANY_VERSION } });
    await succeed('lock');
    simulator.world.addImage(noble);
    const policies = { stayOn: 'release' };
    project({ targets: [A], images: { web: ANY_VERSION }, policies });
    expect(await outdated()).toMatchObject({ code: 0, rows: [{ state: 'current' }] });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: OLD.id });
    simulator.world.addImage(NEW);
    expect(await outdated()).toMatchObject({ code: 4, rows: [{ newestId: NEW.id }] });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: NEW.id });
    project({ targets: [A], images: { web: ANY_VERSION } });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: noble.id });
  });

  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

  /** A policy, what passes it and what fails it, as `outdated` and `verify` judge the locked image. */
  it.each<[string, object, object]>([
    ['maxAge', { maxAge: '30d' }, { maxAge: '3650d' }],
    ['owners', { owners: ['self'] }, { owners: ['public'] }],
    ['deniedIds', { deniedIds: [OLD.id] }, { deniedIds: [NEW.id] }],
  ])('%s fails an image that violates it, and passes another', async (_, fails, passes) => {
    project({ targets: [A], images: { web: WEB } });
    await succeed('lock');
    project({ targets: [A], images: { web: WEB }, policies: fails });
    expect((await run('verify')).code).toBe(5);
    expect((await outdated()).code).toBe(4);
    project({ targets: [A], images: { web: WEB }, policies: passes });
    expect((await run('verify')).code).toBe(0);
    expect((await outdated()).code).toBe(0);
  });

  it('deprecated fails or warns about a deprecated image, and passes another', async () => {
    project({ targets: [A], images: { web: WEB }, policies: { deprecated: 'fail' } });
    await succeed('lock');
    await succeed('verify');
    simulator.world.updateImage('alicloud', OLD.id, { deprecated: true });
    expect((await run('verify')).code).toBe(5);
    project({ targets: [A], images: { web: WEB }, policies: { deprecated: 'warn' } });
    expect(await run('verify')).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('is deprecated') },
    });
  });

  it('minAge offers an update only when it is old enough', async () => {
    project({ targets: [A], images: { web: WEB }, policies: { minAge: '7d' } });
    await succeed('lock');
    const young = ubuntuOf(daysAgo(3), { regions: REGIONS });
    simulator.world.addImage(young);
    expect(await outdated()).toMatchObject({ code: 0 });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: OLD.id });
    project({ targets: [A], images: { web: WEB }, policies: { minAge: '2d' } });
    await succeed('lock', '--update');
    expect(locked()).toEqual({ [A]: young.id });
  });
});

describe('a command that starts several processes', () => {
  it('locks what all of them ask for, and prunes what none of them asks for', async () => {
    project({});
    const cli = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
    const script = path.join(folder, 'plan.cjs');
    const find = (count: number): string => `
      const { spawn } = require('node:child_process');
      const children = Array.from({ length: ${count} }, (_, index) =>
        spawn(process.execPath, [${JSON.stringify(cli)}, 'find', '--distro', 'ubuntu',
          '--os-version', '22.04', '--architecture', 'x86_64', '--most-recent',
          '--exclude-id', 'm-' + (index % 3), '--target', ['${A}', '${B}'][index % 2]],
          { stdio: ['ignore', 'ignore', 'inherit'] }));
      for (const child of children)
        child.on('exit', (code) => { if (code !== 0) process.exitCode = code; });`;
    fs.writeFileSync(script, find(6));
    const { err } = await succeed('lock', '--', process.execPath, script);
    expect(err).toContain('Locked 6 of 6 images');
    const keys = Object.keys(written().queries);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(locked(key)).toEqual({ [A]: OLD.id, [B]: OLD.id });

    fs.writeFileSync(script, find(1));
    const { out } = await succeed('lock', '--prune', '--', process.execPath, script);
    expect(out.trim().split('\n')).toHaveLength(5);
    expect(Object.keys(written().queries)).toHaveLength(1);
  });
});

describe('a command whose state has pins', () => {
  const script = (...held: readonly string[]): string => {
    const file = path.join(folder, 'plan.cjs');
    const lines = held.map((id) => JSON.stringify({ query: WEB, targets: [A], held: { [A]: id } }));
    fs.writeFileSync(
      file,
      `const file = process.env.CLOUDIMAGES_LOCK_COLLECT;
      if (file) require('fs').appendFileSync(file, ${JSON.stringify(`${lines.join('\n')}\n`)});`,
    );
    return file;
  };
  beforeEach(() => {
    project({});
    simulator.world.addImage(NEW);
  });

  it('locks the images that the pins keep, and prunes none of them', async () => {
    await succeed('lock', '--', process.execPath, script(OLD.id, OLD.id));
    const [key = ''] = Object.keys(written().queries);
    expect(locked(key)).toEqual({ [A]: OLD.id });
    const file = script(OLD.id);
    expect((await succeed('lock', '--prune', '--', process.execPath, file)).out).toBe('');
    expect(locked(key)).toEqual({ [A]: OLD.id });
  });

  it('locks nothing where pins of one query keep different images', async () => {
    const { code, err } = await run('lock', '--', process.execPath, script(OLD.id, NEW.id));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('different images') });
    expect(fs.existsSync(lockFile())).toBe(false);
  });
});

describe('flags that a job of lock does not apply', () => {
  it.each([
    [['--merge', 'a', 'b', 'c', '--target', A], '--target'],
    [['--promote', 'dev', 'prod', '--scope', 'dev'], '--scope'],
    [['--prune', '--target', A], '--target'],
    [['--update', '--reason', 'why'], '--reason'],
    [['--from-state', 'state.json', '--target', A], '--target'],
    [['--scope', 'dev', '--', 'true'], '--scope'],
  ])('%j is a usage error that names the flag', async (args, flag) => {
    project({});
    const { code, err } = await run('lock', ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(flag) });
  });
});
