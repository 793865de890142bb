import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { fillMirror } from '../cdktf/harness/mirror';
import { describeWithEngine, offlineTerraformEnv } from '../engines/find';
import { expectGolden } from '../golden/golden';
import { CURRENT, NEWER, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, readable } from './harness/engines';
import { createStack, temporaryFolder, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const EXAMPLE = path.resolve(__dirname, '../../examples/terraform-hcl/main.tf');

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'the example', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      const directory = temporaryFolder();
      await fillMirror(path.join(directory, 'providers'));
      stack = createStack({
        engine,
        directory,
        environment: { ...offlineTerraformEnv(directory), ...simulator.environment },
        configuration: readFileSync(EXAMPLE, 'utf8'),
      });
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    test('is written as the engine writes it', async () => {
      expect((await stack.run('fmt', '-check', '-diff', '-no-color')).text).toBe('');
    });

    test('plans instances with their images, and keeps the pinned one', async () => {
      expect((await stack.run('init', '-no-color')).code).toBe(0);
      const plan = await stack.run('plan', '-no-color');
      expectGolden(`terraform/${name}/example.txt`, readable(plan));
      expect((await stack.run('apply', '-no-color', '-auto-approve')).code).toBe(0);

      simulator.world.addImage(NEWER);
      expect((await stack.run('apply', '-no-color', '-auto-approve')).code).toBe(0);
      const outputs = await stack.run('output', '-json');
      expect(JSON.parse(outputs.stdout)).toMatchObject({
        image_ids: {
          value: { 'alicloud/cn-hangzhou': NEWER.id, 'tencentcloud/ap-singapore': 'img-487zeit5' },
        },
        database_image_id: { value: CURRENT.id },
      });
    });
  });
});
