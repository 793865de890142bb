/** Locked stacks under the real Pulumi engine: with the simulator stopped, no request can succeed. */
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { NEWER_ID, publishNewer, UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject, PLUGIN_FOLDER, type Outcome, type Project } from './harness/project';

// An engine starts a process per command, and some tests run ten commands.
jest.setTimeout(600_000);

const { targets, ...CONDITIONS } = UBUNTU;

/** The program is not beside the files of the project: they are found by walking up to `.git`. */
const JAVASCRIPT = {
  'Pulumi.yaml': 'name: project\nruntime: nodejs\nmain: app/index.js\n',
  'package.json': '{ "name": "project", "private": true }',
  'app/index.js': `
const pulumi = require('@pulumi/pulumi');
const { getImages, getImageOutput, PinnedImage } = require('@cloudimages/pulumi');
const config = new pulumi.Config();
const query = ${JSON.stringify(UBUNTU)};
const extra = config.getObject('extra') ?? {};
exports.ids = getImages(query).then(({ ids }) => ids);
exports.one = getImageOutput({ query: 'web', ...extra }).id;
exports.pinned = new PinnedImage('web', { ...query, triggers: [config.get('trigger') ?? 'first'] }).imageId;
exports.named = new PinnedImage('named', { query: 'web' }).imageId;
`,
};

const pinned = (query: object) => ({
  type: 'cloudimages:index:PinnedImage',
  properties: { ...query, triggers: ['first'] },
});
const call = (name: string, query: object) => ({
  'fn::invoke': { function: `cloudimages:index:${name}`, arguments: query },
});
/** JSON is YAML. */
const YAML = {
  'Pulumi.yaml': JSON.stringify({
    name: 'project',
    runtime: 'yaml',
    plugins: { providers: [{ name: 'cloudimages', path: PLUGIN_FOLDER }] },
    variables: { found: call('getImages', UBUNTU), one: call('getImage', { query: 'web' }) },
    resources: { web: pinned(UBUNTU), named: pinned({ query: 'web' }) },
    outputs: {
      ids: '${found.ids}',
      one: '${one.id}',
      pinned: '${web.imageId}',
      named: '${named.imageId}',
    },
  }),
};

/** What every program above exports. */
const LOCKED = { ids: [UBUNTU_ID], one: UBUNTU_ID, pinned: UBUNTU_ID, named: UBUNTU_ID };

describeWithEngine('pulumi', 'locked stacks under the real engine', ({ path: pulumi }) => {
  describeWithPackages('pulumi-3.248.0', 'with the SDK and the plugin', (packages) => {
    let project: Project;
    let simulator: Simulator;
    let env: NodeJS.ProcessEnv;

    async function begin(files: Readonly<Record<string, string>>): Promise<void> {
      simulator = await startSimulator();
      project = makeProject(packages, {});
      for (const folder of ['.git', 'app']) fs.mkdirSync(path.join(project.folder, folder));
      for (const [file, text] of Object.entries(files)) project.write(file, text);
      const images = { web: { ...CONDITIONS, targets } };
      project.write('cloudimages.json', JSON.stringify({ images }));
      env = { ...offlinePulumiEnv(project.scratch), ...simulator.environment };
      await succeed('stack', 'init', 'dev');
    }
    afterEach(async () => {
      await simulator.close();
      project.remove();
    });

    const lockFile = (): string => path.join(project.folder, 'cloudimages.lock.json');

    /** Another front end writes the lock: the engine as the command line uses it. */
    async function lock(): Promise<void> {
      const engine = createEngine(
        { lock: 'add', lockFile: lockFile() },
        { environment: simulator.environment, workingDirectory: project.folder },
      );
      await engine.getImages({ query: 'web' });
      await engine.getImages(UBUNTU);
      await engine.close();
    }

    const run = (...args: string[]): Promise<Outcome> =>
      project.run(pulumi, [...args, '--non-interactive'], env);

    async function succeed(...args: string[]): Promise<Outcome> {
      const outcome = await run(...args);
      if (outcome.code !== 0) throw new Error(`pulumi ${args.join(' ')}:\n${outcome.output}`);
      return outcome;
    }

    const outputs = async (): Promise<unknown> =>
      JSON.parse((await succeed('stack', 'output', '--json')).stdout);

    test.each([
      ['JavaScript', JAVASCRIPT],
      ['YAML', YAML],
    ])(
      'a frozen stack in %s previews, updates and refreshes without a request',
      async (_, files) => {
        await begin(files);
        await lock();
        publishNewer(simulator);
        await simulator.close();
        env['CLOUDIMAGES_LOCK'] = 'frozen';
        const preview = await succeed('preview');
        expect(preview.output).toContain(`pinned: "${UBUNTU_ID}"`);
        await succeed('up', '--yes', '--skip-preview');
        expect(await outputs()).toEqual(LOCKED);
        const refresh = await succeed('refresh', '--yes', '--skip-preview');
        expect(refresh.output).not.toContain('could not be checked');
        const { deployment } = JSON.parse((await succeed('stack', 'export')).stdout);
        const pin = deployment.resources.find(({ urn }: { urn: string }) => urn.endsWith('::web'));
        expect(pin.outputs.imageId).toBe(UBUNTU_ID);
        for (const name of ['exists', 'deprecated', 'outdated', 'latestImageId']) {
          expect(pin.outputs[name] ?? null).toBeNull();
        }
        expect((await succeed('preview')).output).toContain('3 unchanged');
      },
    );

    test('the stack’s configuration sets the mode, and an unlocked query names the command', async () => {
      await begin(JAVASCRIPT);
      await lock();
      await simulator.close();
      await succeed('config', 'set', 'cloudimages:lock', 'frozen');
      const target = ['alicloud/cn-beijing'];
      await succeed('config', 'set', 'extra', JSON.stringify({ targets: target }));
      const { code, output } = await run('preview');
      expect(code).not.toBe(0);
      expect(output).toContain('the query "web" is not locked in alicloud/cn-beijing');
      expect(output).toContain('cloudimages lock web');
    });

    /** A stack with pins and a machine that is replaced when its image changes. */
    const ADOPTED = {
      ...JAVASCRIPT,
      'app/index.js': `
const pulumi = require('@pulumi/pulumi');
const { PinnedImage } = require('@cloudimages/pulumi');
const query = ${JSON.stringify(UBUNTU)};
const triggers = [new pulumi.Config().get('trigger') ?? 'first'];
const machines = {
  create: async (inputs) => ({ id: inputs.imageId, outs: inputs }),
  diff: async (id, olds, news) => ({ changes: olds.imageId !== news.imageId, replaces: ['imageId'] }),
};
class Machine extends pulumi.dynamic.Resource {
  constructor(name, args) {
    super(machines, name, args);
  }
}
const web = new PinnedImage('web', { ...query, triggers });
const named = new PinnedImage('named', { query: 'web', triggers });
new Machine('machine', { imageId: web.imageId });
exports.ids = [web.imageId, named.imageId];
`,
    };

    /** The command line against the simulator. */
    async function cloudimages(...args: string[]): Promise<void> {
      const cli = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
      const ended = await project.run('node', [cli, ...args, '--lock-file', lockFile()], env);
      if (ended.code !== 0) throw new Error(`cloudimages ${args.join(' ')}:\n${ended.output}`);
    }

    test('a stack plans nothing after lock --from-state, and follows the next update', async () => {
      await begin(ADOPTED);
      await succeed('up', '--yes', '--skip-preview');
      publishNewer(simulator);
      project.write('state.json', (await succeed('stack', 'export')).stdout);
      await cloudimages('lock', '--from-state', path.join(project.folder, 'state.json'));
      const locked = fs.readFileSync(lockFile(), 'utf8');
      expect(locked).toContain(UBUNTU_ID);
      expect(locked).not.toContain(NEWER_ID);
      env['CLOUDIMAGES_LOCK'] = 'frozen';
      simulator.world.clearRequests();
      expect((await succeed('preview')).output).toContain('4 unchanged');
      await succeed('up', '--yes', '--skip-preview');

      fs.rmSync(lockFile());
      delete env['CLOUDIMAGES_LOCK'];
      expect((await succeed('preview')).output).toContain('4 unchanged');
      expect(simulator.world.requests()).toEqual([]);

      fs.writeFileSync(lockFile(), locked);
      await cloudimages('lock', '--update');
      await simulator.close();
      env['CLOUDIMAGES_LOCK'] = 'frozen';
      const moving = await succeed('preview', '--diff');
      expect(moving.output).toContain(`"${UBUNTU_ID}" => "${NEWER_ID}"`);
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ ids: [NEWER_ID, NEWER_ID] });
      expect((await succeed('preview')).output).toContain('4 unchanged');
    });

    test('lock -- COMMAND locks what the pins keep, and prunes none of it', async () => {
      await begin(ADOPTED);
      await succeed('up', '--yes', '--skip-preview');
      publishNewer(simulator);
      const preview = ['--', pulumi, 'preview', '--non-interactive'];
      const flags = ['--lock-file', lockFile()];
      const cli = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
      for (const job of [[], ['--prune']]) {
        const ended = await project.run('node', [cli, 'lock', ...job, ...flags, ...preview], env);
        if (ended.code !== 0) throw new Error(ended.output);
        expect(ended.output).toContain('4 unchanged');
        const locked = fs.readFileSync(lockFile(), 'utf8');
        expect(locked).toContain(UBUNTU_ID);
        expect(locked).not.toContain(NEWER_ID);
        expect(Object.keys(JSON.parse(locked).queries)).toHaveLength(2);
      }
    });

    test('a pin keeps its image when an entry with another one is added, until its triggers change', async () => {
      await begin(ADOPTED);
      await succeed('up', '--yes', '--skip-preview');
      publishNewer(simulator);
      await lock();
      await simulator.close();
      env['CLOUDIMAGES_LOCK'] = 'frozen';
      for (const step of ['preview', 'up', 'preview']) {
        const kept = await succeed(step, ...(step === 'up' ? ['--yes', '--skip-preview'] : []));
        expect(kept.output).toContain('4 unchanged');
        expect(kept.output).toContain(`The lock file has ${NEWER_ID} for this pin`);
      }
      await succeed('config', 'set', 'trigger', 'second');
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ ids: [NEWER_ID, NEWER_ID] });
    });

    test('a lock that comes or goes moves no pin, and a changed entry does', async () => {
      await begin(JAVASCRIPT);
      await succeed('up', '--yes', '--skip-preview');
      publishNewer(simulator);
      env['CLOUDIMAGES_LOCK'] = 'add';
      env['CLOUDIMAGES_LOCK_FILE'] = lockFile();
      // The pins are checked one after another with functions that lock the newer image.
      project.write(
        'app/index.js',
        JAVASCRIPT['app/index.js'].replace(/^exports\.(ids|one) .*$/gm, ''),
      );
      const adopting = await succeed('up', '--yes', '--skip-preview');
      expect(adopting.output).toContain('3 unchanged');
      const locked = fs.readFileSync(lockFile(), 'utf8');
      expect(locked).toContain(UBUNTU_ID);
      expect(locked).not.toContain(NEWER_ID);

      fs.rmSync(lockFile());
      delete env['CLOUDIMAGES_LOCK'];
      delete env['CLOUDIMAGES_LOCK_FILE'];
      expect((await succeed('preview')).output).toContain('3 unchanged');

      fs.writeFileSync(lockFile(), locked);
      env['CLOUDIMAGES_LOCK'] = 'frozen';
      await succeed('config', 'set', 'trigger', 'second');
      const triggered = await succeed('preview', '--diff');
      expect(triggered.output).toContain('`triggers` have no effect');
      expect(triggered.output).not.toContain('=> "ubuntu_22_04');

      fs.writeFileSync(lockFile(), locked.replaceAll(UBUNTU_ID, NEWER_ID));
      const moving = await succeed('preview', '--diff');
      expect(moving.output).toContain(`"${UBUNTU_ID}" => "${NEWER_ID}"`);
    });
  });
});
