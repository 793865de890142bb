/** The distributions we know by name: the one table that reading names goes by. */
import type { Numbering } from './numbering';
import type { OsType } from './words';

/**
 * One distribution. All words are lower case, as they stand in names at token borders; a blank
 * stands for any separator (`rocky linux` is also `Rocky-Linux`).
 */
export interface Distribution {
  /** The `ID` of its os-release file where it has one and the field uses it. */
  readonly id: string;
  readonly title: string;
  readonly osType: OsType;
  readonly numbering: Numbering;
  /** Names that say it wherever they stand. */
  readonly names: readonly string[];
  /** Everyday words and short forms, which say it only with a version behind them: `rocky 9`. */
  readonly beforeVersion?: readonly string[];
  /** Still shorter ones, which the version must touch: `ol9`, `al2023`. */
  readonly touchingVersion?: readonly string[];
  /** Words that say it only as the whole of a field, as in Glance's `os_distro`. */
  readonly alone?: readonly string[];
  /** What a coarser field may call it: a cloud's "CentOS" is refined by a name's "CentOS Stream". */
  readonly refines?: readonly string[];
  /** A word behind the version that makes it another distribution: `CentOS 8 Stream`. */
  readonly becomes?: Readonly<Record<string, string>>;
  /** Release code names. Hints only: where no number is written, they stand for one. */
  readonly codenames?: Readonly<Record<string, string>>;
  /** Words that, together with a code name, say the distribution where nothing else does. */
  readonly withCodename?: readonly string[];
  /** A service pack (`SP3`) or release (`R2`) belongs to its versions. */
  readonly suffix?: 'SP' | 'R';
}

/**
 * Every distribution, in the order in which documentation lists them.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export const DISTRIBUTIONS = [
  {
    id: 'ubuntu',
    title: 'Ubuntu',
    osType: 'linux',
    numbering: 'yearMonth',
    names: ['ubuntu', 'ubuntuserver', 'ubuntu kylin', 'ubuntukylin'],
    codenames: {
      trusty: '14.04',
      xenial: '16.04',
      bionic: '18.04',
      focal: '20.04',
      jammy: '22.04',
      noble: '24.04',
    },
    withCodename: ['cloudimg'],
  },
  {
    id: 'debian',
    title: 'Debian',
    osType: 'linux',
    numbering: 'point',
    names: ['debian'],
    codenames: {
      jessie: '8',
      stretch: '9',
      buster: '10',
      bullseye: '11',
      bookworm: '12',
      trixie: '13',
    },
  },
  {
    id: 'centos',
    title: 'CentOS',
    osType: 'linux',
    numbering: 'point',
    names: ['centos', 'centos linux'],
    becomes: { stream: 'centos-stream' },
  },
  {
    id: 'centos-stream',
    title: 'CentOS Stream',
    osType: 'linux',
    numbering: 'point',
    names: ['centos stream', 'centosstream'],
    refines: ['centos'],
  },
  {
    id: 'rhel',
    title: 'Red Hat Enterprise Linux',
    osType: 'linux',
    numbering: 'point',
    names: ['rhel', 'red hat enterprise linux', 'redhat enterprise linux', 'red hat', 'redhat'],
  },
  {
    id: 'rocky',
    title: 'Rocky Linux',
    osType: 'linux',
    numbering: 'point',
    names: ['rocky linux', 'rockylinux'],
    beforeVersion: ['rocky'],
    alone: ['rocky'],
  },
  {
    id: 'almalinux',
    title: 'AlmaLinux',
    osType: 'linux',
    numbering: 'point',
    names: ['almalinux', 'alma linux'],
    beforeVersion: ['alma'],
    alone: ['alma'],
  },
  {
    id: 'fedora',
    title: 'Fedora',
    osType: 'linux',
    numbering: 'single',
    names: ['fedora'],
  },
  {
    id: 'fedora-coreos',
    title: 'Fedora CoreOS',
    osType: 'linux',
    numbering: 'build',
    names: ['fedora coreos', 'fedoracoreos'],
    touchingVersion: ['fcos'],
    alone: ['fcos'],
    refines: ['fedora', 'coreos'],
  },
  {
    id: 'oracle',
    title: 'Oracle Linux',
    osType: 'linux',
    numbering: 'point',
    names: ['oracle linux', 'oraclelinux', 'oracle enterprise linux', 'oracle linux server'],
    touchingVersion: ['ol', 'oel'],
    alone: ['oracle', 'ol'],
  },
  {
    id: 'sles',
    title: 'SUSE Linux Enterprise Server',
    osType: 'linux',
    numbering: 'servicePack',
    names: ['sles', 'suse', 'suse linux', 'suse linux enterprise server'],
    suffix: 'SP',
  },
  {
    id: 'opensuse',
    title: 'openSUSE',
    osType: 'linux',
    numbering: 'leap',
    names: ['opensuse', 'open suse', 'opensuse leap'],
    alone: ['opensuse-leap', 'opensuse-tumbleweed'],
    refines: ['sles'],
  },
  {
    id: 'amazon',
    title: 'Amazon Linux',
    osType: 'linux',
    numbering: 'amazon',
    names: ['amazon linux', 'amazonlinux', 'amzn'],
    touchingVersion: ['al'],
    alone: ['amazon'],
  },
  {
    id: 'bottlerocket',
    title: 'Bottlerocket',
    osType: 'linux',
    numbering: 'short',
    names: ['bottlerocket'],
  },
  {
    id: 'alinux',
    title: 'Alibaba Cloud Linux',
    osType: 'linux',
    numbering: 'alinux',
    names: ['alibaba cloud linux', 'alinux', 'aliyun linux', 'aliyunlinux', 'aliyunos'],
    beforeVersion: ['aliyun'],
    alone: ['aliyun'],
  },
  {
    id: 'tencentos',
    title: 'TencentOS Server',
    osType: 'linux',
    numbering: 'short',
    names: ['tencentos', 'tencentos server', 'tencent linux', 'tlinux'],
  },
  {
    id: 'opencloudos',
    title: 'OpenCloudOS',
    osType: 'linux',
    numbering: 'point',
    names: ['opencloudos'],
  },
  {
    id: 'openeuler',
    title: 'openEuler',
    osType: 'linux',
    numbering: 'yearMonth',
    names: ['openeuler'],
    suffix: 'SP',
  },
  {
    id: 'euleros',
    title: 'EulerOS',
    osType: 'linux',
    numbering: 'short',
    names: ['euleros', 'huawei cloud euleros'],
    touchingVersion: ['hce'],
    suffix: 'SP',
  },
  {
    id: 'anolis',
    title: 'Anolis OS',
    osType: 'linux',
    numbering: 'point',
    names: ['anolis', 'anolisos', '龙蜥'],
  },
  {
    id: 'kylin',
    title: 'Kylin',
    osType: 'linux',
    numbering: 'point',
    names: ['kylin', 'kylinos', 'neokylin', '麒麟'],
    suffix: 'SP',
  },
  {
    id: 'uos',
    title: 'UOS and deepin',
    osType: 'linux',
    numbering: 'point',
    names: ['uos', 'uniontech', 'deepin', '统信'],
  },
  {
    id: 'flatcar',
    title: 'Flatcar Container Linux',
    osType: 'linux',
    numbering: 'build',
    names: ['flatcar', 'flatcar container linux', 'flatcar linux'],
  },
  {
    id: 'coreos',
    title: 'CoreOS Container Linux',
    osType: 'linux',
    numbering: 'build',
    names: ['coreos', 'coreos container linux'],
  },
  {
    id: 'cos',
    title: 'Container-Optimized OS',
    osType: 'linux',
    numbering: 'build',
    names: ['container optimized os'],
    beforeVersion: ['cos', 'cos stable', 'cos beta', 'cos dev'],
    alone: ['cos'],
  },
  {
    id: 'talos',
    title: 'Talos Linux',
    osType: 'linux',
    numbering: 'short',
    names: ['talos linux'],
    beforeVersion: ['talos'],
    alone: ['talos'],
  },
  {
    id: 'alpine',
    title: 'Alpine Linux',
    osType: 'linux',
    numbering: 'short',
    names: ['alpine', 'alpine linux', 'alpinelinux'],
  },
  {
    id: 'arch',
    title: 'Arch Linux',
    osType: 'linux',
    numbering: 'none',
    names: ['arch linux', 'archlinux'],
    alone: ['arch'],
  },
  {
    id: 'gentoo',
    title: 'Gentoo',
    osType: 'linux',
    numbering: 'none',
    names: ['gentoo'],
  },
  {
    id: 'scientific',
    title: 'Scientific Linux',
    osType: 'linux',
    numbering: 'point',
    names: ['scientific linux', 'scientificlinux'],
    alone: ['scientific'],
  },
  {
    id: 'cloudlinux',
    title: 'CloudLinux',
    osType: 'linux',
    numbering: 'point',
    names: ['cloudlinux', 'cloudlinux os'],
  },
  {
    id: 'mageia',
    title: 'Mageia',
    osType: 'linux',
    numbering: 'single',
    names: ['mageia'],
  },
  {
    id: 'clear',
    title: 'Clear Linux',
    osType: 'linux',
    numbering: 'count',
    names: ['clear linux', 'clearlinux', 'clear linux os'],
    alone: ['clear-linux-os'],
  },
  {
    id: 'nixos',
    title: 'NixOS',
    osType: 'linux',
    numbering: 'yearMonth',
    names: ['nixos'],
  },
  {
    id: 'photon',
    title: 'Photon OS',
    osType: 'linux',
    numbering: 'short',
    names: ['photon os', 'photonos'],
    beforeVersion: ['photon'],
    alone: ['photon'],
  },
  {
    id: 'azurelinux',
    title: 'Azure Linux',
    osType: 'linux',
    numbering: 'short',
    names: ['azure linux', 'azurelinux', 'cbl mariner'],
    beforeVersion: ['mariner'],
    alone: ['mariner'],
  },
  {
    id: 'freebsd',
    title: 'FreeBSD',
    osType: 'bsd',
    numbering: 'point',
    names: ['freebsd'],
  },
  {
    id: 'openbsd',
    title: 'OpenBSD',
    osType: 'bsd',
    numbering: 'point',
    names: ['openbsd'],
  },
  {
    id: 'netbsd',
    title: 'NetBSD',
    osType: 'bsd',
    numbering: 'point',
    names: ['netbsd'],
  },
  {
    id: 'windows-server',
    title: 'Windows Server',
    osType: 'windows',
    numbering: 'windowsServer',
    names: ['windows server', 'windowsserver', 'win server', 'winserver', 'winsvr', 'wincore'],
    beforeVersion: ['windows', 'win'],
    suffix: 'R',
  },
  {
    id: 'windows',
    title: 'Windows (client editions)',
    osType: 'windows',
    numbering: 'windowsClient',
    names: [],
    beforeVersion: ['windows', 'win'],
  },
  {
    id: 'macos',
    title: 'macOS',
    osType: 'other',
    numbering: 'point',
    names: ['macos'],
  },
] as const satisfies readonly Distribution[];

export type Distro = (typeof DISTRIBUTIONS)[number]['id'];

/** The ids of all distributions, in the order of the table. */
export const DISTROS: readonly Distro[] = DISTRIBUTIONS.map(({ id }) => id);
