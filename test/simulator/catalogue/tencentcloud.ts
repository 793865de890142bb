/** Images of Tencent Cloud CVM: public ones without times, and what accounts made. */
import type { CatalogueImage } from '../catalogue-image';
import { LARGE_ACCOUNT_ID, OWN_ACCOUNT_ID, stableCode } from './stable-code';

/** Where the cloud's own images are, under the same ids. The last region gets new ones later. */
const REGIONS = [
  ...['ap-singapore', 'ap-guangzhou', 'ap-hongkong', 'na-siliconvalley', 'eu-frankfurt'],
] as const;
const LAGGING_REGION = 'eu-frankfurt';

/**
 * Platform, then names; `+` marks what the lagging region lacks, `~` what is deprecated.
 * A name that comes twice is two builds: nothing in the API tells them apart but the id.
 */
const PUBLIC: readonly (readonly [platform: string, names: readonly string[]])[] = [
  [
    'TencentOS',
    [
      'TencentOS Server 4',
      'TencentOS Server 4',
      '+TencentOS Server 4 for ARM64',
      'TencentOS Server 3.1 (TK4)',
      'TencentOS Server 3.1 (TK4) UEFI',
      'TencentOS Server 3.2 (Final)',
      'TencentOS Server 3.2 (ARM64)',
      'TencentOS Server 2.6 (Final)',
      'TencentOS Server 2.6 for ARM64(TK4)',
      'TencentOS Server 2.4 (TK4)',
      '~TencentOS Server 2.4',
      'TencentOS Server 4 with GPU driver 535',
      'TencentOS Server 3.1 (TK4) for Pro',
      'TencentOS Server 3.3 (TK4) for CVM container',
    ],
  ],
  [
    'OpenCloudOS',
    [
      'OpenCloudOS Server 9',
      'OpenCloudOS Server 9 for ARM64',
      'OpenCloudOS Server 8',
      'OpenCloudOS Server 7',
    ],
  ],
  [
    'Ubuntu',
    [
      'Ubuntu Server 24.04 LTS 64bit',
      '+Ubuntu Server 24.04 LTS 64bit',
      'Ubuntu Server 24.04 LTS 64bit for ARM64',
      'Ubuntu Server 22.04 LTS 64bit',
      'Ubuntu Server 22.04 LTS 64bit',
      '+Ubuntu Server 22.04 LTS 64bit UEFI',
      'Ubuntu Server 22.04 LTS 64bit for ARM64',
      'Ubuntu Server 22.04 LTS 64bit with GPU driver 535',
      'Ubuntu Server 20.04 LTS 64bit',
      'Ubuntu Server 20.04 LTS 64bit',
      'Ubuntu Server 20.04 LTS 64bit for ARM64',
      'Ubuntu Server 18.04.1 LTS 64bit',
      '~Ubuntu Server 16.04.1 LTS 64bit',
      '~Ubuntu Server 16.04.1 LTS 32bit',
      '~Ubuntu Server 14.04.1 LTS 32bit',
    ],
  ],
  [
    'CentOS',
    [
      'CentOS 8.2 64bit',
      'CentOS 8.0 64bit',
      'CentOS 7.9 64bit',
      'CentOS 7.9 64bit for ARM64',
      'CentOS 7.8 64bit',
      'CentOS 7.6 64bit',
      'CentOS 7.6 64bit + Tesla driver 460',
      'CentOS 7.5 64bit',
      'CentOS 7.4 64bit',
      'CentOS 7.2 64bit',
      '~CentOS 6.10 64bit',
      '~CentOS 6.9 64bit',
      '~CentOS 6.8 32bit',
    ],
  ],
  ['CentOS Stream', ['CentOS Stream 9 64bit', '+CentOS Stream 9 64bit', 'CentOS Stream 8 64bit']],
  [
    'Debian',
    [
      '+Debian 12.10 64bit',
      'Debian 12.9 64bit',
      'Debian 12.0 64bit',
      'Debian 11.11 64bit',
      'Debian 11.1 64bit',
      'Debian 10.13 64bit',
      'Debian 10.2 64bit',
      '~Debian 9.0 64bit',
    ],
  ],
  [
    'Rocky Linux',
    [
      'Rocky Linux 9.4 64bit',
      'Rocky Linux 8.10 64bit',
      'Rocky Linux 8.9 64bit',
      'Rocky Linux 8.6 64bit',
    ],
  ],
  ['AlmaLinux', ['AlmaLinux 9.4 64bit', 'AlmaLinux 8.10 64bit', 'AlmaLinux 8.9 64bit']],
  ['Fedora', ['Fedora 40 64bit', 'Fedora 39 64bit']],
  ['openSUSE', ['openSUSE Leap 15.6 64bit', 'openSUSE Leap 15.4 64bit']],
  ['FreeBSD', ['FreeBSD 14.1 64bit', 'FreeBSD 13.1 64bit', 'FreeBSD 12.3 64bit']],
  ['CoreOS', ['~CoreOS 1745.5.0 64bit']],
  [
    'Windows',
    [
      'Windows Server 2022 DataCenter 64bit EN',
      'Windows Server 2022 DataCenter 64bit CN',
      'Windows Server 2019 DataCenter 64bit EN',
      'Windows Server 2019 DataCenter 64bit CN',
      'Windows Server 2016 DataCenter 64bit EN',
      'Windows Server 2016 DataCenter 64bit CN',
      'Windows Server 2012 R2 DataCenter 64bit EN',
      'Windows Server 2012 R2 DataCenter 64bit CN',
      'Windows Server 2012 R2 For Tencent',
    ],
  ],
];

/** The cloud's own images, then those of accounts. */
export function tencentcloudCatalogue(): readonly CatalogueImage[] {
  return [
    ...PUBLIC.flatMap(([platform, names]) => names.map(publicImage(platform))),
    ...accounts(),
  ];
}

function publicImage(platform: string) {
  return (marked: string, index: number): CatalogueImage => {
    const name = marked.replace(/^[+~]/, '');
    const isWindows = platform === 'Windows';
    return {
      cloud: 'tencentcloud',
      regions: marked.startsWith('+')
        ? REGIONS.filter((region) => region !== LAGGING_REGION)
        : REGIONS,
      id: `img-${stableCode(`tencentcloud ${name} ${index}`, 8)}`,
      name,
      owner: 'public',
      osType: isWindows ? 'windows' : platform === 'FreeBSD' ? 'bsd' : 'linux',
      osName: name,
      osNameChinese: toChinese(name),
      platform,
      architecture: /ARM64/.test(name) ? 'arm' : /32bit/.test(name) ? 'i386' : 'x86_64',
      description: name,
      sizeGiB: isWindows ? 50 : 20,
      cloudInit: platform !== 'FreeBSD' && !name.endsWith('For Tencent'),
      ...(marked.startsWith('~') ? { deprecated: true } : {}),
    };
  };
}

function toChinese(name: string): string {
  return name
    .replace('DataCenter 64bit EN', '数据中心版 64位英文版')
    .replace('DataCenter 64bit CN', '数据中心版 64位中文版')
    .replace(/(\d\d)bit/, '$1位');
}

function accounts(): readonly CatalogueImage[] {
  const ubuntu = {
    cloud: 'tencentcloud',
    regions: ['ap-singapore'],
    osType: 'linux',
    osName: 'Ubuntu Server 22.04 LTS 64bit',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    sizeGiB: 50,
  } as const;
  const self = { ...ubuntu, owner: 'self', ownerId: OWN_ACCOUNT_ID } as const;
  const lookalike = {
    ...ubuntu,
    regions: ['ap-singapore', 'ap-guangzhou'],
    name: 'Ubuntu Server 22.04 LTS 64bit',
    createdAt: '2025-06-01T00:00:00Z',
  } as const;
  const golden = ['2024-05-01', '2024-06-01', '2024-07-01', '2024-08-01'].map(
    (day, index): CatalogueImage => ({
      ...self,
      id: `img-golden0${index + 1}`,
      name: `golden-ubuntu-22.04-${day}`,
      family: 'golden-ubuntu',
      description: 'Hardened Ubuntu 22.04',
      createdAt: `${day}T02:03:04Z`,
      dataDisksGiB: [100],
      tags: { env: index === 3 ? 'staging' : 'production', team: 'platform' },
      ...(index === 0 ? { deprecated: true } : {}),
    }),
  );
  return [
    ...golden,
    {
      ...self,
      regions: ['ap-guangzhou'],
      id: 'img-goldengz',
      name: 'golden-ubuntu-22.04-2024-08-01',
      family: 'golden-ubuntu',
      createdAt: '2024-08-02T02:03:04Z',
      tags: { env: 'production', team: 'platform' },
    },
    {
      ...self,
      id: 'img-goldarm1',
      name: 'golden-arm-2024-08-01',
      osName: 'Ubuntu Server 22.04 LTS 64bit for ARM64',
      architecture: 'arm',
      createdAt: '2024-08-01T05:00:00Z',
      tags: { env: 'production' },
    },
    {
      ...self,
      id: 'img-imported',
      name: 'legacy-billing',
      osName: 'Other Linux 32bit',
      platform: 'Other Linux',
      architecture: 'i386',
      createdAt: '2017-07-18T07:13:43Z',
      cloudInit: false,
      native: { ImageSource: 'EXTERNAL_IMPORT' },
    },
    {
      ...self,
      id: 'img-winweb01',
      name: 'web-windows-2019',
      osType: 'windows',
      osName: 'Windows Server 2019 DataCenter 64bit EN',
      platform: 'Windows',
      createdAt: '2024-03-05T07:08:09Z',
    },
    ...['CREATING', 'CREATEFAILED', 'SYNCING', 'IMPORTING', 'IMPORTFAILED'].map(
      (state, index): CatalogueImage => ({
        ...self,
        id: `img-baking0${index + 1}`,
        name: `golden-ubuntu-22.04-2024-09-0${index + 1}`,
        state,
        createdAt: `2024-09-0${index + 1}T02:03:04Z`,
        ...(state === 'SYNCING' ? { native: { SyncPercent: 32 } } : {}),
      }),
    ),
    {
      ...ubuntu,
      id: 'img-partner1',
      name: 'partner-appliance-4.10',
      owner: 'shared',
      ownerId: LARGE_ACCOUNT_ID,
      createdAt: '2024-06-05T06:07:08Z',
    },
    { ...lookalike, id: 'img-strange1', owner: 'shared', ownerId: '3205597606' },
    { ...lookalike, id: 'img-strange2', owner: 'marketplace', ownerId: '3205597607' },
    {
      ...ubuntu,
      regions: lookalike.regions,
      id: 'img-market01',
      name: 'LAMP (Ubuntu 22.04, PHP 8.2)',
      owner: 'marketplace',
      ownerId: '3205597607',
      createdAt: '2024-02-20T00:00:00Z',
    },
  ];
}
