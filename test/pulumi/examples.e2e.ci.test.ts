/** Every Pulumi example, run as its readme says, and the demo at the root. */
import fs from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { UBUNTU_ID } from './harness/catalog';
import { makeProject, type Outcome, type Project } from './harness/project';

jest.setTimeout(180_000);

const ROOT = path.resolve(__dirname, '../..');
const EXAMPLES = path.join(ROOT, 'examples');

function copyInto(project: Project, example: string): void {
  const from = path.join(EXAMPLES, example);
  for (const file of fs.readdirSync(from)) {
    if (['node_modules', 'bin', 'sdks'].includes(file)) continue;
    fs.cpSync(path.join(from, file), path.join(project.folder, file), { recursive: true });
  }
}

/** The code of one language in the documentation. */
function blocksOf(file: string, language: string): string[] {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...text.matchAll(fence)].map(([, block = '']) => block);
}

/** What `pulumi package add terraform-provider tencentcloudstack/tencentcloud` would write, in short. */
const TENCENTCLOUD = {
  'package.json': '{ "name": "@pulumi/tencentcloud", "main": "index.js", "types": "index.d.ts" }',
  'index.js': `
const pulumi = require('@pulumi/pulumi');
exports.Instance = class Instance extends pulumi.CustomResource {
  constructor(name, args, opts) { super('tencentcloud:index/instance:Instance', name, args, opts); }
};
`,
  'index.d.ts': `
import * as pulumi from '@pulumi/pulumi';
export interface InstanceArgs {
  availabilityZone: pulumi.Input<string>;
  imageId?: pulumi.Input<string>;
  instanceType?: pulumi.Input<string>;
}
export declare class Instance extends pulumi.CustomResource {
  readonly imageId: pulumi.Output<string>;
  constructor(name: string, args: InstanceArgs, opts?: pulumi.CustomResourceOptions);
}
`,
};

describeWithPackages(
  'pulumi-alicloud',
  'the TypeScript example and the documentation',
  (packages) => {
    test('type-check under Pulumi’s own settings, and the example passes its own tests', async () => {
      const project = makeProject(packages, {});
      try {
        copyInto(project, 'pulumi-typescript');
        // The provider of another cloud, in place of the set's own link to the scope.
        const scope = path.join(project.folder, 'node_modules/@pulumi');
        const linked = fs.realpathSync(scope);
        fs.unlinkSync(scope);
        fs.mkdirSync(path.join(scope, 'tencentcloud'), { recursive: true });
        for (const name of fs.readdirSync(linked)) {
          fs.symlinkSync(path.join(linked, name), path.join(scope, name));
        }
        for (const [file, text] of Object.entries(TENCENTCLOUD)) {
          fs.writeFileSync(path.join(scope, 'tencentcloud', file), text);
        }
        const documented = blocksOf('docs/pulumi.md', 'ts').map((block, index) => {
          project.write(`documented-${index}.ts`, block);
          return `documented-${index}.ts`;
        });
        expect(documented.length).toBeGreaterThan(3);
        const settings = {
          extends: './tsconfig.json',
          files: ['index.ts', 'index.test.ts', ...documented],
        };
        project.write('everything.json', JSON.stringify(settings));
        const tsc = path.join(project.folder, 'node_modules/typescript/bin/tsc');
        const checked = await project.run(
          process.execPath,
          [tsc, '-p', 'everything.json'],
          process.env,
        );
        expect(checked.output).toBe('');
        const { NODE_OPTIONS: _, ...env } = process.env;
        const tested = await project.run(process.execPath, ['--test', 'bin/'], env);
        expect(tested.output).toContain('# pass 1');
        expect(tested.code).toBe(0);
      } finally {
        project.remove();
      }
    });
  },
);

describeWithEngine('pulumi', 'examples under the real engine', ({ path: pulumi }) => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.close());

  async function preview(project: Project): Promise<Outcome> {
    const env = { ...offlinePulumiEnv(project.scratch), ...simulator.environment };
    await project.run(pulumi, ['stack', 'init', 'dev', '--non-interactive'], env);
    return project.run(pulumi, ['preview', '--non-interactive'], env);
  }

  describeWithPackages('pulumi-3.248.0', 'previews', (packages) => {
    test.each([
      [
        'pulumi-demo',
        [`pinnedImageId: "${UBUNTU_ID}"`, 'zenlayercloud/asia-east-1a: "', '+ 7 to create'],
      ],
      ['pulumi-pinned', ['imageId : "ubuntu_22_04_x64', '+ 2 to create']],
      ['pulumi-yaml', [`pinnedImageId: "${UBUNTU_ID}"`, 'tencentcloud/ap-singapore: "img-']],
      ['docs/pulumi.md', ['imageIds:', '"ubuntu_24_04']],
    ])('%s', async (example, expected) => {
      const project = makeProject(packages, {});
      try {
        if (!example.startsWith('docs/')) copyInto(project, example);
        if (example === 'docs/pulumi.md') {
          const [stack = ''] = blocksOf(example, 'yaml');
          project.write('Pulumi.yaml', stack);
        }
        if (example === 'pulumi-demo') {
          const settings = fs.readFileSync(path.join(ROOT, 'Pulumi.yaml'), 'utf8');
          project.write('Pulumi.yaml', settings.replace('main: examples/pulumi-demo/\n', ''));
        }
        const { output, code } = await preview(project);
        for (const text of expected) expect(output).toContain(text);
        expect(code).toBe(0);
      } finally {
        project.remove();
      }
    });
  });
});
