import { handle, MAIN_REGION } from '@cloudimages/simulator';
import fc from 'fast-check';
import { errorCode } from './answers';
import {
  alicloudRequest,
  fixedWorld,
  qcloudRequest,
  SIGNED_CLOUDS,
  tencentcloudRequest,
  zenlayercloudRequest,
} from './requests';

/** Names that the APIs know, names that every object has, and any others. */
const name = fc.oneof(
  fc.constantFrom(
    ...[
      'Filters',
      'ImageIds',
      'Offset',
      'Limit',
      'InstanceType',
      'ImageName',
      'Status',
      'Tag.1.Key',
    ],
    ...['Filter.1.Key', 'Filters.0.Name', 'ImageIds.0', 'pageNum', 'tags', 'tagKeys', 'osType'],
    ...['constructor', 'toString', '__proto__', 'hasOwnProperty'],
  ),
  fc.string(),
);
const text = fc.oneof(fc.constantFrom('constructor', 'toString', '*', '(', '2024'), fc.string());
const form = fc.dictionary(name, text, { maxKeys: 4 });
const json = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const action = fc.constantFrom(
  ...[
    'DescribeImages',
    'DescribeImageFromFamily',
    'DescribeRegions',
    'DescribeZones',
    'DescribeTags',
    'DescribeSnapshots',
    'toString',
  ],
);

const REQUESTS = {
  alicloud: fc.tuple(form, action).map(([own, action]) => alicloudRequest(own, { action })),
  qcloud: fc.tuple(form, action).map(([own, action]) => qcloudRequest(own, { action })),
  tencentcloud: fc.tuple(json, action).map(([own, action]) => {
    const service = action === 'DescribeSnapshots' ? 'cbs' : 'cvm';
    return tencentcloudRequest(own, { action, service });
  }),
  zenlayercloud: fc
    .tuple(json, action)
    .map(([own, action]) =>
      zenlayercloudRequest({ zoneId: MAIN_REGION.zenlayercloud, ...own }, { action }),
    ),
};

it.each([...SIGNED_CLOUDS])('%s answers or refuses whatever a client with a key asks', (cloud) => {
  const world = fixedWorld();
  fc.assert(
    fc.property(REQUESTS[cloud], (request) => {
      const { status, body } = handle(world, cloud, request);
      const isRefused = errorCode(cloud, body) !== undefined;
      expect(status).toBeGreaterThanOrEqual(200);
      expect(world.requests().at(-1)?.code !== undefined).toBe(isRefused);
      expect(String(errorCode(cloud, body))).not.toMatch(/signature/i);
    }),
    { numRuns: 200 },
  );
});

it.each([...SIGNED_CLOUDS])('%s refuses whatever a client without a key sends', (cloud) => {
  const world = fixedWorld();
  const anything = fc.record({
    method: fc.constantFrom('GET', 'POST', 'HEAD'),
    path: fc.constantFrom('/', '/v2/index.php', '/api/v2/zec', '/x'),
    query: fc.string(),
    headers: fc.dictionary(fc.constantFrom('authorization', 'host', 'x-tc-action'), fc.string()),
    body: fc.oneof(fc.string(), fc.json()),
  });
  fc.assert(
    fc.property(anything, (request) => {
      handle(world, cloud, request);
      expect(world.requests().at(-1)?.code).toEqual(expect.any(String));
    }),
    { numRuns: 100 },
  );
});
