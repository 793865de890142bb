import { CLOUDS } from '../../provider/clouds/index';
import type { CloudId } from '../../provider/image/words';
import type { Narrowing } from '../../provider/source/source';
import { readImages } from './read-fixture';

// What the clouds are asked for stays within what their APIs take; the rest is chosen here.

const many = (count: number, make: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, n) => make(n));

const manyTags = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(many(count, (n) => `key-${n}`).map((key) => [key, 'value']));

/** The parameters of all views, as one text. */
function asked(cloud: CloudId, narrowing: Narrowing): string {
  return JSON.stringify(CLOUDS[cloud].views(narrowing, {}));
}

describe('ids', () => {
  it.each([
    ['alicloud', ['m-1'], '"ImageId":"m-1"'],
    ['alicloud', ['m-1', 'm-2'], '"ImageId":"m-1,m-2"'],
    ['tencentcloud', ['img-487zeit5'], '{"Name":"image-id","Values":["img-487zeit5"]}'],
    ['qcloud', ['img-487zeit5'], '{"Name":"image-id","Values":["img-487zeit5"]}'],
    ['zenlayercloud', ['ubuntu2404_20240712'], '"imageIds":["ubuntu2404_20240712"]'],
  ] as const)('are asked for at %s: %j', (cloud, imageIds, parameter) => {
    expect(asked(cloud, { imageIds })).toContain(parameter);
  });

  it.each([
    ['alicloud', many(101, (n) => `m-${n}`)],
    // A missing one is an error there, which would hide the others.
    ['tencentcloud', ['img-487zeit5', 'img-487zeit6']],
    ['qcloud', ['img-487zeit5', 'img-487zeit6']],
    ['zenlayercloud', ['a', 'b']],
    // No id of Tencent's: refused as malformed.
    ['tencentcloud', ['ubuntu_22_04']],
    ['qcloud', ['ubuntu_22_04']],
  ] as const)('are not asked for at %s, which would refuse them', (cloud, imageIds) => {
    expect(asked(cloud, { imageIds })).toBe(asked(cloud, {}));
  });
});

describe('tags', () => {
  it.each([
    ['alicloud', 20, /"Tag\.20\.Key":"key-19"(?!.*Tag\.21)/],
    ['tencentcloud', 9, /"tag:key-8"(?!.*tag:key-9)/],
    ['zenlayercloud', 20, /"key-19"(?!.*key-20)/],
  ] as const)('are asked for at %s, no more than %d', (cloud, _, pattern) => {
    expect(asked(cloud, { tags: manyTags(30) })).toMatch(pattern);
  });

  it.each([
    { 'acs:rm:rgId': 'rg-1' },
    { aliyun: 'x' },
    { site: 'https://example.com' },
    { ['k'.repeat(65)]: 'v' },
    { key: 'v'.repeat(129) },
  ])('are not asked for at alicloud where it would refuse them: %j', (tags) => {
    expect(asked('alicloud', { tags })).toBe(asked('alicloud', {}));
  });
});

describe('owners', () => {
  it.each(['tencentcloud', 'qcloud'] as const)(
    'that %s has no word for are no filter without values',
    (cloud) => {
      expect(asked(cloud, { owners: ['community'] })).not.toContain('"Values":[]');
    },
  );
});

describe('tables', () => {
  it.each([
    ['alicloud', 'cn-hangzhou', ['public', 'accounts']],
    ['tencentcloud', 'ap-singapore', ['public', 'accounts']],
    ['qcloud', 'ap-guangzhou', ['gateway', 'documented']],
    ['zenlayercloud', 'asia-east-1a', ['documented', 'custom']],
  ] as const)('of %s read no field that no answer has', (cloud, region, names) => {
    const images = names.flatMap((name) => readImages(cloud, region, name).images);
    const filled = new Set(images.flatMap((image) => Object.keys(image)));
    const read = Object.entries(CLOUDS[cloud].image).filter(([, reader]) => reader !== 'not told');
    expect([...filled]).toEqual(expect.arrayContaining(read.map(([field]) => field)));
  });
});
