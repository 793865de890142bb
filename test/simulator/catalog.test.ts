import {
  CLOUDS,
  createWorld,
  defaultCatalog,
  generateImages,
  handle,
  MAIN_REGION,
  VOCABULARY,
  type CatalogImage,
  type CloudId,
} from '@cloudimages/simulator';
import fc from 'fast-check';
import { image, listed, readListing } from './answers';
import {
  alicloudRequest,
  fixedWorld,
  pageRequest,
  SIGNED_CLOUDS,
  type SignedCloud,
} from './requests';

describe.each([...SIGNED_CLOUDS])('%s in the default catalog', (cloud) => {
  const images = defaultCatalog().filter((candidate) => candidate.cloud === cloud);
  const having = (keep: (image: CatalogImage) => boolean) => images.filter(keep);
  const isNotUsable = ({ state }: CatalogImage) =>
    state !== undefined && state !== VOCABULARY[cloud].states.usable;

  it('has at least 60 public images, each with an id of its own', () => {
    expect(having(({ owner }) => owner === 'public').length).toBeGreaterThanOrEqual(60);
    expect(new Set(images.map(({ id }) => id)).size).toBe(images.length);
  });

  it('has every kind of image there', () => {
    expect(new Set(images.map(({ osType }) => osType))).toEqual(
      new Set(['linux', 'windows', 'bsd']),
    );
    expect(having(({ owner }) => owner === 'self').length).toBeGreaterThan(3);
    expect(having(({ owner }) => owner === 'marketplace').length).toBeGreaterThan(0);
    expect(having(isNotUsable).length).toBeGreaterThan(1);
    expect(having(({ name }) => /2012 ?R2/i.test(name)).length).toBeGreaterThan(1);
  });

  it('has versions that compare wrongly as text', () => {
    const text = images.map(({ osName }) => osName).join('\n');
    expect(text).toMatch(/(\D|^)(6|8|9)\.9(\D|$)/m);
    expect(text).toMatch(/(\D|^)(6|8|12)\.10(\D|$)/m);
  });

  it('has a region that lags behind by a build', () => {
    const publicIn = (region: string) =>
      having(({ owner, regions }) => owner === 'public' && regions.includes(region)).length;
    expect(publicIn(VOCABULARY[cloud].laggingRegion ?? '')).toBeLessThan(
      publicIn(MAIN_REGION[cloud]),
    );
  });

  it('has a stranger’s image that looks like the newest one', () => {
    const strangers = having(({ owner }) => owner !== 'public' && owner !== 'self');
    const isLike = (stranger: CatalogImage) =>
      images.some(
        ({ owner, platform, osName }) =>
          owner === 'public' && platform === stranger.platform && osName === stranger.osName,
      );
    const lookalikes = strangers.filter(
      (stranger) => /ubuntu/i.test(stranger.name) && isLike(stranger),
    );
    expect(lookalikes.length).toBeGreaterThan(1);
  });
});

it('gives every Alibaba image a time within two weeks of the build in its id', () => {
  const days = defaultCatalog()
    .filter(({ cloud, owner }) => cloud === 'alicloud' && owner === 'public')
    .map(({ id, createdAt = '' }) => {
      const [, y, m, d] = /(\d{4})(\d\d)(\d\d)\.vhd$/.exec(id) ?? [];
      return (Date.parse(createdAt) - Date.parse(`${y}-${m}-${d}`)) / 86_400_000;
    });
  expect(Math.min(...days)).toBeGreaterThan(5);
  expect(Math.max(...days)).toBeLessThan(15);
});

it('gives no public image of Tencent or Zenlayer a time', () => {
  const timed = defaultCatalog().filter(
    ({ cloud, owner, createdAt }) =>
      ['tencentcloud', 'qcloud', 'zenlayercloud'].includes(cloud) &&
      owner === 'public' &&
      createdAt !== undefined,
  );
  expect(timed).toEqual([]);
});

/** What a public image of the default catalog is called, by cloud and region. */
function publicNames(cloud: CloudId, region: string): readonly string[] {
  return defaultCatalog()
    .filter((it) => it.cloud === cloud && it.owner === 'public' && it.regions.includes(region))
    .map(({ name }) => name);
}

it.each<[CloudId, string, readonly string[]]>([
  [
    'alicloud',
    'cn-hangzhou',
    [
      'wincore_2022_x64_dtc_en-us_40G_alibase_20241018.vhd',
      'win2022_21H2_x64_dtc_en-us_40G_alibase_20241018.vhd',
      'win2022_21H2_x64_dtc_zh-cn_40G_alibase_20241018.vhd',
      'win2012r2_9600_x64_dtc_en-us_40G_alibase_20240110.vhd',
      'win2012_64_stand_en_40G_alibase_20150429.vhd',
      'aliyun_3_x64_20G_container_optimized_alibase_20241226.vhd',
      'aliyun-2.1903-x64-20G-alibase-20190507.vhd',
      'rockylinux_9_1_uefi_x64_20G_alibase_20230605.vhd',
    ],
  ],
  [
    'alicloud',
    'cn-zhangjiakou',
    ['ubuntu_22_04_x64_20G_alibase_20240220.vhd', 'ubuntu_18_04_x64_20G_alibase_20240223.vhd'],
  ],
  [
    'tencentcloud',
    'ap-singapore',
    [
      'CentOS 7.9 64bit',
      'CentOS 7.9 64bit for ARM64',
      'TencentOS Server 3.1 for ARM64 (TK4)',
      'CentOS 7.4(arm64)',
      'CentOS 7.6 64bit BMS',
      'CentOS 7.6 64bit + SG1-pv1.3',
      'TencentOS Server 2.4 (TK4) HCC',
      'Windows Server 2012 R2 For Tencent',
      'Ubuntu Server 22.04 LTS 64bit UEFI',
      'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)',
    ],
  ],
  [
    'qcloud',
    'ap-guangzhou',
    ['CentOS 7.6 64bit BMS', 'CoreOS 717.3.0 64-bit', 'TencentOS Server 2.4 (TK4) HCC'],
  ],
  [
    'zenlayercloud',
    'asia-east-1a',
    [
      'Windows Server 2012 R2 Datacenter English',
      'Windows Server 2012 R2 Datacenter Chinese',
      'Ubuntu Server 22.04 LTS with GPU driver 550',
    ],
  ],
])('%s has in %s the images that are easily mistaken for each other', (cloud, region, names) => {
  expect(publicNames(cloud, region)).toEqual(expect.arrayContaining([...names]));
});

it.each<[CloudId, string, string]>([
  ['tencentcloud', 'ap-singapore', 'Ubuntu Server 24.04 LTS 64bit'],
  ['tencentcloud', 'ap-singapore', 'CentOS Stream 9 64bit'],
  ['qcloud', 'ap-guangzhou', 'CentOS 7.6 64bit GPU'],
  ['zenlayercloud', 'asia-east-1a', 'Ubuntu Server 24.04 LTS'],
])('%s has in %s several images named "%s"', (cloud, region, name) => {
  expect(publicNames(cloud, region).filter((other) => other === name).length).toBeGreaterThan(1);
});

it('lists 32-bit images minutes apart from 64-bit ones in the region of 2017', () => {
  const page = listed(alicloudRequest({ RegionId: 'cn-qingdao' }), defaultCatalog());
  expect(page).toEqual([
    'ubuntu_14_0405_32_40G_alibase_20170711.vhd',
    'ubuntu_14_0405_64_40G_alibase_20170711.vhd',
    'centos_6_08_32_40G_alibase_20170710.vhd',
    'centos_6_08_64_40G_alibase_20170710.vhd',
    'centos_7_03_64_40G_alibase_20170710.vhd',
    'debian_8_08_32_40G_alibase_20170711.vhd',
    'debian_8_08_64_40G_alibase_20170711.vhd',
    'ubuntu_16_0402_64_40G_alibase_20170711.vhd',
    'ubuntu_16_0402_32_40G_alibase_20170711.vhd',
    'win2008r2_64_ent_sp1_en-us_40G_alibase_20170622.vhd',
  ]);
});

it.each<[SignedCloud, string]>([
  ['alicloud', 'cn-huhehaote'],
  ['tencentcloud', 'ap-chengdu'],
])('%s reports null architectures in %s', (cloud, region) => {
  const { body } = handle(fixedWorld(), cloud, pageRequest(cloud, 1, 100, { region }));
  const { rows } = readListing(cloud, body);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.map((row) => row['Architecture'])).toEqual(rows.map(() => null));
});

describe('generateImages', () => {
  it.each([...CLOUDS])('makes as many as asked for %s, the same for the same seed', (cloud) => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer(), (count, seed) => {
        const images = generateImages({ cloud, count, seed });
        expect(images).toHaveLength(count);
        expect(new Set(images.map(({ id }) => id)).size).toBe(count);
        expect(generateImages({ cloud, count, seed })).toEqual(images);
      }),
      { numRuns: 20 },
    );
  });

  it('makes others for another seed, and puts them where asked', () => {
    const first = generateImages({ cloud: 'alicloud', count: 20, regions: ['us-west-1'] });
    const second = generateImages({ cloud: 'alicloud', count: 20, seed: 2 });
    expect(first.map(({ id }) => id)).not.toEqual(second.map(({ id }) => id));
    expect(first[0]?.regions).toEqual(['us-west-1']);
    expect(second[0]?.regions).toEqual([MAIN_REGION.alicloud]);
  });
});

describe('a world', () => {
  const cloud = 'alicloud';
  const region = MAIN_REGION.alicloud;

  it('does not change the catalog it was made from, nor another world', () => {
    const before = JSON.stringify(defaultCatalog().filter((i) => i.cloud === cloud));
    const world = createWorld();
    const other = createWorld();
    const id = world.images(cloud, region)[0]?.id ?? '';
    world.removeImage(cloud, id);
    expect(world.images(cloud, region).map((i) => i.id)).not.toContain(id);
    expect(other.images(cloud, region)[0]?.id).toBe(id);
    world.reset();
    expect(JSON.stringify(world.catalog(cloud))).toBe(before);
  });

  it('refuses ids that it does not have, and ids that it already has', () => {
    const world = createWorld({ images: [image({ cloud, id: 'a' })] });
    expect(() => world.removeImage(cloud, 'b')).toThrow('alicloud has no image b');
    expect(() => world.updateImage(cloud, 'b', {})).toThrow('alicloud has no image b');
    expect(() => world.addImage(image({ cloud, id: 'a' }))).toThrow('already has an image a');
    expect(() => world.setFaults([{ kind: 'gremlin' } as never])).toThrow('no such fault: gremlin');
  });

  it('counts request ids the same in every world', () => {
    const first = createWorld().nextRequestId();
    expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(createWorld().nextRequestId()).toBe(first);
  });
});
