/** The shortest whole run of the plugin under the real Pulumi engine. The long ones are `*.e2e.ci.test.ts`. */
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject, PLUGIN_FOLDER, type Project } from './harness/project';

jest.setTimeout(120_000);

/** JSON is YAML. */
const PROGRAM = JSON.stringify({
  name: 'project',
  runtime: 'yaml',
  plugins: { providers: [{ name: 'cloudimages', path: PLUGIN_FOLDER }] },
  variables: {
    found: { 'fn::invoke': { function: 'cloudimages:index:getImage', arguments: UBUNTU } },
  },
  resources: { web: { type: 'cloudimages:index:PinnedImage', properties: UBUNTU } },
  outputs: { found: '${found.id}', pinned: '${web.imageId}' },
});

describeWithEngine('pulumi', 'the plugin under the real engine', ({ path: pulumi }) => {
  describeWithPackages('pulumi-3.248.0', 'a program in YAML', (packages) => {
    let project: Project;
    let simulator: Simulator;

    beforeAll(async () => {
      simulator = await startSimulator();
      project = makeProject(packages, { 'Pulumi.yaml': PROGRAM });
    });
    afterAll(async () => {
      await simulator.close();
      project.remove();
    });

    test('knows the ids of a function and of a pin in the first preview', async () => {
      const env = { ...offlinePulumiEnv(project.scratch), ...simulator.environment };
      await project.run(pulumi, ['stack', 'init', 'dev', '--non-interactive'], env);
      const { code, output } = await project.run(pulumi, ['preview', '--non-interactive'], env);
      expect(output).toContain(`found : "${UBUNTU_ID}"`);
      expect(output).toContain(`pinned: "${UBUNTU_ID}"`);
      expect(code).toBe(0);
    });
  });
});
