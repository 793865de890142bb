import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import {
  conditionsOf,
  matches,
  type Condition,
  type Verdict,
} from '../../provider/image/conditions';
import { cloudTables } from '../../provider/look-up/cloud-tables';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { anImage } from './an-image';

const NOW = Date.parse('2024-04-01T00:00:00Z');
const TABLES = cloudTables({ canonical: { alicloud: ['1234567890123456'] } });

function conditions(query: ImageAlternative): readonly Condition[] {
  return criteriaOf(query, TABLES).flatMap((criteria) => conditionsOf(criteria, NOW));
}

/** The condition of a field, alone. */
function condition(query: ImageAlternative, field: string): Condition {
  const found = conditions(query).find((one) => one.field === field);
  if (found === undefined) throw new Error(`there is no condition on ${field}`);
  return found;
}

type Change = Parameters<typeof anImage>[0];

const VERDICTS: readonly (readonly [string, ImageAlternative, Change, Verdict])[] = [
  ['owners', {}, { owner: 'public' }, 'pass'],
  ['owners', {}, { owner: 'self' }, 'pass'],
  ['owners', {}, { owner: 'shared' }, 'fail'],
  ['owners', {}, { owner: 'community' }, 'fail'],
  ['owners', {}, { owner: 'marketplace' }, 'fail'],
  ['owners', {}, { owner: undefined }, 'unknown'],
  ['owners', { owners: ['4711'] }, { owner: 'shared', ownerId: '4711' }, 'pass'],
  ['owners', { owners: ['4711'] }, { owner: 'community', ownerId: '4711' }, 'pass'],
  ['owners', { owners: ['4711'] }, { owner: 'self', ownerId: '4711' }, 'pass'],
  // What an account sells is another matter.
  ['owners', { owners: ['4711'] }, { owner: 'marketplace', ownerId: '4711' }, 'fail'],
  ['owners', { owners: ['4711'] }, { owner: 'shared', ownerId: '4712' }, 'fail'],
  ['owners', { owners: ['4711'] }, { owner: 'public' }, 'fail'],
  ['owners', { owners: ['canonical'] }, { owner: 'shared', ownerId: '1234567890123456' }, 'pass'],
  [
    'owners',
    { owners: ['canonical'] },
    { cloud: 'tencentcloud', owner: 'shared', ownerId: '1234567890123456' },
    'fail',
  ],
  ['status', {}, { status: 'available' }, 'pass'],
  ['status', {}, { status: 'pending' }, 'fail'],
  ['status', {}, { status: undefined }, 'unknown'],
  ['status', { status: 'failed' }, { status: 'failed' }, 'pass'],
  ['status', { status: 'any' }, { status: undefined }, 'pass'],
  ['includeDeprecated', {}, { deprecated: true }, 'fail'],
  ['includeDeprecated', {}, { deprecated: false }, 'pass'],
  ['includeDeprecated', {}, { deprecated: undefined }, 'pass'],
  ['includeDeprecated', { includeDeprecated: true }, { deprecated: true }, 'pass'],
  ['imageIds', { imageIds: ['a', 'b'] }, { id: 'b' }, 'pass'],
  ['imageIds', { imageIds: ['a', 'b'] }, { id: 'B' }, 'fail'],
  ['osType', { osType: 'linux' }, { osType: 'linux' }, 'pass'],
  ['osType', { osType: 'linux' }, { osType: 'windows' }, 'fail'],
  ['osType', { osType: 'linux' }, { osType: undefined }, 'unknown'],
  ['distro', { distro: 'ubuntu' }, { distro: 'ubuntu' }, 'pass'],
  ['distro', { distro: 'ubuntu' }, { distro: 'debian' }, 'fail'],
  ['distro', { distro: 'ubuntu' }, { distro: undefined }, 'unknown'],
  ['osVersion', { osVersion: '7' }, { osVersion: '7.9' }, 'pass'],
  ['osVersion', { osVersion: '7' }, { osVersion: '70' }, 'fail'],
  ['osVersion', { osVersion: '>=20.04 <24.04' }, { osVersion: '22.04' }, 'pass'],
  ['osVersion', { osVersion: '>=20.04 <24.04' }, { osVersion: '24.04' }, 'fail'],
  ['osVersion', { osVersion: '7' }, { osVersion: undefined }, 'unknown'],
  ['architecture', { architecture: 'arm64' }, { architecture: 'arm64' }, 'pass'],
  ['architecture', { architecture: 'arm64' }, { architecture: 'x86_64' }, 'fail'],
  ['architecture', { architecture: 'arm64' }, { architecture: undefined }, 'unknown'],
  ['family', { family: 'golden' }, { family: 'golden' }, 'pass'],
  ['family', { family: 'golden' }, { family: 'golden-web' }, 'fail'],
  ['family', { family: 'golden' }, { family: undefined }, 'unknown'],
  ['tags', { tags: { env: 'a' } }, { tags: { env: 'a', team: 'b' } }, 'pass'],
  ['tags', { tags: { env: 'a' } }, { tags: { env: 'A' } }, 'fail'],
  ['tags', { tags: { env: '' } }, { tags: {} }, 'fail'],
  ['tags', { tags: { toString: 'a' } }, { tags: undefined }, 'fail'],
  ['cloudInit', { cloudInit: true }, { cloudInit: true }, 'pass'],
  ['cloudInit', { cloudInit: false }, { cloudInit: false }, 'pass'],
  ['cloudInit', { cloudInit: false }, { cloudInit: true }, 'fail'],
  ['cloudInit', { cloudInit: false }, { cloudInit: undefined }, 'unknown'],
  ['name', { name: 'Ubuntu' }, { name: 'Ubuntu' }, 'pass'],
  ['name', { name: 'Ubuntu' }, { name: 'ubuntu' }, 'fail'],
  ['name', { name: 'Ubuntu' }, { name: '' }, 'fail'],
  ['nameRegex', { nameRegex: '^U.*u$' }, { name: 'Ubuntu' }, 'pass'],
  ['nameRegex', { nameRegex: '^U.*u$' }, { name: 'Ubuntu 22' }, 'fail'],
  ['createdAfter', { createdAfter: '2024-03-22T10:00:00Z' }, {}, 'pass'],
  ['createdAfter', { createdAfter: '2024-03-22T10:00:01Z' }, {}, 'fail'],
  ['createdBefore', { createdBefore: '2024-03-22T10:00:01Z' }, {}, 'pass'],
  ['createdBefore', { createdBefore: '2024-03-22T10:00:00Z' }, {}, 'fail'],
  ['createdBefore', { createdBefore: '2024-03-22T18:00:01+08:00' }, {}, 'pass'],
  ['createdAfter', { createdAfter: '2024-03-22T00:00:00Z' }, withoutTime('2024-03-22'), 'pass'],
  ['createdAfter', { createdAfter: '2024-03-22T00:00:01Z' }, withoutTime('2024-03-22'), 'fail'],
  ['createdAfter', { createdAfter: '2024-03-22T00:00:00Z' }, withoutTime(), 'unknown'],
  ['minAge', { minAge: '14d' }, withoutTime('2024-03-18'), 'pass'],
  ['minAge', { minAge: '14d' }, withoutTime('2024-03-19'), 'fail'],
  ['minAge', { minAge: '0d' }, withoutTime(), 'unknown'],
  ['variants', { distro: 'ubuntu' }, { variant: 'base' }, 'pass'],
  ['variants', { distro: 'ubuntu' }, { variant: 'gpu' }, 'fail'],
  ['variants', { distro: 'ubuntu' }, { variant: undefined }, 'unknown'],
  ['excludeIds', { excludeIds: ['a'] }, { id: 'a' }, 'fail'],
  ['excludeIds', { excludeIds: ['a'] }, { id: 'b' }, 'pass'],
  ['excludeNameRegex', { excludeNameRegex: 'gpu' }, { name: 'with gpu' }, 'fail'],
  ['excludeNameRegex', { excludeNameRegex: 'gpu' }, { name: '' }, 'pass'],
];

function withoutTime(buildDate?: string): Change {
  return { createdAt: undefined, buildDate };
}

describe('conditionsOf', () => {
  it.each(VERDICTS)('%s of %j on %j: %s', (field, query, change, verdict) => {
    expect(condition(query, field).test(anImage(change))).toBe(verdict);
  });

  it('holds three conditions in every query, and one for each that it names, in the order of the filter steps', () => {
    expect(conditions({}).map(({ label }) => label)).toEqual([
      'owners(public, self)',
      'status(available)',
      'includeDeprecated(false)',
    ]);
    const all = conditions({
      excludeNameRegex: 'gpu',
      excludeIds: ['c', 'd'],
      minAge: '7d',
      createdBefore: '2024-06-01T00:00:00Z',
      createdAfter: '2024-01-01T00:00:00Z',
      nameRegex: '^u',
      name: 'x',
      cloudInit: true,
      tags: { env: 'a', team: 'b' },
      family: 'golden',
      architecture: 'arm64',
      osVersion: '22.04',
      distro: 'ubuntu',
      variants: 'base',
      osType: 'linux',
      imageIds: ['a', 'b'],
      includeDeprecated: true,
      status: 'any',
      owners: ['canonical'],
    });
    expect(all.map(({ label }) => label)).toEqual([
      'owners(canonical)',
      'status(any)',
      'includeDeprecated(true)',
      'imageIds(a, b)',
      'osType(linux)',
      'distro(ubuntu)',
      'osVersion(22.04)',
      'architecture(arm64)',
      'family(golden)',
      'tags(env=a)',
      'tags(team=b)',
      'cloudInit(true)',
      'name(x)',
      'nameRegex(^u)',
      'createdAfter(2024-01-01T00:00:00Z)',
      'createdBefore(2024-06-01T00:00:00Z)',
      'minAge(7d)',
      'variants(base)',
      'excludeIds(c, d)',
      'excludeNameRegex(gpu)',
    ]);
  });

  it.each<[string, ImageAlternative, Change, string | undefined]>([
    ['owners', {}, { owner: 'public', ownerId: '1' }, 'public'],
    ['owners', {}, { owner: 'shared', ownerId: '4711' }, 'shared (account 4711)'],
    ['status', {}, { status: 'pending' }, 'pending'],
    ['owners', {}, { owner: 'shared', ownerId: undefined }, 'shared'],
    ['owners', {}, { owner: undefined, ownerId: '4711' }, undefined],
    ['includeDeprecated', {}, { deprecated: true }, 'deprecated'],
    ['includeDeprecated', {}, { deprecated: false }, undefined],
    ['architecture', { architecture: 'arm64' }, {}, 'x86_64'],
    ['architecture', { architecture: 'arm64' }, { architecture: undefined }, undefined],
    ['osVersion', { osVersion: '7' }, {}, '22.04'],
    ['tags', { tags: { env: 'a' } }, { tags: { env: 'b', team: 'c' } }, 'env=b'],
    ['tags', { tags: { env: 'a' } }, { tags: { team: 'c' } }, undefined],
    ['tags', { tags: { env: 'a' } }, { tags: undefined }, undefined],
    ['cloudInit', { cloudInit: true }, { cloudInit: false }, 'false'],
    ['minAge', { minAge: '7d' }, withoutTime('2024-03-30'), '2024-03-30'],
    ['variants', { variants: 'base' }, { variant: 'gpu' }, 'gpu'],
  ])('shows what %s of %j sees in %j', (field, query, change, seen) => {
    expect(condition(query, field).seen?.(anImage(change))).toBe(seen);
  });

  it.each<[ImageAlternative]>([
    [{ nameRegex: '(' }],
    [{ excludeNameRegex: '(?=x)' }],
    [{ osVersion: '>=' }],
    [{ createdAfter: 'lately' }],
    [{ createdBefore: '2024-02-30T00:00:00Z' }],
    [{ minAge: '7' }],
  ])('throws for a query that was not checked, rather than ignore a condition: %j', (query) => {
    const error = new TypeError('criteria were made of a query that was not checked');
    expect(() => conditions(query)).toThrow(error);
  });
});

describe('matches', () => {
  it('holds only where every condition does, and what is not known does not', () => {
    const query = conditions({ distro: 'ubuntu', cloudInit: true });
    const image: Image = anImage({ cloudInit: true });
    expect(matches(image, query)).toBe(true);
    expect(matches({ ...image, cloudInit: false }, query)).toBe(false);
    expect(matches(anImage(), query)).toBe(false);
  });
});
