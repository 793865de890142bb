import { readOsName } from '../../provider/os-name/os-name';

const variantOf = (name: string): string | undefined => readOsName({ name }).variant;

describe('variants', () => {
  it.each([
    [
      'gpu',
      ['Ubuntu 22.04 with NVIDIA driver', 'ubuntu-22.04-cuda-12', 'debian-12-ai', 'gpu-ubuntu'],
    ],
    ['database', ['windows-2022-sql', 'ubuntu-mysql', 'Debian 12 PostgreSQL', 'CentOS 7 数据库']],
    [
      'container',
      ['ubuntu-docker', 'ubuntu-k8s', 'debian-12-k3s', 'amzn2-ami-ecs-hvm', 'Ubuntu 容器'],
    ],
    ['confidential', ['ubuntu-confidential-vm', 'aliyun_3_x64_sgx', 'debian-12-tdx']],
    ['hpc', ['centos_7_6_x64_20G_scc_alibase', 'ubuntu-hpc', 'rocky-9-rdma']],
    [
      'hardened',
      ['CIS Debian 12', 'rhel-9-stig', 'CentOS 7 等保2.0三级版', 'ubuntu-22.04-hardened'],
    ],
    [
      'application',
      ['wordpress-ubuntu', 'debian-12-lamp', 'sles-15-sp5-sap', 'RHEL_HA-8.6.0', '宝塔 centos 7'],
    ],
    ['desktop', ['ubuntu-22.04-desktop', 'Fedora 39 GNOME']],
    [
      'pro',
      [
        'ubuntu-pro-server',
        'Ubuntu Pro 22.04',
        'sles-15-byos',
        'RHEL-9.3.0-Access2',
        'Ubuntu Advanced',
      ],
    ],
  ])('tells %s', (variant, names) => {
    expect(names.filter((name) => variantOf(name) !== variant)).toEqual([]);
  });

  it.each([
    ['an unknown word', ['golden-rocky8-web', 'ubuntu-22.04-frontend', 'debian-12-backup']],
    [
      'a part of a word',
      ['ubuntu-production', 'debian-proxy', 'rocky9-professional', 'ubuntu-sqlite'],
    ],
    ['a part of a word', ['ubuntu-gpus', 'debian-12-haproxy', 'ubuntu-hai', 'centos-7-dockerless']],
    [
      'language and edition',
      ['win2022_21H2_x64_dtc_zh-cn_40G', 'Windows Server 2019 Core English'],
    ],
    ['an edition of Windows', ['Windows 11 Pro', 'Windows Server 2019 Desktop Experience']],
    ['support', ['Ubuntu Server 24.04 LTS 64bit', 'Alibaba Cloud Linux 3.2104 LTS']],
    [
      'packaging',
      ['ubuntu-22.04-minimal', 'ubuntu-22.04-server-cloudimg-amd64.img', 'debian-12-raw'],
    ],
    ['a kernel, firmware or disk flavor', ['TencentOS Server 3.1 (TK4) UEFI', 'rhel-9-lvm-gen2']],
    ['a cloud by its name', ['Windows Server 2012 R2 For Tencent', 'Rocky-9-EC2-Base-9.3']],
    ["the cloud's own word for its servers", ['ecs-ubuntu-22.04', 'cvm-centos-7.9']],
    [
      "a distribution's own name",
      ['Flatcar Container Linux 3815.2.1', 'Container-Optimized OS 109'],
    ],
    ["a distribution's own name", ['Kylin Linux Advanced Server V10 SP3']],
  ])('takes %s for the plain OS', (_, names) => {
    expect(names.filter((name) => variantOf(name) !== 'base')).toEqual([]);
  });

  it('tells a variant where no OS is named, and nothing where neither is', () => {
    expect(variantOf('docker-20-04')).toBe('container');
    expect(variantOf('web-server-01')).toBeUndefined();
  });

  it('lets the first of several decide, in any field', () => {
    expect(variantOf('ubuntu-pro-gpu')).toBe('gpu');
    expect(variantOf('cis-docker-ubuntu')).toBe('container');
    expect(readOsName({ osName: 'Ubuntu 22.04', name: 'web', family: 'x-gpu' }).variant).toBe(
      'gpu',
    );
    expect(readOsName({ osName: 'Ubuntu 22.04 Pro', name: 'cuda' }).variant).toBe('gpu');
  });
});
