import {
  handle,
  type CatalogImage,
  type Fault,
  type SimulatorRequest,
} from '@cloudimages/simulator';
import { image } from './answers';
import {
  alicloudRequest,
  alicloudRpcRequest,
  fixedWorld,
  qcloudRequest,
  tencentcloudRequest,
  zenlayercloudRequest,
} from './requests';

// The names and types of the sample responses on the vendors' pages, with the images that they show.

/** Names and types: an object by name, an array as a list of its distinct member shapes. */
function shapeOf(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const shapes = value.map((member) => JSON.stringify(shapeOf(member)));
    return [...new Set(shapes)].map((shape): unknown => JSON.parse(shape));
  }
  if (typeof value !== 'object') return typeof value;
  const members = Object.entries(value).map(([key, member]) => [key, shapeOf(member)] as const);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function answer(shown: CatalogImage, request: SimulatorRequest, faults: readonly Fault[]): string {
  return handle(fixedWorld({ images: [shown], faults }), shown.cloud, request).body;
}

describe('tencentcloud', () => {
  const cloud = 'tencentcloud';
  const newerFields = ['LicenseType', 'ImageFamily', 'ImageDeprecated', 'CdcCacheStatus'];
  const row = {
    Architecture: 'string',
    CreatedTime: 'string',
    ImageCreator: 'null',
    ImageDescription: 'string',
    ImageId: 'string',
    ImageName: 'string',
    ImageSize: 'number',
    ImageSource: 'string',
    ImageState: 'string',
    ImageType: 'string',
    IsSupportCloudinit: 'boolean',
    OsName: 'string',
    Platform: 'string',
    SnapshotSet: [] as unknown[],
    SyncPercent: 'null',
    Tags: [{ Key: 'string', Value: 'string' }],
  };
  const listing = (ImageSet: object) => ({
    Response: { ImageSet: [ImageSet], RequestId: 'string', TotalCount: 'number' },
  });
  const tagged = { cloud, tags: { xx: 'xx' }, createdAt: '2020-09-22T00:00:00+00:00' } as const;
  const drop: Fault = { kind: 'fields', drop: newerFields };

  it('answers as the first example: a public image with a time and a tag', () => {
    const shown = image({ ...tagged, id: 'img-9qabwvbn', native: { SnapshotSet: [] } });
    const request = tencentcloudRequest({
      Filters: [{ Name: 'image-id', Values: ['img-9qabwvbn'] }],
    });
    expect(shapeOf(JSON.parse(answer(shown, request, [drop])))).toEqual(listing(row));
  });

  it('answers as the second example: a private image with a creator and a snapshot', () => {
    const shown = image({ ...tagged, owner: 'self', ownerId: '3205597606' });
    const request = tencentcloudRequest({
      Filters: [{ Name: 'image-type', Values: ['PRIVATE_IMAGE'] }],
      Limit: 1,
    });
    expect(shapeOf(JSON.parse(answer(shown, request, [drop])))).toEqual(
      listing({
        ...row,
        ImageCreator: 'string',
        SnapshotSet: [{ DiskSize: 'number', DiskUsage: 'string', SnapshotId: 'string' }],
      }),
    );
  });

  it('answers as captured: public images without time, creator and snapshots, with newer fields', () => {
    expect(shapeOf(JSON.parse(answer(image({ cloud }), tencentcloudRequest({}), [])))).toEqual(
      listing({
        ...row,
        CreatedTime: 'null',
        SnapshotSet: 'null',
        Tags: [],
        LicenseType: 'string',
        ImageFamily: 'null',
        ImageDeprecated: 'boolean',
        CdcCacheStatus: 'null',
      }),
    );
  });
});

describe('qcloud', () => {
  it('answers as the examples: a public image of 1970', () => {
    const shown = image({ cloud: 'qcloud', name: 'Centos 6.6 32-bit', osName: 'centos6.6x86_32' });
    const text = answer(shown, qcloudRequest({}), []);
    expect(shapeOf(JSON.parse(text))).toEqual({
      Response: {
        ImageSet: [
          {
            Creator: 'string',
            ImageCreateTime: 'string',
            ImageDescription: 'string',
            ImageId: 'string',
            ImageName: 'string',
            ImageOsName: 'string',
            ImageStatus: 'string',
            ImageType: 'string',
          },
        ],
        RequestID: 'string',
        TotalCount: 'number',
      },
    });
    expect(text).toContain('"ImageCreateTime":"1970-01-01T00:00:00+00:00"');
    expect(text).toContain('"Creator":"PUBLIC"');
  });

  it('answers in the older envelope when asked to', () => {
    const shown = image({ cloud: 'qcloud' });
    const older = answer(shown, qcloudRequest({}), [{ kind: 'gatewayEnvelope' }]);
    expect(JSON.parse(older)).toMatchObject({
      code: 0,
      message: '',
      codeDesc: 'Success',
      TotalCount: 1,
      ImageSet: [{ ImageId: shown.id }],
    });
    const asText = answer(shown, qcloudRequest({}), [
      { kind: 'gatewayEnvelope', codeAsString: true },
    ]);
    expect(JSON.parse(asText)).toMatchObject({ code: '0' });
  });
});

describe('zenlayercloud', () => {
  const cloud = 'zenlayercloud';
  const row = {
    category: 'string',
    imageDescription: 'null',
    imageId: 'string',
    imageName: 'string',
    imageSize: 'string',
    imageSource: 'string',
    imageStatus: 'string',
    imageType: 'string',
    imageVersion: 'string',
    nicNetworkType: ['string'],
    osType: 'string',
    tags: 'null' as unknown,
  };

  it.each([
    ['as the example', {}, row],
    [
      'with tags in an object of their own',
      { tags: { env: 'prod' } },
      { ...row, tags: { tags: [{ key: 'string', value: 'string' }] } },
    ],
  ])('answers %s', (_, change, shape) => {
    const request = zenlayercloudRequest({ zoneId: 'asia-east-1a', osType: 'linux', pageSize: 3 });
    expect(shapeOf(JSON.parse(answer(image({ cloud, ...change }), request, [])))).toEqual({
      requestId: 'string',
      response: { dataSet: [shape], requestId: 'string', totalCount: 'number' },
    });
  });

  it('answers errors with a code and a message', () => {
    const request = zenlayercloudRequest({ zoneId: 'mars-1a' });
    expect(shapeOf(JSON.parse(answer(image({ cloud }), request, [])))).toEqual({
      code: 'string',
      message: 'string',
      requestId: 'string',
    });
  });
});

describe('alicloud', () => {
  const cloud = 'alicloud';
  const page = (row: object) => ({
    Images: { Image: [row] },
    PageNumber: 'number',
    PageSize: 'number',
    RegionId: 'string',
    RequestId: 'string',
    TotalCount: 'number',
  });
  const suse = image({
    cloud,
    id: 'suse11sp3_64_20G_aliaegis_20150428.vhd',
    createdAt: '2015-05-06T09:01:32Z',
    native: {
      Usage: 'instance',
      DiskDeviceMappings: { DiskDeviceMapping: [{ Device: '/dev/xvda', Size: '20' }] },
    },
  });
  const older: Fault = {
    kind: 'fields',
    drop: [
      ...['ImageFamily', 'OSNameEn', 'IsPublic', 'Description', 'IsSelfShared', 'BootMode', 'Tags'],
      ...['IsSupportCloudinit', 'IsSupportIoOptimized', 'ProductCode', 'ResourceGroupId'],
      ...['LoginAsNonRootSupported', 'SupplierName', 'LicenseType', 'Features'],
    ],
  };
  const oldRow = {
    Architecture: 'string',
    CreationTime: 'string',
    DiskDeviceMappings: { DiskDeviceMapping: [{ Device: 'string', Size: 'string' }] },
    ImageId: 'string',
    ImageName: 'string',
    ImageOwnerAlias: 'string',
    ImageVersion: 'string',
    IsCopied: 'boolean',
    IsSubscribed: 'boolean',
    OSName: 'string',
    OSType: 'string',
    Platform: 'string',
    Progress: 'string',
    Size: 'number',
    Status: 'string',
    Usage: 'string',
  };

  it('answers as the JSON example', () => {
    const request = alicloudRequest({ Usage: 'instance', PageSize: '1' });
    expect(shapeOf(JSON.parse(answer(suse, request, [older])))).toEqual(page(oldRow));
  });

  it('answers as the XML example', () => {
    const faults: Fault[] = [older, { kind: 'fields', set: { Description: '', ProductCode: '' } }];
    const text = answer(suse, alicloudRpcRequest({ Usage: 'instance' }), faults);
    const names = [...text.matchAll(/<(\w+)\/?>/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(
      [
        ...['DescribeImagesResponse', 'Images', 'Image', 'DiskDeviceMappings', 'DiskDeviceMapping'],
        ...['Device', 'PageNumber', 'PageSize', 'RegionId', 'RequestId', 'TotalCount'],
        ...['Description', 'ProductCode', ...Object.keys(oldRow)],
        'Size',
      ]
        .filter((name, index, all) => name === 'Size' || all.indexOf(name) === index)
        .toSorted(),
    );
    expect(text).toContain('<Description/>');
  });

  it('answers as captured: empty text and empty lists for what is absent', () => {
    const shown = image({ cloud, createdAt: '2024-03-28T00:00:00Z' });
    expect(shapeOf(JSON.parse(answer(shown, alicloudRequest({}), [])))).toEqual(
      page({
        ...oldRow,
        BootMode: 'string',
        Description: 'string',
        DiskDeviceMappings: { DiskDeviceMapping: [] },
        Features: { ImdsSupport: 'string', NvmeSupport: 'string' },
        ImageFamily: 'string',
        IsPublic: 'boolean',
        IsSelfShared: 'string',
        IsSupportCloudinit: 'boolean',
        IsSupportIoOptimized: 'boolean',
        LicenseType: 'string',
        LoginAsNonRootSupported: 'boolean',
        OSNameEn: 'string',
        ProductCode: 'string',
        ResourceGroupId: 'string',
        SupplierName: 'string',
        Tags: { Tag: [] },
      }),
    );
  });

  it('answers custom images with their disks and tags', () => {
    const shown = image({
      cloud,
      id: 'm-bp1abc',
      owner: 'self',
      createdAt: '2024-03-28T00:00:00Z',
      dataDisksGiB: [100],
      tags: { env: 'prod' },
    });
    const { Images } = JSON.parse(answer(shown, alicloudRequest({}), [])) as {
      Images: { Image: object[] };
    };
    expect(Images.Image[0]).toMatchObject({
      ImageOwnerId: 0,
      Tags: { Tag: [{ TagKey: 'env', TagValue: 'prod' }] },
      DiskDeviceMappings: {
        DiskDeviceMapping: [
          { Device: '/dev/xvda', Type: 'system', Size: '20', SnapshotId: 's-bp1abc0' },
          { Device: '/dev/xvdb', Type: 'data', Size: '100', SnapshotId: 's-bp1abc1' },
        ],
      },
    });
  });

  it('answers errors with all five members', () => {
    const request = alicloudRequest({ Status: 'Ready' });
    expect(shapeOf(JSON.parse(answer(suse, request, [])))).toEqual({
      Code: 'string',
      HostId: 'string',
      Message: 'string',
      Recommend: 'string',
      RequestId: 'string',
    });
  });
});
