/** The packages as programs get them: what they load, and what their types hold. */
import fs from 'node:fs';
import path from 'node:path';
import { builtPackage, FRAMEWORKS, makeProject, type Project } from './harness/project';

jest.setTimeout(120_000);

/** Mistakes are marked: where a type were `any`, the compiler would miss them. */
const program = (framework: string): string => `
import {
  CloudimagesProvider,
  getImage,
  getImages,
  lockedImage,
  PinnedImage,
  type GetImageAtSynthResult,
  type GetImagesConfig,
  type GetImagesResult,
} from '@cloudimages/${framework}';
import { App, TerraformStack } from '${framework}';

const stack = new TerraformStack(new App(), 'stack');
const provider = new CloudimagesProvider(stack, 'cloudimages', { alicloud: { profile: 'a' } });
const query: GetImagesConfig = { targets: ['alicloud/cn-hangzhou'], mostRecent: true, provider };
const images: GetImagesResult = getImages(stack, 'images', query);
const ids: string[] = [
  ...images.ids,
  images.idFor('alicloud/cn-hangzhou'),
  getImage(stack, 'image', query).id,
  new PinnedImage(stack, 'pin', { ...query, triggers: { a: '1' } }).imageId,
];
const name: string = images.images.get(0).name;
const atSynth = { resolveAt: 'synth', query: 'web', lockScope: 'prod' } as const;
const locked = (): GetImageAtSynthResult => getImage(stack, 'locked', atSynth);
const lockedIds = (): string[] => [
  lockedImage(stack, 'web'),
  lockedImage(stack, 'web', 'alicloud/cn-hangzhou', { lockScope: 'prod' }),
];
const atPlan = getImage(stack, 'planned', { ...query, resolveAt: 'plan' }).image.osName;
export const all = [...ids, name, atPlan, locked, lockedIds];

// @ts-expect-error not a field of a query
getImages(stack, 'a', { distribution: 'ubuntu' });
// @ts-expect-error not a string
getImages(stack, 'b', { distro: 22.04 });
// @ts-expect-error not a number
export const length: number = images.idFor('alicloud/cn-hangzhou');
// @ts-expect-error nothing is planned for a locked image
getImage(stack, 'd', { resolveAt: 'synth', provider });
// @ts-expect-error not a time
getImage(stack, 'e', { resolveAt: 'apply' });
// @ts-expect-error a pin cannot be optional
new PinnedImage(stack, 'c', { optional: true });
`;

describe.each(FRAMEWORKS)('the package for %s', (framework) => {
  let project: Project;

  beforeAll(() => {
    project = makeProject(framework);
    project.write('main.ts', program(framework));
  });
  afterAll(() => project.remove());

  test('names no package but its framework, the lock reader and the optional check', () => {
    const dist = path.join(builtPackage(framework), 'dist');
    const named = fs
      .readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|d\.ts)$/.test(name))
      .map((name) => fs.readFileSync(path.join(dist, name), 'utf8'))
      .flatMap((text) => [
        ...text.matchAll(/(?:from |(?:require|import)\()["']([^."'][^"']*)["']/g),
      ])
      .map(([, specifier]) => specifier);
    const packages = named.filter((name) => name?.startsWith('node:') === false);
    // The check of queries is loaded if it is there.
    expect(new Set(packages)).toEqual(
      new Set(['constructs', framework, '@cloudimages/lock', 'cloudimages/check-query']),
    );
  });

  test('synthesizes without the npm package cloudimages, and leaves the check to the plan', async () => {
    const script = `
      const { App, TerraformStack } = require('${framework}');
      const { CloudimagesProvider, getImages } = require('@cloudimages/${framework}');
      const app = new App({ outdir: 'out' });
      const stack = new TerraformStack(app, 'stack');
      new CloudimagesProvider(stack, 'cloudimages');
      getImages(stack, 'images', { osType: 'linus' });
      app.synth();`;
    const { code, stderr } = await project.run('node', ['-e', script]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('loads nothing of the other framework', async () => {
    const other = FRAMEWORKS.filter((name) => name !== framework);
    const { stdout } = await project.run('node', [
      '-p',
      `require('@cloudimages/${framework}'); Object.keys(require.cache).join('\\n')`,
    ]);
    expect(stdout).toContain(`/node_modules/${framework}/`);
    expect(stdout).toContain(`/node_modules/@cloudimages/${framework}/`);
    expect(stdout).not.toContain(`/${other[0]}/`);
  });

  test.each([
    ['node10', 'CommonJS'],
    ['node16', 'node16'],
    ['bundler', 'ESNext'],
  ])('type-checks under module resolution %s', async (moduleResolution, module) => {
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'ES2022',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    const checked = await project.run('node', ['node_modules/typescript/bin/tsc', '-p', '.']);
    expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
