/** The plugin under the real Pulumi engine: a YAML program against simulated clouds. */
import fs from 'node:fs';
import path from 'node:path';
import { SECRET_MARKS, startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { NEWER_ID, publishNewer, UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject, PLUGIN_FOLDER, type Outcome, type Project } from './harness/project';
import { startProvider } from './harness/provider-process';

jest.setTimeout(180_000);

/** JSON is YAML. */
function program(trigger: string, more: object = {}): string {
  return JSON.stringify({
    name: 'project',
    runtime: 'yaml',
    plugins: { providers: [{ name: 'cloudimages', path: PLUGIN_FOLDER }] },
    variables: {
      found: { 'fn::invoke': { function: 'cloudimages:index:getImages', arguments: UBUNTU } },
      one: { 'fn::invoke': { function: 'cloudimages:index:getImage', arguments: UBUNTU } },
    },
    resources: {
      web: {
        type: 'cloudimages:index:PinnedImage',
        properties: { ...UBUNTU, triggers: [trigger] },
      },
    },
    outputs: { ids: '${found.ids}', one: '${one.id}', pinned: '${web.imageId}' },
    ...more,
  });
}

describeWithEngine('pulumi', 'the plugin under the real engine', ({ path: pulumi }) => {
  describeWithPackages('pulumi-3.248.0', 'a program in YAML', (packages) => {
    let project: Project;
    let simulator: Simulator;
    let env: NodeJS.ProcessEnv;

    beforeEach(async () => {
      simulator = await startSimulator();
      project = makeProject(packages, { 'Pulumi.yaml': program('first') });
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

    async function outputs(): Promise<Record<string, unknown>> {
      const { stdout } = await succeed('stack', 'output', '--json');
      return JSON.parse(stdout) as Record<string, unknown>;
    }

    const state = (): string =>
      fs.readFileSync(path.join(project.scratch, 'state/.pulumi/stacks/project/dev.json'), 'utf8');

    test('functions and a pin from the first preview to the destroy', async () => {
      const first = await succeed('preview', '--diff');
      expect(first.output).toContain(`pinned: "${UBUNTU_ID}"`);
      expect(first.output).not.toMatch(/\[unknown\]|output<string>/);
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ ids: [UBUNTU_ID], one: UBUNTU_ID, pinned: UBUNTU_ID });

      publishNewer(simulator);
      const newer = await succeed('preview', '--diff');
      expect(newer.output).toContain('2 unchanged');
      const refresh = await succeed('refresh', '--yes', '--skip-preview');
      expect(refresh.output).toMatch(/PinnedImage \(web\):\s+warning: .*A newer image matches/);

      project.write('Pulumi.yaml', program('second'));
      const moving = await succeed('preview', '--diff');
      expect(moving.output).toContain(`imageId      : "${UBUNTU_ID}" => "${NEWER_ID}"`);
      expect(moving.output).toMatch(/~ 1 to update/);
      await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ ids: [NEWER_ID], one: NEWER_ID, pinned: NEWER_ID });

      await simulator.close();
      await succeed('destroy', '--yes', '--skip-preview');
    });

    test('a project may name the folder under packages instead', async () => {
      const packages = { cloudimages: PLUGIN_FOLDER };
      project.write('Pulumi.yaml', program('first', { packages, plugins: undefined }));
      const { output } = await succeed('preview');
      expect(output).toContain(`pinned: "${UBUNTU_ID}"`);
    });

    test('wrong arguments: every problem at its place', async () => {
      const wrong = { ...UBUNTU, targets: ['alicluod/cn-hangzhou'], osType: 'linus' };
      const resources = { web: { type: 'cloudimages:index:PinnedImage', properties: wrong } };
      project.write('Pulumi.yaml', program('first', { resources, variables: {}, outputs: {} }));
      const { code, output } = await run('preview');
      expect(code).not.toBe(0);
      expect(output).toMatch(/property targets\[0\][^\n]*problem:[^\n]*alicluod/);
      expect(output).toMatch(/property osType[^\n]*problem:[^\n]*Did you mean "linux"\?/);
    });

    test('credentials of an explicit provider are never in the clear', async () => {
      const { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secretKey } =
        simulator.environment;
      for (const name of Object.keys(simulator.environment)) delete env[name];
      env['HOME'] = project.scratch;
      const alicloud = { accessKey, secretKey, endpoint: simulator.endpoints.alicloud };
      const { targets, ...query } = UBUNTU;
      const resources = {
        clouds: { type: 'pulumi:providers:cloudimages', properties: { targets, alicloud } },
        web: {
          type: 'cloudimages:index:PinnedImage',
          properties: query,
          options: { provider: '${clouds}' },
        },
      };
      const mine = { resources, variables: {}, outputs: { pinned: '${web.imageId}' } };
      project.write('Pulumi.yaml', program('first', mine));
      const { output } = await succeed('up', '--yes', '--skip-preview');
      expect(await outputs()).toEqual({ pinned: UBUNTU_ID });
      for (const mark of SECRET_MARKS) expect(output + state()).not.toContain(mark);
    });

    test('with a secret in the query, the state keeps nothing that repeats it in plain text', async () => {
      const { distro, ...query } = UBUNTU;
      const secret = { 'fn::secret': distro };
      const web = {
        type: 'cloudimages:index:PinnedImage',
        properties: { ...query, distro: secret },
      };
      project.write(
        'Pulumi.yaml',
        program('first', { resources: { web }, variables: {}, outputs: {} }),
      );
      await succeed('up', '--yes', '--skip-preview');
      await succeed('refresh', '--yes', '--skip-preview');
      const { deployment } = JSON.parse((await succeed('stack', 'export')).stdout);
      const pin = deployment.resources.find(({ urn }: { urn: string }) => urn.endsWith('::web'));
      expect(pin.outputs.exists).toBe(true);
      const encrypted = expect.objectContaining({ ciphertext: expect.any(String) });
      const kept = [pin.inputs, pin.outputs].flatMap((part) => [
        part.distro,
        part.image,
        part.imageId,
      ]);
      expect(kept).toEqual(Array(6).fill(encrypted));
    });

    test('an image that exists is imported, and the program that adopts it moves nothing', async () => {
      await succeed('up', '--yes', '--skip-preview');
      publishNewer(simulator);
      const resources = {
        web: {
          type: 'cloudimages:index:PinnedImage',
          properties: { ...UBUNTU, triggers: ['first'] },
        },
        adopted: {
          type: 'cloudimages:index:PinnedImage',
          properties: UBUNTU,
          options: { import: `alicloud/cn-hangzhou/${UBUNTU_ID}` },
        },
      };
      const mine = { resources, variables: {}, outputs: { adopted: '${adopted.imageId}' } };
      project.write('Pulumi.yaml', program('first', mine));
      const { output } = await succeed('up', '--yes', '--skip-preview');
      expect(output).toContain('1 imported');
      expect(await outputs()).toEqual({ adopted: UBUNTU_ID });
      const after = await succeed('preview');
      expect(after.output).toContain('3 unchanged');
    });
  });
});

test('the executable prints its port at once and answers without the engine', async () => {
  const simulator = await startSimulator();
  const executable = path.join(PLUGIN_FOLDER, 'pulumi-resource-cloudimages');
  const provider = await startProvider(executable, ['127.0.0.1:9'], PLUGIN_FOLDER, {
    ...process.env,
    ...simulator.environment,
  });
  try {
    expect(await provider.getSchema()).toMatchObject({ name: 'cloudimages' });
    await provider.configure({});
    const { result } = await provider.invoke('cloudimages:index:getImage', { ...UBUNTU });
    expect(result).toMatchObject({ ...UBUNTU, id: UBUNTU_ID });
  } finally {
    await provider.stop();
    await simulator.close();
  }
});
