import { CLOUDS } from '../../provider/clouds/index';
import { cloudTables } from '../../provider/look-up/cloud-tables';

// Alibaba Cloud with official publishers, as clouds have them where anyone can publish images.

const HANGZHOU = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
const SINGAPORE = { cloud: 'alicloud', region: 'ap-southeast-1' } as const;
const GUANGZHOU = { cloud: 'qcloud', region: 'ap-guangzhou' } as const;
const PUBLISHERS = [
  { name: 'canonical', distros: ['ubuntu'], accounts: { cn: ['1'], intl: ['2'] }, source: '' },
  { name: 'debian', distros: ['debian'], accounts: ['3'], source: '' },
] as const;

const { alicloud } = CLOUDS;
afterEach(() => Object.assign(CLOUDS, { alicloud }));
beforeEach(() => {
  const changed = {
    ...alicloud,
    publishers: PUBLISHERS,
    partitionOf: (region: string) => (region.startsWith('cn-') ? 'cn' : 'intl'),
    instanceArchitecture: (type: string) => (type.startsWith('ecs.g8y') ? 'arm64' : undefined),
  };
  Object.assign(CLOUDS, { alicloud: changed });
});

describe('cloudTables', () => {
  it('names the configured publishers, then the official ones, each once', () => {
    const configured = { golden: { alicloud: ['9'] }, debian: { qcloud: ['8'] } };
    expect(cloudTables(configured).publishers).toEqual(
      expect.arrayContaining(['golden', 'debian', 'canonical']),
    );
    expect(cloudTables(configured).publishers.slice(0, 2)).toEqual(['golden', 'debian']);
    expect(cloudTables(configured).publishers.filter((name) => name === 'debian')).toHaveLength(1);
  });

  it('gives the accounts of an official publisher in the partition of a region', () => {
    const { accountsOf } = cloudTables({});
    expect(accountsOf('canonical', HANGZHOU)).toEqual(['1']);
    expect(accountsOf('canonical', SINGAPORE)).toEqual(['2']);
    expect(accountsOf('debian', SINGAPORE)).toEqual(['3']);
    expect(accountsOf('canonical', GUANGZHOU)).toEqual([]);
    expect(accountsOf('toString', HANGZHOU)).toEqual([]);
  });

  it('puts a configured publisher in place of the official one of its name, in every cloud', () => {
    const tables = cloudTables({ debian: { qcloud: ['8', '7'] } });
    expect(tables.accountsOf('debian', GUANGZHOU)).toEqual(['8', '7']);
    expect(tables.accountsOf('debian', HANGZHOU)).toEqual([]);
    expect(tables.isOfficial('debian')).toBe(false);
    expect(tables.isOfficial('canonical')).toBe(true);
    expect(tables.isOfficial('golden')).toBe(false);
  });

  it('gives the accounts that publish the official images of a distribution', () => {
    const { officialIn } = cloudTables({});
    expect(officialIn(HANGZHOU, undefined)).toEqual(['1', '3']);
    expect(officialIn(SINGAPORE, 'ubuntu')).toEqual(['2']);
    expect(officialIn(GUANGZHOU, 'ubuntu')).toBeUndefined();
  });

  it('gives the architecture of an instance type where the cloud has a table of them', () => {
    const { architectureOf } = cloudTables({});
    expect(architectureOf('ecs.g8y.large', HANGZHOU)).toBe('arm64');
    expect(architectureOf('ecs.g7.large', HANGZHOU)).toBeUndefined();
    expect(architectureOf('S5.MEDIUM4', GUANGZHOU)).toBeUndefined();
  });
});
