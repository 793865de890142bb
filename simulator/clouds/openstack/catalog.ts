/**
 * Images of an OpenStack cloud: the operator's public images with builds that are hidden later,
 * community images of strangers, shared ones, and a project's own images and snapshots.
 */
import type { CatalogImage } from '../../catalog-image';
import { PROJECTS } from './vocabulary';

const REGIONS = ['RegionOne', 'RegionTwo'];

/** Name, os_distro, os_version, architecture, days of its builds; all but the newest are hidden. */
const PUBLIC: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  ['Ubuntu 24.04', 'ubuntu', '24.04', 'x86_64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['Ubuntu 24.04 ARM', 'ubuntu', '24.04', 'aarch64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['Ubuntu 24.04 Minimal', 'ubuntu', '24.04', 'x86_64', ['2025-04-10']],
  ['Ubuntu 22.04', 'ubuntu', '22.04', 'x86_64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['Ubuntu 22.04 NVIDIA GPU', 'ubuntu', '22.04', 'x86_64', ['2025-07-12']],
  ['Ubuntu 20.04', 'ubuntu', '20.04', 'x86_64', ['2024-10-01', '2025-04-10']],
  ['Ubuntu 18.04', 'ubuntu', '18.04', 'x86_64', ['2023-05-10']],
  ['Debian 13', 'debian', '13', 'x86_64', ['2025-08-20']],
  ['Debian 12', 'debian', '12', 'x86_64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['Debian 12 ARM', 'debian', '12', 'aarch64', ['2025-04-10', '2025-07-12']],
  ['Debian 11', 'debian', '11', 'x86_64', ['2024-10-01', '2025-04-10']],
  ['Debian 9', 'debian', '9.13', 'x86_64', ['2021-04-10']],
  ['Rocky Linux 10', 'rocky', '10', 'x86_64', ['2025-07-12']],
  ['Rocky Linux 9', 'rocky', '9', 'x86_64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['Rocky Linux 9 ARM', 'rocky', '9', 'aarch64', ['2025-07-12']],
  ['Rocky Linux 8.10', 'rocky', '8.10', 'x86_64', ['2025-07-12']],
  ['Rocky Linux 8.9', 'rocky', '8.9', 'x86_64', ['2024-10-01']],
  ['AlmaLinux 9', 'almalinux', '9', 'x86_64', ['2024-10-01', '2025-04-10', '2025-07-12']],
  ['AlmaLinux 8', 'almalinux', '8', 'x86_64', ['2025-04-10', '2025-07-12']],
  ['CentOS Stream 9', 'centos', '9', 'x86_64', ['2024-10-01', '2025-07-12']],
  ['CentOS 7', 'centos', '7.9', 'x86_64', ['2023-05-10', '2024-06-30']],
  ['CentOS 6.10', 'centos', '6.10', 'x86_64', ['2020-11-30']],
  ['CentOS 6.9', 'centos', '6.9', 'x86_64', ['2018-11-30']],
  ['CentOS 6.9 32-bit', 'centos', '6.9', 'i686', ['2018-11-30']],
  ['Fedora 42', 'fedora', '42', 'x86_64', ['2025-04-20', '2025-07-12']],
  ['Fedora CoreOS 42', 'fedora-coreos', '42', 'x86_64', ['2025-07-12']],
  ['openSUSE Leap 15.6', 'opensuse', '15.6', 'x86_64', ['2024-10-01', '2025-07-12']],
  ['Flatcar Container Linux', 'flatcar', '4230.2.0', 'x86_64', ['2025-07-12']],
  ['FreeBSD 14.1', 'freebsd', '14.1', 'x86_64', ['2024-10-01']],
  ['FreeBSD 13.2', 'freebsd', '13.2', 'x86_64', ['2023-10-01']],
  ['CirrOS 0.6.2', 'cirros', '0.6.2', 'x86_64', ['2023-05-30']],
  ['Windows Server 2025 Datacenter', 'windows', '2025', 'x86_64', ['2025-07-12']],
  ['Windows Server 2022 Datacenter', 'windows', '2022', 'x86_64', ['2024-10-01', '2025-07-12']],
  ['Windows Server 2022 Standard', 'windows', '2022', 'x86_64', ['2025-07-12']],
  ['Windows Server 2019 Datacenter', 'windows', '2019', 'x86_64', ['2024-10-01', '2025-07-12']],
  ['Windows Server 2012 R2 Datacenter', 'windows', '2012 R2', 'x86_64', ['2023-10-01']],
  ['Windows Server 2012 R2 Standard', 'windows', '2012 R2', 'x86_64', ['2023-10-01']],
];

const uuid = (kind: number, number: number): string =>
  `0f4d1c52-9a3e-4b6f-8c2${kind}-${String(number).padStart(12, '0')}`;

/** The operator's images, then those of projects. */
export function openstackCatalog(): readonly CatalogImage[] {
  let number = 0;
  const operators = PUBLIC.flatMap(([name, platform, version, architecture, builds]) =>
    builds.toReversed().map((day, age): CatalogImage => {
      number += 1;
      return {
        cloud: 'openstack',
        // The newest builds are not in the second region yet.
        regions: age === 0 && day > '2025-07-01' ? ['RegionOne'] : REGIONS,
        id: uuid(1, number),
        name,
        owner: 'public',
        osType: platform === 'windows' ? 'windows' : platform === 'freebsd' ? 'bsd' : 'linux',
        osName: version,
        platform,
        architecture,
        createdAt: `${day}T04:12:31Z`,
        sizeGiB: platform === 'windows' ? 40 : 10,
        ...(age === 0 ? {} : { deprecated: true }),
        native: { image_build_date: day },
      };
    }),
  );
  return [...operators, ...projectImages()];
}

function projectImages(): readonly CatalogImage[] {
  const ubuntu = {
    cloud: 'openstack',
    regions: ['RegionOne'],
    osType: 'linux',
    osName: '24.04',
    platform: 'ubuntu',
    architecture: 'x86_64',
    sizeGiB: 20,
  } as const;
  return [
    // Strangers' images with the name of the operator's, and newer.
    ...PROJECTS.strangers.map((ownerId, index): CatalogImage => ({
      ...ubuntu,
      id: uuid(2, index + 1),
      name: 'Ubuntu 24.04',
      owner: 'community',
      ownerId,
      createdAt: `2025-09-0${index + 1}T00:00:00Z`,
    })),
    {
      ...ubuntu,
      id: uuid(2, 3),
      name: 'Ubuntu 24.04',
      owner: 'shared',
      createdAt: '2025-09-03T00:00:00Z',
    },
    // Shared, but not accepted.
    {
      ...ubuntu,
      id: uuid(2, 4),
      name: 'Ubuntu 24.04',
      owner: 'shared',
      createdAt: '2025-09-04T00:00:00Z',
      native: { member_status: 'pending' },
    },
    ...['2025-05-01', '2025-06-01', '2025-07-01'].map((day, index): CatalogImage => ({
      ...ubuntu,
      id: uuid(3, index + 1),
      name: `golden-ubuntu-24.04-${day}`,
      owner: 'self',
      createdAt: `${day}T02:03:04Z`,
      tags: { env: index === 2 ? 'staging' : 'production', golden: '' },
      native: index === 0 ? { visibility: 'private' } : {},
    })),
    ...['queued', 'saving', 'deactivated', 'killed', 'dreaming'].map(
      (state, index): CatalogImage => ({
        ...ubuntu,
        id: uuid(3, 10 + index),
        name: `golden-ubuntu-24.04-2025-08-0${index + 1}`,
        owner: 'self',
        state,
        createdAt: `2025-08-0${index + 1}T02:03:04Z`,
      }),
    ),
    // A snapshot of a server has the metadata of the image that the server was made from.
    {
      ...ubuntu,
      id: uuid(3, 20),
      name: 'web-1-before-upgrade',
      owner: 'self',
      createdAt: '2025-09-05T00:00:00Z',
      native: { visibility: 'private', image_type: 'snapshot', base_image_ref: uuid(1, 1) },
    },
  ];
}
