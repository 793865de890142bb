/** The plugin's service over real gRPC, with an engine of the test's own behind it. */
import { once } from 'node:events';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import { ImageError } from '../../provider/errors/image-error';
import type { ImageWarning } from '../../provider/image/answer.generated';
import * as calls from '../../provider/pulumi/server/calls';
import { isOwnPeer } from '../../provider/pulumi/server/peer-user';
import { providerService } from '../../provider/pulumi/server/service';
import { UNKNOWN } from '../../provider/pulumi/unknown';
import { fakeEngine, image, type FakeWorld } from './fake-engine';
import { connect, type ProviderClient } from './harness/provider-client';

const QUERY = { targets: ['alicloud/cn-hangzhou'], distro: 'ubuntu' };
const secret = (value: unknown) => ({
  '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270',
  value,
});

const isSecret = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '4dabf18193072939515e22adb298388d' in value;

let world: FakeWorld;
let configurations: unknown[];
let warnings: { warning: ImageWarning; urn: string }[];
let signals: AbortSignal[];
let hang: boolean;
let isOwnUser: boolean;
let server: Server;
let provider: ProviderClient;

beforeEach(async () => {
  world = { images: [image('m-2'), image('m-1')], warnings: [] };
  configurations = [];
  warnings = [];
  signals = [];
  hang = false;
  isOwnUser = true;
  const engine = fakeEngine(world);
  server = new Server();
  server.addService(
    ResourceProviderService,
    providerService({
      version: '1.2.3',
      schema: () => '{"name":"cloudimages"}',
      calls: async () => calls,
      engineFor: async (configuration) => {
        configurations.push(configuration);
        if (JSON.stringify(configuration).includes('"bad"')) {
          throw new ImageError('invalid-configuration', 'The configuration has mistakes.', {
            issues: [{ path: ['alicloud', 'endpoint'], message: 'Not a URL.' }],
          });
        }
        return {
          ...engine,
          async getImage(query, options) {
            const signal = options?.signal;
            if (signal !== undefined) signals.push(signal);
            if (hang && signal !== undefined && !signal.aborted) {
              await once(signal, 'abort');
              throw new ImageError('cancelled', 'Ended by the caller.');
            }
            return engine.getImage(query, options);
          },
        };
      },
      warn: (warning, urn) => warnings.push({ warning, urn }),
      attach: () => undefined,
      isOwnPeer: (peer) => isOwnUser && isOwnPeer(peer),
    }),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  provider = connect(port);
});

afterEach(() => {
  provider.close();
  server.forceShutdown();
});

describe('configuration', () => {
  test('reaches the engine parsed and without the wrappings of the wire', async () => {
    const answer = await provider.configure({
      targets: '["alicloud/cn-hangzhou"]',
      timeoutSeconds: '30',
      alicloud: secret('{"accessKey":"a"}'),
      zenlayercloud: { accessKeyId: 'z', accessKeyPassword: secret('p') },
      version: '0.1.0',
    });
    expect(answer).toEqual({ supportsPreview: true });
    await provider.invoke('cloudimages:index:getImages', {});
    expect(configurations).toEqual([
      {
        targets: ['alicloud/cn-hangzhou'],
        timeoutSeconds: 30,
        alicloud: { accessKey: 'a' },
        zenlayercloud: { accessKeyId: 'z', accessKeyPassword: 'p' },
      },
    ]);
  });

  test('is checked, and what may hold credentials becomes a secret', async () => {
    const { inputs, failures } = await provider.checkConfig({
      targets: '["alicloud/cn-hangzhou"]',
      alicloud: '{"accessKey":"plain"}',
    });
    expect(failures).toEqual([]);
    expect(inputs).toEqual({
      targets: '["alicloud/cn-hangzhou"]',
      alicloud: secret('{"accessKey":"plain"}'),
    });
  });

  test('a second configuration with other values is refused, the same one is not', async () => {
    const own = { alicloud: '{"profile":"production"}' };
    await provider.configure(own);
    await provider.configure(own);
    const other = provider.configure({ alicloud: '{"endpoint":"https://example.org"}' });
    await expect(other).rejects.toMatchObject({ details: expect.stringContaining('already') });
    await provider.invoke('cloudimages:index:getImages', {});
    expect(configurations).toEqual([{ alicloud: { profile: 'production' } }]);
  });

  test('calls of another user’s process are refused before they do anything', async () => {
    isOwnUser = false;
    const refused = { code: 7, details: expect.stringContaining('user who started it') };
    await expect(provider.configure({ targets: '[]' })).rejects.toMatchObject(refused);
    const invoked = provider.invoke('cloudimages:index:getImages', QUERY);
    await expect(invoked).rejects.toMatchObject(refused);
    expect(configurations).toEqual([]);
  });

  test('mistakes are told at their places', async () => {
    const { failures } = await provider.checkConfig({ alicloud: '{"endpoint":"bad"}' });
    expect(failures).toEqual([{ property: 'alicloud.endpoint', reason: 'Not a URL.' }]);
  });

  test('what is not known yet is not judged', async () => {
    const { failures } = await provider.checkConfig({ alicloud: UNKNOWN, timeoutSeconds: 5 });
    expect(failures).toEqual([]);
    expect(configurations).toEqual([{ timeoutSeconds: 5 }]);
  });

  test('a change is never a replacement', async () => {
    expect(await provider.diffConfig({ timeoutSeconds: 5 }, { timeoutSeconds: 6 })).toEqual([
      'timeoutSeconds',
    ]);
  });
});

describe('functions', () => {
  test('answer with the arguments', async () => {
    const { result } = await provider.invoke('cloudimages:index:getImages', QUERY);
    expect(result).toMatchObject({ ...QUERY, ids: ['m-2', 'm-1'], id: 'digest' });
    const one = await provider.invoke('cloudimages:index:getImage', { ...QUERY, name: null });
    expect(one.result).toMatchObject({ id: 'm-2', image: { id: 'm-2' } });
    expect(one.result).not.toHaveProperty('name');
  });

  test('wrong arguments are failures with property paths', async () => {
    world.failure = new ImageError('invalid-query', 'The query has mistakes.', {
      issues: [{ path: ['targets', 0], message: 'No such cloud.' }],
    });
    const { failures } = await provider.invoke('cloudimages:index:getImages', QUERY);
    expect(failures).toEqual([{ property: 'targets[0]', reason: 'No such cloud.' }]);
  });

  test('other failures come as one text without a stack', async () => {
    world.failure = new ImageError('no-match', 'No image matches.', { hint: 'Ask for less.' });
    const failing = provider.invoke('cloudimages:index:getImages', QUERY);
    await expect(failing).rejects.toMatchObject({
      details: expect.stringMatching(/No image matches\.[\s\S]*Ask for less\.$/),
    });
  });

  test('an unknown function names those that exist', async () => {
    await expect(provider.invoke('cloudimages:index:getAmi', {})).rejects.toMatchObject({
      details: expect.stringContaining('cloudimages:index:getImages'),
    });
  });

  test('warnings go to the user', async () => {
    world.warnings = [{ code: 'w', message: 'Only old ones.' }];
    await provider.invoke('cloudimages:index:getImage', QUERY);
    expect(warnings).toEqual([{ warning: world.warnings[0], urn: '' }]);
  });
});

describe('PinnedImage', () => {
  test('from the first preview to the destroy', async () => {
    const previewed = await provider.check({}, QUERY);
    const preview = await provider.create(previewed.inputs, true);
    expect(preview).toMatchObject({ id: '', outputs: { imageId: 'm-2', outdated: false } });

    const { inputs } = await provider.check({}, QUERY);
    const { id, outputs } = await provider.create(inputs);
    expect(id).not.toBe('');
    expect(outputs).toMatchObject({ ...QUERY, imageId: 'm-2' });

    world.images.unshift(image('m-3'));
    const kept = await provider.check(inputs, QUERY);
    expect(await provider.diff(id, outputs, kept.inputs)).toMatchObject({ changes: false });

    const refreshed = await provider.read(id, kept.inputs, outputs);
    expect(refreshed).toMatchObject({ id, inputs, outputs: { imageId: 'm-2', outdated: true } });
    expect(warnings).toEqual([
      expect.objectContaining({ warning: expect.objectContaining({ code: 'pin-outdated' }) }),
    ]);

    const moved = await provider.check(inputs, { ...QUERY, triggers: ['x'] });
    expect(await provider.diff(id, refreshed.outputs, moved.inputs)).toEqual({
      changes: true,
      replaces: [],
      diffs: ['image', 'imageId', 'resolutionKey', 'triggers'],
      detailed: ['image', 'imageId', 'resolutionKey', 'triggers'],
    });
    const updated = await provider.update(id, refreshed.outputs, moved.inputs);
    expect(updated).toMatchObject({ imageId: 'm-3', previousImageId: 'm-2', outdated: false });
    await provider.delete(id, updated);
  });

  test('a secret in the query makes everything secret that may repeat it', async () => {
    const DERIVED = ['imageId', 'image', 'resolutionKey', 'latestImageId', 'warnings'];
    const marked = (properties: Readonly<Record<string, unknown>>): string[] =>
      Object.keys(properties).filter((name) => isSecret(properties[name]));

    const news = { ...QUERY, distro: secret('ubuntu') };
    const { inputs } = await provider.check({}, news);
    expect(marked(inputs).toSorted()).toEqual(['distro', 'image', 'imageId', 'resolutionKey']);
    const { id, outputs } = await provider.create(inputs);
    expect(marked(outputs).toSorted()).toEqual([...DERIVED, 'distro'].toSorted());
    expect(inputs).toEqual((await provider.check(inputs, news)).inputs);

    world.images.unshift(image('m-3'));
    const refreshed = await provider.read(id, inputs, outputs);
    expect(marked(refreshed.inputs).toSorted()).toEqual(marked(inputs).toSorted());
    expect(marked(refreshed.outputs).toSorted()).toEqual([...DERIVED, 'distro'].toSorted());
    const moved = await provider.check(inputs, { ...news, distro: 'debian', name: secret('n') });
    const updated = await provider.update(id, refreshed.outputs, moved.inputs);
    expect(marked(updated)).toEqual(
      expect.arrayContaining([...DERIVED, 'previousImageId', 'name']),
    );

    const open = await provider.check({}, { ...QUERY, triggers: [secret('t')] });
    expect(marked(open.inputs)).toEqual(['triggers']);
  });

  test('a preview repeats what the last refresh found, without asking', async () => {
    const { inputs } = await provider.check({}, QUERY);
    const { id, outputs } = await provider.create(inputs);
    world.images = [];
    const { outputs: found } = await provider.read(id, inputs, outputs);
    world.failure = new Error('asked');
    warnings.length = 0;
    await provider.diff(id, found, (await provider.check(inputs, QUERY)).inputs);
    expect(warnings).toMatchObject([{ warning: { code: 'pin-gone' } }]);
  });

  test('unknown inputs stay unknown in a preview', async () => {
    const { inputs } = await provider.check({}, { ...QUERY, name: UNKNOWN });
    const { outputs } = await provider.create(inputs, true);
    expect(outputs).toMatchObject({ name: UNKNOWN, imageId: UNKNOWN, latestImageId: UNKNOWN });
  });

  test('is imported by cloud/region/imageId', async () => {
    const imported = await provider.read('alicloud/cn-hangzhou/m-1', {}, {});
    expect(imported).toMatchObject({
      id: 'alicloud/cn-hangzhou/m-1',
      inputs: { targets: ['alicloud/cn-hangzhou'], imageIds: ['m-1'] },
      outputs: { imageId: 'm-1', exists: true },
    });
    expect((await provider.read('alicloud/cn-hangzhou/m-9', {}, {})).id).toBe('');
  });

  test('cancel ends what is under way', async () => {
    hang = true;
    const checking = provider.check({}, QUERY);
    const ended = expect(checking).rejects.toMatchObject({ code: 1 });
    while (signals.length === 0) await new Promise(setImmediate);
    await provider.cancel();
    await ended;
  });
});

test('says what it is', async () => {
  expect(await provider.getSchema()).toEqual({ name: 'cloudimages' });
  expect(await provider.handshake()).toMatchObject({ acceptSecrets: true });
  await provider.attach('127.0.0.1:1');
});
