import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { parseLock, type Lock } from '@cloudimages/lock';
import { expectGolden } from '../golden/golden';
import { run as runCommand, withEnvironment, type Ending } from './command-line';

let simulator: Simulator;
let restore: () => void;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

beforeEach(() => {
  simulator.world.reset();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-cli-lock-'));
  restore = withEnvironment({
    ...simulator.environment,
    CLOUDIMAGES_FILE: path.join(folder, 'cloudimages.json'),
    CLOUDIMAGES_LOCK: '',
  });
});
afterEach(() => {
  restore();
  fs.rmSync(folder, { recursive: true, force: true });
});

const A = 'alicloud/cn-hangzhou';
const WEB = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };

const file = (): string => path.join(folder, 'cloudimages.lock.json');
const project = (data: object): void =>
  fs.writeFileSync(path.join(folder, 'cloudimages.json'), JSON.stringify(data));
const run = (...args: readonly string[]): Promise<Ending> => {
  const [command = '', ...rest] = args;
  return runCommand([command, '--lock-file', file(), ...rest]);
};
const written = (): Lock => parseLock(fs.readFileSync(file(), 'utf8'), 'lock');

const SINGAPORE = 'tencentcloud/ap-singapore';
const lockedId = (target = A, scope = 'public', name = 'web'): string | undefined =>
  written().queries[name]?.scopes[scope]?.[target]?.images[0]?.id;

const OLD = 'ubuntu_22_04_x64_20G_alibase_20240710.vhd';
const NEW = 'ubuntu_22_04_x64_20G_alibase_20240926.vhd';
const HOLD = ['lock', `web=${OLD}`, '--reason', 'the newest one has a broken network driver'];

describe('lock', () => {
  beforeEach(() => project({ targets: [A], images: { web: WEB } }));

  it('locks the queries of cloudimages.json that are missing, and keeps the others', async () => {
    expect(await run('lock')).toMatchObject({ code: 0, out: `web ${A} ${NEW}\n` });
    expect(await run('lock')).toMatchObject({ code: 0, out: '' });
    expect(await run('lock', 'wep')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"web"'),
    });
  });

  it('writes no lock file of the project while an endpoint is overridden', async () => {
    const { code, err } = await runCommand(['lock']);
    expect(code).toBe(2);
    expect(err).toContain('--lock-file');
    expect(fs.existsSync(file())).toBe(false);
  });

  it('makes the first lock file where cloudimages.json requires one', async () => {
    project({ targets: [A], images: { web: WEB }, lock: 'required' });
    expect((await run('lock')).code).toBe(0);
    expect((await run('find', 'web', '--lock', 'frozen', '-o', 'ids')).out).toBe(`${NEW}\n`);
  });

  it('holds an image, keeps it in updates, and takes the newest one after the end of the hold', async () => {
    expect(await run(...HOLD)).toMatchObject({ code: 0 });
    expect(await run('lock', '--update')).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 held'),
    });
    expect(lockedId()).toBe(OLD);
    const { code, out } = await run('outdated');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/held.*1 build.*broken network/),
    });
    expect((await run('lock', '--unhold', 'web')).code).toBe(0);
    expect((await run('outdated')).code).toBe(4);
    expect((await run('lock', '--update', 'web')).code).toBe(0);
    expect(lockedId()).toBe(NEW);
  });

  it('refuses a hold without a reason, of a missing image, and of one that the query does not mean', async () => {
    expect((await run('lock', `web=${OLD}`)).code).toBe(2);
    expect((await run('lock', 'web=m-none', '--reason', 'x')).code).toBe(3);
    const other = 'm-bp1golden0ubuntu0002';
    const { code, err } = await run('lock', `web=${other}`, '--reason', 'x');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('does not pass owners(public)'),
    });
  });

  describe('of a query without a name', () => {
    const KEY = JSON.stringify({
      ...{ architecture: 'x86_64', distro: 'ubuntu', mostRecent: true, osVersion: '22.04' },
    });
    const keyed = (target = A): string | undefined => lockedId(target, 'public', KEY);
    beforeEach(async () => {
      project({});
      const flags = ['--distro', 'ubuntu', '--os-version', '22.04', '--architecture', 'x86_64'];
      const found = ['find', ...flags, '--most-recent', '--target', A, '--lock', 'add'];
      expect((await run(...found)).code).toBe(0);
      expect(keyed()).toBe(NEW);
    });

    it('holds an image by the key of the lock file, in any spelling of its JSON', async () => {
      const spelled = JSON.stringify(JSON.parse(KEY), undefined, 1);
      const { code, out } = await run('lock', `${spelled}=${OLD}`, '--reason', 'driver');
      expect({ code, out }).toEqual({ code: 0, out: `${KEY} ${A} ${OLD} held\n` });
      expect(keyed()).toBe(OLD);
      expect((await run('lock', '--update', spelled)).err).toContain('1 held');
      expect((await run('lock', '--unhold', KEY)).code).toBe(0);
      expect((await run('lock', '--update')).code).toBe(0);
      expect(keyed()).toBe(NEW);
    });

    it('holds an image in a target that is named', async () => {
      const B = 'alicloud/cn-beijing';
      const hold = ['lock', `${KEY}=${OLD}`, '--target', B, '--reason', 'driver'];
      expect((await run(...hold)).code).toBe(0);
      expect([keyed(), keyed(B)]).toEqual([NEW, OLD]);
    });

    it.each([
      [`{"distro":"debian"}=${OLD}`, 'is not a key of'],
      [`{"distro":}=${OLD}`, 'is not a query as JSON'],
      [`web=${OLD}`, 'use its key in the lock file'],
    ])('refuses %s and says what to do', async (operand, said) => {
      const { code, err } = await run('lock', operand, '--reason', 'driver');
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) });
    });
  });

  it('copies a scope to another one', async () => {
    project({
      targets: [A],
      images: {
        own: { nameRegex: '^golden', owners: ['self'], mostRecent: true, architecture: 'x86_64' },
      },
    });
    expect((await run('lock', '--lock-scope', 'dev')).code).toBe(0);
    expect((await run('lock', '--promote', 'dev', 'prod')).code).toBe(0);
    expect(lockedId(A, 'prod', 'own')).toBe(lockedId(A, 'dev', 'own'));
    expect((await run('lock', '--promote', 'stage', 'prod')).code).toBe(2);
  });

  it('removes named queries that cloudimages.json no longer has', async () => {
    await run('lock');
    project({ targets: [A], images: { other: WEB } });
    expect(await run('lock', '--prune')).toMatchObject({ code: 0, out: `web public ${A}\n` });
    expect(written().queries).toEqual({});
  });

  it('merges in place, and ends with 1 and both sides of a conflict', async () => {
    await run('lock');
    const base = fs.readFileSync(file(), 'utf8');
    const [one, two, three] = ['base', 'ours', 'theirs'].map((name) => path.join(folder, name));
    fs.writeFileSync(one ?? '', base);
    fs.writeFileSync(two ?? '', base.replaceAll(NEW, 'a'));
    fs.writeFileSync(three ?? '', base);
    const merge = () => runCommand(['lock', '--merge', one ?? '', two ?? '', three ?? '']);
    expect(await merge()).toEqual({ code: 0, out: '', err: '' });
    fs.writeFileSync(three ?? '', base.replaceAll(NEW, 'b'));
    const { code, err } = await merge();
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/ours {3}a.*\n.*theirs b/),
    });
    expect(fs.readFileSync(two ?? '', 'utf8')).toContain('<<<<<<< ours');
  });
});

describe('lock --from-state', () => {
  beforeEach(() => project({}));

  const attributes = (id: string, target = A) => ({
    ...{ targets: [target], distro: 'ubuntu', os_version: '22.04', architecture: 'x86_64' },
    ...{ most_recent: true, name: null, image_id: id, target, triggers: null },
  });
  const terraform = (...ids: readonly string[]) => ({
    format_version: '1.0',
    terraform_version: '1.9.8',
    values: {
      root_module: {
        child_modules: [
          {
            address: 'module.web',
            resources: ids.map((id, index) => ({
              ...{ address: `module.web.cloudimages_pinned_image.web[${index}]`, mode: 'managed' },
              ...{ type: 'cloudimages_pinned_image', name: 'web', values: attributes(id) },
            })),
          },
        ],
      },
    },
  });
  const state = (data: object): string => {
    const name = path.join(folder, 'state.json');
    fs.writeFileSync(name, JSON.stringify(data));
    return name;
  };
  const key = JSON.stringify({
    architecture: 'x86_64',
    distro: 'ubuntu',
    mostRecent: true,
    osVersion: '22.04',
  });

  it('locks the id that terraform show -json holds, though a newer one exists', async () => {
    expect((await run('lock', '--from-state', state(terraform(OLD, OLD)))).code).toBe(0);
    expect(lockedId(A, 'public', key)).toBe(OLD);
  });

  describe('of a pin with a candidate, while its data source has a newer image', () => {
    const query = JSON.stringify({ ...WEB, targets: [A] });
    const candidate = (id: string) => ({ query, query_key: 'k', id_by_target: { [A]: id } });
    const resources = (machineId: string) => [
      {
        ...{ address: 'data.cloudimages_image.web', mode: 'data', type: 'cloudimages_image' },
        values: { ...attributes(NEW), image: { id: NEW, target: A }, candidate: candidate(NEW) },
      },
      {
        ...{ address: 'cloudimages_pinned_image.web', mode: 'managed' },
        type: 'cloudimages_pinned_image',
        values: { image_id_by_target: { [A]: OLD }, candidate: candidate(OLD) },
      },
      {
        ...{ address: 'alicloud_instance.web', mode: 'managed', type: 'alicloud_instance' },
        values: { image_id: machineId, tags: [] },
      },
    ];
    const stateOf = (machineId: string): string =>
      state({
        format_version: '1.0',
        values: { root_module: { resources: resources(machineId) } },
      });

    it('locks the image of the pin where no resource has the newer one', async () => {
      expect((await run('lock', '--from-state', stateOf(OLD))).code).toBe(0);
      expect(lockedId(A, 'public', key)).toBe(OLD);
    });

    it('reports both where a resource has the newer one', async () => {
      expect((await run('lock', '--from-state', stateOf(NEW))).code).toBe(1);
      expect(fs.existsSync(file())).toBe(false);
    });
  });

  it('locks the id that pulumi stack export holds', async () => {
    const data = {
      version: 3,
      deployment: {
        resources: [
          {
            urn: 'urn:pulumi:dev::web::pulumi-nodejs:dynamic/cloudimages:PinnedImage::web',
            type: 'pulumi-nodejs:dynamic/cloudimages:PinnedImage',
            outputs: {
              ...WEB,
              targets: [A],
              imageId: OLD,
              image: { id: OLD, target: A },
              resolutionKey: 'x',
            },
          },
        ],
      },
    };
    expect((await run('lock', '--from-state', state(data))).code).toBe(0);
    expect(lockedId(A, 'public', key)).toBe(OLD);
  });

  it('reads a secret that pulumi stack export shows, and reports an encrypted pin', async () => {
    const secret = (value: object) => ({
      '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270',
      ...value,
    });
    const urn = 'urn:pulumi:dev::web::cloudimages:index:PinnedImage::web';
    const stateWith = (imageId: object) =>
      state({
        deployment: {
          resources: [
            {
              ...{ urn, type: 'cloudimages:index:PinnedImage' },
              outputs: { ...WEB, targets: [A], imageId, image: { id: OLD, target: A } },
            },
          ],
        },
      });
    const encrypted = stateWith(secret({ ciphertext: 'v1:abc' }));
    expect(await run('lock', '--from-state', encrypted)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${urn} is encrypted`),
    });
    const shown = stateWith(secret({ plaintext: JSON.stringify(OLD) }));
    expect((await run('lock', '--from-state', shown)).code).toBe(0);
    expect(lockedId(A, 'public', key)).toBe(OLD);
  });

  it('reports different ids for one query and chooses none', async () => {
    const { code, err } = await run('lock', '--from-state', state(terraform(OLD, NEW)));
    expect(code).toBe(1);
    for (const said of [OLD, NEW, 'web[0]', 'web[1]']) expect(err).toContain(said);
    expect(fs.existsSync(file())).toBe(false);
  });

  it('rejects a file that is not a state', async () => {
    expect((await run('lock', '--from-state', state({ a: 1 }))).code).toBe(2);
  });
});

describe('outdated', () => {
  beforeEach(() => {
    project({ targets: [A], images: { web: WEB } });
  });

  it.each(['table', 'json', 'markdown'])('prints %s and ends with 4', async (format) => {
    await run(...HOLD);
    await run('lock', '--unhold', 'web');
    const { code, out } = await run('outdated', '-o', format);
    expect(code).toBe(4);
    expectGolden(
      `cli/outdated.${format === 'table' ? 'txt' : format === 'json' ? 'json' : 'md'}`,
      out
        .replace(/AGE +/, 'AGE  ')
        .replace(/\d+ days */, 'N days ')
        .replace(/"ageDays": \d+/, '"ageDays": 0')
        .replace(/"lockedAt": "[^"]*"/, '"lockedAt": "T"'),
    );
  });

  it('ends with 0 when everything is current', async () => {
    await run('lock');
    expect((await run('outdated')).code).toBe(0);
  });

  it('prints a hostile image name in a code span of one cell', async () => {
    await run('lock');
    simulator.world.updateImage('alicloud', NEW, { name: 'a`|\n@team <img src=x> [x](y)' });
    project({ targets: [A], images: { web: WEB, odd: { imageIds: [NEW] } } });
    const { out } = await run('outdated', 'odd', '-o', 'markdown');
    expect(out.split('\n')[2]).toContain(`\`${NEW} (a'\\| @team <img src=x> [x](y))\``);
  });

  it('offers no update that the policies rule out', async () => {
    await run(...HOLD);
    await run('lock', '--unhold', 'web');
    const policy = path.join(folder, 'policy.json');
    fs.writeFileSync(policy, JSON.stringify({ deniedIds: [NEW] }));
    const { out } = await run('outdated', '--policy', policy, '-o', 'json');
    expect(JSON.parse(out)[0]).not.toMatchObject({ newestId: NEW });
    fs.writeFileSync(policy, JSON.stringify({ deniedId: [NEW] }));
    expect((await run('outdated', '--policy', policy)).code).toBe(2);
  });
});

describe('verify', () => {
  beforeEach(async () => {
    project({ targets: [A], images: { web: WEB } });
    await run('lock');
  });
  const edit = (change: (text: string) => string): void =>
    fs.writeFileSync(file(), change(fs.readFileSync(file(), 'utf8')));

  it('ends with 0 when every image passes', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, out: '' });
  });

  it.each<[string, string, () => void]>([
    [
      'an image that is gone',
      'does not exist',
      () => edit((text) => text.replaceAll(NEW, 'gone.vhd')),
    ],
    [
      'a digest that differs',
      'its digest differs',
      () => edit((text) => text.replace(/"1:[0-9a-f]{32}"/, `"1:${'0'.repeat(32)}"`)),
    ],
    [
      'an image that the query does not mean',
      'does not pass osVersion(24.04)',
      () =>
        edit((text) =>
          text
            .replace('"osVersion": "22.04",\n      },', '"osVersion": "24.04"\n      },')
            .replace(/("query": {[^}]*"osVersion": )"22.04"/, '$1"24.04"'),
        ),
    ],
    [
      'an image that is denied',
      'is denied',
      () => project({ targets: [A], images: { web: WEB }, policies: { deniedIds: [NEW] } }),
    ],
    [
      'an image of another owner',
      'allowed are self',
      () => project({ targets: [A], images: { web: { ...WEB, policies: { owners: ['self'] } } } }),
    ],
    [
      'an image that is too old',
      'maxAge is 1d',
      () => project({ targets: [A], images: { web: WEB }, policies: { maxAge: '1d' } }),
    ],
  ])('ends with 5 for %s', async (_, said, spoil) => {
    spoil();
    const { code, out } = await run('verify');
    expect({ code, out }).toEqual({ code: 5, out: expect.stringContaining(said) });
  });

  it('fails a query that was locked without a scope', async () => {
    project({ targets: [A], images: { own: { ...WEB, owners: ['self', 'public'] } } });
    await run('lock');
    expect(await run('verify', 'own')).toMatchObject({
      code: 5,
      out: expect.stringContaining('without a scope'),
    });
  });

  it('lets no plan use a denied image but with an explicit override', async () => {
    project({ targets: [A], images: { web: WEB }, policies: { deniedIds: [NEW] } });
    const denied = await run('find', 'web', '--lock', 'use');
    expect(denied).toMatchObject({
      code: 1,
      err: expect.stringContaining('Image denied by a policy'),
    });
    const end = withEnvironment({ CLOUDIMAGES_ALLOW_DENIED: NEW });
    expect((await run('find', 'web', '--lock', 'use')).code).toBe(0);
    end();
  });
});

describe('lock -- COMMAND', () => {
  beforeEach(() => project({}));

  it('locks the queries of the command and runs it again with the lock frozen', async () => {
    const line = JSON.stringify({ query: WEB, targets: [A] });
    const script = path.join(folder, 'plan.cjs');
    fs.writeFileSync(
      script,
      `const fs = require('fs'); const e = process.env;
      if (e.CLOUDIMAGES_LOCK_COLLECT) fs.appendFileSync(e.CLOUDIMAGES_LOCK_COLLECT, ${JSON.stringify(`${line}\n`)});
      else fs.writeFileSync(${JSON.stringify(path.join(folder, 'second'))}, e.CLOUDIMAGES_LOCK);`,
    );
    expect(await run('lock', '--', process.execPath, script)).toMatchObject({ code: 0 });
    expect(fs.readFileSync(path.join(folder, 'second'), 'utf8')).toBe('frozen');
    expect(Object.keys(written().queries)).toHaveLength(1);
    fs.writeFileSync(script, 'process.exitCode = 7');
    expect((await run('lock', '--', process.execPath, script)).code).toBe(7);
  });

  it('collects what the engine is asked, and writes nothing', async () => {
    const collect = path.join(folder, 'queries.jsonl');
    const end = withEnvironment({ CLOUDIMAGES_LOCK_COLLECT: collect });
    project({ targets: [A], images: { web: WEB } });
    expect((await run('find', 'web', '--lock', 'frozen', '-o', 'ids')).out).toBe(`${NEW}\n`);
    end();
    expect(JSON.parse(fs.readFileSync(collect, 'utf8'))).toMatchObject({
      name: 'web',
      targets: [A],
    });
    expect(fs.existsSync(file())).toBe(false);
  });
});

describe('why', () => {
  it('explains the locked image and what the query means now', async () => {
    project({ targets: [A], images: { web: WEB } });
    await run('lock');
    const { code, out } = await run('why', 'web');
    expect(code).toBe(0);
    expect(out).toMatch(/locked\n[^]*locked on [^]*now\n[^]*osVersion\(22.04\)/);
  });
});

describe('targets', () => {
  it('prints the regions or zones of the clouds', async () => {
    const { code, out } = await runCommand([
      'targets',
      '--cloud',
      'alicloud',
      'tencentcloud',
      '-o',
      'json',
    ]);
    expect(code).toBe(0);
    const known = JSON.parse(out).map(({ target }: { target: string }) => target);
    expect(known).toEqual(expect.arrayContaining([A, SINGAPORE]));
    expect((await runCommand(['targets', '--cloud', 'alicloud'])).out).toMatch(
      /^TARGET +NAME\n[^]*alicloud\/cn-hangzhou/,
    );
    expect((await runCommand(['targets', '--cloud', 'alicluod'])).code).toBe(2);
  });
});
