import fc from 'fast-check';
import { fillDefaults } from '../../provider/image/plain-query';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { anyConditions } from './arbitraries';

// Which defaults hold for which kind of query, and what the user is told about them.

type Kind = 'plain' | 'plain, any variant' | 'known images' | 'ids';

const VALUES: Readonly<Record<Kind, object>> = {
  plain: { owners: ['public'], includeDeprecated: false, variants: 'base', order: 'version' },
  'plain, any variant': {
    owners: ['public'],
    includeDeprecated: false,
    variants: 'any',
    order: 'version',
  },
  'known images': {
    owners: ['public', 'self'],
    includeDeprecated: false,
    variants: 'any',
    order: 'recent',
  },
  ids: { owners: undefined, includeDeprecated: true, variants: 'any', order: 'recent' },
};

const QUERIES: readonly (readonly [ImageAlternative, Kind])[] = [
  [{ distro: 'ubuntu' }, 'plain'],
  [{ osVersion: '22.04' }, 'plain'],
  [{ distro: 'ubuntu', osVersion: '22.04', architecture: 'arm64' }, 'plain'],
  [{ distro: 'ubuntu', instanceType: 'ecs.g7.large' }, 'plain'],
  [{ distro: 'ubuntu', excludeIds: ['x'], excludeNameRegex: 'x' }, 'plain'],
  [{ distro: 'ubuntu', minAge: '7d', createdBefore: '2024-01-01T00:00:00Z' }, 'plain'],
  [{ distro: 'ubuntu', native: { alicloud: { Usage: 'none' } } }, 'plain'],
  [{ distro: 'ubuntu', name: 'x' }, 'plain, any variant'],
  [{ distro: 'ubuntu', nameRegex: 'x' }, 'plain, any variant'],
  [{}, 'known images'],
  [{ osType: 'linux', architecture: 'arm64' }, 'known images'],
  [{ name: 'golden' }, 'known images'],
  [{ distro: 'ubuntu', family: 'golden' }, 'known images'],
  [{ distro: 'ubuntu', tags: { team: 'web' } }, 'known images'],
  [{ distro: 'ubuntu', native: { alicloud: { ImageName: 'x' } } }, 'known images'],
  [{ distro: 'ubuntu', native: { alicloud: { 'Tag.1.key': 'x' } } }, 'known images'],
  [{ distro: 'ubuntu', native: { tencentcloud: { 'image-name': 'x' } } }, 'known images'],
  [{ distro: 'ubuntu', native: { tencentcloud: { 'tag-key': 'x' } } }, 'known images'],
  [{ imageIds: ['x'] }, 'ids'],
  [{ imageIds: ['x'], distro: 'ubuntu', name: 'x' }, 'ids'],
];

describe('fillDefaults', () => {
  it.each(QUERIES)('%j has the defaults of a query for %s', (query, kind) => {
    expect(fillDefaults(query)).toMatchObject(VALUES[kind]);
  });

  it.each<[readonly string[], object]>([
    [['public'], { variants: 'base', order: 'version' }],
    [['self', 'public'], { variants: 'base', order: 'version' }],
    [['self'], { variants: 'any', order: 'recent' }],
    [['marketplace'], { variants: 'any', order: 'recent' }],
    [['1234567890123456'], { variants: 'any', order: 'recent' }],
  ])(
    'a query with distro and owners %j keeps its owners and has the defaults %j',
    (owners, rest) => {
      expect(fillDefaults({ distro: 'ubuntu', owners })).toMatchObject({ owners, ...rest });
    },
  );

  it('says of each default why it holds, and of a given value nothing', () => {
    const plain = 'the query names distro and osVersion, so it asks for the plain OS image';
    const query = { distro: 'ubuntu', osVersion: '22.04' } as const;
    expect(fillDefaults(query).applied).toEqual([
      { field: 'owners', value: 'public', reason: plain },
      { field: 'variants', value: 'base', reason: plain },
      { field: 'order', value: 'version', reason: plain },
    ]);
    expect(fillDefaults({ ...query, owners: ['public'], order: 'recent' }).applied).toEqual([
      { field: 'variants', value: 'base', reason: plain },
    ]);
    expect(fillDefaults({ ...query, name: 'x' }).applied).toContainEqual({
      field: 'variants',
      value: 'any',
      reason: 'the condition on the name says which variant is meant',
    });
    expect(fillDefaults({ imageIds: ['x'] }).applied).toContainEqual({
      field: 'includeDeprecated',
      value: 'true',
      reason: 'the query names its images by id',
    });
    const reasonOf = (conditions: ImageAlternative) => fillDefaults(conditions).applied[0]?.reason;
    expect(reasonOf({})).toBe('the query names neither distro nor osVersion');
    expect(reasonOf({ ...query, tags: { a: 'b' } })).toBe('the query has a condition on tags');
    expect(reasonOf({ ...query, native: { alicloud: { ImageName: 'x' } } })).toBe(
      'the query has a condition on native.alicloud.ImageName',
    );
  });

  it('never has wider owners for a query with one more condition on the name', () => {
    fc.assert(
      fc.property(anyConditions, fc.constantFrom('name', 'nameRegex'), (conditions, field) => {
        const { owners } = fillDefaults(conditions);
        expect(fillDefaults({ ...conditions, [field]: 'x' }).owners).toEqual(owners);
      }),
    );
  });
});
