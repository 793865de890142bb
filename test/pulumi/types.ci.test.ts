/** The types of `@cloudimages/pulumi` as programs see them, from the built packages. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { makeProject, type Project } from './harness/project';

jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, '../..');

/** Errors are marked: where a type were `any`, the compiler would miss them. */
const PROGRAM = `
import * as pulumi from '@pulumi/pulumi';
import {
  fixedImages,
  getImage,
  getImageOutput,
  getImages,
  getImagesOutput,
  PinnedImage,
  setResolver,
  type GetImagesArgs,
} from '@cloudimages/pulumi';
import { read } from '@cloudimages/pulumi/provider';
import { PACKAGE_NAME } from 'cloudimages/pulumi';

export const entries: [string, Promise<{ id?: string }>] = [PACKAGE_NAME, read(undefined, 'id')];

// Words from a variable and from the configuration.
const query = { targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu', architecture: 'x86_64' };
const args: GetImagesArgs = query;
const arch = new pulumi.Config().require('arch');
export const configured = getImages({ ...args, architecture: arch, owners: [arch] });
export const several = getImagesOutput({ ...query, anyOf: [{ osType: arch }] });

// Inputs at any depth.
const region = pulumi.output('cn-hangzhou');
export const deep = getImageOutput({
  targets: [pulumi.interpolate\`alicloud/\${region}\`],
  tags: { env: region },
  native: { alicloud: { Usage: region } },
  anyOf: [{ distro: region, imageIds: [region] }],
});

// Results are plain arrays, as list inputs of Pulumi's SDKs require them.
declare function listInput(ids: pulumi.Input<pulumi.Input<string>[]>): void;
listInput(several.ids);
void getImages(query).then((found) => {
  listInput(found.ids);
  const ids: string[] = found.images.map((image) => image.id);
  return ids.concat(found.images[0]?.inferred ?? []);
});
void getImage(query).then(({ image }) => image.disks?.[0]?.sizeGiB?.toFixed());
const pin = new PinnedImage('web', { ...query, triggers: ['a', 1, { b: region }] });
export const pinned: pulumi.Output<string> = pin.imageId;
export const bootMode = pin.image.bootMode;

setResolver(fixedImages({ 'alicloud/cn-hangzhou': { id: 'm-1', architecture: 'arm64' } }));

// @ts-expect-error not a field of a query
void getImages({ distribution: 'ubuntu' });
// @ts-expect-error not a string
getImagesOutput({ osVersion: pulumi.output(22.04) });
// @ts-expect-error not a field of a cloud's configuration
getImagesOutput(query, { configuration: { alicloud: { acessKey: 'a' } } });
// @ts-expect-error not a number
export const size: Promise<number> = getImage(query).then(({ image }) => image.name);
// @ts-expect-error without the API's own object
export const raw = pin.image.raw;
`;

let project: Project;

beforeAll(() => {
  const readme = fs.readFileSync(path.join(ROOT, 'sdk/pulumi/README.md'), 'utf8');
  project = makeProject(ROOT, {
    'package.json': '{ "name": "project", "private": true }',
    'program.ts': PROGRAM,
    'readme.ts': /^```ts\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? '',
  });
});
afterAll(() => project.remove());

test.each([
  ['node10', ts.ModuleResolutionKind.Node10, ts.ModuleKind.CommonJS],
  ['node16', ts.ModuleResolutionKind.Node16, ts.ModuleKind.Node16],
  ['bundler', ts.ModuleResolutionKind.Bundler, ts.ModuleKind.ESNext],
])('programs and the README compile under module resolution %s', (_, moduleResolution, module) => {
  const files = ['program.ts', 'readme.ts'].map((file) => path.join(project.folder, file));
  const program = ts.createProgram(files, {
    module,
    moduleResolution,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [path.join(ROOT, 'node_modules/@types')],
    types: ['node'],
  });
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      path.basename(file?.fileName ?? ''),
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]);
  expect(found).toEqual([]);
  const loaded = program.getSourceFiles().map(({ fileName }) => fileName);
  expect(loaded).toContainEqual(expect.stringMatching(/@cloudimages\/pulumi\/dist\/index\.d\.ts$/));
  expect(loaded).toContainEqual(expect.stringMatching(/provider\/dist\/index\.d\.ts$/));
});
