/** Variants: what an image holds besides the plain OS. One table of the words that say it. */
import type { NameReading } from './name-reading';
import { once } from './once';
import type { OsType } from './words';

/** What was added to the OS; `base` is nothing. In the order in which they decide. */
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
  'pro',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** The words that say one variant. */
interface VariantWords {
  /**
   * Lists of whole words, lower case. A blank stands for any separator or none, and letters and
   * digits are words of their own: `k 8 s` is also `k8s`.
   */
  readonly words: readonly string[];
  /** Parts of words in scripts that put no borders between words. */
  readonly han?: readonly string[];
  /** The OS on which they say nothing. */
  readonly notOn?: OsType;
}

/**
 * Which words make an image another thing than the plain OS.
 *
 * Only listed words do. An unknown word (`golden-rocky8-web`) leaves an image plain, and so does what
 * is part of every plain image somewhere: language and edition (`zh-cn`, `English`, `Core`,
 * `Datacenter`, on Windows also `Pro` and `Desktop Experience`), support (`LTS`), size and packaging
 * (`minimal`, `cloudimg`, `40G`), kernel, boot and disk flavors (`kernel-6.1`, `UEFI`, `TK4`, `lvm`,
 * `gen2`, `gp3`), and the cloud's own adaptation (`for Tencent`, `alibase`, `aliaegis`, `EC2`).
 */
const VARIANT_WORDS = {
  gpu: {
    words: [
      'gpu, vgpu, nvidia, cuda, cudnn, grid, tesla, rocm, neuron, ai, dlami, deep learning',
      'deeplearning, pytorch, tensorflow',
    ],
    han: ['显卡'],
  },
  database: {
    words: [
      'sql, mssql, sqlserver, mysql, mariadb, postgres, postgresql, mongodb, redis',
      'database, oracle database, percona, cassandra, clickhouse, influxdb',
    ],
    han: ['数据库'],
  },
  container: {
    words: [
      'docker, kubernetes, k 8 s, k 3 s, capi, container, containers, containerslatest',
      'containeros, containerd, eks, gke, aks, tke, ami ecs, ecs optimized, ack optimized',
      'openshift, rancher, podman',
    ],
    han: ['容器'],
  },
  confidential: { words: ['confidential, sgx, tdx, sev, snp'], han: ['机密'] },
  hpc: { words: ['hpc, scc, rdma, infiniband, efa'] },
  hardened: {
    words: ['cis, stig, fips, hardened, dengbao, mlps, security enhanced, securityenhanced'],
    han: ['等保', '加固'],
  },
  application: {
    words: [
      'marketplace, bitnami, lamp, lemp, lnmp, wordpress, woocommerce, cpanel, whm, plesk',
      'directadmin, webmin, drupal, joomla, magento, prestashop, ghost, discourse, moodle',
      'odoo, nextcloud, gitlab, jenkins, tomcat, nginx, nodejs, openvpn, wireguard',
      'minecraft, palworld, sap, sapcal, rhel ha, high availability, hyperv',
    ],
    han: ['宝塔'],
  },
  desktop: { words: ['desktop, gnome, kde, xfce'], notOn: 'windows' },
  pro: { words: ['pro, byos, access 2, advantage, advanced'], notOn: 'windows' },
} as const satisfies Record<Exclude<Variant, 'base'>, VariantWords>;

/** What vendors call their plain server: Kylin and Oracle have an "Advanced Server". */
const PLAIN_BEFORE_SERVER = 'advanced';

interface Pattern {
  readonly variant: Exclude<Variant, 'base'>;
  readonly words: readonly string[];
  readonly notOn?: OsType;
}

const entries = (): readonly (readonly [Exclude<Variant, 'base'>, VariantWords])[] =>
  VARIANTS.flatMap((variant) =>
    variant === 'base' ? [] : [[variant, VARIANT_WORDS[variant]] as const],
  );

const patternsByFirstWord = once(() => {
  const index = new Map<string, Pattern[]>();
  for (const [variant, { words, notOn }] of entries()) {
    for (const phrase of words.flatMap((list) => list.split(', '))) {
      const parts = phrase.split(' ');
      const [first = ''] = parts;
      const pattern = { variant, words: parts, ...(notOn !== undefined && { notOn }) };
      index.set(first, [...(index.get(first) ?? []), pattern]);
    }
  }
  return index;
});

const hanPatterns = once(() =>
  entries().flatMap(([variant, { han = [] }]) => han.map((part) => ({ variant, part }))),
);

/** Adds the variants that the words at a token say. */
function addVariantsAt(found: Set<Variant>, name: NameReading, i: number, osType?: OsType): void {
  const { tokens, inDistro } = name;
  const { text = '', kind } = tokens[i] ?? {};
  if (kind === 'han') {
    for (const { part, variant } of hanPatterns()) if (text.includes(part)) found.add(variant);
  }
  if (text === PLAIN_BEFORE_SERVER && tokens[i + 1]?.text === 'server') return;
  for (const { variant, words, notOn } of patternsByFirstWord().get(text) ?? []) {
    const isThere = words.every((word, k) => tokens[i + k]?.text === word);
    // The "Container" of "Flatcar Container Linux" says nothing.
    const isName = words.every((_, k) => inDistro.has(i + k));
    if (isThere && !isName && (notOn === undefined || notOn !== osType)) found.add(variant);
  }
}

/**
 * The variant that the names of one image state; undefined where no listed word stands in them.
 * With words of several variants, the first in {@link VARIANTS} decides.
 */
export function readVariant(names: readonly NameReading[], osType?: OsType): Variant | undefined {
  const found = new Set<Variant>();
  for (const name of names) {
    for (let i = 0; i < name.tokens.length; i += 1) addVariantsAt(found, name, i, osType);
  }
  return VARIANTS.find((variant) => found.has(variant));
}
