import { readOsName } from '../../provider/os-name/os-name';
import type { OsFacts, OsNames } from '../../provider/os-name/os-name';
import { OS_NAMES_BY_SOURCE } from './os-name-table';

describe.each(Object.entries(OS_NAMES_BY_SOURCE))('readOsName on names of %s', (_, rows) => {
  it.each(rows)('%s', (name, ...expected) => {
    const facts = readOsName({ name });
    const { distro, osVersion, architecture, osType, buildDate, variant } = facts;
    const read = [distro, osVersion, architecture, osType, buildDate, variant];
    expect(read.map((value) => value ?? '-')).toEqual(expected);
  });
});

describe('readOsName', () => {
  it('omits facts that a name does not state instead of setting them to undefined', () => {
    expect(Object.keys(readOsName({ name: 'web-server-01' }))).toEqual([]);
    expect(Object.keys(readOsName({}))).toEqual([]);
    expect(Object.keys(readOsName({ id: '', name: '', osName: '', version: '' }))).toEqual([]);
  });

  it('reads only the first thousand characters of a name', () => {
    expect(readOsName({ name: `${'-'.repeat(990)}debian-12` }).distro).toBe('debian');
    expect(readOsName({ name: `${'-'.repeat(1000)}debian-12` })).toEqual({});
  });
});

interface Case {
  readonly title: string;
  readonly names: OsNames;
  readonly facts: OsFacts;
}

const cases: readonly Case[] = [
  {
    title: 'reads a public image of Alibaba Cloud, whose OSName knows more than its id',
    names: {
      id: 'aliyun_3_x64_20G_alibase_20241218.vhd',
      name: 'aliyun_3_x64_20G_alibase_20241218.vhd',
      osName: 'Alibaba Cloud Linux  3.2104 LTS 64位',
      platform: 'Aliyun',
      family: 'acs:alibaba_cloud_linux_3_2104_lts_x64',
    },
    facts: {
      distro: 'alinux',
      osVersion: '3.2104',
      architecture: 'x86_64',
      osType: 'linux',
      buildDate: '2024-12-18',
      variant: 'base',
    },
  },
  {
    title: 'reads a public image of Tencent Cloud, whose id says nothing',
    names: { id: 'img-pmqg1cw7', name: 'TencentOS Server 3.2 (ARM64)', platform: 'TencentOS' },
    facts: {
      distro: 'tencentos',
      osVersion: '3.2',
      architecture: 'arm64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'reads a custom image of Tencent Cloud by its OsName',
    names: { id: 'img-9qabwvbn', name: 'test-image', osName: 'CentOS 7.4 64-bit' },
    facts: {
      distro: 'centos',
      osVersion: '7.4',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'reads a public image of Zenlayer, whose date is in the id',
    names: {
      id: 'ubuntu2404_20240712',
      name: 'Ubuntu Server 24.04 LTS',
      version: 'Server 24.04 LTS',
      platform: 'Ubuntu',
    },
    facts: {
      distro: 'ubuntu',
      osVersion: '24.04',
      osType: 'linux',
      buildDate: '2024-07-12',
      variant: 'base',
    },
  },
  {
    title: 'joins platform and version, which Glance and Zenlayer report separately',
    names: { name: 'base-image', platform: 'ubuntu', version: '22.04' },
    facts: { distro: 'ubuntu', osVersion: '22.04', osType: 'linux', variant: 'base' },
  },
  {
    title: 'joins platform and version for Windows, where the version states the distribution',
    names: { name: 'win', platform: 'Windows', version: 'Server 2019 Datacenter' },
    facts: {
      distro: 'windows-server',
      osVersion: '2019',
      osType: 'windows',
      edition: 'datacenter',
      variant: 'base',
    },
  },
  {
    title: 'joins platform and version for CentOS Stream, which DigitalOcean calls CentOS',
    names: { platform: 'CentOS', version: '9 Stream x64' },
    facts: {
      distro: 'centos-stream',
      osVersion: '9',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'reads a version field for the distribution that the name states',
    names: { name: 'my debian', version: '12' },
    facts: { distro: 'debian', osVersion: '12', osType: 'linux', variant: 'base' },
  },
  {
    title: 'prefers a version field over the version in the name',
    names: { name: 'debian-11-golden', version: '12' },
    facts: { distro: 'debian', osVersion: '12', osType: 'linux', variant: 'base' },
  },
  {
    title: 'reads a version field for a platform word that is a distribution only on its own',
    names: { platform: 'oracle', version: '8.9', name: 'OL8.8' },
    facts: { distro: 'oracle', osVersion: '8.9', osType: 'linux', variant: 'base' },
  },
  {
    title: 'reads no distribution from such a word in a name',
    names: { name: 'oracle', id: 'arch' },
    facts: {},
  },
  {
    title: 'ignores a version field where no distribution is stated',
    names: { name: 'web', version: '22.04' },
    facts: {},
  },
  {
    title: 'reads short ids of distributions that are the whole platform field',
    names: { platform: 'arch', name: 'golden' },
    facts: { distro: 'arch', osType: 'linux', variant: 'base' },
  },
  {
    title: 'prefers osName over platform, since Alibaba keeps old platforms',
    names: {
      osName: 'Windows Server  2019 Data Center Edition 64bit Chinese Edition',
      platform: 'Windows Server 2012',
    },
    facts: {
      distro: 'windows-server',
      osVersion: '2019',
      architecture: 'x86_64',
      osType: 'windows',
      language: 'zh',
      edition: 'datacenter',
      variant: 'base',
    },
  },
  {
    title: 'prefers osName over the id, since Alibaba gave its Linux Red Hat ids',
    names: { osName: 'Aliyun Linux  5.4 64位', id: 'rhel5u4_64_20G_alibase_20131121.vhd' },
    facts: {
      distro: 'alinux',
      osVersion: '5.4',
      architecture: 'x86_64',
      osType: 'linux',
      buildDate: '2013-11-21',
      variant: 'base',
    },
  },
  {
    title: 'prefers structured fields over a name that states another OS',
    names: { osName: 'CentOS 7.4 64-bit', name: 'ubuntu-22.04-arm64' },
    facts: {
      distro: 'centos',
      osVersion: '7.4',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'makes a version more precise by a weaker source',
    names: { osName: 'CentOS 7 64-bit', name: 'centos-7.9-golden' },
    facts: {
      distro: 'centos',
      osVersion: '7.9',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'keeps the version of the stronger source where they differ',
    names: { osName: 'CentOS 7.4', name: 'centos-7.9-golden' },
    facts: { distro: 'centos', osVersion: '7.4', osType: 'linux', variant: 'base' },
  },
  {
    title: 'keeps the full version where a weaker source states less',
    names: { osName: 'Rocky Linux 9.3.0', name: 'Rocky 9.3' },
    facts: { distro: 'rocky', osVersion: '9.3.0', osType: 'linux', variant: 'base' },
  },
  {
    title: 'refines a release of Windows by its R2',
    names: { platform: 'Windows Server 2012', osName: 'Windows Server 2012 R2 64bit' },
    facts: {
      distro: 'windows-server',
      osVersion: '2012 R2',
      architecture: 'x86_64',
      osType: 'windows',
      variant: 'base',
    },
  },
  {
    title: 'refines a coarse platform by a name',
    names: { platform: 'CentOS', name: 'CentOS Stream 9 64bit' },
    facts: {
      distro: 'centos-stream',
      osVersion: '9',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'refines the platform SUSE to openSUSE by the name',
    names: { platform: 'SUSE', name: 'opensuse_15_4_x64' },
    facts: {
      distro: 'opensuse',
      osVersion: '15.4',
      architecture: 'x86_64',
      osType: 'linux',
      variant: 'base',
    },
  },
  {
    title: 'ignores a name that contradicts the type of the OS',
    names: { platform: 'Windows', name: 'ubuntu-22.04' },
    facts: { osType: 'windows', variant: 'base' },
  },
  {
    title: 'reads the OS type alone where a field states no more',
    names: { platform: 'Others Linux', name: 'm-1' },
    facts: { osType: 'linux', variant: 'base' },
  },
  {
    title: 'reads the type from AWS, which adds a variant',
    names: { platform: 'Linux with SQL Server Enterprise' },
    facts: { osType: 'linux', variant: 'database' },
  },
  {
    title: 'reads no architecture from an id that states no OS',
    names: { id: 'img-x64', name: 'web' },
    facts: {},
  },
  {
    title: 'reads no build date and no OS from a UUID',
    names: { id: '20240101-1234-4abc-8def-0123456789ab', name: 'debian-12' },
    facts: { distro: 'debian', osVersion: '12', osType: 'linux', variant: 'base' },
  },
  {
    title: 'prefers the build date of the name over that of the id',
    names: { id: 'app_20240101', name: 'app-20230202' },
    facts: { buildDate: '2023-02-02' },
  },
  {
    title: 'reads a code name as a version where another source names the distribution',
    names: { platform: 'ubuntu', name: 'jammy-base' },
    facts: { distro: 'ubuntu', osVersion: '22.04', osType: 'linux', variant: 'base' },
  },
  {
    title: 'prefers numbers over code names',
    names: { platform: 'ubuntu', name: 'ubuntu-20.04-on-jammy-host' },
    facts: { distro: 'ubuntu', osVersion: '20.04', osType: 'linux', variant: 'base' },
  },
  {
    title: 'reads names with words that are properties of every object',
    names: { name: 'constructor-debian-12-x86_constructor', platform: '__proto__' },
    facts: { distro: 'debian', osVersion: '12', osType: 'linux', variant: 'base' },
  },
];

describe('readOsName on several fields', () => {
  it.each(cases)('$title', ({ names, facts }) => {
    expect(readOsName(names)).toEqual(facts);
  });
});
