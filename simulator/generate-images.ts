/** Any number of plausible public images, the same for the same seed. */
import type { CatalogImage, CloudId } from './catalog-image';
import { MAIN_REGION } from './regions';

/** How many of what. */
export interface GenerateOptions {
  readonly cloud: CloudId;
  readonly count: number;
  /** Another number gives other images. Default 1. */
  readonly seed?: number;
  /** Default: the cloud's MAIN_REGION. */
  readonly regions?: readonly string[];
}

/** A distribution with versions to draw from; traps for text comparison among them. */
const SYSTEMS = [
  ['Ubuntu', 'ubuntu', 'linux', ['9.10', '18.04', '20.04', '22.04', '24.04']],
  ['CentOS', 'centos', 'linux', ['6.9', '6.10', '7.6', '7.9', '8.5']],
  ['Debian', 'debian', 'linux', ['9.13', '10.13', '11.11', '12.7', '12.10']],
  ['Rocky Linux', 'rockylinux', 'linux', ['8.9', '8.10', '9.4']],
  ['AlmaLinux', 'almalinux', 'linux', ['8.9', '8.10', '9.4']],
  ['Fedora', 'fedora', 'linux', ['39', '40', '41']],
  ['FreeBSD', 'freebsd', 'bsd', ['13.2', '14.1']],
  ['Windows Server', 'win', 'windows', ['2012 R2', '2016', '2019', '2022']],
] as const;

const ARM_WORD: Readonly<Record<CloudId, string>> = {
  alicloud: 'arm64',
  tencentcloud: 'arm',
  qcloud: 'x86_64',
  zenlayercloud: 'x86_64',
};

/** First day of the build dates, and how many days they spread over. */
const FIRST_DAY = Date.UTC(2018, 0, 1);
const DAYS = 2600;

/** All of them public and usable, with ids of their own in the cloud's shape. */
export function generateImages({
  cloud,
  count,
  seed = 1,
  regions,
}: GenerateOptions): readonly CatalogImage[] {
  const next = seededNumbers(seed);
  const pick = <T>(choices: readonly T[]): T => choices[next(choices.length)] as T;
  const where = regions ?? [MAIN_REGION[cloud]];
  return Array.from({ length: count }, (_, index): CatalogImage => {
    const [distro, code, osType, versions] = pick(SYSTEMS);
    const version = pick<string>(versions);
    const isArm = osType === 'linux' && next(4) === 0;
    const day = new Date(FIRST_DAY + next(DAYS) * 86_400_000);
    const build = day.toISOString().slice(0, 10).replaceAll('-', '');
    const architecture = isArm ? ARM_WORD[cloud] : 'x86_64';
    const id = idOf(cloud, { code, version, isArm, build, index });
    const name = cloud === 'alicloud' ? id : nameOf(cloud, { distro, version, isArm });
    return {
      cloud,
      regions: where,
      id,
      name,
      owner: 'public',
      osType,
      osName: osNameOf(cloud, { distro, code, version, isArm }),
      platform: osType === 'windows' && cloud !== 'alicloud' ? 'Windows' : distro,
      architecture,
      sizeGiB: osType === 'windows' ? 40 : 20,
      ...(cloud === 'alicloud' ? { createdAt: day.toISOString().replace('.000Z', 'Z') } : {}),
    };
  });
}

interface Draft {
  readonly distro: string;
  readonly code: string;
  readonly version: string;
  readonly isArm: boolean;
  readonly build: string;
  readonly index: number;
}

function idOf(
  cloud: CloudId,
  { code, version, isArm, build, index }: Omit<Draft, 'distro'>,
): string {
  const number = index.toString(36);
  if (cloud === 'alicloud') {
    const release = version.replace(/[. ]/g, '_');
    return `${code}_${release}_${isArm ? 'arm64' : 'x64'}_20G_g${number}_alibase_${build}.vhd`;
  }
  if (cloud === 'zenlayercloud')
    return `${code}${version.replace(/[. ]/g, '')}_g${number}_${build}`;
  return `img-g${number.padStart(7, '0')}`;
}

function nameOf(
  cloud: CloudId,
  { distro, version, isArm }: Pick<Draft, 'distro' | 'version' | 'isArm'>,
): string {
  const edition = distro === 'Ubuntu' ? 'Ubuntu Server' : distro;
  if (cloud === 'zenlayercloud') return `${edition} ${version}`;
  const bits = cloud === 'qcloud' ? '64-bit' : '64bit';
  return `${edition} ${version} ${bits}${isArm && cloud === 'tencentcloud' ? ' for ARM64' : ''}`;
}

function osNameOf(
  cloud: CloudId,
  draft: Pick<Draft, 'distro' | 'code' | 'version' | 'isArm'>,
): string {
  const { distro, code, version, isArm } = draft;
  switch (cloud) {
    case 'alicloud':
      return `${distro}  ${version} 64 bit${isArm ? ' for ARM' : ''}`;
    case 'qcloud':
      return `${code}${version}x86_64`;
    case 'zenlayercloud':
      return version;
    case 'tencentcloud':
      return nameOf(cloud, draft);
  }
}

/** Whole numbers below a bound, from a linear congruential generator (the constants of Numerical Recipes). */
function seededNumbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
