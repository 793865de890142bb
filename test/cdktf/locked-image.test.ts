/** Locked ids in synthesis: from a lock that another front end wrote, with the simulator stopped. */
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { describeError } from '../../provider/errors/describe-error';
import { CURRENT, OLD, smallWorld } from '../terraform/harness/catalog';
import { temporaryFolder } from '../terraform/harness/stack';
import { FRAMEWORKS } from './harness/project';

const TARGET = 'alicloud/cn-hangzhou';
const QUERY = { distro: 'ubuntu', architecture: 'x86_64', mostRecent: true };
const ALL = { distro: 'ubuntu', architecture: 'x86_64' };

const folder = temporaryFolder();
const PROJECT_FILE = path.join(folder, 'cloudimages.json');
const LOCK_FILE = path.join(folder, 'cloudimages.lock.json');
const COLLECTED = path.join(folder, 'collected');
const VARIABLES = [
  'CLOUDIMAGES_FILE',
  'CLOUDIMAGES_LOCK_FILE',
  'CLOUDIMAGES_LOCK_COLLECT',
  'CLOUDIMAGES_LOCK_SCOPE',
  'CLOUDIMAGES_POLICY',
  'CLOUDIMAGES_ALLOW_DENIED',
  'CLOUDIMAGES_ENDPOINT_ALICLOUD',
];
const before = { ...process.env };

beforeAll(async () => {
  fs.writeFileSync(
    PROJECT_FILE,
    JSON.stringify({
      targets: [TARGET],
      images: {
        web: QUERY,
        own: { ...QUERY, owners: ['self', 'public'] },
        all: { ...ALL, policies: { maxAge: '365d' } },
        two: { ...QUERY, targets: [TARGET, 'tencentcloud/ap-singapore'] },
        later: { distro: 'debian', mostRecent: true },
      },
    }),
  );
  const simulator = await startSimulator({ world: smallWorld() });
  const engineOf = (scope: string) =>
    createEngine(
      { lock: 'add', lockFile: LOCK_FILE, lockScope: scope },
      { environment: { ...simulator.environment, CLOUDIMAGES_FILE: PROJECT_FILE } },
    );
  const engine = engineOf('prod');
  await engine.getImages({ query: 'web' });
  await engine.getImages({ query: 'own' });
  await engine.getImages({ query: 'all' });
  await engine.getImage({ ...QUERY, targets: [TARGET], excludeIds: [CURRENT.id, 'b'] });
  await simulator.close();
});

beforeEach(() => {
  for (const name of VARIABLES) delete process.env[name];
  process.env['CLOUDIMAGES_FILE'] = PROJECT_FILE;
  process.env['CLOUDIMAGES_LOCK_FILE'] = LOCK_FILE;
  // Nobody listens there: what asks a cloud fails.
  process.env['CLOUDIMAGES_ENDPOINT_ALICLOUD'] = 'http://127.0.0.1:9';
  fs.rmSync(COLLECTED, { force: true });
});
afterAll(() => {
  for (const name of VARIABLES) {
    delete process.env[name];
    if (before[name] !== undefined) process.env[name] = before[name];
  }
  fs.rmSync(folder, { recursive: true });
});

describe.each(FRAMEWORKS)('%s', (framework) => {
  const cdk = require(framework);
  const sdk = require(`../../sdk/${framework}/index`);

  const newStack = (outdir?: string) =>
    new cdk.TerraformStack(outdir === undefined ? cdk.Testing.app() : new cdk.App({ outdir }), 'a');

  test('returns the locked id of a named query as a plain string', () => {
    expect(sdk.lockedImage(newStack(), 'web')).toBe(CURRENT.id);
    expect(sdk.lockedImage(newStack(), 'web', TARGET)).toBe(CURRENT.id);
  });

  test('finds a query that depends on the account in the scope of the label', () => {
    expect(() => sdk.lockedImage(newStack(), 'own')).toThrow('the query "own" is not locked');
    expect(sdk.lockedImage(newStack(), 'own', TARGET, { lockScope: 'prod' })).toBe(CURRENT.id);
    process.env['CLOUDIMAGES_LOCK_SCOPE'] = 'prod';
    expect(sdk.lockedImage(newStack(), 'own')).toBe(CURRENT.id);
    expect(sdk.lockedImage(newStack(), 'web')).toBe(CURRENT.id);
  });

  test('writes the locked id in place of the data source, without a provider', () => {
    const stack = newStack();
    const { id } = sdk.getImage(stack, 'base', {
      resolveAt: 'synth',
      // The same query in another order, with what is absent.
      excludeIds: ['b', CURRENT.id, 'b'],
      name: undefined,
      mostRecent: true,
      architecture: 'x86_64',
      distro: 'ubuntu',
      targets: [TARGET],
    });
    new cdk.TerraformOutput(stack, 'id', { value: id });
    const written = JSON.parse(cdk.Testing.synth(stack));
    expect(written.output.id.value).toBe(OLD.id);
    expect(written).not.toHaveProperty('data');
  });

  test('writes a data source for resolveAt "plan"', () => {
    const stack = newStack();
    new sdk.CloudimagesProvider(stack, 'cloudimages');
    sdk.getImage(stack, 'base', { resolveAt: 'plan', query: 'web', targets: [TARGET] });
    const { data } = JSON.parse(cdk.Testing.synth(stack, true));
    expect(data.cloudimages_image.base).toEqual({ query: 'web', targets: [TARGET] });
  });

  test.each([
    ['another target', 'web', 'alicloud/cn-beijing', 'is not locked in alicloud/cn-beijing'],
    ['another query', 'later', undefined, 'the query "later" is not locked in'],
  ])('rejects %s, naming the command that locks it', (_, name, target, message) => {
    const call = (): string => sdk.lockedImage(newStack(), name, target);
    expect(call).toThrow(message);
    expect(call).toThrow('Run `cloudimages lock -- COMMAND`');
  });

  test('rejects a named query that changed since it was locked', () => {
    const changed = path.join(folder, 'changed.json');
    fs.writeFileSync(
      changed,
      JSON.stringify({ targets: [TARGET], images: { web: { ...QUERY, osVersion: '24.04' } } }),
    );
    process.env['CLOUDIMAGES_FILE'] = changed;
    expect(() => sdk.lockedImage(newStack(), 'web')).toThrow('"web" changed since it was locked');
  });

  test('names a missing lock file, and an invalid one with its line', () => {
    process.env['CLOUDIMAGES_LOCK_FILE'] = path.join(folder, 'none.json');
    expect(() => sdk.lockedImage(newStack(), 'web')).toThrow('there is no lock file at');
    const invalid = path.join(folder, 'invalid.json');
    fs.writeFileSync(invalid, '{\n  "lockVersion": 1,\n  "queries": []\n}\n');
    process.env['CLOUDIMAGES_LOCK_FILE'] = invalid;
    expect(() => sdk.lockedImage(newStack(), 'web')).toThrow(`${invalid}:3: queries: `);
  });

  test('rejects unknown names, several targets and several images', () => {
    expect(() => sdk.lockedImage(newStack(), 'wbe')).toThrow(
      'has no such image. It has: web, own, all, two, later',
    );
    expect(() => sdk.lockedImage(newStack(), 'two')).toThrow('needs one target');
    expect(() => sdk.lockedImage(newStack(), 'all')).toThrow('needs one image, and the lock has');
  });

  describe('under policies', () => {
    const within = (policies: object, own: object = {}): void => {
      const file = path.join(folder, 'policies.json');
      const images = { web: { ...QUERY, policies: own } };
      fs.writeFileSync(file, JSON.stringify({ targets: [TARGET], images, policies }));
      process.env['CLOUDIMAGES_FILE'] = file;
    };
    /** The warnings of the stack, as the framework's command line gets them. */
    const warningsOf = (stack: { node: { metadata: readonly { type: string; data: string }[] } }) =>
      stack.node.metadata
        .filter(({ type }) => type.endsWith('warn'))
        .map(({ data }) => data.replace(/^[^:]*: /, ''));
    /** What a plan says about the same lock entry. */
    const plan = async () => {
      const environment = {
        CLOUDIMAGES_FILE: process.env['CLOUDIMAGES_FILE'],
        CLOUDIMAGES_POLICY: process.env['CLOUDIMAGES_POLICY'],
        CLOUDIMAGES_ENDPOINT_ALICLOUD: 'http://127.0.0.1:9',
      };
      const engine = createEngine({ lock: 'frozen', lockFile: LOCK_FILE }, { environment });
      return engine.getImages({ query: 'web', targets: [TARGET] });
    };

    test('warns about age and owners in the words of a plan', async () => {
      within({ maxAge: '30d', owners: ['self'] });
      const stack = newStack();
      expect(sdk.lockedImage(stack, 'web')).toBe(CURRENT.id);
      const { warnings } = await plan();
      expect(warnings).toHaveLength(2);
      expect(warningsOf(stack)).toEqual(warnings.map(({ message }) => message));

      const atSynth = newStack();
      sdk.getImage(atSynth, 'web', { resolveAt: 'synth', query: 'web' });
      expect(warningsOf(atSynth)).toHaveLength(2);
    });

    test('passes what the policies of the image and the policy file allow, and no more', () => {
      within({ owners: ['self'] }, { owners: ['public'] });
      const stack = newStack();
      sdk.lockedImage(stack, 'web');
      expect(warningsOf(stack)).toEqual([]);
      const file = path.join(folder, 'policy.json');
      fs.writeFileSync(file, JSON.stringify({ maxAge: '1d' }));
      process.env['CLOUDIMAGES_POLICY'] = file;
      const strict = newStack();
      sdk.lockedImage(strict, 'web');
      expect(warningsOf(strict)).toEqual([expect.stringContaining('maxAge is 1d')]);
    });

    test('refuses a denied id in the words of a plan, unless it is allowed', async () => {
      within({ deniedIds: [CURRENT.id] });
      const failure = describeError(await plan().catch((error: unknown) => error));
      expect(() => sdk.lockedImage(newStack(), 'web')).toThrow(
        `${failure.detail.replace(/\.$/, '')}. ${failure.hint}`,
      );
      process.env['CLOUDIMAGES_ALLOW_DENIED'] = `other, ${CURRENT.id}`;
      expect(sdk.lockedImage(newStack(), 'web')).toBe(CURRENT.id);
    });
  });

  test('rejects a token in a query that is looked up in synthesis', () => {
    const stack = newStack();
    const name = new cdk.TerraformVariable(stack, 'name', { type: 'string' });
    const query = { ...QUERY, resolveAt: 'synth', targets: [TARGET] };
    expect(() => sdk.getImage(stack, 'b', { ...query, family: name.stringValue })).toThrow(
      'a/b: "family" holds a token',
    );
    expect(() => sdk.lockedImage(stack, 'web', `alicloud/${name.stringValue}`)).toThrow(
      '"targets" holds a token',
    );
    expect(() => sdk.lockedImage(stack, name.stringValue)).toThrow('"query" holds a token');
  });

  test('reports an invalid query with its path, not as unlocked', () => {
    const query = { resolveAt: 'synth', targets: [TARGET], osType: 'linus' };
    expect(() => sdk.getImage(newStack(), 'b', query)).toThrow(/a\/b: osType: .*"linux"/);
  });

  test('rejects images of the simulator where requests go to the real cloud', () => {
    delete process.env['CLOUDIMAGES_ENDPOINT_ALICLOUD'];
    expect(() => sdk.lockedImage(newStack(), 'web')).toThrow('locked to an image of the simulator');
  });

  test('collects queries, and returns a placeholder for what is not locked yet', () => {
    process.env['CLOUDIMAGES_LOCK_COLLECT'] = COLLECTED;
    expect(sdk.lockedImage(newStack(), 'web')).toBe(CURRENT.id);
    expect(sdk.lockedImage(newStack(), 'later')).toBe('cloudimages-not-locked-yet');
    sdk.getImage(newStack(), 'b', {
      resolveAt: 'synth',
      distro: 'rocky',
      targets: ['alicloud/cn-beijing'],
    });
    const lines = fs.readFileSync(COLLECTED, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { name: 'web', query: QUERY, targets: [TARGET] },
      { name: 'later', query: { distro: 'debian', mostRecent: true }, targets: [TARGET] },
      { query: { distro: 'rocky' }, targets: ['alicloud/cn-beijing'] },
    ]);
  });

  test('writes the lock beside the stack in synthesis, and removes it when there is none', () => {
    const outdir = path.join(folder, `out-${framework}`);
    const copy = path.join(outdir, 'stacks/a/cloudimages.lock.json');
    const synthesize = (): void => {
      const stack = newStack(outdir);
      new sdk.CloudimagesProvider(stack, 'cloudimages');
      new sdk.CloudimagesProvider(stack, 'other', { alias: 'other' });
      sdk.getImages(stack, 'images', { query: 'web' });
      cdk.App.of(stack).synth();
    };
    synthesize();
    expect(fs.readFileSync(copy, 'utf8')).toBe(fs.readFileSync(LOCK_FILE, 'utf8'));
    process.env['CLOUDIMAGES_LOCK_FILE'] = path.join(folder, 'none.json');
    synthesize();
    expect(fs.existsSync(copy)).toBe(false);
  });

  test.each(['getImages', 'getImage', 'PinnedImage'])(
    'accepts the name of a query with targets in %s, and nothing else beside it',
    (name) => {
      const build = (config: object): void => {
        const stack = newStack();
        new sdk.CloudimagesProvider(stack, 'cloudimages');
        if (name === 'PinnedImage') new sdk.PinnedImage(stack, 'x', config);
        else sdk[name](stack, 'x', config);
        cdk.Testing.synth(stack, true);
      };
      build({ query: 'web', targets: [TARGET] });
      expect(() => build({ query: 'web', distro: 'ubuntu' })).toThrow(
        'distro: is not allowed beside "query"',
      );
    },
  );
});
