import {
  defaultCatalog,
  handle,
  VOCABULARY,
  type Fault,
  type Json,
  type SimulatorRequest,
  type WorldOptions,
} from '@cloudimages/simulator';
import { errorCode, image, readListing, valueAt } from './answers';
import {
  alicloudRequest,
  alicloudRpcRequest,
  fixedWorld,
  idRequest,
  SIGNED_CLOUDS,
  type SignedCloud,
  tencentcloudRequest,
  zenlayercloudRequest,
} from './requests';

// Operations besides the listing of images: regions, zones, tags, snapshots; and images by id.

function answerTo(
  cloud: SignedCloud,
  request: SimulatorRequest,
  options: WorldOptions = {},
): unknown {
  return JSON.parse(handle(fixedWorld(options), cloud, request).body);
}

function codeOf(
  cloud: SignedCloud,
  request: SimulatorRequest,
  faults: readonly Fault[] = [],
): unknown {
  return errorCode(cloud, handle(fixedWorld({ faults }), cloud, request).body);
}

const REGIONS: readonly (readonly [
  cloud: SignedCloud,
  request: (own?: Record<string, Json>) => SimulatorRequest,
  place: readonly string[],
  id: string,
])[] = [
  [
    'alicloud',
    (own = {}) => alicloudRequest(own as Record<string, string>, { action: 'DescribeRegions' }),
    ['Regions', 'Region'],
    'RegionId',
  ],
  [
    'tencentcloud',
    (own = {}) => tencentcloudRequest(own, { action: 'DescribeRegions', region: '' }),
    ['Response', 'RegionSet'],
    'Region',
  ],
  [
    'zenlayercloud',
    (own = {}) => zenlayercloudRequest(own, { action: 'DescribeZones' }),
    ['response', 'zoneSet'],
    'zoneId',
  ],
];

describe.each(REGIONS)('regions of %s', (cloud, request, place, id) => {
  const rowsOf = (faults: readonly Fault[] = []) =>
    valueAt(answerTo(cloud, request(), { faults }), ...place) as Record<string, unknown>[];

  it('are listed whole by the operation that the vocabulary names', () => {
    expect(VOCABULARY[cloud].regionsOperation).toBe(
      request().headers['x-acs-action'] ??
        request().headers['x-tc-action'] ??
        request().headers['x-zc-action'],
    );
    expect(rowsOf().map((row) => row[id])).toEqual(VOCABULARY[cloud].regions);
  });

  it('include a region that got its first image later', () => {
    const images = [...defaultCatalog(), image({ cloud, id: 'new', regions: ['mars-1'] })];
    const rows = valueAt(answerTo(cloud, request(), { images }), ...place) as object[];
    expect(rows).toContainEqual(expect.objectContaining({ [id]: 'mars-1' }));
  });

  it('are refused with an unknown parameter', () => {
    expect(codeOf(cloud, request({ Colour: 'red' }))).toBe(
      VOCABULARY[cloud].codes.unknownParameter,
    );
  });

  it.each<[Fault['kind'], Fault, (rows: Record<string, unknown>[]) => unknown, unknown]>([
    ['emptyPage', { kind: 'emptyPage' }, (rows) => rows, []],
    [
      'duplicateRows',
      { kind: 'duplicateRows', rows: 2 },
      (rows) => rows.length - VOCABULARY[cloud].regions.length,
      2,
    ],
    ['fields', { kind: 'fields', drop: [id] }, (rows) => rows.some((row) => id in row), false],
  ])('obey the fault %s', (_, fault, seen, expected) => {
    expect(seen(rowsOf([fault]))).toEqual(expected);
  });

  it.each(['throttle', 'forbidden', 'error'] as const)('obey the fault %s', (kind) => {
    const { codes } = VOCABULARY[cloud];
    const code = { throttle: codes.throttled, forbidden: codes.forbidden, error: codes.internal };
    expect(codeOf(cloud, request(), [{ kind }])).toBe(code[kind]);
  });
});

describe('DescribeRegions of alicloud', () => {
  it('names the host that serves each region', () => {
    const answer = answerTo('alicloud', alicloudRequest({}, { action: 'DescribeRegions' }));
    expect(valueAt(answer, 'Regions', 'Region')).toContainEqual({
      RegionId: 'eu-central-1',
      LocalName: 'eu-central-1',
      RegionEndpoint: 'ecs.eu-central-1.aliyuncs.com',
      Status: 'available',
    });
  });

  it('answers RPC requests without a region', () => {
    const request = alicloudRpcRequest({}, { action: 'DescribeRegions', format: 'JSON' });
    expect(valueAt(answerTo('alicloud', request), 'Regions', 'Region')).toHaveLength(
      VOCABULARY.alicloud.regions.length,
    );
  });

  it.each([
    ['AcceptLanguage', 'en-US', undefined],
    ['AcceptLanguage', 'tlh', 'InvalidParameter'],
    ['InstanceChargeType', 'PostPaid', undefined],
    ['InstanceChargeType', 'Free', 'InvalidParameter'],
    ['ResourceType', 'scu', undefined],
    ['ResourceType', 'image', 'InvalidParameter'],
  ])('with %s "%s" gives the code %s', (name, value, code) => {
    const request = alicloudRequest({ [name]: value }, { action: 'DescribeRegions' });
    expect(codeOf('alicloud', request)).toBe(code);
  });
});

it('lists only the zones of zenlayercloud whose ids are given', () => {
  const request = (zoneIds: Json) => zenlayercloudRequest({ zoneIds }, { action: 'DescribeZones' });
  expect(
    valueAt(answerTo('zenlayercloud', request(['HKG-A', 'nowhere'])), 'response', 'zoneSet'),
  ).toEqual([{ zoneId: 'HKG-A', regionId: 'HKG', zoneName: 'HKG-A', supportSecurityGroup: true }]);
  expect(codeOf('zenlayercloud', request('HKG-A'))).toBe('INVALID_PARAMETER');
});

describe('DescribeTags of alicloud', () => {
  const request = (own: Record<string, string>) => alicloudRequest(own, { action: 'DescribeTags' });
  const golden = { ResourceType: 'image', ResourceId: 'm-bp1golden0ubuntu0001' };
  const pairs = (own: Record<string, string>, faults: readonly Fault[] = []) => {
    const rows = valueAt(answerTo('alicloud', request(own), { faults }), 'Tags', 'Tag');
    return (rows as Record<string, unknown>[]).map(({ TagKey, TagValue }) => [TagKey, TagValue]);
  };

  it('lists the tags of one image', () => {
    expect(pairs(golden)).toEqual([
      ['env', 'production'],
      ['team', 'platform'],
    ]);
  });

  it('counts the images of the region that carry each tag', () => {
    const answer = answerTo('alicloud', request({ ResourceType: 'image' }));
    expect(valueAt(answer, 'TotalCount')).toBe(3);
    expect(valueAt(answer, 'Tags', 'Tag')).toContainEqual({
      TagKey: 'env',
      TagValue: 'production',
      ResourceTypeCount: { Instance: 0, Disk: 0, Volume: 0, Image: 4, Snapshot: 0 },
    });
  });

  it.each<[string, Record<string, string>, string[][]]>([
    ['an image that nobody has', { ResourceType: 'image', ResourceId: 'm-none' }, []],
    ['another kind of resource', { ResourceType: 'disk' }, []],
    ['an image without tags', { ResourceType: 'image', ResourceId: 'm-bp1windows0web000001' }, []],
    ['a second page', { ...golden, PageSize: '1', PageNumber: '2' }, [['team', 'platform']]],
  ])('lists the tags of %s', (_, own, expected) => {
    expect(pairs(own)).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown kind of resource', { ResourceType: 'dream' }, 'InvalidResourceType.NotFound'],
    ['an unknown parameter', { ...golden, Limit: '1' }, 'InvalidParameter'],
    ['a page of 101', { ...golden, PageSize: '101' }, 'InvalidParameter'],
    ['a tag value without a key', { 'Tag.1.Value': 'x' }, 'InvalidTag.Mismatch'],
    ['an unknown region', { ...golden, RegionId: 'nowhere' }, 'InvalidRegionId.NotFound'],
  ])('refuses %s', (_, own, code) => {
    expect(codeOf('alicloud', request(own))).toBe(code);
  });

  it('obeys faults of pages', () => {
    expect(pairs(golden, [{ kind: 'emptyPage', action: 'DescribeTags' }])).toEqual([]);
    expect(pairs(golden, [{ kind: 'emptyPage', action: 'DescribeImages' }])).toHaveLength(2);
  });
});

describe('DescribeSnapshots of tencentcloud', () => {
  const request = (body: unknown, service = 'cbs') =>
    tencentcloudRequest(body, { action: 'DescribeSnapshots', service });
  const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
  const ids = (body: unknown, faults: readonly Fault[] = []) => {
    const answer = answerTo('tencentcloud', request(body), { faults });
    const rows = valueAt(answer, 'Response', 'SnapshotSet') as Record<string, unknown>[];
    return rows.map(({ SnapshotId }) => SnapshotId);
  };

  it('knows every snapshot that an image names, and only own images name some', () => {
    const images = [0, 100].flatMap((Offset) => {
      const request = tencentcloudRequest({ Offset, Limit: 100 });
      return readListing('tencentcloud', handle(fixedWorld(), 'tencentcloud', request).body).rows;
    });
    const named = images.flatMap((row) => (row['SnapshotSet'] as object[] | null) ?? []);
    const owners = images.flatMap((row) => (row['SnapshotSet'] === null ? [] : row['ImageType']));
    expect(new Set(owners)).toEqual(new Set(['PRIVATE_IMAGE']));
    expect(named.length).toBeGreaterThan(10);
    expect(ids({ Limit: 100 })).toEqual(named.map((snapshot) => valueAt(snapshot, 'SnapshotId')));
  });

  it('prints a snapshot with the image made from it', () => {
    const answer = answerTo('tencentcloud', request({ SnapshotIds: ['snap-golden02'] }));
    expect(valueAt(answer, 'Response', 'SnapshotSet', '0')).toMatchObject({
      SnapshotId: 'snap-golden02',
      DiskUsage: 'SYSTEM_DISK',
      DiskSize: 50,
      SnapshotState: 'NORMAL',
      CreateTime: '2024-06-01 02:03:04',
      Images: [{ ImageId: 'img-golden02', ImageName: 'golden-ubuntu-22.04-2024-06-01' }],
    });
    expect(valueAt(answer, 'Response', 'TotalCount')).toBe(1);
  });

  it.each([
    ['snapshot-id', filter('snapshot-id', 'snap-golden02'), ['snap-golden02']],
    ['snapshot-name', filter('snapshot-name', 'web-windows-2019'), ['snap-winweb01']],
    ['disk-usage', { ...filter('disk-usage', 'DATA_DISK'), Limit: 1 }, ['snap-golden00']],
    ['disk-id', filter('disk-id', 'disk-winweb01'), ['snap-winweb01']],
    ['encrypt', filter('encrypt', 'TRUE'), []],
  ])('narrows by %s', (_, body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  it.each([
    ['ids and filters', { SnapshotIds: ['snap-1'], ...filter('zone', 'x') }, 'InvalidParameter'],
    ['an unknown filter', filter('colour', 'red'), 'InvalidFilter'],
    ['six values', filter('zone', ...'abcdef'), 'InvalidFilterValue.LimitExceeded'],
    ['an unknown parameter', { Size: 1 }, 'UnknownParameter'],
    ['an unknown order', { Order: 'random' }, 'InvalidParameterValue'],
    ['a page of 101', { Limit: 101 }, 'InvalidParameterValue.InvalidParameterValueLimit'],
  ])('refuses %s', (_, body, code) => {
    expect(codeOf('tencentcloud', request(body))).toBe(code);
  });

  it('refuses a signature that was made for CVM', () => {
    expect(codeOf('tencentcloud', request({}, 'cvm'))).toBe('AuthFailure.SignatureFailure');
  });

  it('obeys faults of pages', () => {
    expect(ids({}, [{ kind: 'emptyPage', action: 'DescribeSnapshots' }])).toEqual([]);
  });
});

describe.each([...SIGNED_CLOUDS])('images of %s by id', (cloud) => {
  const { ids, codes } = VOCABULARY[cloud];
  const listed = (wanted: readonly string[]) =>
    readListing(cloud, handle(fixedWorld(), cloud, idRequest(cloud, wanted)).body).ids;

  it('are those that exist', () => {
    expect(listed([...ids.samples, ids.unknown])).toHaveLength(2);
    expect(listed([ids.unknown])).toEqual([]);
  });

  it('are refused where one is unknown, under the fault refuseUnknownIds', () => {
    const faults: Fault[] = [{ kind: 'refuseUnknownIds' }];
    expect(codeOf(cloud, idRequest(cloud, [...ids.samples, ids.unknown]), faults)).toBe(
      codes.unknownId,
    );
    expect(codeOf(cloud, idRequest(cloud, [...ids.samples]), faults)).toBeUndefined();
  });

  it('are taken up to the documented number', () => {
    const { most = 1000 } = ids;
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => `img-${String(n).padStart(8, '0')}`);
    expect(codeOf(cloud, idRequest(cloud, many(most)))).toBeUndefined();
    if (ids.most !== undefined) {
      expect(codeOf(cloud, idRequest(cloud, many(most + 1)))).toBeDefined();
    }
  });
});
