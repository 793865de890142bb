import { defaultCatalog, VOCABULARY, type CatalogImage } from '@cloudimages/simulator';
import { CLOUDS } from '../../provider/clouds/index';

// The catalog of the simulated EC2.

const images = defaultCatalog().filter(({ cloud }) => cloud === 'aws');
const inMain = images.filter(({ regions }) => regions.includes(VOCABULARY.aws.mainRegion));
const having = (keep: (image: CatalogImage) => boolean) => inMain.filter(keep);

describe('the catalog of aws', () => {
  it('has at least 60 public images in a region, each with an id of its own', () => {
    expect(having(({ owner }) => owner === 'public').length).toBeGreaterThanOrEqual(60);
    expect(new Set(images.map(({ id }) => id)).size).toBe(images.length);
    for (const { id } of images) expect(id).toMatch(/^ami-[0-9a-f]{17}$/);
  });

  it('has another id in each region for images of the same name', () => {
    const ids = images.filter(({ name }) => name === 'debian-12-amd64-20250210-2019');
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  it('has images of every owner, system and state', () => {
    const { owners, states } = VOCABULARY.aws;
    expect(new Set(having(() => true).map(({ owner }) => owner))).toEqual(new Set(owners));
    expect(new Set(having(() => true).map(({ osType }) => osType))).toEqual(
      new Set(['linux', 'windows', 'bsd']),
    );
    const seen = having(({ state }) => state !== undefined).map(({ state }) => state);
    expect(seen).toEqual(expect.arrayContaining([...states.pending, 'failed', 'disabled']));
  });

  it.each([
    'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-20250305',
    'ubuntu-pro-server/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-pro-server-20250310',
    'ubuntu/images-testing/hvm-ssd-gp3/ubuntu-noble-daily-amd64-server-20250310',
    'ubuntu/images/hvm-ssd/ubuntu-trusty-14.04-i386-server-20190514',
    'debian-12-backports-amd64-20250316-2053',
    'Rocky-9-EC2-LVM-9.5-20241118.0.x86_64',
    'Rocky-8-EC2-Base-8.9-20231119.0.x86_64',
    'Windows_Server-2022-English-Core-Base-2025.03.12',
    'Windows_Server-2022-English-Full-SQL_2022_Standard-2025.03.12',
    'amzn-ec2-macos-14.7.4-20250303-120000-arm64',
  ])('has %s, which is easily mistaken for another image', (name) => {
    expect(inMain.map((image) => image.name)).toContain(name);
  });

  it('has images of the publishers that the product knows, and more of strangers', () => {
    const accounts = CLOUDS.aws.publishers?.map(({ name }) => name) ?? [];
    expect(accounts).toEqual(expect.arrayContaining(['amazon', 'canonical', 'debian', 'rocky']));
    const lookalikes = having(
      ({ owner, createdAt = '' }) => owner === 'community' && createdAt >= '2025-06',
    );
    expect(lookalikes.length).toBeGreaterThan(5);
  });
});
