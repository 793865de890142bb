/** What is fuzzed: each with inputs, and what is done with one of them. */
import fc from 'fast-check';
import { createEngine } from '../../provider/compose';
import type { HttpClient, HttpResponse } from '../../provider/transport/http-client';
import { createWorld, handle, type CloudId } from '../../simulator/index';
import { CREDENTIALS, endpointVariables, noFile } from '../chaos/look-up';
import { CHAOS_CLOUDS, vocabularyOf } from '../chaos/vocabulary/index';
import { hostile, mutated, mutatedText } from './hostile';
import { holds } from './oracle';
import { GRPC, MSGPACK } from './terraform-targets';

/** One kind of input. The input is kept as data, so that it can be shown. */
export interface FuzzTarget<T = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  run(input: T): Promise<void>;
}

const SOUND_QUERY = {
  targets: ['alicloud/cn-hangzhou'],
  imageIds: ['m-bp1'],
  name: 'golden',
  nameRegex: '(?i)^golden',
  excludeIds: ['m-bp2'],
  excludeNameRegex: 'beta',
  osType: 'linux',
  distro: 'ubuntu',
  osVersion: '>=20.04 <24.04',
  architecture: 'x86_64',
  bootMode: 'uefi',
  owners: ['public', '123456789'],
  variants: 'base',
  status: 'available',
  includeDeprecated: true,
  family: 'web',
  tags: { team: 'web' },
  cloudInit: true,
  instanceType: 'ecs.g7.large',
  createdAfter: '2024-01-01T00:00:00Z',
  minAge: '7d',
  order: 'version',
  mostRecent: true,
  nth: 1,
  sameBuild: true,
  optional: true,
  anyOf: [{ distro: 'rocky' }, { distro: 'debian' }],
  native: { alicloud: { Usage: 'instance' } },
};

const SOUND_CONFIGURATION = {
  targets: ['alicloud/cn-hangzhou'],
  timeoutSeconds: 30,
  publishers: { acme: { alicloud: '123456789' } },
  alicloud: { accessKey: 'id', secretKey: 'secret', profile: 'default' },
  tencentcloud: { secretId: 'id', secretKey: 'secret' },
  zenlayercloud: { accessKeyId: 'id', accessKeyPassword: 'secret' },
};

const ENVIRONMENT = { ...CREDENTIALS, ...endpointVariables(() => 'http://127.0.0.1:7') };

/** An engine whose every request gets this answer, and whose waits are over at once. */
function engineOver(
  answer: () => HttpResponse,
  environment: Readonly<Record<string, string>> = ENVIRONMENT,
  readFile: (path: string) => Promise<string> = noFile,
  configuration: unknown = { timeoutSeconds: 30 },
): ReturnType<typeof createEngine> {
  const http: HttpClient = {
    send: async () => answer(),
    warmUp: () => undefined,
    close: async () => undefined,
  };
  let now = 0;
  return createEngine(configuration, {
    environment,
    homeDirectory: '/home/fuzz',
    readFile,
    http,
    random: () => 0.5,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
  });
}

const page = (text: string, status = 200): HttpResponse => ({
  status,
  text,
  headers: { 'content-type': 'application/json' },
});

/** An empty list of Alibaba's. */
const NOTHING = JSON.stringify({ TotalCount: 0, Images: { Image: [] }, RequestId: 'fuzz' });

export const QUERIES: FuzzTarget = {
  name: 'queries',
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutated(SOUND_QUERY) },
    { weight: 2, arbitrary: mutated({ targets: ['alicloud/cn-hangzhou'] }) },
    { weight: 1, arbitrary: hostile },
  ),
  run: (input) =>
    holds(async () => {
      const engine = engineOver(() => page(NOTHING));
      await engine.getImages(input).finally(() => engine.close());
    }),
};

export const CONFIGURATIONS: FuzzTarget = {
  name: 'configurations',
  inputs: fc.oneof(
    { weight: 4, arbitrary: mutated(SOUND_CONFIGURATION) },
    { weight: 1, arbitrary: hostile },
  ),
  run: (input) =>
    holds(async () => {
      const engine = engineOver(() => page(NOTHING), ENVIRONMENT, noFile, input);
      await engine.getImages({ targets: ['alicloud/cn-hangzhou'], optional: true });
    }),
};

const PROFILES = [
  '{"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"id","access_key_secret":"secret","sts_token":"token","region_id":"cn-hangzhou"}]}',
  '{"secretId":"id","secretKey":"secret","token":"token"}',
  '{"current_profile":"default","profiles":{"default":{}}}',
  '{"default":{"access_key_id":"id","access_key_secret":"secret"}}',
  '[default]\nsecret_id = id\nsecret_key = secret\n\n[other]\nrole = x\n',
];

interface Profile {
  readonly text: string;
  readonly cloud: CloudId;
  readonly profile: string;
}

export const PROFILE_FILES: FuzzTarget<Profile> = {
  name: 'profile files',
  inputs: fc.record({
    text: fc.oneof(mutatedText(fc.constantFrom(...PROFILES)), fc.string({ maxLength: 200 })),
    cloud: fc.constantFrom(...CHAOS_CLOUDS),
    profile: fc.constantFrom('', 'default', '__proto__', 'constructor', '../x'),
  }),
  run: ({ text, cloud, profile }) =>
    holds(async () => {
      const environment = {
        ...endpointVariables(() => 'http://127.0.0.1:7'),
        ...(profile === ''
          ? {}
          : {
              ALIBABA_CLOUD_PROFILE: profile,
              TENCENTCLOUD_PROFILE: profile,
              ZENLAYER_PROFILE: profile,
            }),
      };
      const engine = engineOver(
        () => page('{}', 500),
        environment,
        async () => text,
      );
      await engine.getImages({ targets: [`${cloud}/${vocabularyOf(cloud).regions[0]}`] });
    }),
};

interface Body {
  readonly text: string;
  readonly status: number;
  readonly cloud: CloudId;
}

/** A whole list of a cloud, as its simulator prints it. */
function bodyOf(cloud: CloudId): string {
  const world = createWorld();
  let body = '';
  const region = vocabularyOf(cloud).regions[0];
  const engine = createEngine(
    {},
    {
      environment: ENVIRONMENT,
      readFile: noFile,
      http: {
        send: async (request) => {
          const url = new URL(request.url);
          const answer = handle(world, cloud, {
            method: request.method,
            path: url.pathname,
            query: url.search.slice(1),
            headers: { ...request.headers, host: request.headers['host'] ?? url.host },
            body: request.body ?? '',
          });
          body ||= answer.body;
          return { status: answer.status, headers: answer.headers, text: answer.body };
        },
        warmUp: () => undefined,
        close: async () => undefined,
      },
    },
  );
  bodies.set(cloud, '');
  void engine
    .getImages({ targets: [`${cloud}/${region}`], owners: ['self'] })
    .catch(() => undefined)
    .then(() => bodies.set(cloud, body));
  return body;
}

const bodies = new Map<CloudId, string>();

export const API_BODIES: FuzzTarget<Body> = {
  name: 'API bodies',
  inputs: fc.constantFrom(...CHAOS_CLOUDS).chain((cloud) =>
    fc.record({
      cloud: fc.constant(cloud),
      text: fc.oneof(
        { weight: 3, arbitrary: mutatedText(fc.constant(null).map(() => soundBody(cloud))) },
        { weight: 2, arbitrary: mutatedRows(cloud) },
        { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
      ),
      status: fc.constantFrom(200, 200, 200, 200, 206, 302, 404, 500),
    }),
  ),
  run: ({ text, status, cloud }) =>
    holds(async () => {
      const engine = engineOver(() => page(text, status));
      const target = `${cloud}/${vocabularyOf(cloud).regions[0]}`;
      await engine.getImages({ targets: [target], optional: true, nameRegex: 'golden' });
    }),
};

/** Waits until the sample bodies are there. Call before the first run. */
export async function prepare(): Promise<void> {
  for (const cloud of CHAOS_CLOUDS) bodyOf(cloud);
  while (CHAOS_CLOUDS.some((cloud) => !bodies.get(cloud))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function soundBody(cloud: CloudId): string {
  return bodies.get(cloud) ?? '{}';
}

/** The list with hostile values in the fields of a row. Only what JSON can hold. */
function mutatedRows(cloud: CloudId): fc.Arbitrary<string> {
  const { rowsAt } = vocabularyOf(cloud);
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('', ' ', '1970-01-01T00:00:00Z', '9'.repeat(400), 'x'.repeat(3000), -1, 1e300),
  );
  return fc
    .tuple(fc.nat(200), fc.array(fc.tuple(fc.nat(60), value), { maxLength: 4 }))
    .map(([at, changes]) => {
      const body = JSON.parse(soundBody(cloud)) as Record<string, Record<string, unknown[]>>;
      const rows = body[rowsAt[0] ?? '']?.[rowsAt[1] ?? ''] ?? [];
      const row = rows[at % Math.max(1, rows.length)] as Record<string, unknown> | undefined;
      const fields = Object.keys(row ?? {});
      for (const [field, changed] of changes) {
        if (row !== undefined) row[fields[field % fields.length] ?? 'x'] = changed;
      }
      return JSON.stringify(body);
    });
}

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  QUERIES,
  CONFIGURATIONS,
  PROFILE_FILES,
  API_BODIES,
  MSGPACK,
  GRPC,
] as readonly FuzzTarget[];
