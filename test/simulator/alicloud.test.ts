import { handle } from '@cloudimages/simulator';
import { image, listed, refusal, valueAt } from './answers';
import { alicloudRequest, alicloudRpcRequest, fixedWorld } from './requests';

describe('alicloud', () => {
  const cloud = 'alicloud';
  const images = [
    image({
      cloud,
      id: 'a',
      name: 'ubuntu_22_04',
      family: 'acs:u',
      createdAt: '2024-01-01T00:00:00Z',
    }),
    image({
      cloud,
      id: 'b',
      name: 'ubuntu_24_04',
      owner: 'self',
      architecture: 'arm64',
      tags: { env: 'prod' },
      createdAt: '2024-02-01T00:00:00Z',
    }),
    image({
      cloud,
      id: 'c',
      name: 'win',
      osType: 'windows',
      owner: 'shared',
      ownerId: '9223372036854775801',
      createdAt: '2024-03-01T00:00:00Z',
      cloudInit: false,
    }),
    image({ cloud, id: 'd', name: 'shop', owner: 'marketplace' }),
    image({ cloud, id: 'e', name: 'community', owner: 'community', ownerId: '7' }),
    image({ cloud, id: 'f', name: 'old', deprecated: true }),
    image({ cloud, id: 'g', name: 'baking', owner: 'self', state: 'Creating' }),
    image({
      cloud,
      id: 'h',
      name: 'bsd',
      osType: 'bsd',
      owner: 'self',
      native: { Usage: 'instance', ResourceGroupId: 'rg-1' },
      createdAt: '2024-04-01T00:00:00Z',
    }),
  ];

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing: usable ones of the cloud, the account and who shares', {}, ['a', 'b', 'c', 'h']],
    ['system', { ImageOwnerAlias: 'system' }, ['a']],
    ['self', { ImageOwnerAlias: 'self' }, ['b', 'h']],
    ['others', { ImageOwnerAlias: 'others' }, ['c']],
    ['others that are public', { ImageOwnerAlias: 'others', IsPublic: 'true' }, ['e']],
    ['marketplace', { ImageOwnerAlias: 'marketplace' }, ['d']],
    [
      'an owner id above 2^53',
      { ImageOwnerAlias: 'others', ImageOwnerId: '9223372036854775801' },
      ['c'],
    ],
    ['a status', { Status: 'Deprecated' }, ['f']],
    ['several statuses', { Status: 'Deprecated,Creating' }, ['f', 'g']],
    ['every status', { Status: 'ALL' }, ['a', 'b', 'c', 'f', 'g', 'h']],
    ['several ids', { ImageId: 'a,c,zz' }, ['a', 'c']],
    ['a name', { ImageName: 'ubuntu_22_04' }, ['a']],
    ['a name with a star', { ImageName: 'ubuntu_*' }, ['a', 'b']],
    ['part of a name without one', { ImageName: 'ubuntu' }, []],
    ['a family', { ImageFamily: 'acs:u' }, ['a']],
    ['an architecture', { Architecture: 'arm64' }, ['b']],
    ['windows', { OSType: 'windows' }, ['c']],
    ['linux, with FreeBSD', { OSType: 'linux' }, ['a', 'b', 'h']],
    ['use, which all of the cloud’s own have', { Usage: 'instance' }, ['a', 'h']],
    ['no use', { Usage: 'none' }, ['b', 'c']],
    ['a resource group', { ResourceGroupId: 'rg-1' }, ['h']],
    ['cloud-init', { IsSupportCloudinit: 'false' }, ['c']],
    ['I/O optimization, which all have', { IsSupportIoOptimized: 'true' }, ['a', 'b', 'c', 'h']],
    ['its absence', { IsSupportIoOptimized: 'false' }, []],
    ['an Arm instance type', { InstanceType: 'ecs.g8y.large' }, ['b']],
    ['another instance type', { InstanceType: 'ecs.g7.large' }, ['a', 'c', 'h']],
    ['a snapshot', { SnapshotId: 's-b0' }, ['b']],
    ['a tag', { 'Tag.1.Key': 'env', 'Tag.1.Value': 'prod' }, ['b']],
    ['a tag in the older spelling', { 'Tag.1.key': 'env', 'Tag.1.value': 'test' }, []],
    ['a tag key', { 'Tag.1.Key': 'env' }, ['b']],
    [
      'a start',
      { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2024-02-01T00:00Z' },
      ['b', 'c', 'h'],
    ],
    [
      'an end',
      { 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2024-02-01T00:00Z' },
      ['a', 'b'],
    ],
    ['a network', { 'Filter.1.Key': 'NetworkType', 'Filter.1.Value': 'vpc' }, ['a', 'b', 'c', 'h']],
    ['the purpose', { ActionType: 'CreateEcs' }, ['a', 'b', 'c', 'h']],
  ])('narrows by %s', (_, parameters, ids) => {
    expect(listed(alicloudRequest(parameters), images)).toEqual(ids);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['an unknown parameter', { Limit: '10' }, 400, 'InvalidParameter'],
    ['no region', { RegionId: '' }, 400, 'MissingParameter'],
    [
      'an unknown owner',
      { ImageOwnerAlias: 'me' },
      400,
      'InvalidImageOwnerAlias.ValueNotSupported',
    ],
    [
      'community images without others',
      { IsPublic: 'true' },
      400,
      'InvalidImageOwnerAlias.PublicImageUnsupported',
    ],
    [
      'an owner id without others',
      { ImageOwnerId: '7' },
      400,
      'InvalidOperation.ImageOwnerIdUnsupported',
    ],
    ['an unknown status', { Status: 'Ready' }, 400, 'InvalidStatus.ValueNotSupported'],
    ['an unknown architecture', { Architecture: 'aarch64' }, 404, 'InvalidArchitecture'],
    ['an unknown OS type', { OSType: 'bsd' }, 404, 'InvalidOSType'],
    ['an unknown use', { Usage: 'disk' }, 404, 'InvalidUsage'],
    [
      'an unknown instance type',
      { InstanceType: 'ecs.zz.large' },
      400,
      'InvalidInstanceType.ValueNotSupported',
    ],
    [
      'a filter key that every object has',
      { 'Filter.1.Key': 'constructor', 'Filter.1.Value': 'x' },
      404,
      'InvalidFilterKey.NotFound',
    ],
    [
      'a filter key',
      { 'Filter.1.Key': 'Name', 'Filter.1.Value': 'x' },
      404,
      'InvalidFilterKey.NotFound',
    ],
    [
      'a filter time',
      { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': 'today' },
      404,
      'InvalidFilterValue',
    ],
    [
      'a filter time with seconds',
      { 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2024-01-31T23:59:59Z' },
      404,
      'InvalidFilterValue',
    ],
    [
      'a filter time on a day that no month has',
      { 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2024-02-31T23:59Z' },
      404,
      'InvalidFilterValue',
    ],
    ['a tag value without a key', { 'Tag.1.Value': 'x' }, 400, 'InvalidTag.Mismatch'],
    [
      '21 tags',
      Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`])),
      400,
      'InvalidTagCount',
    ],
    ['a flag that is neither', { IsPublic: 'yes' }, 400, 'InvalidParameter'],
    ['page 0', { PageNumber: '0' }, 400, 'InvalidParameter'],
    ['a dry run that passed', { DryRun: 'true' }, 400, 'DryRunOperation'],
    ['a dry run that did not', { DryRun: 'true', OSType: 'bsd' }, 404, 'InvalidOSType'],
  ])('refuses %s', (_, parameters, status, code) => {
    expect(refusal(cloud, alicloudRequest(parameters))).toEqual({ status, code });
  });

  it('refuses unknown actions and versions', () => {
    for (const action of ['DescribeImage', 'toString']) {
      expect(refusal(cloud, alicloudRequest({}, { action }))).toEqual({
        status: 404,
        code: 'InvalidAction.NotFound',
      });
    }
    expect(refusal(cloud, alicloudRequest({}, { version: '2014-05-27' })).code).toBe(
      'InvalidVersion',
    );
  });

  it('prints account ids above 2^53 digit by digit', () => {
    const { body } = handle(fixedWorld({ images }), cloud, alicloudRequest({ ImageId: 'c' }));
    expect(body).toContain('"ImageOwnerId":9223372036854775801,');
  });

  it('answers the newest usable image of a family, or an empty object', () => {
    const family = (ImageFamily: string) => {
      const request = alicloudRequest({ ImageFamily }, { action: 'DescribeImageFromFamily' });
      return valueAt(JSON.parse(handle(fixedWorld(), cloud, request).body), 'Image');
    };
    expect(valueAt(family('acs:ubuntu_22_04_x64'), 'ImageId')).toBe(
      'ubuntu_22_04_x64_20G_alibase_20240926.vhd',
    );
    expect(valueAt(family('golden-ubuntu'), 'ImageName')).toBe('golden-ubuntu-22.04-2024-08-01');
    expect(family('no-such-family')).toEqual({});
  });

  it('does not answer what is for sale or a stranger’s as the newest of a family', () => {
    const family = { cloud, family: 'f', createdAt: '2024-01-01T00:00:00Z' } as const;
    const newer = { ...family, createdAt: '2025-01-01T00:00:00Z' };
    const world = fixedWorld({
      images: [
        image({ ...family, id: 'old' }),
        image({ ...newer, id: 'market', owner: 'marketplace' }),
        image({ ...newer, id: 'stranger', owner: 'community' }),
      ],
    });
    const request = alicloudRequest({ ImageFamily: 'f' }, { action: 'DescribeImageFromFamily' });
    const answer: unknown = JSON.parse(handle(world, cloud, request).body);
    expect(valueAt(answer, 'Image', 'ImageId')).toBe('old');
  });

  it('answers XML to RPC requests that do not ask for JSON', () => {
    const answer = (format?: string) =>
      handle(
        fixedWorld({ images: [image({ cloud, id: 'a&b', name: '<x>' })] }),
        cloud,
        alicloudRpcRequest({}, format === undefined ? {} : { format }),
      );
    expect(answer().headers['content-type']).toContain('xml');
    expect(answer('XML').body).toContain('<Images><Image><ImageId>a&amp;b</ImageId>');
    expect(answer('XML').body).toContain('<ImageName>&lt;x&gt;</ImageName><ImageFamily/>');
    expect(answer('json').headers['content-type']).toContain('json');
    const refused = handle(fixedWorld(), cloud, alicloudRpcRequest({ Status: 'Ready' }));
    expect(refused.body).toMatch(
      /<Error><RequestId>.*<Code>InvalidStatus.ValueNotSupported<\/Code>/,
    );
  });
});
