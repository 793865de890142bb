/** What the example has no use for, planned: targets from variables, two providers, imports, functions. */
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import path from 'node:path';
import { describeWithEngine, offlineTerraformEnv } from '../engines/find';
import { CURRENT, OLD, smallWorld } from '../terraform/harness/catalog';
import { ENGINE_TIMEOUT_MS } from '../terraform/harness/engines';
import { fillMirror } from './harness/mirror';
import { FRAMEWORKS, makeProject, type Project } from './harness/project';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const program = (framework: string): string => `
const { App, TerraformOutput, TerraformStack, TerraformVariable } = require('${framework}');
const sdk = require('@cloudimages/${framework}');

const app = new App();
const stack = new TerraformStack(app, 'web');
new sdk.CloudimagesProvider(stack, 'hangzhou', { targets: ['alicloud/cn-hangzhou'] });
const singapore = new sdk.CloudimagesProvider(stack, 'singapore', {
  alias: 'singapore',
  targets: ['tencentcloud/ap-singapore'],
});

const region = new TerraformVariable(stack, 'region', { default: 'cn-hangzhou' });
const target = 'alicloud/' + region.stringValue;
const images = sdk.getImages(stack, 'images', { targets: [target], mostRecent: true });
const image = sdk.getImage(stack, 'image', { provider: singapore });
const pin = new sdk.PinnedImage(stack, 'pin', { distro: 'ubuntu', mostRecent: true });
pin.importImage('alicloud/cn-hangzhou', '${OLD.id}');

const values = {
  by_variable: images.idFor(target),
  created: images.images.get(0).createdAt,
  in_singapore: image.id,
  imported: pin.imageId,
  compared: '\${provider::cloudimages::compare_os_versions("8.9", "8.10")}',
};
for (const [name, value] of Object.entries(values)) new TerraformOutput(stack, name, { value });
app.synth();
`;

describe.each(FRAMEWORKS)('%s', (framework) => {
  describeWithEngine('terraform', 'under Terraform', (terraform) => {
    let project: Project;
    let simulator: Simulator;

    beforeAll(async () => {
      project = makeProject(framework);
      await fillMirror(path.join(project.folder, 'providers'));
      simulator = await startSimulator({ world: smallWorld() });
    });
    afterAll(async () => {
      project.remove();
      await simulator.close();
    });

    test('all of it is known in the plan', async () => {
      project.write('main.js', program(framework));
      const environment = { ...offlineTerraformEnv(project.folder), ...simulator.environment };
      const succeed = async (command: string, ...args: readonly string[]): Promise<string> => {
        const { code, stdout, stderr } = await project.run(command, args, environment);
        expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
        return stdout;
      };
      const engine = [terraform.path, '-chdir=cdktf.out/stacks/web'] as const;
      await succeed('node', 'main.js');
      await succeed(...engine, 'init');
      await succeed(...engine, 'plan', '-out=plan');
      const plan = JSON.parse(await succeed(...engine, 'show', '-json', 'plan'));
      expect(plan.planned_values.outputs).toMatchObject({
        by_variable: { value: CURRENT.id },
        created: { value: CURRENT.createdAt },
        in_singapore: { value: 'img-487zeit5' },
        imported: { value: OLD.id },
        compared: { value: -1 },
      });
    });
  });
});
