/** Images of Tencent's legacy API v2: old systems, no times for public ones, sometimes no architecture. */
import type { CatalogImage } from '../../catalog-image';
import { OWN_ACCOUNT_ID, stableCode } from '../../stable-code';

const REGIONS = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-hongkong'] as const;
const LAGGING_REGION = 'ap-hongkong';

/** Name without its bits, ImageOsName without its architecture, and the bits it comes in. */
const SYSTEMS: readonly (readonly [name: string, osName: string, bits: readonly (32 | 64)[]])[] = [
  ['Centos 5.8', 'centos5.8', [32, 64]],
  ['Centos 5.11', 'centos5.11', [32, 64]],
  ['Centos 6.2', 'centos6.2', [64]],
  ['Centos 6.3', 'centos6.3', [32, 64]],
  ['Centos 6.4', 'centos6.4', [32, 64]],
  ['Centos 6.5', 'centos6.5', [32, 64]],
  ['Centos 6.6', 'centos6.6', [32, 64]],
  ['Centos 6.7', 'centos6.7', [32, 64]],
  ['Centos 6.8', 'centos6.8', [32, 64]],
  ['Centos 6.9', 'centos6.9', [64]],
  ['Centos 6.10', 'centos6.10', [64]],
  ['Centos 7.0', 'centos7.0', [64]],
  ['Centos 7.1', 'centos7.1', [64]],
  ['Centos 7.2', 'centos7.2', [64]],
  ['Centos 7.3', 'centos7.3', [64]],
  ['Centos 7.4', 'centos7.4', [64]],
  ['Ubuntu Server 9.10', 'ubuntu9.10', [32, 64]],
  ['Ubuntu Server 10.04.1 LTS', 'ubuntu10.04.1 LTS', [32, 64]],
  ['Ubuntu Server 12.04.1 LTS', 'ubuntu12.04.1 LTS', [32, 64]],
  ['Ubuntu Server 13.04', 'ubuntu13.04', [64]],
  ['Ubuntu Server 14.04.1 LTS', 'ubuntu14.04.1 LTS', [32, 64]],
  ['Ubuntu Server 16.04.1 LTS', 'ubuntu16.04.1 LTS', [32, 64]],
  ['Ubuntu Server 16.04.1 LTS (GPU)', 'ubuntu16.04.1 LTS gpu', [64]],
  ['Ubuntu Server 18.04.1 LTS', 'ubuntu18.04.1 LTS', [64]],
  ['Ubuntu Server 20.04 LTS', 'ubuntu20.04 LTS', [64]],
  ['Ubuntu Server 22.04 LTS', 'ubuntu22.04 LTS', [64]],
  ['Debian 6.0.3', 'debian6.0.3', [32]],
  ['Debian 7.4', 'debian7.4', [64]],
  ['Debian 7.8', 'debian7.8', [32, 64]],
  ['Debian 8.2', 'debian8.2', [32, 64]],
  ['Debian 8.10', 'debian8.10', [64]],
  ['Debian 8.9', 'debian8.9', [64]],
  ['Debian 9.0', 'debian9.0', [64]],
  ['openSUSE 12.3', 'opensuse12.3', [32, 64]],
  ['openSUSE 13.2', 'opensuse13.2', [64]],
  ['openSUSE 42.3', 'opensuse42.3', [64]],
  ['SUSE Linux Enterprise Server 10', 'suse10', [64]],
  ['SUSE Linux Enterprise Server 12', 'suse12', [64]],
  ['FreeBSD 10.1', 'freebsd10.1', [64]],
  ['FreeBSD 11.1', 'freebsd11.1', [64]],
  ['CoreOS 717.3.0', 'coreos717.3.0', [64]],
  ['Windows Server 2008 R2 Enterprise Edition SP1', 'win2008 r2 sp1', [64]],
  ['Windows Server 2012 R2 Standard Edition EN', 'win2012 r2 std en', [64]],
  ['Windows Server 2012 R2 Standard Edition CN', 'win2012 r2 std cn', [64]],
  ['Windows Server 2012 R2 DataCenter Edition EN', 'win2012 r2 dtc en', [64]],
  ['Windows Server 2016 DataCenter Edition EN', 'win2016 dtc en', [64]],
];

/** Names and ImageOsNames as Tencent's container service listed them, letter for letter. */
const CAPTURED: readonly (readonly [name: string, osName: string])[] = [
  ['CentOS 7.2 64bit BMS', 'centos7.4 bm x86_64'],
  ['CentOS 7.4(arm64)', 'centos7.4arm_64'],
  ['CentOS 7.6 64bit', 'centos7.6.0_x64'],
  ['CentOS 7.6 64bit TKE-Optimized', 'centos7.6.0_x64'],
  ['CentOS 7.6 64bit BMS', 'centos7.6.0_x64 BMS'],
  // Two images of one name, one of them made from the TKE-Optimized image.
  ['CentOS 7.6 64bit GPU', 'centos7.6.0_x64 GPU'],
  ['CentOS 7.6 64bit GPU', 'centos7.6.0_x64 GPU'],
  ['CentOS 7.6 64bit + SG1-pv1.3', 'centos7.6.0_x64_sg1-pv1.3'],
  ['CentOS 7.8 64bit', 'centos7.8.0_x64'],
  ['CentOS 7.8 64bit BMS', 'centos7.8.0_x64 BMS'],
  ['CentOS 7.8 64bit GPU', 'centos7.8.0_x64 GPU'],
  ['CentOS 8.0 64bit', 'centos8.0x86_64'],
  ['CentOS 8.0 64bit BMS', 'centos8.0x86_64 BMS'],
  ['CentOS 8.0 64bit GPU', 'centos8.0x86_64 GPU'],
  ['CentOS 8.2(arm64)', 'centos8.2arm_64'],
  ['CentOS 8.2(arm64) BMS', 'centos8.2arm_64 BMS'],
  ['TencentOS Server 2.4', 'tlinux2.4x86_64'],
  ['TencentOS Server 2.4 (TK4) HCC', 'tlinux2.4(tkernel4)x86_64_HCC'],
  ['Ubuntu Server 20.04.1 LTS 64bit', 'ubuntu20.04x86_64'],
  ['Ubuntu Server 20.04.1 LTS 64bit GPU', 'ubuntu20.04x86_64 GPU'],
  ['Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)', 'ubuntu20.04(tkernel4)x86_64'],
];

/** Public images, then those of accounts. */
export function qcloudCatalog(): readonly CatalogImage[] {
  const publicImages = SYSTEMS.flatMap(([name, osName, bits], index) =>
    bits.map((width) => publicImage(name, osName, width, index)),
  );
  return [...publicImages, ...CAPTURED.map(capturedImage), ...accountImages()];
}

function capturedImage([name, osName]: (typeof CAPTURED)[number], index: number): CatalogImage {
  return {
    cloud: 'qcloud',
    regions: REGIONS,
    id: `img-${stableCode(`qcloud ${name} ${index}`, 8)}`,
    name,
    owner: 'public',
    osType: 'linux',
    osName,
    platform: name.split(/[ (]/)[0] ?? name,
    architecture: name.includes('arm64') ? 'arm' : 'x86_64',
    sizeGiB: 50,
  };
}

function publicImage(name: string, osName: string, bits: 32 | 64, index: number): CatalogImage {
  const fullName = `${name} ${bits}-bit`;
  const platform = name.split(' ')[0] ?? name;
  return {
    cloud: 'qcloud',
    regions: osName.startsWith('ubuntu18')
      ? REGIONS.filter((region) => region !== LAGGING_REGION)
      : REGIONS,
    id:
      name === 'Centos 6.6' && bits === 32
        ? 'img-pmqg1cw7'
        : `img-${stableCode(`qcloud ${fullName}`, 8)}`,
    name: fullName,
    owner: 'public',
    osType: platform === 'Windows' ? 'windows' : platform === 'FreeBSD' ? 'bsd' : 'linux',
    osName: `${osName}x86_${bits}`,
    platform,
    architecture: bits === 32 ? 'i386' : 'x86_64',
    sizeGiB: platform === 'Windows' ? 50 : 20,
    // Some answers have these two fields, and say x86_64 of 32-bit systems too.
    ...(index % 5 === 4 ? { native: { Platform: platform, Architecture: 'x86_64' } } : {}),
  };
}

function accountImages(): readonly CatalogImage[] {
  const centos = {
    cloud: 'qcloud',
    regions: ['ap-guangzhou'],
    osType: 'linux',
    osName: 'centos7.4x86_64',
    platform: 'Centos',
    architecture: 'x86_64',
    sizeGiB: 50,
  } as const;
  const self = { ...centos, owner: 'self', ownerId: OWN_ACCOUNT_ID } as const;
  return [
    ...['2017-05-01', '2017-06-01', '2017-07-01'].map((day, index): CatalogImage => ({
      ...self,
      id: `img-goldqc0${index + 1}`,
      name: `golden-centos-7.4-${day}`,
      createdAt: `${day}T02:03:04Z`,
    })),
    ...['CREATING', 'CREATEFAILED', 'SYNCING'].map((state, index): CatalogImage => ({
      ...self,
      id: `img-bakeqc0${index + 1}`,
      name: `golden-centos-7.4-2017-09-0${index + 1}`,
      state,
      createdAt: `2017-09-0${index + 1}T02:03:04Z`,
    })),
    {
      ...centos,
      id: 'img-partnerq',
      name: 'partner-appliance-4.10',
      owner: 'shared',
      ownerId: '3205597606',
      createdAt: '2017-06-05T06:07:08Z',
    },
    {
      ...centos,
      id: 'img-strangeq',
      name: 'Ubuntu Server 18.04.1 LTS 64-bit',
      osName: 'ubuntu18.04.1 LTSx86_64',
      platform: 'Ubuntu',
      owner: 'shared',
      ownerId: '3205597608',
      createdAt: '2019-06-01T00:00:00Z',
    },
    {
      ...centos,
      id: 'img-marketqc',
      name: 'Ubuntu Server 18.04.1 LTS 64-bit',
      osName: 'ubuntu18.04.1 LTSx86_64',
      platform: 'Ubuntu',
      owner: 'marketplace',
      ownerId: '3205597607',
      createdAt: '2019-06-02T00:00:00Z',
    },
  ];
}
