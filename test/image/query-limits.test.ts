import { BESIDE_NAME, checkQuery } from '../../provider/image/query';

const EDITIONS =
  'datacenter, standard, enterprise, essentials, foundation, web, pro, education, home';

describe('the check of an edition', () => {
  it.each(EDITIONS.split(', '))('accepts %s', (edition) => {
    expect(checkQuery({ edition })).toEqual([]);
  });

  it.each([
    ['dc', 'datacenter'],
    ['std', 'standard'],
    ['ent', 'enterprise'],
    ['Professional', 'pro'],
  ])('says that %s is %s', (edition, meant) => {
    expect(checkQuery({ edition })).toEqual([
      {
        path: ['edition'],
        message: `must be one of ${EDITIONS}, not "${edition}". Did you mean "${meant}"?`,
      },
    ]);
  });
});

describe('words of other tools', () => {
  it.each([
    ['architecture', 'arm', 'arm64'],
    ['architecture', 'aarch64', 'arm64'],
    ['architecture', 'amd64', 'x86_64'],
    ['architecture', 'x64', 'x86_64'],
    ['architecture', 'x86', 'i386'],
    ['architecture', 'i686', 'i386'],
    ['status', 'active', 'available'],
    ['status', 'normal', 'available'],
    ['status', 'ready', 'available'],
  ])('for %s: %s is %s', (field, word, meant) => {
    expect(checkQuery({ [field]: word })).toEqual([
      {
        path: [field],
        message: expect.stringMatching(`, not "${word}"\\. Did you mean "${meant}"\\?$`),
      },
    ]);
  });
});

describe('a named query', () => {
  it('takes targets and nothing else, each wrong field with its path', () => {
    const query = { query: 'golden', targets: ['alicloud/x'], osType: null, distro: undefined };
    expect(checkQuery(query)).toEqual([]);
    expect(checkQuery({ ...query, osType: 'linux', nth: 2, sameBuild: true })).toEqual([
      { path: ['osType'], message: BESIDE_NAME },
      { path: ['nth'], message: BESIDE_NAME },
      { path: ['sameBuild'], message: BESIDE_NAME },
    ]);
    expect(checkQuery({ osType: 'linux', query: null })).toEqual([]);
    // An unknown field is reported once.
    expect(checkQuery({ query: 'golden', nmae: 'x' })).toHaveLength(1);
  });
});

describe('fields that belong together', () => {
  it.each([
    [{ nth: 1, mostRecent: false }, []],
    [{ nth: 2, mostRecent: true }, []],
    [{ nth: 2, mostRecent: false }, ['nth']],
    [{ createdAfter: '2024-01-01T00:00:00Z' }, []],
    [{ createdBefore: '2024-01-01T00:00:00Z' }, []],
    [{ createdAfter: '2024-01-01T00:00:00Z', createdBefore: '2024-01-01T00:00:01Z' }, []],
    [
      { createdAfter: '2024-01-01T00:00:00Z', createdBefore: '2024-01-01T00:00:00Z' },
      ['createdBefore'],
    ],
    [{ createdAfter: 7, createdBefore: '2024-01-01T00:00:00Z' }, ['createdAfter']],
    [{ createdAfter: '2024-01-01T00:00:00Z', createdBefore: 7 }, ['createdBefore']],
  ])('of %j: problems in %j, in an alternative as well', (conditions, fields) => {
    const paths = (query: object) => checkQuery(query).map(({ path }) => path.join('.'));
    expect(paths(conditions)).toEqual(fields);
    expect(paths({ anyOf: [conditions] })).toEqual(fields.map((field) => `anyOf.0.${field}`));
  });
});
