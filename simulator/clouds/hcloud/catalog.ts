/**
 * Images of Hetzner Cloud: each system image twice under one name, for x86 and Arm, and created on
 * the day of its release.
 */
import type { CatalogImage } from '../../catalog-image';

/** Flavor, version, description, day of the x86 image, of the Arm image, of its deprecation. */
const SYSTEMS: readonly (readonly [
  flavor: string,
  version: string,
  description: string,
  x86: string,
  arm: string | undefined,
  deprecated?: string,
])[] = [
  ['ubuntu', '24.04', 'Ubuntu 24.04', '2024-04-25', '2024-04-25'],
  ['ubuntu', '22.04', 'Ubuntu 22.04', '2022-04-21', '2023-03-20'],
  ['ubuntu', '20.04', 'Ubuntu 20.04', '2020-04-23', '2023-03-20', '2025-05-31'],
  ['ubuntu', '18.04', 'Ubuntu 18.04', '2018-05-02', undefined, '2023-06-12'],
  ['ubuntu', '16.04', 'Ubuntu 16.04', '2018-01-15', undefined, '2021-04-30'],
  ['debian', '13', 'Debian 13', '2025-08-18', '2025-08-18'],
  ['debian', '12', 'Debian 12', '2023-06-13', '2023-06-13'],
  ['debian', '11', 'Debian 11', '2021-08-16', '2023-03-20'],
  ['debian', '10', 'Debian 10', '2019-07-08', undefined, '2024-07-10'],
  ['debian', '9', 'Debian 9', '2018-01-15', undefined, '2022-07-05'],
  ['rocky', '10', 'Rocky Linux 10', '2025-06-17', '2025-06-17'],
  ['rocky', '9', 'Rocky Linux 9', '2022-07-18', '2023-03-20'],
  ['rocky', '8', 'Rocky Linux 8', '2021-06-22', '2023-03-20'],
  ['alma', '10', 'AlmaLinux 10', '2025-06-03', '2025-06-03'],
  ['alma', '9', 'AlmaLinux 9', '2022-05-27', '2023-03-20'],
  ['alma', '8', 'AlmaLinux 8', '2021-04-12', '2023-03-20'],
  ['centos', 'stream-10', 'CentOS Stream 10', '2025-02-04', '2025-02-04'],
  ['centos', 'stream-9', 'CentOS Stream 9', '2022-01-27', '2023-03-20'],
  ['centos', 'stream-8', 'CentOS Stream 8', '2021-05-03', undefined, '2024-06-03'],
  ['centos', '7', 'CentOS 7', '2018-01-15', undefined, '2024-07-02'],
  ['fedora', '42', 'Fedora 42', '2025-04-15', '2025-04-15'],
  ['fedora', '41', 'Fedora 41', '2024-10-29', '2024-10-29'],
  ['fedora', '40', 'Fedora 40', '2024-04-23', '2024-04-23', '2025-05-21'],
  ['fedora', '39', 'Fedora 39', '2023-11-07', '2023-11-07', '2024-12-03'],
  ['opensuse', '15', 'openSUSE Leap 15', '2018-06-12', '2023-03-20'],
  ['unknown', 'latest', 'Arch Linux', '2024-01-10', undefined],
];

/** Apps by name and description; their OS is Ubuntu 24.04 or 22.04. */
const APPS: readonly (readonly [name: string, description: string, os: '24.04' | '22.04'])[] = [
  ['docker-ce', 'Docker CE', '24.04'],
  ['lamp', 'LAMP', '24.04'],
  ['wordpress', 'WordPress', '24.04'],
  ['nextcloud', 'Nextcloud', '24.04'],
  ['gitlab', 'GitLab', '24.04'],
  ['jitsi', 'Jitsi', '24.04'],
  ['go', 'Go', '24.04'],
  ['ruby', 'Ruby', '24.04'],
  ['collab-tools', 'Collab Tools', '22.04'],
  ['photoprism', 'PhotoPrism', '22.04'],
  ['prometheus-grafana', 'Prometheus & Grafana', '24.04'],
  ['wireguard', 'WireGuard', '24.04'],
  ['owncast', 'Owncast', '22.04'],
];

/** Ids of the two rows that a public capture shows, and of two that tests name. */
const KNOWN_IDS: Readonly<Record<string, number>> = {
  'ubuntu-20.04 x86': 15_512_617,
  'ubuntu-20.04 arm': 103_908_070,
  'ubuntu-24.04 x86': 161_547_269,
  'ubuntu-24.04 arm': 161_547_270,
};
const FIRST_ID = 168_855;

const PLACE = { cloud: 'hcloud', regions: ['global'], osType: 'linux' } as const;

/** System images, apps, then the project's snapshots and backups. */
export function hcloudCatalog(): readonly CatalogImage[] {
  return [...SYSTEMS.flatMap(expandSystem), ...APPS.flatMap(expandApp), ...ownImages()];
}

function expandSystem(
  [flavor, version, description, x86, arm, deprecated]: (typeof SYSTEMS)[number],
  index: number,
): CatalogImage[] {
  const name = flavor === 'unknown' ? 'arch-linux' : `${flavor}-${version}`;
  return [...(x86 ? [['x86', x86]] : []), ...(arm ? [['arm', arm]] : [])].map(
    ([architecture = '', day]): CatalogImage => ({
      ...PLACE,
      id: String(
        KNOWN_IDS[`${name} ${architecture}`] ??
          FIRST_ID + 2_000_003 * index + (architecture === 'arm' ? 90_000_000 : 0),
      ),
      name,
      owner: 'public',
      osName: description,
      platform: flavor,
      architecture,
      createdAt: `${day}T06:15:25Z`,
      sizeGiB: 5,
      ...(deprecated === undefined ? {} : { deprecated: true }),
      native: {
        ...(version.startsWith('stream') ? { os_version: version.replace('-', '') } : {}),
        ...(deprecated === undefined ? {} : { deprecated: `${deprecated}T00:00:00Z` }),
      },
    }),
  );
}

function expandApp(
  [name, description, os]: (typeof APPS)[number],
  index: number,
): readonly CatalogImage[] {
  return ['x86', 'arm'].map((architecture, arm): CatalogImage => ({
    ...PLACE,
    id: String(40_093_247 + 1_000_033 * index + arm * 70_000_000),
    name,
    owner: 'public',
    osName: description,
    platform: 'ubuntu',
    architecture,
    createdAt: '2024-05-13T08:20:11Z',
    sizeGiB: 5,
    native: { type: 'app', os_version: os },
  }));
}

function ownImages(): readonly CatalogImage[] {
  const ubuntu = {
    ...PLACE,
    owner: 'self',
    osName: 'Ubuntu 24.04',
    platform: 'ubuntu',
    architecture: 'x86',
    sizeGiB: 40,
  } as const;
  const id = (number: number): string => String(310_000_000 + 1_117 * number);
  return [
    ...['2025-05-01', '2025-06-01', '2025-07-01'].map((day, index): CatalogImage => ({
      ...ubuntu,
      id: id(index),
      name: `golden-ubuntu-24.04-${day}`,
      createdAt: `${day}T02:03:04Z`,
      tags: { env: index === 2 ? 'staging' : 'production', team: 'platform' },
    })),
    ...['creating', 'unavailable', 'dreaming'].map((state, index): CatalogImage => ({
      ...ubuntu,
      id: id(10 + index),
      name: `golden-ubuntu-24.04-2025-08-0${index + 1}`,
      state,
      createdAt: `2025-08-0${index + 1}T02:03:04Z`,
    })),
    {
      ...ubuntu,
      id: id(20),
      name: 'golden-ubuntu-24.04-arm-2025-07-01',
      architecture: 'arm',
      createdAt: '2025-07-01T03:00:00Z',
      tags: { env: 'production' },
    },
    // Named like the system image, and newer: it is chosen where the type is not checked.
    {
      ...ubuntu,
      id: id(21),
      name: 'ubuntu-24.04',
      createdAt: '2025-09-01T00:00:00Z',
    },
    {
      ...ubuntu,
      id: id(22),
      name: 'Backup 2025-07-02',
      createdAt: '2025-07-02T00:00:00Z',
      native: { type: 'backup' },
    },
    {
      ...ubuntu,
      id: id(23),
      name: 'rescued-disk',
      osName: 'unknown',
      platform: 'unknown',
      createdAt: '2025-03-02T00:00:00Z',
      native: { os_version: null },
    },
  ];
}
