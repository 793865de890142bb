import {
  isOfficial,
  officialAccounts,
  withOfficialAccounts,
} from '../../provider/clouds/definition/publishers';

// Whose images are public in a cloud where anyone can publish images.

const CLOUD = {
  partitionOf: (region: string) => (region.startsWith('cn-') ? 'cn' : 'main'),
  publishers: [
    { name: 'canonical', distros: ['ubuntu'], accounts: { main: ['1'], cn: ['2'] }, source: '' },
    { name: 'debian', distros: ['debian'], accounts: { main: ['3', '4'] }, source: '' },
    { name: 'cloud', distros: [], accounts: ['5'], source: '' },
  ],
} as const;

describe('officialAccounts', () => {
  it.each([
    ['eu-1', undefined, ['1', '3', '4', '5']],
    ['cn-1', undefined, ['2', '5']],
    ['eu-1', 'debian', ['3', '4']],
    ['cn-1', 'debian', []],
    ['eu-1', 'alpine', []],
  ])('has the accounts of %s for distro %s', (region, distro, accounts) => {
    expect(officialAccounts(CLOUD, region, distro)).toEqual(accounts);
  });

  it('has none in a cloud where only the cloud publishes images', () => {
    expect(officialAccounts({}, 'eu-1', 'ubuntu')).toBeUndefined();
  });
});

describe('withOfficialAccounts', () => {
  it('puts the official accounts in place of public', () => {
    const owners = ['self', 'public', '3', '99'];
    expect(withOfficialAccounts(CLOUD, 'eu-1', { owners }).owners).toEqual([
      ...['self', '1', '3', '4', '5', '99'],
    ]);
    expect(withOfficialAccounts(CLOUD, 'eu-1', { owners, distro: 'ubuntu' }).owners).toEqual([
      ...['self', '1', '3', '99'],
    ]);
  });

  it('never lists the images of all accounts', () => {
    expect(withOfficialAccounts(CLOUD, 'cn-1', {}).owners).toEqual(['2', '5', 'self']);
  });

  it('leaves a request for ids as it is', () => {
    const narrowing = { imageIds: ['a'], owners: ['public'] };
    expect(withOfficialAccounts(CLOUD, 'eu-1', narrowing)).toBe(narrowing);
  });
});

describe('isOfficial', () => {
  it.each([
    [{ region: 'eu-1', owner: 'community', ownerId: '1' }, true],
    [{ region: 'eu-1', owner: 'marketplace', ownerId: '5' }, true],
    [{ region: 'cn-1', owner: 'community', ownerId: '2' }, true],
    // The account of another partition.
    [{ region: 'cn-1', owner: 'community', ownerId: '1' }, false],
    [{ region: 'eu-1', owner: 'community', ownerId: '99' }, false],
    [{ region: 'eu-1', owner: 'community' }, false],
    // An official publisher may share a private image.
    [{ region: 'eu-1', owner: 'shared', ownerId: '1' }, false],
    [{ region: 'eu-1', owner: 'self', ownerId: '1' }, false],
  ] as const)('%j: %s', (image, official) => {
    expect(isOfficial(CLOUD, image)).toBe(official);
  });
});
