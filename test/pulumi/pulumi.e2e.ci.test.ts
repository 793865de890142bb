/** Programs with `@cloudimages/pulumi` under the real Pulumi engine, against simulated clouds. */
import fs from 'node:fs';
import path from 'node:path';
import { SECRET_MARKS, startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { NEWER_ID, publishNewer, UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject, type Outcome, type Project } from './harness/project';

jest.setTimeout(180_000);

/** Everything that the tests look at, steered by the stack's configuration. */
const PROGRAM = `
const pulumi = require('@pulumi/pulumi');
const { getImages, getImageOutput, PinnedImage } = require('@cloudimages/pulumi');

const config = new pulumi.Config();
const query = { ...${JSON.stringify(UBUNTU)}, ...config.getObject('query') };

class Namer extends pulumi.dynamic.Resource {
  constructor(name) {
    super({ async create() { return { id: name, outs: { distro: 'ubuntu' } }; } }, name, { distro: undefined });
  }
}

const secretDistro = config.getSecret('distro');
if (!config.getBoolean('withoutPin')) {
  const pin = new PinnedImage('web', { ...query, ...(secretDistro && { distro: secretDistro }), triggers: [config.get('trigger') ?? 'first'] });
  exports.pinned = pin.imageId;
}
if (config.getBoolean('lookUp')) {
  exports.found = getImages(query).then(({ idByTarget }) => idByTarget);
  const { distro } = new Namer('namer');
  exports.later = getImageOutput({ ...query, distro }).id;
}
`;

/** Pulumi itself gives a stack's configuration to the program and to the dynamic host, decrypted. */
const HANDED_OVER_BY_PULUMI = new Set([
  '/pulumirpc.LanguageRuntime/Run',
  '/pulumirpc.ResourceProvider/CheckConfig',
  '/pulumirpc.ResourceProvider/Configure',
]);

/** What \`pulumi preview --json\` tells, as far as it is looked at. */
interface Preview {
  readonly steps: readonly {
    readonly op: string;
    readonly urn: string;
    readonly newState?: { readonly inputs?: Readonly<Record<string, unknown>> };
  }[];
}

describeWithEngine('pulumi', 'under the real engine', ({ path: pulumi }) => {
  describeWithPackages('pulumi-3.248.0', 'a program in JavaScript', (packages) => {
    let project: Project;
    let simulator: Simulator;
    let env: NodeJS.ProcessEnv;

    beforeEach(async () => {
      simulator = await startSimulator();
      project = makeProject(packages, {
        'Pulumi.yaml': 'name: project\nruntime: nodejs\nmain: index.js\n',
        'package.json': '{ "name": "project", "private": true }',
        'index.js': PROGRAM,
      });
      env = { ...offlinePulumiEnv(project.scratch), ...simulator.environment };
      await succeed('stack', 'init', 'dev');
    });
    afterEach(async () => {
      await simulator.close();
      project.remove();
    });

    const run = (...args: string[]): Promise<Outcome> =>
      project.run(pulumi, [...args, '--non-interactive'], env);

    async function succeed(...args: string[]): Promise<Outcome> {
      const outcome = await run(...args);
      if (outcome.code !== 0) throw new Error(`pulumi ${args.join(' ')}:\n${outcome.output}`);
      return outcome;
    }

    const set = (key: string, value: string, ...flags: string[]): Promise<Outcome> =>
      succeed('config', 'set', ...flags, key, value);

    async function outputs(): Promise<Record<string, unknown>> {
      const { stdout } = await succeed('stack', 'output', '--json');
      return JSON.parse(stdout) as Record<string, unknown>;
    }

    async function preview(): Promise<Preview['steps']> {
      const { stdout } = await succeed('preview', '--json');
      return (JSON.parse(stdout) as Preview).steps;
    }

    const stepOf = (steps: Preview['steps'], name: string) =>
      steps.find(({ urn }) => urn.endsWith(`::${name}`));

    function everyFileIn(folder: string): string {
      return fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
        .join('\n');
    }

    test('a pin from the first preview to the destroy', async () => {
      const first = stepOf(await preview(), 'web');
      expect(first).toMatchObject({
        op: 'create',
        newState: { inputs: { imageId: UBUNTU_ID, image: { osVersion: '22.04' } } },
      });
      expect((await succeed('preview')).output).toContain(`pinned: "${UBUNTU_ID}"`);
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ pinned: UBUNTU_ID });

      publishNewer(simulator);
      simulator.world.clearRequests();
      expect((await succeed('preview')).output).toContain('2 unchanged');
      expect(simulator.world.requests()).toEqual([]);

      const refresh = await succeed('refresh', '--yes', '--skip-preview');
      expect(refresh.output).toContain(`A newer image matches: ${NEWER_ID}`);
      const after = await succeed('preview');
      expect(after.output).toContain(`A newer image matches: ${NEWER_ID}`);
      expect(after.output).toContain('2 unchanged');

      await set('trigger', 'second');
      const moving = await succeed('preview', '--diff');
      expect(moving.output).toContain(`"${UBUNTU_ID}" => "${NEWER_ID}"`);
      expect(moving.output).toContain('1 to update');
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ pinned: NEWER_ID });

      simulator.world.removeImage('alicloud', NEWER_ID);
      const gone = await succeed('refresh', '--yes', '--skip-preview');
      expect(gone.output).toContain(`${NEWER_ID} is no longer listed`);
      const still = await succeed('preview');
      expect(still.output).toContain(`${NEWER_ID} is no longer listed`);
      expect(still.output).toContain('2 unchanged');

      await simulator.close();
      await succeed('preview');
      fs.rmSync(path.join(project.folder, 'node_modules/@cloudimages'), { recursive: true });
      await succeed('destroy', '--yes', '--skip-preview');
    });

    test('with a secret in the query, the state keeps nothing that repeats it in plain text', async () => {
      const inState = async (): Promise<unknown[]> => {
        const { stdout } = await succeed('stack', 'export');
        const { deployment } = JSON.parse(stdout);
        const pin = deployment.resources.find(({ urn }: { urn: string }) => urn.endsWith('::web'));
        expect(pin.outputs.exists).toBe(true);
        return [pin.inputs, pin.outputs].flatMap((part) => [part.distro, part.image, part.imageId]);
      };
      const encrypted = expect.objectContaining({ ciphertext: expect.any(String) });
      await set('distro', 'ubuntu', '--secret');
      await succeed('up', '--yes', '--skip-preview');
      expect(await inState()).toEqual(Array(6).fill(encrypted));
      publishNewer(simulator);
      await succeed('refresh', '--yes', '--skip-preview');
      expect(await inState()).toEqual(Array(6).fill(encrypted));
      await set('trigger', 'second');
      await succeed('up', '--yes', '--skip-preview');
      expect(await inState()).toEqual(Array(6).fill(encrypted));
    });

    test('functions answer in a preview, and what is unknown is asked for in the update', async () => {
      await set('lookUp', 'true');
      await set('withoutPin', 'true');
      await set('query.targets[0]', 'alicloud/cn-hangzhou', '--path');
      await set('query.targets[1]', 'tencentcloud/ap-singapore', '--path');
      const before = await succeed('preview');
      expect(before.output).toContain(`"${UBUNTU_ID}"`);
      expect(before.output).toContain('tencentcloud/ap-singapore: "img-');
      expect(before.output).toMatch(/later\s*: \[unknown\]/);
    });

    test('an answer that depends on a resource comes with the update', async () => {
      await set('lookUp', 'true');
      await set('withoutPin', 'true');
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({
        found: { 'alicloud/cn-hangzhou': UBUNTU_ID },
        later: UBUNTU_ID,
      });
    });

    test('wrong arguments: every problem at its place', async () => {
      await set('query.targets[0]', 'alicluod/cn-hangzhou', '--path');
      await set('query.osType', 'linus', '--path');
      await set('lookUp', 'true');
      const { code, output } = await run('preview');
      expect(code).not.toBe(0);
      expect(output).toMatch(/property targets\[0\][^\n]*problem:[^\n]*alicluod/);
      expect(output).toMatch(/property osType[^\n]*problem:[^\n]*Did you mean "linux"\?/);
      expect(output).toMatch(/error: Invalid image query:[\s\S]*targets\[0\]:[\s\S]*osType:/);
      expect(output).not.toMatch(/\n\s+at .*\.js:\d+/);
    });

    test('no match shows what removed the images', async () => {
      await set('query.architecture', 'i386', '--path');
      const { code, output } = await run('preview');
      expect(code).not.toBe(0);
      expect(output).toMatch(
        /No image matches[\s\S]*architecture\(i386\)\s+removed \d+[\s\S]*x86_64/,
      );
    });

    test('a cloud that is down: which one, where, the request, and what to do', async () => {
      simulator.world.setFaults([{ cloud: 'alicloud', kind: 'error', status: 503 }]);
      await set('cloudimages:timeoutSeconds', '3');
      const { code, output } = await run('preview');
      expect(code).not.toBe(0);
      expect(output).toMatch(/alicloud\/cn-hangzhou/);
      expect(output).toMatch(/request id \S+/);
      expect(output).toMatch(/Try again/);
    });

    test('credentials in the stack’s configuration work, and are nowhere in the clear', async () => {
      const {
        ALIBABA_CLOUD_ACCESS_KEY_ID: key = '',
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret = '',
      } = simulator.environment;
      const grpcLog = path.join(project.scratch, 'grpc.json');
      for (const name of Object.keys(simulator.environment)) delete env[name];
      env = { ...env, HOME: project.scratch, PULUMI_DEBUG_GRPC: grpcLog };
      await set('cloudimages:alicloud.endpoint', simulator.endpoints.alicloud, '--path');
      await set('cloudimages:alicloud.accessKey', key, '--path', '--secret');
      await set('cloudimages:alicloud.secretKey', secret, '--path', '--secret');
      await set('lookUp', 'true');
      const { output } = await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toMatchObject({ pinned: UBUNTU_ID, later: UBUNTU_ID });
      const state = everyFileIn(path.join(project.scratch, 'state'));
      for (const mark of SECRET_MARKS) expect(output + state).not.toContain(mark);

      const carrying = fs
        .readFileSync(grpcLog, 'utf8')
        .split('\n')
        .filter((line) => SECRET_MARKS.some((mark) => line.includes(mark)))
        .map((line) => (JSON.parse(line) as { readonly method: string }).method);
      expect(new Set(carrying)).toEqual(HANDED_OVER_BY_PULUMI);
    });
  });
});
