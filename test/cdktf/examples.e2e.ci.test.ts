/** The examples as a user has them: built, synthesized, planned and applied by real engines. */
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import path from 'node:path';
import { describeWithEngine, offlineTerraformEnv } from '../engines/find';
import { CURRENT, NEWER, smallWorld } from '../terraform/harness/catalog';
import { ENGINE_TIMEOUT_MS } from '../terraform/harness/engines';
import { fillMirror } from './harness/mirror';
import { makeExample, type Project } from './harness/project';

jest.setTimeout(ENGINE_TIMEOUT_MS);

/** The one image of the catalog in Tencent Cloud's Singapore. */
const SINGAPORE_ID = 'img-487zeit5';

/** Where both frameworks write the example's one stack. */
const STACK = 'cdktf.out/stacks/web';

/** Part of a plan as `show -json` prints it. */
interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after: Readonly<Record<string, unknown>>;
      readonly after_unknown: Readonly<Record<string, unknown>>;
    };
  }[];
}

const PAIRS = [
  ['cdktf', 'terraform'],
  ['cdktn', 'terraform'],
  ['cdktn', 'tofu'],
] as const;

describe.each(PAIRS)('the example for %s under %s', (framework, name) => {
  describeWithEngine(name, 'gives instances the ids', (engine) => {
    let project: Project;
    let simulator: Simulator;

    beforeAll(async () => {
      project = makeExample(framework);
      await fillMirror(path.join(project.folder, 'providers'));
      simulator = await startSimulator({ world: smallWorld() });
    });
    afterAll(async () => {
      project.remove();
      await simulator.close();
    });

    const succeed = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await project.run(
        engine.path,
        [`-chdir=${STACK}`, ...args],
        {
          ...offlineTerraformEnv(project.folder),
          ...simulator.environment,
        },
      );
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      return stdout;
    };
    /** Per resource: what is going to happen to it, and the image id that it is going to have. */
    const plan = async (): Promise<Record<string, readonly [string, unknown]>> => {
      await succeed('plan', '-out=plan');
      const { resource_changes }: Plan = JSON.parse(await succeed('show', '-json', 'plan'));
      return Object.fromEntries(
        resource_changes.map(({ address, change: { actions, after, after_unknown } }) => [
          address,
          [actions.join(), 'image_id' in after_unknown ? 'unknown' : after['image_id']],
        ]),
      );
    };

    test('in the plan, and holds the pinned one when a newer image appears', async () => {
      const synth = await project.run('npm', ['run', '--silent', 'synth']);
      expect(synth).toEqual({ code: 0, stdout: '', stderr: '' });
      await succeed('init');

      expect(await plan()).toEqual({
        'alicloud_instance.database': ['create', CURRENT.id],
        'alicloud_instance.web-hangzhou': ['create', CURRENT.id],
        'cloudimages_pinned_image.database-image': ['create', CURRENT.id],
        'tencentcloud_instance.web-singapore': ['create', SINGAPORE_ID],
      });

      await succeed('apply', 'plan');
      expect(JSON.parse(await succeed('output', '-json'))).toMatchObject({
        image_ids: {
          value: { 'alicloud/cn-hangzhou': CURRENT.id, 'tencentcloud/ap-singapore': SINGAPORE_ID },
        },
        database_image_id: { value: CURRENT.id },
      });

      simulator.world.addImage(NEWER, 'first');
      expect(await plan()).toEqual({
        'alicloud_instance.database': ['no-op', CURRENT.id],
        'alicloud_instance.web-hangzhou': ['update', NEWER.id],
        'cloudimages_pinned_image.database-image': ['no-op', CURRENT.id],
        'tencentcloud_instance.web-singapore': ['no-op', SINGAPORE_ID],
      });
    });
  });
});
