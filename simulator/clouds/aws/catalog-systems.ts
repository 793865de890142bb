/** Official images of EC2: series of builds, with names as their publishers write them. */
import type { CatalogImage } from '../../catalog-image';

/** One name with several builds, oldest first. */
export interface Series {
  readonly platform: string;
  readonly osName: string;
  /** `{arch}` and `{build}` stand for the words of an architecture and of a build. */
  readonly name: string;
  /** The words for x86_64 and for arm64 in names; absent where there is no such image. */
  readonly x86?: string;
  readonly arm?: string | undefined;
  readonly builds: readonly string[];
  readonly description?: string;
  readonly osType?: CatalogImage['osType'];
  readonly sizeGiB?: number;
  /** The public SSM parameter of the newest build, with `{arch}`. */
  readonly parameter?: string;
  /** Whether the newest build is deprecated as well. */
  readonly isOver?: boolean;
  /** The vendor's word for the architecture, where it is not that of the variant. */
  readonly architecture?: string;
  /** Whether it is in China and in GovCloud too. */
  readonly isEverywhere?: boolean;
  readonly native?: CatalogImage['native'];
}

const DEB = { x86: 'amd64', arm: 'arm64' } as const;
const RPM = { x86: 'x86_64', arm: 'aarch64' } as const;
const AWS_WORDS = { x86: 'x86_64', arm: 'arm64' } as const;

const ubuntu = (
  version: string,
  code: string,
  builds: readonly string[],
  more: Partial<Series> = {},
): Series => ({
  ...{ platform: 'Ubuntu', osName: `Ubuntu ${version}`, builds, ...DEB, isEverywhere: true },
  name: `ubuntu/images/hvm-ssd${version >= '23.10' ? '-gp3' : ''}/ubuntu-${code}-${version}-{arch}-server-{build}`,
  description: `Canonical, Ubuntu, ${version}, {arch} ${code} image`,
  parameter: `/aws/service/canonical/ubuntu/server/${version}/stable/current/{arch}/hvm/ebs-${version >= '23.10' ? 'gp3' : 'gp2'}/ami-id`,
  native: { bootMode: 'uefi-preferred' },
  ...more,
});

const UBUNTU: readonly Series[] = [
  ubuntu('24.04', 'noble', ['20240927', '20250115', '20250305']),
  ubuntu('22.04', 'jammy', ['20240927', '20250112', '20250305']),
  ubuntu('20.04', 'focal', ['20240926', '20250311']),
  ubuntu('18.04', 'bionic', ['20230410', '20230607'], { isOver: true }),
  ubuntu('14.04', 'trusty', ['20190514'], { isOver: true, native: {} }),
  ubuntu('24.10', 'oracular', ['20250109', '20250305']),
  {
    ...ubuntu('14.04', 'trusty', ['20190514'], { isOver: true, native: {} }),
    ...{ x86: 'i386', arm: undefined, architecture: 'i386' },
  },
  ...[
    'ubuntu-minimal/images/hvm-ssd-gp3/ubuntu-noble-24.04-{arch}-minimal-{build}',
    'ubuntu-pro-server/images/hvm-ssd-gp3/ubuntu-noble-24.04-{arch}-pro-server-{build}',
    'ubuntu/images-testing/hvm-ssd-gp3/ubuntu-noble-daily-{arch}-server-{build}',
    'ubuntu-eks/k8s_1.31/images/hvm-ssd-gp3/ubuntu-noble-24.04-{arch}-server-{build}',
  ].map((name): Series => ({
    ...{ platform: 'Ubuntu', osName: 'Ubuntu 24.04', name, builds: ['20250306', '20250310'] },
    ...DEB,
  })),
];

const DEBIAN: readonly Series[] = (
  [
    ['12', '', ['20240901-1857', '20250210-2019', '20250316-2053'], false],
    ['12', '-backports', ['20250316-2053'], false],
    ['11', '', ['20241202-1949', '20250303-2040'], false],
    ['10', '', ['20240703-1797'], true],
  ] as const
).map(([version, suffix, builds, isOver]): Series => ({
  ...{ platform: 'Debian', osName: `Debian ${version}`, builds, isOver, ...DEB },
  name: `debian-${version}${suffix}-{arch}-{build}`,
  description: `Debian ${version} (${builds[0]})`,
  isEverywhere: true,
  ...(suffix === '' && !isOver
    ? { parameter: `/aws/service/debian/release/${version}/latest/{arch}` }
    : {}),
}));

const AMAZON: readonly Series[] = [
  {
    ...{ platform: 'Amazon Linux', osName: 'Amazon Linux 2023', ...AWS_WORDS, isEverywhere: true },
    name: 'al2023-ami-2023.{build}-kernel-6.1-{arch}',
    builds: ['5.20240916.0', '6.20250115.0', '6.20250303.0'],
    description: 'Amazon Linux 2023 AMI {arch} HVM kernel-6.1',
    parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-{arch}',
  },
  {
    ...{ platform: 'Amazon Linux', osName: 'Amazon Linux 2023', ...AWS_WORDS },
    name: 'al2023-ami-minimal-2023.{build}-kernel-6.1-{arch}',
    builds: ['6.20250303.0'],
    parameter: '/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-6.1-{arch}',
  },
  {
    ...{ platform: 'Amazon Linux', osName: 'Amazon Linux 2', ...AWS_WORDS, isEverywhere: true },
    name: 'amzn2-ami-hvm-2.0.{build}.0-{arch}-gp2',
    builds: ['20240916', '20250305'],
    description: 'Amazon Linux 2 AMI 2.0.{build}.0 {arch} HVM gp2',
    parameter: '/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-{arch}-gp2',
  },
  {
    ...{ platform: 'Amazon Linux', osName: 'Amazon Linux 2', ...AWS_WORDS },
    name: 'amzn2-ami-kernel-5.10-hvm-2.0.{build}.0-{arch}-gp2',
    builds: ['20250305'],
    parameter: '/aws/service/ami-amazon-linux-latest/amzn2-ami-kernel-5.10-hvm-{arch}-gp2',
  },
  {
    ...{ platform: 'Amazon Linux', osName: 'Amazon Linux 2018.03', x86: 'x86_64', isOver: true },
    name: 'amzn-ami-hvm-2018.03.0.{build}.0-{arch}-gp2',
    builds: ['20231218'],
  },
  {
    ...{ platform: 'ECS', osName: 'Amazon Linux 2023', ...AWS_WORDS },
    name: 'al2023-ami-ecs-hvm-2023.0.{build}-kernel-6.1-{arch}',
    builds: ['20250304'],
    parameter: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/{arch}',
  },
  {
    ...{ platform: 'EKS', osName: 'Amazon Linux 2023', ...AWS_WORDS },
    name: 'amazon-eks-node-al2023-{arch}-standard-1.31-v{build}',
    builds: ['20250304'],
  },
  {
    ...{ platform: 'Bottlerocket', osName: 'Bottlerocket', ...RPM },
    name: 'bottlerocket-aws-k8s-1.31-{arch}-v{build}-cacc4ce9',
    builds: ['1.32.0', '1.34.0'],
  },
  {
    ...{ platform: 'Deep Learning', osName: 'Ubuntu 22.04', x86: 'x86_64' },
    name: 'Deep Learning Base OSS Nvidia Driver GPU AMI (Ubuntu 22.04) {build}',
    builds: ['20250304'],
  },
  {
    ...{ platform: 'macOS', osName: 'macOS 14.7.4', arm: 'arm64', architecture: 'arm64_mac' },
    name: 'amzn-ec2-macos-14.7.4-{build}-120000-arm64',
    builds: ['20250303'],
    sizeGiB: 100,
  },
];

const RED_HAT: readonly Series[] = (
  [
    ['9.5.0', 'HVM', 'Hourly2', ['20250128']],
    ['9.4.0', 'HVM', 'Hourly2', ['20241210', '20250218']],
    ['9.5.0', 'HVM', 'Access2', ['20250128']],
    ['8.10.0', 'HVM', 'Hourly2', ['20250130']],
    ['8.9.0', 'HVM', 'Hourly2', ['20250217']],
  ] as const
).map(([version, kind, billing, builds]): Series => ({
  ...{ platform: 'Red Hat', osName: `RHEL ${version}`, builds, ...AWS_WORDS, isEverywhere: true },
  name: `RHEL-${version}_${kind}-{build}-{arch}-0-${billing}-GP3`,
  description: 'Provided by Red Hat, Inc.',
}));

const RPM_BASED: readonly Series[] = (
  [
    ['Rocky Linux', '9.5', 'Rocky-9-EC2-Base-9.5-{build}.0.{arch}', ['20241118']],
    ['Rocky Linux', '9.4', 'Rocky-9-EC2-Base-9.4-{build}.0.{arch}', ['20240509', '20241231']],
    ['Rocky Linux', '9.5', 'Rocky-9-EC2-LVM-9.5-{build}.0.{arch}', ['20241118']],
    ['Rocky Linux', '8.10', 'Rocky-8-EC2-Base-8.10-{build}.0.{arch}', ['20240528']],
    ['Rocky Linux', '8.9', 'Rocky-8-EC2-Base-8.9-{build}.0.{arch}', ['20231119']],
    ['AlmaLinux', '9.5', 'AlmaLinux OS 9.5.{build} {arch}', ['20241120', '20250218']],
    ['AlmaLinux', '8.10', 'AlmaLinux OS 8.10.{build} {arch}', ['20250211']],
    ['AlmaLinux', '8.9', 'AlmaLinux OS 8.9.{build} {arch}', ['20231123']],
    ['Fedora', '41', 'Fedora-Cloud-Base-AmazonEC2.{arch}-41-{build}.0', ['20241027', '20250301']],
    ['CentOS', '9', 'CentOS Stream 9 {arch} {build}', ['20241209', '20250303']],
    ['CentOS', '7.9', 'CentOS Linux 7 {arch} - 2211', ['20221108']],
    ['Oracle Linux', '9.5', 'OL9.5-{arch}-HVM-2025-01-20', ['20250120']],
    ['Flatcar', '4081.3.1', 'Flatcar-stable-4081.3.1-{arch}-hvm', ['20250220']],
    ['Flatcar', '4230.0.1', 'Flatcar-beta-4230.0.1-{arch}-hvm', ['20250304']],
  ] as const
).map(([platform, version, name, builds]): Series => ({
  ...{ platform, osName: `${platform} ${version}`, name, builds, ...RPM },
  ...(name.startsWith('CentOS Linux 7') ? { isOver: true } : {}),
}));

const SUSE: readonly Series[] = ['15-sp6', '15-sp5', '12-sp5'].map((release): Series => ({
  ...{ platform: 'SUSE', osName: `SLES ${release}`, builds: ['20241018', '20250210'] },
  ...AWS_WORDS,
  name: `suse-sles-${release}-v{build}-hvm-ssd-{arch}`,
}));

const FREEBSD: readonly Series[] = ['13.4', '14.2'].map((version): Series => ({
  ...{ platform: 'FreeBSD', osName: `FreeBSD ${version}`, builds: ['20241203'] },
  ...{ name: `FreeBSD ${version}-RELEASE-{arch} UFS`, osType: 'bsd', ...DEB },
}));

const WINDOWS: readonly Series[] = [
  ...['2025-English-Full-Base', '2022-English-Full-Base', '2022-English-Core-Base'],
  ...['2022-Japanese-Full-Base', '2022-English-Full-SQL_2022_Standard'],
  ...['2022-English-Full-ContainersLatest', '2019-English-Full-Base', '2016-English-Full-Base'],
].map((kind): Series => ({
  ...{ platform: 'Windows', osName: `Windows Server ${kind.slice(0, 4)}`, x86: 'x86_64' },
  ...{ name: `Windows_Server-${kind}-{build}`, osType: 'windows', sizeGiB: 30 },
  builds: ['2025.01.15', '2025.02.13', '2025.03.12'],
  description: `Microsoft Windows Server ${kind.slice(0, 4)} AMI provided by Amazon`,
  parameter: `/aws/service/ami-windows-latest/Windows_Server-${kind}`,
  isEverywhere: true,
}));

const WINDOWS_2012: Series = {
  ...{ platform: 'Windows', osName: 'Windows Server 2012 R2', x86: 'x86_64', osType: 'windows' },
  name: 'Windows_Server-2012-R2_RTM-English-64Bit-Base-{build}',
  builds: ['2023.09.13', '2023.10.11'],
  sizeGiB: 30,
  isOver: true,
};

export const SERIES: readonly Series[] = [
  ...[...UBUNTU, ...DEBIAN, ...AMAZON, ...RED_HAT, ...RPM_BASED, ...SUSE, ...FREEBSD],
  ...[...WINDOWS, WINDOWS_2012],
];
