import net from 'node:net';
import path from 'node:path';
import { credentials, makeGenericClientConstructor, type ServiceError } from '@grpc/grpc-js';
import type { CallOptions } from '../../provider/look-up/engine';
import { ImageError } from '../../provider/errors/image-error';
import { decodeMsgpack, encodeMsgpack } from '../../provider/terraform/cty/msgpack';
import type { CtyObject } from '../../provider/terraform/cty/value';
import { GRPCControllerService } from '../../provider/terraform/protocol/plugin.generated';
import {
  ProviderService,
  Severity,
  type DynamicValue,
} from '../../provider/terraform/protocol/provider.generated';
import { objectType, type BlockSchema } from '../../provider/terraform/schema/attribute';
import { createProvider } from '../../provider/terraform/provider';
import type { EngineParts } from '../../provider/terraform/server/parts';
import { createService } from '../../provider/terraform/service';
import { createPluginServer } from '../../provider/terraform/wire/plugin-server';
import { answerWith, engineWith, fakeEngine, fakeParts, imageOf } from './harness/fake-parts';
import { temporaryFolder } from './harness/stack';

const { schema, dataSources, resources } = createProvider(fakeParts());
const IMAGE = schemaOf(dataSources, 'cloudimages_image');
const PIN = schemaOf(resources, 'cloudimages_pinned_image');

function schemaOf(
  of: Readonly<Record<string, { readonly schema: BlockSchema }>>,
  name: string,
): BlockSchema {
  const found = of[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.schema;
}

const write = (value: CtyObject | null, { attributes }: BlockSchema): DynamicValue => ({
  msgpack: encodeMsgpack(value, objectType(attributes)),
});

const read = (value: DynamicValue | undefined, { attributes }: BlockSchema): unknown =>
  value?.msgpack === undefined ? undefined : decodeMsgpack(value.msgpack, objectType(attributes));

/** The methods that there are, and one of a later protocol that there is not. */
const METHODS = {
  ...ProviderService,
  ...GRPCControllerService,
  getResourceIdentitySchemas: {
    ...ProviderService.getProviderSchema,
    path: '/tfplugin6.Provider/GetResourceIdentitySchemas',
  },
};
type Methods = typeof METHODS;

/** A server with these parts, and a client of it. */
async function serving(parts: EngineParts) {
  const onShutdown = jest.fn();
  const log = jest.fn();
  const server = createPluginServer(createService(createProvider(parts), log), onShutdown);
  const listener = net.createServer((connection) => server.accept(connection));
  const socket = path.join(temporaryFolder(), 's');
  await new Promise<void>((resolve) => listener.listen(socket, resolve));
  const Service = makeGenericClientConstructor(METHODS, '');
  const client = new Service(`unix:${socket}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
  });
  return {
    onShutdown,
    log,
    call: <Name extends keyof Methods>(
      name: Name,
      request: Parameters<Methods[Name]['requestSerialize']>[0],
    ): Promise<ReturnType<Methods[Name]['responseDeserialize']>> =>
      new Promise((resolve, reject) => {
        client[name]?.(
          request,
          (
            error: ServiceError | null,
            response: ReturnType<Methods[Name]['responseDeserialize']>,
          ) => (error === null ? resolve(response) : reject(error)),
        );
      }),
    close: () => {
      client.close();
      listener.close();
    },
  };
}

describe('the service', () => {
  let server: Awaited<ReturnType<typeof serving>>;
  afterEach(() => server.close());

  const start = async (
    changes: Partial<EngineParts> = {},
    engine = fakeEngine(),
  ): Promise<void> => {
    server = await serving(fakeParts(engine, changes));
  };
  const configure = (config: CtyObject = {}) =>
    server.call('configureProvider', { terraformVersion: '1.11.4', config: write(config, schema) });
  const readImage = (config: CtyObject) =>
    server.call('readDataSource', { typeName: 'cloudimages_image', config: write(config, IMAGE) });

  test('reads a data source', async () => {
    await start({}, engineWith(imageOf('m-1', { osType: 'linux' })));
    expect(await configure()).toEqual({ diagnostics: [] });
    const { state, diagnostics } = await readImage({ distro: 'ubuntu' });
    expect(diagnostics).toEqual([]);
    expect(read(state, IMAGE)).toMatchObject({
      distro: 'ubuntu',
      id: 'm-1',
      image: { os_type: 'linux', deprecated: null },
    });
  });

  test('reports problems with their place in the configuration', async () => {
    await start();
    const { diagnostics } = await server.call('validateDataResourceConfig', {
      typeName: 'cloudimages_image',
      config: write({ targets: ['nowhere/x'], native: { nowhere: { a: 'b' } } }, IMAGE),
    });
    expect(
      diagnostics.map(({ attribute }) => attribute?.steps.map(({ selector }) => selector)),
    ).toEqual([
      [
        { $case: 'attributeName', attributeName: 'targets' },
        { $case: 'elementKeyInt', elementKeyInt: 0 },
      ],
      [
        { $case: 'attributeName', attributeName: 'native' },
        { $case: 'elementKeyString', elementKeyString: 'nowhere' },
      ],
    ]);
  });

  test('turns every thrown error into a diagnostic', async () => {
    await start({ checkQuery: () => Promise.reject(new RangeError('out of range')) });
    const { diagnostics } = await server.call('validateResourceConfig', {
      typeName: 'cloudimages_pinned_image',
      config: write({}, PIN),
    });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: Severity.ERROR,
        summary: 'Internal error in cloudimages',
        detail: expect.stringContaining('out of range'),
      }),
    ]);
    expect(server.log).toHaveBeenCalledWith('error', expect.stringContaining('out of range'));
  });

  test('does not read before it is configured, or with a wrong configuration', async () => {
    const wrong = new ImageError('invalid-configuration', 'wrong', {
      issues: [{ path: ['alicloud', 'endpoint'], message: 'Wrong endpoint.' }],
    });
    await start({ createEngine: () => Promise.reject(wrong) });
    const before = await readImage({});
    expect(before.diagnostics).toHaveLength(1);
    const { diagnostics } = await configure();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        summary: 'Invalid configuration',
        detail: 'alicloud.endpoint: Wrong endpoint.',
        attribute: { steps: [{ selector: { $case: 'attributeName', attributeName: 'alicloud' } }] },
      }),
    ]);
  });

  test('aborts running calls when it is stopped, and works again when it is configured again', async () => {
    let asked = (): void => undefined;
    const nextQuestion = () => new Promise<void>((resolve) => (asked = resolve));
    const wasAborted: unknown[] = [];
    const getImage = jest.fn(async (_query: unknown, options?: CallOptions) => {
      wasAborted.push(options?.signal?.aborted);
      if (options?.signal?.aborted === false) {
        asked();
        await new Promise((resolve) => options.signal?.addEventListener('abort', resolve));
      }
      throw new ImageError('cancelled', 'stopped');
    });
    await start({}, fakeEngine({ getImage }));
    await configure();
    const isAsked = nextQuestion();
    const answer = readImage({});
    await isAsked;
    expect(await server.call('stopProvider', {})).toEqual({ error: '' });
    expect((await answer).diagnostics).toEqual([
      expect.objectContaining({ severity: Severity.ERROR, summary: 'Cancelled' }),
    ]);

    await configure();
    // Not before it runs: which of two calls at the same time comes first is not said.
    const isAskedAgain = nextQuestion();
    const next = readImage({});
    await isAskedAgain;
    await server.call('stopProvider', {});
    expect((await next).diagnostics).toHaveLength(1);
    expect(getImage).toHaveBeenLastCalledWith({}, { signal: expect.any(AbortSignal) });
    expect(wasAborted).toEqual([false, false]);
  });

  test('closes the engine of a run before the next', async () => {
    const close = jest.fn(async () => undefined);
    await start({}, fakeEngine({ close }));
    await configure();
    expect(close).not.toHaveBeenCalled();
    await configure();
    expect(close).toHaveBeenCalledTimes(1);
  });

  test('brings an old state up to date', async () => {
    await start();
    const old = { image_id: 'm-1', targets: ['alicloud/cn-hangzhou'], forgotten: [1], nth: 2 };
    const { upgradedState, diagnostics } = await server.call('upgradeResourceState', {
      typeName: 'cloudimages_pinned_image',
      version: 0,
      rawState: { json: Buffer.from(JSON.stringify(old)) },
    });
    expect(diagnostics).toEqual([]);
    expect(read(upgradedState, PIN)).toMatchObject({
      image_id: 'm-1',
      targets: ['alicloud/cn-hangzhou'],
      nth: 2,
      resolution_key: null,
    });
  });

  test('leaves the state as it was when an apply fails', async () => {
    await start(
      {},
      fakeEngine({ getImage: () => Promise.reject(new ImageError('timeout', 'late')) }),
    );
    await configure();
    const prior = write({ image_id: 'm-1' }, PIN);
    const planned = Buffer.from(encodeMsgpack({ image_id: 'x' }, objectType(PIN.attributes)));
    const marker = encodeMsgpack('x', 'string');
    const unknown = Buffer.from('d40000', 'hex');
    const at = planned.indexOf(marker);
    const { newState, diagnostics } = await server.call('applyResourceChange', {
      typeName: 'cloudimages_pinned_image',
      priorState: prior,
      plannedState: {
        msgpack: Buffer.concat([
          planned.subarray(0, at),
          unknown,
          planned.subarray(at + marker.length),
        ]),
      },
      config: write({}, PIN),
      plannedPrivate: Buffer.of(),
    });
    expect(diagnostics).toEqual([expect.objectContaining({ summary: 'Timed out' })]);
    expect(read(newState, PIN)).toMatchObject({ image_id: 'm-1' });
  });

  test('calls functions, without a configuration', async () => {
    await start();
    const text = (value: string): DynamicValue => ({ msgpack: encodeMsgpack(value, 'string') });
    const target = await server.call('callFunction', {
      name: 'parse_target',
      arguments: [text('alicloud/cn-hangzhou')],
    });
    const type = { object: { cloud: 'string', region: 'string' } } as const;
    expect(decodeMsgpack(target.result?.msgpack ?? Buffer.of(), type)).toEqual({
      cloud: 'alicloud',
      region: 'cn-hangzhou',
    });
    const wrong = await server.call('callFunction', {
      name: 'parse_target',
      arguments: [text('x')],
    });
    expect(wrong.error).toEqual({ text: expect.stringContaining('"x"'), functionArgument: 0 });
    const order = await server.call('callFunction', {
      name: 'compare_os_versions',
      arguments: [text('22.04'), text('9.10')],
    });
    expect(decodeMsgpack(order.result?.msgpack ?? Buffer.of(), 'number')).toBe(1);
  });

  test('answers UNIMPLEMENTED for a method that it does not have', async () => {
    await start();
    await expect(server.call('getResourceIdentitySchemas', {})).rejects.toMatchObject({ code: 12 });
  });

  test('is told of a shutdown', async () => {
    await start();
    expect(server.onShutdown).not.toHaveBeenCalled();
    expect(await server.call('shutdown', {})).toEqual({});
    expect(server.onShutdown).toHaveBeenCalledTimes(1);
  });

  test('takes and gives messages larger than the usual limit of gRPC, 4 MiB', async () => {
    const images = Array.from({ length: 45 }, (_, index) =>
      imageOf(`m-${index}`, { description: 'x'.repeat(100_000) }),
    );
    const getImages = async () => ({
      ...answerWith(imageOf('m')),
      ids: images.map(({ id }) => id),
      images,
      idByTarget: {},
    });
    await start({}, fakeEngine({ getImages }));
    await configure();
    const { schema: plural } = dataSources['cloudimages_images'] ?? { schema: IMAGE };
    const config = {
      exclude_ids: Array.from({ length: 45 }, () => 'x'.repeat(100_000)),
    };
    const { state } = await server.call('readDataSource', {
      typeName: 'cloudimages_images',
      config: write(config, plural),
    });
    expect(read(state, plural)).toMatchObject({ ids: images.map(({ id }) => id) });
  });
});
