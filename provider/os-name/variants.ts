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
export interface VariantWords {
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

interface Pattern {
  readonly row: VariantWords;
  readonly words: readonly string[];
  /** Which of the words it is found by: the first of letters, since nearly every name says `64`. */
  readonly at: number;
}

const patternsByWord = once(() => {
  const index = new Map<string, Pattern[]>();
  for (const row of VARIANT_WORDS) {
    for (const phrase of row.words.flatMap((list) => list.split(', '))) {
      const words = phrase.split(' ');
      const at = words.findIndex((word) => word > '9');
      const key = words[at] ?? '';
      const patterns = index.get(key);
      if (patterns === undefined) index.set(key, [{ row, words, at }]);
      else patterns.push({ row, words, at });
    }
  }
  return index;
});

const hanPatterns = once(() =>
  VARIANT_WORDS.flatMap((row) => (row.han ?? []).map((part) => ({ row, part }))),
);

/** Whether a word begins the name of a product, which has a version of its own. */
export const isProductWord = (word: string): boolean =>
  patternsByWord()
    .get(word)
    ?.some(({ row }) => row.isProduct === true) ?? false;

/** The parts of a reading that a variant is read from. */
interface NameWords {
  /** The rows of the table whose words the string has. */
  readonly saidVariants: readonly VariantWords[];
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

const NONE: readonly VariantWords[] = [];

/**
 * The rows whose words a name has, whatever its system is.
 *
 * @param inDistro - indexes of the tokens that name a distribution
 */
export function findVariantWords(
  tokens: readonly Token[],
  inDistro: ReadonlySet<number>,
): readonly VariantWords[] {
  let found = NONE;
  const index = patternsByWord();
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.kind === 'han') found = [...found, ...hanVariants(token.text)];
    const patterns = token?.kind === 'han' ? undefined : index.get(token?.text ?? '');
    if (patterns !== undefined) found = [...found, ...standingAt(i, patterns, tokens, inDistro)];
  }
  return found;
}

const hanVariants = (text: string): readonly VariantWords[] =>
  hanPatterns().flatMap(({ part, row }) => (text.includes(part) ? [row] : []));

/** The rows of the patterns of which a word stands at a token, and the others beside it. */
function standingAt(
  i: number,
  patterns: readonly Pattern[],
  tokens: readonly Token[],
  inDistro: ReadonlySet<number>,
): readonly VariantWords[] {
  if (isPlainPhrase(tokens[i]?.text ?? '', tokens[i - 1]?.text, tokens[i + 1]?.text)) return NONE;
  return patterns
    .filter(({ words, at, row: { inDistroName = false } }) => {
      const start = i - at;
      if (!words.every((word, k) => tokens[start + k]?.text === word)) return false;
      // The "Container" of "Flatcar Container Linux" says nothing.
      return inDistroName || !words.every((_, k) => inDistro.has(start + k));
    })
    .map(({ row }) => row);
}

/**
 * The variant that the names of one image state; undefined if they contain no listed word.
 * With words of several variants, the first in {@link VARIANTS} decides.
 */
export function readVariant(names: readonly NameWords[], system: System): Variant | undefined {
  const found = new Set<Variant>();
  for (const { isProduct, saidVariants } of names) {
    if (isProduct) found.add('application');
    for (const row of saidVariants) if (saysSomething(row, system)) found.add(row.variant);
  }
  if (found.size === 0) return undefined;
  return VARIANTS.find((variant) => found.has(variant));
}
