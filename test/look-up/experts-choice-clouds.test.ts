import { createWorld } from '@cloudimages/simulator';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { engineOver, TODAY } from './engine-over';

// The questions of test/image/experts-choice.test.ts, asked of every cloud that has such images: through
// its requests, its pages and its fields, over names that the cloud really uses.

const NOW = Date.parse(TODAY);
const engine = engineOver(createWorld({ now: () => NOW }));

const HANGZHOU = 'alicloud/cn-hangzhou';
/** Images of 2017, some for 32 bits and newer by minutes. */
const QINGDAO = 'alicloud/cn-qingdao';
/** Images of February 2024: Ubuntu 18.04 was built three days after 22.04. */
const ZHANGJIAKOU = 'alicloud/cn-zhangjiakou';
/** The API leaves the architecture open here, and in Chengdu. */
const HUHEHAOTE = 'alicloud/cn-huhehaote';
const SINGAPORE = 'tencentcloud/ap-singapore';
const CHENGDU = 'tencentcloud/ap-chengdu';
const GUANGZHOU = 'qcloud/ap-guangzhou';
const ZENLAYER = 'zenlayercloud/asia-east-1a';

const X86 = { architecture: 'x86_64' } as const;
const CENTOS = { distro: 'centos' } as const;
const TENCENTOS = { distro: 'tencentos' } as const;
const UBUNTU = { distro: 'ubuntu' } as const;
const WINDOWS = { distro: 'windows-server' } as const;

type Row = readonly [question: string, target: string, query: ImageAlternative, name: string];

const CHOICES: readonly Row[] = [
  ['CentOS 7.9', SINGAPORE, { ...CENTOS, osVersion: '7.9', ...X86 }, 'CentOS 7.9 64bit'],
  ['CentOS 7.4', SINGAPORE, { ...CENTOS, osVersion: '7.4', ...X86 }, 'CentOS 7.4 64bit'],
  ['CentOS 8', SINGAPORE, { ...CENTOS, osVersion: '8', ...X86 }, 'CentOS 8.2 64bit'],
  [
    'TencentOS 3.1',
    SINGAPORE,
    { ...TENCENTOS, osVersion: '3.1', ...X86 },
    'TencentOS Server 3.1 (TK4)',
  ],
  [
    'TencentOS 2.4',
    SINGAPORE,
    { ...TENCENTOS, osVersion: '2.4', ...X86 },
    'TencentOS Server 2.4 (TK4)',
  ],
  ['TencentOS 2.4', GUANGZHOU, { ...TENCENTOS, osVersion: '2.4', ...X86 }, 'TencentOS Server 2.4'],
  ['TencentOS 3.1', ZENLAYER, { ...TENCENTOS, osVersion: '3.1', ...X86 }, 'TencentOS Server 3.1'],

  [
    'CentOS 7.6, not for bare metal or accelerators',
    SINGAPORE,
    { ...CENTOS, osVersion: '7.6', ...X86 },
    'CentOS 7.6 64bit',
  ],
  [
    'CentOS 7.6, not for bare metal or accelerators',
    GUANGZHOU,
    { ...CENTOS, osVersion: '7.6', ...X86 },
    'CentOS 7.6 64bit',
  ],
  ['CentOS 7.6', ZENLAYER, { ...CENTOS, osVersion: '7.6', ...X86 }, 'CentOS 7.6'],
  [
    'CentOS 7.2, not for bare metal',
    GUANGZHOU,
    { ...CENTOS, osVersion: '7.2', ...X86 },
    'Centos 7.2 64-bit',
  ],

  [
    'the newest Ubuntu for x86_64',
    QINGDAO,
    { ...UBUNTU, ...X86 },
    'ubuntu_16_0402_64_40G_alibase_20170711.vhd',
  ],
  [
    'Ubuntu 14.04 for x86_64',
    QINGDAO,
    { ...UBUNTU, osVersion: '14.04', ...X86 },
    'ubuntu_14_0405_64_40G_alibase_20170711.vhd',
  ],
  [
    'the newest CentOS for x86_64',
    QINGDAO,
    { ...CENTOS, ...X86 },
    'centos_7_03_64_40G_alibase_20170710.vhd',
  ],
  [
    'CentOS 6 for x86_64',
    QINGDAO,
    { ...CENTOS, osVersion: '6', ...X86 },
    'centos_6_08_64_40G_alibase_20170710.vhd',
  ],
  [
    'Debian 8 for x86_64',
    QINGDAO,
    { distro: 'debian', osVersion: '8', ...X86 },
    'debian_8_08_64_40G_alibase_20170711.vhd',
  ],
  [
    'the newest Ubuntu, though an older release was rebuilt later',
    ZHANGJIAKOU,
    { ...UBUNTU, ...X86 },
    'ubuntu_22_04_x64_20G_alibase_20240220.vhd',
  ],
  [
    'the newest Ubuntu for x86_64',
    GUANGZHOU,
    { ...UBUNTU, ...X86 },
    'Ubuntu Server 22.04 LTS 64-bit',
  ],

  [
    'Ubuntu 22.04 where an own image is newer',
    SINGAPORE,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'Ubuntu Server 22.04 LTS 64bit',
  ],
  [
    'Ubuntu 22.04 where an own image is newer',
    HANGZHOU,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'ubuntu_22_04_x64_20G_alibase_20240926.vhd',
  ],
  [
    'Ubuntu 22.04 where an own image is newer',
    ZENLAYER,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'Ubuntu Server 22.04 LTS',
  ],
  [
    'CentOS 7.4 where an own image has a time',
    GUANGZHOU,
    { ...CENTOS, osVersion: '7.4', ...X86 },
    'Centos 7.4 64-bit',
  ],

  [
    'Windows Server 2022 with its desktop, in English',
    HANGZHOU,
    { ...WINDOWS, osVersion: '2022' },
    'win2022_21H2_x64_dtc_en-us_40G_alibase_20241018.vhd',
  ],
  [
    'Windows Server 2022 in English, asked for',
    HANGZHOU,
    { ...WINDOWS, osVersion: '2022', language: 'en' },
    'win2022_21H2_x64_dtc_en-us_40G_alibase_20241018.vhd',
  ],
  [
    'Windows Server 2022',
    SINGAPORE,
    { ...WINDOWS, osVersion: '2022', ...X86 },
    'Windows Server 2022 DataCenter 64bit EN',
  ],
  [
    'Windows Server 2022',
    ZENLAYER,
    { ...WINDOWS, osVersion: '2022', ...X86 },
    'Windows Server 2022 Datacenter English',
  ],
  [
    'Windows Server 2012 R2',
    SINGAPORE,
    { ...WINDOWS, osVersion: '2012 R2', ...X86 },
    'Windows Server 2012 R2 DataCenter 64bit EN',
  ],
  [
    'Windows Server 2012 R2',
    HANGZHOU,
    { ...WINDOWS, osVersion: '2012 R2', ...X86 },
    'win2012r2_9600_x64_dtc_en-us_40G_alibase_20240110.vhd',
  ],
  [
    'Windows Server 2012 R2',
    GUANGZHOU,
    { ...WINDOWS, osVersion: '2012 R2', ...X86 },
    'Windows Server 2012 R2 DataCenter Edition EN 64-bit',
  ],
  [
    'Windows Server 2012 R2',
    ZENLAYER,
    { ...WINDOWS, osVersion: '2012 R2', ...X86 },
    'Windows Server 2012 R2 Datacenter English',
  ],
  [
    'Windows Server 2012, which 2012 R2 is not',
    HANGZHOU,
    { ...WINDOWS, osVersion: '2012', ...X86 },
    'win2012_64_stand_en_40G_alibase_20150429.vhd',
  ],

  [
    'Ubuntu 22.04 that boots on every type',
    HANGZHOU,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'ubuntu_22_04_x64_20G_alibase_20240926.vhd',
  ],
  [
    'Ubuntu 22.04 by UEFI, asked for',
    SINGAPORE,
    { ...UBUNTU, osVersion: '22.04', bootMode: 'uefi', ...X86 },
    'Ubuntu Server 22.04 LTS 64bit UEFI',
  ],
  [
    'TencentOS 3.1 by UEFI, asked for',
    SINGAPORE,
    { ...TENCENTOS, osVersion: '3.1', bootMode: 'uefi', ...X86 },
    'TencentOS Server 3.1 (TK4) UEFI',
  ],
  [
    'Ubuntu 20.04 with its own kernel',
    SINGAPORE,
    { ...UBUNTU, osVersion: '20.04', ...X86 },
    'Ubuntu Server 20.04 LTS 64bit',
  ],
  [
    'Ubuntu 20.04 with its own kernel',
    GUANGZHOU,
    { ...UBUNTU, osVersion: '20.04', ...X86 },
    'Ubuntu Server 20.04.1 LTS 64bit',
  ],

  [
    'Ubuntu 22.04 where the API leaves the architecture open',
    HUHEHAOTE,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'ubuntu_22_04_x64_20G_alibase_20220824.vhd',
  ],
  [
    'Ubuntu 22.04 where the API leaves the architecture open',
    CHENGDU,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'Ubuntu Server 22.04 LTS 64bit',
  ],
  [
    'Ubuntu 22.04 where the API has no architecture',
    ZENLAYER,
    { ...UBUNTU, osVersion: '22.04', ...X86 },
    'Ubuntu Server 22.04 LTS',
  ],
];

describe("an expert's choice, through the adapters", () => {
  it.each(CHOICES)('for %s in %s', async (_, target, query, name) => {
    const { images } = await engine.getImages({ targets: [target], mostRecent: true, ...query });
    expect(images.map((image) => image.name)).toEqual([name]);
  });

  it.each<readonly [string, string, ImageAlternative, RegExp]>([
    [
      'CentOS 7.9',
      SINGAPORE,
      { ...CENTOS, osVersion: '7.9' },
      /2 architectures.*CentOS 7\.9 64bit for ARM64/s,
    ],
    ['CentOS 7.9', HANGZHOU, { ...CENTOS, osVersion: '7.9' }, /2 architectures.*centos_7_9_arm64/s],
    [
      'TencentOS Server 4',
      SINGAPORE,
      { ...TENCENTOS, osVersion: '4' },
      /2 architectures.*TencentOS Server 4 for ARM64/s,
    ],
    ['TencentOS 3.1', SINGAPORE, { ...TENCENTOS, osVersion: '3.1' }, /2 architectures.*for ARM64/s],
    [
      'CentOS 7.4',
      SINGAPORE,
      { ...CENTOS, osVersion: '7.4' },
      /2 architectures.*CentOS 7\.4\(arm64\)/s,
    ],
    [
      'CentOS 7.4',
      GUANGZHOU,
      { ...CENTOS, osVersion: '7.4' },
      /2 architectures.*CentOS 7\.4\(arm64\)/s,
    ],
    [
      'CentOS 8',
      SINGAPORE,
      { ...CENTOS, osVersion: '8' },
      /2 architectures.*CentOS 8\.2\(arm64\)/s,
    ],
    ['the newest Ubuntu of 2017', QINGDAO, UBUNTU, /2 architectures/],
    ['Ubuntu 14.04 of 2017', QINGDAO, { ...UBUNTU, osVersion: '14.04' }, /2 architectures/],
    ['the newest CentOS of 2017', QINGDAO, CENTOS, /2 architectures/],
    ['CentOS 6 of 2017', QINGDAO, { ...CENTOS, osVersion: '6' }, /2 architectures/],
    ['Debian 8 of 2017', QINGDAO, { distro: 'debian', osVersion: '8' }, /2 architectures/],
    ['the newest Linux of 2017', QINGDAO, { osType: 'linux' }, /2 architectures/],
    ['the newest Ubuntu', GUANGZHOU, UBUNTU, /2 architectures/],
    [
      'the highest version of any Linux',
      HANGZHOU,
      { osType: 'linux', order: 'version', ...X86 },
      /\d+ distributions/,
    ],
    [
      'the highest version of any Linux',
      SINGAPORE,
      { osType: 'linux', order: 'version', ...X86 },
      /\d+ distributions/,
    ],
    [
      'the highest version of any Linux',
      GUANGZHOU,
      { osType: 'linux', order: 'version', ...X86 },
      /\d+ distributions/,
    ],
    [
      'the highest version of any Linux',
      ZENLAYER,
      { osType: 'linux', order: 'version', ...X86 },
      /\d+ distributions/,
    ],
  ])('for %s in %s would be a guess, so it is an error', async (_, target, query, reason) => {
    const answer = engine.getImages({ targets: [target], mostRecent: true, ...query });
    await expect(answer).rejects.toMatchObject({
      code: 'ambiguous-match',
      message: expect.stringMatching(reason),
    });
  });

  it.each<readonly [string, string, ImageAlternative]>([
    ['Ubuntu 24.04', SINGAPORE, { ...UBUNTU, osVersion: '24.04', ...X86 }],
    ['CentOS Stream 9', SINGAPORE, { distro: 'centos-stream', osVersion: '9', ...X86 }],
  ])(
    'for %s in %s warns, since images with equal names differ in their ids only',
    async (_, target, query) => {
      const { warnings } = await engine.getImages({
        targets: [target],
        mostRecent: true,
        ...query,
      });
      expect(warnings.map(({ code }) => code)).toEqual(['arbitrary-choice']);
    },
  );

  it.each([HANGZHOU, SINGAPORE, GUANGZHOU, ZENLAYER])(
    'for the newest Linux in %s warns that it was picked from several distributions',
    async (target) => {
      const query = { targets: [target], osType: 'linux', mostRecent: true, ...X86 } as const;
      const { warnings } = await engine.getImages({ ...query, order: 'recent' });
      expect(warnings.map(({ code }) => code)).toContain('several-distributions');
    },
  );

  it('for Windows Server 2012 in a cloud that has only 2012 R2 is none', async () => {
    const query = { ...WINDOWS, osVersion: '2012', mostRecent: true } as const;
    for (const target of [SINGAPORE, GUANGZHOU, ZENLAYER]) {
      const answer = engine.getImages({ targets: [target], ...query });
      await expect(answer).rejects.toMatchObject({ code: 'no-match' });
    }
  });
});
