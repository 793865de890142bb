import { readOsName } from '../../provider/os-name/os-name';

const factsOf = (name: string): string => {
  const { language = '-', edition = '-' } = readOsName({ name });
  return `${language} ${edition}`;
};

describe('language and edition of Windows images', () => {
  it.each([
    // Tencent Cloud
    ['Windows Server 2022 DataCenter 64bit EN', 'en datacenter'],
    ['Windows Server 2022 DataCenter 64bit CN', 'zh datacenter'],
    ['Windows Server 2012 R2 数据中心版 64位中文版', 'zh datacenter'],
    ['Windows Server 2008 R2 企业版 SP1 64位英文版', 'en enterprise'],
    ['Windows Server 2012 R2 For Tencent', '- -'],
    // Alibaba Cloud
    ['win2022_21H2_x64_dtc_zh-cn_40G_alibase_20240110.vhd', 'zh datacenter'],
    ['win2022_21H2_x64_dtc_en-us_40G_alibase_20240110.vhd', 'en datacenter'],
    ['wincore_2022_x64_dtc_en-us_40G_alibase_20240110.vhd', 'en datacenter'],
    ['win2008_32_std_sp2_zh-cn_40G_alibase_20170915.vhd', 'zh standard'],
    ['win2008r2_64_ent_sp1_en-us_40G_alibase_20170622.vhd', 'en enterprise'],
    ['Windows Server  2019 Data Center Edition 64bit Chinese Edition', 'zh datacenter'],
    ['2019 Data Center Edition with Container 64bit English', '- -'],
    // AWS, where the editions are those of SQL Server
    ['Windows_Server-2019-English-Full-Base-2024.04.10', 'en -'],
    ['Windows_Server-2022-Portuguese_Brazil-Full-Base-2024.04.10', 'pt -'],
    ['Windows_Server-2022-Chinese_Traditional-Full-Base-2024.04.10', 'zh -'],
    ['Windows_Server-2016-English-Full-SQL_2017_Standard-2017.10.13', 'en -'],
    ['Windows_Server-2012-R2_RTM-English-64Bit-SQL_2014_SP2_Web-2017.10.13', 'en -'],
    // Google Cloud
    ['windows-server-2022-dc-core-v20230414', '- datacenter'],
    ['sql-2016-web-windows-2012-r2-dc-v20180313', '- datacenter'],
    ['sql-2017-express-windows-2016-dc-v20230510', '- datacenter'],
    // Azure
    ['MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition:latest', '- datacenter'],
    ['MicrosoftWindowsDesktop:windows-11:win11-23h2-pro:22631.3447.240405', '- pro'],
    ['SQL Server 2014 RTM Enterprise on Windows Server 2012 R2', '- -'],
    ['SQL Server 2014 RTM Standard on Windows Server 2012 R2 Datacenter', '- datacenter'],
    // Others
    ['Microsoft Windows Server 2016 Standard 64-bit', '- standard'],
    ['Windows 2022 Standard x64', '- standard'],
    ['Windows Server 2012 R2 Essentials', '- essentials'],
    ['Windows Server 2008 R2 Web 64bit', '- web'],
    ['WinServ2025iso-enus', 'en -'],
    // Private names
    ['win2012_64_stand_en_40G_alibase_20140101.vhd', 'en standard'],
    ['win2012_64_datactr_r2_cn_40G_alibase_20170429.vhd', 'zh datacenter'],
    ['win2019-web-01', '- -'],
    ['win2019-cn-hangzhou', '- -'],
    ['Windows 2019 English and Chinese', '- -'],
    // Not Windows
    ['Ubuntu 22.04 Standard English', '- -'],
  ])('reads %s as %s', (name, facts) => {
    expect(factsOf(name)).toBe(facts);
  });

  it('reads language and edition from any field', () => {
    const facts = readOsName({
      name: 'golden',
      osName: 'Windows Server 2019 数据中心版 64位中文版',
      platform: 'Windows Server 2019',
    });
    expect(facts).toMatchObject({ language: 'zh', edition: 'datacenter' });
  });
});

describe('boot mode', () => {
  it.each([
    ['Ubuntu Server 22.04 LTS 64bit UEFI', 'uefi'],
    ['TencentOS Server 3.1 (TK4) UEFI', 'uefi'],
    ['anolisos_8_6_x64_20G_anck_uefi_community_alibase_20220817.vhd', 'uefi'],
    ['nocloud_alpine-3.19.1-x86_64-bios-cloudinit-r0.qcow2', 'bios'],
    ['nocloud_alpine-3.22.4-x86_64-uefi-cloudinit-r0.qcow2', 'uefi'],
    ['debian-12 (UEFI-Preferred)', 'uefi-preferred'],
    ['debian-12 BIOS and UEFI', undefined],
    ['Ubuntu Server 22.04 LTS 64bit', undefined],
  ])('of %s is %s', (name, bootMode) => {
    expect(readOsName({ name }).bootMode).toBe(bootMode);
    expect(readOsName({ name }).variant).toBe('base');
  });
});
