import { criteriaOf, targetsOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';
import type { CloudId } from '../../provider/image/words';
import { cloudTables } from '../../provider/look-up/cloud-tables';

const REASON = 'the query names neither distro nor osVersion';
const PLAIN = 'the query names distro, so it asks for the plain OS image';
const DEFAULTS = {
  defaults: [
    { field: 'owners', value: 'public, self', reason: REASON },
    { field: 'variants', value: 'any', reason: REASON },
    { field: 'order', value: 'recent', reason: REASON },
  ],
  owners: ['public', 'self'],
  factsIn: expect.any(Function),
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
    expect(criteriaOf(conditions)).toEqual([
      { ...conditions, factsIn: expect.any(Function), pick: 3, defaults: [] },
    ]);
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
        owners: ['public'],
        variants: 'base',
        order: 'version',
        defaults: [
          { field: 'owners', value: 'public', reason: PLAIN },
          { field: 'variants', value: 'base', reason: PLAIN },
          { field: 'order', value: 'version', reason: PLAIN },
        ],
      },
      { ...DEFAULTS, architecture: 'x86_64', mostRecent: true, pick: 1, name: 'x' },
    ]);
  });

  it('knows the accounts that owners name, by their ids or by publishers', () => {
    const tables = cloudTables({
      partner: { alicloud: ['1234567890123456'] },
      other: { alicloud: ['1234567890123457'] },
    });
    const [criteria] = criteriaOf({ owners: ['public', 'partner', '99887766'] }, tables);
    const facts = (cloud: CloudId) => criteria?.factsIn({ cloud, region: 'x' });
    expect(facts('alicloud')?.accounts).toEqual(['1234567890123456', '99887766']);
    // Never an account that happens to have the publisher's name.
    expect(facts('tencentcloud')?.accounts).toEqual(['99887766']);
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

  it('leaves out what is not a target', () => {
    const targets = ['alicloud', 'alicloud/cn-hangzhou'];
    expect(targetsOf({ targets })).toEqual([{ cloud: 'alicloud', region: 'cn-hangzhou' }]);
  });
});
