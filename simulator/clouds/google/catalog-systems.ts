/** Public images of Compute Engine: series of builds, with names as their projects write them. */
import type { CatalogImage } from '../../catalog-image';

/** One family with several builds, oldest first. Only the newest is not deprecated. */
export interface Series {
  readonly platform: string;
  /** `{build}` stands for a build. */
  readonly name: string;
  readonly family: string;
  readonly builds: readonly string[];
  readonly description?: string;
  /** Empty: not reported, as of images of before 2022. */
  readonly architecture?: string;
  readonly osType?: CatalogImage['osType'];
  readonly sizeGiB?: number;
  /** The state of the newest build, where it is not in use any more. */
  readonly end?: 'DEPRECATED' | 'OBSOLETE' | 'DELETED';
  readonly native?: CatalogImage['native'];
}

const ARM = { architecture: 'ARM64' } as const;

const ubuntu = (
  version: string,
  code: string,
  builds: readonly string[],
  more: Partial<Series> = {},
): readonly Series[] =>
  (['amd64', 'arm64'] as const).map((word): Series => {
    const digits = version.replace('.', '');
    // Until 22.04, the names and families of x86 images have no architecture.
    const isOld = version < '23';
    const suffix = isOld && word === 'amd64' ? '' : `-${word}`;
    return {
      platform: 'Ubuntu',
      name: `ubuntu-${digits}-${code}${suffix}-v{build}`,
      family: `ubuntu-${digits}-lts${suffix}`,
      description: `Canonical, Ubuntu, ${version} LTS, ${word} ${code} image built on {day}`,
      builds,
      ...(word === 'arm64' ? ARM : {}),
      ...more,
    };
  });

const UBUNTU: readonly Series[] = [
  ...ubuntu('24.04', 'noble', ['20240830', '20250117', '20250228', '20250313']),
  ...ubuntu('22.04', 'jammy', ['20240830', '20250128', '20250312']),
  ...ubuntu('20.04', 'focal', ['20240830', '20250313']),
  {
    platform: 'Ubuntu',
    name: 'ubuntu-1604-xenial-v{build}',
    family: 'ubuntu-1604-lts',
    description: 'Canonical, Ubuntu, 16.04 LTS, amd64 xenial image built on {day}',
    builds: ['20210429', '20210928'],
    architecture: '',
    end: 'DEPRECATED',
    native: { licenses: null },
  },
  ...(['amd64', 'arm64'] as const).map((word): Series => ({
    platform: 'Ubuntu',
    name: `ubuntu-minimal-2404-noble-${word}-v{build}`,
    family: `ubuntu-minimal-2404-lts-${word}`,
    description: `Canonical, Ubuntu, 24.04 LTS Minimal, ${word} noble minimal image built on {day}`,
    builds: ['20250217', '20250311'],
    ...(word === 'arm64' ? ARM : {}),
  })),
  {
    platform: 'Ubuntu Pro',
    name: 'ubuntu-pro-2404-noble-amd64-v{build}',
    family: 'ubuntu-pro-2404-lts-amd64',
    description:
      'Canonical, Ubuntu Pro, 24.04 LTS Pro Server, amd64 noble pro-server image built on {day}',
    builds: ['20250228', '20250319'],
  },
  {
    platform: 'Ubuntu Accelerator',
    name: 'ubuntu-accelerator-2404-amd64-with-nvidia-570-v{build}',
    family: 'ubuntu-accelerator-2404-amd64-with-nvidia-570',
    builds: ['20250320'],
  },
];

const DEBIAN: readonly Series[] = (
  [
    ['12', 'bookworm', ['20240815', '20250212', '20250311']],
    ['11', 'bullseye', ['20240815', '20250311']],
    ['10', 'buster', ['20240617']],
  ] as const
).flatMap(([version, code, builds]) =>
  (version === '10' ? ['amd64'] : ['amd64', 'arm64']).map((word): Series => {
    const suffix = word === 'arm64' ? '-arm64' : '';
    return {
      platform: 'Debian',
      name: `debian-${version}-${code}${suffix}-v{build}`,
      family: `debian-${version}${suffix}`,
      description: `Debian, Debian GNU/Linux, ${version} (${code}), ${word} built on {build}`,
      builds,
      ...(word === 'arm64' ? ARM : {}),
      ...(version === '10' ? { end: 'DEPRECATED' } : {}),
    };
  }),
);

/** Platform, name without its build, title, builds: for x86 and Arm. */
const RPM: readonly Series[] = (
  [
    ['Rocky Linux', 'rocky-linux-9', 'Rocky Linux, 9', ['20240815', '20250212', '20250311']],
    ['Rocky Linux', 'rocky-linux-8', 'Rocky Linux, 8', ['20240815', '20250311']],
    [
      'Rocky Linux',
      'rocky-linux-9-optimized-gcp',
      'Rocky Linux, 9 optimized for GCP',
      ['20250318'],
    ],
    ['AlmaLinux', 'almalinux-9', 'AlmaLinux, 9', ['20240815', '20250312']],
    ['AlmaLinux', 'almalinux-8', 'AlmaLinux, 8', ['20250312']],
    ['CentOS', 'centos-stream-9', 'CentOS, Stream 9', ['20250212', '20250311']],
    ['RHEL', 'rhel-9', 'Red Hat Enterprise Linux, 9', ['20240815', '20250311']],
    ['RHEL', 'rhel-8', 'Red Hat Enterprise Linux, 8', ['20250311']],
    ['Oracle Linux', 'oracle-linux-9', 'Oracle Linux, 9', ['20250312']],
  ] as const
).flatMap(([platform, name, title, builds]) =>
  (['x86_64', 'aarch64'] as const).map((word): Series => {
    const suffix = word === 'aarch64' ? '-arm64' : '';
    return {
      platform,
      name: `${name}${suffix}-v{build}`,
      family: `${name}${suffix}`,
      description: `${title}, ${word} built on {build}`,
      builds,
      sizeGiB: 20,
      ...(word === 'aarch64' ? ARM : {}),
    };
  }),
);

const OTHERS: readonly Series[] = [
  {
    platform: 'Rocky Linux Accelerator',
    name: 'rocky-linux-9-optimized-gcp-nvidia-570-v{build}',
    family: 'rocky-linux-9-optimized-gcp-nvidia-570',
    builds: ['20250320'],
  },
  {
    platform: 'CentOS',
    name: 'centos-7-v{build}',
    family: 'centos-7',
    description: 'CentOS, CentOS, 7, x86_64 built on {build}',
    builds: ['20240515', '20240611'],
    end: 'OBSOLETE',
  },
  {
    platform: 'RHEL for SAP',
    name: 'rhel-9-4-sap-v{build}',
    family: 'rhel-9-4-sap-ha',
    builds: ['20250320'],
  },
  {
    platform: 'SLES',
    name: 'sles-15-sp6-v{build}-x86-64',
    family: 'sles-15',
    builds: ['20240808', '20250311'],
  },
  {
    platform: 'SLES',
    name: 'sles-15-sp6-v{build}-arm64',
    family: 'sles-15-arm64',
    builds: ['20250311'],
    ...ARM,
  },
  {
    platform: 'SLES for SAP',
    name: 'sles-15-sp6-sap-v{build}-x86-64',
    family: 'sles-15-sp6-sap',
    builds: ['20250312'],
  },
  {
    platform: 'openSUSE',
    name: 'opensuse-leap-15-6-v{build}-x86-64',
    family: 'opensuse-leap-15-6',
    builds: ['20240711'],
  },
  ...(['101-17162-463-8', '113-18244-291-63', '117-18613-164-68'] as const).map(
    (build): Series => ({
      platform: 'Container-Optimized OS',
      name: `cos-${build}`,
      family: `cos-${build.slice(0, 3)}-lts`,
      description: `Google, Container-Optimized OS, ${build.replaceAll('-', '.')} LTS, Kernel: COS-6.6.72 Kubernetes: 1.32.2 Docker: 27.5.1`,
      builds: [''],
    }),
  ),
  {
    platform: 'Fedora',
    name: 'fedora-cloud-base-gcp-41-1-4-x86-64',
    family: 'fedora-cloud-41',
    builds: [''],
  },
  {
    platform: 'Fedora CoreOS',
    name: 'fedora-coreos-41-20250302-3-2-gcp-x86-64',
    family: 'fedora-coreos-stable',
    builds: [''],
  },
  {
    platform: 'Flatcar',
    name: 'flatcar-stable-{build}',
    family: 'flatcar-stable',
    builds: ['3975-2-1', '4152-2-1'],
  },
  ...(['amd64', 'arm64'] as const).map((word): Series => ({
    platform: 'FreeBSD',
    name: `freebsd-14-2-release-${word}-ufs`,
    family: `freebsd-14-2${word === 'arm64' ? '-arm64' : ''}`,
    osType: 'bsd',
    builds: [''],
    ...(word === 'arm64' ? ARM : {}),
  })),
];

const WINDOWS: readonly Series[] = [
  ...(
    [
      ['2025', '-dc', '2025 Datacenter', ['20250213', '20250314']],
      ['2022', '-dc', '2022 Datacenter', ['20240815', '20250213', '20250314']],
      ['2022', '-dc-core', '2022 Datacenter Core', ['20250213', '20250320']],
      ['2019', '-dc', '2019 Datacenter', ['20250314']],
      ['2016', '-dc', '2016 Datacenter', ['20250314']],
    ] as const
  ).map(([version, suffix, title, builds]): Series => ({
    platform: 'Windows',
    name: `windows-server-${version}${suffix}-v{build}`,
    family: `windows-${version}${suffix === '-dc' ? '' : '-core'}`,
    description: `Microsoft, Windows Server, ${title}, x64 built on {build}`,
    builds,
    osType: 'windows',
    sizeGiB: 50,
  })),
  {
    platform: 'Windows',
    name: 'windows-server-2012-r2-dc-v{build}',
    family: 'windows-2012-r2',
    builds: ['20231010'],
    osType: 'windows',
    sizeGiB: 50,
    end: 'DELETED',
  },
  {
    platform: 'SQL Server',
    name: 'sql-2022-standard-windows-2022-dc-v{build}',
    family: 'sql-std-2022-win-2022',
    description:
      'Microsoft, SQL Server 2022 Standard, on Windows Server 2022, x64 built on {build}',
    builds: ['20250320'],
    osType: 'windows',
    sizeGiB: 50,
  },
];

export const SERIES: readonly Series[] = [...UBUNTU, ...DEBIAN, ...RPM, ...WINDOWS, ...OTHERS];
