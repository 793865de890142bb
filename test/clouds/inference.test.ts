import type { CloudId } from '@cloudimages/simulator';
import { contradictions } from '../../provider/look-up/contradiction-warnings';
import { readImage } from '../../provider/clouds/definition/read-image';
import { CLOUDS } from '../../provider/clouds/index';

function read(cloud: CloudId, raw: Readonly<Record<string, unknown>>) {
  const problems: string[] = [];
  const target = { cloud, region: 'any-region' };
  const image = readImage(CLOUDS[cloud], target, raw, (text) => problems.push(text), { nowMs: 0 });
  return { image, problems, contradicting: contradictions(image) };
}

const ALI = { ImageId: 'ubuntu_22_04_arm64_20G_alibase_20240322.vhd', ImageOwnerAlias: 'system' };
const TENCENT = { ImageId: 'img-487zeit5', ImageType: 'PUBLIC_IMAGE' };

describe('what an API leaves open', () => {
  it.each([
    ['alicloud', { ...ALI, Architecture: null, OSType: null }],
    [
      'tencentcloud',
      { ...TENCENT, ImageName: 'Ubuntu Server 22.04 LTS for ARM64', Architecture: null },
    ],
    ['qcloud', { ...TENCENT, ImageName: 'Ubuntu Server 22.04 LTS for ARM64' }],
  ] as const)('is read from the names at %s, and listed as inferred', (cloud, raw) => {
    const { image, contradicting } = read(cloud, raw);
    expect(image).toMatchObject({
      architecture: 'arm64',
      osType: 'linux',
      distro: 'ubuntu',
      osVersion: '22.04',
      variant: 'base',
    });
    expect(image.inferred).toEqual(
      expect.arrayContaining(['architecture', 'distro', 'osType', 'osVersion', 'variant']),
    );
    expect(contradicting).toEqual([]);
  });

  it('is x86_64 at zenlayercloud unless the name says otherwise', () => {
    expect(read('zenlayercloud', { imageId: 'a', imageName: 'Debian 12' }).image).toMatchObject({
      architecture: 'x86_64',
      inferred: expect.arrayContaining(['architecture']),
    });
    expect(
      read('zenlayercloud', { imageId: 'a', imageName: 'Debian 12 arm64' }).image,
    ).toMatchObject({ architecture: 'arm64' });
  });

  it('is the login user of public images only', () => {
    const raw = { ...ALI, OSNameEn: 'Ubuntu 22.04 64 bit' };
    const { image } = read('alicloud', raw);
    expect(image).toMatchObject({ loginUser: 'root' });
    expect(image.inferred).toContain('loginUser');
    for (const ImageOwnerAlias of ['self', 'others', 'marketplace']) {
      expect(read('alicloud', { ...raw, ImageOwnerAlias }).image).not.toHaveProperty('loginUser');
    }
  });

  it('is not guessed where the API has a word that is not known', () => {
    const { image, problems } = read('alicloud', { ...ALI, Architecture: 'riscv64' });
    expect(image).not.toHaveProperty('architecture');
    expect(problems).toEqual(['Architecture: unknown word "riscv64"']);
  });
});

describe('what an API reports', () => {
  it('wins over the name, and the contradiction is found', () => {
    const { image, contradicting } = read('alicloud', {
      ...ALI,
      Architecture: 'x86_64',
      OSType: 'windows',
    });
    expect(image).toMatchObject({ architecture: 'x86_64', osType: 'windows' });
    expect(contradicting).toEqual([
      { field: 'osType', reported: 'windows', named: 'linux' },
      { field: 'architecture', reported: 'x86_64', named: 'arm64' },
    ]);
  });

  it('of the legacy API of Tencent loses to the name, since it is known to be wrong', () => {
    const { image, contradicting } = read('qcloud', {
      ...TENCENT,
      ImageName: 'CentOS 6.6 32位',
      ImageOsName: 'centos6.6x86_32',
      Architecture: 'x86_64',
    });
    expect(image).toMatchObject({ architecture: 'i386' });
    expect(image.inferred).toContain('architecture');
    expect(contradicting).toEqual([]);
  });

  it.each([
    ['BIOS', 'bios'],
    ['UEFI', 'uefi'],
    ['UEFI-Preferred', 'uefi-preferred'],
  ])('is the boot mode at alicloud: %s', (BootMode, bootMode) => {
    const { image } = read('alicloud', { ...ALI, BootMode });
    expect(image).toMatchObject({ bootMode });
    expect(image.inferred).not.toContain('bootMode');
  });

  it.each([
    ['alicloud', { ...ALI, DiskDeviceMappings: { DiskDeviceMapping: [{ Size: '20' }] } }],
    ['tencentcloud', { ...TENCENT, SnapshotSet: [{ DiskSize: 20 }] }],
  ] as const)('has no usage of a disk where %s reports none', (cloud, raw) => {
    expect(read(cloud, raw).image.disks).toEqual([{ sizeGiB: 20 }]);
  });

  it.each([
    ['Windows', 'windows'],
    ['FreeBSD', 'bsd'],
    ['OtherLinux', 'linux'],
  ])('is the platform at tencentcloud, from which the OS type follows: %s', (Platform, osType) => {
    const { image } = read('tencentcloud', { ...TENCENT, ImageName: 'golden', Platform });
    expect(image).toMatchObject({ osType });
    expect(image.inferred).toContain('osType');
  });

  it('is no OS type at tencentcloud without a platform and a name that tells', () => {
    const { image } = read('tencentcloud', { ...TENCENT, ImageName: 'golden' });
    expect(image).not.toHaveProperty('osType');
  });
});
