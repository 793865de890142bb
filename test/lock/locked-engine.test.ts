import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseLock, type Lock } from '@cloudimages/lock';
import { NO_TABLES } from '../../provider/image/cloud-tables';
import type { ImagesAnswer } from '../../provider/image/answer.generated';
import { describeError } from '../../provider/errors/describe-error';
import { printTarget } from '../../provider/image/target';
import { lookUpImages, type LookUpParts } from '../../provider/look-up/look-up';
import type { Engine } from '../../provider/look-up/engine';
import { withLock, type LockedCalls } from '../../provider/lock/with-lock';
import type { Configuration } from '../../provider/schema/configuration.generated';
import { anImage } from '../image/an-image';
import { fakeSource } from '../source/fake-source';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const QUERY = {
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  mostRecent: true,
} as const;

const build = (region: string, day: string, change: Parameters<typeof anImage>[0] = {}) =>
  anImage({
    region,
    target: `alicloud/${region}`,
    id: `ubuntu_22_04_x64_${day}.vhd`,
    name: `ubuntu_22_04_x64_${day}.vhd`,
    createdAt: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T10:00:00Z`,
    tags: { team: 'web' },
    raw: '{"ImageId":"x"}',
    ...change,
  });

let folder: string;
let images: ReturnType<typeof build>[];
let requests: number;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-locked-'));
  fs.mkdirSync(path.join(folder, '.git'));
  images = [build('cn-hangzhou', '20240322'), build('cn-beijing', '20240322')];
  requests = 0;
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

interface World {
  readonly configuration?: Configuration;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isCi?: boolean;
  readonly simulated?: boolean;
}

/** Calls through the lock over `images`, counting what reaches the clouds. */
function calls({
  configuration = {},
  environment = {},
  isCi = false,
  simulated = false,
}: World = {}): LockedCalls {
  const source = fakeSource(async ({ target }) => ({
    images: images.filter((image) => image.target === printTarget(target)),
    notes: [],
  }));
  const parts: LookUpParts = {
    source,
    defaultTargets: [],
    tables: NO_TABLES,
    nowMs: () => Date.parse('2026-01-31T12:00:00Z'),
    note: () => undefined,
  };
  const unlocked: Engine = {
    getImages: async (query) => {
      requests += 1;
      return lookUpImages(parts, query, { signal: new AbortController().signal });
    },
    getImage: () => Promise.reject(new Error('not used')),
    findImage: () => Promise.reject(new Error('not used')),
    close: () => Promise.resolve(),
  };
  return withLock(unlocked, configuration, parts, {
    environment,
    workingDirectory: folder,
    readFile: (file) => fs.promises.readFile(file, 'utf8'),
    isCi: () => isCi,
    now: () => new Date('2026-01-31T12:00:00Z'),
    release: '0.1.0',
    isSimulated: () => simulated,
  });
}

const file = (): string => path.join(folder, 'cloudimages.lock.json');
const written = (): Lock => parseLock(fs.readFileSync(file(), 'utf8'), 'file');
const project = (data: unknown): void =>
  fs.writeFileSync(path.join(folder, 'cloudimages.json'), JSON.stringify(data));

/** An error as people read it. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { summary, detail, hint } = describeError(error);
    return [summary, detail, hint].join('\n');
  }
  throw new Error('the call did not fail');
}

/** What must be equal with and without a lock. */
const comparable = ({ id, ids, idByTarget, images: found }: ImagesAnswer) => ({
  id,
  ids,
  idByTarget,
  images: found.map(({ raw: _raw, status: _status, tags: _tags, ...image }) => image),
});

const ADD: World = { configuration: { lock: 'add' } };

describe('a look-up through the lock', () => {
  it('without a setting and a lock file goes to the clouds and writes nothing', async () => {
    const { ids } = await calls().getImages({ ...QUERY, targets: [A] });
    expect(ids).toEqual(['ubuntu_22_04_x64_20240322.vhd']);
    expect(fs.existsSync(file())).toBe(false);
  });

  it('adds what it resolves, and answers from it when a newer image appears', async () => {
    const query = { ...QUERY, targets: [A, B] };
    const resolved = await calls(ADD).getImages(query);
    images.push(build('cn-hangzhou', '20250101'), build('cn-beijing', '20250101'));
    const locked = await calls().getImages(query);
    expect(requests).toBe(1);
    expect(comparable(locked)).toEqual(comparable(resolved));
    expect(locked.lockedAtByTarget).toEqual({
      [A]: '2026-01-31T12:00:00.000Z',
      [B]: '2026-01-31T12:00:00.000Z',
    });
    expect(locked.images[0]).not.toHaveProperty('tags');
    expect(locked.explanation.text).toContain(
      'locked on 2026-01-31T12:00:00.000Z by cloudimages 0.1.0',
    );
  });

  it('resolves only the target that is new, and keeps the order of the query', async () => {
    await calls(ADD).getImages({ ...QUERY, targets: [B] });
    images.push(build('cn-hangzhou', '20250101'), build('cn-beijing', '20250101'));
    const { idByTarget, images: found } = await calls().getImages({ ...QUERY, targets: [A, B] });
    expect(idByTarget).toEqual({
      [A]: 'ubuntu_22_04_x64_20250101.vhd',
      [B]: 'ubuntu_22_04_x64_20240322.vhd',
    });
    expect(found.map(({ target }) => target)).toEqual([A, B]);
  });

  it('is frozen in CI where a lock file exists, and names the command that fixes it', async () => {
    await calls(ADD).getImages({ ...QUERY, targets: [A] });
    const call = calls({ isCi: true }).getImages({ ...QUERY, targets: [A, B] });
    expect(await errorOf(call)).toContain('cloudimages lock -- COMMAND');
    expect(requests).toBe(1);
  });

  it('warns in use, and writes nothing', async () => {
    const answer = await calls({ configuration: { lock: 'use' } }).getImages({
      ...QUERY,
      targets: [A],
    });
    expect(answer.warnings.map(({ code }) => code)).toContain('not-locked');
    expect(fs.existsSync(file())).toBe(false);
  });

  it('warns when the file cannot be written', async () => {
    fs.mkdirSync(file());
    const world = { configuration: { lock: 'add' }, environment: {} } as const;
    expect(await errorOf(calls(world).getImages({ ...QUERY, targets: [A] }))).toContain(
      'cannot use the lock file',
    );
    fs.rmdirSync(file());
    fs.mkdirSync(path.join(folder, 'gone'));
    const lockFile = path.join(folder, 'missing', 'cloudimages.lock.json');
    const answer = await calls({ configuration: { lock: 'add', lockFile } }).getImages({
      ...QUERY,
      targets: [A],
    });
    expect(answer.warnings.map(({ code }) => code)).toContain('lock-not-written');
  });

  it('gives one image to getImage, with its time', async () => {
    await calls(ADD).getImage({ ...QUERY, targets: [A] });
    expect(await calls().getImage({ ...QUERY, targets: [A] })).toMatchObject({
      id: 'ubuntu_22_04_x64_20240322.vhd',
      lockedAt: '2026-01-31T12:00:00.000Z',
    });
  });

  it('does not lock an empty answer', async () => {
    images = [];
    await calls(ADD).getImages({ ...QUERY, targets: [A], optional: true });
    expect(fs.existsSync(file()) ? Object.keys(written().queries) : []).toEqual([]);
  });
});

describe('a named query', () => {
  const PROJECT = { targets: [A], images: { web: QUERY } };

  it('is locked by its name and found in the targets of cloudimages.json', async () => {
    project(PROJECT);
    const { ids } = await calls(ADD).getImages({ query: 'web' });
    expect(ids).toEqual(['ubuntu_22_04_x64_20240322.vhd']);
    expect(Object.keys(written().queries)).toEqual(['web']);
  });

  it('that changed since it was locked is an error in frozen', async () => {
    project(PROJECT);
    await calls(ADD).getImages({ query: 'web' });
    project({ ...PROJECT, images: { web: { ...QUERY, osVersion: '24.04' } } });
    const call = calls({ configuration: { lock: 'frozen' } }).getImages({ query: 'web' });
    expect(await errorOf(call)).toContain('the query "web" changed since it was locked');
  });

  it('takes targets beside it and nothing else', async () => {
    project(PROJECT);
    expect((await calls().getImages({ query: 'web', targets: [B] })).idByTarget).toHaveProperty([
      B,
    ]);
    expect(await errorOf(calls().getImages({ query: 'web', distro: 'debian' }))).toContain(
      'is not allowed beside "query"',
    );
    expect(await errorOf(calls().getImages({ query: 'wep' }))).toContain('"web"');
  });

  it('is known by the lock file alone where there is no cloudimages.json', async () => {
    project({ ...PROJECT, targets: [B, A] });
    await calls(ADD).getImages({ query: 'web' });
    requests = 0;
    fs.rmSync(path.join(folder, 'cloudimages.json'));
    const frozen = calls({ configuration: { lock: 'frozen' } });
    const all = await frozen.getImages({ query: 'web' });
    expect(Object.keys(all.idByTarget).toSorted()).toEqual([A, B].toSorted());
    const one = await frozen.getImages({ query: 'web', targets: [A] });
    expect(one.ids).toEqual(['ubuntu_22_04_x64_20240322.vhd']);
    expect(requests).toBe(0);
    expect(await errorOf(frozen.getImages({ query: 'wep' }))).toMatch(/"wep".*"web"/s);
    const unknown = await errorOf(
      calls({ configuration: { lock: 'off' } }).getImages({ query: 'web' }),
    );
    expect(unknown).toContain('neither a cloudimages.json');
  });

  it('needs a lock file with lock: "required"', async () => {
    project({ ...PROJECT, lock: 'required' });
    expect(await errorOf(calls().getImages({ query: 'web' }))).toContain('there is no lock file');
  });
});

describe('a pin whose locked id is denied', () => {
  it('is an error in every mode, unless the id is allowed explicitly', async () => {
    project({ targets: [A], images: { web: QUERY } });
    const { ids } = await calls(ADD).getImages({ query: 'web' });
    project({ targets: [A], images: { web: QUERY }, policies: { deniedIds: ids } });
    for (const lock of ['add', 'use', 'frozen'] as const) {
      const { pinLock } = calls({ configuration: { lock } });
      expect(await errorOf(pinLock.lookUp({ query: 'web' }, {}))).toContain('deniedIds denies');
    }
    const { pinLock } = calls({ environment: { CLOUDIMAGES_ALLOW_DENIED: ids.join(',') } });
    expect([...(await pinLock.lookUp({ query: 'web' }, {})).ids]).toEqual([[A, ids[0]]]);
  });
});

describe('policies for a pin', () => {
  const policies = (rules: object) =>
    project({ targets: [A], images: { web: QUERY }, policies: rules });

  it('warn about the age and the owner of the locked image, in the words of a look-up', async () => {
    project({ targets: [A], images: { web: QUERY } });
    await calls(ADD).getImages({ query: 'web' });
    policies({ maxAge: '30d', owners: ['self'] });
    const { warnings } = await calls().pinLock.lookUp({ query: 'web' }, {});
    expect(warnings.map(({ code }) => code)).toEqual(['policy-owners', 'policy-max-age']);
    expect(warnings).toEqual((await calls().getImages({ query: 'web' })).warnings);
    policies({ maxAge: '3650d', owners: ['public'] });
    expect((await calls().pinLock.lookUp({ query: 'web' }, {})).warnings).toEqual([]);
  });

  it('warn about the image that a pin adds', async () => {
    policies({ maxAge: '30d' });
    const warnings = await calls(ADD).pinLock.add({ query: 'web' }, images.slice(0, 1));
    expect(warnings.map(({ code }) => code)).toEqual(['policy-max-age']);
    expect(written().queries).toHaveProperty('web');
  });

  it('refuse a denied image that a pin holds or adds', async () => {
    const [{ id } = build('cn-hangzhou', '20240322')] = images;
    policies({ deniedIds: [id] });
    const { pinLock } = calls(ADD);
    expect(await errorOf(pinLock.lookUp({ query: 'web' }, { [A]: id }))).toContain('denies');
    expect(await errorOf(pinLock.add({ query: 'web' }, images.slice(0, 1)))).toContain('denies');
    expect(fs.existsSync(file())).toBe(false);
    await pinLock.lookUp({ query: 'web' }, { [A]: 'another.vhd' });
  });
});

describe('a query that depends on the account', () => {
  const OWN = { ...QUERY, owners: ['self'], targets: [A] };
  beforeEach(() => {
    images = [build('cn-hangzhou', '20240322', { owner: 'self', ownerId: '1234567890' })];
  });

  it('warns without a scope and is locked under the label with one', async () => {
    const { warnings } = await calls(ADD).getImages(OWN);
    expect(warnings.map(({ code }) => code)).toContain('scope-not-named');
    await calls({ ...ADD, environment: { CLOUDIMAGES_LOCK_SCOPE: 'prod' } }).getImages(OWN);
    const [locked] = Object.values(written().queries);
    expect(Object.keys(locked?.scopes ?? {})).toEqual(['prod', 'unnamed']);
  });
});

describe('a simulated run', () => {
  it('writes only a lock file that was named, and a real run rejects its entries', async () => {
    await calls({ ...ADD, simulated: true }).getImages({ ...QUERY, targets: [A] });
    expect(fs.existsSync(file())).toBe(false);
    const named: World = { configuration: { lock: 'add', lockFile: file() }, simulated: true };
    await calls(named).getImages({ ...QUERY, targets: [A] });
    expect(await errorOf(calls().getImages({ ...QUERY, targets: [A] }))).toContain('simulator');
    await expect(
      calls({ simulated: true }).getImages({ ...QUERY, targets: [A] }),
    ).resolves.toBeDefined();
  });
});

describe('a query that is locked as a group', () => {
  it('gives a new target the locked build of sameBuild, or is an error', async () => {
    const query = { ...QUERY, sameBuild: true };
    await calls(ADD).getImages({ ...query, targets: [A] });
    images.push(build('cn-hangzhou', '20250101'), build('cn-beijing', '20250101'));
    const { idByTarget } = await calls().getImages({ ...query, targets: [A, B] });
    expect(idByTarget[B]).toBe('ubuntu_22_04_x64_20240322.vhd');

    images = images.filter(({ region, id }) => region !== 'cn-shanghai' && id.includes('2025'));
    images.push(build('cn-shanghai', '20250101'));
    const call = calls().getImages({ ...query, targets: [A, 'alicloud/cn-shanghai'] });
    expect(await errorOf(call)).toContain('does not have the build that is locked');
  });

  it('resolves a new target of anyOf by the alternative that was locked', async () => {
    const query = {
      architecture: 'x86_64',
      mostRecent: true,
      anyOf: [{ distro: 'rocky' }, { distro: 'ubuntu', osVersion: '22.04' }],
    };
    await calls(ADD).getImages({ ...query, targets: [A] });
    images.push(
      build('cn-beijing', '20250101', { distro: 'rocky', osVersion: '9.3', id: 'rocky' }),
    );
    const { idByTarget, anyOfIndex } = await calls().getImages({ ...query, targets: [A, B] });
    expect(idByTarget[B]).toBe('ubuntu_22_04_x64_20240322.vhd');
    expect(anyOfIndex).toBe(1);
  });
});

describe('the lock as pins use it', () => {
  const query = { ...QUERY, targets: [A, B] };

  it('has the locked ids, and asks no cloud', async () => {
    await calls(ADD).getImages({ ...QUERY, targets: [B] });
    requests = 0;
    const { pinLock } = calls({ configuration: { lock: 'frozen' } });
    expect(await pinLock.isUsed()).toBe(true);
    expect([...(await pinLock.lookUp(query, {})).ids]).toEqual([
      [B, 'ubuntu_22_04_x64_20240322.vhd'],
    ]);
    expect(requests).toBe(0);
  });

  it('has no ids without a lock file, also where look-ups are frozen', async () => {
    const { pinLock } = calls({ configuration: { lock: 'frozen' } });
    expect([...(await pinLock.lookUp(query, {})).ids]).toEqual([]);
    expect(await calls().pinLock.isUsed()).toBe(false);
  });

  it('is an error without a lock file that cloudimages.json requires', async () => {
    project({ lock: 'required' });
    expect(await errorOf(calls().pinLock.lookUp(query, {}))).toContain('no lock file');
  });

  it('adds the images that a state holds, in mode add only', async () => {
    const held = images.slice(0, 1);
    images.push(build('cn-hangzhou', '20250101'));
    await calls({ configuration: { lock: 'use' } }).pinLock.add(query, async () => held);
    expect(fs.existsSync(file())).toBe(false);
    expect(await calls(ADD).pinLock.add(query, async () => held)).toEqual([]);
    const { ids } = await calls().getImages({ ...QUERY, targets: [A] });
    expect(ids).toEqual(['ubuntu_22_04_x64_20240322.vhd']);
    expect(requests).toBe(0);
  });

  it('collects what a pin keeps for lock -- COMMAND, and writes nothing', async () => {
    const collected = path.join(folder, 'queries.jsonl');
    const environment = { CLOUDIMAGES_LOCK_COLLECT: collected };
    const { pinLock } = calls({ environment });
    expect(await pinLock.isUsed()).toBe(true);
    await pinLock.lookUp(query, {});
    expect(fs.existsSync(collected)).toBe(false);
    await pinLock.lookUp(query, { [A]: 'm-1' });
    expect(await pinLock.add(query, images.slice(0, 1))).toEqual([]);
    expect(fs.existsSync(file())).toBe(false);
    const lines = fs.readFileSync(collected, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { query: QUERY, targets: [A], held: { [A]: 'm-1' } },
    ]);
  });

  it('does not add what a simulator showed unless a file is named', async () => {
    await calls({ ...ADD, simulated: true }).pinLock.add(query, async () => images);
    expect(fs.existsSync(file())).toBe(false);
  });
});
