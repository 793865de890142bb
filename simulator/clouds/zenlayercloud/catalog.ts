/** Images of Zenlayer Cloud ZEC: no times and no architectures, most ids with a date. */
import type { CatalogImage } from '../../catalog-image';
import { stableCode } from '../../stable-code';

/** The last zone gets each build later than the others. */
const ZONES = ['asia-east-1a', 'HKG-A', 'asia-southeast-1a', 'SIN-A', 'FRA-A'] as const;
const LAGGING_ZONE = 'FRA-A';

/** Category, code in the id, imageVersion, and the dates of its builds; no date: the id ends with the code. */
const PUBLIC: readonly (readonly [
  category: string,
  code: string,
  version: string,
  builds: readonly string[],
])[] = [
  ['Ubuntu', 'ubuntu2404', 'Server 24.04 LTS', ['20240712', '20240930', '20250115']],
  ['Ubuntu', 'ubuntu2204', 'Server 22.04 LTS', ['20240712', '20240930', '20250115']],
  ['Ubuntu', 'ubuntu2004', 'Server 20.04 LTS', ['20240712', '20240930']],
  ['Ubuntu', 'ubuntu1804', 'Server 18.04 LTS', ['20230510']],
  ['Ubuntu', 'ubuntu2022', 'Server 22.04 LTS', ['']],
  ['Ubuntu', 'ubuntu2204_gpu', 'Server 22.04 LTS with GPU driver 550', ['20240930']],
  ['Ubuntu', 'ubuntu2204_docker', 'Server 22.04 LTS with Docker', ['20240930']],
  ['CentOS', 'centos79', '7.9', ['20230510', '20240712']],
  ['CentOS', 'centos76', '7.6', ['20230510']],
  ['CentOS', 'centos610', '6.10', ['20220101']],
  ['CentOS', 'centos69', '6.9', ['20220101']],
  ['CentOS', 'centos84', '8.4', ['']],
  ['CentOS', 'centosstream9', 'Stream 9', ['20240712']],
  ['CentOS', 'centosstream8', 'Stream 8', ['20230510']],
  ['Debian', 'debian1210', '12.10', ['20250115']],
  ['Debian', 'debian129', '12.9', ['20250115']],
  ['Debian', 'debian12', '12', ['20240712', '20240930']],
  ['Debian', 'debian11', '11', ['20240712']],
  ['Debian', 'debian10', '10', ['20230510']],
  ['Rocky', 'rocky94', 'Linux 9.4', ['20240712', '20240930']],
  ['Rocky', 'rocky810', 'Linux 8.10', ['20240712']],
  ['Rocky', 'rocky89', 'Linux 8.9', ['20240712']],
  ['AlmaLinux', 'almalinux94', '9.4', ['20240712']],
  ['AlmaLinux', 'almalinux810', '8.10', ['20240712']],
  ['AlmaLinux', 'almalinux89', '8.9', ['20240712']],
  ['Fedora', 'fedora40', '40', ['20240712']],
  ['Fedora', 'fedora39', '39', ['20240115']],
  ['Alpine', 'alpine320', '3.20', ['20240712']],
  ['Alpine', 'alpine319', '3.19', ['20240115']],
  ['Alpine', 'alpine39', '3.9', ['20190501']],
  ['ArchLinux', 'archlinux', '2024.07.01', ['20240701', '20240930']],
  ['openSUSE', 'opensuse156', 'Leap 15.6', ['20240712']],
  ['openSUSE', 'opensuse155', 'Leap 15.5', ['20230710']],
  ['Gentoo', 'gentoo', '20240630', ['20240712']],
  ['FreeBSD', 'freebsd141', '14.1', ['20240712']],
  ['FreeBSD', 'freebsd132', '13.2', ['20230710']],
  ['Windows', 'win2022_dtc_en', 'Server 2022 Datacenter English', ['20240712', '20241018']],
  ['Windows', 'win2022_dtc_cn', 'Server 2022 Datacenter Chinese', ['20240712', '20241018']],
  ['Windows', 'win2019_dtc_en', 'Server 2019 Datacenter English', ['20240712', '20241018']],
  ['Windows', 'win2019_dtc_cn', 'Server 2019 Datacenter Chinese', ['20240712', '20241018']],
  ['Windows', 'win2016_dtc_en', 'Server 2016 Datacenter English', ['20240712']],
  ['Windows', 'win2016_dtc_cn', 'Server 2016 Datacenter Chinese', ['20240712']],
  ['Windows', 'win2012r2_dtc_en', 'Server 2012 R2 Datacenter English', ['20230110']],
  ['Windows', 'win2012r2_dtc_cn', 'Server 2012 R2 Datacenter Chinese', ['20230110']],
  ['OTHERS', 'tencentos31', 'TencentOS Server 3.1', ['20240712']],
  ['Generic', 'generic', 'Linux', ['']],
  ['OTHERS', 'oraclelinux94', 'Oracle Linux 9.4', ['20240712']],
  ['OTHERS', 'oraclelinux810', 'Oracle Linux 8.10', ['20240712']],
];

/** The cloud's own images, marketplace ones, then those of accounts. */
export function zenlayercloudCatalog(): readonly CatalogImage[] {
  return [...PUBLIC.flatMap(expandRow), ...otherImages()];
}

function expandRow([category, code, version, builds]: (typeof PUBLIC)[number]): CatalogImage[] {
  return builds.map((build, index): CatalogImage => {
    const isLate = builds.length > 1 && index === builds.length - 1;
    return {
      cloud: 'zenlayercloud',
      regions: isLate ? ZONES.filter((zone) => zone !== LAGGING_ZONE) : ZONES,
      id: build === '' ? code : `${code}_${build}`,
      name: category === 'OTHERS' ? version : `${category} ${version}`,
      owner: 'public',
      osType: category === 'Windows' ? 'windows' : category === 'FreeBSD' ? 'bsd' : 'linux',
      osName: version,
      platform: category,
      architecture: 'x86_64',
      sizeGiB: category === 'Windows' ? 40 : 20,
    };
  });
}

function otherImages(): readonly CatalogImage[] {
  const ubuntu = {
    cloud: 'zenlayercloud',
    regions: ['asia-east-1a', 'HKG-A'],
    osType: 'linux',
    osName: 'Server 22.04 LTS',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    sizeGiB: 40,
  } as const;
  const customId = (name: string): string => `img-${stableCode(`zenlayercloud ${name}`, 24)}`;
  const self = { ...ubuntu, regions: ['asia-east-1a'], owner: 'self' } as const;
  return [
    // Named like the newest Ubuntu 22.04, with a later date: it is chosen where the source is not checked.
    {
      ...ubuntu,
      id: 'ubuntu2204_20991231',
      name: 'Ubuntu Server 22.04 LTS',
      owner: 'marketplace',
    },
    {
      ...ubuntu,
      id: 'ubuntu2204_20991230',
      name: 'Ubuntu Server 22.04 LTS',
      owner: 'marketplace',
      native: { imageSource: 'APP' },
    },
    {
      ...ubuntu,
      id: 'lamp_20240601',
      name: 'LAMP (Ubuntu 22.04, PHP 8.2)',
      owner: 'marketplace',
      native: { imageSource: 'APP' },
    },
    ...['2024-05-01', '2024-06-01', '2024-07-01'].map((day, index): CatalogImage => {
      const name = `golden-ubuntu-22.04-${day}`;
      return {
        ...self,
        id: customId(name),
        name,
        description: 'Hardened Ubuntu 22.04',
        tags: { env: index === 2 ? 'staging' : 'production', team: 'platform' },
      };
    }),
    ...['CREATING', 'UNAVAILABLE', 'SYNCING', 'FAILED', 'DELETING', 'PROCESSING'].map(
      (state, index): CatalogImage => {
        const name = `golden-ubuntu-22.04-2024-09-0${index + 1}`;
        return { ...self, id: customId(name), name, state };
      },
    ),
    {
      ...self,
      id: customId('web-windows-2019'),
      name: 'web-windows-2019',
      osType: 'windows',
      osName: 'Server 2019 Datacenter English',
      platform: 'Windows',
    },
    {
      ...self,
      id: customId('golden-arm'),
      name: 'golden-ubuntu-22.04-arm64',
      architecture: 'arm64',
      tags: { env: 'production' },
    },
  ];
}
