/**
 * PinnedImage in Pulumi's own host of dynamic providers, for every version of the SDK that is
 * supported. The host is the real one; the engine's order of calls is played by the test.
 */
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, SECRET_MARKS, type Simulator } from '@cloudimages/simulator';
import { describeWithPackages } from '../engines/find';
import { NEWER_ID, publishNewer, UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject, type Project } from './harness/project';
import type { Properties } from './harness/provider-client';
import { startDynamicHost, type ProviderProcess } from './harness/provider-process';

const GOLDEN = path.resolve(__dirname, '../golden/pulumi/provider-text.js');

/** Prints what Pulumi would write into the state. */
const PRINT_PROVIDER_TEXT = `
const pulumi = require('@pulumi/pulumi');
const { PinnedImage } = require('@cloudimages/pulumi');
const newResource = ({ inputs, type }) => {
  if (type !== 'pulumi-nodejs:dynamic/cloudimages:PinnedImage') throw new Error(type);
  process.stdout.write(inputs.__provider);
  return { id: 'id', state: inputs };
};
pulumi.runtime.setMocks({ newResource, call: () => ({}) });
new PinnedImage('web', {});
`;

describe.each(['pulumi-3.142.0', 'pulumi-3.248.0', 'pulumi-latest'])('%s', (name) => {
  describeWithPackages(name, 'PinnedImage', (packages) => {
    let project: Project;
    let simulator: Simulator;
    let host: ProviderProcess;
    let text: string;

    beforeAll(async () => {
      project = makeProject(packages, {
        'package.json': '{ "name": "project", "private": true }',
        'print.js': PRINT_PROVIDER_TEXT,
      });
      const { stdout } = await project.run(process.execPath, ['print.js'], process.env);
      text = stdout;
      simulator = await startSimulator();
    });
    afterAll(async () => {
      await simulator.close();
      project.remove();
    });
    beforeEach(async () => {
      simulator.world.reset();
      host = await start();
      await host.configure({});
    });
    afterEach(() => host.stop());

    const start = (): Promise<ProviderProcess> =>
      startDynamicHost(project.folder, { ...process.env, ...simulator.environment });

    /** Every command of Pulumi starts the host again. */
    const nextCommand = async (): Promise<void> => {
      await host.stop();
      host = await start();
      await host.configure({});
    };

    const inputs = (more: Properties = {}): Properties => ({
      ...UBUNTU,
      ...more,
      __provider: text,
    });

    test('the text in states is the same in every release, and holds no secret', () => {
      expect(text).toBe(fs.readFileSync(GOLDEN, 'utf8'));
    });

    test('from the first preview to the destroy', async () => {
      const { inputs: checked, failures } = await host.check({}, inputs());
      expect(failures).toEqual([]);
      expect(checked).toMatchObject({ imageId: UBUNTU_ID, image: { osVersion: '22.04' } });

      const { id, outputs } = await host.create(checked);
      expect(outputs).toMatchObject({ imageId: UBUNTU_ID, outdated: false, __provider: text });

      await nextCommand();
      publishNewer(simulator);
      simulator.world.clearRequests();
      const { inputs: kept } = await host.check(checked, inputs());
      expect(kept).toEqual(checked);
      expect(await host.diff(id, outputs, kept)).toMatchObject({ changes: false });
      expect(simulator.world.requests()).toEqual([]);

      const refreshed = await host.read(id, kept, outputs);
      expect(refreshed).toMatchObject({
        id,
        outputs: { imageId: UBUNTU_ID, outdated: true, latestImageId: NEWER_ID, exists: true },
      });
      expect(host.output()).toContain(`A newer image matches: ${NEWER_ID}`);

      await nextCommand();
      const { inputs: moved } = await host.check(checked, inputs({ triggers: ['next'] }));
      expect(moved).toMatchObject({ imageId: NEWER_ID });
      expect(await host.diff(id, refreshed.outputs, moved)).toMatchObject({
        changes: true,
        replaces: [],
      });
      const updated = await host.update(id, refreshed.outputs, moved);
      expect(updated).toMatchObject({ imageId: NEWER_ID, previousImageId: UBUNTU_ID });
      await host.delete(id, updated);
    });

    test('a destroy needs neither the clouds nor this package', async () => {
      const hidden = path.join(project.folder, 'hidden');
      const ours = path.join(project.folder, 'node_modules/@cloudimages');
      fs.renameSync(ours, hidden);
      simulator.world.clearRequests();
      const ended = host.delete('some-id', { ...inputs(), imageId: UBUNTU_ID }).finally(() => {
        fs.renameSync(hidden, ours);
      });
      await expect(ended).resolves.toBeUndefined();
      expect(simulator.world.requests()).toEqual([]);
    });

    test('configuration and credentials come from the stack’s configuration', async () => {
      await host.stop();
      const names = Object.keys(simulator.environment);
      const bare = Object.entries(process.env).filter(([key]) => !names.includes(key));
      host = await startDynamicHost(project.folder, {
        ...Object.fromEntries(bare),
        HOME: project.scratch,
      });
      const { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secretKey } =
        simulator.environment;
      const alicloud = { accessKey, secretKey, endpoint: simulator.endpoints.alicloud };
      await host.configure({
        'cloudimages:targets': '["alicloud/cn-hangzhou"]',
        'cloudimages:alicloud': JSON.stringify(alicloud),
      });
      const { targets: _, ...query } = inputs();
      const { inputs: checked, failures } = await host.check({}, query);
      expect(failures).toEqual([]);
      expect(checked).toMatchObject({ imageId: UBUNTU_ID });
      const { outputs } = await host.create(checked);
      for (const mark of SECRET_MARKS) expect(JSON.stringify(outputs)).not.toContain(mark);
    });

    test('every wrong argument is told at its place, and a cloud that fails in full', async () => {
      const wrong = await host.check({}, inputs({ osType: 'linus', nameRegex: '(' }));
      expect(wrong.failures.map(({ property }) => property)).toEqual(['nameRegex', 'osType']);
      simulator.world.setFaults([{ cloud: 'alicloud', kind: 'forbidden' }]);
      const refused = await host.check({}, inputs());
      expect(refused.failures).toEqual([
        { property: '', reason: expect.stringMatching(/alicloud\/cn-hangzhou[\s\S]*request id/) },
      ]);
      expect(host.output()).toBe('');
    });
  });
});
