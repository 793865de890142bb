/** Bytes that Terraform's side could send: MessagePack values and whole gRPC messages. */
import { decode, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { decodeMsgpack } from '../../provider/terraform/cty/msgpack';
import { ProviderService } from '../../provider/terraform/protocol/provider.generated';
import { createProvider } from '../../provider/terraform/provider';
import { objectType } from '../../provider/terraform/schema/attribute';
import { createService } from '../../provider/terraform/service';
import { engineWith, fakeParts, imageOf } from '../terraform/harness/fake-parts';
import { mutated } from './hostile';
import { holdsOrRejects } from './oracle';
import type { FuzzTarget } from './targets';

const SOUND = {
  targets: ['alicloud/cn-hangzhou'],
  name_regex: 'golden',
  tags: { team: 'web' },
  any_of: [{ distro: 'rocky' }],
  most_recent: true,
  nth: 1,
};

/** What MessagePack can hold. */
const packable = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.uint8Array({ maxLength: 20 }),
  fc.constantFrom<unknown>(null, -1, 1e300, 2 ** 53, '', '\0', 'x'.repeat(3000)),
  fc
    .constantFrom('__proto__', 'constructor')
    .map((key) => JSON.parse(`{"${key}":{"a":1}}`) as unknown),
);

/** Deep, huge by its own word, or with lengths that lie. */
const traps = fc.constantFrom(
  new Uint8Array(20_000).fill(0x91),
  new Uint8Array(20_000).fill(0x81),
  Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0xdb, 0xff, 0xff, 0xff, 0xff, 0x41),
  Uint8Array.of(0xc6, 0x7f, 0xff, 0xff, 0xff),
  Uint8Array.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0x00),
  Uint8Array.of(0xc1),
);

const packed: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: mutated(SOUND, packable).map((value) => pack(value)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 1, arbitrary: traps },
);

function pack(value: unknown): Uint8Array {
  try {
    return encode(value, { ignoreUndefined: true });
  } catch {
    return Uint8Array.of(0xc0);
  }
}

const provider = createProvider(fakeParts(engineWith(imageOf('m-bp1'))));
const TYPES = [
  ...Object.values(provider.dataSources).map(({ schema }) => objectType(schema.attributes)),
  ...Object.values(provider.resources).map(({ schema }) => objectType(schema.attributes)),
];

export const MSGPACK: FuzzTarget<Uint8Array> = {
  name: 'MessagePack',
  inputs: packed,
  run: (bytes) =>
    holdsOrRejects(() => {
      for (const type of TYPES) decodeMsgpack(bytes, type);
    }),
};

interface Call {
  readonly method: string;
  readonly typeName: string;
  readonly value: Uint8Array;
  readonly json: string;
  /** The whole message, in place of one that is put together from the rest. */
  readonly raw: Uint8Array | undefined;
}

const METHODS = Object.keys(ProviderService);

export const GRPC: FuzzTarget<Call> = {
  name: 'gRPC',
  inputs: fc.record({
    method: fc.constantFrom(...METHODS),
    typeName: fc.constantFrom(
      ...['cloudimages_image', 'cloudimages_images', 'cloudimages_pinned_image'],
      ...['parse_target', 'compare_os_versions', '', '__proto__', 'constructor', 'x'.repeat(3000)],
    ),
    value: packed,
    json: fc.oneof(fc.json({ maxDepth: 4 }), fc.constantFrom('', '{', '[]', '{"__proto__":{}}')),
    raw: fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined, freq: 4 }),
  }),
  run: (call) => holdsOrRejects(() => answer(call)),
};

/** One message through decoder and handler, as the gRPC server would have it. */
async function answer({ method, typeName, value, json, raw }: Call): Promise<void> {
  const service = createService(
    createProvider(fakeParts(engineWith(imageOf('m-bp1')))),
    () => undefined,
  );
  const descriptor = ProviderService[method as keyof typeof ProviderService];
  const dynamic =
    json.length % 3 === 0 ? { json: Buffer.from(json) } : { msgpack: Buffer.from(value) };
  const made = {
    typeName,
    name: typeName,
    id: typeName,
    config: dynamic,
    priorState: dynamic,
    proposedNewState: dynamic,
    plannedState: dynamic,
    currentState: dynamic,
    rawState: { json: Buffer.from(json), flatmap: {} },
    arguments: [dynamic, dynamic],
    version: 1,
    private: Buffer.from(value),
    priorPrivate: Buffer.from(value),
    plannedPrivate: Buffer.from(value),
  };
  const serialize = descriptor.requestSerialize as (message: unknown) => Buffer;
  const request = descriptor.requestDeserialize(
    raw === undefined ? serialize(made) : Buffer.from(raw),
  );
  const handler = service[method as keyof typeof service] as (
    call: unknown,
    callback: (error: Error | null, response?: unknown) => void,
  ) => void;
  await new Promise<void>((resolve, reject) => {
    handler({ request }, (error, response) => {
      if (error !== null) {
        reject(error);
        return;
      }
      // What is sent back must be sendable.
      (descriptor.responseSerialize as (message: unknown) => Buffer)(response);
      resolve();
    });
  });
}

/** For reports: a packed value as data, where it can be unpacked. */
export function unpacked(bytes: Uint8Array): unknown {
  try {
    return decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('hex').slice(0, 200);
  }
}
