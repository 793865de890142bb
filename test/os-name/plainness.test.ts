import fc from 'fast-check';
import { anyText } from '../any-text';
import { unexplainedWords } from '../../provider/os-name/plainness';

describe('unexplainedWords', () => {
  it.each([
    'Ubuntu Server 22.04 LTS 64bit',
    'Ubuntu Server 22.04 LTS 64bit UEFI',
    'CentOS 7.6 64bit',
    'CentOS 7.4(arm64)',
    'TencentOS Server 3.2 (Final)',
    'Windows Server 2012 R2 DataCenter 64bit EN',
    'Windows Server 2022 数据中心版 64位中文版',
    'win2022_21H2_x64_dtc_zh-cn_40G_alibase_20240110.vhd',
    'win2008r2_64_ent_sp1_en-us_40G_alibase_20170622.vhd',
    'ubuntu_22_04_x64_20G_alibase_20240322.vhd',
    'centos_7_9_x64_20G_alibase_20240403.vhd',
    'Alibaba Cloud Linux  3.2104 LTS 64位',
    'jammy-server-cloudimg-amd64.img',
    'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240301',
    'debian-12-genericcloud-amd64-20240507-1740.qcow2',
    'Rocky-9-EC2-Base-9.4-20240509.0.x86_64',
    'al2023-ami-2023.5.20240730.0-x86_64',
    'RedHat:RHEL:9-lvm-gen2:9.3.2023121114',
    '',
  ])('explains all words of the plain image "%s"', (name) => {
    expect(unexplainedWords(name)).toBe(0);
  });

  it.each([
    ['Windows Server 2012 R2 For Tencent', 2],
    ['CentOS 7.6 64bit BMS', 1],
    ['CentOS 7.6 64bit + SG1-pv1.3', 1],
    ['TencentOS Server 2.4 (TK4) HCC', 2],
    ['TencentOS Server 2.4 (TK4)', 1],
    ['Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)', 2],
    ['Ubuntu Server 22.04 LTS 64bit with GPU driver 535', 3],
    ['golden-rocky8-web-2024-11-03', 2],
    ['web-server-01', 1],
    ['宝塔 centos 7', 1],
  ])('counts the words of "%s" that it cannot explain: %i', (name, count) => {
    expect(unexplainedWords(name)).toBe(count);
  });

  it('counts no date, no UUID and nothing behind the first thousand characters', () => {
    expect(unexplainedWords('debian-12-20240501T120000Z')).toBe(0);
    expect(unexplainedWords('debian-12-deadbeef-aaaa-4abc-8def-0123456789ab')).toBe(0);
    expect(unexplainedWords(`debian-12${' '.repeat(1000)}golden`)).toBe(0);
  });

  it('never throws, and counts one more for an unknown word in front of any name', () => {
    fc.assert(
      fc.property(anyText(80), (name) => {
        const count = unexplainedWords(name);
        expect(Number.isInteger(count)).toBe(true);
        expect(unexplainedWords(`zzz ${name}`)).toBe(count + 1);
      }),
    );
  });
});
