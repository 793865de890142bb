/**
 * Images of DigitalOcean: distributions, whose names have the version alone and whose slugs move to
 * each new build, applications of the marketplace, and an account's own images.
 */
import type { CatalogImage } from '../../catalog-image';

const REGIONS = ['nyc3', 'ams3', 'fra1', 'sfo3', 'nyc2'];
/** The newest builds are not in nyc2 yet. */
const EARLY_REGIONS = REGIONS.filter((region) => region !== 'nyc2');

/** Distribution, name, slug, days of its builds. The last build has the slug; the others are retired. */
const DISTRIBUTIONS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['Ubuntu', '25.04 x64', 'ubuntu-25-04-x64', ['2025-04-20', '2025-07-12']],
  ['Ubuntu', '24.10 x64', 'ubuntu-24-10-x64', ['2024-10-16', '2025-02-11']],
  ['Ubuntu', '24.04 (LTS) x64', 'ubuntu-24-04-x64', ['2024-05-10', '2025-02-11', '2025-07-12']],
  ['Ubuntu', '22.04 (LTS) x64', 'ubuntu-22-04-x64', ['2024-05-10', '2025-02-11', '2025-07-12']],
  ['Ubuntu', '20.04 (LTS) x64', 'ubuntu-20-04-x64', ['2020-05-15', '2024-05-10']],
  ['Debian', '13 x64', 'debian-13-x64', ['2025-08-20']],
  ['Debian', '12 x64', 'debian-12-x64', ['2023-06-14', '2024-05-10', '2025-07-12']],
  ['Debian', '11 x64', 'debian-11-x64', ['2021-08-16', '2024-05-10']],
  ['Debian', '10 x64', 'debian-10-x64', ['2019-07-08', '2022-09-12']],
  ['Debian', '9 x64', 'debian-9-x64', ['2018-06-01', '2021-04-12']],
  ['Rocky Linux', '10 x64', 'rockylinux-10-x64', ['2025-06-30']],
  ['Rocky Linux', '9 x64', 'rockylinux-9-x64', ['2022-07-18', '2024-05-10', '2025-07-12']],
  ['Rocky Linux', '8 x64', 'rockylinux-8-x64', ['2021-06-25', '2024-05-10', '2025-07-12']],
  ['AlmaLinux', '10 x64', 'almalinux-10-x64', ['2025-06-30']],
  ['AlmaLinux', '9 x64', 'almalinux-9-x64', ['2022-06-01', '2024-05-10', '2025-07-12']],
  ['AlmaLinux', '8 x64', 'almalinux-8-x64', ['2022-06-01', '2024-05-10', '2025-07-12']],
  ['CentOS', '10 Stream x64', 'centos-stream-10-x64', ['2025-02-11', '2025-07-12']],
  ['CentOS', '9 Stream x64', 'centos-stream-9-x64', ['2022-05-11', '2024-05-10', '2025-07-12']],
  ['CentOS', '7 x64', 'centos-7-x64', ['2018-11-26', '2021-04-12']],
  ['CentOS', '6.10 x64', 'centos-6-10-x64', ['2019-06-01']],
  ['CentOS', '6.9 x64', 'centos-6-9-x64', ['2017-06-01', '2018-04-12']],
  ['Fedora', '42 x64', 'fedora-42-x64', ['2025-04-20', '2025-07-12']],
  ['Fedora', '41 x64', 'fedora-41-x64', ['2024-11-03', '2025-02-11']],
  ['Fedora', '40 x64', 'fedora-40-x64', ['2024-04-26', '2024-11-03']],
  ['FreeBSD', '13.0 zfs x64', 'freebsd-13-x64-zfs', ['2021-04-20', '2021-11-02']],
  ['FreeBSD', '12.2 ufs x64', 'freebsd-12-x64-ufs', ['2020-11-02', '2021-04-20']],
  ['Ubuntu', 'AI/ML Ready H100x1', 'gpu-h100x1-base', ['2024-10-01', '2025-07-12']],
];

/** Applications: name, slug, the distribution below it. */
const APPLICATIONS: readonly (readonly [string, string, string])[] = [
  ['Docker 25.0.3 on Ubuntu 22.04', 'docker-20-04', 'Ubuntu'],
  ['WordPress 6.8 on Ubuntu 24.04', 'wordpress-20-04', 'Ubuntu'],
  ['LAMP on Ubuntu 22.04', 'lamp-20-04', 'Ubuntu'],
  ['LEMP on Ubuntu 24.04', 'lemp-20-04', 'Ubuntu'],
  ['NodeJS 22 on Ubuntu 24.04', 'nodejs-20-04', 'Ubuntu'],
  ['MySQL on Ubuntu 22.04', 'mysql-20-04', 'Ubuntu'],
  ['MongoDB 7.0 on Ubuntu 22.04', 'mongodb-20-04', 'Ubuntu'],
  ['cPanel & WHM on AlmaLinux 9', 'cpanel-cpanelwhm-7-9', 'AlmaLinux'],
  ['Plesk on Ubuntu 22.04', 'plesk', 'Ubuntu'],
  ['GitLab Enterprise Edition on Ubuntu 22.04', 'gitlab-18-04', 'Ubuntu'],
  ['Ubuntu 24.04 (LTS) Minecraft Server', 'minecraft-java', 'Ubuntu'],
  ['OpenLiteSpeed Django on Ubuntu 24.04', 'litespeedtechnol-openlitespeeddja-20-04', 'Ubuntu'],
];

/** Ids of the newest Ubuntu 24.04, which a public capture shows, and of the newest Debian 12. */
const KNOWN_IDS: Readonly<Record<string, number>> = {
  'ubuntu-24-04-x64': 247_516_813,
  'debian-12-x64': 247_516_890,
};

/** Distributions, applications, then the account's own images. */
export function digitaloceanCatalog(): readonly CatalogImage[] {
  return [
    ...DISTRIBUTIONS.flatMap(expandDistribution),
    ...APPLICATIONS.map(expandApplication),
    ...ownImages(),
  ];
}

function expandDistribution(
  [distribution, name, slug, builds]: (typeof DISTRIBUTIONS)[number],
  index: number,
): readonly CatalogImage[] {
  return builds.map((day, build): CatalogImage => {
    const isNewest = build === builds.length - 1;
    const id = isNewest ? KNOWN_IDS[slug] : undefined;
    return {
      cloud: 'digitalocean',
      regions: isNewest && day > '2025' ? EARLY_REGIONS : REGIONS,
      id: String(id ?? 100_000_037 + 1_300_021 * index + 40_009 * build),
      name,
      owner: 'public',
      osType: distribution === 'FreeBSD' ? 'bsd' : 'linux',
      osName: slug,
      platform: distribution,
      architecture: 'x86_64',
      createdAt: `${day}T03:12:58Z`,
      description: name === 'AI/ML Ready H100x1' ? name : `${distribution} ${name}`,
      sizeGiB: 7,
      ...(isNewest ? { family: slug } : { state: 'retired', native: { slug: null } }),
    };
  });
}

function expandApplication(
  [name, slug, distribution]: (typeof APPLICATIONS)[number],
  index: number,
): CatalogImage {
  return {
    cloud: 'digitalocean',
    regions: REGIONS,
    id: String(180_000_011 + 700_001 * index),
    name,
    owner: 'marketplace',
    osType: 'linux',
    osName: slug,
    platform: distribution,
    architecture: 'x86_64',
    // Later than any distribution: chosen where the kind is not checked.
    createdAt: `2025-09-${String(10 + index)}T10:00:00Z`,
    sizeGiB: 25,
    family: slug,
  };
}

function ownImages(): readonly CatalogImage[] {
  const ubuntu = {
    cloud: 'digitalocean',
    regions: ['nyc3', 'ams3'],
    owner: 'self',
    osType: 'linux',
    osName: 'Ubuntu',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    sizeGiB: 25,
  } as const;
  const id = (number: number): string => String(310_000_000 + 1_117 * number);
  return [
    ...['2025-05-01', '2025-06-01', '2025-07-01'].map((day, index): CatalogImage => ({
      ...ubuntu,
      id: id(index),
      name: `golden-ubuntu-24.04-${day}`,
      createdAt: `${day}T02:03:04Z`,
      tags: index === 2 ? { staging: '' } : { production: '', golden: '' },
    })),
    ...['NEW', 'pending', 'deleted', 'dreaming'].map((state, index): CatalogImage => ({
      ...ubuntu,
      id: id(10 + index),
      name: `golden-ubuntu-24.04-2025-08-0${index + 1}`,
      state,
      createdAt: `2025-08-0${index + 1}T02:03:04Z`,
    })),
    // A snapshot with the name of a distribution's image, and newer.
    { ...ubuntu, id: id(20), name: '24.04 (LTS) x64', createdAt: '2025-09-01T00:00:00Z' },
    {
      ...ubuntu,
      id: id(21),
      regions: ['ams3'],
      name: 'golden-debian-12-2025-07-01',
      platform: 'Debian',
      createdAt: '2025-07-01T00:00:00Z',
    },
    {
      ...ubuntu,
      id: id(22),
      name: 'imported-disk',
      platform: 'Unknown OS',
      createdAt: '2025-03-02T00:00:00Z',
      native: { type: 'custom' },
    },
  ];
}
