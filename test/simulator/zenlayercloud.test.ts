import { MAIN_REGION, type Json } from '@cloudimages/simulator';
import { image, listed, refusal } from './answers';
import { zenlayercloudRequest } from './requests';

describe('zenlayercloud', () => {
  const cloud = 'zenlayercloud';
  const zoneId = MAIN_REGION.zenlayercloud;
  const images = [
    image({ cloud, id: 'a', name: 'Ubuntu Server 24.04 LTS' }),
    image({ cloud, id: 'b', name: 'shop', owner: 'marketplace', platform: 'Debian' }),
    image({
      cloud,
      id: 'c',
      name: 'mine',
      owner: 'self',
      osType: 'windows',
      tags: { env: 'prod', x: '1' },
    }),
    image({
      cloud,
      id: 'd',
      name: 'baking',
      owner: 'self',
      state: 'CREATING',
      tags: { env: 'test' },
    }),
  ];

  it.each<[string, Record<string, Json>, string[]]>([
    ['nothing', {}, ['a', 'b', 'c', 'd']],
    ['ids', { imageIds: ['d', 'a'] }, ['a', 'd']],
    ['part of a name', { imageName: 'Server 24' }, ['a']],
    ['a category', { category: 'Debian' }, ['b']],
    ['a type', { imageType: 'CUSTOM_IMAGE' }, ['c', 'd']],
    ['a source', { imageSource: 'MARKETING' }, ['b']],
    ['an OS type', { osType: 'windows' }, ['c']],
    ['any OS type', { osType: 'any' }, ['a', 'b', 'c', 'd']],
    ['a status', { imageStatus: 'CREATING' }, ['d']],
    ['a tag key that every object has', { tagKeys: ['constructor'] }, []],
    ['tag keys', { tagKeys: ['env', 'x'] }, ['c']],
    ['tags', { tags: [{ key: 'env', value: 'test' }] }, ['d']],
  ])('narrows by %s', (_, body, ids) => {
    expect(listed(zenlayercloudRequest({ zoneId, ...body }), images)).toEqual(ids);
  });

  it.each<[string, unknown, number, string]>([
    ['no zone', {}, 400, 'MISSING_PARAMETER'],
    ['an unknown zone', { zoneId: 'mars-1a' }, 404, 'INVALID_ZONE_NOT_FOUND'],
    ['an unknown parameter', { zoneId, architecture: 'arm64' }, 400, 'INVALID_PARAMETER'],
    ['an unknown status', { zoneId, imageStatus: 'READY' }, 400, 'INVALID_PARAMETER'],
    ['an unknown OS type', { zoneId, osType: 'Linux' }, 400, 'INVALID_PARAMETER'],
    [
      '21 tag keys',
      { zoneId, tagKeys: Array.from({ length: 21 }, String) },
      400,
      'INVALID_PARAMETER',
    ],
    ['a number as text', { zoneId, pageSize: '10' }, 400, 'INVALID_PARAMETER'],
    ['a tag that is none', { zoneId, tags: ['env'] }, 400, 'INVALID_PARAMETER'],
    ['a body that is no object', 'hello', 400, 'INVALID_PARAMETER'],
  ])('refuses %s', (_, body, status, code) => {
    expect(refusal(cloud, zenlayercloudRequest(body))).toEqual({ status, code });
  });

  it('refuses unknown actions, versions and services', () => {
    const body = { zoneId };
    expect(refusal(cloud, zenlayercloudRequest(body, { action: 'DescribeImage' })).status).toBe(
      404,
    );
    expect(refusal(cloud, zenlayercloudRequest(body, { version: '2024-04-01' })).code).toBe(
      'INVALID_VERSION',
    );
    expect(refusal(cloud, { ...zenlayercloudRequest(body), path: '/api/v2/vm' }).status).toBe(404);
  });
});
