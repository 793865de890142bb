import { criteriaOf, targetsOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';

const DEFAULTS = {
  owners: ['public', 'self'],
  accounts: [],
  status: 'available',
  includeDeprecated: false,
  variants: 'any',
  order: 'recent',
  pick: undefined,
};

describe('criteriaOf', () => {
  it('fills in what a query leaves open: never a stranger’s, never a deprecated one', () => {
    expect(criteriaOf({ targets: ['alicloud/x'] })).toEqual([DEFAULTS]);
  });

  it('keeps what a query says', () => {
    const conditions = {
      owners: ['self', '1234567890123456'],
      status: 'any',
      includeDeprecated: true,
      variants: 'base',
      order: 'version',
      nth: 3,
      name: 'golden',
    } as const;
    expect(criteriaOf(conditions)).toEqual([{ ...conditions, accounts: [], pick: 3 }]);
  });

  it.each<[string, ImageAlternative, 'base' | 'any']>([
    ['a distribution', { distro: 'ubuntu' }, 'base'],
    ['a version', { osVersion: '22.04' }, 'base'],
    ['neither', { osType: 'linux', architecture: 'arm64' }, 'any'],
    ['a distribution and a name', { distro: 'ubuntu', name: 'x' }, 'any'],
    ['a distribution and an expression', { distro: 'ubuntu', nameRegex: 'x' }, 'any'],
    ['a version and an id', { osVersion: '22.04', imageIds: ['x'] }, 'any'],
    ['a distribution, and which not', { distro: 'ubuntu', excludeNameRegex: 'x' }, 'base'],
    ['a distribution, and variants too', { distro: 'ubuntu', variants: 'any' }, 'any'],
    ['a name, but no variants', { name: 'x', variants: 'base' }, 'base'],
  ])('asks for plain images or for variants too, by %s', (_, conditions, variants) => {
    expect(criteriaOf(conditions)[0]?.variants).toBe(variants);
  });

  it.each<[ImageAlternative, number | undefined]>([
    [{}, undefined],
    [{ mostRecent: false }, undefined],
    [{ mostRecent: true }, 1],
    [{ nth: 2 }, 2],
    [{ mostRecent: true, nth: 2 }, 2],
  ])('picks by %j: %s', (conditions, pick) => {
    expect(criteriaOf(conditions)[0]?.pick).toBe(pick);
  });

  it('lays each alternative over the conditions of the query, in order', () => {
    const criteria = criteriaOf({
      targets: ['alicloud/x'],
      sameBuild: true,
      optional: true,
      architecture: 'arm64',
      mostRecent: true,
      anyOf: [{ distro: 'rocky' }, { architecture: 'x86_64', name: 'x' }],
    });
    expect(criteria).toEqual([
      {
        ...DEFAULTS,
        architecture: 'arm64',
        mostRecent: true,
        pick: 1,
        distro: 'rocky',
        variants: 'base',
      },
      { ...DEFAULTS, architecture: 'x86_64', mostRecent: true, pick: 1, name: 'x' },
    ]);
  });

  it('knows the accounts behind the publishers that are named, and of no others', () => {
    const publishers = {
      canonical: [{ cloud: 'alicloud', id: '1234567890123456' }],
      other: [{ cloud: 'alicloud', id: '1234567890123457' }],
    };
    const [criteria] = criteriaOf({ owners: ['public', 'canonical', 'toString'] }, publishers);
    expect(criteria?.accounts).toEqual(publishers.canonical);
  });
});

describe('targetsOf', () => {
  it('reads the targets in order', () => {
    expect(targetsOf({ targets: ['qcloud/ap-guangzhou', 'alicloud/cn-hangzhou'] })).toEqual([
      { cloud: 'qcloud', region: 'ap-guangzhou' },
      { cloud: 'alicloud', region: 'cn-hangzhou' },
    ]);
    expect(targetsOf({})).toEqual([]);
  });
});
