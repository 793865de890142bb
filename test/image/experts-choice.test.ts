import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { select, type Selection } from '../../provider/image/select';
import type { CloudId } from '../../provider/image/words';
import { readOsName } from '../../provider/os-name/os-name';

// Questions that a platform engineer asks, over names that the clouds really use, read by the real
// name reader. The answer is what an expert picks, or an error that says what to add.

type Names = readonly (string | readonly [name: string, change: Partial<Image>])[];

/** Images of a target as their names tell them. The clouds' own unless a row says otherwise. */
function listing(cloud: CloudId, names: Names): readonly Image[] {
  return names.map((row, index) => {
    const [name, change] = typeof row === 'string' ? [row, {}] : row;
    const id = `img-${index}`;
    return {
      ...{ cloud, region: 'r', target: `${cloud}/r`, id, name },
      ...readOsName({ id, name }),
      ...{ owner: 'public', status: 'available', inferred: [], raw: '{}' },
      ...change,
    } as const satisfies Image;
  });
}

function ask(cloud: CloudId, query: ImageAlternative, names: Names): Selection {
  const [criteria] = criteriaOf({ mostRecent: true, ...query });
  if (criteria === undefined) throw new Error('a query has criteria');
  const images = listing(cloud, names);
  return select(criteria, [{ target: { cloud, region: 'r' }, images }], { nowMs: 0 });
}

const at = (createdAt: string): Partial<Image> => ({ createdAt });

const CENTOS_79: Names = ['CentOS 7.9 64bit', 'CentOS 7.9 64bit for ARM64'];
const CENTOS_76: Names = [
  'CentOS 7.6 64bit',
  'CentOS 7.6 64bit BMS',
  'CentOS 7.6 64bit + SG1-pv1.3',
];
const TENCENTOS_31: Names = ['TencentOS Server 3.1 (TK4)', 'TencentOS Server 3.1 (TK4) UEFI'];
const WINDOWS_2022: Names = [
  ['wincore_2022_x64_dtc_en-us_40G_alibase_20240516.vhd', at('2024-05-20T10:00:00Z')],
  ['win2022_21H2_x64_dtc_zh-cn_40G_alibase_20240516.vhd', at('2024-05-20T09:00:00Z')],
  ['win2022_21H2_x64_dtc_en-us_40G_alibase_20240516.vhd', at('2024-05-20T08:00:00Z')],
];
/** Of a capture of 2017: the 32-bit builds came minutes after the others. */
const ALICLOUD_2017: Names = [
  ['ubuntu_14_0405_32_40G_alibase_20170711.vhd', at('2017-07-11T12:09:00Z')],
  ['ubuntu_14_0405_64_40G_alibase_20170711.vhd', at('2017-07-11T12:05:00Z')],
  ['ubuntu_16_0402_32_40G_alibase_20170711.vhd', at('2017-07-11T12:04:00Z')],
  ['ubuntu_16_0402_64_40G_alibase_20170711.vhd', at('2017-07-11T12:03:00Z')],
  ['centos_6_08_32_40G_alibase_20170710.vhd', at('2017-07-11T13:09:00Z')],
  ['centos_7_03_64_40G_alibase_20170710.vhd', at('2017-07-11T13:03:00Z')],
];
const X86 = { architecture: 'x86_64' } as const;

type Row = readonly [
  question: string,
  cloud: CloudId,
  query: ImageAlternative,
  names: Names,
  answer: string,
];

const CHOICES: readonly Row[] = [
  [
    'CentOS 7.9',
    'tencentcloud',
    { distro: 'centos', osVersion: '7.9', ...X86 },
    CENTOS_79,
    'CentOS 7.9 64bit',
  ],
  [
    'CentOS 7.9 for ARM',
    'tencentcloud',
    { distro: 'centos', osVersion: '7.9', architecture: 'arm64' },
    CENTOS_79,
    'CentOS 7.9 64bit for ARM64',
  ],
  [
    'CentOS 7.6 without bare metal and accelerators',
    'tencentcloud',
    { distro: 'centos', osVersion: '7.6', ...X86 },
    CENTOS_76,
    'CentOS 7.6 64bit',
  ],
  [
    'CentOS 7.6 without bare metal and accelerators',
    'qcloud',
    { distro: 'centos', osVersion: '7.6', ...X86 },
    CENTOS_76,
    'CentOS 7.6 64bit',
  ],
  [
    'TencentOS 2.4 without the HPC image',
    'tencentcloud',
    { distro: 'tencentos', osVersion: '2.4', ...X86 },
    [
      ['TencentOS Server 2.4 (TK4)', X86],
      ['TencentOS Server 2.4 (TK4) HCC', X86],
    ],
    'TencentOS Server 2.4 (TK4)',
  ],
  [
    'TencentOS 3.1 without UEFI',
    'tencentcloud',
    { distro: 'tencentos', osVersion: '3.1' },
    TENCENTOS_31,
    'TencentOS Server 3.1 (TK4)',
  ],
  [
    'TencentOS 3.1 with UEFI, where it is asked for',
    'tencentcloud',
    { distro: 'tencentos', osVersion: '3.1', bootMode: 'uefi' },
    TENCENTOS_31,
    'TencentOS Server 3.1 (TK4) UEFI',
  ],
  [
    'Ubuntu 22.04 without UEFI',
    'tencentcloud',
    { distro: 'ubuntu', osVersion: '22.04', ...X86 },
    ['Ubuntu Server 22.04 LTS 64bit UEFI', 'Ubuntu Server 22.04 LTS 64bit'],
    'Ubuntu Server 22.04 LTS 64bit',
  ],
  [
    'Ubuntu 20.04 without a special kernel',
    'tencentcloud',
    { distro: 'ubuntu', osVersion: '20.04', ...X86 },
    ['Ubuntu Server 20.04 LTS 64bit', 'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)'],
    'Ubuntu Server 20.04 LTS 64bit',
  ],
  [
    'Ubuntu 22.04 of the cloud, and not the newer own image',
    'tencentcloud',
    { distro: 'ubuntu', osVersion: '22.04', ...X86 },
    [
      'Ubuntu Server 22.04 LTS 64bit',
      ['golden-ubuntu-22.04-2025-01-01', { ...at('2025-01-01T00:00:00Z'), owner: 'self', ...X86 }],
    ],
    'Ubuntu Server 22.04 LTS 64bit',
  ],
  [
    'Windows Server 2022 with its desktop, in English',
    'alicloud',
    { distro: 'windows-server', osVersion: '2022', ...X86 },
    WINDOWS_2022,
    'win2022_21H2_x64_dtc_en-us_40G_alibase_20240516.vhd',
  ],
  [
    'Windows Server 2022 in Chinese',
    'alicloud',
    { distro: 'windows-server', osVersion: '2022', language: 'zh', ...X86 },
    WINDOWS_2022,
    'win2022_21H2_x64_dtc_zh-cn_40G_alibase_20240516.vhd',
  ],
  [
    'Windows Server 2012 R2 Datacenter',
    'tencentcloud',
    { distro: 'windows-server', osVersion: '2012 R2' },
    [
      'Windows Server 2012 R2 64bit For Tencent',
      'Windows Server 2012 R2 Standard 64bit EN',
      'Windows Server 2012 R2 DataCenter 64bit CN',
      'Windows Server 2012 R2 DataCenter 64bit EN',
    ],
    'Windows Server 2012 R2 DataCenter 64bit EN',
  ],
  [
    'Windows Server 2012, which 2012 R2 is not',
    'tencentcloud',
    { distro: 'windows-server', osVersion: '2012' },
    ['Windows Server 2012 DataCenter 64bit EN', 'Windows Server 2012 R2 DataCenter 64bit EN'],
    'Windows Server 2012 DataCenter 64bit EN',
  ],
  [
    'the highest Ubuntu, though an older release was rebuilt a day later',
    'alicloud',
    { distro: 'ubuntu', ...X86 },
    [
      ['ubuntu_18_04_x64_20G_alibase_20240223.vhd', at('2024-02-23T00:00:00Z')],
      ['ubuntu_22_04_x64_20G_alibase_20240222.vhd', at('2024-02-22T00:00:00Z')],
    ],
    'ubuntu_22_04_x64_20G_alibase_20240222.vhd',
  ],
  [
    'the highest Ubuntu for 64 bits in 2017',
    'alicloud',
    { distro: 'ubuntu', ...X86 },
    ALICLOUD_2017,
    'ubuntu_16_0402_64_40G_alibase_20170711.vhd',
  ],
  [
    'Ubuntu 14.04 for 64 bits in 2017',
    'alicloud',
    { distro: 'ubuntu', osVersion: '14.04', ...X86 },
    ALICLOUD_2017,
    'ubuntu_14_0405_64_40G_alibase_20170711.vhd',
  ],
  [
    'the highest CentOS for 64 bits in 2017',
    'alicloud',
    { distro: 'centos', ...X86 },
    ALICLOUD_2017,
    'centos_7_03_64_40G_alibase_20170710.vhd',
  ],
  [
    'Ubuntu 22.04 x86_64 by its name, where the API leaves the architecture open',
    'tencentcloud',
    { distro: 'ubuntu', osVersion: '22.04', ...X86 },
    ['Ubuntu Server 22.04 LTS 64bit'],
    'Ubuntu Server 22.04 LTS 64bit',
  ],
  [
    'a special kernel, where its name is asked for',
    'tencentcloud',
    { distro: 'ubuntu', osVersion: '20.04', nameRegex: 'Tencent Kernel' },
    ['Ubuntu Server 20.04 LTS 64bit', 'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)'],
    'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)',
  ],
];

describe('the choice', () => {
  it.each(CHOICES)('for %s (%s)', (_, cloud, query, names, answer) => {
    const { targets, ambiguity } = ask(cloud, query, names);
    expect(ambiguity).toBeUndefined();
    expect(targets[0]?.images.map(({ name }) => name)).toEqual([answer]);
    // Nor does it depend on who is listed first.
    const back = ask(cloud, query, names.toReversed());
    expect(back.targets[0]?.images.map(({ name }) => name)).toEqual([answer]);
  });

  it.each<readonly [string, CloudId, ImageAlternative, Names, 'architecture' | 'distro']>([
    [
      'CentOS 7.9',
      'tencentcloud',
      { distro: 'centos', osVersion: '7.9' },
      CENTOS_79,
      'architecture',
    ],
    [
      'TencentOS 4',
      'tencentcloud',
      { distro: 'tencentos', osVersion: '4' },
      [['TencentOS Server 4', X86], 'TencentOS Server 4 for ARM64'],
      'architecture',
    ],
    ['the newest Ubuntu of 2017', 'alicloud', { distro: 'ubuntu' }, ALICLOUD_2017, 'architecture'],
    [
      'the newest CentOS of 2017',
      'alicloud',
      { distro: 'centos', order: 'recent' },
      ALICLOUD_2017,
      'architecture',
    ],
    ['the newest Linux', 'alicloud', { osType: 'linux' }, ALICLOUD_2017, 'architecture'],
    [
      'the highest version of any Linux',
      'tencentcloud',
      { osType: 'linux', order: 'version' },
      ['Fedora 40 64bit', 'Ubuntu Server 24.04 LTS 64bit'],
      'distro',
    ],
    [
      'version 9 of whatever',
      'zenlayercloud',
      { osVersion: '9' },
      ['Rocky Linux 9.4', 'AlmaLinux 9.4'],
      'distro',
    ],
  ])('for %s (%s) would be a guess', (_, cloud, query, names, field) => {
    expect(ask(cloud, query, names).ambiguity).toMatchObject({ field });
  });

  it('between two images with equal names is arbitrary, and a warning says so', () => {
    const query = { distro: 'ubuntu', osVersion: '24.04', ...X86 } as const;
    const twins = ['Ubuntu Server 24.04 LTS 64bit', 'Ubuntu Server 24.04 LTS 64bit'];
    const { targets, warnings } = ask('tencentcloud', query, twins);
    expect(targets[0]?.images.map(({ id }) => id)).toEqual(['img-0']);
    expect(warnings.map(({ code }) => code)).toEqual(['arbitrary-choice']);
  });

  it('of the newest Linux over several distributions carries a warning', () => {
    const names = ['Fedora 40 64bit', 'Ubuntu Server 24.04 LTS 64bit'];
    const { warnings } = ask('tencentcloud', { osType: 'linux', ...X86 }, names);
    expect(warnings.map(({ code }) => code)).toEqual(['several-distributions']);
  });
});
