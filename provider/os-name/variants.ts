/** Variants: what an image holds besides the plain OS. One table of the words that say it. */
import type { Distro } from './distributions';
import type { Token } from './name-tokens';
import { once } from './once';
import type { OsType } from './words';

/** What sets an image apart from the plain OS; `base` is nothing. In the order in which they decide. */
export const VARIANTS = [
  'base',
  'gpu',
  'database',
  'container',
  'confidential',
  'hpc',
  'hardened',
  'application',
  'desktop',
  'bare-metal',
  'core',
  'kernel',
  'testing',
  'pro',
] as const;
export type Variant = (typeof VARIANTS)[number];
type Special = Exclude<Variant, 'base'>;

/** Words that say one variant. */
interface VariantWords {
  readonly variant: Special;
  /**
   * Lists of whole words, lower case. A blank stands for any separator or none, and letters and
   * digits are words of their own: `k 8 s` is also `k8s`.
   */
  readonly words: readonly string[];
  /** Parts of words in scripts that put no borders between words. */
  readonly han?: readonly string[];
  /** The OS on which they say nothing. */
  readonly notOn?: OsType;
  /** The OS on which alone they say something. */
  readonly onlyOn?: OsType;
  /** The distribution of which they say nothing. */
  readonly notOf?: Distro;
  /** Whether they count also as a part of a distribution's name, as in `cos-beta`. */
  readonly inDistroName?: boolean;
  /** Whether they name a product, which has a version of its own: `docker-20.10`. */
  readonly isProduct?: boolean;
}

/**
 * Which words make an image another thing than the plain OS.
 *
 * Only listed words do. An unknown word (`golden-rocky8-web`) leaves an image plain, and so does what
 * is part of every plain image somewhere: language and edition (`zh-cn`, `English`, `Datacenter`, on
 * Windows also `Pro` and `Desktop Experience`), support (`LTS`), size and packaging (`minimal`,
 * `cloudimg`, `40G`), the distribution's own kernels (`kernel-6.1`, `ANCK`, `TK4` on TencentOS), boot
 * and disk flavors (`UEFI`, `lvm`, `gen2`, `gp3`), and the cloud's own adaptation (`for Tencent`,
 * `alibase`, `aliaegis`, `EC2`).
 */
const VARIANT_WORDS: readonly VariantWords[] = [
  {
    variant: 'gpu',
    words: [
      'gpu, vgpu, nvidia, cuda, cudnn, grid, tesla, rocm, neuron, ai, dlami, deep learning',
      'deeplearning, pytorch, tensorflow, accelerator, tpu, npu, fpga, inferentia, trainium',
      'gaudi, sg 1, ecs inf',
    ],
    han: ['显卡'],
    isProduct: true,
  },
  {
    variant: 'database',
    words: [
      'sql, mssql, sqlserver, sqlsvr, mysql, mariadb, postgres, postgresql, mongodb, redis',
      'database, oracle database, percona, cassandra, clickhouse, influxdb, elasticsearch',
    ],
    han: ['数据库'],
    isProduct: true,
  },
  {
    variant: 'container',
    words: [
      'docker, kubernetes, k 8 s, k 3 s, capi, container, containers, containerslatest',
      'containeros, containerd, eks, gke, aks, tke, oke, ami ecs, ecs optimized, ack optimized',
      'openshift, rancher, podman, chost',
    ],
    han: ['容器'],
    isProduct: true,
  },
  {
    variant: 'confidential',
    words: ['confidential, sgx, tdx, sev, snp, lts cvm, rhel cvm'],
    han: ['机密'],
  },
  { variant: 'hpc', words: ['hpc, hcc, scc, rdma, infiniband, efa'] },
  {
    variant: 'hardened',
    words: ['cis, stig, fips, hardened, dengbao, mlps, security enhanced, securityenhanced'],
    han: ['等保', '加固'],
  },
  {
    variant: 'application',
    words: [
      'marketplace, bitnami, lamp, lemp, lnmp, wordpress, woocommerce, cpanel, whm, plesk',
      'directadmin, webmin, drupal, joomla, magento, prestashop, ghost, discourse, moodle',
      'odoo, nextcloud, gitlab, jenkins, tomcat, nginx, apache, nodejs, openvpn, wireguard',
      'minecraft, palworld, sap, sapcal, sapha, sapapps, rhel ha, high availability, hyperv',
      'weblogic, websphere, jboss, wildfly, biztalk, sharepoint, iis, kafka, rabbitmq, splunk',
      'zabbix, grafana, prometheus, haproxy, hapee, puppet, suse manager, vpc nat, dsvm',
    ],
    han: ['宝塔'],
    isProduct: true,
  },
  { variant: 'desktop', words: ['desktop, gnome, kde, xfce'], notOn: 'windows' },
  { variant: 'bare-metal', words: ['bms, bm, baremetal, bare metal'], han: ['裸金属'] },
  {
    variant: 'core',
    words: ['core, wincore, dtcc, nano, without ui, without gui'],
    han: ['不含'],
    onlyOn: 'windows',
    inDistroName: true,
  },
  { variant: 'kernel', words: ['tencent kernel, tkernel, tk 3, tk 4, tk 5'], notOf: 'tencentos' },
  {
    variant: 'kernel',
    words: ['realtime, real time, rt kernel, kernel rt, lowlatency, low latency, 64 k, backports'],
  },
  {
    variant: 'testing',
    words: [
      'daily, nightly, testing, unstable, sid, rawhide, kitten, preview, prerelease, beta, alpha',
      'rc 1, rc 2, rc 3, cos dev, fedora coreos next',
    ],
    inDistroName: true,
  },
  // FreeBSD's development branch.
  { variant: 'testing', words: ['current'], onlyOn: 'bsd' },
  { variant: 'pro', words: ['pro, byos, access 2, advantage, advanced'], notOn: 'windows' },
];

/** Phrases in which listed words say nothing: Kylin and Oracle have a plain "Advanced Server". */
const PLAIN_PHRASES: readonly (readonly [first: string, second: string])[] = [
  ['advanced', 'server'],
  // Huawei's "Windows Server 2019 (GUI/Core)" has both.
  ['core', 'gui'],
  ['gui', 'core'],
];

interface Pattern extends Omit<VariantWords, 'words'> {
  readonly words: readonly string[];
}

const patternsByFirstWord = once(() => {
  const index = new Map<string, Pattern[]>();
  for (const row of VARIANT_WORDS) {
    for (const phrase of row.words.flatMap((list) => list.split(', '))) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      index.set(first, [...(index.get(first) ?? []), { ...row, words }]);
    }
  }
  return index;
});

const hanPatterns = once(() =>
  VARIANT_WORDS.flatMap((row) => (row.han ?? []).map((part) => ({ row, part }))),
);

/** Whether a word begins the name of a product, which has a version of its own. */
export const isProductWord = (word: string): boolean =>
  patternsByFirstWord()
    .get(word)
    ?.some(({ isProduct }) => isProduct === true) ?? false;

/** The parts of a reading that a variant is read from. */
interface NameWords {
  readonly tokens: readonly Token[];
  /** Indexes of the tokens that name a distribution. */
  readonly inDistro: ReadonlySet<number>;
  /** Whether the string names a product that runs on the distribution. */
  readonly isProduct: boolean;
}

/** What an image's names say of its system. */
interface System {
  readonly osType?: OsType | undefined;
  readonly distro?: Distro | undefined;
}

const isPlainPhrase = (text: string, before = '', behind = ''): boolean =>
  PLAIN_PHRASES.some(
    ([first, second]) =>
      (text === first && behind === second) || (text === second && before === first),
  );

const saysSomething = ({ notOn, onlyOn, notOf }: VariantWords, system: System): boolean =>
  (notOn === undefined || notOn !== system.osType) &&
  (onlyOn === undefined || onlyOn === system.osType) &&
  (notOf === undefined || notOf !== system.distro);

/** Adds the variants that the words at a token say. */
function addVariantsAt(found: Set<Variant>, name: NameWords, i: number, system: System): void {
  const { tokens, inDistro } = name;
  const { text = '', kind } = tokens[i] ?? {};
  if (kind === 'han') {
    for (const { part, row } of hanPatterns()) {
      if (text.includes(part) && saysSomething(row, system)) found.add(row.variant);
    }
    return;
  }
  const patterns = patternsByFirstWord().get(text);
  if (patterns === undefined) return;
  if (isPlainPhrase(text, tokens[i - 1]?.text, tokens[i + 1]?.text)) return;
  for (const pattern of patterns) {
    const { variant, words, inDistroName = false } = pattern;
    if (!words.every((word, k) => tokens[i + k]?.text === word)) continue;
    // The "Container" of "Flatcar Container Linux" says nothing.
    const isName = !inDistroName && words.every((_, k) => inDistro.has(i + k));
    if (!isName && saysSomething(pattern, system)) found.add(variant);
  }
}

/**
 * The variant that the names of one image state; undefined where no listed word stands in them.
 * With words of several variants, the first in {@link VARIANTS} decides.
 */
export function readVariant(names: readonly NameWords[], system: System): Variant | undefined {
  const found = new Set<Variant>();
  for (const name of names) {
    if (name.isProduct) found.add('application');
    for (let i = 0; i < name.tokens.length; i += 1) addVariantsAt(found, name, i, system);
  }
  if (found.size === 0) return undefined;
  return VARIANTS.find((variant) => found.has(variant));
}
