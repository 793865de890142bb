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
  /** `linux` where absent. */
  readonly osType?: OsType;
  readonly numbering: Numbering;
  /** Names that say it wherever they stand. */
  readonly names: readonly string[];
  /** Everyday words and short forms, which say it only with a version behind them: `rocky 9`. */
  readonly beforeVersion?: readonly string[];
  /** Still shorter ones, which the version must touch: `ol9`, `al2023`. */
  readonly touchingVersion?: readonly string[];
  /** Words that say it only as the whole of a platform field, as in Glance's `os_distro`. */
  readonly alone?: readonly string[];
  /** What a coarser field may call it: a cloud's "CentOS" is refined by a name's "CentOS Stream". */
  readonly refines?: readonly string[];
  /** A word behind the version that makes it another distribution: `CentOS 8 Stream`. */
  readonly becomes?: { readonly word: string; readonly id: string };
  /**
   * Short versions that the vendor uses for one release only, and that release: Alibaba Cloud Linux 3
   * is 3.2104. Releases of the past; a new one needs no line.
   */
  readonly shortVersions?: Readonly<Record<string, string>>;
  /** A service pack (`SP3`) or release (`R2`) belongs to its versions. */
  readonly suffix?: 'SP' | 'R';
}

/**
 * Every distribution, in the order in which documentation lists them.
 *
 * `windows-server` is a version named by its year or release (2022, 1809) or called a server, and
 * `windows` a client edition (10, 11). UOS and deepin are one row: they share a vendor and a numbering.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export const DISTRIBUTIONS = [
  {
    id: 'ubuntu',
    title: 'Ubuntu',
    numbering: 'yearMonth',
    names: ['ubuntu', 'ubuntuserver', 'ubuntu kylin', 'ubuntukylin'],
  },
  { id: 'debian', title: 'Debian', numbering: 'point', names: ['debian'] },
  {
    id: 'centos',
    title: 'CentOS',
    numbering: 'point',
    names: ['centos'],
    becomes: { word: 'stream', id: 'centos-stream' },
  },
  {
    id: 'centos-stream',
    title: 'CentOS Stream',
    numbering: 'point',
    names: ['centos stream', 'centosstream'],
    refines: ['centos'],
  },
  {
    id: 'rhel',
    title: 'Red Hat Enterprise Linux',
    numbering: 'point',
    names: ['rhel', 'red hat', 'redhat'],
  },
  {
    id: 'rocky',
    title: 'Rocky Linux',
    numbering: 'point',
    names: ['rocky linux', 'rockylinux'],
    beforeVersion: ['rocky'],
    alone: ['rocky'],
  },
  {
    id: 'almalinux',
    title: 'AlmaLinux',
    numbering: 'point',
    names: ['almalinux', 'alma linux'],
    beforeVersion: ['alma'],
    alone: ['alma'],
  },
  { id: 'fedora', title: 'Fedora', numbering: 'single', names: ['fedora'] },
  {
    id: 'fedora-coreos',
    title: 'Fedora CoreOS',
    numbering: 'build',
    names: ['fedora coreos', 'fedoracoreos'],
    touchingVersion: ['fcos'],
    alone: ['fcos'],
    refines: ['fedora', 'coreos'],
  },
  {
    id: 'oracle',
    title: 'Oracle Linux',
    numbering: 'point',
    names: ['oracle linux', 'oraclelinux', 'oracle enterprise linux'],
    touchingVersion: ['ol', 'oel'],
    alone: ['oracle', 'ol'],
  },
  {
    id: 'sles',
    title: 'SUSE Linux Enterprise Server',
    numbering: 'servicePack',
    names: ['sles', 'suse'],
    suffix: 'SP',
  },
  {
    id: 'opensuse',
    title: 'openSUSE',
    numbering: 'leap',
    names: ['opensuse', 'open suse'],
    beforeVersion: ['leap'],
    alone: ['opensuse-leap', 'opensuse-tumbleweed'],
    refines: ['sles'],
  },
  {
    id: 'amazon',
    title: 'Amazon Linux',
    numbering: 'amazon',
    names: ['amazon linux', 'amazonlinux', 'amzn'],
    touchingVersion: ['al'],
    alone: ['amazon'],
  },
  { id: 'bottlerocket', title: 'Bottlerocket', numbering: 'short', names: ['bottlerocket'] },
  {
    id: 'alinux',
    title: 'Alibaba Cloud Linux',
    numbering: 'alinux',
    names: ['alibaba cloud linux', 'alinux', 'aliyun linux', 'aliyunlinux', 'aliyunos'],
    beforeVersion: ['aliyun'],
    alone: ['aliyun'],
    // https://www.alibabacloud.com/help/en/alinux/product-overview/alibaba-cloud-linux-overview
    shortVersions: { '2': '2.1903', '3': '3.2104' },
  },
  {
    id: 'tencentos',
    title: 'TencentOS Server',
    numbering: 'short',
    names: ['tencentos', 'tencent linux', 'tlinux'],
  },
  { id: 'opencloudos', title: 'OpenCloudOS', numbering: 'point', names: ['opencloudos'] },
  {
    id: 'openeuler',
    title: 'openEuler',
    numbering: 'yearMonth',
    names: ['openeuler'],
    suffix: 'SP',
  },
  {
    id: 'euleros',
    title: 'EulerOS',
    numbering: 'short',
    names: ['euleros'],
    touchingVersion: ['hce'],
    suffix: 'SP',
  },
  { id: 'anolis', title: 'Anolis OS', numbering: 'point', names: ['anolis', 'anolisos', '龙蜥'] },
  {
    id: 'kylin',
    title: 'Kylin',
    numbering: 'point',
    names: ['kylin', 'kylinos', 'neokylin', '麒麟'],
    suffix: 'SP',
  },
  {
    id: 'uos',
    title: 'UOS and deepin',
    numbering: 'point',
    names: ['uos', 'uniontech', 'deepin', '统信'],
  },
  {
    id: 'flatcar',
    title: 'Flatcar Container Linux',
    numbering: 'build',
    names: ['flatcar', 'flatcar container linux'],
  },
  {
    id: 'coreos',
    title: 'CoreOS Container Linux',
    numbering: 'build',
    names: ['coreos', 'coreos container linux'],
  },
  {
    id: 'cos',
    title: 'Container-Optimized OS',
    numbering: 'build',
    names: ['container optimized os', 'cos stable', 'cos beta', 'cos dev'],
    beforeVersion: ['cos'],
    alone: ['cos'],
  },
  {
    id: 'talos',
    title: 'Talos Linux',
    numbering: 'short',
    names: ['talos linux'],
    beforeVersion: ['talos'],
    alone: ['talos'],
  },
  { id: 'alpine', title: 'Alpine Linux', numbering: 'short', names: ['alpine', 'alpinelinux'] },
  {
    id: 'arch',
    title: 'Arch Linux',
    numbering: 'none',
    names: ['arch linux', 'archlinux'],
    alone: ['arch'],
  },
  { id: 'gentoo', title: 'Gentoo', numbering: 'none', names: ['gentoo'] },
  {
    id: 'scientific',
    title: 'Scientific Linux',
    numbering: 'point',
    names: ['scientific linux', 'scientificlinux'],
    alone: ['scientific'],
  },
  { id: 'cloudlinux', title: 'CloudLinux', numbering: 'point', names: ['cloudlinux'] },
  { id: 'mageia', title: 'Mageia', numbering: 'single', names: ['mageia'] },
  {
    id: 'clear',
    title: 'Clear Linux',
    numbering: 'count',
    names: ['clear linux', 'clearlinux'],
    alone: ['clear-linux-os'],
  },
  { id: 'nixos', title: 'NixOS', numbering: 'yearMonth', names: ['nixos'] },
  {
    id: 'photon',
    title: 'Photon OS',
    numbering: 'short',
    names: ['photon os', 'photonos'],
    beforeVersion: ['photon'],
    alone: ['photon'],
  },
  {
    id: 'azurelinux',
    title: 'Azure Linux',
    numbering: 'short',
    names: ['azure linux', 'azurelinux', 'cbl mariner'],
    beforeVersion: ['mariner'],
    alone: ['mariner'],
  },
  { id: 'freebsd', title: 'FreeBSD', osType: 'bsd', numbering: 'point', names: ['freebsd'] },
  { id: 'openbsd', title: 'OpenBSD', osType: 'bsd', numbering: 'point', names: ['openbsd'] },
  { id: 'netbsd', title: 'NetBSD', osType: 'bsd', numbering: 'point', names: ['netbsd'] },
  {
    id: 'windows-server',
    title: 'Windows Server',
    osType: 'windows',
    numbering: 'windowsServer',
    names: [
      'windows server',
      'windowsserver',
      'win server',
      'winserver',
      'winserv',
      'winsvr',
      'wincore',
    ],
    beforeVersion: ['windows', 'win'],
    touchingVersion: ['ws'],
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
  { id: 'macos', title: 'macOS', osType: 'other', numbering: 'point', names: ['macos'] },
] as const satisfies readonly Distribution[];

export type Distro = (typeof DISTRIBUTIONS)[number]['id'];

/** The ids of all distributions, in the order of the table. */
export const DISTROS: readonly Distro[] = DISTRIBUTIONS.map(({ id }) => id);
