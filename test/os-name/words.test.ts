import { readOsName } from '../../provider/os-name/os-name';

// Each word of the tables, in a name such as the clouds write.

describe('the architecture', () => {
  it.each([
    ...[
      ['amd64', 'x86_64'],
      ['x64', 'x86_64'],
      ['x86_64', 'x86_64'],
      ['x86-64', 'x86_64'],
    ],
    ...[
      ['x8664', 'x86_64'],
      ['intel64', 'x86_64'],
      ['em64', 'x86_64'],
      ['arm64', 'arm64'],
    ],
    ...[
      ['aarch64', 'arm64'],
      ['armv8', 'arm64'],
      ['arm_64', 'arm64'],
      ['i386', 'i386'],
    ],
    ...[
      ['i486', 'i386'],
      ['i586', 'i386'],
      ['i686', 'i386'],
      ['ia32', 'i386'],
      ['x86_32', 'i386'],
    ],
    ...[['x32', 'i386']],
  ])('is read from %s', (word, architecture) => {
    expect(readOsName({ name: `debian-12-${word}-20240110` }).architecture).toBe(architecture);
  });

  it.each([
    ...['arm32', 'aarch32', 'armv6', 'armv7', 'ia64', 'ppc64', 's390', 'mips64', 'sparc64'],
    ...['sw64', 'armhf', 'armel', 'riscv', 'loongarch'],
  ])('is not known for %s, although a bare 64 is in the name', (word) => {
    const name = `debian_12_${word}_64_20G_alibase_20240110.vhd`;
    expect(readOsName({ name }).architecture).toBeUndefined();
  });

  it.each([
    ['centos_7_09_64_20G_alibase_20201228.vhd', 'x86_64'],
    ['centos_6_10_32_20G_alibase_20201228.vhd', 'i386'],
    ['centos_7_09_64_20G_aliaegis_20160222.vhd', 'x86_64'],
    ['centos_7_09_64_20G_20201228.vhd', undefined],
  ])('is a bare number in an old id of Alibaba Cloud only: %s', (name, architecture) => {
    expect(readOsName({ name }).architecture).toBe(architecture);
  });
});

describe('the type of the OS', () => {
  it.each([
    ['golden linux', 'linux'],
    ['golden windows', 'windows'],
    ['golden bsd', 'bsd'],
    ['golden android', 'other'],
    ['golden solaris', 'other'],
    ['SharePoint 2019', 'windows'],
    ['BizTalk 2020', 'windows'],
  ])('is read from %s without a distribution', (name, osType) => {
    expect(readOsName({ name }).osType).toBe(osType);
  });
});

describe('the language of Windows', () => {
  it.each([
    ...[
      ['English', 'en'],
      ['Chinese', 'zh'],
      ['Japanese', 'ja'],
      ['Korean', 'ko'],
    ],
    ...[
      ['German', 'de'],
      ['French', 'fr'],
      ['Spanish', 'es'],
      ['Italian', 'it'],
    ],
    ...[
      ['Portuguese', 'pt'],
      ['Russian', 'ru'],
      ['Polish', 'pl'],
      ['Dutch', 'nl'],
    ],
    ...[
      ['Swedish', 'sv'],
      ['Czech', 'cs'],
      ['Hungarian', 'hu'],
      ['Turkish', 'tr'],
    ],
    ...[
      ['enus', 'en'],
      ['zhcn', 'zh'],
      ['jajp', 'ja'],
      ['EN', 'en'],
      ['CN', 'zh'],
      ['ZH', 'zh'],
    ],
    ...[
      ['JA', 'ja'],
      ['JP', 'ja'],
      ['中文版', 'zh'],
      ['英文版', 'en'],
      ['日文版', 'ja'],
    ],
    ...[['韩文版', 'ko']],
    // Locales: the second half is not a language of its own.
    ...[
      ['en-us', 'en'],
      ['en-gb', 'en'],
      ['zh-cn', 'zh'],
      ['zh_tw', 'zh'],
      ['zh-hk', 'zh'],
    ],
    ...[
      ['ja-jp', 'ja'],
      ['ko-kr', 'ko'],
      ['de-de', 'de'],
      ['fr-fr', 'fr'],
      ['es-es', 'es'],
    ],
    ...[
      ['it-it', 'it'],
      ['pt-pt', 'pt'],
      ['pt-br', 'pt'],
      ['ru-ru', 'ru'],
      ['pl-pl', 'pl'],
    ],
    ...[
      ['nl-us', 'nl'],
      ['sv-se', 'sv'],
      ['cs-cz', 'cs'],
      ['hu-hu', 'hu'],
      ['tr-tr', 'tr'],
    ],
  ])('is read from %s', (word, language) => {
    expect(readOsName({ name: `Windows Server 2019 ${word}` }).language).toBe(language);
  });

  it.each(['cn-hangzhou', 'de-1', 'es_x', 'fr', 'it', 'xx-us', 'English and French'])(
    'is not read from %s',
    (words) => {
      expect(readOsName({ name: `Windows Server 2019 ${words}` }).language).toBeUndefined();
    },
  );
});

describe('the edition of Windows', () => {
  it.each([
    ...[
      ['Datacenter', 'datacenter'],
      ['datactr', 'datacenter'],
      ['dtc', 'datacenter'],
    ],
    ...[
      ['dtcc', 'datacenter'],
      ['dc', 'datacenter'],
      ['Data Center', 'datacenter'],
    ],
    ...[
      ['Standard', 'standard'],
      ['std', 'standard'],
      ['stand', 'standard'],
    ],
    ...[
      ['Enterprise', 'enterprise'],
      ['ent', 'enterprise'],
      ['Essentials', 'essentials'],
    ],
    ...[
      ['Foundation', 'foundation'],
      ['Pro', 'pro'],
      ['Professional', 'pro'],
    ],
    ...[
      ['Education', 'education'],
      ['Home', 'home'],
      ['数据中心版', 'datacenter'],
    ],
    ...[
      ['标准版', 'standard'],
      ['企业版', 'enterprise'],
      ['专业版', 'pro'],
    ],
  ])('is read from %s', (word, edition) => {
    expect(readOsName({ name: `Windows Server 2019 ${word} 64bit` }).edition).toBe(edition);
  });

  it('is the web edition of Windows 2008 only', () => {
    expect(readOsName({ name: 'Windows Server 2008 R2 Web' }).edition).toBe('web');
    expect(readOsName({ name: 'Windows Server 2012 Web' }).edition).toBeUndefined();
  });

  it.each([
    ...['SQL', 'SQLServer', 'sqlsvr', 'mssql', 'Oracle', 'BizTalk', 'SharePoint', 'Visual Studio'],
    ...['Exchange', 'Dynamics', 'WebLogic', 'with SQL', 'data 2016'],
  ])('is not that of another product: %s', (product) => {
    const name = `Windows Server 2019 ${product} Standard`;
    const expected = product === 'data 2016' ? 'standard' : undefined;
    expect(readOsName({ name }).edition).toBe(expected);
  });
});
