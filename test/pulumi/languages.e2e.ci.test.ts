/** Programs as people write them, under every SDK supported: TypeScript and ES modules. */
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine, describeWithPackages, offlinePulumiEnv } from '../engines/find';
import { UBUNTU, UBUNTU_ID } from './harness/catalog';
import { makeProject } from './harness/project';

jest.setTimeout(180_000);

const TYPESCRIPT = `
import * as pulumi from '@pulumi/pulumi';
import { getImage, getImagesOutput, PinnedImage } from '@cloudimages/pulumi';

const query = ${JSON.stringify(UBUNTU)};
const images = getImagesOutput({ ...query, distro: pulumi.output('ubuntu') });
export const ids: pulumi.Output<string[]> = images.ids;
export const version = getImage(query).then(({ image }) => image.osVersion);
const pin = new PinnedImage('web', { ...query, triggers: ['a', 1] });
export const pinned: pulumi.Output<string> = pin.imageId;
export const name: pulumi.Output<string> = pin.image.name;
`;

const MODULE = TYPESCRIPT.replaceAll(/: pulumi\.Output<[^=]*> =/g, ' =');

/** As `pulumi new typescript` writes it. */
const SETTINGS = {
  compilerOptions: {
    strict: true,
    outDir: 'bin',
    target: 'es2020',
    module: 'commonjs',
    moduleResolution: 'node',
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
    types: [],
  },
  files: ['index.ts'],
};

describeWithEngine('pulumi', 'programs', ({ path: pulumi }) => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  describe.each(['pulumi-3.142.0', 'pulumi-3.248.0', 'pulumi-latest'])('%s', (name) => {
    describeWithPackages(name, 'previews', (packages) => {
      test.each([
        [
          'TypeScript',
          {
            'package.json': '{ "name": "project", "main": "index.ts" }',
            'tsconfig.json': JSON.stringify(SETTINGS),
            'index.ts': TYPESCRIPT,
          },
        ],
        [
          'ES modules',
          {
            'package.json': '{ "name": "project", "main": "index.js", "type": "module" }',
            'index.js': MODULE,
          },
        ],
      ])('%s', async (_, files) => {
        const project = makeProject(packages, {
          'Pulumi.yaml': 'name: project\nruntime: nodejs\n',
          ...files,
        });
        const env = { ...offlinePulumiEnv(project.scratch), ...simulator.environment };
        const run = (...args: string[]) => project.run(pulumi, [...args, '--non-interactive'], env);
        try {
          await run('stack', 'init', 'dev');
          const { output } = await run('preview');
          expect(output).toContain(`pinned : "${UBUNTU_ID}"`);
          expect(output).toContain('version: "22.04"');
          expect(output).toContain('+ 2 to create');
        } finally {
          project.remove();
        }
      });
    });
  });
});
