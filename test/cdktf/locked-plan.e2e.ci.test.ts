/** A synthesized stack that is planned elsewhere: the ids are those of the lock, and nothing is asked. */
import { startSimulator } from '@cloudimages/simulator';
import fs from 'node:fs';
import path from 'node:path';
import { createEngine } from '../../provider/compose';
import { describeWithEngine, offlineTerraformEnv } from '../engines/find';
import { CURRENT, smallWorld } from '../terraform/harness/catalog';
import { ENGINE_TIMEOUT_MS } from '../terraform/harness/engines';
import { temporaryFolder } from '../terraform/harness/stack';
import { fillMirror } from './harness/mirror';
import { FRAMEWORKS, makeProject, type Project } from './harness/project';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const QUERY = { distro: 'ubuntu', architecture: 'x86_64', mostRecent: true };
const CLI = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
const TARGETS = ['alicloud/cn-hangzhou'];

const program = (framework: string): string => `
const { App, TerraformOutput, TerraformStack } = require('${framework}');
const { CloudimagesProvider, getImage, lockedImage } = require('@cloudimages/${framework}');

const app = new App();
const stack = new TerraformStack(app, 'web');
new CloudimagesProvider(stack, 'cloudimages');
const query = ${JSON.stringify({ ...QUERY, targets: TARGETS })};
const values = {
  named: lockedImage(stack, 'web', '${TARGETS[0]}'),
  at_synth: getImage(stack, 'synth', { ...query, resolveAt: 'synth' }).id,
  at_plan: getImage(stack, 'plan', query).id,
  named_at_plan: getImage(stack, 'by-name', { query: 'web', targets: ['${TARGETS[0]}'] }).id,
};
for (const [name, value] of Object.entries(values)) new TerraformOutput(stack, name, { value });
app.synth();
`;

describe.each(FRAMEWORKS)('%s', (framework) => {
  describeWithEngine('terraform', 'under Terraform', (terraform) => {
    let project: Project;
    let elsewhere: string;

    beforeAll(async () => {
      project = makeProject(framework);
      elsewhere = temporaryFolder();
      await fillMirror(path.join(project.folder, 'providers'));
    });
    afterAll(() => {
      project.remove();
      fs.rmSync(elsewhere, { recursive: true });
    });

    test('`cloudimages lock -- COMMAND` collects the queries of a synthesis and locks them', async () => {
      const simulator = await startSimulator({ world: smallWorld() });
      const lockFile = path.join(project.folder, 'collected.lock.json');
      project.write('main.js', program(framework));
      project.write('cloudimages.json', JSON.stringify({ images: { web: QUERY } }));
      const environment = { ...offlineTerraformEnv(project.folder), ...simulator.environment };
      const args = [CLI, 'lock', '--lock-file', lockFile, '--', 'node', 'main.js'];
      const { code, stderr } = await project.run('node', args, environment);
      await simulator.close();
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Locked 2 of') });
      const file = path.join(project.folder, 'cdktf.out/stacks/web/cdk.tf.json');
      expect(JSON.parse(fs.readFileSync(file, 'utf8')).output).toMatchObject({
        named: { value: CURRENT.id },
        at_synth: { value: CURRENT.id },
      });
    });

    test('synthesis and plan take the ids of a lock that the engine wrote, with the simulator stopped', async () => {
      const simulator = await startSimulator({ world: smallWorld() });
      project.write('main.js', program(framework));
      project.write('cloudimages.json', JSON.stringify({ images: { web: QUERY } }));
      const engine = createEngine(
        { lock: 'add', lockFile: path.join(project.folder, 'cloudimages.lock.json') },
        { environment: simulator.environment, workingDirectory: project.folder },
      );
      await engine.getImages({ query: 'web', targets: TARGETS });
      await engine.getImages({ ...QUERY, targets: TARGETS });
      await simulator.close();

      const environment = {
        ...offlineTerraformEnv(project.folder),
        ...simulator.environment,
        CLOUDIMAGES_LOCK: 'frozen',
      };
      const succeed = async (command: string, ...args: readonly string[]): Promise<string> => {
        const { code, stdout, stderr } = await project.run(command, args, environment);
        expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
        return stdout;
      };
      await succeed('node', 'main.js');
      const stack = path.join(elsewhere, 'web');
      fs.cpSync(path.join(project.folder, 'cdktf.out/stacks/web'), stack, { recursive: true });
      const written = JSON.parse(fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8'));
      expect(written.output).toMatchObject({
        named: { value: CURRENT.id },
        at_synth: { value: CURRENT.id },
      });
      await succeed(terraform.path, `-chdir=${stack}`, 'init');
      await succeed(terraform.path, `-chdir=${stack}`, 'plan', '-out=plan');
      const plan = await succeed(terraform.path, `-chdir=${stack}`, 'show', '-json', 'plan');
      expect(JSON.parse(plan).planned_values.outputs).toMatchObject({
        named: { value: CURRENT.id },
        at_synth: { value: CURRENT.id },
        at_plan: { value: CURRENT.id },
        // There is no cloudimages.json where the stack is planned: its lock has the query.
        named_at_plan: { value: CURRENT.id },
      });
    });
  });
});
