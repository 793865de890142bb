/** The functions of `@cloudimages/pulumi` in a program, with Pulumi's own mocks around it. */
import * as pulumi from '@pulumi/pulumi';
import {
  fixedImages,
  getImage,
  getImageOutput,
  getImages,
  getImagesOutput,
  setResolver,
} from '@cloudimages/pulumi';
import { ImageError } from '../../provider/errors/image-error';
import { fakeEngine, image, type FakeWorld } from './fake-engine';

const QUERY = { targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu' };

/** Starts a program of its own: in a preview, resources that do not exist have no id. */
async function inProgram(preview: boolean): Promise<void> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({
        id: preview ? undefined : `${name}-id`,
        state: { ...inputs, ...(preview ? {} : { made: `${name} is made` }) },
      }),
      call: ({ inputs }) => inputs,
    },
    'project',
    'stack',
    preview,
  );
}

class Thing extends pulumi.CustomResource {
  declare readonly made: pulumi.Output<string>;
  constructor(name: string, opts?: pulumi.CustomResourceOptions) {
    super('test:index:Thing', name, { made: undefined }, opts);
  }
}

class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super('test:index:Group', name);
    new Thing(`${name}-part`, { parent: this });
    this.registerOutputs();
  }
}

/** What an output came to. */
async function settled<T>(output: pulumi.Output<T>) {
  const { value, isKnown, isSecret } = await new Promise<{
    value: T | undefined;
    isKnown: boolean;
    isSecret: boolean;
  }>((resolve, reject) => {
    const parts = output as unknown as Record<string, () => Promise<never>> & {
      isKnown: Promise<boolean>;
      isSecret: Promise<boolean>;
      promise: (withUnknowns?: boolean) => Promise<T>;
    };
    Promise.all([parts.promise(true), parts.isKnown, parts.isSecret]).then(
      ([found, isKnown, isSecret]) =>
        resolve({ value: isKnown ? found : undefined, isKnown, isSecret }),
      reject,
    );
  });
  return { value, isKnown, isSecret };
}

let world: FakeWorld;
let resolver: ReturnType<typeof fakeEngine>;

beforeEach(async () => {
  world = { images: [image('m-2'), image('m-1')], warnings: [] };
  resolver = fakeEngine(world);
  await inProgram(false);
});

afterEach(() => {
  setResolver(undefined);
  jest.restoreAllMocks();
});

describe('plain functions', () => {
  test('getImages answers and echoes the arguments', async () => {
    const found = await getImages(QUERY, { resolver });
    expect(found).toMatchObject({
      ...QUERY,
      id: 'digest',
      ids: ['m-2', 'm-1'],
      warnings: [],
      explanation: { text: 'as told' },
    });
    expect(found.images.map(({ id }) => id)).toEqual(['m-2', 'm-1']);
    expect(found.idByTarget['alicloud/cn-hangzhou']).toBe('m-1');
  });

  test('getImage answers one image', async () => {
    const found = await getImage(QUERY, { resolver });
    expect(found).toMatchObject({ ...QUERY, id: 'm-2', image: { id: 'm-2' } });
  });

  test('a failure is a RunError with every problem and what to do', async () => {
    world.failure = new ImageError('invalid-query', 'The query has mistakes.', {
      issues: [
        { path: ['targets', 0], message: 'No such cloud.' },
        { path: ['osType'], message: 'Did you mean "linux"?' },
      ],
    });
    const error: unknown = await getImages(QUERY, { resolver }).catch((thrown: unknown) => thrown);
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/targets\[0\]: No such cloud\.[\s\S]*osType: Did you mean/),
      cause: world.failure,
    });
  });

  test('a warning is shown, and the same one once', async () => {
    const warn = jest.spyOn(pulumi.log, 'warn').mockResolvedValue();
    world.warnings = [{ code: 'w', target: 'alicloud/cn-hangzhou', message: 'Only old ones.' }];
    await getImages(QUERY, { resolver });
    await getImage(QUERY, { resolver });
    expect(warn.mock.calls.map(([text]) => text)).toEqual(['alicloud/cn-hangzhou: Only old ones.']);
  });
});

describe('over inputs', () => {
  test('known in, known out, in a preview too', async () => {
    await inProgram(true);
    const found = getImagesOutput(QUERY, { resolver });
    expect(await settled(found.ids)).toEqual({
      value: ['m-2', 'm-1'],
      isKnown: true,
      isSecret: false,
    });
  });

  test('unknown in, unknown out, and nobody is asked', async () => {
    await inProgram(true);
    const found = getImagesOutput({ ...QUERY, name: new Thing('a').made }, { resolver });
    expect(await settled(found)).toMatchObject({ isKnown: false });
    expect(resolver.calls).toEqual([]);
  });

  test('what an update makes known is asked for then', async () => {
    const found = getImageOutput({ ...QUERY, name: new Thing('a').made }, { resolver });
    expect(await settled(found)).toMatchObject({
      isKnown: true,
      value: { id: 'm-2', name: 'a is made' },
    });
  });

  test('secret in, secret out', async () => {
    const found = getImageOutput({ ...QUERY, name: pulumi.secret('hush') }, { resolver });
    expect(await settled(found.id)).toEqual({ value: 'm-2', isKnown: true, isSecret: true });
  });

  test('secret credentials do not make the answer a secret', async () => {
    const configuration = { alicloud: { accessKey: pulumi.secret('hush') } };
    const found = getImageOutput(QUERY, { resolver, configuration });
    expect(await settled(found.id)).toMatchObject({ isSecret: false });
  });

  test.each([
    ['a resource', () => new Thing('a')],
    ['a list with inputs', () => pulumi.output([new Thing('a')])],
    ['a list of inputs', () => [pulumi.output(new Thing('a')), Promise.resolve(new Thing('b'))]],
    ['a component, of which the parts count', () => new Group('g')],
  ])('dependsOn %s: unknown until it exists', async (_, make) => {
    await inProgram(true);
    const before = getImageOutput(QUERY, { resolver, dependsOn: make() });
    expect(await settled(before)).toMatchObject({ isKnown: false });
    expect(resolver.calls).toEqual([]);
    await inProgram(false);
    const after = getImageOutput(QUERY, { resolver, dependsOn: make() });
    expect(await settled(after.id)).toMatchObject({ isKnown: true, value: 'm-2' });
  });

  test('dependsOn is recorded: what uses the answer depends on the resource', async () => {
    const thing = new Thing('a');
    const found = getImageOutput(QUERY, { resolver, dependsOn: [thing] });
    const { resources } = found as unknown as { resources: () => Set<pulumi.Resource> };
    await settled(found);
    const all = await (
      found as unknown as { allResources: () => Promise<Set<pulumi.Resource>> }
    ).allResources();
    expect([...resources.call(found), ...all]).toContain(thing);
  });

  test('a failure rejects the output with the whole text', async () => {
    world.failure = new ImageError('no-match', 'No image matches.');
    await expect(settled(getImageOutput(QUERY, { resolver }))).rejects.toThrow('No image matches.');
  });
});

describe('a program’s own tests', () => {
  test('setResolver answers every call; fixedImages makes a resolver from ids', async () => {
    setResolver(
      fixedImages({
        'alicloud/cn-hangzhou': 'm-test',
        'tencentcloud/ap-singapore': { id: 'img-test', osVersion: '22.04' },
      }),
    );
    expect((await getImage(QUERY)).id).toBe('m-test');
    const all = await getImages({ distro: 'ubuntu' });
    expect(all.idByTarget).toEqual({
      'alicloud/cn-hangzhou': 'm-test',
      'tencentcloud/ap-singapore': 'img-test',
    });
    expect(all.images[1]).toMatchObject({ cloud: 'tencentcloud', osVersion: '22.04' });
  });

  test('fixedImages names the target that it has no image for', async () => {
    setResolver(fixedImages({}));
    await expect(getImage(QUERY)).rejects.toThrow('no image for alicloud/cn-hangzhou');
  });
});
