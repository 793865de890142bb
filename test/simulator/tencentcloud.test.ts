import { handle } from '@cloudimages/simulator';
import { image, listed, readListing, refusal, valueAt } from './answers';
import { fixedWorld, tencentcloudRequest } from './requests';

describe('tencentcloud', () => {
  const cloud = 'tencentcloud';
  const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
  const images = [
    image({
      cloud,
      id: 'img-aaaaaaaa',
      name: 'Ubuntu Server 22.04 LTS 64bit',
      osName: 'Ubuntu Server 22.04 LTS 64bit',
    }),
    image({
      cloud,
      id: 'img-bbbbbbbb',
      name: 'CentOS 7.9',
      platform: 'CentOS Stream',
      owner: 'self',
      tags: { env: 'prod' },
    }),
    image({
      cloud,
      id: 'img-cccccccc',
      name: 'arm',
      architecture: 'arm',
      owner: 'shared',
      tags: { env: 'test', x: 'prod' },
    }),
    image({ cloud, id: 'img-dddddddd', name: 'for sale', owner: 'marketplace' }),
  ];

  it.each([
    ['ids', { ImageIds: ['img-cccccccc', 'img-aaaaaaaa'] }, ['img-aaaaaaaa', 'img-cccccccc']],
    ['the filter image-id', filter('image-id', 'img-bbbbbbbb'), ['img-bbbbbbbb']],
    ['part of a name', filter('image-name', 'Server 22'), ['img-aaaaaaaa']],
    ['part of a platform', filter('platform', 'CentOS'), ['img-bbbbbbbb']],
    ['a tag key', filter('tag-key', 'x'), ['img-cccccccc']],
    ['a tag value', filter('tag-value', 'prod'), ['img-bbbbbbbb', 'img-cccccccc']],
    ['a tag', filter('tag:env', 'prod'), ['img-bbbbbbbb']],
    ['alternatives', filter('tag:env', 'prod', 'test'), ['img-bbbbbbbb', 'img-cccccccc']],
    ['a type', filter('image-type', 'SHARED_IMAGE'), ['img-cccccccc']],
    ['the marketplace', filter('image-type', 'MARKET_IMAGE'), ['img-dddddddd']],
    [
      'two filters together',
      {
        Filters: [
          { Name: 'tag-key', Values: ['env'] },
          { Name: 'image-name', Values: ['arm'] },
        ],
      },
      ['img-cccccccc'],
    ],
    ['an Arm instance type', { InstanceType: 'SR1.MEDIUM2' }, ['img-cccccccc']],
    ['another instance type', { InstanceType: 'SA5.MEDIUM2' }, ['img-aaaaaaaa', 'img-bbbbbbbb']],
  ])('narrows by %s', (_, body, ids) => {
    expect(listed(tencentcloudRequest(body), images)).toEqual(ids);
  });

  it.each([
    [
      'ids and filters',
      { ImageIds: ['img-aaaaaaaa'], ...filter('image-id', 'x') },
      'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
    ],
    ['a malformed id', { ImageIds: ['ami-1'] }, 'InvalidImageId.Malformed'],
    ['an unknown filter', filter('architecture', 'arm'), 'InvalidFilter'],
    [
      'an unknown type',
      filter('image-type', 'MY_IMAGE'),
      'InvalidParameterValue.InvalidParameterValueLimit',
    ],
    ['six values', filter('image-name', ...'abcdef'), 'InvalidFilterValue.LimitExceeded'],
    [
      'eleven filters',
      { Filters: Array.from({ length: 11 }, () => ({ Name: 'platform', Values: ['x'] })) },
      'InvalidParameterValue.LimitExceeded',
    ],
    ['an unknown parameter', { PageSize: 10 }, 'UnknownParameter'],
    [
      'an unknown part of a filter',
      { Filters: [{ Name: 'platform', Values: ['x'], Key: 'x' }] },
      'UnknownParameter',
    ],
    ['a filter without values', { Filters: [{ Name: 'platform' }] }, 'MissingParameter'],
    ['a number as text', { Limit: '10' }, 'InvalidParameter'],
    ['ids that are no list', { ImageIds: 'img-aaaaaaaa' }, 'InvalidParameter'],
    ['a negative offset', { Offset: -1 }, 'InvalidParameterValue'],
    ['a malformed instance type', { InstanceType: 'large' }, 'InvalidInstanceType.Malformed'],
    [
      'an unknown instance type',
      { InstanceType: 'ZZ9.PLURAL' },
      'InvalidParameterValue.InstanceTypeNotFound',
    ],
    ['a body that is no object', '[]', 'InvalidParameter'],
  ])('refuses %s', (_, body, code) => {
    expect(refusal(cloud, tencentcloudRequest(body))).toEqual({ status: 200, code });
  });

  it('refuses unknown actions and versions, and wants a region', () => {
    expect(refusal(cloud, tencentcloudRequest({}, { action: 'DescribeImage' })).code).toBe(
      'InvalidAction',
    );
    expect(refusal(cloud, tencentcloudRequest({}, { version: '2017-03-13' })).code).toBe(
      'NoSuchVersion',
    );
    expect(refusal(cloud, tencentcloudRequest({}, { region: '' })).code).toBe('MissingParameter');
  });

  it('speaks Chinese unless asked for English, and filters by what it says', () => {
    const chinese = { headers: { 'x-tc-language': 'zh-CN' } };
    const names = (options: object): unknown =>
      readListing(
        cloud,
        handle(fixedWorld({ images }), cloud, tencentcloudRequest({ Limit: 1 }, options)).body,
      ).rows[0]?.['ImageName'];
    expect(names({})).toBe('Ubuntu Server 22.04 LTS 64bit');
    expect(names(chinese)).toBe('Ubuntu Server 22.04 LTS 64位');
    expect(names({ headers: { 'x-tc-language': '' } })).toBe('Ubuntu Server 22.04 LTS 64位');
    expect(listed(tencentcloudRequest(filter('image-name', '64bit'), chinese), images)).toEqual([]);
  });

  it('answers the newest usable image of a family, or null', () => {
    const family = (ImageFamily: string) => {
      const request = tencentcloudRequest({ ImageFamily }, { action: 'DescribeImageFromFamily' });
      return valueAt(JSON.parse(handle(fixedWorld(), cloud, request).body), 'Response', 'Image');
    };
    expect(valueAt(family('golden-ubuntu'), 'ImageName')).toBe('golden-ubuntu-22.04-2024-08-01');
    expect(family('no-such-family')).toBeNull();
  });

  it('lists its regions', () => {
    const { body } = handle(
      fixedWorld(),
      cloud,
      tencentcloudRequest({}, { action: 'DescribeRegions' }),
    );
    const { Response } = JSON.parse(body);
    expect(Response.TotalCount).toBe(Response.RegionSet.length);
    expect(Response.RegionSet).toContainEqual({
      Region: 'eu-frankfurt',
      RegionName: 'eu-frankfurt',
      RegionState: 'AVAILABLE',
    });
  });
});
