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
      'gpu',
      [
        'CentOS 7.6 64bit + SG1-pv1.3',
        'amzn2-ami-ecs-inf-hvm-2.0.20260122-x86_64-ebs',
        'Deep Learning AMI Neuron (Ubuntu 22.04)',
        'tpu-ubuntu2204-base',
      ],
    ],
    ['hpc', ['TencentOS Server 2.4 (TK4) HCC', 'tlinux2.4(tkernel4)x86_64_HCC']],
    [
      'bare-metal',
      ['CentOS 7.6 64bit BMS', 'centos7.4 bm x86_64', 'CentOS 6.5 64bit for BareMetal'],
    ],
    [
      'core',
      [
        'Windows Server 2019 Core English',
        'wincore_2022_x64_dtc_en-us_40G_alibase_20240110.vhd',
        'Windows Server 2022 Data Center Edition 64bit without UI English',
        'Windows Server 2022 数据中心版 64位英文版(不含UI)',
        'windows-server-2022-dc-core-v20230414',
        'Windows_Server-2016-English-Nano-Base-2017.10.13',
      ],
    ],
    [
      'kernel',
      [
        'Ubuntu Server 20.04 LTS 64bit (Tencent Kernel 4)',
        'CentOS 7.6 64bit (TK4)',
        'ubuntu-22.04-realtime',
        'almalinux:almalinux-arm:10-arm64-64k-gen2:10.0.202505290',
      ],
    ],
    [
      'testing',
      [
        'ubuntu/images-testing/hvm-ssd/ubuntu-jammy-daily-amd64-server-20250803',
        'Ubuntu Server 14.04 LTS DAILY',
        'RHEL-9.2.0_HVM_BETA-20230306-x86_64-4-Hourly2-GP2',
        'cos-dev-109-17536-0-0',
        'debian-sid-genericcloud-arm64-daily.qcow2',
        'FreeBSD-16.0-CURRENT-arm64',
      ],
    ],
    [
      'application',
      [
        'Oracle WebLogic Server 12.1.2 on Oracle Linux 6.4.0.0.0',
        'My shop 1.0 on Debian 9',
        'haproxy-technologies:hapee-rhel:2_2r1_2:2022.09.22',
        'ntegralinc1586961136942:ntg_rhel_8_4:ntg_rhel_8_4:1.0.1',
      ],
    ],
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
  ])('reads the variant %s', (variant, names) => {
    expect(names.filter((name) => variantOf(name) !== variant)).toEqual([]);
  });

  it.each([
    ['an unknown word', ['golden-rocky8-web', 'ubuntu-22.04-frontend', 'debian-12-backup']],
    [
      'a part of a word',
      ['ubuntu-production', 'debian-proxy', 'rocky9-professional', 'ubuntu-sqlite'],
    ],
    ['a part of a word', ['ubuntu-gpus', 'debian-12-varnish', 'ubuntu-hai', 'centos-7-dockerless']],
    [
      'language and edition',
      ['win2022_21H2_x64_dtc_zh-cn_40G', 'Windows Server 2019 English', 'CentOS 7 Core'],
    ],
    ['an edition of Windows', ['Windows 11 Pro', 'Windows Server 2019 Desktop Experience']],
    ['support', ['Ubuntu Server 24.04 LTS 64bit', 'Alibaba Cloud Linux 3.2104 LTS']],
    [
      'packaging',
      ['ubuntu-22.04-minimal', 'ubuntu-22.04-server-cloudimg-amd64.img', 'debian-12-raw'],
    ],
    [
      'the kernel, firmware or disk flavor of a plain image',
      [
        'TencentOS Server 3.1 (TK4) UEFI',
        'Tencent Linux 2.2 64bit (tkernel3)',
        'tlinux2.4(tkernel4)x86_64',
        'amzn2-ami-kernel-5.10-hvm-2.0.20240916.0-x86_64-gp2',
        'Anolis OS 8.6 ANCK 64位',
        'rhel-9-lvm-gen2',
        'Ubuntu Server 22.04 LTS 64bit UEFI',
      ],
    ],
    ['a cloud by its name', ['Windows Server 2012 R2 For Tencent', 'Rocky-9-EC2-Base-9.3']],
    ["the cloud's own word for its servers", ['ecs-ubuntu-22.04', 'cvm-centos-7.9']],
    [
      "a distribution's own name",
      ['Flatcar Container Linux 3815.2.1', 'Container-Optimized OS 109'],
    ],
    ["a distribution's own name", ['Kylin Linux Advanced Server V10 SP3']],
  ])('reads the variant base from %s', (_, names) => {
    expect(names.filter((name) => variantOf(name) !== 'base')).toEqual([]);
  });

  it('reads a variant where no OS is stated, and none where neither is', () => {
    expect(variantOf('docker-20-04')).toBe('container');
    expect(variantOf('web-server-01')).toBeUndefined();
  });

  it('returns the first variant in order where several are stated in any fields', () => {
    expect(variantOf('ubuntu-pro-gpu')).toBe('gpu');
    expect(variantOf('cis-docker-ubuntu')).toBe('container');
    expect(readOsName({ osName: 'Ubuntu 22.04', name: 'web', family: 'x-gpu' }).variant).toBe(
      'gpu',
    );
    expect(readOsName({ osName: 'Ubuntu 22.04 Pro', name: 'cuda' }).variant).toBe('gpu');
  });
});
