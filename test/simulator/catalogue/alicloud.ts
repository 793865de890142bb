/** Images of Alibaba Cloud ECS: series of builds with the date in the id, and what accounts made. */
import type { CatalogueImage } from '../catalogue-image';
import { alicloudAccountImages } from './alicloud-accounts';

/** Where the cloud's own images are. The last region gets each build later than the others. */
const REGIONS = [
  'cn-hangzhou',
  'cn-beijing',
  'ap-southeast-1',
  'us-west-1',
  'eu-central-1',
] as const;
const LAGGING_REGION = 'eu-central-1';

/** One operating system with its builds, oldest first; builds before `liveFrom` are deprecated. */
interface Series {
  /** Id up to the build date, in underscores or dashes. */
  readonly stem: string;
  readonly osName: string;
  readonly platform: string;
  readonly builds: readonly string[];
  readonly architecture?: 'x86_64' | 'arm64' | 'i386';
  readonly osType?: CatalogueImage['osType'];
  readonly family?: string;
  readonly liveFrom?: string;
  readonly cloudInit?: boolean;
}

const LINUX: readonly Series[] = [
  {
    stem: 'ubuntu_24_04_x64_20G_alibase',
    osName: 'Ubuntu  24.04 64 bit',
    platform: 'Ubuntu',
    family: 'acs:ubuntu_24_04_x64',
    builds: ['20240527', '20240812', '20241016'],
  },
  {
    stem: 'ubuntu_24_04_arm64_20G_alibase',
    osName: 'Ubuntu  24.04 64 bit for ARM',
    platform: 'Ubuntu',
    architecture: 'arm64',
    family: 'acs:ubuntu_24_04_arm64',
    builds: ['20240812', '20241016'],
  },
  {
    stem: 'ubuntu_22_04_x64_20G_alibase',
    osName: 'Ubuntu  22.04 64 bit',
    platform: 'Ubuntu',
    family: 'acs:ubuntu_22_04_x64',
    builds: ['20230208', '20231221', '20240322', '20240710', '20240926'],
    liveFrom: '20240322',
  },
  {
    stem: 'ubuntu_22_04_arm64_20G_alibase',
    osName: 'Ubuntu  22.04 64 bit for ARM',
    platform: 'Ubuntu',
    architecture: 'arm64',
    family: 'acs:ubuntu_22_04_arm64',
    builds: ['20240322', '20240926'],
  },
  {
    stem: 'ubuntu_22_04_x64_20G_uefi_alibase',
    osName: 'Ubuntu  22.04 64 bit UEFI Edition',
    platform: 'Ubuntu',
    builds: ['20240926'],
  },
  {
    stem: 'ubuntu_20_04_x64_20G_alibase',
    osName: 'Ubuntu  20.04 64 bit',
    platform: 'Ubuntu',
    family: 'acs:ubuntu_20_04_x64',
    builds: ['20210318', '20240322', '20240725', '20240925'],
    liveFrom: '20240322',
  },
  {
    stem: 'ubuntu_18_04_x64_20G_alibase',
    osName: 'Ubuntu  18.04 64 bit',
    platform: 'Ubuntu',
    builds: ['20230907', '20231225'],
  },
  {
    stem: 'ubuntu_14_0405_32_40G_alibase',
    osName: 'Ubuntu  14.04 32 bit',
    platform: 'Ubuntu',
    architecture: 'i386',
    builds: ['20170711'],
    cloudInit: false,
  },
  {
    stem: 'centos_7_9_x64_20G_alibase',
    osName: 'CentOS  7.9 64 bit',
    platform: 'CentOS',
    builds: ['20230919', '20240403', '20240628'],
  },
  {
    stem: 'centos_7_9_arm64_20G_alibase',
    osName: 'CentOS  7.9 64 bit for ARM',
    platform: 'CentOS',
    architecture: 'arm64',
    builds: ['20240628'],
  },
  {
    stem: 'centos_8_5_x64_20G_alibase',
    osName: 'CentOS  8.5 64 bit',
    platform: 'CentOS',
    builds: ['20220428'],
    liveFrom: '20990101',
  },
  {
    stem: 'centos_7_06_32_20G_alibase',
    osName: 'CentOS  7.6 32 bit',
    platform: 'CentOS',
    architecture: 'i386',
    builds: ['20190218'],
  },
  {
    stem: 'centos_6_9_x64_20G_alibase',
    osName: 'CentOS  6.9 64 bit',
    platform: 'CentOS',
    builds: ['20201120'],
  },
  {
    stem: 'centos_6_10_x64_20G_alibase',
    osName: 'CentOS  6.10 64 bit',
    platform: 'CentOS',
    builds: ['20201120'],
  },
  {
    stem: 'centos_stream_9_x64_20G_alibase',
    osName: 'CentOS Stream  9 64 bit',
    platform: 'CentOS Stream',
    family: 'acs:centos_stream_9_x64',
    builds: ['20240628', '20241010'],
  },
  {
    stem: 'aliyun_3_x64_20G_alibase',
    osName: 'Alibaba Cloud Linux  3.2104 LTS 64 bit',
    platform: 'Aliyun',
    family: 'acs:alibaba_cloud_linux_3_2104_lts_x64',
    builds: ['20240528', '20240819', '20241103'],
  },
  {
    stem: 'aliyun_3_arm64_20G_alibase',
    osName: 'Alibaba Cloud Linux  3.2104 LTS 64 bit for ARM',
    platform: 'Aliyun',
    architecture: 'arm64',
    family: 'acs:alibaba_cloud_linux_3_2104_lts_arm64',
    builds: ['20240819', '20241103'],
  },
  {
    stem: 'aliyun_3_9_x64_20G_dengbao_alibase',
    osName: 'Alibaba Cloud Linux  3.2104 LTS 64 bit MLPS 2.0 Level 3',
    platform: 'Aliyun',
    builds: ['20240819'],
  },
  {
    stem: 'aliyun_3_x64_20G_container_optimized_alibase',
    osName: 'Alibaba Cloud Linux  3.2104 LTS 64 bit Container Optimized Edition',
    platform: 'Aliyun',
    builds: ['20241226'],
  },
  {
    stem: 'aliyun_2_1903_x64_20G_alibase',
    osName: 'Alibaba Cloud Linux  2.1903 LTS 64 bit',
    platform: 'Aliyun',
    builds: ['20240628'],
  },
  {
    stem: 'aliyun-2.1903-x64-20G-alibase',
    osName: 'Aliyun Linux  2.1903 64 bit',
    platform: 'Aliyun',
    builds: ['20190507'],
    liveFrom: '20990101',
  },
  {
    stem: 'anolisos_8_9_x64_20G_anck_alibase',
    osName: 'Anolis OS  8.9 ANCK 64 bit',
    platform: 'Anolis',
    builds: ['20240724'],
  },
  {
    stem: 'debian_12_7_x64_20G_alibase',
    osName: 'Debian  12.7 64 bit',
    platform: 'Debian',
    family: 'acs:debian_12_x64',
    builds: ['20241001'],
  },
  {
    stem: 'debian_12_10_x64_20G_alibase',
    osName: 'Debian  12.10 64 bit',
    platform: 'Debian',
    family: 'acs:debian_12_x64',
    builds: ['20241001'],
  },
  {
    stem: 'debian_11_11_x64_20G_alibase',
    osName: 'Debian  11.11 64 bit',
    platform: 'Debian',
    builds: ['20240920'],
  },
  {
    stem: 'debian_9_13_x64_20G_alibase',
    osName: 'Debian  9.13 64 bit',
    platform: 'Debian',
    builds: ['20220531'],
  },
  {
    stem: 'debian_9_9_x64_20G_alibase',
    osName: 'Debian  9.9 64 bit',
    platform: 'Debian',
    builds: ['20220531'],
  },
  {
    stem: 'rockylinux_8_9_x64_20G_alibase',
    osName: 'Rocky Linux  8.9 64 bit',
    platform: 'Rocky Linux',
    builds: ['20240712'],
  },
  {
    stem: 'rockylinux_8_10_x64_20G_alibase',
    osName: 'Rocky Linux  8.10 64 bit',
    platform: 'Rocky Linux',
    builds: ['20240712'],
  },
  {
    stem: 'rockylinux_9_4_x64_20G_alibase',
    osName: 'Rocky Linux  9.4 64 bit',
    platform: 'Rocky Linux',
    builds: ['20240607', '20240925'],
  },
  {
    stem: 'rockylinux_9_4_arm64_20G_alibase',
    osName: 'Rocky Linux  9.4 64 bit for ARM',
    platform: 'Rocky Linux',
    architecture: 'arm64',
    builds: ['20240925'],
  },
  {
    stem: 'almalinux_8_9_x64_20G_alibase',
    osName: 'AlmaLinux  8.9 64 bit',
    platform: 'AlmaLinux',
    builds: ['20240912'],
  },
  {
    stem: 'almalinux_8_10_x64_20G_alibase',
    osName: 'AlmaLinux  8.10 64 bit',
    platform: 'AlmaLinux',
    builds: ['20240912'],
  },
  {
    stem: 'almalinux_9_4_x64_20G_alibase',
    osName: 'AlmaLinux  9.4 64 bit',
    platform: 'AlmaLinux',
    builds: ['20240912'],
  },
  {
    stem: 'fedora_40_x64_20G_alibase',
    osName: 'Fedora  40 64 bit',
    platform: 'Fedora',
    builds: ['20241014'],
  },
  {
    stem: 'opensuse_15_6_x64_20G_alibase',
    osName: 'OpenSUSE  15.6 64 bit',
    platform: 'OpenSUSE',
    builds: ['20241015'],
  },
  {
    stem: 'sles_15_sp5_x64_20G_alibase',
    osName: 'SUSE Linux  Enterprise Server 15 SP5 64 bit',
    platform: 'SUSE',
    builds: ['20240708'],
  },
  {
    stem: 'suse11sp3_64_20G_aliaegis',
    osName: 'SUSE Linux  Enterprise Server 11 SP3 64-bit',
    platform: 'SUSE',
    builds: ['20150428'],
  },
  {
    stem: 'rhel_8_10_x64_20G_alibase',
    osName: 'Red Hat Enterprise Linux  8.10 64 bit',
    platform: 'Red Hat',
    builds: ['20240802'],
  },
  {
    stem: 'rhel_9_4_x64_20G_alibase',
    osName: 'Red Hat Enterprise Linux  9.4 64 bit',
    platform: 'Red Hat',
    builds: ['20240802'],
  },
  {
    stem: 'freebsd_14_1_x64_30G_alibase',
    osName: 'FreeBSD  14.1 64 bit',
    platform: 'Freebsd',
    osType: 'bsd',
    builds: ['20240711'],
    cloudInit: false,
  },
];

/** Windows: id stem, the edition in OSNameEn and in OSName, the platform. */
const WINDOWS = [
  ['win2022_21H2_x64_dtc_zh-cn_40G_alibase', '2022 Data Center Edition 64bit Chinese', '2022'],
  ['win2022_21H2_x64_dtc_en-us_40G_alibase', '2022 Data Center Edition 64bit English', '2022'],
  [
    'wincore_2022_x64_dtc_en-us_40G_alibase',
    '2022 Data Center Edition 64bit without UI English',
    '2022',
  ],
  ['win2019_1809_x64_dtc_zh-cn_40G_alibase', '2019 Data Center Edition 64bit Chinese', '2019'],
  ['win2019_1809_x64_dtc_en-us_40G_alibase', '2019 Data Center Edition 64bit English', '2019'],
  [
    'win2019_1809_x64_dtc_en-us_40G_container_alibase',
    '2019 Data Center Edition with Container 64bit English',
    '2019',
  ],
  ['win2016_1607_x64_dtc_zh-cn_40G_alibase', '2016 Data Center Edition 64bit Chinese', '2016'],
  ['win2016_1607_x64_dtc_en-us_40G_alibase', '2016 Data Center Edition 64bit English', '2016'],
  ['win2012r2_9600_x64_dtc_zh-cn_40G_alibase', '2012 R2 Data Center Edition 64bit Chinese', '2012'],
  ['win2012r2_9600_x64_dtc_en-us_40G_alibase', '2012 R2 Data Center Edition 64bit English', '2012'],
] as const;

const WINDOWS_BUILDS = ['20240110', '20240915', '20241018'] as const;

/** The cloud's own images, then those of accounts. */
export function alicloudCatalogue(): readonly CatalogueImage[] {
  const windows = WINDOWS.map(([stem, edition, release]): Series => ({
    stem,
    osName: `Windows Server  ${edition} Edition`,
    platform: `Windows Server ${release}`,
    osType: 'windows',
    // Windows 2012 R2 gets no builds any more.
    builds: release === '2012' ? WINDOWS_BUILDS.slice(0, 1) : WINDOWS_BUILDS,
  }));
  return [...[...LINUX, ...windows].flatMap(expandSeries), ...alicloudAccountImages()];
}

function expandSeries(series: Series): readonly CatalogueImage[] {
  const separator = series.stem.includes('.') ? '-' : '_';
  const newest = series.builds.at(-1);
  return series.builds.map((build, index): CatalogueImage => {
    const id = `${series.stem}${separator}${build}.vhd`;
    const isLate = build === newest && series.builds.length > 1;
    return {
      cloud: 'alicloud',
      regions: isLate ? REGIONS.filter((region) => region !== LAGGING_REGION) : REGIONS,
      id,
      name: id,
      owner: 'public',
      osType: series.osType ?? 'linux',
      osName: series.osName,
      osNameChinese: toChinese(series.osName),
      platform: series.platform,
      architecture: series.architecture ?? 'x86_64',
      // Released to users one to two weeks after the build, as the real ones are.
      createdAt: instantAfter(build, 6 + (index % 3) * 4),
      sizeGiB: Number(/_(\d+)G|-(\d+)G-/.exec(series.stem)?.slice(1).find(Boolean) ?? 20),
      cloudInit: series.cloudInit ?? series.osType !== 'windows',
      ...(series.family ? { family: series.family } : {}),
      ...(series.liveFrom && build < series.liveFrom ? { deprecated: true } : {}),
    };
  });
}

function toChinese(osName: string): string {
  return osName
    .replace('Data Center Edition', '数据中心版')
    .replace(/(\d\d) ?-?bit for ARM/, '$1位 ARM版')
    .replace(/(\d\d) ?-?bit/, '$1位')
    .replace(' Chinese Edition', '中文版')
    .replace(' English Edition', '英文版');
}

/** `20240322` and 6 days: `2024-03-28T…Z`, at a time of day that depends on the build. */
function instantAfter(build: string, days: number): string {
  const day = `${build.slice(0, 4)}-${build.slice(4, 6)}-${build.slice(6)}`;
  const secondOfDay = (Number(build) * 7919) % 86_400;
  const time = Date.parse(day) + days * 86_400_000 + secondOfDay * 1000;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
