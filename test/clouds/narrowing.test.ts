import { nativeProblems } from '../../provider/clouds/definition/check-for-cloud';
import { CLOUDS } from '../../provider/clouds/index';
import type { CloudId } from '../../provider/image/words';
import type { Narrowing } from '../../provider/source/source';
import { readImages } from './read-fixture';

// Requests stay within what the APIs take; the other conditions are applied here.

const many = (count: number, make: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, n) => make(n));

const manyTags = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(many(count, (n) => `key-${n}`).map((key) => [key, 'value']));

const manyKeys = (count: number): string => many(count, (n) => `key-${n}`).join(',');

/** The parameters of all lists, as one string. */
function requested(cloud: CloudId, narrowing: Narrowing): string {
  return JSON.stringify(CLOUDS[cloud].listRequests(narrowing, {}));
}

describe('tags', () => {
  it.each([
    ['alicloud', 20, /"Tag\.20\.Key":"key-19"(?!.*Tag\.21)/],
    ['tencentcloud', 9, /"tag:key-8"(?!.*tag:key-9)/],
    ['zenlayercloud', 20, /"key-19"(?!.*key-20)/],
  ] as const)('are sent to %s, no more than %d', (cloud, _, pattern) => {
    expect(requested(cloud, { tags: manyTags(30) })).toMatch(pattern);
  });

  it.each([
    { 'acs:rm:rgId': 'rg-1' },
    { aliyun: 'x' },
    { site: 'https://example.com' },
    { ['k'.repeat(65)]: 'v' },
    { key: 'v'.repeat(129) },
  ])('are not sent to alicloud where it would refuse them: %j', (tags) => {
    expect(requested('alicloud', { tags })).toBe(requested('alicloud', {}));
  });
});

describe('owners', () => {
  it.each(['tencentcloud', 'qcloud'] as const)(
    'without a word at %s are not sent as a filter without values',
    (cloud) => {
      expect(requested(cloud, { owners: ['community'] })).not.toContain('"Values":[]');
    },
  );
});

describe('native parameters', () => {
  it.each([
    ['tencentcloud', { platform: 'a,b,c,d,e,f' }, 'There are 6 values, and the API takes 5.'],
    ['tencentcloud', { platform: 'a,,b' }, 'The list has an empty value.'],
    ['zenlayercloud', { tagKeys: manyKeys(21) }, 'There are 21 values, and the API takes 20.'],
    ['alicloud', { 'Filter.N.Key': 'a', 'Filter.N.Value': 'b' }, 'Write a number from 1'],
    ['alicloud', { 'Filter.0.Key': 'a', 'Filter.0.Value': 'b' }, 'Write a number from 1'],
    ['alicloud', { 'Filter.01.Key': 'a', 'Filter.01.Value': 'b' }, 'Write a number from 1'],
    ['alicloud', { 'Filter.2.Key': 'a' }, 'Filter.2.Key needs Filter.2.Value beside it.'],
    ['alicloud', { 'Filter.2.Value': 'a', 'Filter.1.Key': 'a' }, 'needs'],
    ['alicloud', { 'Tag.1.key': 'env' }, 'Use the query’s tags'],
    [
      'alicloud',
      { ImageOwnerId: '1234567890123456' },
      'Set `owners` to ["shared"] or ["community"]',
    ],
    ['alicloud', { Usable: 'yes' }, '"yes" must be true or false.'],
  ] as const)('of %s are refused before they are sent: %j', (cloud, native, message) => {
    const [problem] = nativeProblems(CLOUDS[cloud], { native: { [cloud]: native } });
    expect(problem?.message).toContain(message);
    expect(problem?.path).toEqual(['native', cloud, Object.keys(native)[0]]);
  });

  it.each([
    ['tencentcloud', { platform: 'a,b,c,d,e' }, undefined],
    ['zenlayercloud', { tagKeys: manyKeys(20) }, undefined],
    ['alicloud', { 'Filter.2.Key': 'a', 'Filter.2.Value': 'b' }, undefined],
    ['alicloud', { ImageOwnerId: '1234567890123456' }, ['shared', 'community']],
    ['alicloud', { Usable: 'true' }, undefined],
    ['alicloud', { Usable: 'false' }, undefined],
  ] as const)('of %s are taken within the limits: %j', (cloud, native, owners) => {
    expect(
      nativeProblems(CLOUDS[cloud], { native: { [cloud]: native }, ...(owners && { owners }) }),
    ).toEqual([]);
  });
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
    const read = Object.entries(CLOUDS[cloud].image).filter(
      ([, reader]) => reader !== 'not reported',
    );
    expect([...filled]).toEqual(expect.arrayContaining(read.map(([field]) => field)));
  });
});
