/** The operating systems that Alibaba Cloud offers images of, with their builds. */
import type { CatalogImage } from '../../catalog-image';

/** One operating system with its builds, oldest first; builds before `liveFrom` are deprecated. */
export interface Series {
  /** Id up to the build date, in underscores or dashes. */
  readonly stem: string;
  readonly osName: string;
  readonly platform: string;
  readonly builds: readonly string[];
  readonly osType?: CatalogImage['osType'];
  readonly family?: string;
  readonly liveFrom?: string;
  readonly cloudInit?: boolean;
}

/** Linux and FreeBSD. */
export const LINUX: readonly Series[] = [
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
    stem: 'centos_7_9_x64_20G_alibase',
    osName: 'CentOS  7.9 64 bit',
    platform: 'CentOS',
    builds: ['20230919', '20240403', '20240628'],
  },
  {
    stem: 'centos_7_9_arm64_20G_alibase',
    osName: 'CentOS  7.9 64 bit for ARM',
    platform: 'CentOS',
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
    stem: 'rockylinux_9_1_uefi_x64_20G_alibase',
    osName: 'Rocky Linux  9.1 64 bit UEFI Edition',
    platform: 'Rocky Linux',
    builds: ['20230605'],
  },
  {
    stem: 'rockylinux_9_1_x64_20G_alibase',
    osName: 'Rocky Linux  9.1 64 bit',
    platform: 'Rocky Linux',
    builds: ['20230516'],
  },
  {
    stem: 'rockylinux_9_4_arm64_20G_alibase',
    osName: 'Rocky Linux  9.4 64 bit for ARM',
    platform: 'Rocky Linux',
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
