/**
 * Images of Azure: the marketplace of official publishers and of others whose offers look alike, the
 * subscription's own images and galleries, and galleries of others.
 */
import type { CatalogImage } from '../../catalog-image';
import { azurermAccountImages } from './catalog-accounts';

export const LOCATIONS = ['westeurope', 'eastus', 'southeastasia', 'northeurope'];
/** The newest versions are not in northeurope yet. */
const EARLY = LOCATIONS.filter((location) => location !== 'northeurope');

/** A SKU: `publisher:offer:sku`, the system as people call it, its versions from old to new. */
type Series = readonly [
  sku: string,
  osName: string,
  versions: readonly string[],
  more?: Partial<CatalogImage>,
];

const UBUNTU_24 = ['24.04.202404230', '24.04.202409120', '24.04.202503050'];
const UBUNTU_22 = ['22.04.202401291', '22.04.202409120', '22.04.202502280'];
const DEBIAN_12 = ['0.20240717.1811', '0.20241004.1890', '0.20250316.2053'];
const RHEL_9 = ['9.3.2023121811', '9.4.2024060517', '9.5.2024112215'];
const RHEL_8 = ['8.9.2024022911', '8.10.2024060517'];
const SERVER_2022 = ['20348.1906.230803', '20348.2849.241101', '20348.3328.250307'];
const SERVER_2025 = ['26100.2314.241107', '26100.3476.250306'];

const arm: Partial<CatalogImage> = { architecture: 'Arm64' };

/** Free images of vendors that sell others have a plan all the same. */
const plan = (publisher: string, product: string, name: string): Partial<CatalogImage> => ({
  native: { plan: { publisher, product, name } },
});

const SERIES: readonly Series[] = [
  ['Canonical:ubuntu-24_04-lts:server', 'Ubuntu 24.04', UBUNTU_24],
  ['Canonical:ubuntu-24_04-lts:server-gen1', 'Ubuntu 24.04', UBUNTU_24],
  ['Canonical:ubuntu-24_04-lts:server-arm64', 'Ubuntu 24.04', UBUNTU_24, arm],
  // Built a day later, and newer by its number.
  ['Canonical:ubuntu-24_04-lts:minimal', 'Ubuntu 24.04', ['24.04.202503060']],
  ['Canonical:ubuntu-24_04-lts:cvm', 'Ubuntu 24.04', ['24.04.202503070']],
  ['Canonical:ubuntu-24_04-lts-daily:server', 'Ubuntu 24.04', ['24.04.202506010']],
  ['Canonical:0001-com-ubuntu-server-jammy:22_04-lts-gen2', 'Ubuntu 22.04', UBUNTU_22],
  ['Canonical:0001-com-ubuntu-server-jammy:22_04-lts-arm64', 'Ubuntu 22.04', UBUNTU_22, arm],
  ['Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2', 'Ubuntu 20.04', ['20.04.202401291']],
  ['Canonical:UbuntuServer:18.04-LTS', 'Ubuntu 18.04', ['18.04.202306070', '18.04.202401161']],
  ['Canonical:ubuntu-25_04:server', 'Ubuntu 25.04', ['25.04.202504170']],
  ['Debian:debian-12:12', 'Debian 12', DEBIAN_12],
  ['Debian:debian-12:12-gen2', 'Debian 12', DEBIAN_12],
  ['Debian:debian-12:12-arm64', 'Debian 12', DEBIAN_12, arm],
  ['Debian:debian-12:12-backports-gen2', 'Debian 12', ['0.20250317.2054']],
  ['Debian:debian-12-daily:12-gen2', 'Debian 12', ['0.20250601.2100']],
  ['Debian:debian-11:11-gen2', 'Debian 11', ['0.20240211.1654', '0.20241004.1890']],
  ['RedHat:RHEL:9-lvm-gen2', 'RHEL 9', RHEL_9],
  ['RedHat:RHEL:9-lvm', 'RHEL 9', RHEL_9],
  ['RedHat:RHEL:8-lvm-gen2', 'RHEL 8.10', RHEL_8],
  ['RedHat:RHEL:8-LVM', 'RHEL 8.9', RHEL_8],
  ['RedHat:RHEL:79-gen2', 'RHEL 7.9', ['7.9.2022032206']],
  ['RedHat:rhel-arm64:9_4-arm64', 'RHEL 9.4', ['9.4.2024060517'], arm],
  [
    'RedHat:rhel-byos:rhel-lvm810-gen2',
    'RHEL 8.10',
    ['8.10.2024060517'],
    plan('redhat', 'rhel-byos', 'rhel-lvm810-gen2'),
  ],
  [
    'resf:rockylinux-x86_64:9-base',
    'Rocky Linux 9',
    ['9.3.20231113', '9.5.20241118'],
    plan('resf', 'rockylinux-x86_64', '9-base'),
  ],
  [
    'resf:rockylinux-x86_64:8-base',
    'Rocky Linux 8.9',
    ['8.9.20231119', '8.10.20240528'],
    plan('resf', 'rockylinux-x86_64', '8-base'),
  ],
  [
    'resf:rockylinux-aarch64:9-base',
    'Rocky Linux 9',
    ['9.5.20241118'],
    { ...arm, ...plan('resf', 'rockylinux-aarch64', '9-base') },
  ],
  ['almalinux:almalinux-x86_64:9-gen2', 'AlmaLinux 9', ['9.4.2024050902', '9.5.2024111901']],
  ['almalinux:almalinux-x86_64:8-gen2', 'AlmaLinux 8.10', ['8.9.2023112201', '8.10.2024053001']],
  ['almalinux:almalinux-arm:9-arm-gen2', 'AlmaLinux 9', ['9.5.2024111901'], arm],
  ['SUSE:sles-15-sp6:gen2', 'SLES 15 SP6', ['2024.07.12', '2025.02.18']],
  ['SUSE:sles-15-sp5:gen2', 'SLES 15 SP5', ['2023.10.03', '2024.07.12']],
  ['SUSE:sles-15-sp6-byos:gen2', 'SLES 15 SP6', ['2025.02.19']],
  ['SUSE:openSUSE-leap-15-6:gen2', 'openSUSE Leap 15.6', ['2024.07.12']],
  ['microsoftazurelinux:azurelinux-4:4', 'Azure Linux 4', ['4.20260101.01']],
  ['microsoftazurelinux:azurelinux-4:4-arm64', 'Azure Linux 4', ['4.20260101.01'], arm],
  ['MicrosoftCBLMariner:azure-linux-3:azure-linux-3-gen2', 'Azure Linux 3', ['3.20250206.01']],
  ['kinvolk:flatcar-container-linux-free:stable-gen2', 'Flatcar', ['3815.2.0', '4081.2.0']],
  ['OpenLogic:CentOS:7_9-gen2', 'CentOS 7.9', ['7.9.2021071901', '7.9.2022020701']],
  ['OpenLogic:CentOS:6.9', 'CentOS 6.9', ['6.9.20180105']],
  ['OpenLogic:CentOS:6.10', 'CentOS 6.10', ['6.10.2020042900']],
  ['Oracle:Oracle-Linux:ol94-lvm-gen2', 'Oracle Linux 9.4', ['9.4.2', '9.4.10']],
  [
    'thefreebsdfoundation:freebsd-14_1:14_1-release-amd64-gen2-zfs',
    'FreeBSD 14.1',
    ['14.1.0'],
    { osType: 'bsd' },
  ],
  ...windows('2022-datacenter-g2', '2022', SERVER_2022),
  ...windows('2022-datacenter', '2022', SERVER_2022),
  ...windows('2022-datacenter-core-g2', '2022', ['20348.3328.250307']),
  ...windows('2022-datacenter-azure-edition', '2022', ['20348.1906.230803']),
  ...windows('2019-Datacenter', '2019', ['17763.6893.250210']),
  ...windows('2019-datacenter-gensecond', '2019', ['17763.6893.250210']),
  ...windows('2019-Datacenter-with-Containers', '2019', ['17763.7009.250306']),
  ...windows('2012-R2-Datacenter', '2012 R2', ['9600.21620.231004']),
  ...windows('2025-datacenter-g2', '2025', SERVER_2025),
];

function windows(sku: string, version: string, versions: readonly string[]): readonly Series[] {
  const more = { osType: 'windows', sizeGiB: 127 } as const;
  return [
    [`MicrosoftWindowsServer:WindowsServer:${sku}`, `Windows Server ${version}`, versions, more],
  ];
}

/** The marketplace first, then images of accounts. */
export function azurermCatalog(): readonly CatalogImage[] {
  return [...SERIES.flatMap(expand), ...azurermAccountImages()];
}

function expand([series, osName, versions, more = {}]: Series): readonly CatalogImage[] {
  return versions.map((version, index): CatalogImage => {
    const isNewest = index === versions.length - 1 && index > 0;
    const isOldest = index === 0 && versions.length > 2;
    return {
      cloud: 'azurerm',
      regions: isNewest ? EARLY : LOCATIONS,
      id: `${series}:${version}`,
      name: `${series}:${version}`,
      owner: 'public',
      osType: 'linux',
      osName,
      platform: osName.replace(/ [\d.]+.*$/, ''),
      architecture: 'x64',
      sizeGiB: 30,
      ...more,
      ...(isOldest ? { deprecated: true } : {}),
    };
  });
}
