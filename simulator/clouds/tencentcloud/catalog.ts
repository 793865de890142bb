/** Images of Tencent Cloud CVM: public ones without times, and what accounts made. */
import type { CatalogImage } from '../../catalog-image';
import { stableCode } from '../../stable-code';
import { tencentcloudAccountImages } from './catalog-accounts';
import { tencentcloudPastImages } from './catalog-past';

/** Where the cloud's own images are, under the same ids. The last region gets new ones later. */
const REGIONS = [
  ...['ap-singapore', 'ap-guangzhou', 'ap-hongkong', 'na-siliconvalley', 'eu-frankfurt'],
] as const;
const LAGGING_REGION = 'eu-frankfurt';

/**
 * Platform, then names; `+` marks what the lagging region lacks, `~` what is deprecated.
 * A name that comes twice is two builds: only the id distinguishes them in the API.
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
      'TencentOS Server 3.1 for ARM64 (TK4)',
      'TencentOS Server 2.4 (TK4) HCC',
      'TencentOS Server 2.4 for arm64（TK4）',
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
      'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)',
      'Ubuntu Server 20.04.1 LTS 64bit GPU',
      'Ubuntu Server 18.04.1 LTS 64bit GPU',
      'Ubuntu Server 18.04.1 LTS 64bit TKE-Optimized',
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
      'CentOS 8.2(arm64)',
      'CentOS 8.2(arm64) BMS',
      'CentOS 8.2(arm64) GPU',
      'CentOS 8.0 64bit BMS',
      'CentOS 8.0 64bit GPU',
      'CentOS 7.8 64bit BMS',
      'CentOS 7.8 64bit GPU',
      'CentOS 7.6 64bit BMS',
      'CentOS 7.6 64bit GPU',
      'CentOS 7.6 64bit TKE-Optimized',
      'CentOS 7.6 64bit + SG1-pv1.3',
      'CentOS 7.4(arm64)',
      'CentOS 7.4(arm64) GPU',
      'CentOS 7.2 64bit BMS',
      'CentOS 7.2 64bit GPU',
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
      'Windows Server 2016 For Tencent',
      'Windows Server 2019 For Tencent',
    ],
  ],
];

/** The cloud's own images, then those of accounts. */
export function tencentcloudCatalog(): readonly CatalogImage[] {
  return [
    ...PUBLIC.flatMap(([platform, names]) => names.map(publicImage(platform))),
    ...tencentcloudPastImages(),
    ...tencentcloudAccountImages(),
  ];
}

function publicImage(platform: string) {
  return (marked: string, index: number): CatalogImage => {
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
      platform,
      architecture: /arm64/i.test(name) ? 'arm' : /32bit/.test(name) ? 'i386' : 'x86_64',
      description: name,
      sizeGiB: isWindows ? 50 : 20,
      cloudInit: platform !== 'FreeBSD' && !name.endsWith('For Tencent'),
      ...(marked.startsWith('~') ? { deprecated: true } : {}),
    };
  };
}
